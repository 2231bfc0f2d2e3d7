"""Rows for PostgreSQL: many by COPY, through the driver or as text made beforehand, perhaps in another process; few as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection
from psycopg import Copy

from goldthread.record.acting import current
from goldthread.record.asking import Question, ask

FEW = 100  # rows that are faster added in one trip to the database than by COPY, which takes three for each table
BESIDE = "gt_beside"
Rows = tuple[str, Sequence[str], Sequence[Sequence[Any]]]  # table, columns, rows

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def add(*tables: Rows) -> None:
    """Add rows to several tables, in the order given: few in one trip to the database, many by COPY."""
    if sum(len(rows) for _, _, rows in tables) <= FEW:
        ask(*(adding(*some) for some in tables if some[2]))
        return
    for some in tables:
        copy_rows(*some)


def adding(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], otherwise: str = "") -> Question:
    """A question that adds rows. They go as one JSON text, so that it is the same statement whatever they hold.

    `otherwise` is what to do where one is there already, as SQL says it.
    """
    names = _quoted(columns)
    said = json.dumps([dict(zip(columns, row, strict=True)) for row in rows], default=_in_json)
    return f'INSERT INTO "{table}" ({names}) SELECT {names} FROM json_populate_recordset(NULL::"{table}", %s) {otherwise}', [said]


def _in_json(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows with COPY, in the transaction that is open."""
    with _copying(table, columns) as copy:
        for row in rows:
            copy.write_row(row)


def copy_text(table: str, columns: Sequence[str], texts: Iterable[bytes]) -> None:
    """Add rows that are already in COPY's text format."""
    with _copying(table, columns) as copy:
        for text in texts:
            copy.write(text)


@contextmanager
def _copying(table: str, columns: Sequence[str]) -> Iterator[Copy]:
    """COPY knows no row security: where somebody acts, rows are copied beside the table and added from there."""
    with connection.wrap_database_errors, connection.cursor() as cursor:
        if current.get() is None:
            with cursor.copy(_into(table, columns)) as copy:
                yield copy
            return
        names = _quoted(columns)
        cursor.execute(f'CREATE TEMP TABLE {BESIDE} ON COMMIT DROP AS SELECT {names} FROM "{table}" LIMIT 0')
        with cursor.copy(_into(BESIDE, columns)) as copy:
            yield copy
        cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM {BESIDE}')
        cursor.execute(f"DROP TABLE {BESIDE}")


def as_text(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows in COPY's text format."""
    return "".join(["\t".join([_CELLS[type(value)](value) for value in row]) + "\n" for row in rows]).encode()


def _into(table: str, columns: Sequence[str]) -> str:
    return f'COPY "{table}" ({_quoted(columns)}) FROM STDIN'


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{c}"' for c in columns)


def _escaped(text: str) -> str:
    return text if text.isalnum() else text.translate(_ESCAPED)


_CELLS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "\\N",
    str: _escaped,
    int: str,
    bool: lambda value: "t" if value else "f",
    date: date.isoformat,
    datetime: datetime.isoformat,
    list: lambda codes: "{" + ",".join(codes) + "}",
}
