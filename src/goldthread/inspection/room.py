"""The inspector's room: inviting, drawing a sample that can be drawn again, and notes between inspector and authority."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from goldthread.clock.times import day_of, plain_day
from goldthread.inspection.models import NoteBack, Report, Room, Sample
from goldthread.people.accounts import new_password
from goldthread.people.models import Invitation, InvitationEnd, Worker
from goldthread.people.roles import INVITE
from goldthread.people.sight import check_may

INSPECTOR = "inspector"
LONGEST = timedelta(days=60)  # inspections last two weeks; a longer need is a second invitation


class Refused(ValueError):
    """It cannot be done like this. `field` is the question whose answer is wrong; the message says what to do."""

    def __init__(self, field: str, sentence: str):
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said to invite somebody. `until` is the last day; the lists are drawn for `lists_on` as known at `known`."""

    name: str
    email: str
    day: date
    until: date
    lists_on: date
    known: datetime
    why: str = ""
    report: Report | None = None


@transaction.atomic
def invite(asked: Asked, *, by: Worker, now: datetime) -> tuple[Room, str]:
    """Invite an inspector. Returns the room and the password they begin with, which is kept nowhere.

    Raises NotAllowed where the role does not invite, Refused where an answer cannot be right.
    """
    check_may(by, INVITE)
    _check(asked, now)
    inspector, password = _account(asked)
    invitation = Invitation.objects.create(inspector=inspector, day=asked.day, until=asked.until, why=asked.why, by=by, at=now)
    room = Room.objects.create(invitation=invitation, report=asked.report, lists_on=asked.lists_on, lists_known=asked.known)
    return room, password


def _check(asked: Asked, now: datetime) -> None:
    if not asked.name.strip():
        raise Refused("name", "Enter the inspector’s name, as it should stand beside every look they take.")
    try:
        validate_email(asked.email)
    except ValidationError:
        raise Refused("email", "Enter the inspector’s work email address, such as name@example.gov.uk.") from None
    if asked.until < asked.day:
        raise Refused("until", "The last day comes before the first. Enter a last day on or after the first.")
    if asked.until < day_of(now):
        raise Refused("until", "The last day is already over. Enter today or a later day.")
    if asked.until - asked.day > LONGEST:
        raise Refused("until", f"An invitation is for {LONGEST.days} days at most. Invite again when those are over.")
    if asked.known > now:
        raise Refused("lists_known", "The lists cannot be drawn as known at a moment that has not come. Enter an earlier one.")
    _check_once(asked)


def _check_once(asked: Asked) -> None:
    inspector = asked.email.strip()
    stands = Invitation.objects.filter(inspector__username__iexact=inspector, day__lte=asked.until, until__gte=asked.day, end=None).first()
    if stands:
        days = f"from {plain_day(stands.day)} to {plain_day(stands.until)}"
        raise Refused("day", f"{stands.inspector.name} is already invited {days}. Take that invitation back first, or enter days outside it.")


def _account(asked: Asked) -> tuple[Worker, str]:
    username, password = asked.email.strip().lower(), new_password()
    found = Worker.objects.filter(username__iexact=username).first()
    if found is None:
        return Worker.objects.create_user(username, password, name=asked.name.strip(), email=username, role=INSPECTOR), password
    if found.role != INSPECTOR:
        raise Refused("email", f"{found.name} works here under this address. An inspector signs in under one of their own.")
    found.name, found.is_active = asked.name.strip(), True
    found.set_password(password)
    found.save()
    return found, password


def take_back(invitation: Invitation, why: str, *, by: Worker, now: datetime) -> None:
    """From now the inspector reads nothing more by this invitation."""
    check_may(by, INVITE)
    reason = why.replace("\0", "").strip()
    if not reason:
        raise Refused("why", "Say why the invitation is taken back. The inspector and the record will be told.")
    InvitationEnd.objects.get_or_create(invitation=invitation, defaults={"why": reason, "by": by, "at": now})


def draw(candidates: Collection[int], number: int, seed: str) -> list[int]:
    """So many of the candidates, by lot: the same seed and the same candidates always give the same ones, in the same order."""
    ordered = sorted(set(candidates))
    return Random(f"goldthread sample {seed}").sample(ordered, min(number, len(ordered)))


def keep_sample(room: Room, name: str, asked: dict, candidates: Collection[int], number: int, seed: str, now: datetime) -> Sample:
    """Draw and keep: what was asked for, out of how many, with which seed, and who it gave."""
    if number < 1:
        raise Refused("number", "Enter how many children to draw: 1 or more.")
    if not candidates:
        raise Refused("list", "No child answers to this, so none can be drawn. Ask for something wider.")
    drawn = draw(candidates, number, seed)
    return Sample.objects.create(room=room, name=name, asked={**asked, "out_of": len(set(candidates))}, seed=seed, people=drawn, at=now)


def write_note(room: Room, words: str, *, by: Worker, now: datetime, answers: NoteBack | None = None) -> NoteBack:
    """A note from the inspector to the authority, or the authority's answer to one."""
    if by != room.invitation.inspector:
        check_may(by, INVITE)
    written = words.replace("\0", "").strip()
    if not written:
        raise Refused("words", "Write the note before sending it.")
    return NoteBack.objects.create(room=room, answers=answers, words=written, by=by, at=now)
