"""The definitions: what they say to people, and that every indicator is a measure or has its missing fact named."""

import re

import pytest

from goldthread.duties.rules import CODES
from goldthread.measures import CANNOT, GROUPS, MEASURES
from goldthread.measures.facts import NAMES
from goldthread.measures.shape import FellDue, Kept, Owed
from goldthread.measures.sql import names_in, rows_of
from tests.measures.indicators import INDICATORS
from tests.measures.telling import NOW

NEVER_SAID = re.compile(r"\b(LAC|NFA|CLA|CIN|cases?|failed to engage|service user)\b")
MISSING = {cannot.title: cannot for cannot in CANNOT}


@pytest.mark.parametrize(("indicator", "answers"), INDICATORS.items())
def test_every_indicator_is_a_measure_or_its_missing_fact_is_said(indicator, answers):
    assert answers
    for answer in answers:
        assert answer in MEASURES or answer in MISSING, f"{indicator}: {answer} is neither a measure nor in CANNOT"


def test_nothing_is_left_over():
    used = {answer for answers in INDICATORS.values() for answer in answers}
    assert set(MISSING) <= used
    assert len(INDICATORS) > 100


@pytest.mark.parametrize("code", ["cp_seen_in_time", "cp_seen_alone", "prebirth_by_20_weeks", "adviser_by_16_half", "plan_actions_named", "abuse_two_agencies"])
def test_what_an_inspection_asked_for_is_there_under_its_own_name(code):
    assert MEASURES[code].polarity == "higher"
    assert MEASURES[code].target


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda m: m.code)
class TestEachDefinition:
    def test_is_a_sentence_a_parent_could_read(self, measure):
        assert measure.sentence.endswith(".")
        assert len(measure.sentence) < 260
        assert not NEVER_SAID.search(f"{measure.title} {measure.sentence} {measure.numerator} {measure.denominator}")

    def test_says_what_it_counts_and_of_whom(self, measure):
        assert measure.numerator
        assert bool(measure.denominator) == (measure.kind != "count")
        assert measure.source

    def test_names_only_duties_that_exist_and_all_that_it_counts(self, measure):
        counted = {code for what in (measure.rows, *(w for _, w in measure.beside)) if isinstance(what, FellDue | Owed | Kept) for code in what.codes}
        assert set(measure.duties) <= set(CODES)
        assert counted <= set(measure.duties)

    def test_reads_only_relations_that_exist(self, measure):
        asked = set(names_in(" ".join(rows_of(measure, [NOW.date()])))) - {"d", "measures_calendar"}
        assert asked <= set(NAMES)

    def test_has_a_target_in_the_direction_of_better(self, measure):
        assert measure.target is None or measure.polarity != "neither"
        if measure.kind == "share" and measure.target is not None:
            assert 0 <= measure.target <= 100


def test_a_missing_fact_is_a_sentence():
    assert all(cannot.missing.endswith(".") and len(cannot.missing) > 20 for cannot in CANNOT)
    assert len(MISSING) == len(CANNOT)


def test_titles_are_not_used_twice():
    titles = [measure.title for measure in MEASURES.values()]
    assert len(set(titles)) == len(titles)


def test_the_ways_to_divide_are_those_that_were_promised():
    assert set(GROUPS) == {"team", "area", "age", "sex", "ethnicity", "ethnicity_detail", "plan", "kind"}
