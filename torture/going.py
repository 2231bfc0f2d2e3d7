"""One torture from beginning to end."""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import psycopg
from psycopg import sql

from goldthread.running import postgres
from goldthread.running.database import APPLICATION
from goldthread.running.locks import within
from torture.running import KINDS, NotUp, Site, free_port
from torture.writing import Client, Ledger

WAITS = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
LIFE_SECONDS = 300  # in which somebody must have been able to write after everything was mended


@dataclass
class Figures:
    """What was done and what came of it. `faults` are promises broken."""

    kills: Counter = field(default_factory=Counter)
    in_flight: int = 0
    seconds: float = 0.0
    longest_away: float = 0.0
    ledger: Ledger = field(default_factory=Ledger)
    faults: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        acknowledged = Counter(wrote.kind for wrote in self.ledger.acknowledged)
        return [
            f"killed {sum(self.kills.values())} times in {self.seconds:.0f} s, {self.in_flight} of them while a form was on its way",
            *(f"  {number:4} × {kind}" for kind, number in self.kills.most_common()),
            f"longest time without a page: {self.longest_away:.1f} s",
            f"{len(self.ledger.asked)} forms sent, {self.ledger.sent_again} of the sendings again after a failure",
            f"{len(self.ledger.acknowledged)} acknowledged: " + ", ".join(f"{number} {kind}" for kind, number in acknowledged.most_common()),
            "answers: " + _counted(self.ledger.answers),
            "meanwhile told, and sent again: " + _counted(self.ledger.failures),
            *(f"BROKEN: {fault}" for fault in self.faults),
            f"promises broken: {len(self.faults)}",
        ]


def _counted(by: Counter) -> str:
    return ", ".join(f"{number} × {what}" for what, number in sorted(by.items()))


def torture(home: Path, kills: int, seed: int, now: datetime, say: Callable[[str], None] = lambda words: None, tables: Path | None = None) -> Figures:
    """Kill so many times, then look at everything. `home` is made and removed by whoever calls."""
    site, figures, chance = Site(home, free_port()), Figures(), random.Random(seed)
    os.environ["DATABASE_URL"] = site.user.url
    try:
        clients = begin(site, now, figures.ledger, seed, tables)
        began = time.monotonic()
        for number in range(kills):
            kind = _kill_once(site, figures, chance)
            say(f"{time.monotonic() - began:6.1f} s: {number + 1} killed, now {kind}; {len(figures.ledger.acknowledged)} acknowledged")
        for client in clients:
            client.end.set()
        for client in clients:
            client.join()
        figures.seconds = time.monotonic() - began
        figures.faults += _stop_gently(site, clients[1])
        figures.faults += _look(figures.ledger) + site.errors(figures.ledger.failures)
    finally:
        site.stop()
    return figures


def begin(site: Site, now: datetime, ledger: Ledger, seed: int, tables: Path | None = None) -> list[Client]:
    """The tables, a small office, the server, and everybody writing. `tables`: a copy of them by pg_dump, which spares making them."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from torture import office

    if tables:
        copied(tables, site.user.url)
    else:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    manager, workers = office.make(now)
    let_go(connections)
    site.start()
    site.mend()
    others = [worker.worker for worker in workers]
    clients = [Client(manager, others, site.port, now.date(), ledger, f"m{seed}")]
    clients += [Client(worker, [], site.port, now.date(), ledger, f"w{seed}n{number}") for number, worker in enumerate(workers)]
    for client in clients:
        client.start()
    return clients


def copied(tables: Path, url: str) -> None:
    """The tables as they were copied, in a database that has none."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE").format(sql.Identifier(APPLICATION)))
    restore = [postgres.programs() / "pg_restore", "--dbname", url, "--no-owner", "--exit-on-error", tables]
    done = subprocess.run(restore, capture_output=True, text=True)
    if done.returncode:
        raise NotUp(done.stderr)


def _kill_once(site: Site, figures: Figures, chance: random.Random) -> str:
    """Wait until a form is on its way, kill, mend, and see that somebody can write again. Returns what was killed."""
    [kind] = chance.choices(list(KINDS), list(KINDS.values()))
    end = time.monotonic() + LIFE_SECONDS
    while figures.ledger.in_flight == 0 and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.06))
    on_their_way = figures.ledger.in_flight
    while not site.kill(kind, chance):
        site.mend()
    figures.kills[kind] += 1
    figures.in_flight += on_their_way > 0
    killed, acknowledged = time.monotonic(), len(figures.ledger.acknowledged)
    site.mend()
    figures.longest_away = max(figures.longest_away, time.monotonic() - killed)
    end = time.monotonic() + LIFE_SECONDS
    while len(figures.ledger.acknowledged) == acknowledged and time.monotonic() < end:
        time.sleep(0.02)
    if len(figures.ledger.acknowledged) == acknowledged:
        figures.faults.append(f"nobody could write within {LIFE_SECONDS} s after {kind} was killed")
    return kind


def _stop_gently(site: Site, client: Client) -> list[str]:
    """Told to stop while a form is being written, the server writes it, answers, and then stops."""
    reference, person = next(iter(client.who.children.items()))
    writing = threading.Thread(target=client.note, args=(reference,), daemon=True)
    before, sent_again = len(client.ledger.acknowledged), client.ledger.sent_again
    with psycopg.connect(site.user.url) as holds:
        holds.execute("SELECT FROM record_person WHERE id = %s FOR NO KEY UPDATE", [person])  # who opens the form is written down all the same
        writing.start()
        if not within(LIFE_SECONDS, lambda: holds.execute(WAITS).fetchone()):
            return ["the form that was to be written while the server stops never arrived"]
        site.server.send_signal(signal.SIGTERM)
        time.sleep(1)
    status = site.server.wait(60)
    writing.join(10)
    done = len(client.ledger.acknowledged) == before + 1 and client.ledger.sent_again == sent_again
    return ([] if done else ["a form on its way was not answered before the server stopped"]) + ([] if status == 0 else [f"the server stopped with {status}"])


def _look(ledger: Ledger) -> list[str]:
    from django.db import connections

    from torture import checking

    try:
        return checking.faults(ledger)
    finally:
        let_go(connections)


def let_go(connections) -> None:
    """This process holds no connection, so that none is in the way."""
    for connection in connections.all():
        connection.close()
        connection.close_pool()


def main(kills: int, seed: int, now: datetime, say: Callable[[str], None] = lambda words: None, tables: Path | None = None) -> Figures:
    """In a home of its own, which is gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="goldthread-torture-"))
    home.chmod(0o711)
    os.environ["GOLDTHREAD_HOME"] = str(home)
    try:
        return torture(home, kills, seed, now, say, tables)
    finally:
        shutil.rmtree(home, ignore_errors=True)
