"""A team with a manager and two social workers, and a way to give it children."""

from datetime import UTC, date, datetime

import pytest

from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach
from tests.settled import as_wrenford

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)


class Office:
    """East: Ngozi manages, Priya and Huw work, Colin is told next."""

    def __init__(self):
        as_wrenford()
        self.east = Team.objects.create(name="East")
        self.ngozi, self.priya, self.huw = (
            Worker.objects.create_user(n, None, name=n.title(), role=r, team=self.east)
            for n, r in (("ngozi", "team_manager"), ("priya", "social_worker"), ("huw", "social_worker"))
        )
        self.colin = Worker.objects.create_user("colin", None, name="Colin", role="head_of_service")
        self.east.manager, self.east.told_next = self.ngozi, self.colin
        self.east.save()

    def reach(self, worker):
        return Reach(worker, NOW)

    def child(self, forename, worker=None, *, family=None, since=date(2026, 11, 2), entries=(), born=date(2018, 3, 2)):
        """A child referred on `since`, with a worker or waiting, and further entries as (type, day, values)."""
        with self.reach(self.ngozi).act() as act:
            person = act.new_person(family=family)
            act.write(person, "person", since, {"forename": forename, "surname": "Larkfield", "born": born})
            act.write(person, "referral", since, {"decision": "accepted", "decided": since, "acknowledged": since})
            if worker:
                values = {"works_as": "social_worker", "worker": worker.pk, "team": self.east.pk}
                act.write(person, "allocation", since, values)
            for kind, day, values in entries:
                act.write(person, kind, day, values)
        return person


@pytest.fixture
def office(db):
    return Office()
