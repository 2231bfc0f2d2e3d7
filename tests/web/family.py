"""A family for tests of pages: three children on protection plans, as on the afternoon of 20 November 2026."""

from datetime import UTC, date, datetime

from django.test import Client

from goldthread.people.models import Team, Worker
from goldthread.record.models import Person
from goldthread.record.reach import Reach
from tests.settled import as_wrenford

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
TODAY = NOW.date()
BORN = {"Ama": date(2015, 11, 21), "Kofi": date(2018, 3, 2), "Esi": date(2023, 6, 9)}
ALONE = {"made": True, "child_seen": True, "seen_alone": True}
NOT_ALONE = {"made": True, "child_seen": True, "seen_alone": False}
NOT_SEEN = {"made": True, "child_seen": False}


def worker(username, role, team=None):
    return Worker.objects.create_user(username, None, name=username.title(), role=role, team=team)


def office():
    """East with its manager Ngozi and its social workers Priya and Marcus; Nora of North; Ana the analyst; Carys at the front door."""
    as_wrenford()
    east, north = Team.objects.create(name="East"), Team.objects.create(name="North")
    made = {name: worker(name, "social_worker", east) for name in ("priya", "marcus")}
    made |= {"nora": worker("nora", "social_worker", north), "ana": worker("ana", "analyst"), "carys": worker("carys", "front_door")}
    east.manager = made["ngozi"] = worker("ngozi", "team_manager", east)
    east.save()
    return {**made, "east": east, "north": north}


def larkfields(priya):
    """Ama, Kofi and Esi by name: their person numbers. Kofi was last seen on 5 November, his sisters on the 12th."""
    reach = Reach(priya, NOW)
    with reach.act() as act:
        people = {name: act.new_person(reference=f"LK-{name.upper()}") for name in BORN}
        for name, person in people.items():
            _begin(act, priya, name, person)
            for other in people.values():
                if other != person:
                    act.write(person, "relationship", date(2026, 7, 1), {"other": other, "relation": "sibling"})
        _mother(act, people)
        _visits(act, people)
    return people


def _begin(act, priya, name, person):
    act.write(person, "person", date(2026, 7, 1), {"forename": name, "surname": "Larkfield", "born": BORN[name]})
    act.write(person, "referral", date(2026, 7, 1), {"source": "2A", "decision": "accepted", "decided": date(2026, 7, 1)})
    act.write(person, "allocation", date(2026, 7, 1), {"works_as": "social_worker", "worker": priya.pk, "team": priya.team_id})
    act.write(person, "protection_plan", date(2026, 7, 20), {"latest_category": "NEG", "must_change": "Mornings: up, breakfast, school by 8:50"})
    act.write(person, "address", date(2024, 3, 1), {"line": "14 Saltmarsh Row", "postcode": "WR4 2LK", "kind": "home", "private_from": "Marcus Dray"})


def _mother(act, people):
    abena = act.new_person(reference="LK-ABENA")
    act.write(abena, "person", date(2026, 7, 1), {"forename": "Abena", "surname": "Larkfield"})
    for person in people.values():
        act.write(person, "relationship", date(2026, 7, 1), {"other": abena, "relation": "mother"})


def _visits(act, people):
    for name, person in people.items():
        act.write(person, "visit", date(2026, 11, 5), {**ALONE, "place": "school"})
        seen = NOT_SEEN if name == "Kofi" else NOT_ALONE
        act.write(person, "visit", date(2026, 11, 12), {**seen, "place": "home", "at_home": "Heating on, food in.", "present": "Abena"})


def reference(person):
    return Person.objects.get(pk=person).reference


def signed_in(worker, **headers):
    client = Client(headers=headers)
    client.force_login(worker)
    return client
