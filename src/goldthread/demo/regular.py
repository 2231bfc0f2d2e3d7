"""What comes round again and again: visits, meetings, a manager's look, notes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from goldthread.demo.family import Family
from goldthread.demo.telling import WORKING, Somebody, Told, moment, working_day


def hour(f: Family, day: date) -> datetime:
    return moment(day, f.rng.choice((9, 10, 11, 13, 14, 15, 15, 16, 16)), f.rng.choice((0, 10, 15, 20, 30, 45)))


def visits(f: Family, children: Sequence[Somebody], start: date, stop: date, days: int, first: int | None = None, place: str = "home") -> None:
    """Visits to brothers and sisters together, from a day to a day; the first within `first` days if given."""
    stop = min(stop, f.visits_until or f.today)
    begins = start
    if first is not None:
        begins = working_day(start + timedelta(days=f.rng.randint(1, first)))
        late = f.rng.random() < f.habits.late
        begins = max(start, WORKING.add(begins, 4) if late else begins)
        if begins <= stop:
            visit(f, children, begins, place)
    for day in f.rounds(begins, stop, days):
        missed = visit(f, children, day, place)
        again = WORKING.add(day, f.rng.randint(1, 3))
        if missed and again <= stop and f.rng.random() < 0.75:
            visit(f, missed, again, place)


def visit(f: Family, children: Sequence[Somebody], day: date, place: str) -> list[Somebody]:
    """One visit, an entry for each child. Returns those who were not seen."""
    there = [c for c in children if c.born <= day]
    if day > f.today or not there:
        return []
    at, known, first = hour(f, day), f.rng.random() < 0.75, None
    place = "school" if place == "home" and f.rng.random() < 0.18 and min(c.age(day) for c in there) >= 5 else place
    shared = {"place": place, "known": known, "made": True, "at_home": _looked_like(f, there[0], place, day), "by": f.worker(there[0], day),
              "present": f.write("present", there[0], day) if place == "home" else ""}  # fmt: skip
    unseen = []
    for child in there:
        said = _seen(f, child, day)
        told = f.tell(child, "visit", day, at=at, slow=True, **{**shared, **said})
        if told is not None:
            first = first or told
            told.together = first if len(there) > 1 else None
        if not said["child_seen"]:
            unseen.append(child)
    _same_moment(f, first)
    return unseen


def _same_moment(f: Family, first: Told | None) -> None:
    """A visit to several children is written up in one go, and corrected in one go."""
    if first is None:
        return
    if first.together is None:
        f.misdate(first)
        return
    for told in reversed(f.story.told):
        if told.together is not first:
            break
        told.recorded = first.recorded


def _seen(f: Family, child: Somebody, day: date) -> dict:
    chance = f.rng.random()
    if chance < f.habits.unseen:
        return {"child_seen": False, "seen_alone": None, "why_not_seen": f.write("not_seen", child, day), "at_home": "", "present": ""}
    seen = {"child_seen": True, "said": f.pen.words_of(child, child.age(day)), "bedroom": f.rng.choice((True, False, None))}
    if chance < f.habits.unseen + f.habits.unsaid:
        return {**seen, "seen_alone": None}
    if f.rng.random() < f.habits.alone:
        return {**seen, "seen_alone": True}
    return {**seen, "seen_alone": False, "why_not_alone": f.write("not_alone", child, day)}


def _looked_like(f: Family, child: Somebody, place: str, day: date) -> str:
    if place != "home":
        return ""
    return f.write("better" if f.rng.random() < 0.65 else "worse", child, day)


def looks(f: Family, child: Somebody, start: date, stop: date, days: int) -> None:
    """The manager looks at how things are going, and writes it down."""
    for day in f.rounds(start, stop, days):
        manager = f.office.manager(f.patch)
        f.tell(child, "oversight", day, manager, better=f.write("good", child, day), worry=f.write("worry", child, day),
               decided=f.write("decided", child, day), manager=manager)  # fmt: skip


def notes(f: Family, child: Somebody, start: date, stop: date, days: int) -> None:
    """Calls and messages in between."""
    for day in f.rounds(start, stop, days, 0.3):
        mark, said = f.marked("notes", child, day)
        kind, title = mark.split("|")
        f.tell(child, "note", day, at=hour(f, day), slow=True, kind=kind, title=title, note=said)
