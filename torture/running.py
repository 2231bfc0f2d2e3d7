"""The server and the database under torture: started, found by their processes, killed, and started again."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from goldthread.running import postgres
from goldthread.running.database import User
from goldthread.running.keeper import Files

SHOWN = 5  # lines of a log
SOON = 180  # seconds in which everything must be up again
# Each with how often it is chosen.
KINDS = {"a process of the server": 8, "a process of the database": 6, "the server": 3, "the database": 3, "the database's keeper": 2}
STARTS = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
from goldthread.running import database, serve
port = serve.own_port()
django.setup()
from django.db import connections
database.patient(connections.settings["default"])
sys.exit(serve.run(port))
"""


class NotUp(Exception):
    """Something did not come up again."""


class Site:
    """One server on one port over one embedded database in one home; over the one that `address` names, where it does."""

    def __init__(self, home: Path, port: int):
        self.home, self.port, self.data = home, port, Files(home).data
        self.log = (home / "server.log").open("ab")
        self.user, self.address = User(home), ""
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server, once those who were orphaned have let go of the port."""
        _within(SOON, self._port_is_free, "the port is still taken")
        known = {"DATABASE_URL": self.address or self.user.url, "PORT": str(self.port), "GOLDTHREAD_HOME": str(self.home), "PYTHONPATH": os.pathsep.join(sys.path)}
        self.server = subprocess.Popen([sys.executable, "-c", STARTS], env={**os.environ, **known}, stdout=self.log, stderr=self.log)

    def stop(self) -> None:
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(30)
        self.user.leave()
        self.log.close()

    def kill(self, kind: str, chance: random.Random) -> bool:
        """Kill -9 one of this kind. False where there was none just now."""
        found = self.of_kind(kind)
        if not found:
            return False
        try:
            os.kill(chance.choice(found), signal.SIGKILL)
        except ProcessLookupError:
            return False
        if kind == "the server":
            self.server.wait(30)  # its orphaned processes may answer for a moment, and it must not seem to live
        return True

    def of_kind(self, kind: str) -> list[int]:
        database = postgres.running(self.data)
        if kind == "the server":
            return [self.server.pid] if self.server and self.server.poll() is None else []
        if kind == "a process of the server":
            return _children(self.server.pid) if self.server else []
        if database is None:
            return []
        if kind == "the database":
            return [database.process]
        if kind == "the database's keeper":
            return [psutil.Process(database.process).ppid()]
        return _serving(database.process)

    def mend(self) -> None:
        """As whoever looks after the machine does: a server that is not there any more is started again. Returns when pages are
        served. The database is nobody's work: its keeper looks after it, and who began the keeper after that."""
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            if self.server is None or self.server.poll() is not None:
                self.start()
            if self.answers():
                return
            time.sleep(0.05)
        raise NotUp(f"No page was served within {SOON} s: see {self.log.name}")

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10) as asked:
                asked.sendall(b"GET /accounts/login/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return b" 200 " in asked.recv(64)
        except OSError:
            return False

    def errors(self, failures: Iterable[str]) -> list[str]:
        """What was told on a page as a fault of ours, which no failure of the database is, with what the server wrote down of it."""
        ours = [how for how in failures if how.startswith("500")]
        log = Path(self.log.name).read_text(errors="replace").splitlines() if ours else []
        return ours + [line for line in log if " error django.request " in line and " error=[" in line and "OperationalError" not in line][:SHOWN]

    def _port_is_free(self) -> bool:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", self.port))
            except OSError:
                return False
        return True


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _children(process: int) -> list[int]:
    try:
        return [child.pid for child in psutil.Process(process).children()]
    except psutil.Error:
        return []


def _serving(postmaster: int) -> list[int]:
    """The database's processes that serve somebody: those in the middle of something first."""
    titles = {}
    for process in _children(postmaster):
        try:
            titles[process] = " ".join(psutil.Process(process).cmdline())
        except psutil.Error:
            continue
    serving = {process: title for process, title in titles.items() if "[local]" in title}
    busy = [process for process, title in serving.items() if not title.rstrip().endswith("idle")]
    return busy or list(serving)


def _within(seconds: float, settled: Callable[[], bool], trouble: str) -> None:
    end = time.monotonic() + seconds
    while not settled():
        if time.monotonic() > end:
            raise NotUp(f"After {seconds} s {trouble}.")
        time.sleep(0.05)
