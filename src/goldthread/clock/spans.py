"""Lengths of time that a law or a local rule allows.

Units do not convert: twelve weeks are not three months, and twenty working days are not four weeks. Unless a span says
otherwise, the day of the trigger is day 0 and a date that falls on a weekend stays there.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from goldthread.clock.ages import add_months
from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.times import after_hours, day_of, start_of


class Unit(Enum):
    """What is counted; the value is the word for one of them."""

    WORKING_DAY = "working day"
    SCHOOL_DAY = "school day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"


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
    """

    number: int
    unit: Unit
    first_day_counts: bool = False
    roll: Roll = Roll.NONE
    deemed_received: bool = False

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(f"A span cannot be shorter than nothing: {self.number} {self.unit.value}s.")

    def __str__(self) -> str:
        parts = [f"{self.number} {self.unit.value}{'' if self.number == 1 else 's'}"]
        if self.first_day_counts:
            parts.append("counting the first day")
        if self.deemed_received:
            parts.append("from the next working day if received on a day off")
        if self.roll is not Roll.NONE:
            parts.append(self.roll.value)
        return ", ".join(parts)

    def counting_first_day(self) -> "Span":
        return replace(self, first_day_counts=True)

    def rolled(self, roll: Roll) -> "Span":
        return replace(self, roll=roll)

    def deemed_received_next_working_day(self) -> "Span":
        return replace(self, deemed_received=True)

    @property
    def by_calendar(self) -> bool:
        """Whether some days are skipped in the counting."""
        return self.unit in (Unit.WORKING_DAY, Unit.SCHOOL_DAY)

    def due(self, start: date, calendar: Calendar | None = None, school: Calendar | None = None) -> date:
        """The last day of the span that starts on a day.

        `calendar` is England's working days unless given. Raises ValueError for school days without a school calendar.
        """
        working = calendar or working_days_in_england()
        if self.deemed_received:
            start = working.on_or_after(start)
        return self._rolled(self._last_day(start, working, school), working)

    def due_at(self, moment: datetime) -> datetime:
        """The moment the span ends, for a span of hours that starts at a known moment."""
        if self.unit is not Unit.HOUR:
            raise ValueError(f"{self} ends on a day, not at a moment.")
        return after_hours(moment, self.number)

    def _last_day(self, start: date, working: Calendar, school: Calendar | None) -> date:
        match self.unit:
            case Unit.WORKING_DAY:
                return self._counted(start, working)
            case Unit.SCHOOL_DAY:
                if school is None:
                    raise ValueError("School days cannot be counted until the authority's term dates are given.")
                return self._counted(start, school)
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


def working_days(number: int) -> Span:
    return Span(number, Unit.WORKING_DAY)


def school_days(number: int) -> Span:
    return Span(number, Unit.SCHOOL_DAY)


def days(number: int) -> Span:
    return Span(number, Unit.DAY)


def weeks(number: int) -> Span:
    return Span(number, Unit.WEEK)


def months(number: int) -> Span:
    return Span(number, Unit.MONTH)


def hours(number: int) -> Span:
    return Span(number, Unit.HOUR)


_WRITTEN = re.compile(r"\s*(\d{1,4})\s+([a-z ]+?)s?\s*", re.IGNORECASE)


def span(written: str) -> Span:
    """A span from words such as '10 working days, counting the first day'; ValueError says what can be written."""
    first, *rest = [part.strip() for part in written.lower().split(",")]
    found = _WRITTEN.fullmatch(first)
    units = {unit.value: unit for unit in Unit}
    if not found or found[2] not in units:
        raise ValueError(f"'{written}' is not a length of time. Write, for example, '10 working days' or '6 weeks'.")
    read = Span(int(found[1]), units[found[2]])
    for part in rest:
        read = _with(read, part, written)
    return read


def _with(read: Span, part: str, written: str) -> Span:
    if part == "counting the first day":
        return read.counting_first_day()
    if part == "from the next working day if received on a day off":
        return read.deemed_received_next_working_day()
    for roll in (Roll.FORWARD, Roll.BACK):
        if part == roll.value:
            return read.rolled(roll)
    raise ValueError(f"'{part}' in '{written}' is not understood. A span may end ', counting the first day'.")
