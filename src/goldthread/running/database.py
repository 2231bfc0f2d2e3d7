"""Using the database: the one named by DATABASE_URL, or this home's embedded one, started and stopped as needed."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import conninfo, sql

from goldthread.running import Trouble, postgres
from goldthread.running import home as homes
from goldthread.running.keeper import Files
from goldthread.running.locks import LOOK_EVERY, Lock, within

URL = "DATABASE_URL"
DATABASE = "goldthread"
START_SECONDS = 600
STOP_SECONDS = 60


@contextmanager
def in_use() -> Iterator[str]:
    """The database's address while the block runs, also in DATABASE_URL for the settings to read.

    The embedded database is started where it is not running, and stopped when its last user has left.
    """
    if given := os.environ.get(URL):
        yield given
        return
    user = User(homes.home())
    os.environ[URL] = user.url
    try:
        yield user.url
    finally:
        os.environ.pop(URL, None)
        user.leave()


def ensure() -> str:
    """The database's address, in use until this process ends. For scripts and tests; commands call `in_use`."""
    if URL not in os.environ:
        os.environ[URL] = User(homes.home()).url
    return os.environ[URL]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Keep other commands on this database waiting here, such as two that would both bring its tables up to date."""
    with psycopg.connect(address(), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext('goldthread: one at a time'))")
        yield


class User:
    """One process's use of a home's embedded database.

    throwaway: never waits for the disk, and may lose everything in a power cut; for tests only.
    """

    def __init__(self, home: Path, *, throwaway: bool = False) -> None:
        self._files = Files(home)
        try:
            self._files.log.parent.mkdir(mode=homes.PRIVATE_MODE, exist_ok=True)
            self._files.log.touch(mode=0o600)
            self._users = Lock(self._files.users)
        except PermissionError as trouble:
            raise Trouble(
                f"{home} belongs to another user: run as that user, or choose another folder with GOLDTHREAD_HOME=…"
            ) from trouble
        if not within(STOP_SECONDS, self._users.try_shared):
            raise Trouble(f"The database in {home} is still stopping after {STOP_SECONDS} s: try again.")
        try:
            self.url = self._start(home, throwaway=throwaway)
        except BaseException:
            self.leave()
            raise

    def leave(self) -> None:
        """Stop using it; when nobody else does, returns only after the database has stopped."""
        self._users.release()
        keeper = Lock(self._files.keeper)
        within(STOP_SECONDS, lambda: keeper.try_shared() or self._others())
        keeper.close()
        self._users.close()

    def _start(self, home: Path, *, throwaway: bool) -> str:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            found = postgres.running(self._files.data)
            if found is not None and found.ready and _answers(found):
                return found.url(DATABASE)
            _call_keeper(home, throwaway=throwaway)
            time.sleep(LOOK_EVERY)
        raise Trouble(f"The database did not start in {START_SECONDS} s: see {self._files.log}.")

    def _others(self) -> bool:
        """Whether somebody else uses the database. (Holding the lock alone, the keeper is stopping it.)"""
        if self._users.try_alone():
            self._users.release()
            return False
        shared = self._users.try_shared()
        self._users.release()
        return shared


def _call_keeper(home: Path, *, throwaway: bool) -> None:
    """Start a keeper. Returns when the database is ready, or when another keeper is at work."""
    command = [sys.executable, "-P", "-m", "goldthread.running.keeper", str(home)]
    done = subprocess.run(
        command + ["--throwaway"] * throwaway, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    sys.stderr.write(done.stdout)
    if done.stderr:
        raise Trouble(done.stderr.strip())


def _answers(found: postgres.Running) -> bool:
    """Whether the server takes connections; its database is created the first time."""
    try:
        with psycopg.connect(found.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if not known:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
    except psycopg.errors.DuplicateDatabase:
        return True
    except psycopg.OperationalError:
        return False
    return True


def address() -> str:
    """DATABASE_URL; with none set, a local PostgreSQL's database `goldthread`."""
    return os.environ.get(URL, f"postgresql:///{DATABASE}")


def django_database(url: str, options: dict[str, object]) -> dict[str, object]:
    """Django's DATABASES entry for an address; parts of it that Django has no name for join the options."""
    parts = conninfo.conninfo_to_dict(url)
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    entry: dict[str, object] = {names[key]: str(value) for key, value in parts.items() if key in names}
    others = {key: value for key, value in parts.items() if key not in names}
    return entry | {"ENGINE": "django.db.backends.postgresql", "OPTIONS": others | options}
