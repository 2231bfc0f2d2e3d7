"""`goldthread annex-a --on DATE --out FILE.xlsx`: the workbook of the whole authority, as whoever runs its server may have it."""

import argparse
import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from goldthread.clock.reading import NotADay, read_day, read_moment
from goldthread.clock.times import end_of
from goldthread.exchange.annex_a_out.headings import LAYOUTS
from goldthread.exchange.annex_a_out.lists import MISSING, Authority
from goldthread.exchange.annex_a_out.sheets import Counts, workbook
from goldthread.record.trail.acts import EXPORT
from goldthread.record.trail.writing import write


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Write the workbook; print the rows of each list and what the record cannot fill."""
    parser = _parser()
    given = parser.parse_args(argv)
    try:
        on, known = read_day(given.on), _moment(given.known, now)
    except NotADay as wrong:
        parser.error(str(wrong))
    if known > now:
        parser.error(f"Nobody knows what will be known at {known:%d/%m/%Y %H:%M}. Give a moment that has been.")
    if not given.out.parent.is_dir():
        raise SystemExit(f"There is no folder {given.out.parent} to write the workbook in.")
    if given.out.is_dir():
        raise SystemExit(f"{given.out} is a folder. Name the workbook in it: {given.out / 'annex-a.xlsx'}.")
    counts = _write(Authority(now, not given.without_restricted), on, known, given.out, given.layout)
    write(None, now, EXPORT, page="annex_a_workbook", reason=f"For {on:%d/%m/%Y}, as known at {known.isoformat(timespec='seconds')}")
    _print(counts, on, known, given.out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="goldthread annex-a", description="Write Ofsted's Annex A workbook, lists 1 to 11, for an inspection day.")
    parser.add_argument("--on", required=True, metavar="DATE", help="the day of the inspection, from which the lists count back")
    parser.add_argument("--known", metavar="MOMENT", help="as it was known then, such as 2026-11-20T17:00; a day alone means its end (now)")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.xlsx", help="the workbook to write")
    parser.add_argument("--layout", type=int, choices=LAYOUTS, default=LAYOUTS[0], help="2026 heads the second column Sex (2024)")
    parser.add_argument("--without-restricted", action="store_true", help="leave out children whose records are open to named people only")
    return parser


def _moment(written: str | None, now: datetime) -> datetime:
    if written is None:
        return now
    moment = read_moment(written)
    if isinstance(moment, datetime):
        return moment
    return now if moment == now.date() else end_of(moment)


def _write(reader: Authority, on: date, known: datetime, out: Path, layout: int) -> Counts:
    """Written beside its place and put there when it is whole, for its owner's eyes only."""
    with NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}-", delete=False) as file:
        try:
            counts = workbook(reader, on, known, file, layout=layout)
        except BaseException:
            os.unlink(file.name)
            raise
    os.replace(file.name, out)
    return counts


def _print(counts: Counts, on: date, known: datetime, out: Path) -> None:
    print(f"{out}: Annex A for {on:%d/%m/%Y}, as known at {known.isoformat(timespec='seconds')}. Rows:")
    for number, found in counts.rows.items():
        print(f"  List {number:2}  {found:>8,}")
    if counts.restricted:
        print(f"People in it whose records are open to named people only: {counts.restricted:,}. Send it to nobody who may not know of them.")
    if counts.kept_back:
        print(f"People left out because their records are open to named people only: {counts.kept_back:,}.")
    print("What the record cannot fill, or not wholly:", *MISSING, sep="\n  ")
