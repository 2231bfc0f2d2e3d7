"""What may be erased, what is held and why. Nothing here happens by itself, and nobody does it alone."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.people.roles import DISPOSE
from goldthread.people.sight import check_may
from goldthread.record.models import Deletion, Hold, Tombstone
from goldthread.record.reach import Child, Reach
from goldthread.record.retention import deciding, holds
from goldthread.record.retention.deciding import NotDue
from goldthread.record.retention.holds import NotHeld
from goldthread.record.retention.schedule import SCHEDULE
from goldthread.web import naming
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

OVER = ((holds.PERSON, "This person"), (holds.FAMILY, "The whole family"))
RECENT = 50
KEPT_ON = "It is held. Nothing of it is erased until somebody lifts the hold with a reason."


@with_reach
def retention(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Records past their last day, proposals that wait, and holds."""
    return _whole(request, reach)


def _whole(request: HttpRequest, reach: Reach, problem: str = "") -> HttpResponse:
    check_may(reach.actor, DISPOSE)
    reach.looked_at("retention")
    found = deciding.due(reach)
    page = paged(found, request.GET)
    held = holds.over(s.person_id for s, _ in page.rows)
    rows = [(naming.link(s), kept, held.get(s.person_id, [])) for s, kept in page.rows]
    seen = reach.seen_people()
    context = {
        "rows": rows, "shown": page, "number": len(found), "waiting": [d for d in deciding.waiting() if d.person_id in seen],
        "holds": [h for h in holds.standing() if h.person_id is None or h.person_id in seen], "why": holds.WHY.items(), "words": holds.WHY,
        "schedule": SCHEDULE, "problem": problem,
        "erased": Tombstone.objects.filter(person=F("deletion__person")).select_related("proposed_by", "agreed_by").order_by("-at")[:RECENT],
    }  # fmt: skip
    return render(request, "goldthread/retention/retention.html", context, status=422 if problem else 200)


@with_reach
def one(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """What keeps one record. A form holds it, or proposes that it be erased."""
    check_may(reach.actor, DISPOSE)
    child = reach.child(reference, "retention", again=True)
    if request.method != "POST":
        return _one(request, reach, child)
    acts: dict[str, Callable[[], object]] = {
        "hold": lambda: holds.place(reach, request.POST.get("why", ""), request.POST.get("words", ""), over=_over(request), person=child.person),
        "propose": lambda: deciding.propose(reach, child.person, request.POST.get("words", "")),
    }
    try:
        acts[request.POST.get("do", "hold") if request.POST.get("do") in acts else "hold"]()
    except (NotHeld, NotDue) as trouble:
        return _one(request, reach, child, str(trouble))
    messages.success(request, "It is proposed. Somebody else has to agree before anything happens." if request.POST.get("do") == "propose" else KEPT_ON)
    return redirect("retained", child.reference)


def _over(request: HttpRequest) -> str:
    return holds.FAMILY if request.POST.get("over") == holds.FAMILY else holds.PERSON


def _one(request: HttpRequest, reach: Reach, child: Child, problem: str = "") -> HttpResponse:
    kept = deciding.keeps([child.person])[child.person]
    held = holds.over([child.person]).get(child.person, [])
    context = {
        "name": child.name, "reference": child.reference, "kept": kept, "due": kept.due(reach.today), "holds": held, "words": holds.WHY, "why": holds.WHY.items(),
        "over": OVER, "proposals": Deletion.objects.filter(person=child.person).select_related("by", "answer__by").order_by("-pk"), "problem": problem, "actor": reach.actor,
        "may_propose": kept.due(reach.today) and not held and not deciding.waiting(child.person).exists(),
    }  # fmt: skip
    return render(request, "goldthread/retention/one.html", context, status=422 if problem else 200)


@require_POST
@with_reach
def hold_all(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Hold the whole service, as for an inquiry."""
    try:
        holds.place(reach, request.POST.get("why", ""), request.POST.get("words", ""))
    except NotHeld as trouble:
        return _whole(request, reach, str(trouble))
    messages.success(request, "Everything is held. Nothing of the whole service is erased until somebody lifts the hold.")
    return redirect("retention")


@require_POST
@with_reach
def lift(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Lift a hold, with the reason."""
    try:
        held = holds.lift(reach, number, request.POST.get("why", "")).hold
    except NotHeld as trouble:
        return _whole(request, reach, str(trouble))
    messages.success(request, "The hold is lifted.")
    return _back(held)


def _back(held: Hold) -> HttpResponse:
    return redirect("retained", held.person.reference) if held.person_id else redirect("retention")


@require_POST
@with_reach
def answer(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Agree to what somebody else proposed, or not."""
    check_may(reach.actor, DISPOSE)
    try:
        proposal = deciding.proposed(number)
    except NotDue as trouble:
        return _whole(request, reach, str(trouble))
    child = reach.child(proposal.person.reference, "retention", again=True)
    try:
        deciding.answer(reach, proposal, request.POST.get("do") == "agree", request.POST.get("why", ""))
    except NotDue as trouble:
        return _one(request, reach, child, str(trouble))
    if request.POST.get("do") == "agree":
        messages.success(request, "The record is erased. Its number and this decision stay.")
        return redirect("retention")
    messages.success(request, "Your answer is kept.")
    return redirect("retained", child.reference)
