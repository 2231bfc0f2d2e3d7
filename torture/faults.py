"""`python -m torture.faults`: what a machine goes through in its life, while people write. Nothing of it is an error on anybody's page.

The database is stopped and started, fast and at once; the disk fills and is given room; a standby takes over from a database that
dies for good. Whoever asks meanwhile is answered, or told in words to try again, and goes on when it is over. Prints JSON.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from torture.breaking import NotHere, Standby, fill, kill_for_good, small_disk, stop_database, until
from torture.going import begin, let_go
from torture.running import Site, free_port
from torture.writing import Client, Ledger

STOPS = ("fast", "immediate", "fast")
AWAY, FULL = "503 Goldthread cannot reach its records just now", "503 There is no room left to write anything down"
SECONDS = 120  # in which somebody must be able to write again


@dataclass
class Going:
    """The site, those who write, and what was found in each part."""

    site: Site
    ledger: Ledger
    clients: list[Client]
    parts: dict[str, dict] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def part(self, name: str, during: Counter, **more: object) -> None:
        """What failed in a part, by how, with whatever was measured, and for how long it went on."""
        self.parts[name] = {"failures": dict(self.ledger.failures - during), **more, "seconds": round(time.monotonic() - self.began, 1)}
        self.began = time.monotonic()

    def written(self, number: int = 8) -> float:
        """Seconds until so many more entries were acknowledged."""
        goal = len(self.ledger.acknowledged) + number
        return until(SECONDS, lambda: len(self.ledger.acknowledged) >= goal, "nobody could write")


def restarts(going: Going) -> None:
    """Stopped and started under load, by whoever keeps it. The server of the pages is left alone."""
    before, away, served = Counter(going.ledger.failures), [], going.site.server.pid
    for how in STOPS:
        going.written()
        stop_database(going.site, how)
        away.append(round(going.written(1), 1))
    going.part("restarts", before, stops=len(STOPS), longest_away=max(away), same_server=going.site.server.pid == served and going.site.server.poll() is None)


def full_disk(going: Going, why_not: str) -> None:
    """No room is left on the disk for a while."""
    if why_not:
        going.parts["full disk"] = {"skipped": why_not}
        return
    before = Counter(going.ledger.failures)
    filler = fill(going.site.home, going.site.user.url)
    until(SECONDS, lambda: going.ledger.failures[FULL] > before[FULL] + 5, "nobody was told that the disk is full")
    asked = {address: going.clients[0].ask("GET", address, None) for address in ("/about/marks/", "/today/")}
    told = {address: f"{status} {'no room' if 'no room left' in text else ''}".strip() for address, (status, text) in asked.items()}
    filler.unlink()
    going.part("full disk", before, told=told, seconds_to_go_on=round(going.written(), 1))


def failover(going: Going, standby: Standby) -> None:
    """The first database dies for good while people write; the standby takes over, and nobody touches the server of the pages."""
    site = going.site
    standby.start()
    site.server.send_signal(signal.SIGTERM)
    site.server.wait(60)
    site.address = standby.both
    site.start()
    until(SECONDS, site.answers, "no page was served")
    going.written()
    before, served = Counter(going.ledger.failures), site.server.pid
    kill_for_good(site)
    time.sleep(0.5)  # until somebody has noticed
    standby.take_over()
    away = round(going.written(1), 1)
    going.written()
    going.part("failover", before, longest_away=away, same_server=site.server.pid == served and site.server.poll() is None)


def everything(home: Path, seed: int, now: datetime, tables: Path | None) -> dict[str, object]:
    """One site through all of it; what was found by part, and every promise that was broken."""
    with ExitStack() as undone:
        try:
            undone.enter_context(small_disk(home))
            why_not = ""
        except NotHere as told:
            why_not = str(told)
        site, ledger = Site(home, free_port()), Ledger()
        undone.callback(site.stop)
        os.environ["DATABASE_URL"] = site.user.url
        began = time.monotonic()
        going = Going(site, ledger, begin(site, now, ledger, seed, tables))
        standby = Standby(site.user.url)
        undone.callback(standby.stop)
        restarts(going)
        full_disk(going, why_not)
        failover(going, standby)
        for client in going.clients:
            client.end.set()
        for client in going.clients:
            client.join()
        broken = _look(ledger, standby.both) + site.errors(ledger.failures)
        return {**going.parts, "seconds": round(time.monotonic() - began, 1), "acknowledged": len(ledger.acknowledged), "broken": broken}


def _look(ledger: Ledger, address: str) -> list[str]:
    """Everything that was ever acknowledged, asked of the database that has taken over."""
    from django.db import connections

    from goldthread.running import database
    from torture import checking

    told = connections["default"].settings_dict
    told.update(database.django_database(address, told["OPTIONS"]))
    try:
        return checking.faults(ledger)
    finally:
        let_go(connections)


def main(seed: int, now: datetime, tables: Path | None) -> dict[str, object]:
    """In a home of its own, which is gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="goldthread-torture-", dir="/tmp"))
    home.chmod(0o711)
    os.environ["GOLDTHREAD_HOME"] = str(home)
    try:
        return everything(home, seed, now, tables)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m torture.faults", description="Restart the database, fill the disk and fail over while people write.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tables", type=Path, help="a copy of the tables by pg_dump, which spares making them")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidied up like Ctrl-C
    found = main(given.seed, datetime.fromtimestamp(time.time(), ZoneInfo("Europe/London")), given.tables)
    print(json.dumps(found, indent=1))
    sys.exit(1 if found["broken"] else 0)
