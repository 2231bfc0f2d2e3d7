"""Where the facts are: in the record's own database, or in a folder of Parquet files exported from it.

Both are given the same SQL, and a test compares every figure. `under_18` is how many people under 18 live in the area,
for rates; without it a rate has no value.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection

from goldthread.duties import DEFAULTS, Settings
from goldthread.measures import facts
from goldthread.measures.calendar import COLUMNS, rows
from goldthread.measures.keeping import keep_calendar
from goldthread.record.acting import counting
from goldthread.record.local.inforce import in_force


class Source(Protocol):
    """Answers a query that begins with its own relations, after those in `wanted`, each before whatever reads it.

    So many queries as `at_once` says may be asked at the same time, each from a thread of its own.
    """

    under_18: int | None
    at_once: int

    def rows(self, text: str, wanted: Sequence[str], known: datetime | None) -> list[tuple]: ...

    def settings(self, known: datetime | None) -> Settings: ...


class Postgres:
    """The record itself, through Django's connection."""

    at_once = 1

    def __init__(self, under_18: int | None = None) -> None:
        self.under_18 = under_18 or getattr(settings, "GOLDTHREAD_UNDER_18", None)
        self._gathered = False

    def rows(self, text: str, wanted: Sequence[str], known: datetime | None) -> list[tuple]:
        keep_calendar()
        relations = [] if self._gathered and known is None else [f"{name} AS ({self._sql(name, known)})" for name in wanted]
        with counting(), connection.wrap_database_errors:
            connection.ensure_connection()
            return self._rows(relations, text)

    def _rows(self, relations: Sequence[str], text: str) -> list[tuple]:
        with connection.connection.cursor(binary=True) as cursor, _by_hash(cursor):
            return cursor.execute("WITH " + ",\n".join([*relations, text])).fetchall()

    def settings(self, known: datetime | None) -> Settings:
        return in_force(known)

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Every relation written out once, for a run that asks for very many figures; gone at the end of the block."""
        keep_calendar()  # some relations are made from it
        with counting(), connection.cursor() as cursor:
            for name in facts.NAMES:
                cursor.execute(f"CREATE TEMP TABLE {name} AS {self._sql(name, None)}")
                cursor.execute(f"ANALYZE {name}")
        self._gathered = True
        try:
            yield
        finally:
            self._gathered = False
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE {', '.join(facts.NAMES)}")

    @staticmethod
    def _sql(name: str, known: datetime | None) -> str:
        return facts.MADE[name] if name in facts.MADE else facts.from_record(name, known)


@contextmanager
def _by_hash(cursor) -> Iterator[None]:
    """The planner knows nothing of how many rows a relation made in the query has, and would go through it once for each row."""
    cursor.execute("SET enable_nestloop = off")
    yield
    cursor.execute("RESET enable_nestloop")  # after an error the transaction is rolled back, and the setting with it


class Parquet:
    """A folder that `goldthread measures --export` wrote, read by DuckDB in this process."""

    at_once = 2

    def __init__(self, folder: Path | str, under_18: int | None = None) -> None:
        import duckdb

        self.under_18 = under_18 or getattr(settings, "GOLDTHREAD_UNDER_18", None)
        self._database = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
        self._load(Path(folder))

    def rows(self, text: str, wanted: Sequence[str], known: datetime | None) -> list[tuple]:
        if known:
            raise ValueError("The exported facts are those that stood when they were exported. Ask the record itself what was known then.")
        return self._database.cursor().execute("WITH " + text).fetchall()

    def settings(self, known: datetime | None) -> Settings:
        """Exported facts say nothing of what is kept: whoever counts them looks at what was owed."""
        return DEFAULTS

    def _load(self, folder: Path) -> None:
        missing = [name for name in facts.RECORDED if not (folder / f"{name}.parquet").exists()]
        if missing:
            raise FileNotFoundError(f"{folder} has no {missing[0]}.parquet. Write the facts there with `goldthread measures --export {folder}`.")
        self._calendar()
        for name in facts.RECORDED:
            file = str(folder / f"{name}.parquet").replace("'", "''")
            self._database.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{file}')")
        for name, text in facts.MADE.items():
            self._database.execute(f"CREATE TABLE {name} AS {text}")

    def _calendar(self) -> None:
        import pyarrow

        columns = zip(*rows(), strict=True)
        table = pyarrow.table(dict(zip(COLUMNS, map(list, columns), strict=True)))
        self._database.register("calendar_rows", table)
        self._database.execute("CREATE TABLE measures_calendar AS SELECT * FROM calendar_rows")
        self._database.unregister("calendar_rows")
