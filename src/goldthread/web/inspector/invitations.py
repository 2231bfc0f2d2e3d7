"""Inviting an inspector, what each of them looked at, their notes and our answers, and taking an invitation back."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.inspection.models import NoteBack, Room
from goldthread.inspection.room import Asked, Refused, invite, write_note
from goldthread.inspection.room import take_back as take_it_back
from goldthread.people.models import Invitation
from goldthread.people.roles import INVITE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.record.trail.acts import ACCOUNT
from goldthread.web.inspector import trail
from goldthread.web.inspector.asking import InviteForm
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

STATES = {"to_come": "to come", "open": "open now", "over": "over", "taken_back": "taken back"}


@with_reach
def invitations(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Everybody who was ever invited, and the form that invites."""
    check_may(reach.actor, INVITE)
    request.here = "inspections"
    form = InviteForm(request.POST or None, initial={"day": "", "lists_on": ""})
    if request.method == "POST" and form.is_valid():
        made = _invited(form, reach)
        if made:
            room, password = made
            return render(request, "goldthread/inspector/invited.html", {"room": room, "password": password})
    rooms = [(room, state(room.invitation, reach)) for room in Room.objects.select_related("invitation__inspector", "invitation__by").order_by("-pk")]
    return render(request, "goldthread/inspector/invitations.html", {"form": form, "rooms": rooms}, status=422 if form.errors else 200)


def _invited(form: InviteForm, reach: Reach) -> tuple[Room, str] | None:
    given = form.cleaned_data
    asked = Asked(given["name"], given["email"], given["day"], given["until"], given["lists_on"], form.known(reach.now), given["why"])
    try:
        with transaction.atomic():
            made = invite(asked, by=reach.actor, now=reach.now)
            reach.did(ACCOUNT, "inspector_invitations", what=f"worker {made[0].invitation.inspector_id}")
        return made
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return None


def state(invitation: Invitation, reach: Reach) -> str:
    """In words, whether an invitation is to come, open, over or was taken back."""
    if hasattr(invitation, "end"):
        return STATES["taken_back"]
    if reach.today < invitation.day:
        return STATES["to_come"]
    return STATES["open" if reach.today <= invitation.until else "over"]


@with_reach
def one(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One invitation: what was looked at, the notes, and our answers."""
    check_may(reach.actor, INVITE)
    request.here = "inspections"
    room, problem = _room(number), ""
    if request.method == "POST":
        try:
            write_note(room, request.POST.get("words", ""), by=reach.actor, now=reach.now, answers=_note(room, request.POST.get("answers", "")))
            return redirect("inspector_invitation", number=number)
        except Refused as refusal:
            problem = str(refusal)
    looks = trail.looks(reach, room.invitation)
    context = {
        "room": room, "state": state(room.invitation, reach), "looks": paged(looks, request.GET, 50), "number": len(looks),
        "children": len({look.child for look in looks if look.child}), "notes": notes_of(room), "problem": problem,
        "samples": room.samples.order_by("-pk"), "may_take_back": state(room.invitation, reach) in (STATES["open"], STATES["to_come"]),
    }  # fmt: skip
    return render(request, "goldthread/inspector/invitation.html", context, status=422 if problem else 200)


def notes_of(room: Room) -> list[tuple[NoteBack, list[NoteBack]]]:
    """The inspector's notes, newest first, each with its answers in order."""
    return [(note, list(note.answered_by.select_related("by").order_by("pk"))) for note in room.notes.filter(answers=None).select_related("by").order_by("-pk")]


@require_POST
@with_reach
def take_back(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """End an invitation now, with the reason."""
    try:
        take_it_back(_room(number).invitation, request.POST.get("why", ""), by=reach.actor, now=reach.now)
    except Refused as refusal:
        context = {"heading": "The invitation still stands", "sentences": (str(refusal),), "do": "Go back to the invitation", "do_href": "../"}
        return render(request, "goldthread/error.html", context, status=422)
    return redirect("inspector_invitation", number=number)


def _room(number: int) -> Room:
    room = Room.objects.select_related("invitation__inspector", "invitation__by").filter(pk=number).first()
    if room is None:
        raise Http404
    return room


def _note(room: Room, number: str) -> NoteBack | None:
    return room.notes.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 18 else None
