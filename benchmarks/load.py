"""`make load`: three hundred people at work at once on a city of sixty thousand children, and the same beside a view of one row.

    python -m benchmarks.load [--people 300] [--minutes 10] [--children 60000] [--years 10]

Server and visitors share this machine. Everything stays on it, in a home of its own, and stops by itself. Where an answer is an error,
or memory grows, the report says so; it is kept in benchmarks/results.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import psutil

from benchmarks import city
from benchmarks.pages import _free_port, _session, _wait
from benchmarks.report import Line, Report

HERE = Path(__file__).parent
SECTION = "Three hundred people at once"
P95 = 300  # milliseconds
EVERY = 5.0  # seconds between two looks at the memory
FAILED = "Not answered: "  # how visitors begin a line about it
GROWTH = 1.15  # from the first third of the run to the last: more is no longer flat


class Run(NamedTuple):
    """What locust counted in one run, and the megabytes of the server's processes while it lasted."""

    pages: list[dict]
    memory: list[float]


def main() -> int:
    chosen = _arguments()
    os.environ.setdefault("GOLDTHREAD_HOME", str(HERE.parent / ".goldthread" / "bench"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    report = Report()
    from goldthread.running import database

    with database.in_use():
        _prepare(chosen)
        with tempfile.TemporaryDirectory() as aside:
            people = _people(chosen.people, Path(aside) / "people.json")
            pages = _run(["goldthread.commands", "serve"], people, chosen, Path(aside) / "pages")
            row = _run(["benchmarks.one_row"], people, chosen, Path(aside) / "row", tell=False)  # it answers what is sent as what is asked
    _tell(report, chosen, pages, row)
    print(report.text())
    results = HERE / "results.md"
    if chosen.write:
        results.write_text(report.text(results.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.load", description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--thought", type=float, default=10, help="seconds between two pages of one person, on average")
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--write", action="store_true", help="keep it in benchmarks/results.md")
    return parser.parse_args()


def _prepare(chosen: argparse.Namespace) -> None:
    """The city is made where it is not there yet. How long that takes is told by the benchmark of the city."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    city.made_where_missing(chosen.children, chosen.years)


def _people(number: int, file: Path) -> Path:
    """So many workers, signed in, each with the children they may open; those with the most work first."""
    from django.db.models import Count

    from goldthread.people.models import Worker
    from goldthread.record.models import Standing

    held = Standing.objects.filter(is_child=True, open=True)
    busy = {row["worker"]: row["n"] for row in held.exclude(worker=None).values("worker").annotate(n=Count("pk"))}
    ready = [w for w in Worker.objects.filter(is_active=True).exclude(team=None) if w.pk in busy or w.manages.exists()]
    ready.sort(key=lambda w: (w.role != "team_manager", -busy.get(w.pk, 0)))
    managers = [w for w in ready if w.role == "team_manager"][: number // 8]
    workers = [w for w in ready if w.role != "team_manager"][: number - len(managers)]
    chance = Random(1)
    signed_in = [_person(w, list(held.filter(team=w.team)[:200]), chance) for w in (*managers, *workers)]
    file.write_text(json.dumps([p for p in signed_in if p["children"]]), encoding="utf-8")
    return file


def _person(worker, standings: list, chance: Random) -> dict:
    own = [s for s in standings if s.worker_id == worker.pk] or standings
    some = chance.sample(own, min(12, len(own)))
    names = [f"{s.forename} {s.surname}" for s in some] or ["Kofi"]
    return {"cookie": _session(worker), "role": worker.role, "children": [s.reference for s in some], "names": names}


def _run(module: list[str], people: Path, chosen: argparse.Namespace, out: Path, tell: bool = True) -> Run:
    """One server, the visitors, and the server's memory looked at while they are there."""
    port = _free_port()
    with _served(module, port) as server, _watched(server.pid) as memory:
        environment = {**os.environ, "PEOPLE": str(people), "THOUGHT": str(chosen.thought), "FAILED": FAILED}
        command = [sys.executable, "-m", "locust", "-f", str(HERE / "visitors.py"), "--headless", "--json-file", str(out),
                   "-u", str(chosen.people), "-r", str(max(1, chosen.people / 30)), "-t", f"{chosen.minutes * 60:.0f}s",
                   "--host", f"http://127.0.0.1:{port}", "--only-summary", "--exit-code-on-error", "0"]  # fmt: skip
        said = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    for line, times in Counter(line for line in said.splitlines() if tell and line.startswith(FAILED)).most_common(10):
        print(f"{times} times: {line}", file=sys.stderr)
    return Run(json.loads(out.with_suffix(".json").read_text(encoding="utf-8")), memory)


@contextmanager
def _served(module: list[str], port: int) -> Iterator[subprocess.Popen]:
    server = subprocess.Popen([sys.executable, "-m", *module], env={**os.environ, "PORT": str(port)}, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=60)


@contextmanager
def _watched(process: int) -> Iterator[list[float]]:
    """Megabytes that a process and those it started have for themselves, every few seconds."""
    seen: list[float] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(EVERY):
            seen.append(_megabytes(process))

    watching = threading.Thread(target=look)
    watching.start()
    try:
        yield seen
    finally:
        over.set()
        watching.join()


def _megabytes(process: int) -> float:
    try:
        family = [psutil.Process(process), *psutil.Process(process).children(recursive=True)]
        return sum(one.memory_full_info().uss for one in family) / 1024**2
    except psutil.NoSuchProcess:
        return 0.0


def _tell(report: Report, chosen: argparse.Namespace, pages: Run, row: Run) -> None:
    asked = sum(p["num_requests"] for p in pages.pages)
    failed = sum(p["num_failures"] for p in pages.pages)
    seconds = chosen.minutes * 60
    report.add(SECTION, Line(f"{chosen.people} people, {chosen.minutes:g} minutes: pages a second", asked / seconds, ""))
    report.add(SECTION, Line("errors", failed, "", 0))
    ours, least = _percentile(pages.pages, 0.95), _percentile(row.pages, 0.95)
    report.add(SECTION, Line("all pages: p95", ours, "ms", P95))
    for page in sorted(pages.pages, key=lambda p: p["name"]):
        report.add(SECTION, Line(f"{page['name']}: p95", _percentile([page], 0.95), "ms", beside=f"median {_percentile([page], 0.5):.0f}"))
    report.add(SECTION, Line("a view of one row: p95", least, "ms"))
    report.add(SECTION, Line("times that, at p95", ours / least if least else 0, ""))
    report.add(SECTION, Line("median, times that of a view of one row", _percentile(pages.pages, 0.5) / max(1, _percentile(row.pages, 0.5)), ""))
    settled = pages.memory[len(pages.memory) // 3 :]
    report.add(SECTION, Line("memory of the server at the end", settled[-1] if settled else 0, "MB"))
    third = max(1, len(settled) // 3)
    growth = (sum(settled[-third:]) / third) / max(1.0, sum(settled[:third]) / third) if settled else 0
    report.add(SECTION, Line("memory at the end, times that after a third of the run", growth, "", GROWTH))


def _percentile(pages: list[dict], part: float) -> float:
    """Milliseconds that so many of all answers did not exceed, from locust's counts by time."""
    counts: dict[float, int] = {}
    for page in pages:
        for time, many in page["response_times"].items():
            counts[float(time)] = counts.get(float(time), 0) + many
    left = part * sum(counts.values())
    for time in sorted(counts):
        left -= counts[time]
        if left <= 0:
            return time
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
