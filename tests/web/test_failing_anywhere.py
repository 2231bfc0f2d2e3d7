"""A connection that is lost anywhere while a form is sent, also where a transaction begins or ends: nobody after it notices."""

import os
import socket
from collections import Counter
from contextlib import contextmanager
from itertools import count

import pytest
from django.db import close_old_connections, connection
from psycopg import Connection

from goldthread.record.register import entry_type
from tests.web import family
from tests.web.family import signed_in

pytestmark = pytest.mark.django_db(transaction=True)
ALLOCATE = "/write/LK-KOFI/allocation/"


@pytest.fixture
def office(transactional_db, settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34"
    made = family.office()
    family.larkfields(made["priya"])
    return made


@pytest.fixture
def ngozi(office):
    client = signed_in(office["ngozi"])
    client.raise_request_exception = False
    return client


@contextmanager
def lost_at(number, monkeypatch):
    """The connection ends just before the database is waited for the so-manieth time. What follows may be asked of a new one."""
    waited, wait = [], Connection.wait

    def counted(self, *args, **named):
        waited.append(self)
        if len(waited) == number:
            with socket.socket(fileno=os.dup(self.pgconn.socket)) as line:
                line.shutdown(socket.SHUT_RDWR)
        return wait(self, *args, **named)

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "wait", counted)
        yield waited


def sent(client, words):
    """The answer, as the server gives it: before and after each request a connection that is no good is given back."""
    close_old_connections()
    try:
        return client.post(ALLOCATE, words).status_code
    finally:
        close_old_connections()


def reasons():
    """Why somebody was allocated, once for each time that it was written."""
    return list(entry_type("allocation").objects.filter(version__number=1, reason__startswith="reason ").values_list("reason", flat=True))


def test_wherever_the_connection_is_lost_what_is_acknowledged_is_written_once_and_no_transaction_is_left_open(ngozi, office, monkeypatch):
    told = {}
    for number in count(1):
        to = office[("marcus", "priya")[number % 2]]
        words = {"once": f"press {number}", "save": "1", "works_as": "social_worker", "worker": str(to.pk), "day": "20/11/2026", "reason": f"reason {number}"}
        with lost_at(number, monkeypatch) as waited:
            told[words["reason"]] = sent(ngozi, words)
        assert not connection.in_atomic_block, f"lost before wait {number} of the database, a transaction was left open"
        if len(waited) < number:
            break
    written = Counter(reasons())
    assert len(told) > 30 and set(told.values()) == {302, 503}, "it ends where nothing was lost any more, and something was lost on the way"
    assert {reason for reason, status in told.items() if status == 302} <= set(written) and set(written.values()) == {1}
