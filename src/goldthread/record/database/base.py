"""Django's PostgreSQL, which tells the database who acts before anything is asked of it: see record.acting."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from goldthread.record.acting import current, telling

PREPARED = 1000  # statements that a connection keeps prepared: pages have more than psycopg's hundred
NOTHING, UNSURE = object(), object()  # was told in the transaction that is open


class DatabaseWrapper(base.DatabaseWrapper):
    """What was told inside a transaction ends with it; what was told outside stays with the connection, which carries the mark."""

    _told_here: Any = NOTHING
    _not_now = False

    def connect(self) -> None:
        """A connection that is being made is told once it is made."""
        self._told_here = NOTHING
        with self._silently():
            super().connect()
            self.connection.prepared_max = PREPARED

    def set_autocommit(self, autocommit: bool, *more: Any, **named: Any) -> None:
        with self._silently():
            super().set_autocommit(autocommit, *more, **named)

    def get_autocommit(self) -> bool:
        """Asked of every connection before and after each request, also of one whose server is gone."""
        with self._silently():
            return super().get_autocommit()

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Without being told: that would begin a transaction where one is just beginning, or has just ended."""
        before, self._not_now = self._not_now, True
        try:
            yield
        finally:
            self._not_now = before

    def ensure_connection(self) -> None:
        super().ensure_connection()
        if not self._not_now:
            self._tell_who_acts()

    def _tell_who_acts(self) -> None:
        here = self.in_atomic_block or not self.autocommit
        if not here:
            self._told_here = NOTHING
        told = getattr(self.connection, "goldthread_told", None) if self._told_here is NOTHING else self._told_here
        who = current.get()
        if told == who or self.connection.info.transaction_status == TransactionStatus.INERROR:
            return
        with self.wrap_database_errors:
            self.connection.execute(*telling(who, here), prepare=True)
        if here:
            self._told_here = who
        else:
            self.connection.goldthread_told = who

    def tell_again(self) -> None:
        """What was worked out when it was told who acts may have changed: it is told once more before the next question."""
        if current.get() is not None and self.connection is not None:
            self._told_here = UNSURE if self.in_atomic_block else NOTHING
            self.connection.goldthread_told = UNSURE

    def _savepoint_rollback(self, sid: str) -> None:
        """The database now acts for whom it acted when the savepoint was made, and nobody has kept who that was."""
        super()._savepoint_rollback(sid)
        if self._told_here is not NOTHING:
            self._told_here = UNSURE
