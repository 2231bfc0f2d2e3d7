"""Four eyes: what somebody wrote is approved, or returned with a comment, by somebody else whose role approves it.

Whether an entry waits is derived: a verdict is about one version, so that a correction makes it wait again. What came in a
file was approved where it was written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from goldthread.people.models import Worker
from goldthread.people.roles import APPROVE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record import models
from goldthread.record.act import Conflict
from goldthread.record.asking import ask
from goldthread.record.reach import Reach, person_of
from goldthread.record.reading import Written, read_entry
from goldthread.record.register import REGISTER, EntryType
from goldthread.record.rows import rows
from goldthread.record.store import TOUCH

WAITING, APPROVED, RETURNED = "waiting", "approved", "returned"


class SayWhat(ValueError):
    """Something is returned without a comment. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Where an entry stands: a state above, who said so and when, with the comment; and the verdicts of before, newest first."""

    state: str
    verdict: models.Verdict | None
    before: tuple[models.Verdict, ...]


def is_asked(shown: Written) -> bool:
    """Whether somebody else has to approve this entry."""
    return shown.kind.approved_by is not None and shown.origin is None and not shown.withdrawn


def of_entry(versions: Sequence[Written], known: datetime | None = None) -> Judged | None:
    """Where an entry stands, from its versions (newest first) and the verdicts known by then; None where nobody is asked."""
    shown = versions[0]
    if not is_asked(shown):
        return None
    found = models.Verdict.objects.filter(entry=shown.number).select_related("by").order_by("-pk")
    every = [v for v in found if known is None or v.at <= known]
    last = next((v for v in every if v.number == shown.version), None)
    state = WAITING if last is None else APPROVED if last.approved else RETURNED
    return Judged(state, last, tuple(v for v in every if v is not last))


def check_may_judge(actor: Worker, kind: type[EntryType], authors: Iterable[int]) -> None:
    """Raise NotAllowed unless the acting person may approve what these workers wrote."""
    check_may(actor, APPROVE)
    if kind.approved_by is None or actor.role not in kind.approved_by:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not approve {kind.called}. Ask somebody whose role does.")
    if actor.pk in set(authors):
        raise NotAllowed("You wrote this, or part of it. Somebody else approves it: ask another manager.")


def authors(versions: Sequence[Written]) -> set[int]:
    """Everybody who wrote a version of an entry."""
    return {w.by.pk for w in versions if w.by}


def may_judge(actor: Worker, versions: Sequence[Written]) -> bool:
    try:
        check_may_judge(actor, versions[0].kind, authors(versions))
    except NotAllowed:
        return False
    return is_asked(versions[0])


def judge(reach: Reach, number: int, read: int, approved: bool | None, comment: str) -> models.Verdict:
    """Approve the version of an entry that was read, or return it (None: it was not said which). Raises NotFound, NotAllowed, Conflict or SayWhat."""
    with transaction.atomic():
        person = person_of(number)
        reach.check(person)
        ask((TOUCH, [[person]]), ("SELECT id FROM record_person WHERE id = %s FOR UPDATE", [person]))
        versions = read_entry(number)
        check_may_judge(reach.actor, versions[0].kind, authors(versions))
        return _judged(reach, versions[0], read, approved, comment.strip())


def _judged(reach: Reach, shown: Written, read: int, approved: bool | None, comment: str) -> models.Verdict:
    if not is_asked(shown):
        raise NotAllowed("This entry is not one that somebody approves: it came in a file, or was withdrawn.")
    if shown.version != read:
        raise Conflict(shown.version)
    if approved is None:
        raise SayWhat("Choose whether you approve it or return it.")
    if not approved and not comment:
        raise SayWhat("Say what is to be changed, so that whoever wrote it knows what to do.")
    return models.Verdict.objects.create(
        entry=shown.number, number=shown.version, person_id=shown.person, by=reach.actor, at=reach.now, approved=approved, comment=comment
    )


# Lists


def _asked(reach: Reach, kinds: Iterable[str], whose: Q) -> QuerySet[models.Version]:
    """Entries that somebody has to approve, as they stand, of records that the acting person lists."""
    stands = models.Version.objects.filter(type__in=list(kinds), superseded_at=None, withdrawn=False, origin=None)
    return stands.filter(person__in=reach.standings().filter(whose).values("person")).select_related("by")


def _verdicts(**more: object) -> Exists:
    return Exists(models.Verdict.objects.filter(entry=OuterRef("entry"), number=OuterRef("number"), **more))


def waiting(reach: Reach) -> QuerySet[models.Version]:
    """What waits for the acting person: of children whom their team holds or whom they chair, and what a manager under them wrote."""
    actor = reach.actor
    kinds = [code for code, kind in REGISTER.items() if kind.approved_by and actor.role in kind.approved_by]
    whose = Q(team__in=reach.but.teams) | Q(chair=actor)
    if not actor.may(APPROVE) or not kinds:
        return models.Version.objects.none()
    mine = Exists(models.Version.objects.filter(entry=OuterRef("entry"), by=actor))
    above = Exists(models.Version.objects.filter(entry=OuterRef("entry"), by=F("person__standing__team__manager")))
    held = Q(person__standing__team__manager=actor) | Q(person__standing__chair=actor)
    return _asked(reach, kinds, whose).filter(~_verdicts(), ~mine).filter(held | above).order_by("-recorded_at", "-entry")


def returned(reach: Reach) -> QuerySet[models.Version]:
    """What was returned and not corrected since: to whom wrote it, and of the team to its manager."""
    kinds = [code for code, kind in REGISTER.items() if kind.approved_by]
    wrote = Exists(models.Version.objects.filter(entry=OuterRef("entry"), by=reach.actor))
    found = _asked(reach, kinds, Q()).filter(_verdicts(approved=False), ~_verdicts(approved=True))
    return found.filter(wrote | Q(person__standing__team__manager=reach.actor)).order_by("-recorded_at", "-entry")


def versions(numbers: Sequence[int]) -> list[models.Version]:
    """Versions by the numbers of their rows, in this order, each with who wrote it."""
    found, = rows((models.Version, numbers))
    authors, = rows((Worker, (v.by_id for v in found.values())))
    for v in found.values():
        v.by = authors.get(v.by_id)
    return [found[number] for number in numbers if number in found]


def comments(entries: Iterable[int]) -> dict[int, models.Verdict]:
    """The last verdict on each of these entries."""
    found = models.Verdict.objects.filter(entry__in=list(entries)).select_related("by").order_by("pk")
    return {v.entry: v for v in found}
