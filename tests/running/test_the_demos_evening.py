"""The demo opens on the evening its city is told until, and never before something that somebody wrote in it."""

from datetime import UTC, datetime, timedelta

import pytest

from goldthread import commands
from goldthread.demo import wrenford
from goldthread.record.reach import Reach
from goldthread.web import clockwork
from tests.oversight.conftest import Office

pytestmark = pytest.mark.django_db
SOON = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def no_clock_yet(settings):
    settings.GOLDTHREAD_NOW, settings.GOLDTHREAD_BEGAN, settings.GOLDTHREAD_AUTHORITY = "", 0, ""


def test_it_begins_when_the_city_has_been_told():
    commands._begin_evening()
    assert wrenford.TOLD_UNTIL <= clockwork.now() < wrenford.TOLD_UNTIL + SOON


def test_it_goes_on_after_the_last_word_that_was_written():
    later = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    office = Office()
    with Reach(office.ngozi, later).act() as act:
        act.write(act.new_person(), "person", later.date(), {"forename": "Kofi"})
    commands._begin_evening()
    assert later <= clockwork.now() < later + SOON


def test_a_clock_that_somebody_fixed_is_left_alone(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"
    commands._begin_evening()
    assert clockwork.now() == wrenford.TOLD_UNTIL


def test_the_city_is_named_unless_somebody_named_another(settings):
    commands._begin_evening()
    assert settings.GOLDTHREAD_AUTHORITY == "Wrenford children’s services"
