"""What tests of the pages of reports share: an office that keeps one, and Miriam signed in, at half past five."""

import pytest

from tests.inspection import held
from tests.web.family import signed_in


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"


@pytest.fixture
def office(db):
    return held.office()


@pytest.fixture
def report(office):
    return held.kept(office["miriam"])


@pytest.fixture
def miriam(office):
    return signed_in(office["miriam"])
