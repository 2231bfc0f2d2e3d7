"""Putting versions into their tables: one mechanism for one visit on a phone and for ten years of returns.

Rows are only ever added, except that the version which stood is marked as superseded.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from goldthread.record.asking import Question, ask
from goldthread.record.copying import add, copy_rows
from goldthread.record.register import EntryType, entry_type
from goldthread.record.speak import NewEntry, speak

VERSION_COLUMNS = (
    "id", "entry", "number", "type", "person_id", "day", "until", "at", "recorded_at", "entered_at", "by_id", "why",
    "superseded_at", "withdrawn", "together", "origin", "lane",
)
ENTRY_NUMBERS = "record_version_id_seq"
NUMBERS = "SELECT nextval(%s::text::regclass) FROM generate_series(1, %s::int)"
TOUCH = "SELECT record_touch(%s::bigint[])"  # of people whom the act is about: the database refuses those whom the acting person may not see
SPOKEN_COLUMNS = ("person_id", "version", "entry", "word", "day", "at", "key", "recorded_at", "superseded_at")


@dataclass(frozen=True, slots=True)
class Stands:
    """The version that a new one takes the place of."""

    version: int
    entry: int
    number: int
    entered_at: datetime
    withdraw: bool = False


def take_numbers(sequence: str, how_many: int) -> list[int]:
    """Numbers from a sequence, for rows that must know their own before they are stored."""
    [numbers] = ask((NUMBERS, [sequence, how_many]))
    return [number for (number,) in numbers]


def take_entry_numbers(how_many: int) -> list[int]:
    """Numbers for entries that must be named before they are stored (see NewEntry.number), in the transaction that is open."""
    _, numbers = ask(*entry_numbers(how_many)) if how_many else ([], [])
    return [number for (number,) in numbers]


def entry_numbers(how_many: int) -> list[Question]:
    """The same as questions, to be asked with others.

    The table is held first, as adding to it does: nobody waits for that, and fresh.last_written sees who may still add a lower number.
    """
    return [("LOCK TABLE record_version IN ROW EXCLUSIVE MODE", []), (NUMBERS, [ENTRY_NUMBERS, how_many])]


def new_people(references: Sequence[str | None], families: Sequence[int | None], prefix: str = "WR") -> list[int]:
    """Make people and return their numbers. Without a reference one is made from the number."""
    ids = take_numbers("record_person_id_seq", len(references))
    made = _free([f"{prefix}-{number:05d}" for number, given in zip(ids, references, strict=True) if given is None], references)
    following = iter(made)
    said = [given or next(following) for given in references]
    ask((TOUCH, [ids]))
    copy_rows("record_person", ("id", "reference", "family"), zip(ids, said, families, strict=True))
    return ids


def _free(made: list[str], given: Iterable[str | None]) -> list[str]:
    """References made from numbers, with a B behind those that somebody was given by hand, before these or together with them."""
    by_hand = set(given)
    while taken := _in_use(made) | by_hand.intersection(made):
        made = [f"{reference}B" if reference in taken else reference for reference in made]
    return made


def _in_use(references: Sequence[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_in_use(%s::text[])", [list(references)])
        return {reference for (reference,) in cursor.fetchall()}


def store(entries: Sequence[NewEntry], by: int | None, now: datetime, stands: Sequence[Stands | None] | None = None) -> list[int]:
    """Store entries as first versions, or in place of those in `stands` (same order). Returns the entry numbers."""
    stands = stands or [None] * len(entries)
    _supersede([s for s in stands if s], now)
    ids = _version_numbers(entries)
    headers, details, spoken = [], defaultdict(list), []
    for entry, old, version in zip(entries, stands, ids, strict=True):
        header = _header(entry, old, version, by, now)
        headers.append(header)
        details[entry.type].append((version, *_detail(entry)))
        if not (old and old.withdraw):
            spoken.extend(_spoken(entry, header))
    add(
        ("record_version", VERSION_COLUMNS, headers),
        *((entry_type(code)._meta.db_table, ("version_id", *(column for column, _, _ in columns(code))), rows) for code, rows in details.items()),
        ("record_spoken", SPOKEN_COLUMNS, spoken),
    )
    return [header[1] for header in headers]


def _version_numbers(entries: Sequence[NewEntry]) -> list[int]:
    """A number for each version, which for the first is the number of the entry too."""
    fresh = iter(take_entry_numbers(sum(e.number is None for e in entries)))
    return [next(fresh) if e.number is None else e.number for e in entries]


def _header(entry: NewEntry, old: Stands | None, version: int, by: int | None, now: datetime) -> tuple:
    recorded = entry.recorded or now
    entered = old.entered_at if old else recorded
    # Files may overlap, and are told so as faults; what is written by hand may not.
    lane = entry_type(entry.type).lane_of(entry.values) if entry.origin is None and not (old and old.withdraw) else None
    return (
        version, old.entry if old else version, old.number + 1 if old else 1, entry.type, entry.person, entry.day, entry.until,
        entry.at, recorded, entered, entry.by or by, entry.why, entry.superseded,
        bool(old and old.withdraw), entry.together, entry.origin, lane,
    )  # fmt: skip


@cache
def columns(code: str) -> tuple[tuple[str, str, Any], ...]:
    """(column, name in `values`, value when it is not said) for each field of an entry type."""
    kind: type[EntryType] = entry_type(code)
    return tuple((f.column, f.name, None if f.null else f.get_default()) for f in kind.questions())


def _detail(entry: NewEntry) -> list:
    values = entry.values
    return [unsaid if (value := values.get(name)) is None else value for _, name, unsaid in columns(entry.type)]


def _spoken(entry: NewEntry, header: tuple) -> Iterable[tuple]:
    version, number, recorded, entered = header[0], header[1], header[8], header[9]
    for word, day, at, key in speak(entry, entered):
        yield entry.person, version, number, word, day, at, key or str(number), recorded, entry.superseded


def _supersede(old: Sequence[Stands], now: datetime) -> None:
    if not old:
        return
    versions = [s.version for s in old]
    tables = (("record_version", "id"), ("record_spoken", "version"))
    ask(*((f"UPDATE {table} SET superseded_at = %s WHERE {key} = ANY(%s) AND superseded_at IS NULL", [now, versions]) for table, key in tables))
