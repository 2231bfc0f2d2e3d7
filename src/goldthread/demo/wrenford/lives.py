"""Reading a family's life from its file: people, entries with their days and corrections, and who looked.

A file is one family or a list of them. Each entry names its type and the people it is about; several at once are one
act (`together`). `days` tells the same kind of entry many times, `texts` what differs from day to day, `each` what
differs from person to person. `until` ends it, as was written down at `ends_written` or by the end of that day.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from goldthread.demo.deals import Deals
from goldthread.demo.telling import HERE, Change, Look, Somebody, Story, Told, after
from goldthread.demo.wrenford import kept, members, squads
from goldthread.record.fields import Day, EntryNumber, Moment, ToPerson, ToTeam, ToWorker
from goldthread.record.register import REGISTER, entry_type

Line = dict[str, Any]


def told(file: Any, deals: Deals) -> Iterator[Story]:
    """The stories of a file."""
    for family in file if isinstance(file, list) else [file]:
        yield from _families(family, deals)


def _families(family: Line, deals: Deals) -> Iterator[Story]:
    if "kept" not in family:
        yield Reader(Story(), {}).read(family)
        return
    for regular in kept.families(family, deals):
        people = {child.forename.lower(): child for child in regular.children}
        people.update(mum=regular.mum, dad=regular.dad, gran=regular.gran)
        yield Reader(regular.story, people, regular.children).read(family)


class Reader:
    """Reads one family into a story."""

    def __init__(self, story: Story, people: dict[str, Somebody], children: Sequence[Somebody] = ()):
        self.story, self.people, self.children = story, people, children
        self.named: dict[tuple[str, int], Told] = {}

    def read(self, family: Line) -> Story:
        for key, said in family.get("people", {}).items():
            facts = {name: said.get(name) for name in ("reference", "born", "expected")}
            self.people[key] = self.story.add(Somebody(said["forename"], said["surname"], sex=said.get("sex", ""), **facts))
        for line in family.get("told", ()):
            self._line(line)
        for look in family.get("looks", ()):
            self.story.looks += [Look(self.people[look["of"]], members()[look["by"]], moment(at), look.get("reason", "")) for at in look["at"]]
        return self.story

    def _line(self, line: Line) -> None:
        type = next(key for key in line if key in REGISTER)
        days = line.get("days") or [line["when"]]
        texts = line.get("texts") or [{}] * len(days)
        for when, text in zip(days, texts, strict=True):
            first = None
            for key in self._keys(line[type]):
                entry = self._entry(type, key, when, {**line, "says": {**line.get("says", {}), **text, **line.get("each", {}).get(key, {})}})
                first = first or entry
                entry.together = first if " " in line[type] else None

    def _keys(self, said: str) -> list[str]:
        """The people an entry is about; "children" are all those of a family whose names are drawn."""
        if said != "children":
            return said.split()
        return [key for key, person in self.people.items() if person in self.children]

    def _entry(self, type: str, key: str, when: Any, line: Line) -> Told:
        about, by = self.people[key], members().get(line.get("by", ""))
        day, at = day_and_moment(when)
        written = moment(line["written"]) if "written" in line else after(day, at)
        entry = Told(about, type, day, self._values(type, line["says"], about), written, by, at, significant=bool(line.get("significant")))
        self.story.told.append(entry)
        if "name" in line:
            self.named[line["name"], id(about)] = entry
        for change in line.get("changes", ()):
            self._change(entry, change)
        if "until" in line:
            self._until(entry, line)
        return entry

    def _change(self, entry: Told, line: Line) -> None:
        day, at = day_and_moment(line["when"]) if "when" in line else (None, None)
        by = members().get(line.get("by", ""))
        values = self._values(entry.type, line.get("says", {}), entry.about)
        entry.changes.append(Change(moment(line["written"]), by, line.get("why", ""), day, at, line.get("until"), values))

    def _until(self, entry: Told, line: Line) -> None:
        until, ends = line["until"], self._values(entry.type, line.get("ends", {}), entry.about)
        if "ends_written" not in line and entry.recorded.date() > until:
            entry.until, entry.values = until, {**entry.values, **ends}
            return
        recorded = moment(line["ends_written"]) if "ends_written" in line else after(until)
        entry.end(until, entry.by, recorded, **ends)

    def _values(self, type: str, said: Line, about: Somebody) -> Line:
        fields = {f.name: f for f in entry_type(type).questions()}
        return {name: self._value(fields[name], value, about) for name, value in said.items()}

    def _value(self, field: Any, value: Any, about: Somebody) -> Any:
        match field:
            case _ if value is None:
                return None
            case ToWorker():
                return members()[value]
            case ToTeam():
                return squads()[value]
            case ToPerson():
                return self.people[value]
            case EntryNumber():
                return self.named[value, id(about)]
            case Moment():
                return moment(value)
            case Day():
                return value if isinstance(value, date) else date.fromisoformat(value)
        return value


def day_and_moment(when: Any) -> tuple[date, datetime | None]:
    """A day, and the moment if the file says one: "2026-11-12" or "2026-11-12 16:20"."""
    if isinstance(when, date):
        return when, None
    at = moment(when)
    return at.date(), at


def moment(said: str) -> datetime:
    """A moment here; hours may be written with one digit."""
    day, clock = str(said).split(" ")
    hours, minutes = clock.split(":")
    return datetime.fromisoformat(f"{day} {int(hours):02}:{minutes}").replace(tzinfo=HERE)
