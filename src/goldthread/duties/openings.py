"""Where a duty becomes owed, in one stretch of one life."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from goldthread.clock.counting import start_of_span
from goldthread.clock.spans import Span
from goldthread.duties.life import NOTHING, Life, Spoken, Stretch, make
from goldthread.duties.lower import Opens
from goldthread.duties.scene import Opening, Scene
from goldthread.duties.shape import Carry
from goldthread.duties.stretches import Gap, gaps


def openings(scene: Scene) -> list[Opening]:
    """Everything that may open the duty in a stretch, in order."""
    form = scene.form
    if form.relation:
        return _missing(scene)
    found = [first] if form.at_start and (first := _start(scene)) else []
    for opens in form.opens:
        found += _said(scene, opens)
    for age in form.birthdays:
        found += _birthday(scene, age)
    if len(form.opens) + len(form.birthdays) > 1:  # the start of a stretch comes before all that is said in it
        found.sort(key=_in_order)
    return found


def _in_order(opening: Opening) -> tuple[date, bool]:
    return (opening.day, opening.strict)


def _birthday(scene: Scene, age: int) -> Iterator[Opening]:
    """An opening on a birthday that falls into the stretch."""
    day, stretch = scene.life.birthday(age), scene.stretch
    if day is not None and stretch.covers(day):
        yield Opening(day, None, "", "", stretch.base if scene.form.duty.from_start else day)


def _said(scene: Scene, opens: Opens) -> list[Opening]:
    """An opening for each time a word was said in the stretch, except while another episode was already open, and only
    where it was said often enough."""
    form, life, stretch = scene.form, scene.life, scene.stretch
    days, items = life.by_word.get(opens.word, NOTHING)
    low = bisect_left(days, stretch.start)
    high = len(days) if stretch.end is None else bisect_right(days, stretch.end)
    said = items[low:high]
    if opens.in_last:
        said = [items[n] for n in range(low, high) if _often_enough(days, n, opens.times, opens.in_last)]
    if opens.unless:
        said = [s for s in said if not _already_open(life, opens.unless, s.day)]
    if scene.keys:
        said = [s for s in said if not _of_another(scene, s)]
    strict, base = opens.word in form.needs, stretch.base if form.duty.from_start else None
    return [make(Opening, (s.day, s.at, s.entry, s.key, base or s.day, strict, False, s, None)) for s in said]


def _of_another(scene: Scene, s: Spoken) -> bool:
    """Whether a word carries the key of another stretch of the same paired duty, which it opens there."""
    begun_by = scene.stretch.begun_by
    return begun_by is not None and s.key != begun_by.key and s.key in scene.keys


def _often_enough(days: list[date], place: int, times: int, in_last: Span) -> bool:
    """Whether a word was said so often in the time that ends with one of its days, that one included."""
    first = place - times + 1
    return first >= 0 and days[first] > start_of_span(in_last, days[place])


def _missing(scene: Scene) -> list[Opening]:
    """Where a relation begins to be missing; and the start of the stretch, where it is held already."""
    stretch, relation = scene.stretch, scene.life.stretches(scene.form.relation)
    found = [_gap(stretch, gap) for gap in gaps(stretch, relation)]
    held = next((r.begun_by for r in relation if r.covers(stretch.start)), None)
    if held or not found:
        found.insert(0, _opened_by(stretch.start, stretch.begun_by, stretch.start, filled_by=held))
    return found


def _gap(stretch: Stretch, gap: Gap) -> Opening:
    opened_by = gap.after.ended_by if gap.after else stretch.begun_by
    filled_by = gap.filled.begun_by if gap.filled else None
    return _opened_by(gap.day, opened_by, gap.day, filled_by=filled_by)


def _start(scene: Scene) -> Opening | None:
    """The opening that the beginning of a stretch makes, counted from an earlier event where one is carried over."""
    form, life, stretch = scene.form, scene.life, scene.stretch
    if stretch.resumed:
        before = _last_before(life, form.needs, stretch.start, stretch.base)
        if before:
            return _opened_by(stretch.start, stretch.begun_by, before.day, later=True)
    only_carried = form.duty.only_carried
    if form.carry:
        before = _carried(life, stretch, form.carry)
        if before:
            return _opened_by(stretch.start, stretch.begun_by, before.day, later=only_carried)
    return None if only_carried else _opened_by(stretch.start, stretch.begun_by, stretch.start)


def _opened_by(
    day: date, spoken: Spoken | None, counted_from: date, *, later: bool = False, filled_by: Spoken | None = None
) -> Opening:
    if spoken is None:
        return make(Opening, (day, None, "", "", counted_from, False, later, None, filled_by))
    at = spoken.at if spoken.day == day else None
    return make(Opening, (day, at, spoken.entry, spoken.key, counted_from, False, later, spoken, filled_by))


def _carried(life: Life, stretch: Stretch, carry: Carry) -> Spoken | None:
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
