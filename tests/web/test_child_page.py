import pytest
from django.test import Client

from tests.web import one_child
from tests.web.one_child import FIXED, REFERENCE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_half_past_five(settings):
    settings.GOLDTHREAD_NOW = FIXED


@pytest.fixture
def people():
    return one_child.office()


@pytest.fixture
def kofi(people):
    return one_child.kofi(people)


def signed_in(worker):
    client = Client()
    client.force_login(worker)
    return client


def test_smoke(people, kofi):
    c = signed_in(people["priya"])
    for part in ("", "life/", "timeline/", "people/", "duties/", "plan/", "history/", "later/", "chronology/"):
        page = c.get(f"/children/{REFERENCE}/{part}")
        assert page.status_code == 200, part
    page = c.get(f"/children/{REFERENCE}/?known=2026-11-06")
    assert page.status_code == 200
