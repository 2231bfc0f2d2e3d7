"""What a table looks like: its columns, which of them mark it, and which row cannot do without what."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from goldthread.exchange.kinds import Kind

_NOT_WORD = re.compile(r"[^a-z0-9]+")
SHORT = 8
"""Letters below which a heading is too short to be recognised by likeness."""
ALIKE = 90
"""How alike, of 100, a long heading must be to one we know to count as the same with a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `plain` completes "the row was kept without …"; `without` says why a row without it means nothing.

    `also` are other headings it is known by, `pattern` finds more of them where a shape is read loosely.
    """

    name: str
    kind: Kind
    plain: str
    without: str = ""
    also: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True)
class Shape:
    """A table that can be read.

    `marks` are the columns no other table has together. `day` is the column that says when the thing happened.
    `spans` are pairs of columns of which the second may not lie before the first.
    """

    table: str
    columns: tuple[Column, ...]
    marks: tuple[str, ...]
    day: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    loose: bool = False

    @cached_property
    def by_heading(self) -> Mapping[str, str]:
        """Column name by each of its tidied headings."""
        return {tidy(h): c.name for c in self.columns for h in (c.name, *c.also)}

    @cached_property
    def by_tag(self) -> Mapping[str, str]:
        """Column name by its exact names, as elements of XML carry them."""
        return {h: c.name for c in self.columns for h in (c.name, *c.also)}

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Column by name."""
        return {c.name: c for c in self.columns}

    def place(self, headings: Sequence[str]) -> dict[str, int]:
        """Where each known column stands among `headings`; the first wins if one stands twice."""
        places: dict[str, int] = {}
        for i, heading in enumerate(headings):
            if name := self.named(heading):
                places.setdefault(name, i)
        return places

    def named(self, heading: str) -> str:
        """The name of the column that `heading` heads, or ""."""
        tidied = tidy(heading)
        exact = self.by_heading.get(tidied, "")
        if exact or not self.loose:
            return exact
        return self._like(tidied) or (self._nearly(tidied) if len(tidied) >= SHORT else "")

    def _like(self, tidied: str) -> str:
        return next((c.name for c in self.columns if c.pattern and re.search(c.pattern, tidied)), "")

    def _nearly(self, tidied: str) -> str:
        score, name = max((fuzz.ratio(tidied, known), name) for known, name in self.by_heading.items())
        return name if score >= ALIKE and _same_turn(tidied, name) else ""


def _same_turn(tidied: str, name: str) -> bool:
    """Headings that differ only in a word that turns the meaning (start/end, missing/absent) are not the same."""
    turns = ("start", "end", "completion", "missing", "absent", "1", "2", "offered", "accept", "no longer", "matching")
    other = tidy(name)
    return all((turn in tidied) == (turn in other) for turn in turns)


def tidy(heading: str) -> str:
    """A heading without case, punctuation and spaces to compare by."""
    return _NOT_WORD.sub(" ", heading.lower().replace("'", "").replace("’", "")).strip()


def recognise(headings: Sequence[str], shapes: Iterable[Shape]) -> tuple[Shape | None, int]:
    """The shape that these headings fit best, and how many of its columns they name; None where none fits."""
    tidied = {tidy(heading) for heading in headings}
    best: Shape | None = None
    most = 0
    for shape in shapes:
        named = {shape.by_heading[heading] for heading in shape.by_heading.keys() & tidied}
        if shape.loose and len(named) > 1 and not named.issuperset(shape.marks):
            named = set(shape.place(headings))
        if len(named) > most and named.issuperset(shape.marks):
            best, most = shape, len(named)
    return best, most
