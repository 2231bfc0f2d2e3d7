"""What the service owes is asked of its own words: no child's page is slower for it, and no child is asked for it."""

import re

import pytest

from goldthread.duties import RULES
from goldthread.duties.ladders import service_level
from goldthread.duties.rules import CODES, SERVICE_CODES, SERVICE_RULES
from goldthread.duties.sentence import account
from goldthread.duties.service import COUNTED_OUT, SERVICE_EPISODES, SERVICE_WORDS
from goldthread.duties.shape import Duty, stages, triggers, until
from goldthread.duties.words import WORDS, Episode

RULE = pytest.mark.parametrize("duty", SERVICE_RULES, ids=lambda duty: f"{duty.code} {duty.since}")


def test_no_rule_of_the_service_is_among_the_childrens():
    assert not set(SERVICE_CODES) & set(CODES)
    assert not set(SERVICE_RULES) & set(RULES)


def test_no_word_of_the_service_is_a_word_of_a_child():
    assert not set(SERVICE_WORDS) & set(WORDS)
    assert all(name == word.name and word.says for name, word in SERVICE_WORDS.items())
    assert all(word in SERVICE_WORDS for word in COUNTED_OUT)


@RULE
def test_every_rule_of_the_service_is_written_in_the_services_words(duty: Duty):
    said = [*until(duty), *(t.word for t in triggers(duty) if t.word), *duty.unless, *duty.unsure, *duty.partly]
    assert all(SERVICE_WORDS[word.name] == word for word in said if word != ())
    assert all(isinstance(stage, Episode) and stage in SERVICE_EPISODES for stage in stages(duty))


@RULE
def test_every_rule_of_the_service_climbs_to_the_board_and_says_itself(duty: Duty):
    assert duty.climbs is service_level
    assert duty.ends_at is None
    assert "None" not in " ".join(account(duty))
    assert not re.search(r"the child\b(?!-level)", str(duty))


def test_every_clock_of_family_v_is_there():
    assert {code[:4] for code in SERVICE_CODES if code.startswith("OF")} == {f"OF{n:02}" for n in range(1, 12)}


@pytest.mark.parametrize("code", ["OF02", "OF03", "OF04", "OF05", "OF06", "OF09C", "OF09E", "OF10A", "OF10B", "OF11A", "OF11B", "OF01"])
def test_what_somebody_has_to_confirm_is_said(code: str):
    newest = next(duty for duty in reversed(SERVICE_RULES) if duty.code == code)
    assert newest.law.check


def test_versions_of_one_clock_do_not_overlap():
    for code in SERVICE_CODES:
        versions = sorted((d.since, d.up_to) for d in SERVICE_RULES if d.code == code)
        assert all(end and end < start for (_, end), (start, _) in zip(versions, versions[1:], strict=False)), code
