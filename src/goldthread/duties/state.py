"""What is true of an occurrence on the day it is asked about. Never stored: worked out each time.

A date asks about the whole of that day; a moment asks to the minute where hours are known.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from goldthread.clock.times import day_of
from goldthread.duties.occurrence import Occurrence


class State(StrEnum):
    """The states a duty can be in; the value is the word shown to people."""

    NOT_YET = "not yet"
    OWED = "owed"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met late"
    MISSED = "missed"
    ENDED = "no longer owed"
    UNKNOWN = "unknown"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in (State.OWED, State.OVERDUE, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state with its reason, and whether a promise was broken on the way."""

    state: State
    reason: str
    breach: bool = False


def state(occurrence: Occurrence, on: date | datetime) -> Verdict:
    """What is true of an occurrence on a day or at a moment."""
    day = day_of(on)
    if _later(occurrence.opened, occurrence.opened_at, on):
        return Verdict(State.NOT_YET, "It has not begun yet.")
    if occurrence.met is not None and not _later(occurrence.met, occurrence.met_at, on):
        return _met(occurrence)
    if over := occurrence.over_by(day):
        return _ended(occurrence, over)
    return _open(occurrence, on)


def _met(o: Occurrence) -> Verdict:
    if not _after_due(o, o.met, o.met_at):
        return Verdict(State.MET, "It was done in time.")
    if o.unsure is not None and o.unsure <= o.due:
        return Verdict(State.UNKNOWN, "It was done after the due date, or earlier: one entry does not say.")
    return Verdict(State.MET_LATE, "It was done, after the due date.", breach=True)


def _ended(o: Occurrence, over: date) -> Verdict:
    if over > o.due:
        if o.unsure is not None:
            return Verdict(State.UNKNOWN, "It ended after the due date; one entry that may have met it does not say.")
        return Verdict(State.MISSED, "It fell due and was not done before it ended.", breach=True)
    return Verdict(State.ENDED, "It ended before it fell due.")


def _open(o: Occurrence, on: date | datetime) -> Verdict:
    if o.unsure is not None and o.unsure <= day_of(on):
        return Verdict(State.UNKNOWN, "An entry that may have met it does not say.", breach=o.unsure > o.due)
    if _past(o, on):
        return Verdict(State.OVERDUE, "The due date has passed and it is not done.", breach=True)
    return Verdict(State.OWED, "It is not done, and the due date has not passed.")


def _later(day: date, at: datetime | None, on: date | datetime) -> bool:
    """Whether something happens only after the day or moment asked about."""
    if isinstance(on, datetime) and at is not None:
        return at > on
    return day > day_of(on)


def _after_due(o: Occurrence, day: date | None, at: datetime | None) -> bool:
    if o.due_at is not None and at is not None:
        return at > o.due_at
    return day is not None and day > o.due


def _past(o: Occurrence, on: date | datetime) -> bool:
    if o.due_at is not None and isinstance(on, datetime):
        return on > o.due_at
    return day_of(on) > o.due
