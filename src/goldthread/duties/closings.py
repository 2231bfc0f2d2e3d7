"""What became of an opening: what met it, what ended it, and what may have met it without saying so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from goldthread.clock.counting import start_of_span
from goldthread.clock.spans import Span
from goldthread.clock.times import day_of
from goldthread.duties.life import NOTHING, Spoken, make
from goldthread.duties.scene import Closing, Opening, Scene


def closing(scene: Scene, opening: Opening, following: Opening | None) -> Closing:
    """What happened first to an opening. Something done on the day it ended counts as done."""
    form, day = scene.form, opening.day
    ended, ended_by = _end(scene, opening, following) if form.cut_short or following else scene.over
    already = form.duty.already
    if already and (done := _done_already(scene, opening, already)):
        return Closing(day, None, done.entry)
    met = opening.filled_by if form.relation else _met(scene, opening)
    if met is not None:
        _, met_day, met_at, _, met_by, _, _ = met
        if ended is None or met_day <= ended:
            if met_day < day:
                met_day, met_at = day, None
            return make(Closing, (met_day, met_at, met_by, None, None, None))
    elif form.duty.recording_meets and opening.spoken:
        written = scene.life.first_recorded(opening.spoken)
        day = max(day_of(written), day)
        if ended is None or day <= ended:
            return Closing(day, written, opening.entry)
    over = (None, None, ended) if ended_by == "" else (ended, ended_by, None)
    return make(Closing, (None, None, None, *over))


def unsure(scene: Scene, opening: Opening, closed: Closing) -> Spoken | None:
    """The first entry that may have met an occurrence, before anything did, and does not say."""
    said = scene.life.said(scene.form.unsure)
    if not said.days or said.days[-1] < opening.day:
        return None
    place = (bisect_right if opening.strict else bisect_left)(said.days, opening.day)
    if place == len(said.days):
        return None
    day = said.days[place]
    if closed.met is not None:
        return said.items[place] if day < closed.met else None
    over = closed.lapses or closed.ended
    return said.items[place] if over is None or day <= over else None


def _met(scene: Scene, opening: Opening) -> Spoken | None:
    """The first word after an opening that meets it."""
    if scene.form.duty.paired:
        return _met_by_its_own(scene, opening)
    days, items = scene.needs
    place = (bisect_right if opening.strict else bisect_left)(days, opening.day)
    if opening.at is not None:
        while place < len(items) and _too_early(items[place], opening):
            place += 1
    return items[place] if place < len(items) else None


def _met_by_its_own(scene: Scene, opening: Opening) -> Spoken | None:
    """The first with the key of the opening, or else one that nothing claims; what belongs to the stretch is its own too."""
    begun_by = scene.stretch.begun_by
    if begun_by is None:
        own = scene.life.said_with_key(scene.form.needs).get(opening.key, ())
        return _first_after(own, opening) or _first_after(scene.unclaimed, opening)
    keys = (opening.key, begun_by.key)
    return _first_after([s for s in scene.needs.items if s.key in keys or s.key not in scene.keys], opening)


def _first_after(said: Iterable[Spoken], opening: Opening) -> Spoken | None:
    opened, strict = opening.day, opening.strict
    for s in said:
        after = s.day > opened if strict else s.day >= opened
        if after and not _too_early(s, opening):
            return s
    return None


def _too_early(s: Spoken, opening: Opening) -> bool:
    return s.at is not None and opening.at is not None and s.at.timestamp() < opening.at.timestamp()


def _end(scene: Scene, opening: Opening, following: Opening | None) -> tuple[date | None, int | str | None]:
    """The first thing that ends an occurrence. An episode that ends on the day it opened belongs to what went before."""
    form, (ended, ended_by) = scene.form, scene.over
    for words, search in ((form.ends, bisect_left), (form.closed_by, bisect_right)):
        days, items = scene.life.said(words) if words else NOTHING
        if days and days[-1] >= opening.day:
            place = search(days, opening.day)
            if place < len(days) and (ended is None or days[place] < ended):
                ended, ended_by = days[place], items[place].entry
    if following and following.day > opening.day and (ended is None or following.day < ended):
        return following.day, following.entry
    return ended, ended_by


def _done_already(scene: Scene, opening: Opening, already: Span) -> Spoken | None:
    """Recent enough, and not what met it the time before."""
    earliest = start_of_span(already, opening.day)
    said, previous = scene.needs, scene.previous
    for s in reversed(said.items[bisect_left(said.days, earliest) : bisect_left(said.days, opening.day)]):
        other_time = previous is not None and (previous.end is None or s.day <= previous.end)
        if s.key == opening.key or not other_time:
            return s
    return None
