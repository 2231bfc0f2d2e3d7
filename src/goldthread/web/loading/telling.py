"""How far a load is, told while its own transaction is still open; and whether anybody is still at it.

A second connection, in a thread of its own, writes the progress and holds a lock of the database for as long as the load runs.
When the process dies, however it dies, the lock is gone.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection

from goldthread.web.loading.models import RUNNING, LoadRun

LOCK = 1195592772  # the space of these locks: "GOLD" as a number, so that no other lock is taken for one of them
LARGEST = 2**31
ONE_AT_A_TIME = 0  # no load has this number


class Telling:
    """Use as a context manager round a load. `say` is the loader's progress callback."""

    def __init__(self, number: int):
        self.number = number

    def __enter__(self) -> "Telling":
        self._teller = ThreadPoolExecutor(max_workers=1)
        self._teller.submit(self._begin).result()
        return self

    def __exit__(self, *_: object) -> None:
        self._teller.submit(self._end).result()
        self._teller.shutdown()

    def say(self, what: str, done: int) -> None:
        self._teller.submit(self._update, progress={"what": what, "done": done})

    def _begin(self) -> None:
        """Take this load's lock, so that it is known to be at work, then the one that lets one load run at a time."""
        with connection.cursor() as cursor:
            for lock in (self.number % LARGEST, ONE_AT_A_TIME):
                cursor.execute("SELECT pg_advisory_lock(%s::int, %s::int)", [LOCK, lock])
        self._update(status=RUNNING)

    def _end(self) -> None:
        with connection.cursor() as cursor:  # closing alone would leave the lock for a moment longer
            cursor.execute("SELECT pg_advisory_unlock_all()")
        connection.close()  # the teller's own, which only its thread can name

    def _update(self, **changed: Any) -> None:
        LoadRun.objects.filter(pk=self.number).update(**changed)


def is_at_it(number: int) -> bool:
    """Whether a process is working on this load."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = %s AND objid = %s "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [LOCK, number % LARGEST],
        )
        return bool(cursor.fetchone()[0])
