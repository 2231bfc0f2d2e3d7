"""The eleven lists from the record, child by child, for a page or a workbook."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple, Protocol

from goldthread.exchange.annex_a_out import adopting, care, front, leaving, need
from goldthread.exchange.annex_a_out.about import Cell
from goldthread.exchange.annex_a_out.headings import headings
from goldthread.exchange.annex_a_out.known import Asked, Known, everybody
from goldthread.record.asking import ask

LISTS: dict[int, Callable[[Known], front.Rows]] = {
    1: front.contacts, 2: front.early_help, 3: front.referrals, 4: front.assessments, 5: front.enquiries, 6: need.in_need, 7: need.protection,
    8: care.in_care, 9: leaving.leaving, 10: adopting.adoption, 11: adopting.adopters,
}  # fmt: skip

MISSING = (
    "List 8: children in short breaks (V3, V4) are not in this list, as its scope says.",
    "List 8: in or out of the area and the authority of the placement stand only where the placement says so.",
    "List 8: the reviewing officer's last contact is a review the child came to, or a visit or note that the officer wrote in this record.",
    "List 8: a placement that is confidential has no postcode.",
    "List 9: accommodation, activity and being in touch are known of young people whose contacts are written down, not of those still in care.",
    "List 11: adopters stand in it only if an earlier list 11 was loaded: the record of adopters is kept elsewhere.",
    "All lists: names of workers and teams are as they are today; everything else is as it was known at the moment.",
)  # fmt: skip
"""What the record cannot fill, or fills from less than the list asks for, in sentences."""


class Who(NamedTuple):
    """The person a row is about."""

    person: int
    reference: str


class Listed(NamedTuple):
    """One list: its number, headings, rows of cells (text, whole number, date or None) and whom each row is about."""

    number: int
    headings: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    children: list[Who]


class Reader(Protocol):
    """Whoever asks for the lists, such as a Reach: the moment, and everybody whose record they may open."""

    @property
    def now(self) -> datetime: ...

    def seen_people(self) -> set[int]: ...


class Authority(NamedTuple):
    """The authority itself, as whoever runs its server asks for it: every child, those with restricted records too."""

    now: datetime
    restricted: bool = True


def rows(reader: Reader | Authority, on: date, known: datetime | None = None) -> Iterator[tuple[Who, bool, int, tuple[Cell, ...]]]:
    """(whom it is about, whether the record is restricted, list, cells) of every row that the reader may see.

    Rows that are kept back because a record is restricted come too, without any cells, so that they can be counted.
    """
    [named] = ask(("SELECT DISTINCT person_id FROM record_named", []))
    closed = {person for (person,) in named}
    seen = None if isinstance(reader, Authority) else reader.seen_people()
    for person in everybody(Asked(on, known or reader.now)):
        restricted = person.person in closed
        open_ = _open(reader, restricted) if seen is None else person.person in seen
        if open_ or restricted:
            for number, rows_of in LISTS.items():
                for cells in rows_of(person):
                    yield Who(person.person, person.reference), restricted, number, cells if open_ else ()


def _open(reader: Reader | Authority, restricted: bool) -> bool:
    return not restricted or (isinstance(reader, Authority) and reader.restricted)


def lists(
    reader: Reader | Authority, on: date, known: datetime | None = None, *, numbers: tuple[int, ...] = tuple(LISTS), layout: int = 2024
) -> Iterator[Listed]:
    """Each list with its rows, for a page. Whoever shows them writes the look down: see Reach.looked_at."""
    found = {number: Listed(number, headings(number, layout), [], []) for number in numbers}
    for who, _, number, cells in rows(reader, on, known):
        if cells and number in found:
            found[number].rows.append(cells)
            found[number].children.append(who)
    yield from found.values()
