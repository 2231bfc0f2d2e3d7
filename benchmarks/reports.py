"""Inspection reports: every fact of each, beside `pdftotext -layout`, which gives the words alone.

Processor time is compared, so that what else runs on the machine does not decide; the clock is compared for the command.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import NamedTuple

from benchmarks.report import Line, Report

SECTION = "Inspection reports"
PUBLISHED = Path(__file__).parents[2] / "shared" / "data" / "ofsted"
MANY = 400
ROUNDS = 3


class Took(NamedTuple):
    """Seconds of the processor and of the clock."""

    processor: float
    clock: float


def measure(report: Report, chosen) -> None:
    files = sorted(PUBLISHED.glob("*.pdf"))
    if not files:
        print("Reports were not measured: the published ones are not beside the project (../shared/data/ofsted).", file=sys.stderr)
        return
    program = shutil.which("pdftotext")
    if program is None:
        print("There is no pdftotext on this machine to measure beside: install poppler-utils.", file=sys.stderr)
    rounds = [(_timed(_words_alone, files, program), _timed(_read, files), _timed(_read_many, files)) for _ in range(ROUNDS)]
    words, alone, command = (Took(*map(min, zip(*of_one, strict=True))) for of_one in zip(*rounds, strict=True))
    _lines(report, files, words if program else None, alone, command)
    many = (files * (MANY // len(files) + 1))[:MANY]
    report.add(SECTION, Line(f"{MANY} reports (the same again), as the command reads them", _timed(_read_many, many).clock, "s", 300))


def _lines(report: Report, files: list[Path], words: Took | None, alone: Took, command: Took) -> None:
    peer = "pdftotext -layout: {:.3g} s" if words else "pdftotext is not installed here"
    limits = words or (None, None)
    report.add(SECTION, Line(f"{len(files)} published reports read, processor time", alone.processor, "s", limits[0], peer.format(limits[0])))
    report.add(SECTION, Line(f"{len(files)} published reports read as the command does, by the clock", command.clock, "s", limits[1], peer.format(limits[1])))


def _words_alone(files: list[Path], program: str | None) -> None:
    for file in files if program else ():
        subprocess.run([program, "-layout", str(file), "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _read(files: list[Path]) -> None:
    from goldthread.inspection.reading.apart import read_file

    for file in files:
        read_file(file)


def _read_many(files: list[Path]) -> None:
    from goldthread.inspection.reading.apart import read_files

    for _ in read_files(files):
        pass


def _timed(work, *given) -> Took:
    start, spent = perf_counter(), _processor()
    work(*given)
    return Took(_processor() - spent, perf_counter() - start)


def _processor() -> float:
    """Of this process and of those it has ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)))
