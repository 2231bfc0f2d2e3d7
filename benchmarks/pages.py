"""Whole pages over HTTP from a server on this machine, signed in, on the big city."""

import http.client
import os
import random
import socket
import subprocess
import sys
import time
from urllib.parse import quote

from benchmarks.report import Line, Report, median_and_p95

SECTION = "Pages"
TIMES, WARM = 200, 10


def measure(report: Report, chosen) -> None:
    from goldthread.record.models import Standing

    port = _free_port()
    server = subprocess.Popen([sys.executable, "-m", "goldthread.commands", "serve"], env={**os.environ, "PORT": str(port)},
                              stdout=subprocess.DEVNULL)  # fmt: skip
    try:
        _wait(port)
        chance = random.Random(1)
        standings = list(Standing.objects.filter(is_child=True, open=True, worker__isnull=False).select_related("worker", "team__manager")[:5000])
        some = chance.sample(standings, min(TIMES, len(standings)))
        worker, manager = some[0].worker, some[0].team.manager
        _time(report, "Today", port, worker, [f"/{'today/'}"] * TIMES)
        _time(report, "Team", port, manager, ["/team/"] * TIMES)
        seer = _seer()
        searches = [f"/search/?q={quote(_misspelt(s.forename, chance) + ' ' + s.surname)}" for s in some]
        _time(report, "Search for a misspelt name", port, seer, searches)
        _time(report, "A child's page", port, seer, [f"/children/{s.reference}/" for s in some])
    finally:
        server.terminate()
        server.wait(timeout=60)


def _seer():
    from goldthread.people.models import Worker

    return Worker.objects.filter(role__in=["quality_lead", "head_of_service", "front_door"], is_active=True).first()


def _misspelt(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, max(2, len(name)))
    return name[:place] + name[place + 1 :] if len(name) > 3 else name


def _time(report: Report, what: str, port: int, worker, paths: list[str]) -> None:
    cookie = _session(worker)
    for path in paths[:WARM]:
        _get(port, path, cookie)
    times = [_get(port, path, cookie) for path in paths]
    middle, most = median_and_p95(times)
    report.add(SECTION, Line(f"{what}: median", middle, "ms"))
    report.add(SECTION, Line(f"{what}: p95", most, "ms", 200))


def _get(port: int, path: str, cookie: str) -> float:
    """Milliseconds until the whole page is here. Anything but the page itself is an error."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Cookie": f"sessionid={cookie}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}: nothing was measured.")
    return (time.perf_counter() - start) * 1000


def _session(worker) -> str:
    """A signed-in session made in the database: signing in by hand would measure password hashing."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(worker.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = worker.get_session_auth_hash()
    session.save()
    return session.session_key


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def _wait(port: int) -> None:
    for _ in range(240):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)
    raise SystemExit("The server did not answer within a minute.")
