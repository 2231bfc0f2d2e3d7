"""A city made and stored: how fast, and in how much memory. Later parts use it."""

import resource
import subprocess
import sys
from time import perf_counter

from benchmarks.report import Line, Report

SECTION = "The city"


def measure(report: Report, chosen) -> None:
    from goldthread.record.models import Occurrence, Standing, Version

    if taken := made_where_missing(chosen.children, chosen.years):
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
        report.add(SECTION, Line(f"{chosen.children:,} children over {chosen.years} years, made and stored", taken, "s"))
        report.add(SECTION, Line("memory at the most", memory, "GB", 2))
        report.add(SECTION, Line("entries stored a second", Version.objects.count() / taken, ""))
    report.add(SECTION, Line("children", Standing.objects.filter(is_child=True).count(), ""))
    report.add(SECTION, Line("versions of entries", Version.objects.count(), ""))
    report.add(SECTION, Line("occurrences of duties", Occurrence.objects.count(), ""))


def made_where_missing(children: int, years: int) -> float:
    """Seconds that making the city took; 0 where it is there."""
    from goldthread.record.models import Standing

    if Standing.objects.filter(is_child=True).count() >= children * 0.9:
        return 0
    start = perf_counter()
    _make(children, years)
    return perf_counter() - start


def _make(children: int, years: int) -> None:
    """In a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "goldthread.commands", "city", "--children", str(children), "--years", str(years), "--seed", "1"]
    subprocess.run(command, check=True)
