"""What one process may take of its machine, and a database in its memory that keeps to it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import RLock, get_ident
from typing import NamedTuple

import duckdb


class Share(NamedTuple):
    """How many threads, and how many megabytes before what is worked on goes to disk for a while: below the folder `aside`, or
    where the machine keeps what is temporary."""

    threads: int = 2
    megabytes: int = 700
    aside: str | None = None


_kept: dict[Share, tuple[duckdb.DuckDBPyConnection, ExitStack]] = {}
"""The databases of this process that go from one file to the next."""

_mine: dict[tuple[Share, int], duckdb.DuckDBPyConnection] = {}
"""The connections to them, one for each thread, so that rules and calendars are laid out once. Its tables are its own."""

_LOCK = RLock()
_IN_UTC = "SET TimeZone = 'UTC'"


@contextmanager
def kept(share: Share) -> Iterator[duckdb.DuckDBPyConnection]:
    """The connection of this thread that is used for file after file. Where anything goes wrong, the next begins anew.

    Threads share the memory of one database: what one does not need the other may have.

    A process that is ended from outside tidies nothing up: whoever does that owns `aside`.
    """
    mine = share, get_ident()
    with _LOCK:
        if mine not in _mine:
            _mine[mine] = _another(share)
    try:
        yield _mine[mine]
    except BaseException:
        with _LOCK:
            _mine.pop(mine).close()
            if not any(of == share for of, _ in _mine):
                leave(share)
        raise


def _another(share: Share) -> duckdb.DuckDBPyConnection:
    if share not in _kept:
        end = ExitStack()
        _kept[share] = end.enter_context(connected(share)), end
    connection = _kept[share][0].cursor()
    connection.execute(_IN_UTC)
    return connection


def stop(share: Share) -> None:
    """Break off whatever the connections to a database are at."""
    with _LOCK:
        for of, thread in _mine:
            if of == share:
                _mine[of, thread].interrupt()


def leave(share: Share) -> None:
    """End the database that is kept, where there is one, and what it put aside. Nothing may be at work on it."""
    with _LOCK:
        for one in [one for one in _mine if one[0] == share]:
            _mine.pop(one).close()
        if share in _kept:
            _kept.pop(share)[1].close()


@contextmanager
def connected(share: Share) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of one's own that ends with the block; what it puts aside on disk goes with it."""
    if share.aside:
        os.makedirs(share.aside, exist_ok=True)
    aside = tempfile.TemporaryDirectory(prefix="goldthread-", dir=share.aside, ignore_cleanup_errors=True)
    with aside, closing(_database(share, aside.name)) as database:
        yield database


def too_little(share: Share, file: Path) -> str:
    """What to say where a file needs more memory than it was given."""
    return f"{share.megabytes} MB were not enough for {file}. Give it more with --memory, or divide it into more files."


def _database(share: Share, aside: str) -> duckdb.DuckDBPyConnection:
    options: dict[str, str | bool | int | float | list[str]] = {
        "threads": share.threads,
        "memory_limit": f"{share.megabytes}MB",
        "temp_directory": aside,
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    database = duckdb.connect(":memory:", config=options)
    database.execute(_IN_UTC)
    return database
