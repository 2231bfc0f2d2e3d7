from collections.abc import Iterator

import psycopg
import pytest
from django.db import connections

from tests.generative.agree import Engine, by_duckdb, by_postgres


@pytest.fixture(scope="session")
def engines(django_db_modify_db_settings: None) -> Iterator[tuple[Engine, ...]]:
    """Both databases: DuckDB, and a connection of its own to the PostgreSQL of the run."""
    settings = connections["default"].settings_dict
    named = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    given = {name: settings[key] for name, key in named.items() if settings[key]}
    with psycopg.connect(**given, autocommit=True) as connection:
        yield by_duckdb, by_postgres(connection)
