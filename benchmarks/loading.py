"""Loading returns, duties included, beside PostgreSQL's own COPY of the same rows into bare tables, in turns."""

import csv
import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from benchmarks.report import Line, Report

SECTION = "Loading returns"
TURNS = 3
YEARS = range(2019, 2024)
COLUMNS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,"
    "INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
}


def measure(report: Report, chosen) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = write_returns(Path(folder), children=chosen.rows // 25)
        turns = [(*_load(Path(folder)), _bare_copy(Path(folder))) for _ in range(TURNS)]
    ours, stored, stored_copy, files_copy = (sorted(values)[TURNS // 2] for values in zip(*turns, strict=True))
    report.add(SECTION, Line(f"{rows:,} rows of five years' returns loaded, {stored:,} rows stored, duties included", rows / ours, "rows/s"))
    report.add(SECTION, Line("PostgreSQL's COPY of the rows that were stored, into bare tables", stored / stored_copy, "rows/s"))
    report.add(SECTION, Line("the load takes, beside COPY of the rows it stores", ours / stored_copy, "times as long", 15))
    report.add(SECTION, Line("PostgreSQL's COPY of the files as they are, into bare tables of text", rows / files_copy, "rows/s"))
    report.add(SECTION, Line("the load takes, beside COPY of the files as they are", ours / files_copy, "times as long", 15))


def write_returns(folder: Path, children: int) -> int:
    """Five years of returns about children who do not exist; how many rows there are."""
    chance, written = random.Random(3), 0
    for year in YEARS:
        tables = {name: [] for name in COLUMNS}
        for child in range(children):
            _child(tables, random.Random(child), child, year, chance)
        for name, rows in tables.items():
            with (folder / f"{year}-{name}.csv").open("w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS[name].split(","))
                writer.writerows(rows)
            written += len(rows)
    return written


def _child(tables: dict, life: random.Random, child: int, year: int, chance: random.Random) -> None:
    """A child's rows of one year: in care since a day in the first year, moved once a year, reviewed twice."""
    born = date(2006, 1, 1) + timedelta(days=life.randrange(4000))
    began = date(2019, 4, 1) + timedelta(days=life.randrange(700))
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    if began > last:
        return
    number, dob = f"B{child:07d}", f"{born:%d/%m/%Y}"
    tables["header"].append([number, 1 + child % 2, dob, "WBRI", "UN1", 0, ""])
    start, moved = max(began, date(year - 1, 10, 1)), first + timedelta(days=180)
    reason = "S" if start == began else "P"
    if moved > start:
        tables["episodes"].append([number, f"{start:%d/%m/%Y}", reason, "C2", "N1", "U6", "PR1", f"{moved:%d/%m/%Y}", "X1", "CARPL", "WN1 1AA", "WN2 2BB", "1234567"])
        tables["episodes"].append([number, f"{moved:%d/%m/%Y}", "P", "C2", "N1", "U4", "PR4", "", "", "", "WN1 1AA", "WN3 3CC", "7654321"])
    for month in (2, 8):
        held = first + timedelta(days=30 * month + child % 20)
        if began < held <= last:
            tables["reviews"].append([number, dob, f"{held:%d/%m/%Y}", f"PN{1 + child % 7}"])
    tables["oc2"].append([number, dob, chance.randrange(40), "", 0, 1, 1, 1, 1, 0, "", ""])


def _bare_copy(folder: Path) -> float:
    """Seconds that COPY needs for the files as they are, into tables of text without keys or checks."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for name, columns in COLUMNS.items():
            cursor.execute(f"CREATE TABLE bare_{name} ({', '.join(f'{c} text' for c in columns.split(','))})")
        start = perf_counter()
        for path in sorted(folder.iterdir()):
            with cursor.copy(f"COPY bare_{path.stem.split('-')[1]} FROM STDIN (FORMAT csv, HEADER)") as copy, path.open("rb") as file:
                while block := file.read(1 << 20):
                    copy.write(block)
        taken = perf_counter() - start
        transaction.set_rollback(True)
    return taken


def _load(folder: Path) -> tuple[float, int, float]:
    """Seconds that the loader needs, how many rows it stored, and seconds that COPY needs for those into bare tables.

    What was stored is taken back, so that each turn begins alike.
    """
    from django.db import transaction

    from goldthread.exchange.loading import load

    analyst = _analyst()
    with transaction.atomic():
        start = perf_counter()
        load([folder], datetime.now(UTC), by=analyst.pk)
        taken = perf_counter() - start
        stored, copied = _copy_of_what_was_stored(start_of_load(analyst))
        transaction.set_rollback(True)
    return taken, stored, copied


def start_of_load(analyst) -> str:
    """SQL that picks the people whom this load made: all that the analyst of the benchmark wrote about."""
    return f"SELECT DISTINCT person_id FROM record_version WHERE by_id = {analyst.pk}"


def _copy_of_what_was_stored(people: str) -> tuple[int, float]:
    from django.db import connection

    from goldthread.record.register import REGISTER

    versions = f"SELECT id FROM record_version WHERE person_id IN ({people})"
    tables = dict.fromkeys(("record_version", "record_spoken", "record_occurrence", "record_standing", "record_nametoken", "record_identifier"), f"person_id IN ({people})")  # fmt: skip
    tables |= {kind._meta.db_table: f"version_id IN ({versions})" for kind in REGISTER.values()}
    stored, seconds = 0, 0.0
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the planner has not seen what this transaction stored
        for table, which in tables.items():
            with cursor.copy(f"COPY (SELECT * FROM {table} WHERE {which}) TO STDOUT") as copy:
                rows = b"".join(bytes(block) for block in copy)
            cursor.execute(f"CREATE TABLE bare_{table} AS SELECT * FROM {table} WITH NO DATA")
            start = perf_counter()
            with cursor.copy(f"COPY bare_{table} FROM STDIN") as copy:
                copy.write(rows)
            seconds += perf_counter() - start
            stored += rows.count(b"\n")
    return stored, seconds


def _analyst():
    from goldthread.people.models import Worker

    return Worker.objects.filter(role="analyst").first() or Worker.objects.create_user("bench", None, name="Bench", role="analyst")
