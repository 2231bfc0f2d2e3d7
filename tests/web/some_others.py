"""Others than children, whom tests of their pages share: a carer, a home, an adult and a worker with a record of their own."""

from datetime import date

import pytest

from goldthread.duties.words.kinds import ADULT, CARER, HOME, WORKER
from goldthread.record.models import Person
from goldthread.record.reach import Reach
from goldthread.record.standing import HOLDS
from tests.web.one_child import NOW

DAY = date(2026, 11, 2)


def begin(reach, about, forename, surname, holder=None, account=None):
    """Somebody whose record is held by the team of the acting person. Gives the reference."""
    team = reach.actor.team_id
    with reach.act(team) as act:
        person = act.new_person()
        act.write(person, "person", DAY, {"forename": forename, "surname": surname})
        act.write(person, "allocation", DAY, {"works_as": HOLDS[about], "worker": holder and holder.pk, "team": team})
    if account:
        account.person_id = person
        account.save()
    return Person.objects.get(pk=person).reference


@pytest.fixture
def others(people, kofi):
    """A carer and a home that Priya's team holds, an adult, and Priya's own record, whose line manager is Ngozi."""
    reach = Reach(people["ngozi"], NOW)
    return {
        CARER: begin(reach, CARER, "Marian", "Oakfield", people["priya"]), HOME: begin(reach, HOME, "", "Larch House", people["ngozi"]),
        ADULT: begin(reach, ADULT, "Terence", "Vole", people["ngozi"]), WORKER: begin(reach, WORKER, "Priya", "Anand", people["ngozi"], people["priya"]),
    }  # fmt: skip


@pytest.fixture
def supervised(people, others):
    """Priya is in post and was supervised on 27 October; Kofi's record changed since."""
    ngozi, priya = Reach(people["ngozi"], NOW), Person.objects.get(reference=others[WORKER]).pk
    with ngozi.act() as act:
        act.write(priya, "post", date(2021, 9, 6), {"kind": "social_worker"})
        act.write(priya, "worker_step", date(2026, 9, 15), {"what": "supervision", "note": "The move."})
    return priya
