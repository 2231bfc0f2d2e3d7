"""Every form of duty as one normal form: what opens an occurrence, what meets it, what ends it, when it is due.

The engine knows only this. A repeating duty is one whose meeting word opens the next; a standing duty opens where
its relation is missing.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from sys import intern
from typing import NamedTuple

from goldthread.clock.calendars import Calendar
from goldthread.clock.counting import Tables, tables
from goldthread.clock.spans import Span, Unit
from goldthread.duties.settings import NotExceeding, Receipt, Settings
from goldthread.duties.shape import (
    After,
    Before,
    Carry,
    Condition,
    Duty,
    Eligible,
    InFirst,
    Local,
    Nth,
    Stage,
    Step,
    UnderAge,
    While,
    birthdays,
    stages,
    triggers,
    until,
)
from goldthread.duties.words import Episode, born


class Fits(IntEnum):
    """When a step holds."""

    ALWAYS = 0
    NTH = 1
    BEFORE = 2
    AFTER = 3
    IN_FIRST = 4
    UNDER_AGE = 5
    WHILE = 6


@dataclass(frozen=True, slots=True, eq=False)
class Timed:
    """One value of a number: from which day, the span, its text, and its due days."""

    since: date
    span: Span
    text: str
    due: Tables


@dataclass(frozen=True, slots=True, eq=False)
class Interval:
    """A step ready to be asked: the condition as a kind with what it needs."""

    code: str
    fits: Fits
    number: int
    words: tuple[str, ...]
    first: Tables | None
    versions: tuple[Timed, ...]


class Opens(NamedTuple):
    """A word that opens: unless this episode is open already; only when said so often `in_last` (None: whenever)."""

    word: str
    unless: str
    times: int = 1
    in_last: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class NormalForm:
    """A duty as the engine reads it. Words are names; nothing can open without one of the `starters` and, where they are
    named, one of the `openers`. Duties that say the same of when they hold have the same `holds`.

    `only` is the interval and the value of its number where there is but one of each; `by_span`: nothing but a span of
    days makes it due; `cut_short`: some word ends it before its stretch does.
    """

    duty: Duty
    starters: frozenset[str]
    openers: frozenset[str]
    holds: str
    during: tuple[Stage, ...]
    opens: tuple[Opens, ...]
    birthdays: tuple[int, ...]
    at_start: bool
    needs: tuple[str, ...]
    unsure: tuple[str, ...]
    ends: tuple[str, ...]
    closed_by: tuple[str, ...]
    relation: str
    single: bool
    before: tuple[str, ...]
    ahead: tuple[Timed, ...]
    dated: tuple[str, ...]
    in_any: Span | None
    pregnancy: tuple[tuple[date, int], ...]
    carry: Carry | None
    intervals: tuple[Interval, ...]
    only: tuple[Interval, Timed] | None
    by_span: bool
    cut_short: bool
    since: date
    kept_from: date
    up_to: date
    owner: str
    expiry: bool
    working: Calendar


def lower(duty: Duty, settings: Settings, working: Calendar) -> NormalForm:
    """The normal form of a duty under an authority's settings and a calendar."""
    needs = tuple(word.name for word in until(duty))
    opens = [Opens(t.word.name, t.unless.name if t.unless else "", t.times, t.in_last) for t in triggers(duty)]
    if duty.every is not None and not duty.holds:
        opens += [Opens(name, "") for name in needs if name not in {o.word for o in opens}]
    closing = [word.name for word in duty.unless]
    during = tuple(_stage(stage, settings) for stage in stages(duty))
    at_start = bool(stages(duty)) and not duty.holds and not duty.when or duty.only_carried
    by_words_alone = not (at_start or duty.holds or birthdays(duty))
    intervals = tuple(_interval(step, settings, working) for step in duty.steps)
    return NormalForm(
        duty=duty,
        starters=_starters(duty, opens),
        openers=frozenset(o.word for o in opens) if by_words_alone else frozenset(),
        holds=intern(repr((during, duty.outside, duty.inside, duty.ends_at, duty.after_death))),
        during=during,
        opens=tuple(opens),
        birthdays=birthdays(duty),
        at_start=at_start,
        needs=needs,
        unsure=tuple(word.name for word in duty.unsure),
        ends=tuple(name for name in closing if not name.endswith(".ends")),
        closed_by=tuple(name for name in closing if name.endswith(".ends")),
        relation=duty.holds.name if duty.holds else "",
        single=duty.every is not None or duty.one_at_a_time,
        before=(duty.before.name,) if duty.before else (),
        ahead=_ahead(duty, settings, working),
        dated=(duty.dated.name,) if duty.dated else (),
        in_any=duty.in_any,
        pregnancy=_weeks(duty, settings),
        carry=duty.carry,
        intervals=intervals,
        only=_only(intervals[0]),
        by_span=_by_span(duty, intervals),
        cut_short=bool(closing),
        since=duty.since,
        kept_from=max(duty.since, settings.kept_from(duty.code)),
        up_to=duty.up_to or date.max,
        owner=duty.owner.name,
        expiry=settings.when_it_changes.value == "expiry",
        working=working,
    )


def _only(first: Interval) -> tuple[Interval, Timed] | None:
    """The first interval and its value, where it always fits and the value never changed."""
    return (first, first.versions[0]) if first.fits is Fits.ALWAYS and len(first.versions) == 1 else None


def _by_span(duty: Duty, intervals: tuple[Interval, ...]) -> bool:
    in_hours = any(timed.span.unit is Unit.HOUR for step in intervals for timed in step.versions)
    return not (in_hours or duty.dated or duty.before or duty.ahead or duty.no_later or duty.by_age is not None)


def _weeks(duty: Duty, settings: Settings) -> tuple[tuple[date, int], ...]:
    """The weeks of pregnancy that make a duty due sooner, latest value first."""
    versions = settings.versions(duty.no_later.reached) if duty.no_later else ()
    return tuple((since, span.number) for since, span in versions)


def _ahead(duty: Duty, settings: Settings, working: Calendar) -> tuple[Timed, ...]:
    """How long before the event it is due, latest value first."""
    if duty.ahead is None:
        return ()
    versions = ((since, span.counted_back()) for since, span in settings.versions(duty.ahead))
    name = duty.ahead.name if isinstance(duty.ahead, Local) else ""
    return tuple(_with_tables(since, span, name, settings, working) for since, span in versions)


def _starters(duty: Duty, opens: list[Opens]) -> frozenset[str]:
    held = stages(duty)
    if held:
        return frozenset((stage if isinstance(stage, Episode) else stage.episode).begins.name for stage in held)
    return frozenset([*(o.word for o in opens), *([born.name] if birthdays(duty) else [])])


def _stage(stage: Stage, settings: Settings) -> Stage:
    return replace(stage, total=_counted(stage.total, settings)) if isinstance(stage, Eligible) else stage


def _counted(span: Span, settings: Settings) -> Span:
    """A span of the law, with its first day counted or not as the authority reads 'not exceeding'."""
    if settings.not_exceeding is NotExceeding.NEXT_DAY:
        return replace(span, first_day_counts=False)
    return span


def _interval(step: Step, settings: Settings, working: Calendar) -> Interval:
    kind, number, words, first = _condition(step.fits, working)
    versions = tuple(_timed(since, span, step, settings, working) for since, span in settings.versions(step.within))
    return Interval(step.code, kind, number, words, first, versions)


def _condition(fits: Condition | None, working: Calendar) -> tuple[Fits, int, tuple[str, ...], Tables | None]:
    match fits:
        case Nth(place):
            return Fits.NTH, place, (), None
        case Before(word):
            return Fits.BEFORE, 0, (word.name,), None
        case After(word):
            return Fits.AFTER, 0, (word.name,), None
        case InFirst(span):
            return Fits.IN_FIRST, 0, (), tables(span, working)
        case UnderAge(age):
            return Fits.UNDER_AGE, age, (), None
        case While(episode):
            return Fits.WHILE, 0, (episode.name,), None
        case None:
            return Fits.ALWAYS, 0, (), None


def _timed(since: date, span: Span, step: Step, settings: Settings, working: Calendar) -> Timed:
    if isinstance(step.within, Span):
        span = _counted(span, settings)
    if settings.receipt is Receipt.NEXT_WORKING_DAY and span.unit is Unit.WORKING_DAY:
        span = span.deemed_received_next_working_day()
    if settings.school is None:
        span = span.without_terms
    name = step.within.name if isinstance(step.within, Local) else ""
    return _with_tables(since, span, name, settings, working)


def _with_tables(since: date, span: Span, name: str, settings: Settings, working: Calendar) -> Timed:
    text = f"{span} (local: {name})" if name else str(span)
    return Timed(since, span, text, tables(span, working, settings.school))
