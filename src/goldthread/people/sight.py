"""Who may see whom. The refusal and the button ask the same question here, and the refusal says why."""

from dataclasses import dataclass
from datetime import timedelta

from goldthread.duties.words.kinds import ADULT, CHILD, WORKER
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE, INVITED, NOBODY, OPEN, SAYS_WHY, SERVICE

OPEN_BEYOND, OPEN_WITH_REASON = timedelta(hours=4), timedelta(hours=8)


class NotAllowed(Exception):
    """The acting person may not do this. The message is a sentence that says why and whom to ask.

    `person` is whose record it was about, where it was about one.
    """

    person: int | None = None


class OutOfScope(NotAllowed):
    """Their role and team do not open this record."""


class SayWhy(NotAllowed):
    """They see this record as soon as they have said why."""


@dataclass(frozen=True, slots=True)
class Held:
    """What sight needs to know of a record: whom it is about, who holds it and to whom it is restricted.

    `line` are those above: the manager of the team that holds it and whoever is told next. `own` is the record person
    of whom the record is. `interests` are workers whose own family it is, or somebody they know. `opened` are workers
    who opened it beyond their scope with a reason that holds now, and `said` those who said why they need it.
    """

    team: int | None
    workers: frozenset[int]
    restricted_to: frozenset[int] | None = None  # None: not restricted
    about: str = CHILD
    line: frozenset[int] = frozenset()
    own: int | None = None
    interests: frozenset[int] = frozenset()
    opened: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()


LEADS_IN_LAW = "director"


def is_line(actor: Worker) -> bool:
    """Whether somebody is above every worker, without being named at their team."""
    return actor.role == LEADS_IN_LAW


def check_can_see(actor: Worker, held: Held, sees: str = "") -> None:
    """Raise NotAllowed unless the acting person may open a record held like this.

    `sees` is their scope on the day asked about, where it depends on the day: see invitations.scope.
    """
    check_can_list(actor, held, sees)
    if says_why(actor, held) and actor.pk not in held.said:
        raise SayWhy(f"Somebody whose role is {actor.plays.name.lower()} says why before opening one child’s record.")


def check_can_list(actor: Worker, held: Held, sees: str = "") -> None:
    """Raise NotAllowed unless a record held like this is in the lists, searches and counts of the acting person."""
    sees = sees or actor.plays.sees
    if not actor.is_active:
        raise NotAllowed("This account is closed. Ask your manager if that is wrong.")
    if closed_by_interest(actor, held):
        raise NotAllowed("An interest is registered between you and this record, so it is closed to you. Your manager can ask a colleague to do what is needed.")
    if actor.pk in held.opened and may_open(actor, held):
        return
    if held.restricted_to is not None:
        _check_named(actor, held, sees)
    elif held.about == WORKER:
        _check_worker(actor, held)
    elif held.about == ADULT:
        _check_adult(actor, held)
    elif sees == NOBODY or (sees != SERVICE and actor.pk not in held.workers):
        _check_team(actor, held, sees)


def closed_by_interest(actor: Worker, held: Held) -> bool:
    """Whether this is the record of the worker's family or of somebody they know. Their supervision is not meant."""
    return actor.pk in held.interests and not (held.about == WORKER and held.own == actor.person_id)


def says_why(actor: Worker, held: Held) -> bool:
    """Whether the acting person opens this record only after saying why: they do not work with the child, nor are they named."""
    related = held.workers | (held.restricted_to or frozenset())
    return actor.plays.opens == SAYS_WHY and held.about in (CHILD, "") and actor.pk not in related


def may_open(actor: Worker, held: Held) -> bool:
    """Whether the acting person may open a record beyond their scope, with a reason and for a while."""
    return actor.is_active and actor.may(OPEN) and held.about not in (WORKER, ADULT) and not closed_by_interest(actor, held)


def check_can_open(actor: Worker, held: Held, sees: str = "") -> None:
    """Raise NotAllowed unless there is something to open: a record that is closed to somebody whose role may open it."""
    if can_see(actor, held, sees):
        raise NotAllowed("You may see this record already.")
    if not may_open(actor, held):
        check_can_see(actor, held, sees)


def _check_named(actor: Worker, held: Held, sees: str) -> None:
    if held.restricted_to is None or actor.pk not in held.restricted_to:
        raise OutOfScope("This record is open to named people only. Ask your head of service if you need it.")
    if sees == NOBODY:
        _check_team(actor, held, sees)


def _check_team(actor: Worker, held: Held, sees: str) -> None:
    if actor.plays.sees == INVITED:
        raise NotAllowed("You may read on the days you are invited for. Ask the person at the authority who invited you.")
    if sees == NOBODY:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not see children's records.")
    if actor.team_id is None or actor.team_id != held.team:
        raise OutOfScope("Another team holds this record. Ask the team that does, or your manager.")


def _check_worker(actor: Worker, held: Held) -> None:
    """Supervision is between a worker and those above them: seeing the whole service does not open it."""
    if not (is_line(actor) or actor.pk in held.workers | held.line or (held.own is not None and held.own == actor.person_id)):
        raise NotAllowed("A worker’s own record is for them and the people who manage them. Ask the worker, or their manager.")


def _check_adult(actor: Worker, held: Held) -> None:
    """What is alleged of somebody who works with children is for those who deal with it and those who lead."""
    if not (actor.pk in held.line | held.workers or actor.may(IMPROVE) or (actor.team_id is not None and actor.team_id == held.team)):
        raise NotAllowed("This record is for those who deal with the allegation. Ask the designated officer.")


def can_see(actor: Worker, held: Held, sees: str = "") -> bool:
    return _is_allowed(check_can_see, actor, held, sees)


def can_list(actor: Worker, held: Held, sees: str = "") -> bool:
    return _is_allowed(check_can_list, actor, held, sees)


def can_open(actor: Worker, held: Held, sees: str = "") -> bool:
    return _is_allowed(check_can_open, actor, held, sees)


def _is_allowed(check, *arguments) -> bool:
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True


def check_may(actor: Worker, act: str) -> None:
    """Raise NotAllowed unless the acting person's role includes this act."""
    if not (actor.is_active and actor.may(act)):
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not {act}. Ask somebody whose role does.")
