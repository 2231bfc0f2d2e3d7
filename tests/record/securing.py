"""Records held in every way there is, and workers of every role and team, for the tests of row security."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from goldthread.duties.words.kinds import CHILD
from goldthread.people.models import Interest, Invitation, Opening, Worker
from goldthread.people.roles import ROLES
from goldthread.record.acting import Acting, acting
from goldthread.record.derive import derive
from goldthread.record.models import Restriction, Version
from goldthread.record.reach import Reach
from goldthread.record.standing import HOLDS

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
DAY = date(2026, 11, 2)


def write(reach, name, part="", worker=None, team=None, entries=(), family=None):
    """Somebody with a name and a holder in a part, and further entries as (type, values). Gives their number."""
    with reach.act() as act:
        person = act.new_person(family=family)
        act.write(person, "person", DAY, {"forename": name, "surname": "Fairweather"})
        if part:
            act.write(person, "allocation", DAY, {"works_as": part, "worker": worker and worker.pk, "team": team and team.pk})
        for kind, values in entries:
            act.write(person, kind, DAY, values)
    return person


def records(office) -> dict[str, int]:
    """By what they are like: children of East, of North, of nobody's team but Priya's own, restricted, mentioned; and others than children."""
    writer = Worker.objects.create_user("fred", None, name="Fred", role="front_door")  # sees the service without saying why
    fred, north, east = Reach(writer, NOW), office["north"], office["east"]
    referred = ("referral", {"source": "2A", "decision": "accepted", "decided": DAY})
    found = {about: write(fred, about.title(), part, office["nora"], north) for about, part in HOLDS.items() if about != CHILD}
    found["in east"] = write(fred, "Esme", HOLDS[CHILD], office["ngozi"], east, [referred])
    found["in north"] = write(fred, "Noor", HOLDS[CHILD], office["nora"], north, [referred])
    found["priya's, in north"] = write(fred, "Pia", HOLDS[CHILD], office["priya"], north, [referred])
    found["restricted, in east"] = write(fred, "Rose", HOLDS[CHILD], office["priya"], east, [referred])
    found["gran"], found["aunt"] = write(fred, "Gran"), write(fred, "Aunt")
    found["hidden uncle"] = write(fred, "Uncle")
    with fred.act() as act:
        act.write(found["in east"], "relationship", DAY, {"other": found["gran"], "relation": "grandparent"})
        act.write(found["in east"], "relationship", DAY, {"other": found["in north"], "relation": "sibling"})
        act.write(found["in east"], "relationship", DAY, {"other": found["hidden uncle"], "relation": "other"})
        act.write(found["in north"], "relationship", DAY, {"other": found["aunt"], "relation": "other"})
    restrict(found["restricted, in east"], office["dina"])
    restrict(found["hidden uncle"], office["dina"])
    return found


def restrict(person, *workers):
    """The record is open to these only."""
    for worker in workers:
        Restriction.objects.create(person_id=person, worker=worker, why="At risk from somebody who knows the service.")
    derive([person], NOW, None, None)


def workers(office) -> Iterator[Worker]:
    """One of each role in each team and in none, a closed account, an inspector on the last invited day, and the office."""
    for role in ROLES:
        for team in (office["east"], office["north"], None):
            yield Worker.objects.create_user(f"{role} {team}", None, name=role, role=role, team=team)
    yield Worker.objects.create_user("gone", None, name="Gone", role="director", is_active=False)
    invited = Worker.objects.create_user("invited", None, name="Invited", role="inspector")
    Invitation.objects.create(inspector=invited, day=NOW.date() - timedelta(3), until=NOW.date(), at=NOW)
    yield invited
    yield from (w for w in office.values() if isinstance(w, Worker))


def declare(worker, person):
    """An interest of this worker's in this person."""
    return Interest.objects.create(worker=worker, person_id=person, why="My nephew.", by=worker, at=NOW)


def open_beyond(worker, person, hours=4):
    """Opened with a reason by this worker an hour ago, for so many hours from then."""
    at = NOW - timedelta(hours=1)
    return Opening.objects.create(worker=worker, person_id=person, reason="Police ask now.", beyond=True, at=at, until=at + timedelta(hours=hours))


def read_by(worker, now=NOW, work="") -> set[int]:
    """Whose records the database shows this worker, asked for everything with no condition at all."""
    with acting(Acting(worker.pk, now, work)):
        return set(Version.objects.order_by().values_list("person", flat=True).distinct())
