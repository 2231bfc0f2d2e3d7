"""What every rule must have, and what the rules say of themselves."""

import dataclasses
from datetime import date

import pytest

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.spans import working_days
from goldthread.duties import words as w
from goldthread.duties.faults import ONE_AT_A_TIME
from goldthread.duties.ladders import LADDERS, child_not_seen
from goldthread.duties.lower import lower
from goldthread.duties.roles import ROLES
from goldthread.duties.rules import CODES, FAMILIES, RULES
from goldthread.duties.sentence import account, either, named
from goldthread.duties.settings import DEFAULTS
from goldthread.duties.shape import Duty, Local, Step, law_of, local, stages, triggers, until
from goldthread.duties.words import EPISODES, WORDS, Episode, Word

RULE = pytest.mark.parametrize("duty", RULES, ids=lambda duty: f"{duty.code} {duty.since}")
FORMS = {"once", "repeat", "standing", "at a date", "before an event", "answer"}


@RULE
def test_every_rule_has_a_law_an_owner_and_a_day_it_begins(duty: Duty) -> None:
    assert str(duty.law)
    assert duty.owner.name in ROLES
    assert duty.owed_by.says
    assert duty.climbs in LADDERS.values()
    assert isinstance(duty.since, date)
    assert duty.up_to is None or duty.up_to > duty.since


@RULE
def test_every_rule_says_itself_in_one_sentence(duty: Duty) -> None:
    assert str(duty).startswith(f"{duty.says}: ")
    assert str(duty).endswith(".")
    assert "None" not in " ".join(account(duty))
    assert not any(banned in str(duty) for banned in ("LAC", "NFA", "failed to engage", " case"))


@RULE
def test_every_word_of_a_rule_is_a_word(duty: Duty) -> None:
    said = [*until(duty), *(t.word for t in triggers(duty)), *duty.unless, *duty.unsure, *duty.partly]
    assert all(WORDS[word.name] == word for word in said)
    held = [stage if isinstance(stage, Episode) else stage.episode for stage in stages(duty)]
    assert all(episode in EPISODES for episode in [*held, *duty.outside, *duty.inside])


@RULE
def test_every_rule_can_be_lowered_and_opened_by_something(duty: Duty) -> None:
    form = lower(duty, DEFAULTS, working_days_in_england())
    assert form.starters
    assert form.needs
    assert form.intervals


@RULE
def test_a_rule_in_force_cites_a_text_that_was_in_force_when_it_ends(duty: Duty) -> None:
    last = duty.up_to or date(2026, 11, 21)
    assert duty.law.instrument.in_force_on(last) or duty.law.instrument.force.value == "statutory guidance"


def test_versions_of_one_rule_do_not_overlap() -> None:
    for code in CODES:
        versions = sorted((d.since, d.up_to or date.max) for d in RULES if code in d.codes)
        assert all(earlier[1] < later[0] for earlier, later in zip(versions, versions[1:], strict=False)), code


def test_every_form_is_among_the_rules() -> None:
    assert {duty.form for duty in RULES} == FORMS


def test_codes_and_local_settings_each_have_one_meaning() -> None:
    assert len(CODES) == len(set(CODES))
    usual: dict[str, set[str]] = {}
    for duty in RULES:
        for step in duty.steps:
            if isinstance(step.within, Local):
                usual.setdefault(step.within.name, set()).add(str(step.within.usual))
    assert all(len(values) == 1 for values in usual.values()), usual


def test_families_hold_every_rule_once() -> None:
    assert [duty for family in FAMILIES.values() for duty in family] == list(RULES)
    assert len({(duty.code, duty.since) for duty in RULES}) == len(RULES)


def test_a_rule_is_a_frozen_value() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        RULES[0].code = "other"  # type: ignore[misc]


def test_a_duty_written_as_the_design_writes_it_says_itself() -> None:
    duty = Duty(
        "See the child who is on a protection plan",
        code="XX01",
        during=w.protection_plan,
        every=local("protection visit", working_days(10)),
        until=w.visit_child_seen,
        owner=ROLES["allocated_social_worker"],
        law=RULES[0].law,
        climbs=child_not_seen,
        since=date(2023, 12, 15),
    )
    assert str(duty) == (
        "See the child who is on a protection plan: while the child is on a protection plan, within 10 working days "
        "(local: protection visit) of its beginning, then of each time the child was seen on a visit."
    )


def test_a_duty_without_a_length_of_time_is_refused() -> None:
    duty = dataclasses.replace(RULES[0], within=None)
    with pytest.raises(ValueError, match="neither"):
        _ = duty.steps


def test_a_step_cites_its_own_paragraph_or_that_of_the_duty() -> None:
    reviews = next(d for d in RULES if d.code == "LR01" and d.up_to is None)
    assert law_of(reviews, "LR01") != law_of(reviews, "LR02")
    assert law_of(RULES[0], RULES[0].code) == RULES[0].law
    assert isinstance(reviews.steps[0], Step)


def test_the_ladders_of_the_timescales_are_all_there() -> None:
    assert list(LADDERS) == [f"E{n}" for n in range(1, 11)]
    assert all(str(ladder).endswith(".") and ladder.rungs for ladder in LADDERS.values())


def test_words_have_one_name_each_and_say_something() -> None:
    assert all(isinstance(word, Word) and word.says and word.name == name for name, word in WORDS.items())
    assert len(EPISODES) == len({episode.name for episode in EPISODES})
    assert all(episode in EPISODES for episode in ONE_AT_A_TIME)
    assert str(w.visit_child_seen) == "visit.child_seen"


def test_lists_are_spoken_with_or() -> None:
    assert either(["a"]) == "a"
    assert either(["a", "b", "a"]) == "a or b"
    assert either(["a", "b", "c"]) == "a, b or c"


def test_a_person_is_named_in_place_of_the_child() -> None:
    assert named("The child and the child's plan", "Kofi") == "Kofi and Kofi's plan"
    assert named("the child", "") == "the child"
