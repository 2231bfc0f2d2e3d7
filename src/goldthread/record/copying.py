"""Rows for PostgreSQL's COPY: through the driver, or as text made beforehand, perhaps in another process."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows with COPY, in the transaction that is open."""
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(_into(table, columns)) as copy:
        for row in rows:
            copy.write_row(row)


def copy_text(table: str, columns: Sequence[str], texts: Iterable[bytes]) -> None:
    """Add rows that are already in COPY's text format."""
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(_into(table, columns)) as copy:
        for text in texts:
            copy.write(text)


def as_text(rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows in COPY's text format."""
    return "".join(["\t".join([_CELLS[type(value)](value) for value in row]) + "\n" for row in rows]).encode()


def _into(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f'COPY "{table}" ({names}) FROM STDIN'


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
