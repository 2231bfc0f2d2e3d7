"""Whose desk a duty lies on. A rule names a part; the child's standing says who plays it today.

Where nobody plays it, the duty is not lost: it lies with the worker, and without one with the team's manager.
"""

from goldthread.people.models import Worker
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
