"""Rows for PostgreSQL's COPY: through the driver, or as text made beforehand, perhaps in another process."""

from collections.abc import Iterable, Sequence
from datetime import date
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
    return "".join(["\t".join([_cell(value) for value in row]) + "\n" for row in rows]).encode()


def _into(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f'COPY "{table}" ({names}) FROM STDIN'


def _cell(value: Any) -> str:
    if value is None:
        return "\\N"
    kind = type(value)
    if kind is str:
        return value.translate(_ESCAPED) if not value.isalnum() else value
    if kind is bool:
        return "t" if value else "f"
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    if kind is list:
        return "{" + ",".join(value) + "}"
    return str(value)
