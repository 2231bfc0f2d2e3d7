"""The engine beside plain counting by hand: two ways to the same answer on random lives."""

from bisect import bisect_right
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import occurrences
from tests.duties.lives import life, rules

START = date(2025, 1, 1)
ENGLAND = working_days_in_england()
thorough = settings(derandomize=True, deadline=None, max_examples=150)
offsets = st.integers(0, 300)


def _day(offset: int) -> date:
    return START + timedelta(days=offset)


def _working(day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= ENGLAND.counts(day)
    return day


def _three_months(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


@thorough
@given(offsets, st.one_of(st.none(), st.integers(0, 250)), st.lists(offsets, max_size=15))
def test_visits_on_a_plan(begin: int, length: int | None, visits: list[int]) -> None:
    begins, ends = _day(begin), _day(begin + length) if length is not None else None
    said = [f"{begins} protection_plan.begins p"] + ([f"{ends} protection_plan.ends p"] if ends else [])
    said += [f"{_day(visit)} visit.child_seen" for visit in visits]
    seen = sorted({_day(v) for v in visits if _day(v) >= begins and (ends is None or _day(v) <= ends)})
    expected, opened = [], begins
    for day in [*seen, None]:
        expected.append((opened, _working(opened, 10), day, None if day else ends))
        opened = day or opened
    assert [(o.opened, o.due, o.met, o.ended) for o in occurrences(life(*said), rules("CP05"))] == expected


@thorough
@given(offsets, st.lists(offsets, max_size=6))
def test_reviews_in_care(begin: int, reviews: list[int]) -> None:
    begins = _day(begin)
    held = sorted({_day(review) for review in reviews if _day(review) >= begins})
    due = [_working(begins, 20)] + [_three_months(day, 3 if n == 0 else 6) for n, day in enumerate(held)]
    found = occurrences(life(f"{begins} looked_after.begins c", *(f"{d} review.held" for d in held)), rules("LR01"))
    assert [o.due for o in found] == due
    assert [o.met for o in found] == [*held, None]


@thorough
@given(st.lists(st.tuples(offsets, st.one_of(st.none(), st.integers(0, 10))), max_size=6))
def test_referrals_each_with_their_own_decision(referrals: list[tuple[int, int | None]]) -> None:
    said, expected = [], []
    for n, (received, later) in enumerate(referrals):
        said.append(f"{_day(received)} referral.received r{n}")
        decided = None if later is None else _day(received + later)
        said += [f"{decided} referral.decided r{n}"] if decided else []
        expected.append((_day(received), _working(_day(received), 1), decided))
    found = [(o.opened, o.due, o.met) for o in occurrences(life(*said), rules("FD01"))]
    assert sorted(found, key=str) == sorted(expected, key=str)


@thorough
@given(offsets, st.lists(st.tuples(offsets, st.integers(0, 60)), max_size=5))
def test_a_named_worker_without_a_gap(begin: int, workers: list[tuple[int, int]]) -> None:
    """Day by day: on each day of need somebody is named, or the duty is owed."""
    said = [f"{_day(begin)} need.begins n"]
    for n, (start, length) in enumerate(workers):
        said += [f"{_day(start)} social_worker.begins w{n}", f"{_day(start + length)} social_worker.ends w{n}"]
    found = occurrences(life(*said), rules("WF08"))
    for offset in range(begin, 400):
        day = _day(offset)
        held = any(_day(start) <= day <= _day(start + length) for start, length in workers)
        assert any(o.owed_on(day) for o in found) is not held or _on_an_edge(day, workers)


def _on_an_edge(day: date, workers: list[tuple[int, int]]) -> bool:
    """The last day of one worker: they are still named, and the gap that follows has opened."""
    lasts = sorted(_day(start + length) for start, length in workers)
    return bisect_right(lasts, day) > bisect_right(lasts, day - timedelta(days=1))
