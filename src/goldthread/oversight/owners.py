"""Whose desk a duty lies on. A rule names a part; the child's standing says who plays it today.

Where nobody plays it, the duty is not lost: it lies with the worker, and without one with the team's manager.
"""

from django.db.models import Q, QuerySet

from goldthread.people.models import Team, Worker
from goldthread.record.models import Standing

MANAGERS = {"team_manager", "front_door_manager", "leaving_care_manager", "fostering_manager", "reviewing_manager"}
SENIORS = {"service_manager", "head_of_service", "assistant_director", "director", "nominated_officer"}
CHAIRS = {"conference_chair", "independent_reviewing_officer"}


def owner_of(standing: Standing, role: str) -> Worker | None:
    """The worker on whose desk a duty of this role lies for this child; None only where no team holds the child."""
    manager = standing.team.manager if standing.team else None
    if role in MANAGERS:
        return manager
    if role in SENIORS:
        return (standing.team.told_next if standing.team else None) or manager
    if role in CHAIRS:
        return standing.chair or manager
    if role == "personal_adviser":
        return standing.adviser or standing.worker or manager
    return standing.worker or manager


def may_lie_with(owner: Worker) -> Q:
    """Occurrences that may lie on one desk: a net for the database that no duty of `owner_of` slips through."""
    child = "person__standing__"
    works = Q(**{f"{child}worker": owner}) | Q(**{f"{child}adviser": owner}) | Q(**{f"{child}chair": owner})
    manages = Q(**{f"{child}team__manager": owner}) & (Q(owner__in=MANAGERS | SENIORS | CHAIRS) | Q(**{f"{child}worker": None}))
    return works | manages | Q(**{f"{child}team__told_next": owner, "owner__in": SENIORS})


def with_holders(standings: QuerySet[Standing]) -> list[Standing]:
    """Standings with family, team and workers, each team and worker read once however many children they hold."""
    children = list(standings.select_related(None).select_related("person"))
    teams = {t.pk: t for t in Team.objects.select_related("manager", "told_next").filter(pk__in={c.team_id for c in children})}
    held = {pk for c in children for pk in (c.worker_id, c.adviser_id, c.chair_id) if pk}
    workers = Worker.objects.in_bulk(held)
    for c in children:
        c.team, c.worker = teams.get(c.team_id), workers.get(c.worker_id)
        c.adviser, c.chair = workers.get(c.adviser_id), workers.get(c.chair_id)
    return children
