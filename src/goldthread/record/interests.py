"""The register of interests: whose record a worker never opens, because it is their own, their family's, or that of somebody they know.

A worker declares their own; who manages them, or looks after accounts, registers one for them. Nobody who lists interests
is told whom they are about unless they may see that record themselves.
"""

from django.db.models import Q, QuerySet

from goldthread.people.models import Interest, Worker
from goldthread.people.roles import ALLOCATE, CHANGE_SETTINGS
from goldthread.people.sight import NotAllowed
from goldthread.record.reach import NotFound, Reach, number_of


class SayMore(ValueError):
    """Something is missing. The message says what to do."""


def registers_for(actor: Worker, worker: Worker) -> bool:
    """Whether the acting person registers interests of this worker: their own, of those they manage, or of anybody."""
    return actor.is_active and (actor == worker or actor.may(CHANGE_SETTINGS) or (actor.may(ALLOCATE) and _manages(actor, worker)))


def _manages(actor: Worker, worker: Worker) -> bool:
    return worker.team is not None and actor.pk in (worker.team.manager_id, worker.team.told_next_id)


def may_name(actor: Worker) -> QuerySet[Worker]:
    """Workers for whom the acting person registers an interest, themselves first."""
    mine = Q(pk=actor.pk)
    if actor.may(CHANGE_SETTINGS):
        mine = Q()
    elif actor.may(ALLOCATE):
        mine |= Q(team__manager=actor) | Q(team__told_next=actor)
    return Worker.objects.filter(mine, is_active=True).select_related("team").order_by("name")


def declare(reach: Reach, worker: Worker, reference: str, why: str) -> Interest:
    """Register an interest. It is no look at the record, whose history would tell others of it. Raises SayMore, NotAllowed or NotFound."""
    if not registers_for(reach.actor, worker):
        raise NotAllowed("You register interests of your own and of those you manage. Ask their manager, or an administrator.")
    if not why.strip() or not reference.strip():
        raise SayMore("Give the reference of the record and say what the interest is.")
    person = number_of(reference.strip())
    return Interest.objects.create(worker=worker, person_id=person, why=why.strip(), by=reach.actor, at=reach.now)


def standing(reach: Reach) -> QuerySet[Interest]:
    """Interests that the acting person may end or has to know of, the newest first: their own and of those for whom they register."""
    return Interest.objects.filter(worker__in=may_name(reach.actor)).select_related("worker", "by", "ended_by").order_by("-at", "-pk")


def end(reach: Reach, number: int, why: str) -> Interest:
    """Take an interest back, with the reason. Nobody takes back their own: it would open the record. Raises SayMore, NotAllowed or NotFound."""
    found = standing(reach).filter(pk=number, ended_at=None).first()
    if found is None:
        raise NotFound("There is no interest with that number that you could take back.")
    if found.worker == reach.actor:
        raise NotAllowed("Your manager or an administrator takes an interest back, not you yourself: it would open the record to you.")
    if not why.strip():
        raise SayMore("Say why the interest has ended.")
    found.ended_at, found.ended_by, found.ended_why = reach.now, reach.actor, why.strip()
    found.save(update_fields=["ended_at", "ended_by", "ended_why"])
    return found
