"""One child's life, and an integration of his team, on the afternoon of 20 November 2026."""

import pytest

from tests.api.calling import calls, integration
from tests.web.conftest import half_past_five, kofi, people
from tests.web.test_entries_limits import no_placement_under_16

__all__ = ["half_past_five", "kofi", "no_placement_under_16", "people"]


@pytest.fixture(autouse=True)
def on_friday(half_past_five):
    """Every call is made then."""


@pytest.fixture
def school(people):
    return integration(people, people["east"])


@pytest.fixture
def call(school):
    return calls(school)
