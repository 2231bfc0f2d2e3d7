"""Holds: nothing is erased while one stands. Placed and lifted by a person with a reason; an inquiry holds everything."""

from collections.abc import Iterable

from django.db.models import Q

from goldthread.people.roles import DISPOSE
from goldthread.people.sight import check_may
from goldthread.record.models import Hold, HoldEnd, Person
from goldthread.record.reach import Reach
from goldthread.record.trail import acts

WHY = {
    "inquiry": "An inquiry", "court": "Proceedings in a court, or a claim", "complaint": "A complaint", "access": "A request for own information is under way",
    "police": "A criminal investigation", "other": "Another reason",
}  # fmt: skip
PERSON, FAMILY, SERVICE = "person", "family", "service"


class NotHeld(ValueError):
    """It cannot be held, or lifted, like this. The message says what to do."""


def place(reach: Reach, why: str, words: str, *, over: str = SERVICE, person: int | None = None) -> Hold:
    """Hold one person, their family, or the whole service. Raises NotHeld."""
    check_may(reach.actor, DISPOSE)
    if why not in WHY or not words.strip():
        raise NotHeld("Choose why it is held, and say in a sentence what it is about and who asked for it.")
    if over == SERVICE:
        return _placed(reach, why, words)
    reach.check(person)
    if over == PERSON:
        return _placed(reach, why, words, person_id=person)
    family = Person.objects.values_list("family", flat=True).get(pk=person)
    if family is None:
        raise NotHeld("No family is written down for this person. Hold the persons one by one.")
    return _placed(reach, why, words, family=family)


def _placed(reach: Reach, why: str, words: str, **over: int | None) -> Hold:
    hold = Hold.objects.create(why=why, words=words.strip(), by=reach.actor, at=reach.now, **over)
    reach.did(acts.HOLD, "retention_hold", hold.pk, person=over.get("person_id"))
    return hold


def lift(reach: Reach, number: int, why: str) -> HoldEnd:
    """Lift a hold, with the reason. Raises NotHeld where none such stands."""
    check_may(reach.actor, DISPOSE)
    hold = standing().filter(pk=number).first()
    if hold is None:
        raise NotHeld("This hold does not stand any more.")
    if hold.person_id:
        reach.check(hold.person_id)
    if not why.strip():
        raise NotHeld("Say why it is lifted.")
    reach.did(acts.HOLD, "retention_lift", hold.pk, person=hold.person_id)
    return HoldEnd.objects.create(hold=hold, why=why.strip(), by=reach.actor, at=reach.now)


def standing():
    """Every hold that nobody has lifted, the newest first."""
    return Hold.objects.filter(end=None).select_related("by", "person__standing").order_by("-pk")


def over(people: Iterable[int]) -> dict[int, list[Hold]]:
    """The holds that stand over each of these people; only those over whom one does."""
    families = dict(Person.objects.filter(pk__in=list(people)).values_list("pk", "family"))
    found = list(standing().filter(Q(person__in=families) | Q(family__in={f for f in families.values() if f}) | Q(person=None, family=None)))
    held = {person: [h for h in found if _covers(h, person, family)] for person, family in families.items()}
    return {person: holds for person, holds in held.items() if holds}


def _covers(hold: Hold, person: int, family: int | None) -> bool:
    if hold.person_id is None and hold.family is None:
        return True
    return hold.person_id == person or (hold.family is not None and hold.family == family)
