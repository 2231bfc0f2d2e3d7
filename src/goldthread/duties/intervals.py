"""Which interval of a duty is in force, and the day it runs out."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from goldthread.clock.ages import weeks_of_pregnancy
from goldthread.clock.counting import start_of_span
from goldthread.clock.spans import SET_DAY, Span, Unit
from goldthread.clock.times import LONDON, day_of, start_of
from goldthread.duties.life import Life
from goldthread.duties.lower import Fits, Interval, Timed
from goldthread.duties.scene import Opening, Scene
from goldthread.duties.words import Episode


def interval(scene: Scene, day: date, place: int) -> Interval:
    """The first step that fits on a day."""
    for step in scene.form.intervals:
        if _BY_NUMBER[step.fits](scene, step, day, place):
            return step
    return scene.form.intervals[-1]


def version(step: Interval, day: date) -> Timed:
    """The value of a step's number on a day."""
    return value_on(step.versions, day)


def value_on(versions: tuple[Timed, ...], day: date) -> Timed:
    """Of the values of a number, latest first, the one on a day."""
    for timed in versions:
        if timed.since <= day:
            return timed
    return versions[-1]


class Due(NamedTuple):
    """The due day, the day to plan by, the moment where hours are counted, and the span in words."""

    day: date
    plan_by: date
    at: datetime | None
    span: str


def due(scene: Scene, opening: Opening, timed: Timed) -> Due:
    """When an occurrence is due. A day set by the record takes the place of the span; what makes it due sooner still does.

    Hours counted from a day without a time run from its first moment: the earliest it can be due.
    """
    working = scene.form.working
    if scene.form.dated and (set_day := _set_by_the_record(scene, opening)):
        sooner = None if scene.form.ahead else _sooner(scene, opening)
        day = set_day if sooner is None else min(set_day, sooner)
        return Due(day, working.on_or_before(day), None, str(SET_DAY))
    if timed.span.unit is Unit.HOUR:
        begun = opening.at or start_of(opening.day)
        due_at = timed.span.due_at(begun)
        if scene.form.in_any:
            left = _elapsed(begun, due_at) - used(scene, opening, scene.form.in_any)
            due_at = (begun.astimezone(UTC) + max(left, timedelta())).astimezone(LONDON)
        day = day_of(due_at)
        return Due(day, working.on_or_before(day), due_at, timed.text)
    if scene.form.ahead and (before := _ahead(scene, opening)):
        return before
    day, plan_by = timed.due[opening.counted_from]
    sooner = _sooner(scene, opening)
    if sooner is not None and sooner < day:
        return Due(sooner, working.on_or_before(sooner), None, timed.text)
    return Due(day, plan_by, None, timed.text)


def used(scene: Scene, opening: Opening, in_any: Span) -> timedelta:
    """How much time earlier stretches of the stage took up, in the days that end with the one it opened on.

    An end without an hour counts to the end of its day: the remaining time is never said to be longer than it is.
    """
    until_then = (opening.at or start_of(opening.day)).astimezone(UTC)
    first = start_of(start_of_span(in_any, opening.day) + timedelta(days=1)).astimezone(UTC)
    taken = timedelta()
    for stage in scene.form.during:
        for s in scene.life.stretches(stage.name) if isinstance(stage, Episode) else ():
            begun = (s.begun_by and s.begun_by.at) or start_of(s.start)
            ended = (
                until_then if s.end is None else (s.ended_by and s.ended_by.at) or start_of(s.end + timedelta(days=1))
            )
            if s.begun_by is None or str(s.begun_by.entry) != str(opening.entry):
                taken += max(min(ended.astimezone(UTC), until_then) - max(begun.astimezone(UTC), first), timedelta())
    return taken


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """Real time between two moments, through changes of the clock."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def _set_by_the_record(scene: Scene, opening: Opening) -> date | None:
    """The day that the entry which opened it set; the last one, where it says several."""
    said = [s for s in scene.life.said(scene.form.dated).items if s.entry == opening.entry]
    return max((s.day for s in said), default=None)


def _ahead(scene: Scene, opening: Opening) -> Due | None:
    """So long before the next such event that is known of, but never before it opened."""
    said = scene.life.said(scene.form.before)
    place = bisect_left(said.days, opening.day)
    if place == len(said.days):
        return None
    timed = value_on(scene.form.ahead, opening.day)
    day, plan_by = timed.due[said.days[place]]
    if day < opening.day:
        day, plan_by = opening.day, scene.form.working.on_or_before(opening.day)
    return Due(day, plan_by, None, timed.text)


def unborn(life: Life, day: date) -> bool:
    """Whether the person is known to be expected and was not born by a day."""
    return life.expected is not None and (life.born is None or life.born.day > day)


def _sooner(scene: Scene, opening: Opening) -> date | None:
    """The latest day that an event, a birthday or a pregnancy allows; one that had gone by when it opened sets none."""
    form, life = scene.form, scene.life
    if form.duty.by_age is not None:
        birthday = life.birthday(form.duty.by_age)
        return birthday - timedelta(days=1) if birthday and birthday > opening.day else None
    if form.pregnancy and life.expected:
        weeks = next(weeks for since, weeks in form.pregnancy if since <= opening.day)
        week = weeks_of_pregnancy(life.expected.day, weeks)
        return week if week >= opening.day else None
    if form.before:
        said = life.said(form.before)
        place = bisect_left(said.days, opening.day)
        return said.days[place] if place < len(said.days) else None
    return None


def _nth(scene: Scene, step: Interval, day: date, place: int) -> bool:
    return place == step.number


def _not_yet_said(scene: Scene, step: Interval, day: date, place: int) -> bool:
    return not _said_between(scene.life, step.words, scene.stretch.start, day)


def _once_said(scene: Scene, step: Interval, day: date, place: int) -> bool:
    return _said_between(scene.life, step.words, scene.stretch.base, day)


def _in_first(scene: Scene, step: Interval, day: date, place: int) -> bool:
    return step.first is not None and day < step.first[scene.stretch.base][0]


def _under_age(scene: Scene, step: Interval, day: date, place: int) -> bool:
    birthday = scene.life.birthday(step.number)
    return birthday is None or day < birthday


def _while(scene: Scene, step: Interval, day: date, place: int) -> bool:
    for s in scene.life.stretches(step.words[0]):  # noqa: SIM110  (asked thousands of times: twice as fast as any)
        if s.start <= day and (s.end is None or s.end > day):
            return True
    return False


_FITS: dict[Fits, Callable[[Scene, Interval, date, int], bool]] = {
    Fits.ALWAYS: lambda *_: True,
    Fits.NTH: _nth,
    Fits.BEFORE: _not_yet_said,
    Fits.AFTER: _once_said,
    Fits.IN_FIRST: _in_first,
    Fits.UNDER_AGE: _under_age,
    Fits.WHILE: _while,
}
_BY_NUMBER = tuple(_FITS[fits] for fits in sorted(Fits))


def _said_between(life: Life, words: tuple[str, ...], start: date, day: date) -> bool:
    days = life.said(words).days
    place = bisect_left(days, start)
    return place < len(days) and days[place] <= day
