"""Who may see whom. The refusal and the button ask the same question here, and the refusal says why."""

from dataclasses import dataclass

from goldthread.people.models import Worker
from goldthread.people.roles import INVITED, NOBODY, SERVICE


class NotAllowed(Exception):
    """The acting person may not do this. The message is a sentence that says why and whom to ask."""


@dataclass(frozen=True, slots=True)
class Held:
    """What sight needs to know of a child: who holds the record and to whom it is restricted."""

    team: int | None
    workers: frozenset[int]
    restricted_to: frozenset[int] | None = None  # None: not restricted


def check_can_see(actor: Worker, held: Held, sees: str = "") -> None:
    """Raise NotAllowed unless the acting person may see a child held like this.

    `sees` is their scope on the day asked about, where it depends on the day: see invitations.scope.
    """
    sees = sees or actor.plays.sees
    if not actor.is_active:
        raise NotAllowed("This account is closed. Ask your manager if that is wrong.")
    if held.restricted_to is not None and actor.pk not in held.restricted_to:
        raise NotAllowed("This record is open to named people only. Ask your head of service if you need it.")
    if actor.pk in held.workers or sees == SERVICE or held.restricted_to is not None:
        return
    if actor.plays.sees == INVITED:
        raise NotAllowed("You may read on the days you are invited for. Ask the person at the authority who invited you.")
    if sees == NOBODY:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not see children's records.")
    if actor.team_id is None or actor.team_id != held.team:
        raise NotAllowed("Another team holds this record. Ask the team that does, or your manager.")


def can_see(actor: Worker, held: Held, sees: str = "") -> bool:
    try:
        check_can_see(actor, held, sees)
    except NotAllowed:
        return False
    return True


def check_may(actor: Worker, act: str) -> None:
    """Raise NotAllowed unless the acting person's role includes this act."""
    if not (actor.is_active and actor.may(act)):
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not {act}. Ask somebody whose role does.")
