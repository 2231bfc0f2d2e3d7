"""`make bench`: measured beside a peer or a limit in the same run, printed, and kept in benchmarks/results.md.

    python -m benchmarks [--children 60000] [--years 10] [--only loading,recompute,pages]

Everything runs on this machine, in a home of its own, and stops by itself.
"""

import argparse
import os
import sys
from pathlib import Path

from benchmarks.report import Report

HERE = Path(__file__).parent
PARTS = ("loading", "city", "recompute", "pages", "measures", "reports")


def main() -> int:
    chosen = _arguments()
    os.environ.setdefault("GOLDTHREAD_HOME", str(HERE.parent / ".goldthread" / "bench"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    from goldthread.running import database

    report = Report()
    with database.in_use():
        _prepare()
        for part in chosen.only:
            print(f"{part} …", file=sys.stderr, flush=True)
            __import__(f"benchmarks.{part}", fromlist=["measure"]).measure(report, chosen)
    text = report.text()
    print(text)
    if set(chosen.only) == set(PARTS):
        (HERE / "results.md").write_text(text, encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--children", type=int, default=60_000, help="children in the city whose pages are timed")
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rows", type=int, default=200_000, help="about how many rows of returns are loaded")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PARTS))
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
