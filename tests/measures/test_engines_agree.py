"""The same figures from the record's database and from exported files: every measure, every month, divided every way."""

from datetime import date

import pytest

from goldthread.measures import GROUPS, MEASURES
from goldthread.measures.cohort import open_on, those
from goldthread.measures.figures import children, figures, month_ends
from goldthread.measures.sources import Postgres

pytestmark = pytest.mark.django_db
DAYS = month_ends(date(2026, 11, 20), 13)
INSPECTED = date(2026, 2, 13)


@pytest.mark.parametrize("by", ["", *GROUPS])
def test_every_measure_of_every_month_is_the_same(record, files, by):
    days = DAYS if not by else DAYS[-3:]
    ours, theirs = figures(record, list(MEASURES), days, by), figures(files, list(MEASURES), days, by)
    assert ours == theirs
    assert any(figure.numerator for figure in ours)


def test_and_so_are_the_children_behind_each_number(record, files):
    for code in MEASURES:
        assert children(record, code, DAYS[-2]) == children(files, code, DAYS[-2])


def test_and_so_are_those_of_a_cohort(record, files):
    cohort = open_on("On a plan on the day of the inspection", "protection_plan", INSPECTED)
    ours = figures(record, list(MEASURES), DAYS[-3:], "age", cohort)
    assert ours == figures(files, list(MEASURES), DAYS[-3:], "age", cohort)


def test_relations_written_out_or_asked_for_each_time_give_the_same(record):
    assert figures(record, list(MEASURES), DAYS[-2:]) == figures(Postgres(record.under_18), list(MEASURES), DAYS[-2:])


@pytest.mark.parametrize("by", list(GROUPS))
def test_the_parts_add_up_to_the_whole(record, by):
    whole = {(f.code, f.day): f for f in figures(record, list(MEASURES), DAYS[-1:])}
    parts = figures(record, list(MEASURES), DAYS[-1:], by)
    for (code, day), all_of_them in whole.items():
        mine = [f for f in parts if (f.code, f.day) == (code, day)]
        if MEASURES[code].kind in ("share", "count"):
            assert sum(f.numerator for f in mine) == all_of_them.numerator, code
            assert sum(f.denominator for f in mine) == all_of_them.denominator, code
            assert sum(f.unknown for f in mine) == all_of_them.unknown, code


def test_every_number_opens_as_many_rows_as_it_says(record):
    for figure in figures(record, list(MEASURES), DAYS[-2:-1]):
        rows = children(record, figure.code, figure.day)
        assert sum(row.counted is None for row in rows) == figure.unknown, figure
        match MEASURES[figure.code].kind:
            case "share":
                assert (sum(row.counted is True for row in rows), len(rows)) == (figure.numerator, figure.denominator), figure
            case "count" | "rate":
                assert sum(row.counted is True for row in rows) == figure.numerator, figure


def test_a_part_opens_its_own_children(record):
    for part in figures(record, ["in_care"], DAYS[-2:-1], "age"):
        rows = children(record, "in_care", DAYS[-2], "age", part.group)
        assert len(rows) == part.numerator


def test_a_cohort_is_those_people_and_nobody_else(record):
    everybody = {row.person for row in children(record, "in_need", DAYS[-2])}
    some = those("Some of them", sorted(everybody)[:7])
    assert {row.person for row in children(record, "in_need", DAYS[-2], cohort=some)} == set(sorted(everybody)[:7])
    assert figures(record, ["in_need"], [DAYS[-2]], cohort=those("Nobody", []))[0].numerator == 0
