"""Many write at once, some change their minds, some die: each chain stays whole and without a gap."""

import random
import threading
from contextlib import suppress

import psycopg
import pytest
from django.db import connection

from goldthread.record.models import Look
from goldthread.record.trail.verify import verify

WRITE = "INSERT INTO record_look (at, page, reason, refused) VALUES (now(), %s, %s, false)"


class ChangedMind(Exception):
    pass


def some_acts(address, seed, kept):
    """A seeded run of one writer: lines that are kept, rolled back in whole or in part, or lost with their connection."""
    dice = random.Random(seed)
    for step in range(20):
        with suppress(ChangedMind, psycopg.OperationalError), psycopg.connect(address) as writer:
            name = f"{seed}.{step}"
            for _ in range(dice.randint(1, 3)):
                writer.execute(WRITE, (name, "a call" if dice.random() < 0.5 else ""))
            if dice.random() < 0.3:
                with suppress(ChangedMind), writer.transaction():
                    writer.execute(WRITE, ("undone", ""))
                    raise ChangedMind
            fate = dice.random()
            if fate < 0.2:
                raise ChangedMind
            if fate < 0.3:
                writer.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            kept.append(name)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 7])
def test_writers_at_the_same_time_leave_every_chain_whole(seed):
    address = psycopg.conninfo.make_conninfo(**{k: v for k, v in connection.get_connection_params().items() if k in ("host", "port", "user", "password", "dbname")})
    kept: list[str] = []
    writers = [threading.Thread(target=some_acts, args=(address, seed * 100 + n, kept)) for n in range(5)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    connection.ensure_connection()
    found = verify(connection.connection)
    assert found.whole and found.lines == Look.objects.count()
    assert set(Look.objects.values_list("page", flat=True)) == set(kept)
    assert sum(head.place for head in found.heads.values()) == found.lines
