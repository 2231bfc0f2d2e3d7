"""How often a page goes to the database: each question of Django's is a trip, and several that are asked together are one."""

from contextlib import contextmanager
from unittest.mock import patch

import psycopg
from django.db import connection


@contextmanager
def counted():
    """A list that grows by one with every trip."""
    made, together = [], psycopg.Connection.pipeline

    def asked_together(self):
        made.append("several questions")
        return together(self)

    def asked(execute, sql, *more):
        made.append(sql)
        return execute(sql, *more)

    with patch.object(psycopg.Connection, "pipeline", asked_together), connection.execute_wrapper(asked):
        yield made
