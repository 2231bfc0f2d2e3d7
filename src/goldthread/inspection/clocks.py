"""The service's statutory clocks: what is owed after an inspection and every year, by the engine that counts for children.

The words are the milestones somebody wrote down, the days that a confirmed report says, and the turns of the year.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.clock.times import day_of, start_of
from goldthread.duties import Explanation, Occurrence, Spoken, State, occurrences
from goldthread.duties import service as s
from goldthread.duties.explain import Explainer, duty_of
from goldthread.duties.rules import SERVICE_RULES
from goldthread.duties.shape import Duty, until
from goldthread.inspection.models import Milestone, Report
from goldthread.inspection.models.reports import ENDED, PUBLISHED
from goldthread.inspection.reports import held_of
from goldthread.record.local.inforce import in_force

ONE_DAY = timedelta(days=1)
_FROM_REPORTS = {ENDED: s.inspected.name, PUBLISHED: s.report_published.name}
_TURNS = {
    s.year_ended.name: ((3, 31),),
    s.half_year_ended.name: ((3, 31), (9, 30)),
    s.quarter_ended.name: ((3, 31), (6, 30), (9, 30), (12, 31)),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One time that the service owed something, as it stands. `check` says what somebody still has to confirm."""

    occurrence: Occurrence
    duty: Duty
    told: Explanation

    @property
    def state(self) -> State:
        return self.told.verdict.state

    @property
    def due(self) -> date:
        return self.occurrence.due

    @property
    def check(self) -> str:
        return self.duty.law.check or self.duty.law.instrument.check


def clocks(on: date) -> list[Clock]:
    """Every clock that had begun by a day: what is still open by its due day, then what is over, the latest first."""
    said = spoken(standing(), on)
    settings = in_force()
    found = occurrences(said, SERVICE_RULES, settings)
    explainer = Explainer(said, on, rules=SERVICE_RULES, settings=settings)
    every = [Clock(o, duty_of(o, SERVICE_RULES), explainer.explain(o)) for o in found if o.opened <= on]
    still = sorted((c for c in every if c.state.is_open), key=lambda c: (c.due, c.occurrence.code))
    over = sorted((c for c in every if not c.state.is_open), key=lambda c: (c.due, c.occurrence.code), reverse=True)
    return still + over


def standing() -> list[Milestone]:
    """The milestones that nobody has withdrawn, in the order of their days."""
    found = Milestone.objects.filter(withdraws=None, withdrawn_by=None).select_related("by", "file", "report")
    return sorted(found, key=lambda m: (m.day, m.at, m.pk))


def spoken(milestones: Iterable[Milestone], on: date) -> list[Spoken]:
    """The service's words up to now: what was written down, what reports say, and what the calendar and silence say."""
    said = [*_written(milestones), *_reported()]
    said += _turned(said, on)
    said += _unsaid(said, on)
    due = [o for o in occurrences(said, SERVICE_RULES, in_force()) if o.code == "OF01"]
    return said + [_by_itself(s.statement_due.name, o.due) for o in due]


def _written(milestones: Iterable[Milestone]) -> Iterator[Spoken]:
    """An end belongs to the last beginning of its kind that has none."""
    begun: dict[str, list[str]] = {}
    for m in milestones:
        episode, _, part = m.word.rpartition(".")
        key = f"milestone {m.pk}"
        if part == "begins":
            begun.setdefault(episode, []).append(key)
        elif part == "ends" and begun.get(episode):
            key = begun[episode].pop()
        yield Spoken(m.word, m.day, None, key, m.pk, m.at)


def _reported() -> Iterator[Spoken]:
    """The days that our own reports say, once a person has confirmed them."""
    for held in held_of(Report.objects.filter(ours=True)).values():
        for one in held:
            if one.stands and one.said and one.fact.kind in _FROM_REPORTS:
                entry = f"fact {one.fact.pk}"
                day = date.fromisoformat(str(one.value))
                yield Spoken(_FROM_REPORTS[one.fact.kind], day, None, entry, entry, one.said.at)


def _turned(said: Iterable[Spoken], on: date) -> list[Spoken]:
    first = min((one.day for one in said), default=on)
    days = [(word, date(year, *turn)) for word, turns in _TURNS.items() for turn in turns for year in range(first.year, on.year + 1)]
    return [_by_itself(word, day) for word, day in sorted(days) if first <= day <= on]


def _unsaid(said: Iterable[Spoken], on: date) -> list[Spoken]:
    """Where nobody ever wrote down that a yearly thing was done, so it says of each of its years as the last day comes."""
    every = list(said)
    words = {one.word for one in every}
    silent = [duty for duty in SERVICE_RULES if duty.unsure and not words & {word.name for word in until(duty)}]
    last = [(duty.unsure[0].name, o.due - ONE_DAY) for duty in silent for o in occurrences(every, (duty,), in_force())]
    return [_by_itself(word, day) for word, day in last if day <= on]


def _by_itself(word: str, day: date) -> Spoken:
    entry = f"{word} {day.isoformat()}"
    return Spoken(word, day, None, entry, entry, start_of(day))


def ahead(milestones: Iterable[Milestone], on: date) -> list[Milestone]:
    """What is booked for a day still to come."""
    return [m for m in milestones if m.day > on]


def written_later(m: Milestone) -> int:
    """How many days after it happened a milestone was written down; 0 where it was booked or written that day."""
    return max(0, (day_of(m.at) - m.day).days)
