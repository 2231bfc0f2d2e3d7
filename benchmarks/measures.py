"""Every measure of five years by month: from exported files, and straight from the record with the same figures."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.report import Line, Report

SECTION = "Measures"
MONTHS = 60


def measure(report: Report, chosen) -> None:
    from goldthread.measures import MEASURES
    from goldthread.measures.export import export_facts
    from goldthread.measures.figures import figures, month_ends
    from goldthread.measures.sources import Parquet, Postgres

    days, codes = month_ends(datetime.now(UTC).date(), MONTHS), list(MEASURES)
    with tempfile.TemporaryDirectory() as folder:
        rows, written = _timed(lambda: export_facts(Path(folder)))
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1024**2
        bare = _timed(lambda: _read_only(Path(folder)))[1]
        busy = os.times()
        from_files, counted = _timed(lambda: figures(Parquet(folder), codes, days))
        now = os.times()
    report.add(SECTION, Line(f"{sum(rows.values()):,} facts written to files of {size:.0f} MB", written, "s"))
    report.add(SECTION, Line(f"{len(codes)} measures of {MONTHS} months counted from files, reading included", counted, "s", 20))
    report.add(SECTION, Line("of processor time", now.user - busy.user + now.system - busy.system, "s"))
    report.add(SECTION, Line("beside DuckDB reading the same files and counting nothing", counted / bare, "times as long"))
    source = Postgres()
    with source.gathered():
        from_record, asked = _timed(lambda: figures(source, codes, days))
    whole = _timed(lambda: figures(Postgres(), codes[:5], days[-13:]))[1]
    report.add(SECTION, Line("the same from the record's database, its relations written out first", asked, "s"))
    report.add(SECTION, Line("figures that differ between the two", sum(a != b for a, b in zip(from_files, from_record, strict=True)), "", 0))
    report.add(SECTION, Line("5 measures of 13 months for a page, straight from the record", whole * 1000, "ms"))


def _timed(work):
    start = perf_counter()
    return work(), perf_counter() - start


def _read_only(folder: Path) -> None:
    import duckdb

    database = duckdb.connect()
    for file in folder.glob("*.parquet"):
        database.execute(f"CREATE TABLE {file.stem} AS SELECT * FROM read_parquet('{file}')")
