"""Putting what follows from lives in place of what stood: for many people all of it, for few only what has changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from goldthread.duties import Occurrence
from goldthread.record.asking import Question, among, ask
from goldthread.record.copying import adding, as_text, copy_text

OCCURRENCE = ("person_id", *Occurrence._fields)
NAME = ("person_id", "token", "sound")
KEPT = {"record_occurrence": OCCURRENCE, "record_nametoken": NAME}  # tables of several rows a person

LOOKED_UP = 4  # of an occurrence: the person, the code, since when the rule holds and when it opened


class Follows(NamedTuple):
    """What follows from some lives: rows by table, the columns of a standing, and who has to be put in the queue since when."""

    rows: dict[str, Sequence[tuple]]
    standing: tuple[str, ...]
    adrift: list[tuple[int, date, str]]


class AsText(NamedTuple):
    """The same for COPY: text by table."""

    texts: dict[str, bytes]
    standing: tuple[str, ...]
    adrift: list[tuple[int, date, str]]


def as_texts(found: Follows) -> AsText:
    return AsText({table: as_text(rows) for table, rows in found.rows.items()}, found.standing, found.adrift)


def put_all(people: list[int], parts: Sequence[AsText]) -> None:
    """Put everything in place of everything that stood."""
    columns = {"record_standing": parts[0].standing, **KEPT}
    for table in parts[0].texts:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE person_id = ANY(%s)", [people])
        copy_text(table, columns[table], [part.texts[table] for part in parts])


def stood(people: list[int]) -> list[Question]:
    """What to ask to know what stands: for each table in KEPT, its rows with the number of each first."""
    some, argument = among(people)
    return [(f"SELECT id, {', '.join(columns)} FROM {table} WHERE person_id {some}", [argument]) for table, columns in KEPT.items()]


def put_changes(found: Follows, standing_rows: Sequence[Sequence[tuple]]) -> None:
    """Put in place what differs from what stands, which is the answers to `stood`; the standings always, as of now."""
    updated = ", ".join(f"{name} = EXCLUDED.{name}" for name in found.standing)
    changes = [adding("record_standing", found.standing, found.rows["record_standing"], f"ON CONFLICT (person_id) DO UPDATE SET {updated}")]
    for (table, columns), before in zip(KEPT.items(), standing_rows, strict=True):
        gone, new = differences(before, found.rows[table])
        changes += [(f"DELETE FROM {table} WHERE id = ANY(%s::bigint[])", [gone])] if gone else []
        changes += [adding(table, columns, new)] if new else []
    ask(*changes)


def differences(before: Iterable[tuple], wanted: Iterable[tuple]) -> tuple[list[int], list[tuple]]:
    """The numbers of the rows that stand and are not wanted, and the rows that are wanted and do not stand.

    Those before have their number first. Rows are looked up by their first columns, because moments are slow to look up by.
    """
    standing: dict[tuple, list[tuple]] = defaultdict(list)
    for row in before:
        standing[row[1 : 1 + LOOKED_UP]].append(row)
    new = [row for row in wanted if not _taken(row, standing.get(row[:LOOKED_UP], []))]
    return [number for left in standing.values() for number, *_ in left], new


def _taken(row: tuple, standing: list[tuple]) -> bool:
    """Whether a row stands, each for one only."""
    for place, stored in enumerate(standing):
        if stored[1:] == row:
            del standing[place]
            return True
    return False
