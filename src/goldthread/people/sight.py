"""Who may see whom. The refusal and the button ask the same question here, and the refusal says why."""

from dataclasses import dataclass

from goldthread.people.models import Worker
from goldthread.people.roles import NOBODY, SERVICE


class NotAllowed(Exception):
    """The acting person may not do this. The message is a sentence that says why and whom to ask."""


@dataclass(frozen=True, slots=True)
class Held:
    """What sight needs to know of a child: who holds the record and to whom it is restricted."""

    team: int | None
    workers: frozenset[int]
    restricted_to: frozenset[int] | None = None  # None: not restricted


def check_can_see(actor: Worker, held: Held) -> None:
    """Raise NotAllowed unless the acting person may see a child held like this."""
    if not actor.is_active:
        raise NotAllowed("This account is closed. Ask your manager if that is wrong.")
    if held.restricted_to is not None and actor.pk not in held.restricted_to:
        raise NotAllowed("This record is open to named people only. Ask your head of service if you need it.")
    if actor.pk in held.workers or actor.plays.sees == SERVICE or held.restricted_to is not None:
        return
    if actor.plays.sees == NOBODY:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not see children's records.")
    if actor.team_id is None or actor.team_id != held.team:
        raise NotAllowed("Another team holds this record. Ask the team that does, or your manager.")


def can_see(actor: Worker, held: Held) -> bool:
    try:
        check_can_see(actor, held)
    except NotAllowed:
        return False
    return True


def check_may(actor: Worker, act: str) -> None:
    """Raise NotAllowed unless the acting person's role includes this act."""
    if not (actor.is_active and actor.may(act)):
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not {act}. Ask somebody whose role does.")
