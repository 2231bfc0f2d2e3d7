"""How the due day of one occurrence was found, so that anybody can find it again: in sentences, and day by day."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.clock.ages import weeks_of_pregnancy
from goldthread.clock.calendars import Calendar, NotPublished, working_days_in_england
from goldthread.clock.counting import CountedDay, count
from goldthread.clock.spans import Roll, Span, Unit
from goldthread.clock.times import after_hours, spoken_day, spoken_moment, start_of
from goldthread.duties.life import Life
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.settings import Settings
from goldthread.duties.shape import Duty
from goldthread.duties.telling import span_of

_ONE_DAY = timedelta(days=1)
_FEW = 6  # days left out that are named one by one


@dataclass(frozen=True, slots=True)
class How:
    """The count in sentences, the same day by day where days are counted one by one, and the calendar it was counted by."""

    says: tuple[str, ...]
    days: tuple[CountedDay, ...]
    calendar: str


def how(o: Occurrence, duty: Duty, life: Life, settings: Settings, known: date | None = None) -> How:
    """How an occurrence's due day was found in a life, under an authority's settings and the calendar as known."""
    told = _Count(o, duty, life, settings, known)
    return How(tuple(told.sentences()), tuple(told.days()), told.calendar_words())


def calendar_of(span: Span, settings: Settings, known: date | None = None) -> Calendar:
    """The calendar by which a span is counted: England's working days, every nation's, or the authority's school days."""
    working = working_days_in_england(known)
    if span.unit is Unit.SCHOOL_DAY and settings.school:
        return settings.school
    return working.everywhere if span.unit is Unit.UK_WORKING_DAY else working


class _Count:
    """The parts of one count, and how they are said."""

    def __init__(self, o: Occurrence, duty: Duty, life: Life, settings: Settings, known: date | None) -> None:
        self.o, self.duty, self.life, self.settings, self.known = o, duty, life, settings, known
        self.span = span_of(o.span)
        self.working = working_days_in_england(known)
        self.calendar = calendar_of(self.span, settings, known)
        self.event = self._event() if self.span.back else None

    def _event(self) -> date | None:
        """The event that a span is counted back from."""
        said = self.life.said((self.duty.before.name,)) if self.duty.before else None
        place = bisect_left(said.days, self.o.opened) if said else 0
        return said.days[place] if said and place < len(said.days) else None

    def days(self) -> list[CountedDay]:
        """Each day from the one it is counted from to the due day; counted back, from the event to the due day."""
        if self.span.unit in (Unit.HOUR, Unit.SET, Unit.TERM, Unit.YEARLY):
            return []
        if self.event is not None:
            return self._back()
        return count(self.span, self.o.counted_from, max(self.o.due, self.o.counted_from), self.calendar)

    def _back(self) -> list[CountedDay]:
        assert self.event is not None
        found, number, day = [CountedDay(self.event, None, "The day of the event is not counted")], 0, self.event
        while day > self.o.due:
            day -= _ONE_DAY
            reason = self.calendar.reason(day) if self.span.by_calendar else None
            number += reason is None
            found.append(CountedDay(day, None if reason else number, reason or ""))
        return found

    def calendar_words(self) -> str:
        """The calendar, and what was known of it."""
        if not self.span.by_calendar:
            return "No day is left out."
        as_known = f", as known on {spoken_day(self.known)}" if self.known else ""
        return f"Counted in {self.calendar.name}{as_known}."

    def sentences(self) -> Iterator[str]:
        o, unit = self.o, self.span.unit
        if unit is Unit.SET:
            yield f"The record sets the day: {spoken_day(o.due)}."
            return
        if unit is Unit.HOUR:
            yield from self._hours()
        elif self.event is not None:
            yield from self._ahead(self.event)
        else:
            yield self._begins()
            yield from self._counted()
        yield from self._sooner()

    def _begins(self) -> str:
        start, number = spoken_day(self.o.counted_from), 1 if self.span.first_day_counts else 0
        if self.o.counted_from != self.o.opened:
            return f"Counted from {start}, before it opened on {spoken_day(self.o.opened)}: that is day {number}."
        return f"Counted from {start}: that is day {number}."

    def _counted(self) -> Iterator[str]:
        """From the first day to where the span ends, by its own unit."""
        start = self.o.counted_from
        if self.span.deemed_received and (first := self.working.on_or_after(start)) != start:
            yield f"It came on a day off, so it counts as come on {spoken_day(first)}."
            start = first
        last = self._ends(self.span, start)
        yield from self._unit(start, last)
        if last != (unrolled := self._ends(self.span.rolled(Roll.NONE), start)):
            yield f"{spoken_day(unrolled)} is no working day, so it is moved to {spoken_day(last)}."

    def _ends(self, span: Span, start: date) -> date:
        try:
            return span.due(start, self.working, self.settings.school)
        except (NotPublished, ValueError):
            return span.without_terms.due(start, self.working)

    def _unit(self, start: date, last: date) -> Iterator[str]:
        plain = self.span.rolled(Roll.NONE)
        ends = self._ends(plain, start)
        match self.span.unit:
            case Unit.TERM:
                yield from self._terms(start, ends)
            case Unit.YEARLY:
                yield f"{plain}: {spoken_day(ends)}."
            case Unit.MONTH if ends.day < start.day and not self.span.first_day_counts:
                yield f"{ends:%B} has no day {start.day}, so {plain} {_end(plain)} on its last day, {spoken_day(ends)}."
            case _:
                yield from self._left_out(start, ends)
                yield f"{plain} {_end(plain)} on {spoken_day(ends)}."

    def _terms(self, start: date, ends: date) -> Iterator[str]:
        school = self.settings.school
        if school is None or ends > school.published_to:
            yield f"The term dates are not given, so {self.span.without_terms} are counted: to {spoken_day(ends)}."
            return
        this = school.end_of_term_after(start, 0)
        yield f"The term of that day ends on {spoken_day(this)} and is not counted; the next school term ends on {spoken_day(ends)}."

    def _left_out(self, start: date, ends: date) -> Iterator[str]:
        """The days that are not counted: weekends as a number, others by name."""
        out = [d for d in count(self.span, start, ends, self.calendar) if d.ordinal is None and d.day != start]
        weekend = [d for d in out if d.day.weekday() >= 5]
        others = [d for d in out if d.day.weekday() < 5]
        said = [f"{len(weekend)} days of weekends"] if len(weekend) > 1 else [f"{spoken_day(d.day)}" for d in weekend]
        said += [f"{spoken_day(d.day)} ({d.skipped})" for d in others[:_FEW]]
        if len(others) > _FEW:
            said.append(f"{len(others) - _FEW} more days off")
        if said:
            yield f"Not counted: {', '.join(said)}."

    def _hours(self) -> Iterator[str]:
        o, began = self.o, self.o.opened_at or start_of(self.o.opened)
        assert o.due_at is not None
        yield f"Counted from {spoken_moment(began)}{'' if o.opened_at else ', because the hour is not known'}."
        whole = after_hours(began, self.span.number)
        if began.utcoffset() != whole.utcoffset():
            later = (whole.utcoffset() or timedelta()) > (began.utcoffset() or timedelta())
            yield f"The clocks went {'forward' if later else 'back'} in between: hours are counted as they pass."
        yield f"{self.span} {_end(self.span)} at {spoken_moment(whole)}."
        if self.duty.in_any and o.due_at < whole:
            minutes = round((whole - o.due_at).total_seconds() / 60)
            yield f"Earlier times in {self.duty.in_any} took up {_length(minutes)}, so it is due at {spoken_moment(o.due_at)}."

    def _ahead(self, event: date) -> Iterator[str]:
        assert self.duty.before is not None
        length = str(self.span).removesuffix(", counted back")
        yield f"{self.duty.before.says[:1].upper()}{self.duty.before.says[1:]} on {spoken_day(event)}."
        day = self._ends(self.span, event)
        yield f"{length} before is {spoken_day(day)}."
        if day < self.o.opened:
            yield f"That day had gone by when it opened, so it is due on {spoken_day(self.o.due)}, at once."

    def _sooner(self) -> Iterator[str]:
        """Where something else makes it due before the span has run out."""
        o, duty = self.o, self.duty
        if o.due_at or self.event is not None or o.due >= self._ends(self.span, o.counted_from):
            return
        if duty.by_age is not None:
            yield f"It is due sooner, on the last day before the birthday at {duty.by_age}: {spoken_day(o.due)}."
        elif duty.no_later and self.life.expected:
            week = (self.life.expected.day - o.due).days
            reached = next(
                (n for n in range(1, 43) if weeks_of_pregnancy(self.life.expected.day, n) == o.due), 40 - week // 7
            )
            yield f"It is due sooner, when {reached} weeks of pregnancy are reached: {spoken_day(o.due)}."
        elif duty.before:
            yield f"It is due sooner, on the day {duty.before.says}: {spoken_day(o.due)}."


def _end(span: Span) -> str:
    return "ends" if span.number == 1 else "end"


def _length(minutes: int) -> str:
    """'10 hours 30 minutes'."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    return " ".join([*parts, f"{rest} minute{'' if rest == 1 else 's'}"] if rest or not parts else parts)
