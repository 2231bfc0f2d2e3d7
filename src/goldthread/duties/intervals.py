"""Which interval of a duty is in force, and the day it runs out."""

from bisect import bisect_left
from datetime import date, datetime

from goldthread.clock.ages import weeks_of_pregnancy
from goldthread.clock.spans import Unit
from goldthread.clock.times import day_of, start_of
from goldthread.duties.life import Life
from goldthread.duties.lower import Fits, Interval, Timed
from goldthread.duties.scene import Opening, Scene


def interval(scene: Scene, day: date, place: int) -> Interval:
    """The first step that fits on a day."""
    for step in scene.form.intervals:
        if _fits(scene, step, day, place):
            return step
    return scene.form.intervals[-1]


def version(step: Interval, day: date) -> Timed:
    """The value of a step's number on a day."""
    for timed in step.versions:
        if timed.since <= day:
            return timed
    return step.versions[-1]


def due(scene: Scene, opening: Opening, timed: Timed) -> tuple[date, date, datetime | None]:
    """The due day, the day to plan by, and the moment where hours are counted.

    Hours counted from a day without a time run from its first moment: the earliest it can be due.
    """
    if timed.span.unit is Unit.HOUR:
        due_at = timed.span.due_at(opening.at or start_of(opening.day))
        day = day_of(due_at)
        return day, scene.form.working.on_or_before(day), due_at
    day, plan_by = timed.due[opening.counted_from]
    sooner = _sooner(scene, opening)
    if sooner is not None and sooner < day:
        return sooner, scene.form.working.on_or_before(sooner), None
    return day, plan_by, None


def unborn(life: Life, day: date) -> bool:
    """Whether the person is known to be expected and was not born by a day."""
    return life.expected is not None and (life.born is None or life.born.day > day)


def _sooner(scene: Scene, opening: Opening) -> date | None:
    """The latest day that an event or a pregnancy allows; a week that had gone by when it opened sets none."""
    form, life = scene.form, scene.life
    if form.pregnancy and life.expected:
        weeks = next(weeks for since, weeks in form.pregnancy if since <= opening.day)
        week = weeks_of_pregnancy(life.expected.day, weeks)
        return week if week >= opening.day else None
    if form.before:
        said = life.said(form.before)
        place = bisect_left(said.days, opening.day)
        return said.days[place] if place < len(said.days) else None
    return None


def _fits(scene: Scene, step: Interval, day: date, place: int) -> bool:
    life, stretch = scene.life, scene.stretch
    match step.fits:
        case Fits.ALWAYS:
            return True
        case Fits.NTH:
            return place == step.number
        case Fits.BEFORE:
            return not _said_between(life, step.words, stretch.start, day)
        case Fits.AFTER:
            return _said_between(life, step.words, stretch.base, day)
        case Fits.IN_FIRST:
            return step.first is not None and day < step.first[stretch.base][0]
        case Fits.UNDER_AGE:
            birthday = life.birthday(step.number)
            return birthday is None or day < birthday
        case Fits.WHILE:
            return any(s.goes_on_after(day) for s in life.stretches(step.words[0]))


def _said_between(life: Life, words: tuple[str, ...], start: date, day: date) -> bool:
    days = life.said(words).days
    place = bisect_left(days, start)
    return place < len(days) and days[place] <= day
