"""Every duty of very many events: beside merely sorting them, beside pandas, ten times as many, and on Spark.

    python -m benchmarks --only replay [--events 10000000] [--big-events 100000000]

Each measurement is a process of its own; what is compared is measured in one run. Events are generated into a folder
below the system's temporary one, or into `--keep-events DIR`, where they are found again.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.report import Line, Report

SECTION = "Replay: all duties from files"
AUTHORITIES, EVENTS_OF_ONE = 150, 10_000_000


def measure(report: Report, chosen) -> None:
    with tempfile.TemporaryDirectory(prefix="goldthread-replay-") as aside:
        home = Path(chosen.keep_events or aside)
        events = _generated(report, home, chosen.events)
        a_second = _beside_sorting(report, events)
        _beside_pandas(report, events, Path(aside))
        _ten_times(report, home, chosen.big_events, a_second)
        _cluster(report, events, Path(aside))


def _generated(report: Report, home: Path, events: int) -> Path:
    folder = home / f"events-{events}"
    if not (folder / "manifest.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        began = perf_counter()
        subprocess.run([sys.executable, "-m", "benchmarks.events", str(folder), "--events", str(events)], check=True, stdout=sys.stderr)
        report.add(SECTION, Line(f"about {events:,} events generated", perf_counter() - began, "s"))
    return folder


def _apart(*given: object) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "benchmarks.apart", *map(str, given)], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _beside_sorting(report: Report, events: Path) -> float:
    """Returns events a second, sorting left out."""
    from goldthread.duties.rules import RULES

    took = _apart("beside", events)
    what = f"{took['events']:,} events, {len(RULES)} rule versions, {took['rows']:,} occurrences, file by file"
    sorting = f"sorting the {took['relevant']:,} relevant rows: {took['sort']:.3g} s"
    report.add(SECTION, Line(what, took["work"], "s", beside=sorting))
    report.add(SECTION, Line("beside merely sorting the relevant rows into a table", took["work"] / took["sort"], "times as long", 10, "target 6"))
    report.add(SECTION, Line("the same in processor time", took["work_processor"] / took["sort_processor"], "times as long"))
    report.add(SECTION, Line("memory at the most", took["megabytes"] / 1024, "GB", 1))
    return took["events"] / took["work"]


def _beside_pandas(report: Report, events: Path, aside: Path) -> None:
    from benchmarks.nine import CODES

    theirs = _apart("nine", events, aside / "nine.parquet")
    ours = _apart("replay", events, aside / "nine", ",".join(CODES))
    differ, rows = _differences(aside / "nine", aside / "nine.parquet")
    report.add(SECTION, Line(f"nine duties, {rows:,} rows, looked through and written", ours["seconds"], "s", theirs["seconds"] / 3, f"pandas: {theirs['seconds']:.3g} s"))
    memory = f"pandas: {theirs['megabytes']:,.0f} MB"
    report.add(SECTION, Line("memory at the most", ours["megabytes"], "MB", theirs["megabytes"] / 4, memory))
    report.add(SECTION, Line("rows of which pandas has another opened, due or met day", differ / rows * 100, "%"))


def _differences(folder: Path, theirs: Path) -> tuple[int, int]:
    """How many rows of either stand not in the other, by person, code and the days of opening, due and meeting; and all rows."""
    import duckdb

    ours = f"SELECT person, code, opened, due, met FROM read_parquet('{folder}/part-*.parquet')"
    other = f"SELECT person, code, opened::date, due::date, met::date FROM read_parquet('{theirs}')"
    with duckdb.connect(config={"memory_limit": "4GB"}) as database:
        counted = [f"(SELECT count(*) FROM ({a} EXCEPT ALL {b}))" for a, b in ((ours, other), (other, ours))]
        row = database.execute(f"SELECT {counted[0]}, {counted[1]}, (SELECT count(*) FROM ({ours}))").fetchone()
    return max(row[0], row[1]), row[2]


def _ten_times(report: Report, home: Path, events: int, before: float) -> None:
    if events:
        took = _apart("beside", _generated(report, home, events))
        a_second = took["events"] / took["work"]
        report.add(SECTION, Line(f"{took['events']:,} events, {took['rows']:,} occurrences", took["work"], "s"))
        report.add(SECTION, Line("an event takes, beside one of the smaller folder", before / a_second, "times as long", 1.15))
        report.add(SECTION, Line("memory at the most", took["megabytes"] / 1024, "GB", 1))
        before = a_second
    hours = AUTHORITIES * EVENTS_OF_ONE / before / 3600
    report.add(SECTION, Line(f"England, extrapolated and not measured: {AUTHORITIES} authorities of {EVENTS_OF_ONE:,} events on this machine", hours, "hours"))


def _cluster(report: Report, events: Path, aside: Path) -> None:
    """The whole command on two processes, and on two workers of Spark."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        print("Spark was not measured: it is not installed (requirements-cluster.txt).", file=sys.stderr)
        return
    ours = _command(events, aside / "processes", "--processes", "2")
    theirs = _command(events, aside / "spark", "--cluster", "local[2]")
    report.add(SECTION, Line("looked through, worked out and written by two processes", ours, "s"))
    report.add(SECTION, Line("the same on Spark with two local workers, its start included", theirs, "s", ours * 1.3))
    report.add(SECTION, Line("rows that differ between the two", _rows_that_differ(aside / "processes", aside / "spark"), "", 0))


def _command(events: Path, out: Path, *more: str) -> float:
    began = perf_counter()
    asked = ["replay", str(events), "--on", "2026-11-20", "--out", str(out), *more]
    subprocess.run([sys.executable, "-m", "goldthread.commands", *asked], check=True, stdout=subprocess.DEVNULL, env=os.environ)
    return perf_counter() - began


def _rows_that_differ(one: Path, other: Path) -> int:
    """File by file, so that it needs little memory."""
    import duckdb

    differ = 0
    with duckdb.connect(config={"memory_limit": "4GB"}) as database:
        for file in sorted(one.glob("part-*.parquet")):
            a, b = f"FROM '{file}'", f"FROM '{other / file.name}'"
            asked = f"SELECT (SELECT count(*) FROM ({a} EXCEPT ALL {b})) + (SELECT count(*) FROM ({b} EXCEPT ALL {a}))"
            differ += database.execute(asked).fetchone()[0]
    return differ
