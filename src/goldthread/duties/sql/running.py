"""Running the text on a database: what every database does alike."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple, Protocol
from uuid import uuid4

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.times import day_of, end_of
from goldthread.duties.engine import lowered
from goldthread.duties.settings import LeapDay, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.sql.calendar import CALENDARS, KEYS
from goldthread.duties.sql.columns import COLUMNS
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import Fill, Step
from goldthread.duties.sql.tables import Book, Row, book
from goldthread.duties.sql.text import RESULT, text


class Database(Protocol):
    """What the text needs of a database."""

    dialect: Dialect

    def run(self, statement: str) -> None: ...

    def rows(self, query: str) -> list[Row]: ...

    def insert(self, table: str, rows: Sequence[Row]) -> None: ...


class Asked(NamedTuple):
    """What is asked: the rules, an authority's settings, and the day or moment as known on which."""

    rules: tuple[Duty, ...]
    settings: Settings
    known: date | datetime | None

    @property
    def moment(self) -> str | None:
        if self.known is None:
            return None
        return (self.known if isinstance(self.known, datetime) else end_of(self.known)).isoformat()


_LOCK = Lock()


def laid_out(asked: Asked) -> tuple[Book, str]:
    """The rules as rows, and a name for them that no others have: the same for all threads."""
    with _LOCK:
        return _laid_out(asked)


@lru_cache(maxsize=32)
def _laid_out(asked: Asked) -> tuple[Book, str]:
    known = day_of(asked.known) if asked.known else None
    return book(lowered(asked.rules, asked.settings, working_days_in_england(known))), uuid4().hex


def work_out(database: Database, events: str, asked: Asked) -> str:
    """Run the whole text; the name of the table with the rows.

    The rules and the calendars stay on the connection: asked the same of other events, they are not laid out again.
    """
    rules, name = laid_out(asked)
    database.run("CREATE TEMP TABLE IF NOT EXISTS gt_laid_out (name TEXT)")
    if database.rows("SELECT name FROM gt_laid_out") != [(name,)]:
        _lay_out(database, {**COLUMNS, **CALENDARS}, rules.rows)
        database.run("DELETE FROM gt_laid_out")
        database.insert("gt_laid_out", [(name,)])
    in_march = asked.settings.leap_day is LeapDay.MARCH
    for step in text(rules, database.dialect, events, asked.moment, in_march=in_march):
        _take(database, step)
    return RESULT


def _take(database: Database, step: Step) -> None:
    if isinstance(step, Fill):
        fill(database, step)
    else:
        database.run(step)
        _measure(database, step)


def fill(database: Database, step: Fill) -> None:
    """Answer what a calendar is asked and does not know yet."""
    asked = database.rows(f"{step.asks} EXCEPT SELECT {KEYS[step.table]} FROM {step.table}")
    database.insert(step.table, [(*key, *step.answer(key)) for key in asked if None not in key])
    _measured(database, step.table)


def _lay_out(database: Database, tables: dict[str, str], rows: dict[str, list[Row]]) -> None:
    for table, columns in tables.items():
        database.run(f"DROP TABLE IF EXISTS {table}")
        database.run(f"CREATE TEMP TABLE {table} ({columns})")
        database.insert(table, rows.get(table, []))
        _measured(database, table)


def _measure(database: Database, statement: str) -> None:
    if statement.startswith("CREATE TEMP TABLE "):
        _measured(database, statement.split()[3])


def _measured(database: Database, table: str) -> None:
    for statement in database.dialect.measured(table):
        database.run(statement)


def literals(rows: Iterable[Row]) -> str:
    """Rows as VALUES of a statement."""
    return ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)


def _literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"
