"""Figures that are kept are counted again once anything they rest on is another."""

import pytest

from goldthread.measures import sql
from goldthread.measures.definitions import MEASURES
from goldthread.web.measures import counting
from tests.oversight.conftest import Office
from tests.web.counted import END, IN_TIME, some_children, visit

pytestmark = pytest.mark.django_db
RATE = next(code for code, measure in MEASURES.items() if measure.kind == "rate")
SHARE = "cp_seen_in_time"


@pytest.fixture
def children(db):
    office = Office()
    return office, some_children(office)


def one(code):
    (figure,) = counting.exactly([code], [END])[code]
    return figure


def counted_again(monkeypatch) -> list[str]:
    """The codes of what is counted from here on."""
    asked, count = [], counting._count
    monkeypatch.setattr(counting, "_count", lambda codes, *more: (asked.extend(codes), count(codes, *more))[1])
    return asked


def test_what_was_counted_is_kept_until_something_is_written(children, monkeypatch):
    office, known = children
    before, again = one(SHARE), counted_again(monkeypatch)
    assert one(SHARE) == before and again == []
    with office.reach(office.priya).act() as act:
        kind, day, values = visit(IN_TIME)
        act.write(known["Kofi"], kind, day, values)
    assert one(SHARE).numerator == before.numerator + 1 and again == [SHARE]


def test_a_rate_follows_the_number_of_children_it_is_of(children, settings):
    settings.GOLDTHREAD_UNDER_18 = None
    assert one(RATE).value is None
    settings.GOLDTHREAD_UNDER_18 = 20_000
    assert (one(RATE).denominator, one(RATE).value is None) == (20_000, False)


def test_another_way_of_counting_counts_again(children, monkeypatch):
    before = one(SHARE)
    monkeypatch.setattr(sql, "ON_THE_DAY", "FALSE")
    assert before.denominator and one(SHARE).denominator == 0
