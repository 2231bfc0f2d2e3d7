"""What saving a visit will do, in words: what is met, and each child's next day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.text import capfirst

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import Occurrence, State, state
from goldthread.oversight.foresee import ALONE, SEEING, Foreseen, foresee
from goldthread.record.speak import NewEntry
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.forms.around import bold_day
from goldthread.web.said import Sentence, plain

NEAR = 1  # working days: amber comes a day early
WORKING_DAY = "working day"
AND_STILL = ", and still to be seen by "


@dataclass(frozen=True, slots=True)
class Line:
    """A state with its words and, small, what stands behind it. `state` is a key of parts.STATES."""

    state: str
    words: str
    fresh: Sentence = ""


@dataclass(frozen=True, slots=True)
class WillDo:
    """For one child: what saving will do, and the same as one line of the whole."""

    person: int
    next: Sentence
    fresh: str
    line: Line

    @property
    def said(self) -> str:
        """One sentence or two, for after it was saved. A day that stays as it was is said once, in the first of them."""
        fresh = plain(self.line.fresh)
        first = f"{self.line.words}{f', {fresh[:1].lower()}{fresh[1:]}' if fresh else ''}".rstrip(".")
        next_day = plain(self.next).partition(AND_STILL)[0]
        return f"{first}." if next_day.startswith("Still") and ", and" not in next_day else f"{first}. {next_day}."


def of_visit(opened: Opened, entry: NewEntry) -> WillDo:
    """What this visit would do for one child."""
    seen = foresee(opened.child.life.spoken, [entry], opened.reach.now, opened.child.owed)
    return WillDo(opened.child.person, *_next(seen, opened, entry), _line(seen, opened, entry))


def owed_now(opened: Opened) -> list[Line]:
    """The visits owed to a child now, the most pressing first; seeing the child alone only where it is due no later."""
    return [_as_line(o, opened.reach.now) for o in _owed_visits(foresee((), (), opened.reach.now, opened.child.owed))]


def _owed_visits(found: Foreseen) -> list[Occurrence]:
    seeing, alone = found.owed_before(SEEING)[:1], found.owed_before(ALONE)[:1]
    if seeing and alone and alone[0].due > seeing[0].due:
        return seeing
    return [*seeing, *(o for o in alone if o not in seeing)]


def _as_line(o: Occurrence, now: datetime) -> Line:
    day = wording.as_day(now)
    alone = "alone " if o.code in ALONE else ""
    match state(o, now).state:
        case State.OVERDUE:
            return Line("overdue", f"{alone}{late_by(o, day)} over, due {wording.short_day(o.due, day)}")
        case State.UNKNOWN:
            return Line("unsure", f"{alone}we cannot tell, due {wording.short_day(o.due, day)}")
    soon = working_days_in_england().between(day, o.due) <= NEAR
    return Line("soon" if soon else "owed", f"{alone}by {wording.short_day(o.due, day)}")


def span_words(o: Occurrence) -> str:
    """How long it may take: '10 working days', without the name of the setting the number comes from."""
    return o.span.partition(" (")[0]


def late_by(o: Occurrence, day: date) -> str:
    """'1 working day', or plain days where the duty is counted in those."""
    working = working_days_in_england().between(o.due, day)
    return wording.count(working, WORKING_DAY) if WORKING_DAY in o.span and working else wording.count((day - o.due).days, "day")


def _next(found: Foreseen, opened: Opened, entry: NewEntry) -> tuple[Sentence, str]:
    """The child's next day, and why it is that one."""
    seeing, alone, today = found.owed(SEEING), found.owed(ALONE), opened.day
    if not seeing:
        return _alone_only(alone, today) or ("Nothing more is owed", "" if found.met else "no rule asks for a visit just now")
    first = seeing[0]
    if state(first, found.now).state == State.UNKNOWN:
        return "We cannot tell", f"until it is said whether {opened.first} was seen"
    sooner = alone[:1] if alone and alone[0].due <= first.due and alone[0] is not first else []
    sentence = [_begins(first, found, entry) if first.due >= today else "Still overdue since ", bold_day(first.due, today)]
    for o in sooner:
        sentence += [", and ", bold_day(o.due, today, "alone by " if o.due >= today else "alone, overdue since ")]
    if _another_try(first, found, entry) and (stands := _standing(seeing, found)) and stands.due > first.due:
        sentence += [AND_STILL, bold_day(stands.due, today)]
    return tuple(sentence), _why(found, first, sooner, opened, entry)


def _another_try(o: Occurrence, found: Foreseen, entry: NewEntry) -> bool:
    """Whether it is owed because this visit did not see the child: it takes the place of nothing that was owed before."""
    return o.opened_by in found.new and entry.values.get("child_seen") is False


def _standing(seeing: list[Occurrence], found: Foreseen) -> Occurrence | None:
    """What was owed before and is owed still."""
    return next((o for o in seeing if o.opened_by not in found.new), None)


def _begins(first: Occurrence, found: Foreseen, entry: NewEntry) -> str:
    if _another_try(first, found, entry):
        return "Another try by "
    return "Next visit by " if first.opened_by in found.new else "Still by "


def _alone_only(alone: list[Occurrence], today: date) -> tuple[Sentence, str] | None:
    return (("Alone by ", bold_day(alone[0].due, today)), f"alone at least once in {span_words(alone[0])}") if alone else None


def _why(found: Foreseen, first: Occurrence, sooner: list[Occurrence], opened: Opened, entry: NewEntry) -> str:
    if sooner:
        return f"alone at least once in {span_words(sooner[0])}"
    if first.opened_by in found.new:
        since = "today" if first.counted_from == opened.day else wording.short_day(first.counted_from, opened.day)
        because = f", as {opened.first} was not seen" if _another_try(first, found, entry) else ""
        return f"{span_words(first)} from {since}{because}"
    if entry.values.get("child_seen") is False:
        return f"a visit where {opened.first} is not seen does not count"
    return "this visit does not change it" if entry.values.get("child_seen") else f"until it is said whether {opened.first} was seen"


def _line(found: Foreseen, opened: Opened, entry: NewEntry) -> Line:
    name, today = capfirst(wording.possessive(opened.first)), opened.day
    met = sorted((o for o in found.met if o.code in SEEING), key=lambda o: o.due) or [o for o in found.met if o.code in ALONE]
    if met:
        return _met_line(met[0], f"{name} visit is met")
    seeing = found.owed(SEEING)
    if not seeing:
        return Line("", f"{name} visit is written down", "no rule asked for it just now")
    verdict = state(seeing[0], found.now).state
    if verdict == State.UNKNOWN:
        return Line("unsure", f"We cannot tell whether {opened.first} was seen", "It is not counted as met until that is said.")
    unseen = entry.values.get("child_seen") is False
    if entry.values.get("child_seen") or (seeing[0].opened_by in found.new and not unseen):
        return Line("owed", f"{name} visit is written down", f"next by {wording.long_day(seeing[0].due, today)}")
    still = _standing(seeing, found) or seeing[0]
    over = state(still, found.now).state == State.OVERDUE
    return Line("overdue" if over else "owed", f"{capfirst(opened.first)} still has to be seen", f"{'overdue since' if over else 'by'} {wording.long_day(still.due, today)}")


def _met_line(o: Occurrence, words: str) -> Line:
    assert o.met is not None
    if o.met > o.due:
        return Line("metlate", words, f"{late_by(o, o.met)} late. It stays visible as late.")
    left = working_days_in_england().between(o.met, o.due)
    return Line("met", words, f"{wording.count(left, WORKING_DAY)} early" if left else "on the last day")


def of_all(lines: list[tuple[Opened, NewEntry]]) -> Iterator[WillDo]:
    """What saving will do for each child, those whose visit was owed first coming first."""
    return (of_visit(opened, entry) for opened, entry in lines)
