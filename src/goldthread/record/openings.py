"""Records opened for a while with a reason: beyond what role and team let somebody see, or because their role says why first.

Who holds a record that was opened beyond is told until one of them has answered.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from goldthread.people.models import Opening
from goldthread.people.roles import ALLOCATE, SAYS_WHY, SERVICE
from goldthread.people.sight import OPEN_BEYOND, OPEN_WITH_REASON, NotAllowed, can_open, check_can_list, check_can_open
from goldthread.record import models
from goldthread.record.asking import ask
from goldthread.record.reach import NotFound, Reach, number_of
from goldthread.record.seeing import held, theirs
from goldthread.record.trail.reading import references

SHORTEST_REASON = 10  # letters: "audit" alone tells nobody anything
HOLDERS = "SELECT team_id, worker_id FROM record_held WHERE person_id = %s"
UNHELD = RawSQL("SELECT h.person_id FROM record_held h WHERE h.team_id IS NULL AND NOT EXISTS (SELECT FROM record_named n WHERE n.person_id = h.person_id)", [])


class TooShort(ValueError):
    """The reason tells nobody anything. The message says what to do."""


def reference_of(person: int) -> str:
    """Whether or not anybody may open the record."""
    return references([person])[person]


def open_beyond(reach: Reach, reference: str, reason: str) -> Opening:
    """Open a record that is closed to the acting person, for OPEN_BEYOND. Raises TooShort, NotAllowed or NotFound."""
    person = number_of(reference)
    try:
        check_can_open(reach.actor, held(person, reach.now), reach.sees)
    except NotAllowed as refusal:
        refusal.person = person
        reach.refused(person, "open_record", reason)
        raise
    return _open(reach, person, reason, OPEN_BEYOND, beyond=True)


def check_asked(reach: Reach, reference: str) -> int:
    """Whose record it is, where the acting person opens it after saying why. Raises NotAllowed or NotFound."""
    person = number_of(reference)
    try:
        check_can_list(reach.actor, held(person, reach.now), reach.sees)
        if reach.actor.plays.opens != SAYS_WHY:
            raise NotAllowed("Your role needs no reason to open the records you see.")
    except NotAllowed as refusal:
        refusal.person = person
        reach.refused(person, "open_record")
        raise
    return person


def say_why(reach: Reach, reference: str, reason: str) -> Opening:
    """Say why one child's record is needed, which holds for OPEN_WITH_REASON. Raises TooShort, NotAllowed or NotFound."""
    return _open(reach, check_asked(reach, reference), reason, OPEN_WITH_REASON, beyond=False)


def _open(reach: Reach, person: int, reason: str, holds: timedelta, beyond: bool) -> Opening:
    said = " ".join(reason.split())
    if len(said) < SHORTEST_REASON:
        raise TooShort(f"Say in at least {SHORTEST_REASON} letters why you need this record.")
    with transaction.atomic():
        made = Opening.objects.create(worker=reach.actor, person_id=person, reason=said, beyond=beyond, at=reach.now, until=reach.now + holds)
        Reach(reach.actor, reach.now).look(person, "open_record", said)
    return made


def may_open(reach: Reach, person: int) -> bool:
    """Whether the refusal page offers to open this record."""
    return can_open(reach.actor, held(person, reach.now), reach.sees)


def told(person: int) -> str:
    """Who will be told that this record was opened, in words that name nobody: a name would tell who works with whom."""
    named, held_by = ask(("SELECT FROM record_named WHERE person_id = %s LIMIT 1", [person]), (HOLDERS, [person]))
    return "those who are named for this record" if named else _holders(*held_by[0] if held_by else (None, None))


def _holders(team: int | None, worker: int | None) -> str:
    if team is None:
        return "your own team’s manager"
    return "the worker and the manager of the team that hold it" if worker else "the manager of the team that holds it"


def to_answer(reach: Reach) -> QuerySet[Opening]:
    """Openings of records that the acting person answers for, by others, which nobody has answered, the oldest first."""
    found = Opening.objects.filter(beyond=True, seen_at=None).exclude(worker=reach.actor).exclude(person__in=reach.but.closed)
    return found.filter(_answers_for(reach)).select_related("worker__team", "seen_by").order_by("at", "pk")


def _answers_for(reach: Reach) -> Q:
    """Who is named where a record is restricted; its workers and the team's manager otherwise; where nobody holds it, the opener's manager."""
    actor, stands = reach.actor, models.Standing.objects.filter(restricted=False)
    holds = stands.filter(theirs(actor) | Q(team__manager=actor))
    above = stands.filter(team__told_next=actor).values("person")  # where the team's manager is who opened it
    named = models.Restriction.objects.filter(worker=actor).values("person")
    unheld = Q(person__in=UNHELD, worker__team__manager=actor)
    return Q(person__in=holds.values("person")) | Q(person__in=named) | unheld | Q(person__in=above, worker__manages__isnull=False)


def answer(reach: Reach, number: int) -> Opening:
    """The acting person has seen that this record was opened. Raises NotFound where there is no such notice for them."""
    notice = to_answer(reach).filter(pk=number).first()
    if notice is None:
        raise NotFound("There is no notice with that number for you. Somebody may have answered it already.")
    notice.seen_by, notice.seen_at = reach.actor, reach.now
    notice.save(update_fields=["seen_by", "seen_at"])
    return notice


def of_record(reach: Reach, person: int) -> list[Opening]:
    """For the history of a record that was opened: those who opened it beyond their scope, the newest first."""
    return list(Opening.objects.filter(person=person, beyond=True, at__lte=reach.now).select_related("worker", "seen_by").order_by("-at", "-pk"))


def opened(reach: Reach, most: int) -> list[Opening]:
    """For managers: records opened beyond scope, of their team or by their team, the newest first; of those who see the service, all.

    Raises NotAllowed. Of records closed to the acting person only that there is one, and whose opening it was.
    """
    if not reach.actor.may(ALLOCATE) and reach.actor.plays.sees != SERVICE:
        raise NotAllowed("The list of opened records is for managers. What was opened of a child’s record stands in its history.")
    found = Opening.objects.filter(beyond=True).exclude(person__in=reach.but.closed).select_related("worker__team", "seen_by")
    if reach.sees != SERVICE:
        mine = models.Standing.objects.filter(team__manager=reach.actor).values("person")
        found = found.filter(Q(person__in=mine) | Q(worker__team__manager=reach.actor))
    return list(found.order_by("-at", "-pk")[:most])

