"""What returns tell of one child, before it becomes entries: the newest return has the last word on each thing."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from goldthread.exchange.rows import Fault, Note, Row

Values = Mapping[str, Any]
NO_YEAR = 0
INFERRED = -1
"""The year of what no return says itself: whatever a return or a person says has the last word."""
CHILD_ID, ADOPTER_ID = "child id", "adopter id"
UNSAID = "ANY"
"""The code of a disability of which a return does not say which it is."""
LAW_ENDS = ("leaving_care",)
"""Types that end on a birthday, which may lie ahead without being wrong."""


def called(kind: str) -> str:
    """An entry type in the middle of a sentence."""
    return kind.replace("_", " ")


class Tell(NamedTuple):
    """One thing that happened. `key` tells it apart from others of its type of the same child, in every return.

    `ends` says that the source knows ends, so that an empty `until` means it goes on. `of` names another tell
    (type, key) whose entry number goes into the field `into`.
    """

    day: date
    until: date | None
    values: Values
    year: int
    said_by: str
    ends: bool = False
    into: str = ""
    of: tuple[str, str] | None = None


class Where(NamedTuple):
    """The row a thing was told in."""

    file: str
    sheet: str
    row: int


@dataclass(slots=True)
class ChildTold:
    """All that is told of one child. `facts` are those of the person, each with the year of the return that said it."""

    child_id: str
    note: Note
    today: date
    facts: dict[str, tuple[int, Any]] = field(default_factory=dict)
    tells: dict[tuple[str, str], Tell] = field(default_factory=dict)
    episodes: dict[date, tuple[int, dict[str, Any], Where]] = field(default_factory=dict)
    told_on: date | None = None
    upns: dict[str, None] = field(default_factory=dict)
    where: Where = Where("", "", 0)
    by_family: str = ""
    scheme: str = CHILD_ID
    ended_by_the_next: int = 0
    _told: Counter[tuple[Any, str]] = field(default_factory=Counter)

    def fact(self, row: Row, name: str, value: Any) -> None:
        """A fact about the person; blank says nothing. A newer return replaces what an older one said."""
        if value is None:
            return
        year = row.source.year or NO_YEAR
        known = self.facts.get(name)
        if known is None or year >= known[0]:
            self.facts[name] = (year, value)

    def disabled(self, row: Row, answer: bool) -> None:
        """Disabled or not, where a list does not say how; yes says nothing new where another return says which disability."""
        known = self.facts.get("disabilities")
        if not (answer and known and known[1] != ["NONE"]):
            self.fact(row, "disabilities", [UNSAID if answer else "NONE"])

    def alone(self, row: Row, answer: bool | None) -> None:
        """Whether they sought asylum alone. A list may ask it of the last year only, so a no undoes no yes, whichever list is newer."""
        year, known = self.facts.get("unaccompanied", (NO_YEAR, None))
        if answer and not known:
            self.facts["unaccompanied"] = (max(year, row.source.year or NO_YEAR), True)
        elif not known:
            self.fact(row, "unaccompanied", answer)

    def nth(self, row: Row, key: str) -> int:
        """The how-manieth row of its list this is that says the same of the child: two calls on one day are two."""
        self._told[row.source, key] += 1
        return self._told[row.source, key]

    def born(self, row: Row, column: str, day: Any) -> None:
        """The date of birth; another one than is known already is a fault."""
        if not isinstance(day, date):
            return
        known = self.facts.get("born")
        if known is not None and known[1] != day:
            newer = (row.source.year or NO_YEAR) >= known[0]
            kept = day if newer else known[1]
            self.note(Fault(
                row.source.file, row.source.sheet, row.number, column,
                f"Child {self.child_id} is born on {day:%d/%m/%Y} here and on {known[1]:%d/%m/%Y} in another row. They were taken as "
                f"one child, born on {kept:%d/%m/%Y} as the {'newer' if newer else 'newest'} row says. Check that the number is not used for two children.",
            ))  # fmt: skip
        self.fact(row, "born", day)

    def note_row(self, row: Row, column: str, sentence: str) -> None:
        """A fault of one row."""
        self.note(Fault(row.source.file, row.source.sheet, row.number, column, sentence))

    def tell(
        self, row: Row, kind: str, key: str, day: date, values: Values, until: date | None = None, *, ends: bool = False,
        into: str = "", of: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Something that happened on `day`."""
        year = row.source.year or NO_YEAR
        if day > self.today:
            self.note_row(row, "", f"The {called(kind)} of {day:%d/%m/%Y} lies in the future. It was kept as the return has it.")
        if until is not None:
            until = self.believed_end(row, kind, day, until)
        new = Tell(day, until, values, year, said_by(row), ends, into, of)
        old = self.tells.get((kind, key))
        self.tells[kind, key] = new if old is None else self._joined(row, kind, old, new)

    def ended_before(self, row: Row, day: date) -> None:
        """A time in need began on `day`, so those that the same lists began earlier had ended: on that day, unless somebody knows better."""
        for (kind, key), tell in list(self.tells.items()):
            if kind == "referral" and tell.day < day and tell.values.get("decision") == "accepted" and ("closing", key) not in self.tells:
                self.tells["closing", key] = Tell(day, None, {}, INFERRED, said_by(row), into="closes", of=("referral", key))
                self.ended_by_the_next += 1

    def believed_end(self, row: Row, kind: str, day: date, until: date) -> date | None:
        """The end as it can be kept: none if it lies before the beginning or has not come yet, which is told."""
        ends = f"The {called(kind)} of {day:%d/%m/%Y} ends on {until:%d/%m/%Y}"
        if until < day:
            self.note_row(row, "", f"{ends}, before it begins. It was kept without its end.")
        elif until <= self.today:
            return until
        elif kind not in LAW_ENDS:
            self.note_row(row, "", f"{ends}, which has not come yet. It was kept as going on.")
        return None

    def absorb(self, other: "ChildTold") -> None:
        """Take in what is told of the same child under another number."""
        for name, (year, value) in other.facts.items():
            if name not in self.facts or year >= self.facts[name][0]:
                self.facts[name] = (year, value)
        for key, tell in other.tells.items():
            known = self.tells.get(key)
            self.tells[key] = tell if known is None else merged(known, tell)
        for day, episode in other.episodes.items():
            if day not in self.episodes or episode[0] >= self.episodes[day][0]:
                self.episodes[day] = episode

    def _joined(self, row: Row, kind: str, old: Tell, new: Tell) -> Tell:
        if old.year == new.year and old.said_by == new.said_by:
            self._tell_clash(row, kind, old, new)
        return merged(old, new)

    def _tell_clash(self, row: Row, kind: str, old: Tell, new: Tell) -> None:
        differ = [name for name, value in new.values.items() if value is not None and old.values.get(name) not in (None, value)]
        if differ or (new.ends and old.ends and new.until != old.until):
            self.note(Fault(
                row.source.file, row.source.sheet, row.number, "",
                f"Another row of the same return tells of this {called(kind)} on {new.day:%d/%m/%Y} too, and differently. The later row was kept.",
            ))  # fmt: skip


def merged(old: Tell, new: Tell) -> Tell:
    """Two tellings of one thing: the newer return's, with what only the other one says."""
    older, newer = (old, new) if new.year >= old.year else (new, old)
    values = {**older.values, **{k: v for k, v in newer.values.items() if v is not None}}
    until = newer.until if newer.ends else newer.until or older.until
    return newer._replace(values=values, until=until, ends=newer.ends or older.ends, into=newer.into or older.into, of=newer.of or older.of)


FAMILIES = {
    "ssda903": "the looked-after children return", "cin": "the children in need census", "annex_a": "the Annex A lists",
}  # fmt: skip


def said_by(row: Row) -> str:
    """Where an entry comes from, in words that stand beside it: "From the looked-after children return of 2021."."""
    return _said_by(row.source.table.partition(".")[0], row.source.year)


@cache
def _said_by(family: str, year: int | None) -> str:
    return f"From {FAMILIES[family]}{f' of {year}' if year else ''}."


_YEAR_SAID = re.compile(f"From (?:{'|'.join(FAMILIES.values())})(?: of (\\d{{4}}))?\\.")


def year_said(why: str) -> int | None:
    """The return year in such words, 0 where they name none; None if the words are not a return's but a person's."""
    found = _YEAR_SAID.match(why)
    return int(found[1] or NO_YEAR) if found else None
