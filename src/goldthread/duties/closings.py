"""What became of an opening: what met it, what ended it, and what may have met it without saying so."""

from bisect import bisect_left, bisect_right
from datetime import date

from goldthread.clock.counting import start_of_span
from goldthread.clock.spans import Span
from goldthread.clock.times import day_of
from goldthread.duties.life import Spoken
from goldthread.duties.scene import Closing, Opening, Scene


def closing(scene: Scene, opening: Opening, following: Opening | None) -> Closing:
    """What happened first to an opening. Something done on the day it ended counts as done."""
    ended, ended_by = _end(scene, opening, following)
    already = scene.form.duty.already
    if already and (done := _done_already(scene, opening, already)):
        return Closing(opening.day, None, done.entry)
    met = opening.filled_by if scene.form.relation else _met(scene, opening)
    if met is not None and (ended is None or met.day <= ended):
        before = met.day < opening.day
        return Closing(max(met.day, opening.day), None if before else met.at, met.entry)
    if met is None and scene.form.duty.recording_meets and opening.spoken:
        written = scene.life.first_recorded(opening.spoken)
        day = max(day_of(written), opening.day)
        if ended is None or day <= ended:
            return Closing(day, written, opening.entry)
    return Closing(ended=ended, ended_by=ended_by) if ended_by != "" else Closing(lapses=ended)


def unsure(scene: Scene, opening: Opening, closed: Closing) -> Spoken | None:
    """The first entry that may have met an occurrence, before anything did, and does not say."""
    said = scene.life.said(scene.form.unsure)
    place = (bisect_right if opening.strict else bisect_left)(said.days, opening.day)
    if place == len(said.days):
        return None
    day = said.days[place]
    if closed.met is not None:
        return said.items[place] if day < closed.met else None
    over = closed.lapses or closed.ended
    return said.items[place] if over is None or day <= over else None


def _met(scene: Scene, opening: Opening) -> Spoken | None:
    """The first word after an opening that meets it. Paired duties take the one with the same key, or an unclaimed one."""
    said = scene.life.said(scene.form.needs)
    place = (bisect_right if opening.strict else bisect_left)(said.days, opening.day)
    if scene.form.duty.paired:
        later = [s for s in said.items[place:] if not _too_early(s, opening)]
        own = next((s for s in later if s.key == opening.key), None)
        return own or next((s for s in later if s.key not in scene.keys), None)
    while place < len(said.days):
        if not _too_early(said.items[place], opening):
            return said.items[place]
        place += 1
    return None


def _too_early(s: Spoken, opening: Opening) -> bool:
    return s.at is not None and opening.at is not None and s.at < opening.at


def _end(scene: Scene, opening: Opening, following: Opening | None) -> tuple[date | None, int | str | None]:
    """The first thing that ends an occurrence. An episode that ends on the day it opened belongs to what went before."""
    form, stretch = scene.form, scene.stretch
    ended, ended_by = stretch.end, None if stretch.end is None else stretch.ended_by.entry if stretch.ended_by else ""
    for words, search in ((form.ends, bisect_left), (form.closed_by, bisect_right)):
        if words:
            said = scene.life.said(words)
            place = search(said.days, opening.day)
            if place < len(said.days) and (ended is None or said.days[place] < ended):
                ended, ended_by = said.days[place], said.items[place].entry
    if following and following.day > opening.day and (ended is None or following.day < ended):
        return following.day, following.entry
    return ended, ended_by


def _done_already(scene: Scene, opening: Opening, already: Span) -> Spoken | None:
    """Recent enough, and not what met it the time before."""
    earliest = start_of_span(already, opening.day)
    said, previous = scene.life.said(scene.form.needs), scene.previous
    for s in reversed(said.items[bisect_left(said.days, earliest) : bisect_left(said.days, opening.day)]):
        other_time = previous is not None and (previous.end is None or s.day <= previous.end)
        if s.key == opening.key or not other_time:
            return s
    return None
