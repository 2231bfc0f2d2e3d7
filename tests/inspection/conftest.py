import pytest

from tests.inspection import held


@pytest.fixture
def people(db):
    return held.office()


@pytest.fixture
def miriam(people):
    return people["miriam"]


@pytest.fixture
def report(miriam):
    return held.kept(miriam)
