"""One batch of lives on three engines: the reference, DuckDB and PostgreSQL, and where they differ."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import psycopg
import pyarrow

from goldthread.duties import Duty, Settings, Spoken, occurrences
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.sql import duck, postgres

Row = tuple[Any, ...]
Rows = dict[int, Counter[Row]]
_ENTRIES = ("opened_by", "met_by", "ended_by", "unsure_by")
_FIELDS = Occurrence._fields
COLUMNS = 'person bigint, word text, day date, "at" timestamptz, key text, entry text, recorded timestamptz, superseded timestamptz'


@dataclass(frozen=True)
class Question:
    """What is asked of every life of a batch."""

    rules: tuple[Duty, ...]
    settings: Settings = Settings()
    known: date | datetime | None = None


def by_reference(lives: Sequence[list[Spoken]], q: Question) -> Rows:
    return {n: Counter(_of(o) for o in occurrences(life, q.rules, q.settings, q.known)) for n, life in enumerate(lives)}


def by_duckdb(lives: Sequence[list[Spoken]], q: Question) -> Rows:
    connection = duckdb.connect(config={"threads": 2})
    connection.execute("SET TimeZone = 'UTC'")
    connection.register("lives", table_of(lives))
    connection.execute(f"CREATE TEMP TABLE events ({COLUMNS})")
    connection.execute("INSERT INTO events SELECT * FROM lives")
    result = duck.work_out(connection, "events", q.rules, q.settings, q.known)
    return _rows(connection.execute(f"SELECT person, {', '.join(_FIELDS)} FROM {result}").fetchall(), len(lives))


def by_postgres(connection: psycopg.Connection[Any]) -> Callable[[Sequence[list[Spoken]], Question], Rows]:
    def answer(lives: Sequence[list[Spoken]], q: Question) -> Rows:
        connection.execute("SET TimeZone = 'UTC'; DROP TABLE IF EXISTS pg_temp.events")
        connection.execute(f"CREATE TEMP TABLE events ({COLUMNS})")  # type: ignore[arg-type]
        with connection.cursor() as cursor, cursor.copy("COPY events FROM STDIN") as copy:
            for row in _events(lives):
                copy.write_row(row)
        connection.execute("ANALYZE events")
        result = postgres.work_out(connection, "events", q.rules, q.settings, q.known)
        found = connection.execute(f"SELECT person, {', '.join(_FIELDS)} FROM {result}").fetchall()  # type: ignore[arg-type]
        return _rows(found, len(lives))

    return answer


def table_of(lives: Sequence[list[Spoken]]) -> pyarrow.Table:
    moment = pyarrow.timestamp("us", "UTC")
    types = (
        pyarrow.int64(),
        pyarrow.string(),
        pyarrow.date32(),
        moment,
        pyarrow.string(),
        pyarrow.string(),
        moment,
        moment,
    )
    names = [column.split()[0].strip(chr(34)) for column in COLUMNS.split(", ")]
    columns = list(zip(*_events(lives), strict=True)) or [()] * len(names)
    return pyarrow.table({n: pyarrow.array(c, t) for n, c, t in zip(names, columns, types, strict=True)})


def _events(lives: Sequence[list[Spoken]]) -> Iterator[Row]:
    for person, life in enumerate(lives):
        for s in life:
            yield (person, s.word, s.day, s.at, s.key, str(s.entry), s.recorded, s.superseded)


def _rows(found: Sequence[Row], people: int) -> Rows:
    rows: Rows = {n: Counter() for n in range(people)}
    for person, *fields in found:
        rows[person][_of(Occurrence(*fields))] += 1
    return rows


def _of(o: Occurrence) -> Row:
    """A row in which entries are text and moments are in one zone, where equal moments are equal."""
    entries = {name: None if (e := getattr(o, name)) is None else str(e) for name in _ENTRIES}
    return tuple(v.astimezone(UTC) if isinstance(v, datetime) else v for v in o._replace(**entries))


def differing(a: Rows, b: Rows) -> list[int]:
    return [person for person in a if a[person] != b[person]]


Engine = Callable[[Sequence[list[Spoken]], Question], Rows]


def shown(row: Row) -> str:
    return ", ".join(f"{name}={value}" for name, value in zip(_FIELDS, row, strict=True) if value is not None)
