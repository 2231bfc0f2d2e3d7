"""`goldthread measures`: figures on the screen or in a table, and the facts they are counted from, written to files."""

import argparse
import csv
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path

from goldthread.clock.reading import NotADay, read_day
from goldthread.clock.times import day_of
from goldthread.measures.cells import inert

HEAD = ("measure", "day", "group", "numerator", "denominator", "unknown", "value")


def main(argv: list[str], *, now: datetime) -> int:
    """Count the measures at the ends of months, from the record or from exported files."""
    given = _arguments(argv)
    try:
        return _export(given.export) if given.export else _count(given, now)
    except OSError as trouble:
        where = f"{trouble.filename} cannot be used: {trouble.strerror}. Name a file or folder of your own."
        print(where if trouble.strerror else trouble, file=sys.stderr)
        return 1


def _count(given: argparse.Namespace, now: datetime) -> int:
    from goldthread.measures.figures import figures, month_ends

    days = month_ends(given.to or day_of(now), given.months)
    source = _source(given)
    with _written_out(source, given):
        found = figures(source, given.only, days, given.by)
    rows = _rows(found, given.published)
    if given.csv:
        _write(given.csv, rows)
    else:
        _print(rows, given.only)
    return 0


def _day(written: str) -> date:
    try:
        return read_day(written)
    except NotADay as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _arguments(argv: list[str]) -> argparse.Namespace:
    from goldthread.measures import GROUPS, MEASURES

    parser = argparse.ArgumentParser(prog="goldthread measures", description="Count the measures, or write their facts to files.")
    parser.add_argument("--months", type=int, default=13, help="how many months, up to this one (13)")
    parser.add_argument("--to", type=_day, metavar="DAY", help="the last day, such as 2026-10-31 (today)")
    parser.add_argument("--only", metavar="CODES", default="", help="codes of measures with commas between them (all)")
    parser.add_argument("--by", choices=list(GROUPS), default="", help="divide each figure")
    parser.add_argument("--from", dest="folder", type=Path, metavar="DIR", help="count from the facts in this folder, without the record")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a table instead of printing")
    parser.add_argument("--published", action="store_true", help="hide numbers of 1 to 5, and what would give them back")
    parser.add_argument("--under-18", type=int, metavar="PEOPLE", help="people under 18 in the area, for rates")
    parser.add_argument("--export", type=Path, metavar="DIR", help="write the facts to this folder as Parquet, and count nothing")
    given = parser.parse_args(argv)
    given.only = [code for code in given.only.split(",") if code] or list(MEASURES)
    if unknown := [code for code in given.only if code not in MEASURES]:
        parser.error(f"There is no measure {unknown[0]}. docs/measures.md lists them.")
    if given.months < 1:
        parser.error("Ask for at least one month: --months 1.")
    return given


def _source(given: argparse.Namespace):
    from goldthread.measures.sources import Parquet, Postgres

    return Parquet(given.folder, given.under_18) if given.folder else Postgres(given.under_18)


def _written_out(source, given: argparse.Namespace):
    return nullcontext() if given.folder or len(given.only) < 6 else source.gathered()


def _export(folder: Path) -> int:
    from goldthread.measures.export import export_facts

    began = time.perf_counter()
    rows = export_facts(folder)
    print(f"Wrote {sum(rows.values())} rows of {len(rows)} relations to {folder} in {time.perf_counter() - began:.1f} s.")
    return 0


def _rows(found: Sequence, published: bool) -> list[tuple]:
    from goldthread.measures.suppress import shown

    return [tuple(row) for row in (shown(found) if published else found)]


def _write(file: Path, rows: Iterable[tuple]) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(HEAD)
        writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    print(f"Wrote {file}.")


def _print(rows: Sequence[tuple], codes: Sequence[str]) -> None:
    """The newest figures of each measure beside each other, as people read them."""
    from goldthread.measures import MEASURES

    for code in codes:
        mine = [row for row in rows if row[0] == code]
        sys.stdout.write(f"{MEASURES[code].title}\n")
        for _, day, group, _, _, _, value, kept in mine:
            sys.stdout.write(f"    {day}  {group or 'all':32} {_said(value) if kept else 'not kept here':>8}\n")


def _said(value: object) -> str:
    return value if isinstance(value, str) else ":" if value is None else f"{value:.1f}"
