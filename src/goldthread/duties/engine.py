"""The reference engine: one person's words in, every occurrence of every duty out.

One loop for every form. Of each stretch in which a duty holds: whatever can open it, in order; for each opening, the
first word after it that meets it, unless something ended it before; and the due day of the interval in force.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from goldthread.clock.ages import weeks_of_pregnancy
from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.counting import start_of_span
from goldthread.clock.spans import Unit
from goldthread.clock.times import day_of, start_of
from goldthread.duties.life import Life, Spoken, Stretch, as_known
from goldthread.duties.lower import Fits, Interval, NormalForm, Timed, lower
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.rules import RULES
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.stretches import gaps, stretches


class Opening(NamedTuple):
    """A moment at which a duty becomes owed. `strict`: the word that opened it cannot also meet it that day."""

    day: date
    at: datetime | None
    entry: int | str
    key: str
    counted_from: date
    strict: bool
    later: bool
    spoken: Spoken | None


class Closing(NamedTuple):
    """What became of an opening: the day it was met, by what; or the day it ended, by what."""

    met: date | None
    met_at: datetime | None
    met_by: int | str | None
    ended: date | None
    ended_by: int | str | None


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
    life = Life(as_known(every_version, known), every_version)
    forms = lowered(tuple(rules), settings, day_of(known) if known else None)
    said = life.by_word.keys()
    return [o for form in forms if not said.isdisjoint(form.starters) for o in _of_form(form, life)]


@lru_cache(maxsize=32)
def lowered(rules: tuple[Duty, ...], settings: Settings, known: date | None = None) -> tuple[NormalForm, ...]:
    """The rules in normal form, worked out once for each set of rules, settings and day known."""
    calendar = working_days_in_england(known)
    return tuple(lower(duty, settings, calendar) for duty in rules)


def _of_form(form: NormalForm, life: Life) -> Iterator[Occurrence]:
    duty = form.duty
    previous: Stretch | None = None
    for stretch in stretches(life, form.during, duty.outside, duty.inside, duty.ends_at):
        yield from _in_stretch(form, life, stretch, previous)
        previous = stretch


def _in_stretch(form: NormalForm, life: Life, stretch: Stretch, previous: Stretch | None) -> Iterator[Occurrence]:
    openings = _openings(form, life, stretch)
    keys = {o.key for o in openings} if form.duty.paired else frozenset()
    place, free_from = 0, date.min
    for n, opening in enumerate(openings):
        if form.single and opening.day < free_from:
            continue
        following = openings[n + 1] if form.duty.restarts and n + 1 < len(openings) else None
        closing = _closing(form, life, stretch, opening, following, keys, previous)
        place += opening.later
        if form.since <= opening.day <= form.up_to:
            occurrence = _occurrence(form, life, stretch, opening, closing, place)
            if occurrence:
                yield occurrence
        if form.duty.first_only:
            return
        place += 1
        free_from = closing.met or closing.ended or date.max


def _openings(form: NormalForm, life: Life, stretch: Stretch) -> list[Opening]:
    """Everything that may open the duty in a stretch, in order."""
    if form.relation:
        return _missing(form, life, stretch)
    found = [first] if form.at_start and (first := _start(form, life, stretch)) else []
    sources = 0
    for word, unless in form.opens:
        said = life.said((word,))
        low = bisect_left(said.days, stretch.start)
        high = len(said.days) if stretch.end is None else bisect_right(said.days, stretch.end)
        sources += low < high
        strict = word in form.needs
        from_day = stretch.base if form.duty.from_start else None
        for s in said.items[low:high]:
            if not (unless and _already_open(life, unless, s.day)):
                found.append(Opening(s.day, s.at, s.entry, s.key, from_day or s.day, strict, False, s))
    if sources > 1:
        found.sort(key=lambda o: (o.day, o.strict))
    return found


def _missing(form: NormalForm, life: Life, stretch: Stretch) -> list[Opening]:
    """Where a relation begins to be missing; and the start of the stretch, whether it is missing then or not."""
    found = gaps(stretch, life.stretches(form.relation))
    if not found or found[0][0] > stretch.start:
        found.insert(0, (stretch.start, None))
    return [_opened_by(day, last.ended_by if last else stretch.begun_by, day, later=False) for day, last in found]


def _opened_by(day: date, spoken: Spoken | None, counted_from: date, *, later: bool) -> Opening:
    if spoken is None:
        return Opening(day, None, "", "", counted_from, False, later, None)
    at = spoken.at if spoken.day == day else None
    return Opening(day, at, spoken.entry, spoken.key, counted_from, False, later, spoken)


def _start(form: NormalForm, life: Life, stretch: Stretch) -> Opening | None:
    """The opening that the beginning of a stretch makes, counted from an earlier event where one is carried over."""
    carried = _last_before(life, form.needs, stretch.start, stretch.base) if stretch.resumed else None
    if carried:
        return _opened_by(stretch.start, stretch.begun_by, carried.day, later=True)
    if form.carry:
        carried = _carried(form, life, stretch)
        if carried:
            later = form.duty.only_carried
            return _opened_by(stretch.start, stretch.begun_by, carried.day, later=later)
    return None if form.duty.only_carried else _opened_by(stretch.start, stretch.begun_by, stretch.start, later=False)


def _carried(form: NormalForm, life: Life, stretch: Stretch) -> Spoken | None:
    carry = form.carry
    assert carry is not None
    earliest = start_of_span(carry.within, stretch.start)
    if not carry.stages:
        return _last_before(life, (carry.word.name,), stretch.start, earliest, on_the_day=True)
    for stage in carry.stages:
        for before in life.stretches(stage.name):
            if before.start < stretch.start and (before.end is None or before.end >= earliest):
                return _last_before(life, (carry.word.name,), stretch.start, before.start)
    return None


def _last_before(
    life: Life, words: tuple[str, ...], day: date, earliest: date, *, on_the_day: bool = False
) -> Spoken | None:
    said = life.said(words)
    place = (bisect_right if on_the_day else bisect_left)(said.days, day) - 1
    return said.items[place] if place >= 0 and said.days[place] >= earliest else None


def _already_open(life: Life, episode: str, day: date) -> bool:
    return any(s.start < day and (s.end is None or s.end > day) for s in life.stretches(episode))


def _closing(
    form: NormalForm,
    life: Life,
    stretch: Stretch,
    opening: Opening,
    following: Opening | None,
    keys: Iterable[str],
    previous: Stretch | None,
) -> Closing:
    ended, ended_by = _end(form, life, stretch, opening, following)
    if form.duty.already and (done := _done_already(form, life, opening, previous)):
        return Closing(opening.day, None, done.entry, None, None)
    if form.relation and stretch.start == opening.day and (held := _held(form, life, opening.day)):
        return Closing(opening.day, None, held.entry, None, None)
    met = _met(form, life, opening, keys)
    if met is None and form.duty.recording_meets and opening.spoken:
        written = life.first_recorded(opening.spoken)
        day = max(day_of(written), opening.day)
        if ended is None or day <= ended:
            return Closing(day, written, opening.entry, None, None)
    if met is not None and (ended is None or met.day <= ended):
        return Closing(met.day, met.at, met.entry, None, None)
    return Closing(None, None, None, ended, ended_by)


def _met(form: NormalForm, life: Life, opening: Opening, keys: Iterable[str]) -> Spoken | None:
    """The first word after an opening that meets it. Paired duties take the one with the same key, or an unclaimed one."""
    said = life.said(form.needs)
    start = (bisect_right if opening.strict else bisect_left)(said.days, opening.day)
    later = [s for s in said.items[start:] if not _too_early(s, opening)] if form.duty.paired else None
    if later is not None:
        own = next((s for s in later if s.key == opening.key), None)
        return own or next((s for s in later if s.key not in keys), None)
    for s in said.items[start:]:
        if not _too_early(s, opening):
            return s
    return None


def _too_early(s: Spoken, opening: Opening) -> bool:
    return s.at is not None and opening.at is not None and s.at < opening.at


def _end(
    form: NormalForm, life: Life, stretch: Stretch, opening: Opening, following: Opening | None
) -> tuple[date | None, int | str | None]:
    """The first thing that ends an occurrence. An episode that ends on the day it opened belongs to what went before."""
    ended, ended_by = stretch.end, (stretch.ended_by.entry if stretch.ended_by else "") if stretch.end else None
    for words, search in ((form.ends, bisect_left), (form.closed_by, bisect_right)):
        if words:
            said = life.said(words)
            place = search(said.days, opening.day)
            if place < len(said.days) and (ended is None or said.days[place] < ended):
                ended, ended_by = said.days[place], said.items[place].entry
    if following and following.day > opening.day and (ended is None or following.day < ended):
        return following.day, following.entry
    return ended, ended_by


def _done_already(form: NormalForm, life: Life, opening: Opening, previous: Stretch | None) -> Spoken | None:
    """What met a duty before it opened: recent enough, and not what met it the time before."""
    assert form.duty.already is not None
    earliest = start_of_span(form.duty.already, opening.day)
    said = life.said(form.needs)
    for s in reversed(said.items[bisect_left(said.days, earliest) : bisect_left(said.days, opening.day)]):
        other_time = previous is not None and (previous.end is None or s.day <= previous.end)
        if s.key == opening.key or not other_time:
            return s
    return None


def _held(form: NormalForm, life: Life, day: date) -> Spoken | None:
    for s in life.stretches(form.relation):
        if s.start <= day and (s.end is None or s.end > day):
            return s.begun_by
    return None


def _occurrence(
    form: NormalForm, life: Life, stretch: Stretch, opening: Opening, closing: Closing, place: int
) -> Occurrence | None:
    interval = _interval(form, life, stretch, opening.day, place)
    timed = _version(interval, opening.day)
    due, plan_by = timed.due[opening.counted_from]
    if form.expiry and len(form.intervals) > 1:
        interval = _interval(form, life, stretch, due, place)
        timed = _version(interval, opening.day)
        due, plan_by = timed.due[opening.counted_from]
    due_at = None
    if timed.span.unit is Unit.HOUR:
        due_at = timed.span.due_at(opening.at or start_of(opening.day))
        due = day_of(due_at)
        plan_by = form.working.on_or_before(due)
    if form.before or form.duty.no_later:
        sooner = _no_later(form, life, opening)
        if sooner is None:
            return None
        if sooner < due:
            due, plan_by = sooner, form.working.on_or_before(sooner)
    unsure = _unsure(form, life, opening, closing) if form.unsure else None
    return Occurrence(
        interval.code,
        form.since,
        opening.day,
        opening.at,
        due,
        due_at,
        plan_by,
        closing.met,
        closing.met_at,
        closing.ended,
        closing.ended_by,
        unsure.day if unsure else None,
        opening.entry,
        closing.met_by,
        form.owner,
        opening.counted_from,
        unsure.entry if unsure else None,
        place,
        timed.text,
    )


def _interval(form: NormalForm, life: Life, stretch: Stretch, day: date, place: int) -> Interval:
    """The first step that fits on a day."""
    for interval in form.intervals:
        if _fits(interval, life, stretch, day, place):
            return interval
    return form.intervals[-1]


def _fits(interval: Interval, life: Life, stretch: Stretch, day: date, place: int) -> bool:
    match interval.fits:
        case Fits.ALWAYS:
            return True
        case Fits.NTH:
            return place == interval.number
        case Fits.BEFORE:
            return not _said_between(life, interval.words, stretch.start, day)
        case Fits.AFTER:
            return _said_between(life, interval.words, stretch.base, day)
        case Fits.IN_FIRST:
            return interval.first is not None and day < interval.first[stretch.base][0]
        case Fits.UNDER_AGE:
            birthday = life.birthday(interval.number)
            return birthday is None or day < birthday
        case Fits.WHILE:
            return any(s.start <= day and (s.end is None or s.end > day) for s in life.stretches(interval.words[0]))


def _said_between(life: Life, words: tuple[str, ...], start: date, day: date) -> bool:
    days = life.said(words).days
    place = bisect_left(days, start)
    return place < len(days) and days[place] <= day


def _version(interval: Interval, day: date) -> Timed:
    for timed in interval.versions:
        if timed.since <= day:
            return timed
    return interval.versions[-1]


def _no_later(form: NormalForm, life: Life, opening: Opening) -> date | None:
    """The latest day an event or a pregnancy allows; `date.max` where it has set none, None where it cannot be owed."""
    if form.duty.no_later:
        unborn = life.expected and (life.born is None or life.born.day > opening.day)
        return weeks_of_pregnancy(life.expected.day, form.duty.no_later.weeks) if life.expected and unborn else None
    said = life.said(form.before)
    place = bisect_left(said.days, opening.day)
    return said.days[place] if place < len(said.days) else date.max


def _unsure(form: NormalForm, life: Life, opening: Opening, closing: Closing) -> Spoken | None:
    """The first entry that may have met an occurrence, before anything did, and does not say."""
    said = life.said(form.unsure)
    place = (bisect_right if opening.strict else bisect_left)(said.days, opening.day)
    if place == len(said.days):
        return None
    day = said.days[place]
    if closing.met is not None:
        return said.items[place] if day < closing.met else None
    return said.items[place] if closing.ended is None or day <= closing.ended else None
