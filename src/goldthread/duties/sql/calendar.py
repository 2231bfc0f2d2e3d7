"""What the clock answers the databases: they look days up and never count them."""

from datetime import UTC, datetime, timedelta

from goldthread.clock.ages import reaches
from goldthread.clock.calendars import Calendar
from goldthread.clock.counting import start_of_span
from goldthread.clock.times import start_of
from goldthread.duties.sql.steps import Fill, Key, day_numbered, number_of
from goldthread.duties.sql.tables import Book

CALENDARS = {
    "gt_age_days": "born INTEGER, age INTEGER, day INTEGER",
    "gt_due": "span INTEGER, day INTEGER, due INTEGER, plan_by INTEGER",
    "gt_back": "span INTEGER, day INTEGER, earliest INTEGER",
    "gt_plan": "day INTEGER, plan_by INTEGER",
    "gt_midnight": "day INTEGER, moment BIGINT",
}
"""Birthdays; last days of spans, and by when to plan for them; where spans that reach back begin; working days to plan by; first
moments of days."""

KEYS = {
    "gt_due": "span, day",
    "gt_age_days": "born, age",
    "gt_back": "span, day",
    "gt_plan": "day",
    "gt_midnight": "day",
}
"""The columns by which a calendar is asked; the others are its answer."""

_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def birthdays(asks: str, in_march: bool) -> Fill:
    """(born, age) to the birthday."""

    def answer(key: Key) -> Key:
        born, age = key
        return (number_of(reaches(day_numbered(born), age, leap_day_in_march=in_march)),)

    return Fill("gt_age_days", asks, answer)


def due_days(asks: str, rules: Book) -> Fill:
    """(span, first day) to the last day of the span, and the last working day no later."""

    def answer(key: Key) -> Key:
        span, day = key
        due, plan_by = rules.spans[span][day_numbered(day)]
        return (number_of(due), number_of(plan_by))

    return Fill("gt_due", asks, answer)


def earliest_days(asks: str, rules: Book) -> Fill:
    """(span, last day) to the day from which the span reaches back."""

    def answer(key: Key) -> Key:
        span, day = key
        return (number_of(start_of_span(rules.backs[span], day_numbered(day))),)

    return Fill("gt_back", asks, answer)


def plan_days(asks: str, working: Calendar) -> Fill:
    """A day to the last working day no later."""
    return Fill("gt_plan", asks, lambda key: (number_of(working.on_or_before(day_numbered(key[0]))),))


def midnights(asks: str) -> Fill:
    """A day to its first moment in England, as microseconds since 1970."""
    return Fill("gt_midnight", asks, lambda key: (first_moment(key[0]),))


def first_moment(day: int) -> int:
    """The first moment of a day in England, in microseconds since 1970."""
    return (start_of(day_numbered(day)).astimezone(UTC) - _EPOCH) // _MICROSECOND
