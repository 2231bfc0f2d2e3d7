"""Wrenford's inspection report as a PDF: made from its words when it is wanted, the same bytes every time.

`goldthread demo-report FILE.pdf` writes it, for whoever wants to put a report in by hand.
"""

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from goldthread.demo.reading import read

FOLDER, FILE_NAME = "wrenford", "wrenford-2026-03-24.pdf"


def words() -> dict[str, Any]:
    """What the report says."""
    return read("report.yaml", FOLDER)


def pdf() -> bytes:
    """The report, made in a program of its own: the demo serves from forks of the process that asks, and Typst, once used
    before a fork, waits after it for threads that are gone.
    """
    return subprocess.run([sys.executable, "-m", __name__], capture_output=True, check=True).stdout


def _made() -> bytes:
    """Only letters that come with Typst are used, so that every machine breaks its lines alike."""
    made_on = words()["made_on"]
    with as_file(files("goldthread.demo") / FOLDER / "report.typ") as template:
        return typst.compile(
            template, format="pdf", ignore_system_fonts=True, sys_inputs={"told": json.dumps(words(), default=str)},
            timestamp=int(datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC).timestamp()),
        )  # fmt: skip


def main(argv: list[str], *, now: datetime) -> int:
    """Write the report to a file."""
    parser = argparse.ArgumentParser(prog="goldthread demo-report", description="Write the inspection report of the city that does not exist.")
    parser.add_argument("file", nargs="?", type=Path, default=Path(FILE_NAME), help=f"where to write it ({FILE_NAME})")
    wanted = parser.parse_args(argv).file
    try:
        wanted.write_bytes(pdf())
    except OSError as trouble:
        print(f"{wanted} cannot be written: {trouble.strerror}. Name a file in a folder of your own.", file=sys.stderr)
        return 1
    print(f"The report is in {wanted}.")
    return 0


if __name__ == "__main__":
    sys.stdout.buffer.write(_made())
