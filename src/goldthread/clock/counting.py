"""The count of a span day by day, as a calendar on a page shows it."""

from datetime import date, timedelta
from typing import NamedTuple

from goldthread.clock.ages import add_months
from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.spans import Span, Unit


class CountedDay(NamedTuple):
    """One day of a count: its number in it, or why it has none."""

    day: date
    ordinal: int | None
    skipped: str


class Tables(dict[date, tuple[date, date]]):
    """For one span: start day to (due day, plan-by day), each worked out once.

    The plan-by day is the last working day on or before the due day.
    """

    def __init__(self, span: Span, working: Calendar, school: Calendar | None = None) -> None:
        super().__init__()
        self._span, self._working, self._school = span, working, school

    def __missing__(self, start: date) -> tuple[date, date]:
        due = self._span.due(start, self._working, self._school)
        found = self[start] = (due, self._working.on_or_before(due))
        return found


def count(span: Span, start: date, until: date, calendar: Calendar | None = None) -> list[CountedDay]:
    """Every day from the trigger to `until`, numbered as the span counts them. Weeks and months number plain days."""
    working = calendar or working_days_in_england()
    if span.deemed_received:
        start = working.on_or_after(start)
    counted: list[CountedDay] = []
    ordinal = 0
    for n in range((until - start).days + 1):
        day = start + timedelta(days=n)
        reason = _skipped(span, working, day, first=n == 0)
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


def _skipped(span: Span, calendar: Calendar, day: date, *, first: bool) -> str | None:
    if first and not span.first_day_counts:
        return "The day it happened is not counted"
    return calendar.reason(day) if span.unit in (Unit.WORKING_DAY, Unit.SCHOOL_DAY) else None


def start_of_span(span: Span, end: date) -> date:
    """The day from which a span of days, weeks or months reaches back from its end."""
    match span.unit:
        case Unit.MONTH:
            return add_months(end, -span.number)
        case Unit.WEEK | Unit.DAY:
            return end - timedelta(days=span.number * (7 if span.unit is Unit.WEEK else 1))
        case _:
            raise ValueError(f"{span} cannot be counted backwards.")
