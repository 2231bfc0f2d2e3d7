"""Local numbers and policies, each with the day it begins, so that a change does not rewrite history."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldthread.clock.calendars import Calendar
from goldthread.clock.spans import Span
from goldthread.duties.shape import Local


class WhenItChanges(Enum):
    """Which interval holds when the rule for it changes half-way; the value is how it is written."""

    STRICT = "strict"  # the interval in force when it began
    EXPIRY = "expiry"  # the interval in force when it would run out


class Receipt(Enum):
    """What counts as day 0 for something that comes on a day off, for rules counted in working days."""

    AS_RECEIVED = "as received"
    NEXT_WORKING_DAY = "next working day"


class NotExceeding(Enum):
    """How a limit in the law that says 'not exceeding', or a period that 'begins with' a day, is counted."""

    FIRST_DAY = "first day counts"
    NEXT_DAY = "from the next day"


class LeapDay(Enum):
    """When somebody born on 29 February reaches an age in a year without one."""

    MARCH = "1 March"
    FEBRUARY = "28 February"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One authority's number for one named setting, from a day on; `by` whom it was settled, and `why`, where that is known."""

    name: str
    span: Span
    since: date = date.min
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """From which day on an authority's record keeps a duty; None: not yet. Before that day the duty opens nothing here:

    what nobody was asked to write down is neither done nor late.
    """

    code: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Settings:
    """An authority's choices. `school` is its school calendar, without which school days cannot be counted.

    A duty that `kept` does not name is kept from the day its rule begins.
    """

    chosen: tuple[Chosen, ...] = ()
    kept: tuple[Kept, ...] = ()
    when_it_changes: WhenItChanges = WhenItChanges.STRICT
    receipt: Receipt = Receipt.AS_RECEIVED
    not_exceeding: NotExceeding = NotExceeding.FIRST_DAY
    leap_day: LeapDay = LeapDay.MARCH
    school: Calendar | None = None

    def versions(self, number: Span | Local) -> tuple[tuple[date, Span], ...]:
        """Every value a number has had, with the day each began, latest first."""
        if isinstance(number, Span):
            return ((date.min, number),)
        own = sorted(((c.since, c.span) for c in self.chosen if c.name == number.name), reverse=True)
        return (*own, (date.min, number.usual))

    def chosen_on(self, number: Local, day: date) -> Chosen | None:
        """The choice by which a number had its value on a day; None where it was the usual one."""
        own = [c for c in self.chosen if c.name == number.name and c.since <= day]
        return max(own, key=lambda c: c.since, default=None)

    def kept_from(self, code: str) -> date:
        """The first day on which a duty may open in this record: `date.max` where it is not kept."""
        since = {kept.code: kept.since for kept in self.kept}
        return since.get(code, date.min) or date.max


DEFAULTS = Settings()
