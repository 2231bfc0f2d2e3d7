"""Inspection reports: every fact of each, beside `pdftotext -layout`, which gives the words alone."""

import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.report import Line, Report

SECTION = "Inspection reports"
PUBLISHED = Path(__file__).parents[2] / "shared" / "data" / "ofsted"
MANY = 400
ROUNDS = 3


def measure(report: Report, chosen) -> None:
    files = sorted(PUBLISHED.glob("*.pdf"))
    if not files:
        print("Reports were not measured: the published ones are not beside the project (../shared/data/ofsted).", file=sys.stderr)
        return
    words = _words_alone(files)
    peer = f"pdftotext -layout took {words:,.4g} s" if words else "pdftotext is not installed here"
    report.add(SECTION, Line(f"{len(files)} published reports read, one process, one after the other", _read(files), "s", words, peer))
    many = (files * (MANY // len(files) + 1))[:MANY]
    report.add(SECTION, Line(f"{MANY} reports (the same again), as the command reads them", _read_many(many), "s", 300))


def _words_alone(files: list[Path]) -> float | None:
    """The quickest of some rounds in seconds, or None where pdftotext is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        print("There is no pdftotext on this machine to measure beside: install poppler-utils.", file=sys.stderr)
        return None

    def once() -> None:
        for file in files:
            subprocess.run([program, "-layout", str(file), "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    return min(_timed(once) for _ in range(ROUNDS))


def _read(files: list[Path]) -> float:
    from goldthread.inspection.reading.apart import read_file

    def once() -> None:
        for file in files:
            read_file(file)

    return min(_timed(once) for _ in range(ROUNDS))


def _read_many(files: list[Path]) -> float:
    from goldthread.inspection.reading.apart import read_files

    return _timed(lambda: list(read_files(files)))


def _timed(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
