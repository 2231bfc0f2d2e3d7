"""What an invited inspector finds: the child-level lists, samples, children's stories, and a note back to the authority.

Whoever invited them can stand in the same room with `?room=`, and sees what the inspector sees.
"""

from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.inspection.models import Room, Sample
from goldthread.inspection.room import Refused, keep_sample, write_note
from goldthread.people.roles import INVITE, INVITED
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.reach import Reach
from goldthread.record.trail.acts import EXPORT
from goldthread.web import naming
from goldthread.web.inspector import lists
from goldthread.web.inspector.asking import SampleForm
from goldthread.web.inspector.invitations import notes_of
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WHICH_ROOM = "Open the room from the list of invitations: it belongs to one inspection."


def room_of(request: HttpRequest, reach: Reach) -> Room:
    """The inspector's own room, or the one the address names for somebody who may invite."""
    if reach.actor.plays.sees == INVITED:
        return request.invitation.room
    check_may(reach.actor, INVITE)
    named = request.GET.get("room", "") or request.POST.get("room", "")
    found = Room.objects.filter(pk=int(named)).first() if named.isdecimal() and len(named) < 18 else None
    if found is None:
        raise NotAllowed(WHICH_ROOM)
    return found


def _page(request: HttpRequest, reach: Reach, room: Room) -> dict[str, object]:
    """What every page of the room knows: the room, whether somebody else stands in it, and the end of its addresses."""
    request.here = "inspector_room"
    other = reach.actor != room.invitation.inspector
    return {"room": room, "other": other, "tail": f"?room={room.pk}" if other else "", "and_tail": f"&room={room.pk}" if other else ""}


@with_reach
def room(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The room's first page."""
    found = room_of(request, reach)
    context = {
        "counts": lists.counts(reach, found), "samples": found.samples.order_by("-pk"), "notes": notes_of(found),
        "form": SampleForm(lists=lists.choices(), initial={"seed": f"{found.lists_on:%d%m%Y}-{found.samples.count() + 1}"}),
        "closed": lists.closed(reach), "missing": lists.missing(),
    }  # fmt: skip
    return render(request, "goldthread/inspector/room.html", {**_page(request, reach, found), **context})


@with_reach
def one_list(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One child-level list as a page, filtered by what is typed."""
    found = room_of(request, reach)
    if number not in lists.NAMES:
        raise Http404
    sought = request.GET.get("q", "").strip()[:80]
    page = lists.one(reach, found, number, sought)
    reach.looked_at(f"annex_a_list_{number}", f"rows with “{sought}”" if sought else "")
    context = {"list": page, "shown": paged(page.rows, request.GET, 50), "sought": sought}
    return render(request, "goldthread/inspector/list.html", {**_page(request, reach, found), **context})


@with_reach
def workbook(request: HttpRequest, reach: Reach) -> HttpResponse:
    """All lists as the published workbook."""
    found = room_of(request, reach)
    sheet = BytesIO()
    lists.workbook(reach, found, sheet)
    reach.looked_at("annex_a_workbook", act=EXPORT)
    answer = HttpResponse(sheet.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="annex-a-{found.lists_on.isoformat()}.xlsx"'
    return answer


@require_POST
@with_reach
def sample(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Draw children by lot."""
    found = room_of(request, reach)
    form = SampleForm(request.POST, lists=lists.choices())
    if form.is_valid():
        drawn = _drawn(form, reach, found)
        if drawn:
            reach.looked_at("inspector_sample", drawn.name)
            return HttpResponseRedirect(reverse("inspector_sampled", args=[drawn.pk]) + _page(request, reach, found)["tail"])
    return render(request, "goldthread/inspector/draw.html", {**_page(request, reach, found), "form": form}, status=422)


def _drawn(form: SampleForm, reach: Reach, room: Room) -> Sample | None:
    asked = form.cleaned_data
    try:
        among = lists.people(reach, room, asked["list"], asked["column"], asked["says"])
        name = asked["name"] or lists.asked_in_words(asked)
        return keep_sample(room, name, asked, among, asked["number"], asked["seed"], reach.now)
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None


@with_reach
def sampled(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The children one draw gave, in the order they were drawn."""
    found = room_of(request, reach)
    drawn = found.samples.filter(pk=number).first()
    if drawn is None:
        raise Http404
    reach.looked_at("inspector_sample", drawn.name)
    seen = reach.standings_seen(drawn.people)
    children = [(naming.link(seen[p]), naming.age(seen[p], reach.today), seen[p]) if p in seen else None for p in drawn.people]
    context = {"sample": drawn, "children": children, "asked": lists.asked_in_words(drawn.asked)}
    return render(request, "goldthread/inspector/sampled.html", {**_page(request, reach, found), **context})


@require_POST
@with_reach
def note(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Send a note back to the authority."""
    found = room_of(request, reach)
    words = request.POST.get("words", "")
    try:
        write_note(found, words, by=reach.actor, now=reach.now)
    except Refused as refusal:
        context = {**_page(request, reach, found), "problem": str(refusal), "words": words}
        return render(request, "goldthread/inspector/note.html", context, status=422)
    return redirect(reverse("inspector_room") + _page(request, reach, found)["tail"])
