"""Whole quarters after an inspection: which there have been, and the soonest two in a row that can be held."""

from collections.abc import Sequence
from datetime import date, timedelta

from goldthread.clock.ages import add_months
from goldthread.inspection.aims import Aim, Point, met, nobody

QUARTERS = 2
ONE_DAY = timedelta(days=1)


def whole_quarters(since: date, after: Sequence[Point]) -> list[list[Point]]:
    """The quarters that began after a day and of which every month end is known, one after the other up to the last.

    A month in which there was nobody to count is known to be so; a quarter of nothing else shows nothing.
    """
    found: dict[tuple[int, int], list[Point]] = {}
    for p in after:
        start = quarter_start(p.day)
        if start > since:
            found.setdefault((start.year, start.month), []).append(p)
    whole = [points for points in found.values() if len(points) == 3 and _shows(points)]
    return _unbroken(whole)


def _shows(points: Sequence[Point]) -> bool:
    return all(p.value is not None or nobody(p) for p in points) and not all(map(nobody, points))


def _unbroken(whole: list[list[Point]]) -> list[list[Point]]:
    """The last of these that follow one another without a quarter missing."""
    kept: list[list[Point]] = []
    for quarter in reversed(whole):
        if kept and add_months(quarter_start(quarter[0].day), 3) != quarter_start(kept[0][0].day):
            break
        kept.insert(0, quarter)
    return kept


def quarter_start(day: date) -> date:
    """The first day of the quarter of a year in which a day lies."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def soonest_held(aim: Aim, after: Sequence[Point]) -> date:
    """The earliest month end on which it could be held, if every figure from now on meets the target."""
    since = aim.since
    for p in after:
        if p.value is None or not met(aim, p):
            since = p.day
    first = quarter_start(since)
    if first <= since:
        first = add_months(first, 3)
    return add_months(first, 3 * QUARTERS) - ONE_DAY
