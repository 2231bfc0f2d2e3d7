"""The child-level lists as pages: their rows as they were known at the room's moment, each child opening their story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from django.core.cache import cache
from django.urls import reverse

from goldthread.exchange import annex_a_out
from goldthread.inspection.models import Room
from goldthread.inspection.room import Refused
from goldthread.record.reach import Reach
from goldthread.web import wording

NAMES = {
    1: ("Contacts", "Every contact of the six months before."),
    2: ("Early help", "Early help assessments of the six months before, and help that is going on."),
    3: ("Referrals", "Every referral of the six months before."),
    4: ("Assessments", "Assessments that were open, or finished in the six months before."),
    5: ("Section 47 enquiries", "Every enquiry of the six months before, with its conference."),
    6: ("Children in need", "Children in need on the day or in the six months before."),
    7: ("Child protection", "Children on a protection plan on the day or in the six months before."),
    8: ("Children in care", "Children looked after on the day or in the six months before."),
    9: ("Leaving care", "Young people owed leaving care services on the day."),
    10: ("Adoption", "Children adopted, or with a decision that they should be, in the twelve months before."),
    11: ("Adopters", "People in touch with the adoption agency in the twelve months before."),
}
KEPT_FOR = 30 * 60  # seconds
NO_CHILD = frozenset({11})  # lists whose rows are about grown-ups


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in words, and the child's page where the row is about a child."""

    cells: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One list; `rows` those that were asked for, `of` how many there are."""

    number: int
    name: str
    scope: str
    headings: tuple[str, ...]
    rows: Sequence[Row]
    of: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A list and how many rows it has."""

    number: int
    name: str
    scope: str
    rows: int


def choices() -> list[tuple[int, str]]:
    """The lists children can be drawn from."""
    return [(number, f"{number}. {name}") for number, (name, _) in NAMES.items() if number not in NO_CHILD]


def counts(reach: Reach, room: Room) -> list[Counted]:
    """Every list with its number of rows."""
    return [Counted(found.number, *NAMES[found.number], len(found.rows)) for found in _lists(reach, room)]


def one(reach: Reach, room: Room, number: int, sought: str = "") -> Listed:
    """One list, or those of its rows in which some cell says `sought`."""
    found = _list(reach, room, number)
    rows = [Row(tuple(map(_said, cells)), _page_of(number, who)) for who, cells in zip(found.children, found.rows, strict=True)]
    kept = [row for row in rows if not sought or any(sought.casefold() in cell.casefold() for cell in row.cells)]
    return Listed(number, *NAMES[number], found.headings, kept, len(rows))


def people(reach: Reach, room: Room, number: int, column: str, says: str) -> set[int]:
    """The children of a list, or of those of its rows whose column says something. Raises Refused for a column it has not."""
    found, wanted = _list(reach, room, number), says.strip().casefold()
    place = _place(found.headings, column) if column.strip() else None
    return {
        who.person
        for who, cells in zip(found.children, found.rows, strict=True)
        if place is None or wanted in _said(cells[place]).casefold()
    }


def _list(reach: Reach, room: Room, number: int) -> annex_a_out.Listed:
    return next(found for found in _lists(reach, room) if found.number == number)


def _page_of(number: int, who: annex_a_out.Who) -> str:
    return "" if number in NO_CHILD else reverse("child", args=[who.reference])


def _said(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def _place(headings: Sequence[str], column: str) -> int:
    folded = [heading.casefold() for heading in headings]
    if column.strip().casefold() not in folded:
        raise Refused("column", f"This list has no column “{column}”. It has: {wording.listed(headings)}.")
    return folded.index(column.strip().casefold())


def asked_in_words(asked: dict) -> str:
    """'6 from list 7, Child protection, where Allocated Team says East'."""
    words = f"{asked['number']} from list {asked['list']}, {NAMES[asked['list']][0]}"
    return f"{words}, where {asked['column']} says {asked['says']}" if asked.get("column") else words


def workbook(reach: Reach, room: Room, to: BinaryIO) -> None:
    """The published workbook."""
    annex_a_out.workbook(reach, room.lists_on, room.lists_known, to)


def missing() -> Sequence[str]:
    """What the record cannot fill, in sentences."""
    return annex_a_out.MISSING


def closed(reach: Reach) -> int:
    """How many records are open to named people only, of whom the reader is none."""
    return len(reach.closed_to_me())


def _lists(reach: Reach, room: Room) -> list[annex_a_out.Listed]:
    """All lists of the room, for this reader, kept for a while: one goes from list to list.

    They change only with whose records the reader may open, and are then drawn anew.
    """
    key = f"annex-a-{room.pk}-{reach.actor.pk}-{hash(reach.closed_to_me())}"
    kept = cache.get(key)
    if kept is None:
        kept = list(annex_a_out.lists(reach, room.lists_on, room.lists_known))
        cache.set(key, kept, KEPT_FOR)
    return kept
