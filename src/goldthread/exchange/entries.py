"""From what is told of a child to entries: new ones, corrections of those that stand, and nothing where nothing changed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from goldthread.duties.words import born
from goldthread.exchange.episodes import Care, Stretch, again, tells_of, understand
from goldthread.exchange.named import Named
from goldthread.exchange.rows import Fault, Note
from goldthread.exchange.standing_entries import Kept
from goldthread.exchange.tells import FAMILIES, NO_YEAR, UNSAID, ChildTold, Tell, Where, called, year_said
from goldthread.record.limits import limits_of, passed
from goldthread.record.register import REGISTER
from goldthread.record.speak import NewEntry, SpokenRow, speak
from goldthread.record.store import Stands

FROM_EPISODES = ("looked_after", "placement", "legal_status")
EMPTY: tuple[object, ...] = (None, "", [])


@dataclass
class Wanted:
    """Entries to store, in the order of `stands`; `later` are those that name another entry by number."""

    entries: list[NewEntry] = field(default_factory=list)
    stands: list[Stands | None] = field(default_factory=list)
    made: Counter[str] = field(default_factory=Counter)
    corrected: Counter[str] = field(default_factory=Counter)
    touched: set[int] = field(default_factory=set)

    def add(self, entry: NewEntry, old: Stands | None = None) -> None:
        self.entries.append(entry)
        self.stands.append(old)
        self.touched.add(entry.person)
        (self.corrected if old else self.made)[entry.type] += 1


@dataclass
class Comparing:
    """Compares what is told of each child with what stands. `queue` gives the team in whose queue a child waits."""

    kept: Mapping[str, Kept]
    named: Named
    queue: Callable[[], int]
    today: date
    note: Note
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def at(self) -> datetime:
        """The moment of the load, to the day: what files tell says its words on days of its own."""
        return datetime.combine(self.today, time(12), UTC)

    def child(self, child: ChildTold, person: int, known: bool) -> None:
        """Want whatever is new or different about this child."""
        first = len(self.wanted.entries)
        self._person(child, person)
        if child.episodes:
            self._care(child, person, known)
        for (kind, key), tell in child.tells.items():
            self._entry(child, person, kind, key, tell)
        self._limits(child, person, self.wanted.entries[first:])

    def _limits(self, child: ChildTold, person: int, entries: Sequence[NewEntry]) -> None:
        """What goes past a limit of the law is kept as it is told, and said."""
        details = self.kept.get(f"person/{person}/")
        birth = SpokenRow(born.name, day, None, "") if details and (day := details.values["born"]) else None
        for entry in (e for e in entries if limits_of(REGISTER[e.type])):
            around = [birth] if birth else []
            around += [said for other in entries if other is not entry for said in speak(other, self.at)]
            for limit in passed(entry, around, self.at):
                self._say(child, f"The {called(entry.type)} of {entry.day:%d/%m/%Y} goes past a limit of {limit.law.brief}. {limit.says}")

    def _person(self, child: ChildTold, person: int) -> None:
        values = {name: value for name, (_, value) in child.facts.items()}
        kept = self.kept.get(f"person/{person}/")
        if values.get("disabilities") == [UNSAID] and kept and kept.values["disabilities"] not in ([], ["NONE"]):
            del values["disabilities"]
        year = max((year for year, _ in child.facts.values()), default=NO_YEAR)
        day = child.told_on or (min(date(year, 3, 31), self.today) if year else self.today)
        why = f"From {FAMILIES[child.by_family]}{f' of {year}' if year else ''}."
        self._entry(child, person, "person", "", Tell(day, None, values, year, why), {n: y for n, (y, _) in child.facts.items()})

    def _care(self, child: ChildTold, person: int, known: bool) -> None:
        before = self._care_kept(person) if known else {}
        episodes = {day: (NO_YEAR, values) for day, values in again(_stretches(before)).items()} if before else {}
        years = {kept.day: year_said(kept.why) or NO_YEAR for kept in before.values() if kept.kind != "looked_after"}
        for day, (year, values, _) in child.episodes.items():
            if year >= years.get(day, NO_YEAR) or not year:
                episodes[day] = (year, values)
        care = understand({day: values for day, (_, values) in episodes.items()})
        told = set()
        for kind, stretch, values in tells_of(care):
            told.add((kind, stretch.day.isoformat()))
            self._stretch(child, kind, stretch, values, [episodes[p["DECOM"]][0] for p in stretch.parts])
        self._remarks(child, care)
        for origin, kept in before.items():
            if (kept.kind, kept.day.isoformat()) not in told and not kept.withdrawn and "looked-after" in kept.why:
                entry = NewEntry(person, kept.kind, kept.day, kept.values, kept.until, origin=origin, why="Part of another one, as a return now shows.")
                self.wanted.add(entry, kept.stands(withdraw=True))

    def _care_kept(self, person: int) -> dict[str, Kept]:
        heads = tuple(f"{kind}/{person}/" for kind in FROM_EPISODES)
        return {origin: kept for origin, kept in self._of(person) if origin.startswith(heads)}

    def _of(self, person: int) -> Iterator[tuple[str, Kept]]:
        return ((origin, kept) for origin, kept in self.kept.items() if kept.person == person)

    def _stretch(self, child: ChildTold, kind: str, stretch: Stretch, values: dict[str, Any], years: list[int]) -> None:
        key, year = (kind, stretch.day.isoformat()), max(years)
        also = child.tells.get(key)
        said = f"From {FAMILIES['ssda903']}{f' of {year}' if year else ''}."
        if also is not None:
            values = {**also.values, **{k: v for k, v in values.items() if v is not None}}
        child.tells[key] = Tell(stretch.day, stretch.until, values, year, said, ends=True)

    def _remarks(self, child: ChildTold, care: Care) -> None:
        for day, column, sentence in care.remarks:
            if day in child.episodes:
                where = child.episodes[day][2]
                self.note(Fault(*where, column, sentence))

    def _entry(self, child: ChildTold, person: int, kind: str, key: str, tell: Tell, years: Mapping[str, int] | None = None) -> None:
        origin = f"{kind}/{person}/{key}"[:160]
        kept = self.kept.get(origin)
        values = self.named.resolve(kind, tell.values)
        if kind == "allocation":
            values = self._held_here(values, tell)
        if tell.of is not None:
            values = {**values, tell.into: self._number(person, tell.of)}
        entry = NewEntry(person, kind, tell.day, values, tell.until, origin=origin, why=tell.said_by)
        if kept is None:
            if kind == "referral":
                entry.number = self.named.number(origin)
            self.wanted.add(entry)
        elif changed := _changed(kept, entry, tell, years):
            self._correct(child, kept, changed)

    def _held_here(self, values: Mapping[str, Any], tell: Tell) -> Mapping[str, Any]:
        """A worker and team that are not in this service hold nobody here: until somebody does, the child waits in the queue."""
        waits = values.get("works_as") in ("social_worker", "personal_adviser") and not values.get("team") and tell.until is None
        return {**values, "team": self.queue()} if waits else values

    def _correct(self, child: ChildTold, kept: Kept, changed: NewEntry) -> None:
        if year_said(kept.why) is None or kept.withdrawn:
            if not kept.withdrawn:
                self._say(child, f"The {called(kept.kind)} of {kept.day:%d/%m/%Y} was corrected by hand and differs from the return. It was left as it is.")
            return
        self.wanted.add(changed, kept.stands())

    def _number(self, person: int, of: tuple[str, str]) -> int | None:
        origin = f"{of[0]}/{person}/{of[1]}"
        kept = self.kept.get(origin)
        return kept.entry if kept else self.named.number(origin)

    def _say(self, child: ChildTold, sentence: str) -> None:
        where: Where = child.where
        self.note(Fault(*where, "", f"Child {child.child_id}: {sentence[0].lower()}{sentence[1:]}"))


def _stretches(kept: Mapping[str, Kept]) -> dict[str, list[tuple[date, date | None, Mapping[str, Any]]]]:
    found: dict[str, list] = {}
    for entry in kept.values():
        if not entry.withdrawn:
            found.setdefault(entry.kind, []).append((entry.day, entry.until, entry.values))
    return found


def _changed(kept: Kept, new: NewEntry, tell: Tell, years: Mapping[str, int] | None) -> NewEntry | None:
    """The entry corrected by what is told, or None if that changes nothing. An older return only fills blanks."""
    stood = year_said(kept.why) or NO_YEAR
    values = dict(kept.values)
    for name, value in new.values.items():
        older = (years or {}).get(name, tell.year) < stood
        if value not in EMPTY and values.get(name) != value and (not older or values.get(name) in EMPTY):
            values[name] = value
    newer = tell.year >= stood or not tell.year
    until = new.until if newer and (tell.ends or new.until) else kept.until if not newer or tell.ends else kept.until
    day = new.day if newer and new.type in ("closing", "leaving_care") else kept.day
    until = max(until, day) if until else None
    if values == kept.values and until == kept.until and day == kept.day:
        return None
    return replace(new, values=values, until=until, day=day, why=new.why if newer else kept.why, number=None)
