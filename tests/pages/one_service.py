"""A small service to ask every address of: two teams, a worker of every role, and a child of each kind, written down as workers write."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from goldthread.inspection.models import Room
from goldthread.people.models import Interest, Invitation, Opening, Team, Worker
from goldthread.people.roles import INVITED, NOBODY, ROLES, SAYS_WHY, SERVICE, TEAM
from goldthread.record.models import Person, Restriction, Standing
from goldthread.record.reach import Reach
from goldthread.web.child.reasons import key
from tests.inspection import held

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
DAY = date(2026, 11, 2)
CHILDREN = ("own", "other", "restricted", "closed", "family")
SECRETS = {"own": "Oswinby", "other": "Othwaite", "restricted": "Restorick", "closed": "Clothilde", "family": "Famworth"}
"""A forename for each child that stands nowhere else, to be looked for in whatever is given out."""
VARIANTS = ("analyst having said why", "inspector on another day", "social worker who is named", "social worker who opened the record")


@dataclass(frozen=True)
class Actor:
    """Somebody signed in: what they are called here, their worker, and which of CHILDREN they list and open."""

    name: str
    worker: Worker
    lists: frozenset[str]
    opens: frozenset[str]

    def may(self, act: str) -> bool:
        return not act or self.worker.may(act)


@dataclass
class World:
    """The service: its actors, its children by kind, and numbers of what stands in its records."""

    actors: list[Actor]
    references: dict[str, str]
    numbers: dict[str, dict[str, Any]]
    held: dict[str, Any] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        return next(a for a in self.actors if a.name == name)


def world() -> World:
    """Two teams, a worker of every role, five children: written down as workers write it."""
    teams = {name: Team.objects.create(name=name) for name in ("East", "North")}
    clerk, northern = (worker(f"clerk {name}", "social_worker", team) for name, team in teams.items())
    everyone = [_actor(code, teams["East"]) for code in ROLES]
    made = World([*everyone, *_variants(teams["East"], teams["North"])], {}, {})
    teams["East"].manager = made.actor("team_manager").worker
    teams["East"].save()
    for kind in CHILDREN:
        _child(made, kind, northern if kind == "other" else clerk)
    _closed_to(made, clerk)
    room(made)
    return made


def worker(name: str, role: str, team: Team | None = None) -> Worker:
    return Worker.objects.create_user(name, None, name=name.title(), role=role, team=team)


SEES = {TEAM: {"own"}, SERVICE: {"own", "other", "closed"}, INVITED: {"own", "other", "closed"}, NOBODY: set()}


def _actor(code: str, east: Team) -> Actor:
    role = ROLES[code]
    lists = frozenset(SEES[role.sees])
    return Actor(code, worker(code, code, east if role.sees == TEAM else None), lists, frozenset() if role.opens == SAYS_WHY else lists)


def _variants(east: Team, north: Team) -> list[Actor]:
    said, away, named, opener = VARIANTS
    service, own = frozenset(SEES[SERVICE]), frozenset({"own"})
    return [
        Actor(said, worker(said, "analyst"), service, service),
        Actor(away, worker(away, "inspector"), frozenset(), frozenset()),
        Actor(named, worker(named, "social_worker", east), own | {"restricted"}, own | {"restricted"}),
        Actor(opener, worker(opener, "social_worker", east), own | {"other", "restricted"}, own | {"other", "restricted"}),
    ]


def _child(made: World, kind: str, writer: Worker) -> None:
    numbers: dict[str, Any] = {}
    with Reach(writer, NOW - timedelta(days=10)).act() as act:
        person = act.new_person(reference=f"WR-{kind}", family=CHILDREN.index(kind) + 1)
        act.write(person, "person", DAY, {"forename": SECRETS[kind], "surname": "Larkfield", "born": date(2018, 3, 2)})
        referral = act.write(person, "referral", DAY, {"source": "2A", "decision": "accepted", "decided": DAY})
        act.write(person, "allocation", DAY, {"works_as": "social_worker", "worker": writer.pk, "team": writer.team_id})
        numbers["address"] = act.write(person, "address", DAY, {"line": "14 Saltmarsh Row", "postcode": "WR4 2LK"})
        numbers["note"] = act.write(person, "note", DAY, {"title": "A call from school"})
        numbers["warning"] = act.write(person, "warning", DAY, {"worry": "Nobody opened the door"}, at=NOW - timedelta(days=9))
    if kind == "closed":
        _close(person, referral, writer)
    child = Reach(made.actor("head_of_service").worker, NOW).child(f"WR-{kind}")
    made.references[kind], made.numbers[kind] = child.reference, {**numbers, "person": person, "key": key(child.owed[0])}


def _close(person: int, referral: int, writer: Worker) -> None:
    reach = Reach(writer, NOW - timedelta(days=5))
    with reach.act() as act:
        act.write(person, "closing", date(2026, 11, 13), {"closes": referral, "reason": "RC1"})
        held_by = next(w for w in reach.entries(reach.child("WR-closed"), ["allocation"]))
        act.end(held_by.number, date(2026, 11, 13), "closed")


def _closed_to(made: World, clerk: Worker) -> None:
    """Who is named, who has an interest (in a cousin, which closes the family), who said why and who opened."""
    person = {kind: numbers["person"] for kind, numbers in made.numbers.items()}
    said, _, named, opener = (made.actor(name).worker for name in VARIANTS)
    Restriction.objects.bulk_create(Restriction(person_id=person["restricted"], worker=one, why="A colleague’s family") for one in (named, clerk))
    Standing.objects.filter(person=person["restricted"]).update(restricted=True)
    cousin = Person.objects.create(reference="WR-cousin", family=CHILDREN.index("family") + 1)
    Interest.objects.bulk_create(Interest(worker=a.worker, person=cousin, why="My cousin", by=a.worker, at=NOW) for a in made.actors)
    wanted = [(opener, "other", True), (opener, "restricted", True), *((said, kind, False) for kind in CHILDREN)]
    Opening.objects.bulk_create(
        Opening(worker=one, person_id=person[kind], reason="To be sure of it", beyond=beyond, at=NOW, until=NOW + timedelta(hours=4)) for one, kind, beyond in wanted
    )


def room(made: World) -> None:
    """An invitation for the inspector, and for the other one another day; a report that was read, with its file."""
    lead = made.actor("quality_lead").worker
    for name, day in (("inspector", NOW.date()), (VARIANTS[1], date(2026, 10, 1))):
        invitation = Invitation.objects.create(inspector=made.actor(name).worker, day=day, until=day, why="A visit", by=lead, at=NOW)
        made.held[name] = Room.objects.create(invitation=invitation, lists_on=NOW.date(), lists_known=NOW)
    made.held["report"] = held.kept(lead)

