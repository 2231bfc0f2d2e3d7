"""The second engine on PostgreSQL, in temporary tables of one connection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg

from goldthread.duties.rules import RULES
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.sql.dialect import POSTGRESQL
from goldthread.duties.sql.running import Asked
from goldthread.duties.sql.running import work_out as run
from goldthread.duties.sql.tables import Row


@dataclass(frozen=True, slots=True)
class Postgres:
    connection: psycopg.Connection[Any]
    dialect = POSTGRESQL

    def run(self, statement: str) -> None:
        self.connection.execute(_text(statement))

    def rows(self, query: str) -> list[Row]:
        return self.connection.execute(_text(query)).fetchall()

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            with self.connection.cursor() as cursor, cursor.copy(_text(f"COPY {table} FROM STDIN")) as copy:
                for row in rows:
                    copy.write_row(row)


def _text(statement: str) -> bytes:
    """The text is made of rules and numbers, and of nothing that anybody typed."""
    return statement.encode()


def work_out(
    connection: psycopg.Connection[Any],
    events: str,
    rules: Sequence[Duty] = RULES,
    settings: Settings = DEFAULTS,
    known: date | datetime | None = None,
) -> str:
    """Work out every occurrence of everybody in `events`, as `duck.work_out` does; the name of a temporary table."""
    return run(Postgres(connection), events, Asked(tuple(rules), settings, known))
