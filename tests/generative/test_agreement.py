"""Three engines, one answer: the reference, DuckDB and PostgreSQL on wild lives and on every example of the rule book.

A batch is one run of the text; only where an engine differs is a life run by itself, to say what is wrong with as few words
and as plain a duty as will show it. What is drawn is the same in every run of these tests; `python -m tests.generative --seed`
draws other lives.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from goldthread.duties import Duty, Settings
from goldthread.duties.examples import Example, read_examples
from tests.generative import edges
from tests.generative.agree import Question, by_reference, differing
from tests.generative.batches import ALL, Batch, disagreements, of_odd_rules, of_todays_rules

SPECS = Path(__file__).parent.parent / "specs"


odd_batch = cache(lambda seed: of_odd_rules(seed, 120))
"""Drawn once for whatever is tried on it."""


@pytest.mark.parametrize("seed", range(2))
def test_on_wild_lives_the_engines_agree_about_every_rule(engines, seed):
    assert disagreements(of_todays_rules(seed, 120), engines) == []


@pytest.mark.parametrize("seed", range(3))
def test_on_wild_lives_the_engines_agree_about_whatever_a_duty_may_say(engines, seed):
    assert disagreements(odd_batch(seed), engines) == []


def test_on_the_very_day_on_which_something_ends_the_engines_agree(engines):
    assert disagreements(edges.batch(), engines) == []


def test_each_of_those_duties_is_owed_to_somebody():
    batch = edges.batch()
    owed = {row[0] for rows in by_reference(batch.lives, batch.question).values() for row in rows}
    assert owed == {duty.code for duty in batch.question.rules}


@pytest.mark.parametrize("counted", ["stretches.start_of_span", "intervals.weeks_of_pregnancy"])
def test_a_day_that_is_counted_wrongly_by_one_is_noticed_there(monkeypatch, counted):
    batch = edges.batch()
    as_it_is = by_reference(batch.lives, batch.question)
    module, name = counted.split(".")
    right = getattr(import_module(f"goldthread.duties.{module}"), name)
    monkeypatch.setattr(f"goldthread.duties.{counted}", lambda *given: right(*given) + timedelta(days=1))
    assert differing(as_it_is, by_reference(batch.lives, batch.question))


@cache
def _asked() -> dict[tuple[Settings, object], list[Example]]:
    """Every example, by what is asked of it. Those that choose numbers of different names are asked under all of these."""
    exactly: dict[tuple[Settings, object], list[Example]] = defaultdict(list)
    for path in sorted(SPECS.glob("*.yaml")):
        for example in read_examples(path):
            exactly[example.settings, example.known].append(example)
    asked: dict[tuple[Settings, object], list[Example]] = {}
    for (settings, known), examples in exactly.items():
        fits = (s for s, k in asked if k == known and _may_be_one(s, settings))
        if found := next(fits, None):
            examples = asked.pop((found, known)) + examples
            settings = replace(found, chosen=found.chosen + settings.chosen)
        asked[settings, known] = examples
    return asked


def _may_be_one(a: Settings, b: Settings) -> bool:
    """Whether both choose numbers, none the same, and differ in nothing else."""
    names = [chosen.name for chosen in a.chosen + b.chosen]
    return bool(a.chosen and b.chosen) and len(set(names)) == len(names) and replace(a, chosen=()) == replace(b, chosen=())


def _rules(examples: Iterable[Example]) -> tuple[Duty, ...]:
    codes = {code for example in examples for code in example.codes}
    return tuple(duty for duty in ALL if set(duty.codes) & codes)


@pytest.mark.parametrize("turn", range(2))
def test_on_every_example_of_the_rule_book_the_engines_agree(engines, turn):
    for (settings, known), examples in list(_asked().items())[turn::2]:
        lives = [example.person.spoken for example in examples]
        assert disagreements(Batch(lives, Question(_rules(examples), settings, known)), engines) == []


def test_what_examples_are_asked_under_is_for_each_of_them_what_it_says():
    for (settings, known), examples in _asked().items():
        for example in examples if settings.chosen else ():
            life, rules = [example.person.spoken], _rules([example])
            own = by_reference(life, Question(rules, example.settings, known))
            assert own == by_reference(life, Question(rules, settings, known))


def test_words_in_another_order_are_the_same_life(engines):
    batch = odd_batch(1)
    turned = Batch([life[::-1] for life in batch.lives], batch.question)
    assert disagreements(turned, engines) == []
    assert by_reference(batch.lives, batch.question) == by_reference(turned.lives, turned.question)


def _taking_every_key_for_one(lives, question):
    return by_reference([[s._replace(key="") for s in life] for life in lives], question)


def test_an_engine_with_a_fault_is_noticed_and_the_life_is_small_enough_to_read():
    [said] = disagreements(of_odd_rules(0, 40), [_taking_every_key_for_one])
    lines = said.splitlines()
    assert lines[0].startswith("_taking_every_key_for_one differs on ")
    assert ": Do it: " in lines[1]
    assert 2 <= sum(line.startswith("  - {word: ") for line in lines) <= 3
    assert any(line.startswith(("# reference only: ", "# _taking_every_key_for_one only: ")) for line in lines)
    assert len(lines) < 10
