"""Finds the facts of one occurrence in a life, and puts them into words for the day that is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from goldthread.clock.calendars import PUBLISHED_TO, working_days_in_england
from goldthread.clock.counting import day_number
from goldthread.clock.spans import Span, Unit, span
from goldthread.clock.times import day_of, spoken_day, spoken_moment
from goldthread.duties.ladders import child_not_seen
from goldthread.duties.life import Life, Spoken, in_order
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.sentence import named, sentence_case
from goldthread.duties.service import SERVICE_WORDS, SILENCES
from goldthread.duties.shape import Duty, UnderAge, law_of, until
from goldthread.duties.state import State, state
from goldthread.duties.words import WORDS, missing


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the record says: the day, what, in which entry, and when it was written down."""

    day: date
    at: datetime | None
    says: str
    entry: int | str
    recorded: datetime


@lru_cache(maxsize=512)
def span_of(text: str) -> Span:
    """The span of an occurrence, read from its text."""
    return span(text.split(" (local", 1)[0])


class Teller:
    """Finds the facts of one occurrence and puts them into words."""

    def __init__(self, o: Occurrence, duty: Duty, life: Life, on: date | datetime, name: str) -> None:
        self.o, self.duty, self.life, self.on, self.name = o, duty, life, on, name
        self.today = day_of(on)
        self.verdict = state(o, on)
        self.span = span_of(o.span)

    def day(self, day: date) -> str:
        return spoken_day(day, near=self.today)

    def due(self) -> str:
        return spoken_moment(self.o.due_at, self.today) if self.o.due_at else self.day(self.o.due)

    def fact(self, entry: int | str | None, day: date | None, words: Sequence[str] = ()) -> Fact | None:
        """What an entry said on a day; where it said several words, the one looked for."""
        if day is None or entry in (None, ""):
            return None
        found = sorted(self.life.of_entry(entry), key=lambda s: (s.word not in words, s.day != day, s.word))
        return self._fact(found[0]) if found else None

    def partly(self) -> tuple[Fact, ...]:
        """What was tried between the opening and its end, and is not enough."""
        o, needs = self.o, {word.name for word in (*until(self.duty), *self.duty.unsure)}
        last = o.met or o.over_by(self.today) or self.today
        enough = {s.entry for word in needs for s in self.life.said((word,)).items}
        names = [word.name for word in self.duty.partly]  # of what one entry says, the later in the rule says more
        said = sorted(self.life.said(tuple(names)).items, key=lambda s: (*in_order(s)[:3], names.index(s.word)))
        return tuple(self._fact(s) for s in said if o.opened < s.day <= last and s.entry not in enough)

    def day_number(self) -> int | None:
        if self.span.unit is Unit.HOUR or self.today < self.o.counted_from:
            return None
        return day_number(self.span, self.o.counted_from, self.today)

    def days_allowed(self) -> int | None:
        return self.span.number if self.span.unit in (Unit.WORKING_DAY, Unit.SCHOOL_DAY, Unit.DAY) else None

    def sentence(self) -> str:
        tell = {
            State.NOT_YET: self._not_yet,
            State.MET: self._met,
            State.MET_LATE: self._met_late,
            State.MISSED: self._missed,
            State.ENDED: self._ended,
            State.UNKNOWN: self._unknown,
        }.get(self.verdict.state, self._open)
        return named(tell(), self.name)

    def cautions(self) -> list[str]:
        """What somebody should know before relying on the date."""
        law = law_of(self.duty, self.o.code)
        said = [f"To check: {what}." for what in (law.check, law.instrument.check) if what]
        if "(local" in self.o.span or self.duty.no_later:
            said.append("The number is local practice.")
        if self.span.by_calendar and self.o.due > PUBLISHED_TO:
            said.append(f"The bank holidays of {self.o.due.year} are not published yet, so this date may move.")
        if self.o.due_at and self.o.opened_at is None:
            said.append("The hour is not known: this is the earliest it can be due, and the latest is a day later.")
        if self.duty.climbs is child_not_seen and any(m.covers(self.o.due) for m in self.life.stretches(missing.name)):
            said.append(named("The child was missing on the due day. The clock does not stop for that.", self.name))
        if not self.life.born and any(isinstance(step.fits, UnderAge) for step in self.duty.steps):
            said.append("The birth date is not known, so the interval for the youngest is used.")
        return said

    def _fact(self, s: Spoken) -> Fact:
        word = WORDS.get(s.word) or SERVICE_WORDS.get(s.word)
        return Fact(s.day, s.at, named(word.says if word else s.word, self.name), s.entry, s.recorded)

    def _last(self) -> str:
        """The event it is counted from, as a sentence."""
        if self.duty.last_said and (self.o.place or not self.duty.every or self.o.counted_from < self.o.opened):
            return self.duty.last_said.format(day=self.day(self.o.counted_from))
        opened = self.fact(self.o.opened_by, self.o.opened)
        if opened is None or self.o.counted_from != self.o.opened:
            return f"Counted from {self.day(self.o.counted_from)}."
        return f"{sentence_case(opened.says)} on {self.day(opened.day)}."

    def _open(self) -> str:
        number, allowed = self.day_number(), self.days_allowed()
        late = self.verdict.state is State.OVERDUE
        if number is not None and allowed:
            counted = f"Today is day {number} of {allowed}."
            return f"{self._last()} {counted}{self._tried()}"
        due = f"It {'was' if late else 'is'} due by {self.due()}{self._how_far()}.{self._plan_by()}"
        return f"{self._last()} {due}{self._tried()}"

    def _plan_by(self) -> str:
        """The softer day, where the due day is no working day and the softer one has not gone by."""
        if self.o.plan_by == self.o.due or self.today > self.o.plan_by or self.o.due_at:
            return ""
        return f" Plan it for {self.day(self.o.plan_by)}, the last working day before."

    def _how_far(self) -> str:
        if self.o.due_at:
            return ""
        days = (self.o.due - self.today).days
        if days == 0:
            return ", today"
        count_of_days = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
        return f", in {count_of_days}" if days > 0 else f", {count_of_days} ago"

    def _tried(self) -> str:
        tried = self.partly()
        if not tried:
            return ""
        return f" {sentence_case(tried[-1].says)} on {self.day(tried[-1].day)}, and that is not enough."

    def _not_yet(self) -> str:
        return f"This begins on {self.day(self.o.opened)} and will be due by {self.due()}."

    def _met(self) -> str:
        assert self.o.met is not None
        return f"Done on {self.day(self.o.met)}, in time: it was due by {self.due()}.{self._written_later()}"

    def _met_late(self) -> str:
        assert self.o.met is not None
        return f"Done on {self.day(self.o.met)}{self._lateness()}: it was due by {self.due()}.{self._written_later()}"

    def _lateness(self) -> str:
        if self.o.due_at or self.o.met is None:
            return ", late"
        by_calendar = self.span.by_calendar
        late = (
            working_days_in_england().between(self.o.due, self.o.met) if by_calendar else (self.o.met - self.o.due).days
        )
        unit = "working day" if by_calendar else "day"
        return f", {late} {unit}{'' if late == 1 else 's'} late" if late else ", late"

    def _written_later(self) -> str:
        met = self.fact(self.o.met_by, self.o.met, [word.name for word in until(self.duty)])
        if met is None or day_of(met.recorded) <= met.day or self.duty.recording_meets:
            return ""
        return f" It was written down on {self.day(day_of(met.recorded))}."

    def _missed(self) -> str:
        return f"It was due by {self.due()} and was not done before it ended: {self._why_ended()}."

    def _ended(self) -> str:
        return f"No longer owed: {self._why_ended()}. It would have been due by {self.due()}."

    def _why_ended(self) -> str:
        ended = self.fact(self.o.ended_by, self.o.ended)
        if ended:
            return f"{ended.says} on {self.day(ended.day)}"
        return f"the young person turned {self.duty.ends_at} on {self.day(self.o.lapses or self.o.due)}"

    def _unknown(self) -> str:
        unsure = self.fact(self.o.unsure_by, self.o.unsure, [word.name for word in self.duty.unsure])
        when = "by the end of" if SILENCES & {word.name for word in self.duty.unsure} else "on"
        doubt = f"{unsure.says} {when} {self.day(unsure.day)}" if unsure else self.verdict.reason
        was = "was" if self.o.due < self.today else "is"
        return f"We cannot tell: {doubt}. It {was} due by {self.due()}."
