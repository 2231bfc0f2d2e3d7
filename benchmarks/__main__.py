"""`make bench`: measured beside a peer or a limit in the same run, printed, and kept in benchmarks/results.md.

    python -m benchmarks [--children 60000] [--years 10] [--only loading,recompute,pages]

Everything runs on this machine, in a home of its own, and stops by itself.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks.report import Report

HERE = Path(__file__).parent
PARTS = ("loading", "city", "recompute", "pages", "measures", "reports", "replay")
WITHOUT_RECORD = {"replay"}


def main() -> int:
    chosen = _arguments()
    os.environ.setdefault("GOLDTHREAD_HOME", str(HERE.parent / ".goldthread" / "bench"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    report = Report()
    with nullcontext() if set(chosen.only) <= WITHOUT_RECORD else _record():
        for part in chosen.only:
            print(f"{part} …", file=sys.stderr, flush=True)
            __import__(f"benchmarks.{part}", fromlist=["measure"]).measure(report, chosen)
    print(report.text())
    if chosen.write or set(chosen.only) == set(PARTS):
        results = HERE / "results.md"
        results.write_text(report.text(results.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


@contextmanager
def _record() -> Iterator[None]:
    """The database of the measurements, brought up to date."""
    from goldthread.running import database

    with database.in_use():
        _prepare()
        yield


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--children", type=int, default=60_000, help="children in the city whose pages are timed")
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rows", type=int, default=200_000, help="about how many rows of returns are loaded")
    parser.add_argument("--events", type=int, default=10_000_000, help="events of one authority, replayed from files")
    parser.add_argument("--big-events", type=int, default=0, help="as many again, to see whether it takes proportionally long (100000000)")
    parser.add_argument("--keep-events", metavar="DIR", help="where generated events are kept and found again")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--write", action="store_true", help="put what some parts measured into results.md; all parts always are")
    chosen = parser.parse_args()
    unknown = set(chosen.only) - set(PARTS)
    if unknown:
        parser.error(f"There is no part {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.")
    return chosen


def _prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
