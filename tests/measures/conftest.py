"""A small city in the record, and its facts in files, once for the tests of a module that only read."""

from datetime import datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.measures.sources import Parquet, Postgres

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=LONDON)
UNDER_18 = 20_000


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """All of it is one transaction that is rolled back."""
    from django.db import transaction

    from goldthread.demo.command import main

    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        main(["--children", "60", "--years", "2"], now=NOW)
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture(scope="module")
def record(city):
    """The city's record, its relations written out once."""
    source = Postgres(UNDER_18)
    with source.gathered():
        yield source


@pytest.fixture(scope="module")
def files(city, tmp_path_factory):
    """The same facts in a folder of Parquet files."""
    from goldthread.measures.export import export_facts

    folder = tmp_path_factory.mktemp("facts")
    export_facts(folder)
    return Parquet(folder, UNDER_18)
