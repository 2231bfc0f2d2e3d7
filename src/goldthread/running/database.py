"""Using the database: the one named by DATABASE_URL, or this home's embedded one, started and stopped as needed.

Commands work as its owner, who is named by DATABASE_OWNER_URL where DATABASE_URL is the application's own role. Pages are served
as the application's role, which owns nothing: see `pages_address`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import conninfo, sql

from goldthread.running import Trouble, postgres
from goldthread.running import home as homes
from goldthread.running.keeper import Files
from goldthread.running.locks import LOOK_EVERY, Lock, within

URL, OWNER_URL = "DATABASE_URL", "DATABASE_OWNER_URL"
ONE_ROLE = "GOLDTHREAD_ONE_ROLE"
APPLICATION = "goldthread_app"
DATABASE = "goldthread"
BACKEND = "goldthread.record.database"  # PostgreSQL that is told who acts
START_SECONDS = 600
STOP_SECONDS = 60
PATIENCE = "GOLDTHREAD_PATIENCE"
PATIENT_SECONDS = 30
CONNECT_SECONDS = 5
PLANS = "force_generic_plan"


@contextmanager
def in_use() -> Iterator[str]:
    """The address of the database for its owner while the block runs, also in DATABASE_URL for the settings to read.

    The embedded database is started where it is not running, and stopped when its last user has left.
    """
    if URL in os.environ or OWNER_URL in os.environ:
        yield address()
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
    except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):  # somebody else made it in the same moment
        return True
    except psycopg.OperationalError:
        return False
    return True


def address() -> str:
    """The owner's: DATABASE_OWNER_URL or DATABASE_URL; with none set, a local PostgreSQL's database `goldthread`."""
    return os.environ.get(OWNER_URL) or os.environ.get(URL) or f"postgresql:///{DATABASE}"


BARE = """SELECT NOT (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole)
            AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
            AND pg_has_role(r.oid, %s, 'USAGE')
          FROM pg_roles r WHERE r.rolname = current_user"""


def pages_address() -> str:
    """The address under which pages are served: that of a role which owns nothing and passes by no policy.

    Raises Trouble where there is only one of more power, unless GOLDTHREAD_ONE_ROLE=1 says that it shall do.
    """
    given = os.environ.get(URL) or address()
    if postgres.is_embedded(given):
        return conninfo.make_conninfo(given, user=APPLICATION)
    if os.environ.get(ONE_ROLE) == "1" or _is_bare(given):
        return given
    raise Trouble(
        f"{URL} names a role that the rules of the database do not bind, so no pages are served: set {OWNER_URL} to that address and "
        f"{URL} to the same database as the user {APPLICATION} (give it a password first), or set {ONE_ROLE}=1 to serve all the same."
    )


def _is_bare(url: str) -> bool:
    try:
        with psycopg.connect(url) as connection:
            return bool((connection.execute(BARE, [APPLICATION]).fetchone() or (False,))[0])
    except psycopg.OperationalError as trouble:
        raise Trouble(f"The database does not let {URL} in ({str(trouble).strip()}): see whether its user may log in.") from trouble


NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def who_and_where(url: str) -> dict[str, str]:
    """The parts of an address that Django has names for: all of them, empty where the address says nothing."""
    parts = conninfo.conninfo_to_dict(url)
    return {name: str(parts.get(key) or "") for key, name in NAMES.items()}


def django_database(url: str, options: dict[str, object]) -> dict[str, object]:
    """Django's DATABASES entry for an address; parts of it that Django has no name for join the options."""
    entry: dict[str, object] = {name: value for name, value in who_and_where(url).items() if value}
    others = {key: value for key, value in conninfo.conninfo_to_dict(url).items() if key not in NAMES}
    return entry | {"ENGINE": BACKEND, "OPTIONS": others | options}


def patient(entry: dict[str, Any]) -> None:
    """Let whoever serves pages wait so long for an answer, a third of it for a lock, and no longer: a page is told, a load goes on.

    A statement that was prepared is planned once, and not five times more with what it was given: for a page, planning costs more
    than running. What the address itself says about either stands.
    """
    seconds = int(os.environ.get(PATIENCE, PATIENT_SECONDS))
    waits = {"statement_timeout": seconds, "lock_timeout": max(1, seconds // 3), "idle_in_transaction_session_timeout": 2 * seconds}
    told = {**{name: f"{wait}s" for name, wait in waits.items()}, "plan_cache_mode": PLANS}
    options = entry["OPTIONS"]
    given = str(options.get("options", ""))
    options["options"] = " ".join(filter(None, [*(f"-c {name}={value}" for name, value in told.items()), given]))
    options.setdefault("connect_timeout", CONNECT_SECONDS)
