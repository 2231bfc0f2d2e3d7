"""Lengths of time that a law or a local rule allows.

Units do not convert: twelve weeks are not three months, and twenty working days are not four weeks. Unless a span says
otherwise, the day of the trigger is day 0 and a date that falls on a weekend stays there.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from goldthread.clock.ages import add_months, next_yearly
from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.times import after_hours, day_of, start_of

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Unit(Enum):
    """What is counted; the value is the word for one of them."""

    WORKING_DAY = "working day"
    SCHOOL_DAY = "school day"
    UK_WORKING_DAY = "UK working day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    TERM = "school term"
    YEARLY = "yearly day"
    SET = "set day"


class Roll(Enum):
    """What becomes of a last day that is not a working day."""

    NONE = ""
    FORWARD = "moved to the next working day if it is not one"
    BACK = "moved to the last working day before if it is not one"


@dataclass(frozen=True, slots=True)
class Span:
    """So many of one unit. Prints itself, and `span(str(it))` reads it back.

    `first_day_counts`: the day of the trigger is day 1 ('beginning with', 'not exceeding').
    `deemed_received`: something that comes on a day off counts as come on the next working day.
    `back`: counted back from the day of an event, which is day 0.

    UK working days leave out the bank holidays of every nation. One school term lasts to the end of the next term. A yearly
    day is the next 30 November or the like, its number the month times a hundred and the day. A set day is one that the
    record gives, as a court does: it cannot be counted.
    """

    number: int
    unit: Unit
    first_day_counts: bool = False
    roll: Roll = Roll.NONE
    deemed_received: bool = False
    back: bool = False

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(f"A span cannot be shorter than nothing: {self.number} {self.unit.value}s.")

    def __str__(self) -> str:
        parts = [self._length()]
        if self.first_day_counts:
            parts.append("counting the first day")
        if self.deemed_received:
            parts.append("from the next working day if received on a day off")
        if self.roll is not Roll.NONE:
            parts.append(self.roll.value)
        if self.back:
            parts.append("counted back")
        return ", ".join(parts)

    def _length(self) -> str:
        match self.unit:
            case Unit.YEARLY:
                return f"until the next {self.number % 100} {_MONTHS[self.number // 100 - 1]}"
            case Unit.SET:
                return "on the day set"
            case _:
                return f"{self.number} {self.unit.value}{'' if self.number == 1 else 's'}"

    def counting_first_day(self) -> "Span":
        return replace(self, first_day_counts=True)

    def rolled(self, roll: Roll) -> "Span":
        return replace(self, roll=roll)

    def counted_back(self) -> "Span":
        return replace(self, back=True)

    def deemed_received_next_working_day(self) -> "Span":
        return replace(self, deemed_received=True)

    @property
    def without_terms(self) -> "Span":
        """What is counted as long as the authority's term dates are not given: working days for school days, four months a term."""
        match self.unit:
            case Unit.SCHOOL_DAY:
                return replace(self, unit=Unit.WORKING_DAY)
            case Unit.TERM:
                return replace(self, number=4 * self.number, unit=Unit.MONTH)
            case _:
                return self

    @property
    def by_calendar(self) -> bool:
        """Whether some days are skipped in the counting."""
        return self.unit in (Unit.WORKING_DAY, Unit.SCHOOL_DAY, Unit.UK_WORKING_DAY)

    def due(self, start: date, calendar: Calendar | None = None, school: Calendar | None = None) -> date:
        """The last day of the span that starts on a day; of one that is counted back, the day so long before it.

        `calendar` is England's working days unless given. Raises ValueError for school days without a school calendar.
        """
        working = calendar or working_days_in_england()
        if self.deemed_received:
            start = working.on_or_after(start)
        last = self._earlier(start, working, school) if self.back else self._last_day(start, working, school)
        return self._rolled(last, working)

    def due_at(self, moment: datetime) -> datetime:
        """The moment the span ends, for a span of hours that starts at a known moment."""
        if self.unit is not Unit.HOUR:
            raise ValueError(f"{self} ends on a day, not at a moment.")
        return after_hours(moment, self.number)

    def _last_day(self, start: date, working: Calendar, school: Calendar | None) -> date:
        match self.unit:
            case Unit.WORKING_DAY | Unit.UK_WORKING_DAY | Unit.SCHOOL_DAY:
                return self._counted(start, self._calendar(working, school))
            case Unit.TERM:
                return _school(school).end_of_term_after(start, self.number)
            case Unit.YEARLY:
                return next_yearly(start - timedelta(days=self.first_day_counts), *divmod(self.number, 100))
            case Unit.SET:
                raise ValueError("The day is set by the record and cannot be counted.")
            case Unit.MONTH:
                return self._months(start)
            case Unit.HOUR:
                return day_of(after_hours(start_of(start), self.number))
            case _:
                days = self.number * (7 if self.unit is Unit.WEEK else 1)
                return start + timedelta(days=days - self.first_day_counts)

    def _counted(self, start: date, calendar: Calendar) -> date:
        if self.number == 0:
            return start
        if self.first_day_counts:
            start -= timedelta(days=1)
        return calendar.add(start, self.number)

    def _earlier(self, event: date, working: Calendar, school: Calendar | None) -> date:
        if self.by_calendar:
            calendar = self._calendar(working, school)
            return calendar.add(event, -self.number) if self.number else event
        match self.unit:
            case Unit.MONTH:
                return add_months(event, -self.number)
            case Unit.WEEK | Unit.DAY:
                return event - timedelta(days=self.number * (7 if self.unit is Unit.WEEK else 1))
            case _:
                raise ValueError(f"{self} cannot be counted back.")

    def _calendar(self, working: Calendar, school: Calendar | None) -> Calendar:
        match self.unit:
            case Unit.UK_WORKING_DAY:
                return working.everywhere
            case Unit.SCHOOL_DAY:
                return _school(school)
            case _:
                return working

    def _months(self, start: date) -> date:
        last = add_months(start, self.number)
        clipped = last.day != start.day
        return last - timedelta(days=1) if self.first_day_counts and not clipped else last

    def _rolled(self, day: date, working: Calendar) -> date:
        match self.roll:
            case Roll.FORWARD:
                return working.on_or_after(day)
            case Roll.BACK:
                return working.on_or_before(day)
            case _:
                return day


def _school(school: Calendar | None) -> Calendar:
    if school is None:
        raise ValueError("School days cannot be counted until the authority's term dates are given.")
    return school


def working_days(number: int) -> Span:
    return Span(number, Unit.WORKING_DAY)


def school_days(number: int) -> Span:
    return Span(number, Unit.SCHOOL_DAY)


def uk_working_days(number: int) -> Span:
    return Span(number, Unit.UK_WORKING_DAY)


def terms(number: int) -> Span:
    return Span(number, Unit.TERM)


def yearly(month: int, day: int) -> Span:
    """Until the next such day of a year; the day it starts is not that day, unless the first day counts."""
    return Span(month * 100 + day, Unit.YEARLY)


SET_DAY = Span(0, Unit.SET)


def days(number: int) -> Span:
    return Span(number, Unit.DAY)


def weeks(number: int) -> Span:
    return Span(number, Unit.WEEK)


def months(number: int) -> Span:
    return Span(number, Unit.MONTH)


def hours(number: int) -> Span:
    return Span(number, Unit.HOUR)


_YEARLY = re.compile(r"until the next (\d{1,2}) ([a-z]+)", re.IGNORECASE)
_WRITTEN = re.compile(r"\s*(\d{1,4})\s+([a-z ]+?)s?\s*", re.IGNORECASE)


def span(written: str) -> Span:
    """A span from words such as '10 working days, counting the first day'; ValueError says what can be written."""
    first, *rest = [part.strip() for part in written.lower().split(",")]
    read = _length(first, written)
    for part in rest:
        read = _with(read, part, written)
    return read


def _length(first: str, written: str) -> Span:
    found = _WRITTEN.fullmatch(first)
    units = {unit.value.lower(): unit for unit in Unit if unit not in (Unit.YEARLY, Unit.SET)}
    if found and found[2] in units:
        return Span(int(found[1]), units[found[2]])
    turn = _YEARLY.fullmatch(first)
    months_lower = [month.lower() for month in _MONTHS]
    if turn and turn[2] in months_lower and 1 <= int(turn[1]) <= 31:
        return yearly(months_lower.index(turn[2]) + 1, int(turn[1]))
    if first == str(SET_DAY):
        return SET_DAY
    raise ValueError(f"'{written}' is not a length of time. Write, for example, '10 working days' or '6 weeks'.")


def _with(read: Span, part: str, written: str) -> Span:
    if part == "counting the first day":
        return read.counting_first_day()
    if part == "from the next working day if received on a day off":
        return read.deemed_received_next_working_day()
    if part == "counted back":
        return read.counted_back()
    for roll in (Roll.FORWARD, Roll.BACK):
        if part == roll.value:
            return read.rolled(roll)
    raise ValueError(f"'{part}' in '{written}' is not understood. A span may end ', counting the first day'.")
