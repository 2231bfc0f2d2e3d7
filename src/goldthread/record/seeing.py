"""Whose records somebody may open: what people.sight asks of one record, asked of all of them at once. A test compares the two.

What is listed (sight.check_can_list) is what is opened, but that some roles say why before they open one.
`sees` is the scope of the acting person on the day: see people.invitations.scope.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from goldthread.duties.words.kinds import ADULT, WORKER
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE, NOBODY, OPEN, SERVICE
from goldthread.people.sight import Held, is_line
from goldthread.record.asking import ask
from goldthread.record.models import Standing


class Besides(NamedTuple):
    """What closes and opens records to one worker at a moment, whatever their role and team: numbers of people.

    `closed`: their own family and whom they know. `opened`: beyond their scope, with a reason. `said`: those they said why they need.
    `named`: open to named people only, of whom they are one. `teams`: numbers of the teams that they answer for.
    Read beforehand, so that each question after it finds its people by number, and looks through nobody else.
    """

    closed: frozenset[int] = frozenset()
    opened: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()


INTERESTS = """SELECT p.id FROM people_interest i JOIN record_family c ON c.id = i.person_id
               JOIN record_family p ON p.id = c.id OR p.family = c.family WHERE i.worker_id = %s AND i.ended_at IS NULL"""
OPENINGS = "SELECT person_id, beyond FROM people_opening WHERE worker_id = %s AND at <= %s AND until > %s"
TO_THEM = "SELECT person_id FROM record_restriction WHERE worker_id = %s"
TEAMS = "SELECT id FROM people_team WHERE manager_id = %s OR told_next_id = %s"


def besides(actor: Worker, now: datetime) -> Besides:
    me = actor.pk
    closed, openings, named, teams = ask((INTERESTS, [me]), (OPENINGS, [me, now, now]), (TO_THEM, [me]), (TEAMS, [me, me]))
    opened, said = (frozenset(person for person, past in openings if past == beyond) for beyond in (True, False))
    return Besides(_numbers(closed), opened, said, _numbers(named), _numbers(teams))


def _numbers(rows: list[tuple[int]]) -> frozenset[int]:
    return frozenset(number for (number,) in rows)


def seen(actor: Worker, sees: str, which: Callable[[Worker, str, Besides], Q], but: Besides) -> QuerySet[Standing]:
    """Those of `which` that are not restricted, those restricted to the acting person and those they opened; none of their family."""
    if not actor.is_active:
        return Standing.objects.none()
    open_to = Q(restricted=False) & which(actor, sees, but)
    if sees != NOBODY and but.named:
        open_to |= Q(restricted=True, person__in=but.named)
    if but.opened and actor.may(OPEN):
        open_to |= Q(person__in=but.opened) & ~Q(about__in=[WORKER, ADULT])
    if but.closed:
        open_to &= ~Q(person__in=but.closed) | Q(about=WORKER, person=actor.person_id or -1)
    return Standing.objects.filter(open_to)


def everybody(actor: Worker, sees: str, but: Besides) -> Q:
    return like_children(actor, sees, but) | _workers(actor, but) | _adults(actor, but)


def like_children(actor: Worker, sees: str, but: Besides) -> Q:
    """Children, carers and homes, and those whom a record only mentions."""
    if sees == NOBODY:
        return Q(pk__in=[])
    like = ~Q(about__in=[WORKER, ADULT])
    return like if sees == SERVICE else like & _holds(actor)


def _workers(actor: Worker, but: Besides) -> Q:
    """Oneself, and those whom one manages."""
    above = Q() if is_line(actor) else theirs(actor) | Q(team__in=but.teams) | Q(person=actor.person_id or -1)
    return Q(about=WORKER) & above


def _adults(actor: Worker, but: Besides) -> Q:
    return Q(about=ADULT) & (Q() if actor.may(IMPROVE) else _holds(actor) | Q(team__in=but.teams))


def _holds(actor: Worker) -> Q:
    return Q(team=actor.team_id or -1) | theirs(actor)


def theirs(actor: Worker) -> Q:
    """Those of whom somebody is the allocated worker, the adviser or the chair."""
    return Q(worker=actor) | Q(adviser=actor) | Q(chair=actor)


# One question and not four: it is asked before whatever is opened and written, and each takes the trip's time anew to be sent and read.
HELD = """SELECT s.about, s.team_id, t.manager_id, t.told_next_id, ARRAY[s.worker_id, s.adviser_id, s.chair_id],
            ARRAY(SELECT worker_id FROM record_named WHERE person_id = one.id),
            ARRAY(SELECT i.worker_id FROM record_family p JOIN record_family c ON c.id = p.id OR c.family = p.family
                  JOIN people_interest i ON i.person_id = c.id WHERE p.id = one.id AND i.ended_at IS NULL),
            ARRAY(SELECT worker_id FROM people_opening WHERE person_id = one.id AND at <= one.now AND until > one.now AND beyond),
            ARRAY(SELECT worker_id FROM people_opening WHERE person_id = one.id AND at <= one.now AND until > one.now AND NOT beyond)
          FROM (VALUES (%s::bigint, %s::timestamptz)) AS one (id, now)
          LEFT JOIN record_held s ON s.person_id = one.id LEFT JOIN people_team t ON t.id = s.team_id"""


def held(person: int, now: datetime) -> Held:
    """What sight needs to know of one record at a moment."""
    [[(about, team, manager, told_next, workers, restricted, interested, opened, said)]] = ask((HELD, [person, now]))
    return Held(
        team, _known(*workers), frozenset(restricted) or None, about or "", _known(manager, told_next), person,
        _known(*interested), frozenset(opened), frozenset(said),
    )  # fmt: skip


def _known(*workers: int | None) -> frozenset[int]:
    return frozenset(w for w in workers if w)
