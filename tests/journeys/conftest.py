"""A real browser before a real server. Without Chromium these tests are skipped and say so."""

import pytest

from tests.journeys.browsing import CHROMIUM, WITHOUT, Visitor, chromium, traffic
from tests.journeys.city import City


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=WITHOUT))


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture
def half_past_five(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"
    settings.GOLDTHREAD_AUTHORITY = "Wrenford children’s services"


@pytest.fixture
def site(half_past_five, live_server):
    """The address of a server. Every request is answered before what it asks about is removed."""
    with traffic():
        yield live_server.url


@pytest.fixture
def visit(browser, site):
    """Makes visitors; at the end none of them may have met an error in the page, and their windows are closed."""
    made = []

    def at(worker=None, width=1280, **options):
        made.append(Visitor(browser, site, worker, width, **options))
        return made[-1]

    yield at
    for visitor in made:
        visitor.leaves()
    for visitor in made:
        visitor.went_well()


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def width(request):
    return request.param


@pytest.fixture
def city(transactional_db):
    return City()
