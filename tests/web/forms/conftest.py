"""What tests of forms, of what was begun in them and of the search share: the Larkfields, and Priya signed in, at half past five."""

import pytest

from tests.web import family


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"


@pytest.fixture
def office(db):
    return family.office()


@pytest.fixture
def children(office):
    return family.larkfields(office["priya"])


@pytest.fixture
def priya(office):
    return family.signed_in(office["priya"])
