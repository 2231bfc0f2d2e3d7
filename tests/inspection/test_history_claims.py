"""Promises of claims that come from several places: the same one once with every source, different ones beside each other."""

from dataclasses import replace
from datetime import date

import pytest

from goldthread.inspection.history.gathering import inspections, settled
from goldthread.inspection.history.values import Claim, When
from tests.inspection.told import event, judged, on, report, since, source, year

SPELL = When(date(2018, 12, 3), date(2018, 12, 14))
PRINTED = date(2019, 1, 17)


def test_the_same_grade_from_two_sources_is_one_claim_with_both():
    found = settled([judged("ilacs_2018", SPELL, published=PRINTED, by="Ofsted report"), judged("ilacs_2018", SPELL, published=PRINTED, by="a list")])
    assert [[one.words for one in claim.sources] for claim in found] == [["Ofsted report", "a list"]]


def test_the_same_source_is_named_once():
    one = judged("sif", on(2014, 4, 9))
    assert len(settled([one, one])[0].sources) == 1


def test_two_grades_of_one_area_both_stand():
    found = settled([judged("ilacs_2018", SPELL, "good"), judged("ilacs_2018", SPELL, "inadequate", by="a list")])
    assert {claim.grade for claim in found} == {"good", "inadequate"} and len(inspections(found)) == 1


@pytest.mark.parametrize(
    "other",
    [
        judged("ilacs_2018", on(2018, 12, 14), published=PRINTED, by="a list"),  # only the last day is given
        judged("ilacs_2018", on(2019, 1, 19), by="a list"),  # only the day of publication, two days from the printed one
        judged("ilacs_2018", year(2018), by="somebody"),  # only the year
        judged("ilacs_2023", SPELL, by="a list that names the later form"),
    ],
)
def test_an_inspection_is_one_inspection_however_its_days_are_given(other):
    found = settled([judged("ilacs_2018", SPELL, published=PRINTED), other])
    assert len(inspections(found)) == 1
    assert len(found) == 1 and found[0].when == SPELL and len(found[0].sources) == 2


def test_the_most_exact_days_stand_whichever_source_came_first():
    found = settled([judged("ilacs_2018", year(2018), by="somebody"), judged("ilacs_2018", SPELL)])
    assert [claim.when for claim in found] == [SPELL]


def test_two_reports_of_one_year_stay_two():
    first, second = report("sif", on(2015, 6, 3), overall="inadequate"), report("sif", on(2015, 8, 20), overall="good")
    assert len(inspections(settled([*first, *second]))) == 2


def test_a_board_reviewed_in_the_same_weeks_is_not_the_same_inspection():
    found = inspections(settled([*report("sif", SPELL, overall="good"), *report("lscb", SPELL, lscb="good")]))
    assert [one.box for one in found] == ["lscb", "sif"]


def test_claims_that_are_no_judgements_are_one_only_where_they_say_the_same():
    told = event(year(2014), "A commissioner is appointed.")
    again = replace(told, words="a commissioner is appointed", sources=(source("ITV"),))
    other = event(year(2014), "The budget is cut")
    assert [len(claim.sources) for claim in settled([told, again, other])] == [2, 1]


def test_since_claims_of_different_years_all_stand():
    assert len(settled([since(2008, "BBC"), since(2009, "trade press"), since(2010, "ITV"), since(2008, "The Times")])) == 3


def test_claims_come_in_the_order_of_days():
    found = settled([event(on(2014, 5, 2), "c"), event(year(2014), "b"), event(on(2013, 1, 1), "a")])
    assert [claim.words for claim in found] == ["a", "b", "c"]


def test_an_inspection_without_a_grade_that_can_be_read_is_kept_and_not_graded():
    found = inspections([Claim("judgement", on(2012, 10, 19), grade="unread"), judged("sif", on(2014, 4, 9), "not_judged", "adoption")])
    assert [one.graded for one in found] == [[], []]
