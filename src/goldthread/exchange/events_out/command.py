"""`goldthread export-events DIR`: every word of the record, all versions, into files that `goldthread replay` reads."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from goldthread.exchange.events_out.writing import write_events
from goldthread.record.local.inforce import in_force


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Run the command: 0 when the folder was written, 1 when it could not be, with the sentence that says why."""
    given = _parser().parse_args(list(argv))
    folder = given.folder.absolute()
    aside = folder.with_name(folder.name + ".partial")
    try:
        if why_not := _taken(folder):
            print(why_not, file=sys.stderr)
            return 1
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        try:
            manifest = write_events(aside, now, given.parts, in_force())
            if folder.exists():
                folder.rmdir()
            aside.rename(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as trouble:
        print(f"{trouble.filename or folder} cannot be written: {trouble.strerror}. Name a folder of your own.", file=sys.stderr)
        return 1
    rows, children = sum(part.rows for part in manifest.parts), sum(part.children for part in manifest.parts)
    print(f"Wrote {rows:,} versions of words of {children:,} people to {len(manifest.parts)} files in {given.folder}.")
    return 0


def _taken(folder: Path) -> str:
    """Why nothing is written there; nothing where it may be."""
    if folder.is_dir() and any(folder.iterdir()):
        return f"{folder} is not empty. Name a new folder: an export is never mixed with another."
    return f"{folder} is a file. Name a folder." if folder.is_file() else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldthread export-events",
        description="Write every word the record says of every person, all versions, to a folder of Parquet files. See docs/replay.md.",
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="a new or an empty folder")
    parser.add_argument("--parts", type=_number, metavar="N", help="into how many files (so many that each holds about 550,000 rows)")
    return parser


def _number(written: str) -> int:
    if not written.isdigit() or not int(written):
        raise argparse.ArgumentTypeError(f"'{written}' is not a number from 1 upwards.")
    return int(written)
