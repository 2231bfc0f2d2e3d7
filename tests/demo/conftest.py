"""A small city told once, and Wrenford kept once in the database."""

from contextlib import contextmanager
from datetime import datetime

import pytest

from goldthread.demo.city import stories
from goldthread.demo.office import staff
from goldthread.demo.telling import HERE

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=HERE)
TODAY = NOW.date()


def tell(children=120, years=3.0, seed=7, now=NOW):
    return list(stories(children, years, seed, staff(children, years, seed), now))


@pytest.fixture(scope="session")
def city():
    return tell()


@pytest.fixture(scope="session")
def large_city():
    return tell(children=2500, years=3.0, seed=11)


@pytest.fixture(scope="session")
def wrenford():
    """The families of Wrenford's own files, as told, with nothing in a database."""
    from goldthread.demo import wrenford

    return list(wrenford.families(NOW))


@pytest.fixture(scope="module")
def wrenford_kept(django_db_setup, django_db_blocker):
    """Wrenford's families and a few generated ones in the database, once for the tests of a module that only read.

    All of it is one transaction that is rolled back: it must be over before tests that commit begin.
    """
    with django_db_blocker.unblock(), kept(40):
        yield


@pytest.fixture(scope="module")
def city_kept(django_db_setup, django_db_blocker):
    """The same with so many children that the measures of the demo's story are more than chance."""
    with django_db_blocker.unblock(), kept(500):
        yield


@contextmanager
def kept(children):
    from django.db import transaction

    from goldthread.demo.command import main

    with transaction.atomic():
        main(["--children", str(children), "--years", "2", "--seed", "5"], now=NOW)
        yield
        transaction.set_rollback(True)
