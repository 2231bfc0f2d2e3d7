"""The second engine on DuckDB."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from goldthread.duties.rules import RULES
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.sql.dialect import DUCKDB
from goldthread.duties.sql.running import Asked, literals
from goldthread.duties.sql.running import work_out as run
from goldthread.duties.sql.tables import Row

_MANY = 50


@dataclass(frozen=True, slots=True)
class Duck:
    connection: duckdb.DuckDBPyConnection
    dialect = DUCKDB

    def run(self, statement: str) -> None:
        self.connection.execute(statement)

    def rows(self, query: str) -> list[Row]:
        return self.connection.execute(query).fetchall()

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        if len(rows) > _MANY and all(type(value) is int for value in rows[0]):
            columns = [str(list(column)) for column in zip(*rows, strict=True)]
            laid_out = ", ".join(["unnest(?::BIGINT[])"] * len(columns))
            self.connection.execute(f"INSERT INTO {table} SELECT {laid_out}", columns)
        elif rows:
            self.connection.execute(f"INSERT INTO {table} VALUES {literals(rows)}")


def work_out(
    connection: duckdb.DuckDBPyConnection,
    events: str,
    rules: Sequence[Duty] = RULES,
    settings: Settings = DEFAULTS,
    known: date | datetime | None = None,
) -> str:
    """Work out every occurrence of everybody in `events`; the name of the table with the rows.

    `events` names a relation: person bigint, word text, day date, at timestamptz, key text, entry text, recorded
    timestamptz, superseded timestamptz, each version of each word of each person, as `Spoken` has them.
    """
    return run(Duck(connection), events, Asked(tuple(rules), settings, known))
