"""Opening a record with a reason, answering that one was opened, and the list of those that were."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.people.models import Opening
from goldthread.record import openings
from goldthread.record.openings import TooShort
from goldthread.record.reach import Reach, number_of
from goldthread.web.closed import refusing, telling
from goldthread.web.reaching import with_reach

MOST = 200


@require_POST
@with_reach
def open_beyond(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """Open a record that is closed to the acting person, for a while."""
    return _open(request, reach, reference, openings.open_beyond, beyond=True)


@with_reach
def say_why(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """Ask why one child's record is needed, and go on once it is said."""
    if request.method != "POST":
        openings.check_asked(reach, reference)
        return refusing.page(request, refusing.asking(reference, refusing.onwards(request, reference), beyond=False), status=200)
    return _open(request, reach, reference, openings.say_why, beyond=False)


def _open(request: HttpRequest, reach: Reach, reference: str, way: Callable[[Reach, str, str], Opening], beyond: bool) -> HttpResponse:
    reason, onwards = request.POST.get("reason", "")[:1000], refusing.onwards(request, reference)
    try:
        way(reach, reference, reason)
    except TooShort as problem:
        told = openings.told(number_of(reference)) if beyond else ""
        form = refusing.asking(reference, onwards, beyond=beyond, told=told, typed=reason, problem=str(problem))
        return refusing.page(request, form, status=422)
    return redirect(onwards)


@require_POST
@with_reach
def seen(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Answer the notice that a record was opened."""
    openings.answer(reach, number)
    return redirect("today")


@with_reach
def opened(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Records that were opened beyond somebody's scope, for managers."""
    request.here = "team"
    found = openings.opened(reach, MOST)
    lines = telling.lines(reach, found)
    return render(request, "goldthread/closed/opened.html", {"lines": lines, "most": MOST if len(found) == MOST else 0})
