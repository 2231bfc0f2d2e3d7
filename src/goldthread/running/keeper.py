"""The keeper: the one process that owns a home's embedded database.

Everybody who uses the database holds a shared lock on `database.users`. The keeper starts PostgreSQL, and stops it as
soon as it can have that lock alone: nobody is left, however they went. If PostgreSQL ends in any other way (killed, its
disk full) the keeper says so in the log and starts it again, at first at once, then waiting between tries, until it
starts or nobody waits for it. Told to stop (SIGTERM), the keeper stops it and ends: nothing is started again.
A keeper that is itself killed takes PostgreSQL with it; the process that began it begins another, while anybody uses the database.

    python -m goldthread.running.keeper HOME [--throwaway]

returns as soon as the database answers, leaving the keeper at work; trouble is told on standard error.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path

from goldthread.running import Trouble, postgres
from goldthread.running.locks import LOOK_EVERY, Lock, within

LAST_KEEPER_SECONDS = 2
LAST_SERVER_SECONDS = 30
START_SECONDS = 600  # after a power cut PostgreSQL first reads again what it had promised
STOP_SECONDS = 30
TRY_AGAIN_SECONDS = (0, 1, 2, 5, 10)  # before each try; the last one before all that follow
STEADY_SECONDS = 60  # who ends after this begins again with the first
KILLED = "The keeper was killed, and PostgreSQL with it, while it was in use."


class Files:
    """The names the keeper and the users of the database agree on, in one home folder."""

    def __init__(self, home: Path) -> None:
        self.data = home / "database"
        self.users = home / "database.users"
        self.keeper = home / "database.keeper"
        self.log = home / "logs" / "database.log"


def keep(home: Path, *, throwaway: bool, after: str = "") -> None:
    """Own the database of this home until nobody uses it. Returns at once where another keeper owns it.

    `after` says how the last one ended, where this one takes its place.
    """
    files = Files(home)
    if not within(LAST_KEEPER_SECONDS, Lock(files.keeper).try_alone):
        return
    if opened := postgres.open_the_way(files.data):
        folders = ", ".join(str(folder) for folder in opened)
        print(f"PostgreSQL runs as the user {postgres.SYSTEM_USER}, who may now pass through (not list) {folders}.")
    postgres.make(files.data, throwaway=throwaway)
    _serve_until_unused(files, after, throwaway=throwaway)


def _serve_until_unused(files: Files, ended: str, *, throwaway: bool) -> None:
    """The first start that fails is told to whoever asked for it; later ones are tried again while anybody uses the database."""
    users = Lock(files.users)
    if ended and users.try_alone():
        return
    ended = ended or _served(files, users, throwaway=throwaway, begun=lambda: _let_go_of_terminal(files.log))
    waits = _waits()
    while ended:
        wait = next(waits)
        _tell(f"{ended} It is started again {f'in {wait} s' if wait else 'now'}.")
        if within(wait, users.try_alone):
            return
        began = time.monotonic()
        try:
            ended = _served(files, users, throwaway=throwaway, begun=lambda: _tell("PostgreSQL was started again."))
        except (Trouble, OSError) as trouble:
            ended = str(trouble)
        if time.monotonic() - began > STEADY_SECONDS:
            waits = _waits()


def _waits() -> Iterator[int]:
    return chain(TRY_AGAIN_SECONDS, repeat(TRY_AGAIN_SECONDS[-1]))


def _served(files: Files, users: Lock, *, throwaway: bool, begun: Callable[[], None]) -> str:
    """One run of the server, from its start. Says how it ended; "" where it was stopped because nobody uses it any more."""
    _wait_for_last_server(files.data)
    postgres.clear_away(files.data)
    server = postgres.start(files.data, files.log, throwaway=throwaway)
    try:
        _wait_until_ready(server, files)
        begun()
        return "" if _unused_before_death(users, server) else f"PostgreSQL ended ({_how(server.returncode)}) while it was in use."
    finally:
        _stop(server)
        postgres.clear_away(files.data)


def _how(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"status {code}, see above"


def _tell(words: str) -> None:
    """A line among those of PostgreSQL, which follow each other in the log; none where the disk has no room for it."""
    with suppress(OSError):
        print(f"{time.strftime('%Y-%m-%d %H:%M:%S UTC', time.gmtime())} [keeper] {words}", flush=True)


def _wait_until_ready(server: subprocess.Popen[bytes], files: Files) -> None:
    def settled() -> bool:
        found = postgres.running(files.data)
        return server.poll() is not None or (found is not None and found.ready)

    if not within(START_SECONDS, settled) or server.poll() is not None:
        raise Trouble(f"PostgreSQL did not start. {_last_words(files.log)}")


def _unused_before_death(users: Lock, server: subprocess.Popen[bytes]) -> bool:
    while server.poll() is None:
        if users.try_alone():
            return True
        time.sleep(LOOK_EVERY)
    return False


def _last_words(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()[-3:]
    return f"Its last words in {log}: {' / '.join(lines)}"


def _wait_for_last_server(data: Path) -> None:
    """A server whose keeper was killed is already stopping: two must never meet on one folder."""

    def gone() -> bool:
        found = postgres.running(data)
        if found is not None:
            os.kill(found.process, signal.SIGINT)
        return not postgres.anybody_at_work(data)

    if not within(LAST_SERVER_SECONDS, gone):
        raise Trouble(f"Another PostgreSQL is at work on {data} and does not stop: stop it first.")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Fast shutdown: ends open transactions, keeps every committed one."""
    for wish in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is not None:
            break
        server.send_signal(wish)
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def _let_go_of_terminal(log: Path) -> None:
    """Whoever started us reads our output until its end: from here on, all is well and they may go on."""
    sys.stdout.flush()
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND)
    for standard in (1, 2):
        os.dup2(descriptor, standard)
    os.close(descriptor)


def main() -> None:
    home, after = Path(sys.argv[1]), ""
    if os.fork():
        os._exit(0)
    os.setsid()
    while keeper := os.fork():
        _let_go_of_terminal(Files(home).log)
        status = os.waitstatus_to_exitcode(os.waitpid(keeper, 0)[1])
        if status >= 0:
            sys.exit(status)
        after = KILLED
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        keep(home, throwaway="--throwaway" in sys.argv, after=after)
    except (Trouble, OSError) as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    main()
