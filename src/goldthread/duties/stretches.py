"""When a duty holds: episodes joined, cut and clipped into the stretches its occurrences live in."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from goldthread.clock.counting import start_of_span
from goldthread.duties.life import ALWAYS, Life, Stretch, make
from goldthread.duties.shape import Aged, Beyond, Eligible, Stage
from goldthread.duties.words import Episode

_ONE_DAY = timedelta(days=1)


def stretches(
    life: Life,
    during: tuple[Stage, ...],
    outside: tuple[Episode, ...],
    inside: tuple[Episode, ...],
    ends_at: int | None,
    after_death: bool = False,
) -> list[Stretch]:
    """Every stretch in which a duty holds, oldest first. A duty that names no stage holds always."""
    found = _joined(life, during) if during else [ALWAYS]
    for episode in inside:
        found = [_closed_with(stretch, life, episode) for stretch in found]
    for episode in outside:
        for other in life.stretches(episode.name):
            found = [piece for stretch in found for piece in _without(stretch, other)]
    return [clipped for stretch in found if (clipped := _clipped(stretch, life, ends_at, after_death))]


class Gap(NamedTuple):
    """Time in which a relation is missing: from when, after which stretch of it, and which one fills it."""

    day: date
    after: Stretch | None
    filled: Stretch | None


def gaps(stretch: Stretch, relation: Iterable[Stretch]) -> list[Gap]:
    """Where a relation that must hold is missing. One that ends on a day and another from the next leave no gap."""
    held = sorted((r for r in relation if r.end is None or r.end >= stretch.start), key=lambda r: r.start)
    found: list[Gap] = []
    edge, last = stretch.start, None
    for r in held:
        if stretch.end is not None and edge >= stretch.end:
            return found
        if r.start > edge + (_ONE_DAY if last else timedelta(0)):
            found.append(Gap(edge, last, r))
        if r.end is None:
            return found
        if last is None or r.end > edge:
            edge, last = r.end, r
    if stretch.end is None or edge < stretch.end:
        found.append(Gap(edge, last, None))
    return found


def _joined(life: Life, during: tuple[Stage, ...]) -> list[Stretch]:
    if len(during) == 1:
        return _of(life, during[0])
    merged: list[Stretch] = []
    for stretch in sorted((s for stage in during for s in _of(life, stage)), key=lambda s: s.start):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and stretch.start > last.end):
            merged.append(stretch)
        elif last.end is not None and (stretch.end is None or stretch.end > last.end):
            merged[-1] = last._replace(end=stretch.end, ended_by=stretch.ended_by)
    return merged


def _of(life: Life, stage: Stage) -> list[Stretch]:
    match stage:
        case Episode():
            return life.stretches(stage.name)
        case Aged():
            birthday = life.birthday(stage.starts_at)
            return [s for whole in life.stretches(stage.episode.name) if (s := _from(whole, birthday))]
        case Eligible():
            return _eligible(life, stage)
        case Beyond():
            return _beyond(life, stage)


def _from(stretch: Stretch, day: date | None) -> Stretch | None:
    if day is None or stretch.start >= day:
        return stretch
    if stretch.end is not None and stretch.end < day:
        return None
    return stretch._replace(start=day, begun_by=None, base=day)


def _eligible(life: Life, stage: Eligible) -> list[Stretch]:
    """The first stretch from the day both the age and the length of time are reached."""
    from_age, birthday = life.birthday(stage.counted_from), life.birthday(stage.age)
    if from_age is None or birthday is None:
        return []
    wanted = (stage.total.due(from_age) - from_age).days + 1
    for stretch in life.stretches(stage.episode.name):
        first = max(stretch.start, from_age)
        if stretch.end is not None and stretch.end < first:
            continue
        complete = first + timedelta(days=wanted - 1)
        reached = max(complete, birthday, stretch.start)
        if stretch.end is None or stretch.end >= reached:
            begun_by = stretch.begun_by if reached == stretch.start else None
            return [Stretch(reached, stretch.end, begun_by, stretch.ended_by, reached)]
        wanted = max(wanted - (stretch.end - first).days - 1, 1)
    return []


def _beyond(life: Life, stage: Beyond) -> list[Stretch]:
    """What is left of each stay from the day on which it, or all stays together, went beyond the limits."""
    stays = life.stretches(stage.episode.name)
    over = _days_over(stays, stage)
    found = []
    for stay in stays:
        alone = stage.one.counting_first_day().due(stay.start) + _ONE_DAY
        days = [day for day in (alone, *over) if stay.covers(day)]
        if days:
            first = min(days)
            begun_by = stay.begun_by if first == stay.start else None
            found.append(stay._replace(start=first, begun_by=begun_by, base=first))
    return found


def _days_over(stays: Iterable[Stretch], stage: Beyond) -> list[date]:
    """The days that are more than `total` in the time `within` that ends with them. A stay that goes on counts its first
    days, as many as one stay may have: after these it is beyond by itself."""
    days: set[date] = set()
    for stay in stays:
        last = stay.end or stage.one.counting_first_day().due(stay.start)
        days.update(stay.start + timedelta(days=n) for n in range((last - stay.start).days + 1))
    ordered = sorted(days)
    pairs = zip(ordered, ordered[stage.total :], strict=False)
    return [day for earlier, day in pairs if earlier > start_of_span(stage.within, day)]


def _closed_with(stretch: Stretch, life: Life, episode: Episode) -> Stretch:
    """Ended when the last outer episode ends after it began, even if nobody ended it by itself."""
    said = life.said((episode.ends.name,))
    for closing in said.items:
        within = closing.day > stretch.start and (stretch.end is None or closing.day < stretch.end)
        if within and not any(s.goes_on_after(closing.day) for s in life.stretches(episode.name)):
            return stretch._replace(end=closing.day, ended_by=closing)
    return stretch


def _without(stretch: Stretch, other: Stretch) -> list[Stretch]:
    """What is left of a stretch outside another one."""
    if (other.end is not None and other.end < stretch.start) or (stretch.end is not None and other.start > stretch.end):
        return [stretch]
    pieces = []
    if other.start > stretch.start:
        pieces.append(stretch._replace(end=other.start, ended_by=other.begun_by))
    if other.end is not None and (stretch.end is None or other.end < stretch.end):
        pieces.append(stretch._replace(start=other.end, begun_by=other.ended_by, resumed=True))
    return pieces


def _clipped(stretch: Stretch, life: Life, ends_at: int | None, after_death: bool) -> Stretch | None:
    """The stretch ended by the person's death, unless it goes on after it, or by a birthday, if either comes first."""
    limits = []
    if life.died and not after_death:
        limits.append((life.died.day, life.died))
    birthday = life.birthday(ends_at) if ends_at is not None else None
    if birthday is not None:
        if birthday <= stretch.start and stretch is not ALWAYS:
            return None
        limits.append((birthday, None))  # type: ignore[arg-type]
    for day, ended_by in limits:
        if stretch.end is None or day < stretch.end:
            start, _, begun_by, _, base, resumed = stretch
            stretch = make(Stretch, (start, day, begun_by, ended_by, base, resumed))
    return stretch if stretch.end is None or stretch.end >= stretch.start else None
