"""Whose desk a duty lies on. A rule names a part; the standing of the child, carer or worker says who plays it today.

Where nobody plays it, the duty is not lost: it lies with whoever holds them (a child's social worker, a carer's supervising
social worker, a worker's line manager, a home's registered manager), and without one with the team's manager.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from goldthread.duties.roles import SENIORS
from goldthread.duties.words.kinds import WORKER
from goldthread.people.models import Team, Worker
from goldthread.record.models import Standing
from goldthread.record.rows import rows

MANAGERS = {"team_manager", "front_door_manager", "leaving_care_manager", "fostering_manager", "reviewing_manager", "adoption_manager"}
CHAIRS = {"conference_chair", "independent_reviewing_officer", "fostering_reviewer"}


def owner_of(standing: Standing, role: str) -> Worker | None:
    """The worker on whose desk a duty of this role lies for this person; None only where no team holds them."""
    manager = standing.team.manager if standing.team else None
    if role in MANAGERS and standing.about != WORKER:
        return manager
    if role in SENIORS:
        return (standing.team.told_next if standing.team else None) or manager
    if role in CHAIRS:
        return standing.chair or manager
    if role == "personal_adviser":
        return standing.adviser or standing.worker or manager
    return standing.worker or manager


def may_lie_with(owner: Worker, whose: Iterable[Standing]) -> Q:
    """Occurrences of these children that may lie on one desk: a net for the database that no duty of `owner_of` slips through."""
    any_role, of_managers, of_seniors = [], [], []
    for s in whose:
        if works_with(s, owner) or (manages(s, owner) and s.worker_id is None):
            any_role.append(s.person_id)
        elif manages(s, owner):
            of_managers.append(s.person_id)
        elif s.team is not None and s.team.told_next_id == owner.pk:
            of_seniors.append(s.person_id)
    return (
        Q(person__among=any_role)
        | Q(person__among=of_managers, owner__in=MANAGERS | SENIORS | CHAIRS)
        | Q(person__among=of_seniors, owner__in=SENIORS)
    )


def works_with(standing: Standing, owner: Worker) -> bool:
    """Whether somebody is the allocated worker, the adviser or the chair."""
    return owner.pk in (standing.worker_id, standing.adviser_id, standing.chair_id)


def manages(standing: Standing, owner: Worker) -> bool:
    """Whether somebody manages the team that holds them."""
    return standing.team is not None and standing.team.manager_id == owner.pk


def with_holders(standings: QuerySet[Standing]) -> list[Standing]:
    """Standings with family, team and workers, each team and worker read once however many children they hold."""
    children = list(standings.select_related(None).select_related("person"))
    teams, workers = rows((Team, (c.team_id for c in children)), (Worker, (pk for c in children for pk in (c.worker_id, c.adviser_id, c.chair_id))))
    above = {pk for t in teams.values() for pk in (t.manager_id, t.told_next_id)} - workers.keys()
    workers |= rows((Worker, above))[0]
    for t in teams.values():
        t.manager, t.told_next = workers.get(t.manager_id), workers.get(t.told_next_id)
    for c in children:
        c.team, c.worker = teams.get(c.team_id), workers.get(c.worker_id)
        c.adviser, c.chair = workers.get(c.adviser_id), workers.get(c.chair_id)
    return children
