"""A clock that was set back between two acts: nothing is lost, and no version stands before the one it replaced."""

from datetime import timedelta

import pytest

from goldthread.record import checked
from goldthread.record.models import Person, Version
from goldthread.record.reach import Reach
from tests.web import family
from tests.web.family import NOW, TODAY

pytestmark = pytest.mark.django_db
EARLIER = NOW - timedelta(days=3)


@pytest.fixture
def visit(db):
    """A visit to Kofi, and the worker: written at NOW."""
    office = family.office()
    children = family.larkfields(office["priya"])
    with Reach(office["priya"], NOW).act() as act:
        return office["priya"], act.write(children["Kofi"], "visit", TODAY, {**family.ALONE, "place": "home"})


def versions(entry):
    return list(Version.objects.filter(entry=entry).order_by("number"))


def test_a_correction_by_a_clock_that_was_set_back_follows_what_it_corrects(visit):
    priya, entry = visit
    with Reach(priya, EARLIER).act() as act:
        act.correct(entry, 1, "Heard from school", values={"place": "school"})
    first, second = versions(entry)
    assert first.recorded_at <= second.recorded_at and first.superseded_at == second.recorded_at
    assert second.superseded_at is None and checked.half_there() == []
    assert [w.version for w in Reach(priya, NOW + timedelta(minutes=1)).entry(entry)] == [2, 1]


def test_taking_back_and_ending_follow_too(visit):
    priya, entry = visit
    with Reach(priya, EARLIER).act() as act:
        act.withdraw(entry, 1, "The wrong child")
    assert [v.recorded_at >= NOW for v in versions(entry)] == [True, True]
    assert versions(entry)[1].withdrawn


def test_what_is_written_new_by_that_clock_is_there_with_its_own_moment(visit):
    priya, entry = visit
    kofi = versions(entry)[0].person_id
    with Reach(priya, EARLIER).act() as act:
        other = act.write(kofi, "note", TODAY - timedelta(days=3), {"note": "Toast."})
    assert versions(other)[0].recorded_at == EARLIER
    assert checked.half_there() == [] and checked.not_following(Person.objects.values_list("pk", flat=True)) == []
