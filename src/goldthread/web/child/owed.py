"""What is owed to a child in words: the state, the day, the reason, who owes it and which rule says so."""

from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.counting import day_number
from goldthread.clock.spans import Unit
from goldthread.duties import Occurrence, State, state
from goldthread.duties.explain import duty_of, span_of
from goldthread.duties.roles import ROLES
from goldthread.duties.sentence import named
from goldthread.duties.shape import Duty
from goldthread.duties.state import Verdict
from goldthread.oversight.owners import owner_of
from goldthread.web import rulebook, wording
from goldthread.web.addresses import address_of
from goldthread.web.child.opening import Opened
from goldthread.web.said import Link, Sentence

MARK = {
    State.NOT_YET: "owed", State.OWED: "owed", State.OVERDUE: "overdue", State.MET: "met", State.MET_LATE: "metlate",
    State.MISSED: "ended", State.ENDED: "ended", State.UNKNOWN: "unsure",
}  # fmt: skip
ORDER = (State.OVERDUE, State.UNKNOWN, State.OWED, State.NOT_YET)
SOON = 1  # working days: amber comes a day early
FAR = 20


@dataclass(frozen=True, slots=True)
class Owing:
    """One duty of one child on the day of the page."""

    occurrence: Occurrence
    verdict: Verdict
    duty: Duty
    owner: str

    @property
    def state(self) -> State:
        return self.verdict.state


def owings(opened: Opened) -> list[Owing]:
    """Everything owed to the child, met or not: what is open first, then the newest."""
    found = [_owing(o, opened) for o in opened.child.owed]
    return sorted(found, key=_place)


def _owing(occurrence: Occurrence, opened: Opened) -> Owing:
    return Owing(
        occurrence,
        state(occurrence, opened.when),
        duty_of(occurrence),
        owner_words(occurrence.owner, opened),
    )


def _place(owing: Owing) -> tuple:
    o = owing.occurrence
    if owing.state in ORDER:
        return ORDER.index(owing.state), o.due.toordinal(), o.code
    return len(ORDER), -(o.met or o.ended or o.due).toordinal(), o.code


def owner_words(role: str, opened: Opened) -> str:
    """Who owes it, by name; the part they play where nobody is known by name."""
    who = owner_of(_holders(opened), role)
    says = ROLES[role].says if role in ROLES else role.replace("_", " ")
    return who.name if who else says


def _holders(opened: Opened) -> SimpleNamespace:
    """Who works with the child, as `owner_of` asks. Who managed a team on an earlier day is not known, so nobody is named."""
    held = {part: opened.workers.get(opened.standing[part]) for part in ("worker", "adviser", "chair")}
    return SimpleNamespace(about=opened.standing["about"], team=None if opened.past else opened.team, **held)


def mark(owing: Owing, day: date) -> str:
    """The mark of its state; amber where it is due today or on the next working day."""
    if owing.state == State.OWED and _left(owing.occurrence, day) <= SOON:
        return "soon"
    return MARK[owing.state]


def _left(o: Occurrence, day: date) -> int:
    return working_days_in_england().between(day, o.due)


def when_words(owing: Owing, when: datetime, past: bool = False) -> str:
    """'Overdue by 1 working day', 'In 2 working days, Tuesday 24 November', 'Met, day 9 of 10'."""
    o, day = owing.occurrence, wording.as_day(when)
    match owing.state:
        case State.OVERDUE:
            return ("Was overdue" if past else "Overdue") + _late_by(o, when)
        case State.OWED:
            return _due_words(o, day) if not past else f"Due {wording.long_day(o.due, day)}"
        case State.NOT_YET:
            return f"From {wording.long_day(o.opened, day)}"
        case State.MET:
            return _met_words(owing, day)
        case State.MET_LATE:
            return f"Met late, {wording.short_day(o.met, day)}"
        case State.MISSED:
            return f"Missed, was due {wording.short_day(o.due, day)}"
        case State.ENDED:
            return f"No longer owed from {wording.short_day(o.over_by(day), day)}"
    return "We could not tell" if past else "We cannot tell"


def _late_by(o: Occurrence, when: datetime) -> str:
    if o.due_at and wording.as_day(o.due_at) == wording.as_day(when):
        return f" since {wording.clock_time(o.due_at)}"
    late = working_days_in_england().between(o.due, wording.as_day(when))
    return f" by {wording.count(late, 'working day')}" if late else f" since {wording.long_day(o.due)}"


def _due_words(o: Occurrence, day: date) -> str:
    hour = f" by {wording.clock_time(o.due_at)}" if o.due_at else ""
    if o.due == day:
        return f"Due today{hour}"
    left = _left(o, day)
    if not 0 < left <= FAR:
        return f"Due {wording.long_day(o.due, day)}{hour}"
    return f"In {wording.count(left, 'working day')}, {wording.long_day(o.due, day)}{hour}"


def _met_words(owing: Owing, day: date) -> str:
    o, given = owing.occurrence, span_of(owing.occurrence.span)
    if given.unit in (Unit.WORKING_DAY, Unit.DAY) and given.number > 1 and o.met:
        number = day_number(given, o.counted_from, o.met)
        if 0 < number <= given.number:
            return f"Met, day {number} of {given.number}"
    return f"Met {wording.short_day(o.met, day)}"


def what(owing: Owing, first: str) -> str:
    """The duty as something to do, with the child's name in it."""
    return named(owing.duty.asks or owing.duty.says, first)


def rule(owing: Owing) -> Sentence:
    """Where the duty comes from, opening its sentence in the rule book."""
    return (Link(rulebook.source_words(owing.duty), f"{address_of('counted')}#{rulebook.anchor(owing.duty)}"),)
