"""The very first figures that are ever asked for are right too."""

import pytest

from goldthread.measures import keeping
from goldthread.measures.models import Calendar, MadeFrom
from goldthread.measures.sources import Postgres

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_calendar_yet(monkeypatch):
    monkeypatch.setattr(keeping, "_known", set())
    Calendar.objects.all().delete()
    MadeFrom.objects.all().delete()


def test_facts_that_are_written_out_first_are_made_from_a_calendar_that_is_there(no_calendar_yet):
    """Relations such as the day somebody turns 16½ are made from the calendar: an empty one would say that nobody ever does."""
    with Postgres().gathered():
        assert Calendar.objects.count() > 10_000


def test_one_measure_by_itself_has_its_calendar_too(no_calendar_yet):
    assert Postgres().rows("one AS (SELECT 1) SELECT count(*) FROM measures_calendar", (), None)[0][0] > 10_000


def test_a_calendar_that_is_rolled_back_is_not_taken_for_one_that_is_there(no_calendar_yet, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as once_it_is_committed:
        keeping.keep_calendar()
    assert keeping._known == set()
    once_it_is_committed[-1]()
    assert keeping._known == {keeping.WHAT}
