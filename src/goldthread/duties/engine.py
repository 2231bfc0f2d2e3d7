"""The reference engine: one person's words in, every occurrence of every duty out.

One loop for every form. Of each stretch in which a duty holds: whatever can open it, in order; for each opening, the
first word after it that meets it, unless something ended it before; and the due day of the interval in force.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache

from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.times import day_of
from goldthread.duties.closings import closing, unsure
from goldthread.duties.intervals import due, interval, unborn, version
from goldthread.duties.life import Life, Spoken, Stretch, as_known
from goldthread.duties.lower import Interval, NormalForm, Timed, lower
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.openings import openings
from goldthread.duties.rules import RULES
from goldthread.duties.scene import Closing, Opening, Scene
from goldthread.duties.settings import DEFAULTS, LeapDay, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.stretches import stretches


def occurrences(
    spoken: Iterable[Spoken],
    rules: Sequence[Duty] = RULES,
    settings: Settings = DEFAULTS,
    known: date | datetime | None = None,
) -> list[Occurrence]:
    """Every occurrence of every duty for one person, independent of today.

    `known` asks as it was known then: entries recorded later, corrections made later and bank holidays announced later
    are left out. Without it, as it is known now.
    """
    every_version = spoken if isinstance(spoken, list) else list(spoken)
    in_march = settings.leap_day is LeapDay.MARCH
    life = Life(as_known(every_version, known), every_version, leap_day_in_march=in_march)
    said = life.by_word.keys()
    forms = lowered(tuple(rules), settings, working_days_in_england(day_of(known) if known else None))
    return [o for form in forms if not said.isdisjoint(form.starters) for o in _of_form(form, life)]


@lru_cache(maxsize=32)
def lowered(rules: tuple[Duty, ...], settings: Settings, calendar: Calendar) -> tuple[NormalForm, ...]:
    """The rules in normal form, worked out once for each set of rules, settings and working days as they were known."""
    return tuple(lower(duty, settings, calendar) for duty in rules)


def _of_form(form: NormalForm, life: Life) -> Iterator[Occurrence]:
    duty, previous = form.duty, None
    stretch: Stretch
    for stretch in stretches(life, form.during, duty.outside, duty.inside, duty.ends_at):
        yield from _in_stretch(Scene(form, life, stretch, previous))
        previous = stretch


def _in_stretch(scene: Scene) -> Iterator[Occurrence]:
    form, duty = scene.form, scene.form.duty
    found = openings(scene)
    if duty.paired:
        scene = scene._replace(keys={o.key for o in found})
    place, free_from = 0, date.min
    for n, opening in enumerate(found):
        in_force = form.since <= opening.day <= form.up_to
        if (form.single and opening.day < free_from) or (form.pregnancy and not unborn(scene.life, opening.day)):
            continue
        if not in_force and duty.one_at_a_time and duty.every is None:
            continue
        following = found[n + 1] if duty.restarts and n + 1 < len(found) else None
        if following and following.day == opening.day:
            continue
        closed = closing(scene, opening, following)
        place += opening.later
        if in_force:
            yield _occurrence(scene, opening, closed, place)
        if duty.first_only:
            return
        place += 1
        free_from = closed.met or closed.ended or date.max


def _occurrence(scene: Scene, opening: Opening, closed: Closing, place: int) -> Occurrence:
    form = scene.form
    step, timed = _in_force(scene, opening, place)
    due_day, plan_by, due_at = due(scene, opening, timed)
    doubt = unsure(scene, opening, closed) if form.unsure else None
    return Occurrence(
        step.code,
        form.since,
        opening.day,
        opening.at,
        due_day,
        due_at,
        plan_by,
        closed.met,
        closed.met_at,
        closed.ended,
        closed.ended_by,
        doubt.day if doubt else None,
        opening.entry,
        closed.met_by,
        form.owner,
        opening.counted_from,
        doubt.entry if doubt else None,
        place,
        timed.text,
        closed.lapses,
    )


def _in_force(scene: Scene, opening: Opening, place: int) -> tuple[Interval, Timed]:
    """The interval that holds for an opening: that of the day it began or, by policy, of the day it would run out."""
    step = interval(scene, opening.day, place)
    timed = version(step, opening.day)
    if scene.form.expiry and len(scene.form.intervals) > 1:
        runs_out = timed.due[opening.counted_from][0]
        step = interval(scene, runs_out, place)
        timed = version(step, opening.day)
    return step, timed
