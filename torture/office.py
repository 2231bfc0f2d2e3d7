"""A small office to be tortured: a team, its manager, social workers and their children; everybody signed in."""

from datetime import date, datetime

from django.conf import settings
from django.test import Client

from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach
from torture.writing import Signed

WORKERS, CHILDREN = 3, 4  # children of each worker
BEGAN = date(2026, 7, 1)


def make(now: datetime) -> tuple[Signed, list[Signed]]:
    """The manager, and the social workers, with the children they write about."""
    team = Team.objects.create(name="Torture")
    manager = _worker("manager", "team_manager", team)
    team.manager = manager
    team.save()
    workers = [_worker(f"worker{number}", "social_worker", team) for number in range(WORKERS)]
    theirs = [_children(worker, now) for worker in workers]
    everybody = {reference: person for children in theirs for reference, person in children.items()}
    return (Signed(manager.pk, _cookie(manager), everybody),
            [Signed(worker.pk, _cookie(worker), everybody) for worker in workers])  # fmt: skip


def _worker(name: str, role: str, team: Team) -> Worker:
    return Worker.objects.create_user(name, None, name=name.title(), role=role, team=team)


def _children(worker: Worker, now: datetime) -> dict[str, int]:
    made = {}
    with Reach(worker, now).act() as act:
        for number in range(CHILDREN):
            reference = f"TT-{worker.pk}{number}"
            person = made[reference] = act.new_person(reference=reference)
            act.write(person, "person", BEGAN, {"forename": f"Child{number}", "surname": worker.name, "born": date(2016, 3, 1 + number)})
            act.write(person, "referral", BEGAN, {"source": "2A", "decision": "accepted", "decided": BEGAN})
            act.write(person, "allocation", BEGAN, {"works_as": "social_worker", "worker": worker.pk, "team": worker.team_id})
            act.write(person, "protection_plan", date(2026, 7, 20), {"latest_category": "NEG"})
    return made


def _cookie(worker: Worker) -> str:
    client = Client()
    client.force_login(worker)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
