"""What tests of Today, of a team's page and of measures share: a small office, Kofi and some children counted, at half past five."""

import pytest

from tests.oversight.conftest import Office
from tests.web.counted import some_children
from tests.web.desk import FIXED, OUT, nov, on_plan, visit


@pytest.fixture(autouse=True)
def half_past_five(settings):
    settings.GOLDTHREAD_NOW = FIXED


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def kofi(office):
    """Seen on Thursday the 5th; out on the 12th."""
    return on_plan(office, "Kofi", visit(nov(5)), ("visit", nov(12), OUT))


@pytest.fixture
def children(office):
    return some_children(office)
