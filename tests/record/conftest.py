"""A small office and a way to write in it."""

from datetime import UTC, date, datetime

import pytest

from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)


@pytest.fixture
def office(db):
    """East team with its manager and a social worker, North team with a social worker, and an analyst."""
    east, north = Team.objects.create(name="East"), Team.objects.create(name="North")

    def worker(username, role, team=None):
        return Worker.objects.create_user(username, None, name=username.title(), role=role, team=team)

    made = {
        "ngozi": worker("ngozi", "team_manager", east),
        "priya": worker("priya", "social_worker", east),
        "nora": worker("nora", "social_worker", north),
        "ana": worker("ana", "analyst"),
        "dina": worker("dina", "director"),
    }
    east.manager = made["ngozi"]
    east.save()
    return {**made, "east": east, "north": north}


@pytest.fixture
def priya(office):
    return Reach(office["priya"], NOW)


@pytest.fixture
def kofi(priya):
    """An accepted referral for one boy, who waits in East's queue. Gives his number."""
    with priya.act() as act:
        person = act.new_person()
        act.write(person, "person", date(2026, 11, 2), {"forename": "Kofi", "surname": "Larkfield", "born": date(2018, 3, 2)})
        act.write(person, "referral", date(2026, 11, 2), {"source": "2A", "decision": "accepted", "decided": date(2026, 11, 2)})
    return person
