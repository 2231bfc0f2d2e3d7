"""`goldthread load PATH…`: returns from files or folders into the record."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from goldthread.exchange.loading import Stopped, load
from goldthread.exchange.report import Report
from goldthread.people.models import Team, Worker


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Run the command: 0 when something could be read, 1 when nothing could or `--strict` met faults."""
    given = _parser().parse_args(argv)
    if given.report and not given.report.parent.is_dir():
        raise SystemExit(f"There is no folder {given.report.parent} to write the report in.")
    team = _team(given.team)
    by = _worker(given.by)
    try:
        report = load(given.paths, now, by=by, team=team, strict=given.strict, progress=None if given.quiet else _show)
    except Stopped as stopped:
        _finish(stopped.report, given.report)
        print(f"{stopped} Mend them, or leave out --strict.", file=sys.stderr)
        return 1
    _finish(report, given.report)
    return 0 if report.rows else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldthread load",
        description="Load statutory returns: looked-after children (SSDA903, CSV or XML), the children in need census (XML), "
        "Annex A workbooks. The same file twice changes nothing; a newer return corrects.",
    )  # fmt: skip
    parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="a file, or a folder with files in it")
    parser.add_argument("--strict", action="store_true", help="load nothing if there is any fault")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the whole report there as JSON")
    parser.add_argument("--team", metavar="NAME", help="the team in whose queue open children wait whom nobody holds")
    parser.add_argument("--by", metavar="USERNAME", help="the worker in whose name it is written")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    return parser


def _team(name: str | None) -> int | None:
    if name is None:
        return None
    team = Team.objects.filter(name__iexact=name).first()
    if team is None:
        raise SystemExit(f"There is no team called {name}. The teams are {', '.join(Team.objects.values_list('name', flat=True)) or 'none yet'}.")
    return team.pk


def _worker(username: str | None) -> int | None:
    if username is None:
        return None
    worker = Worker.objects.filter(username__iexact=username).first()
    if worker is None:
        raise SystemExit(f"There is nobody with the username {username}.")
    return worker.pk


def _show(what: str, done: int) -> None:
    end = "\r" if sys.stderr.isatty() else "\n"
    print(f"{done:,} {what}", end=end, file=sys.stderr, flush=True)


def _finish(report: Report, path: Path | None) -> None:
    print("\n".join(report.lines()))
    if path is not None:
        path.write_text(report.as_json(), encoding="utf-8")
