"""The reference, DuckDB and PostgreSQL on one folder of events, row for row, file by file, of any size.

    python -m benchmarks.agreement DIR [--engines duckdb,postgresql] [--known 2025-06-30] [--settings FILE] [--rules CODES]

The reference works in two processes. Memory is that of one file. Says for each file how many rows each engine found and
how many differ, shows the first that do, and ends with 1 where any did. Files that agreed are not compared again when it
is started again with the same `--done FILE`.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as parquet

from goldthread.clock.reading import read_day, read_moment
from goldthread.duties import Occurrence, Spoken, occurrences
from goldthread.duties.replay.events import literal, relation
from goldthread.duties.replay.one import Question
from goldthread.duties.replay.settingsfile import settings_in
from goldthread.duties.replay.share import Share, connected
from goldthread.duties.settings import DEFAULTS
from goldthread.duties.sql import duck

PROCESSES = 2
SHARE = Share(2, 2000)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY, MOMENT, TEXT = pa.date32(), pa.timestamp("us", tz="UTC"), pa.string()
KINDS = dict.fromkeys(Occurrence._fields, TEXT)
KINDS |= dict.fromkeys(("since", "opened", "due", "plan_by", "met", "ended", "unsure", "counted_from", "lapses"), DAY)
KINDS |= dict.fromkeys(("opened_at", "due_at", "met_at"), MOMENT) | {"place": pa.int32()}
SCHEMA = pa.schema([("person", pa.int64()), *KINDS.items()])
ENTRIES = ("opened_by", "met_by", "ended_by", "unsure_by")
SQL_KINDS = {DAY: "DATE", MOMENT: "TIMESTAMPTZ", TEXT: "VARCHAR", pa.int32(): "INTEGER", pa.int64(): "BIGINT"}


class Half(NamedTuple):
    """The children of one file that one of the reference's processes works out, and where it writes them."""

    file: Path
    number: int
    question: Question
    out: Path


def by_reference(file: Path, question: Question, aside: Path) -> list[Path]:
    """The rows of the reference, in a file for each process."""
    halves = [Half(file, number, question, aside / f"reference-{number}.parquet") for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(reference_half, halves))


def reference_half(half: Half) -> Path:
    with parquet.ParquetWriter(half.out, SCHEMA) as out:
        rows: list[dict[str, object]] = []
        for person, life in lives(half.file, f"WHERE person % {PROCESSES} = {half.number}"):
            for o in occurrences(life, half.question.rules, half.question.settings, half.question.known):
                entries = {name: None if (said := getattr(o, name)) is None else str(said) for name in ENTRIES}
                rows.append({"person": person, **o._asdict(), **entries})
            if len(rows) > 20_000:
                out.write_table(pa.Table.from_pylist(rows, SCHEMA))
                rows = []
        out.write_table(pa.Table.from_pylist(rows, SCHEMA))
    return half.out


def lives(file: Path, where: str = "") -> Iterator[tuple[int, list[Spoken]]]:
    """Each child of a file with every version of their words, one child at a time."""
    moments = [f'epoch_us("{name}")' for name in ("at", "recorded", "superseded")]
    asked = f"SELECT person, word, day, {moments[0]}, key, entry, {moments[1]}, {moments[2]} FROM ({relation(file)}) {where} ORDER BY person"
    with connected(Share(1, 500)) as database:
        database.execute("SET preserve_insertion_order = true")
        for person, rows in groupby(_fetched(database.execute(asked)), key=lambda row: row[0]):
            yield person, [Spoken(word, day, _moment(at), key, entry, _moment(r), _moment(s)) for _, word, day, at, key, entry, r, s in rows]


def _fetched(found: duckdb.DuckDBPyConnection) -> Iterator[tuple]:
    while rows := found.fetchmany(20_000):
        yield from rows


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else EPOCH + timedelta(microseconds=microseconds)


def by_duckdb(file: Path, question: Question, aside: Path) -> list[Path]:
    out = aside / "duckdb.parquet"
    with connected(SHARE) as database:
        database.execute(f"CREATE TEMP VIEW events AS {relation(file)}")
        name = duck.work_out(database, "events", question.rules, question.settings, question.known)
        database.execute(f"COPY (SELECT {', '.join(SCHEMA.names)} FROM {name}) TO {literal(str(out))} (FORMAT parquet)")
    return [out]


def by_postgresql(file: Path, question: Question, aside: Path) -> list[Path]:
    """Through text both ways: the rows of the file in, the rows of the answer out."""
    import psycopg

    from goldthread.duties.sql import postgres

    events, found = aside / "events.csv", aside / "postgresql.csv"
    with connected(SHARE) as database:
        database.execute(f"COPY ({relation(file)}) TO {literal(str(events))} (FORMAT csv, HEADER false)")
    columns = 'person bigint, word text, day date, "at" timestamptz, key text, entry text, recorded timestamptz, superseded timestamptz'
    with psycopg.connect(os.environ["AGREEMENT_DATABASE"]) as connection:
        connection.execute(f"SET TimeZone = 'UTC'; CREATE TEMP TABLE events ({columns})")
        with connection.cursor() as cursor, events.open("rb") as text, cursor.copy("COPY events FROM STDIN (FORMAT csv)") as into:
            while block := text.read(1 << 20):
                into.write(block)
        connection.execute("ANALYZE events")
        name = postgres.work_out(connection, "events", question.rules, question.settings, question.known)
        asked = f"COPY (SELECT {', '.join(SCHEMA.names)} FROM {name}) TO STDOUT (FORMAT csv)"
        with connection.cursor() as cursor, found.open("wb") as text, cursor.copy(asked) as out:
            for block in out:
                text.write(block)
        connection.rollback()
    return [_as_parquet(found)]


def _as_parquet(found: Path) -> Path:
    """Text as PostgreSQL writes it: nothing between two commas is null, two quotes are an empty text."""
    out = found.with_suffix(".parquet")
    kinds = ", ".join(f"'{field.name}': '{SQL_KINDS[field.type]}'" for field in SCHEMA)
    reading = f"read_csv({literal(str(found))}, header = false, columns = {{{kinds}}}, allow_quoted_nulls = false)"
    with connected(SHARE) as database:
        database.execute(f"COPY (SELECT * FROM {reading}) TO {literal(str(out))} (FORMAT parquet)")
    return out


ENGINES = {"duckdb": by_duckdb, "postgresql": by_postgresql}


def differing(one: Sequence[Path], other: Sequence[Path]) -> tuple[int, int, list[str]]:
    """Rows of the first, rows that are in one alone, and the first few of those with the side they are on."""
    columns = ", ".join(f"{name}::{SQL_KINDS[SCHEMA.field(name).type]} AS {name}" for name in SCHEMA.names)
    sides = [f"SELECT {columns} FROM read_parquet([{', '.join(literal(str(file)) for file in files)}])" for files in (one, other)]
    with connected(SHARE) as database:
        for name, a, b in (("mine", *sides), ("theirs", *reversed(sides))):
            database.execute(f"CREATE TEMP TABLE {name} AS ({a}) EXCEPT ALL ({b})")
        counts = [database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in (f"({sides[0]})", "mine", "theirs")]
        shown = [
            f"  {side}: " + ", ".join(f"{column} {value}" for column, value in zip(SCHEMA.names, row, strict=True) if value is not None)
            for side, name in (("reference alone", "mine"), ("the other alone", "theirs"))
            for row in database.execute(f"SELECT COLUMNS(*)::varchar FROM {name} ORDER BY person, code, opened LIMIT 3").fetchall()
        ]
    return counts[0], counts[1] + counts[2], shown


def compare(file: Path, question: Question, engines: Sequence[str]) -> bool:
    """Whether the engines agree on every row of one file; says so in a line."""
    with tempfile.TemporaryDirectory(prefix="goldthread-agreement-") as folder:
        began, aside = perf_counter(), Path(folder)
        reference = by_reference(file, question, aside)
        times, agreed, shown = {"reference": perf_counter() - began}, True, []
        for engine in engines:
            began = perf_counter()
            rows, wrong, some = differing(reference, ENGINES[engine](file, question, aside))
            times[engine] = perf_counter() - began
            agreed, shown = agreed and not wrong, shown + [f"{engine}: {wrong:,} of {rows:,} rows differ", *some]
    spent = ", ".join(f"{engine} {seconds:.0f} s" for engine, seconds in times.items())
    print(f"{file.name}: " + "\n".join(shown) + f" ({spent})", flush=True)
    return agreed


def main() -> int:
    given = _arguments()
    question = Question(read_day("2026-11-20"), read_moment(given.known) if given.known else None,
                        settings_in(given.settings) if given.settings else DEFAULTS, tuple(given.rules.upper().split(",")) if given.rules else ())  # fmt: skip
    finished = set(given.done.read_text().split()) if given.done and given.done.exists() else set()
    wrong = 0
    for file in sorted(given.folder.glob("*.parquet"))[: given.parts]:
        if file.name in finished:
            continue
        if not compare(file, question, given.engines):
            wrong += 1
        elif given.done:
            with given.done.open("a") as done:
                done.write(f"{file.name}\n")
    print(f"{wrong} files differ." if wrong else "All agree.")
    return 1 if wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.agreement", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engines", type=lambda text: text.split(","), default=list(ENGINES))
    parser.add_argument("--known")
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--rules", default="")
    parser.add_argument("--parts", type=int, help="the first so many files alone")
    parser.add_argument("--done", type=Path, metavar="FILE", help="where the names of files that agreed are kept")
    return parser.parse_args()


def run() -> int:
    """With a database of its own where PostgreSQL is asked, and none is named by DATABASE_URL."""
    if "postgresql" not in _arguments().engines:
        return main()
    os.environ.setdefault("GOLDTHREAD_HOME", str(Path(__file__).parents[1] / ".goldthread" / "bench"))
    from goldthread.running import database

    with database.in_use() as address:
        os.environ["AGREEMENT_DATABASE"] = address
        return main()


if __name__ == "__main__":
    sys.exit(run())
