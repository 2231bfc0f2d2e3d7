"""Erasing is proposed by one person and agreed by another, for one record at a time, and only when nothing keeps it any more."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from goldthread.people.roles import DISPOSE
from goldthread.people.sight import check_may
from goldthread.record.acting import counting
from goldthread.record.asking import ask
from goldthread.record.lives import read_lives
from goldthread.record.local.holding import hold
from goldthread.record.models import Deletion, DeletionAnswer, Person, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.retention import holds
from goldthread.record.retention.erasing import erase
from goldthread.record.retention.kept import Kept, kept
from goldthread.record.store import TOUCH
from goldthread.record.trail import acts

SHORTEST = timedelta(days=6 * 365)  # nothing in the schedule is due sooner after the last day of a record
MOST = 500


class NotDue(ValueError):
    """It cannot be erased, or not like this. The message says what keeps it."""


def keeps(people: Iterable[int]) -> dict[int, Kept]:
    """What keeps each of these records."""
    wanted = list(people)
    days = Version.objects.filter(person__in=wanted).values("person").annotate(day=Max("day"), until=Max("until")).order_by()
    last = {row["person"]: max(day for day in (row["day"], row["until"]) if day) for row in days}
    return {person: kept(life, last.get(person)) for person, life in read_lives(wanted).items()} if wanted else {}


def candidates(reach: Reach) -> QuerySet[Standing]:
    """Those whom the acting person may see and of whom nothing happened for as long as the shortest row of the schedule."""
    recent = Version.objects.filter(person=OuterRef("person"), day__gt=reach.today - SHORTEST)
    return reach.everybody().filter(~Exists(recent), open=False).exclude(about="")


def due(reach: Reach) -> list[tuple[Standing, Kept]]:
    """Records that may be erased as far as time goes, the longest due first; at most 500."""
    check_may(reach.actor, DISPOSE)
    found = {s.person_id: s for s in candidates(reach).order_by("born", "person")}
    rows = [(found[person], one) for person, one in keeps(found).items() if one.due(reach.today)]
    return sorted(rows, key=lambda row: (row[1].until or date.max, row[0].person_id))[:MOST]


def propose(reach: Reach, person: int, why: str) -> Deletion:
    """Propose that one record be erased. Raises NotDue where anything keeps it."""
    check_may(reach.actor, DISPOSE)
    reach.check(person)
    one = check_due(reach, person)
    if not why.strip():
        raise NotDue("Say why, in a sentence: what was looked at, and that nobody needs the record any more.")
    if waiting(person).exists():
        raise NotDue("It has been proposed already, and waits for somebody else to agree.")
    rows = [r.category.code for r in one.reasons]
    proposal = Deletion.objects.create(person_id=person, until=one.until, categories=rows, why=why.strip(), by=reach.actor, at=reach.now)
    reach.did(acts.HOLD, "retention_propose", proposal.pk, person=person)
    return proposal


def check_due(reach: Reach, person: int) -> Kept:
    """Raise NotDue, with what keeps it, unless this record may be erased today."""
    one = keeps([person])[person]
    if held := holds.over([person]).get(person):
        raise NotDue(f"It is held: {holds.WHY[held[0].why].lower()}. {held[0].words}")
    if one.goes_on or one.unknown:
        raise NotDue(" ".join((*one.goes_on, *one.unknown)))
    if not one.due(reach.today):
        raise NotDue(f"It is kept until {one.until:%-d %B %Y}.")
    return one


def waiting(person: int | None = None) -> QuerySet[Deletion]:
    """Proposals that nobody has answered."""
    found = Deletion.objects.filter(answer=None).select_related("by", "person__standing").order_by("pk")
    return found if person is None else found.filter(person=person)


def proposed(number: int) -> Deletion:
    """A proposal that waits, whosever record it is about, so that a refusal says whose and is written down. Raises NotDue where nothing waits."""
    with counting():
        found = waiting().filter(pk=number).first()
    if found is None:
        raise NotDue("This proposal was answered already.")
    return found


def answer(reach: Reach, proposal: Deletion, agreed: bool, why: str = "") -> DeletionAnswer:
    """Agree to a proposal of somebody else's, or not. Raises NotDue. Agreeing asks again whether anything keeps the record, and erases it."""
    check_may(reach.actor, DISPOSE)
    reach.check(proposal.person_id)
    if agreed and proposal.by_id == reach.actor.pk:
        raise NotDue("You proposed it yourself: somebody else has to agree.")
    if not agreed and not why.strip():
        raise NotDue("Say why it is not agreed.")
    with transaction.atomic():
        hold()
        ask((TOUCH, [[proposal.person_id]]))
        Person.objects.select_for_update().get(pk=proposal.person_id)
        if agreed:
            check_due(reach, proposal.person_id)
        answered = _answered(reach, proposal, agreed, why)
        reach.did(acts.APPROVE if agreed else acts.RETURN, "retention_answer", proposal.pk, person=proposal.person_id)
        if agreed:
            erase(reach, answered)
    return answered


def _answered(reach: Reach, proposal: Deletion, agreed: bool, why: str) -> DeletionAnswer:
    try:
        with transaction.atomic():
            return DeletionAnswer.objects.create(deletion=proposal, agreed=agreed, why=why.strip(), by=reach.actor, at=reach.now)
    except IntegrityError as twice:
        raise NotDue("This proposal was answered already.") from twice
