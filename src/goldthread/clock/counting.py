"""The count of a span day by day, as a calendar on a page shows it."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from goldthread.clock.ages import add_months
from goldthread.clock.calendars import Calendar, NotPublished, working_days_in_england
from goldthread.clock.spans import Span, Unit

NOT_COUNTED = "The day it happened is not counted"


class CountedDay(NamedTuple):
    """One day of a count: its number in it, or why it has none."""

    day: date
    ordinal: int | None
    skipped: str


class Tables(dict[date, tuple[date, date]]):
    """For one span: start day to (due day, plan-by day), each worked out once.

    The plan-by day is the last working day on or before the due day. Where the term dates are not given so far ahead, what is
    counted without them.
    """

    def __init__(self, span: Span, working: Calendar, school: Calendar | None = None) -> None:
        super().__init__()
        self._span, self._working, self._school = span, working, school

    @property
    def counts(self) -> tuple[Span, int, int]:
        """What is counted and by which calendars: two tables of which this is the same answer the same."""
        return self._span, id(self._working), id(self._school)

    def __missing__(self, start: date) -> tuple[date, date]:
        found = self[start] = (due := self._due(start), self._working.on_or_before(due))
        return found

    def _due(self, start: date) -> date:
        try:
            return self._span.due(start, self._working, self._school)
        except NotPublished:
            return self._span.without_terms.due(start, self._working)


@lru_cache(maxsize=4096)
def tables(span: Span, working: Calendar, school: Calendar | None = None) -> Tables:
    """The same table for all that count the same, so that a day which one rule asked about is worked out for every other."""
    return Tables(span, working, school)


def count(span: Span, start: date, until: date, calendar: Calendar | None = None) -> list[CountedDay]:
    """Every day from the trigger to `until`, numbered as the span counts them. Weeks and months number plain days."""
    working = calendar or working_days_in_england()
    if span.deemed_received:
        start = working.on_or_after(start)
    counted: list[CountedDay] = []
    ordinal, skips = 0, working if span.by_calendar else None
    for n in range((until - start).days + 1):
        day = start + timedelta(days=n)
        first = n == 0 and not span.first_day_counts
        reason = NOT_COUNTED if first else skips and skips.reason(day)
        ordinal += reason is None
        counted.append(CountedDay(day, None if reason else ordinal, reason or ""))
    return counted


def day_number(span: Span, start: date, on: date, calendar: Calendar | None = None) -> int:
    """Which day of the span a day is: 0 on the day of the trigger, or 1 where the first day counts."""
    working = calendar or working_days_in_england()
    if span.deemed_received:
        start = working.on_or_after(start)
    if span.first_day_counts:
        start -= timedelta(days=1)
    return working.between(start, on) if span.by_calendar else (on - start).days


def start_of_span(span: Span, end: date) -> date:
    """The day from which a span of days, weeks or months reaches back from its end."""
    match span.unit:
        case Unit.MONTH:
            return add_months(end, -span.number)
        case Unit.WEEK | Unit.DAY:
            return end - timedelta(days=span.number * (7 if span.unit is Unit.WEEK else 1))
        case _:
            raise ValueError(f"{span} cannot be counted backwards.")
