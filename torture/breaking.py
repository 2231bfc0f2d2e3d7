"""What is done to a site while people write: its database is stopped and started, its disk fills, its first database dies for good."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
from psycopg import conninfo

from goldthread.running import postgres
from goldthread.running.database import DATABASE
from goldthread.running.locks import within
from torture.running import SOON, NotUp, Site

MEGABYTE = 1024 * 1024
DISK_MEGABYTES = 500
STANDBY = "standby"
COPIES = ("pg_basebackup", "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast")
WAITED_FOR = (f"ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'", "SELECT pg_reload_conf()")
FOLLOWS = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
TAKES_OVER = "SELECT pg_promote()"
"""As docs/deploy.md says it is done."""
HOW = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}  # as `pg_ctl stop --mode` does


class NotHere(Exception):
    """Something cannot be tried on this machine. The message says why."""


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A small disk of its own in this folder while the block runs. Raises NotHere where none may be made."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        raise NotHere("only root may make a small disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m,mode=711", "none", folder], capture_output=True)
    if made.returncode:
        raise NotHere("no small disk may be made here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def stop_database(site: Site, how: str) -> None:
    """Stop the server of the database. Whoever keeps it starts it again."""
    found = postgres.running(site.data)
    os.kill(found.process, HOW[how])
    within(SOON, lambda: not psutil.pid_exists(found.process))


def fill(folder: Path, url: str) -> Path:
    """Leave no room on the disk of this folder. Returns the file that takes it.

    The log of the database begins a new segment first: it is the tables that have no room, as on a disk of their own.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        connection.execute("SELECT pg_switch_wal()")
        connection.execute("SELECT pg_logical_emit_message(true, 'torture', 'the segment is there now')")
    file = folder / "filler"
    with file.open("wb") as filled:
        for size in (MEGABYTE, 4096):
            while True:
                try:
                    os.posix_fallocate(filled.fileno(), os.fstat(filled.fileno()).st_size, size)
                except OSError:
                    break
    return file


class Standby:
    """A second server that follows the first one's, as `pg_basebackup --write-recovery-conf` makes it."""

    def __init__(self, first: str):
        self.folder = Path(tempfile.mkdtemp(prefix="goldthread-standby-", dir="/tmp"))
        self.first, self.data, self.process = first, self.folder / "database", None
        self.parts = conninfo.conninfo_to_dict(first)
        self.port, owner = self.parts["port"], Path(str(self.parts["host"])).stat()
        os.chown(self.folder, owner.st_uid, owner.st_gid)
        self.user = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}

    @property
    def both(self) -> str:
        """The address of both, of which the driver takes the one that writes."""
        hosts = {"host": f"{self.parts['host']},{self.folder}", "port": f"{self.port},{self.port}", "target_session_attrs": "read-write"}
        return conninfo.make_conninfo(**{**self.parts, **hosts})

    @property
    def url(self) -> str:
        return conninfo.make_conninfo(host=str(self.folder), port=self.port, user=postgres.SUPERUSER, dbname=DATABASE)

    def start(self) -> None:
        """Copy the first, follow it, and have it wait for us with every commit."""
        named = conninfo.make_conninfo(**{**self.parts, "dbname": "postgres", "application_name": STANDBY})
        self._run([*COPIES, "--dbname", named, "--pgdata", self.data, "--no-sync"])
        settings = {**postgres.SETTINGS, "unix_socket_directories": self.folder, "port": self.port, "cluster_name": STANDBY}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen([postgres.programs() / "postgres", "-D", self.data, *options], stdout=log, stderr=log, cwd="/", **self.user)
        with psycopg.connect(self.first, autocommit=True) as first:
            for statement in WAITED_FOR:
                first.execute(statement)
            if not within(SOON, lambda: first.execute(FOLLOWS).fetchone()):
                raise NotUp(f"The standby did not follow within {SOON} s: see {self.folder / 'log'}")

    def take_over(self) -> None:
        """It takes writes from now on."""
        with psycopg.connect(self.url, autocommit=True) as standby:
            standby.execute(TAKES_OVER)

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, command: list) -> None:
        done = subprocess.run([postgres.programs() / command[0], *command[1:]], capture_output=True, text=True, cwd="/", **self.user)
        if done.returncode:
            raise NotUp(f"{command[0]}: {done.stderr.strip()}")


def kill_for_good(site: Site) -> None:
    """The first machine is gone: its server, all of its processes, its keeper, and whoever began the keeper."""
    server = psutil.Process(postgres.running(site.data).process)
    keeper = server.parent()
    began = keeper.parent()
    for one in (began, keeper):
        one.suspend()
    for process in (*server.children(recursive=True), server, began, keeper):
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue


def until(seconds: float, settled: Callable[[], bool], trouble: str) -> float:
    """How long it took. Raises NotUp where it did not come to that."""
    began = time.monotonic()
    if not within(seconds, settled):
        raise NotUp(f"After {seconds:.0f} s {trouble}.")
    return time.monotonic() - began
