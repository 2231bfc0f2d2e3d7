"""The reference engine: one person's words in, every occurrence of every duty out.

One loop for every form. Of each stretch in which a duty holds: whatever can open it, in order; for each opening, the
first word after it that meets it, unless something ended it before; and the due day of the interval in force.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.times import day_of
from goldthread.duties.closings import closing, unsure
from goldthread.duties.intervals import due, interval, unborn, version
from goldthread.duties.life import Life, Spoken, Stretch, as_known, make
from goldthread.duties.lower import Interval, NormalForm, Timed, lower
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.openings import openings
from goldthread.duties.rules import RULES
from goldthread.duties.scene import Closing, Opening, Scene
from goldthread.duties.settings import DEFAULTS, LeapDay, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.stretches import stretches

_NO_KEYS: frozenset[str] = frozenset()


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
    book = _book(_Same(tuple(rules)), settings, working_days_in_england(day_of(known) if known else None))
    found: list[Occurrence] = []
    for form in _that_may_open(book, life):
        _of_form(form, life, found)
    return found


class _Book(NamedTuple):
    """Some rules in normal form, and the places of those that nothing opens unless one word, or another of theirs, is said."""

    forms: tuple[NormalForm, ...]
    places: dict[str, tuple[int, ...]]


def _that_may_open(book: _Book, life: Life) -> list[NormalForm]:
    """The rules of which the words are there without which nothing opens, in their order: most rules end here."""
    places = set().union(*(book.places[word] for word in life.by_word if word in book.places))
    return [form for place in sorted(places) if _may_open(form := book.forms[place], life)]


def _may_open(form: NormalForm, life: Life) -> bool:
    """Whether what begins it was said before the rule ended and, where only words open it, one of them while it was in force."""
    if form.openers and not _said_in(life, form.openers, form.kept_from, form.up_to):
        return False
    return _said_in(life, form.starters, date.min, form.up_to)


def _said_in(life: Life, words: Iterable[str], earliest: date, latest: date) -> bool:
    """Whether one of some words was first said no later, and last no earlier, than two days."""
    for word in words:
        said = life.by_word.get(word)
        if said is not None and said.days[0] <= latest and said.days[-1] >= earliest:
            return True
    return False


def lowered(rules: tuple[Duty, ...], settings: Settings, calendar: Calendar) -> tuple[NormalForm, ...]:
    """The rules in normal form, worked out once for each set of rules, settings and working days as they were known."""
    return _book(_Same(rules), settings, calendar).forms


class _Same:
    """The same tuple of rules, told by its identity: to hash some hundred rules takes as long as to work out a life."""

    def __init__(self, rules: tuple[Duty, ...]) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.rules is other.rules


@lru_cache(maxsize=256)
def _book(same: _Same, settings: Settings, calendar: Calendar) -> _Book:
    lower_each = (lower(duty, settings, calendar) for duty in same.rules)
    forms = tuple(form for form in lower_each if form.kept_from <= form.up_to)
    places: dict[str, list[int]] = {}
    for place, form in enumerate(forms):
        for word in form.openers or form.starters:
            places.setdefault(word, []).append(place)
    return _Book(forms, {word: tuple(found) for word, found in places.items()})


def _of_form(form: NormalForm, life: Life, found: list[Occurrence]) -> None:
    duty, previous = form.duty, None
    held = life.held.get(form.holds)
    if held is None:
        held = stretches(life, form.during, duty.outside, duty.inside, duty.ends_at, duty.after_death)
        life.held[form.holds] = held
    keys = frozenset(stretch.begun_by.key for stretch in held if stretch.begun_by) if duty.paired else _NO_KEYS
    needs = life.said(form.needs)
    stretch: Stretch
    for stretch in held:
        if stretch.start <= form.up_to and (stretch.end is None or stretch.end >= form.kept_from):
            _in_stretch(make(Scene, (form, life, needs, stretch, previous, _over(stretch), keys, ())), found)
        previous = stretch


def _over(stretch: Stretch) -> tuple[date | None, int | str | None]:
    return (None, None) if stretch.end is None else (stretch.end, stretch.ended_by.entry if stretch.ended_by else "")


def _in_stretch(scene: Scene, found: list[Occurrence]) -> None:
    form, duty = scene.form, scene.form.duty
    opened = openings(scene)
    if duty.paired:
        scene = _with_keys(scene, opened)
    place, free_from, following = 0, date.min, None
    single, kept_from, up_to = form.single, form.kept_from, form.up_to
    for n, opening in enumerate(opened):
        day = opening.day
        if day < free_from or (form.pregnancy and not unborn(scene.life, day)):
            continue
        in_force = kept_from <= day <= up_to
        if not in_force and duty.one_at_a_time and duty.every is None:
            continue
        if duty.restarts:
            following = opened[n + 1] if n + 1 < len(opened) else None
            if following and following.day == day:
                continue
        place += opening.later
        if in_force or single:
            closed = closing(scene, opening, following)
            if single:
                free_from = closed.met or closed.ended or date.max
            if in_force:
                found.append(_occurrence(scene, opening, closed, place))
        if duty.first_only:
            return
        place += 1


def _with_keys(scene: Scene, opened: list[Opening]) -> Scene:
    """The scene of a paired duty, with what its openings claim and what nothing does."""
    form, life, needs, stretch, previous, over, claimed, _ = scene
    keys = claimed.union([o.key for o in opened if not o.strict])
    unclaimed = () if stretch.begun_by else [s for s in needs.items if s.key not in keys]
    return make(Scene, (form, life, needs, stretch, previous, over, keys, unclaimed))


def _occurrence(scene: Scene, opening: Opening, closed: Closing, place: int) -> Occurrence:
    form = scene.form
    day, at, entry, _, counted_from, _, _, _, _ = opening
    met, met_at, met_by, ended, ended_by, lapses = closed
    step, timed = form.only or _in_force(scene, opening, place)
    if form.by_span:
        (due_day, plan_by), due_at, text = timed.due[counted_from], None, timed.text
    else:
        due_day, plan_by, due_at, text = due(scene, opening, timed)
    doubt = unsure(scene, opening, closed) if form.unsure else None
    values = (
        step.code,
        form.since,
        day,
        at,
        due_day,
        due_at,
        plan_by,
        met,
        met_at,
        ended,
        ended_by,
        doubt.day if doubt else None,
        entry,
        met_by,
        form.owner,
        counted_from,
        doubt.entry if doubt else None,
        place,
        text,
        lapses,
    )
    return make(Occurrence, values)


def _in_force(scene: Scene, opening: Opening, place: int) -> tuple[Interval, Timed]:
    """The interval that holds for an opening: that of the day it began or, by policy, of the day it would run out."""
    step = interval(scene, opening.day, place)
    timed = version(step, opening.day)
    if scene.form.expiry and len(scene.form.intervals) > 1:
        runs_out = timed.due[opening.counted_from][0]
        step = interval(scene, runs_out, place)
        timed = version(step, opening.day)
    return step, timed
