"""Answering a request for somebody's own information. The record itself never leaves: only the copy made from what was decided."""

from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from goldthread.exchange.access import copies, deciding
from goldthread.exchange.access.deciding import Decision, NotDecided
from goldthread.exchange.access.whole import Everything, everything
from goldthread.people.roles import ANSWER
from goldthread.people.sight import check_may
from goldthread.record.acting import counting
from goldthread.record.around import requests
from goldthread.record.models import Disclosure, DisclosureCopy
from goldthread.record.reach import Child, NotFound, Reach
from goldthread.web.access import paper, showing
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

SAFE = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
LINES_A_PAGE = 25


class Review(NamedTuple):
    """A request under review: the record with everybody in it, and what was decided."""

    disclosure: Disclosure
    child: Child
    whole: Everything
    decisions: dict[str, Decision]

    def context(self) -> dict[str, object]:
        return {"disclosure": self.disclosure, "name": self.child.name, "reference": self.child.reference, "choices": showing.CHOICES}


def _review(reach: Reach, number: int) -> Review:
    check_may(reach.actor, ANSWER)
    with counting():  # whose it is, so that a refusal says so and is written down
        disclosure = Disclosure.objects.select_related("person").filter(pk=number).first()
    if disclosure is None:
        raise NotFound(f"There is no request under review with the number {number}.")
    child = reach.child(disclosure.person.reference, "access", reason=f"request {disclosure.request}", again=True)
    decisions = deciding.decided(disclosure)
    return Review(disclosure, child, everything(reach, child, deciding.looked_for(decisions)), decisions)


@with_reach
def start(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """The requests of one person, and what was made of each."""
    check_may(reach.actor, ANSWER)
    child = reach.child(reference, "access", again=True)
    problem = ""
    if request.method == "POST":
        try:
            named = request.POST.get("request", "")
            return redirect("access_people", deciding.begin(reach, child.person, int(named) if named.isdecimal() and len(named) < 18 else 0).pk)
        except NotDecided as trouble:
            problem = str(trouble)
    copies.remove_old(reach.now)
    begun = {d.request: d for d in Disclosure.objects.filter(person=child.person).prefetch_related("copies__by")}
    asked = [(version, begun.get(version.entry)) for version in requests(child.person)]
    context = {"name": child.name, "reference": child.reference, "asked": asked, "problem": problem}
    return render(request, "goldthread/access/start.html", context, status=422 if problem else 200)


@with_reach
def people(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Everybody who is named, and what holds for each."""
    review = _review(reach, number)
    return _decided(request, reach, review, set(review.whole.people)) or _people(request, review)


def _people(request: HttpRequest, review: Review, problem: str = "") -> HttpResponse:
    _, left_out = deciding.without(review.whole, review.decisions)
    context = {
        **review.context(), "groups": showing.rows(review.whole, review.decisions), "problem": problem, "left_out": left_out,
        "looked_for": deciding.looked_for(review.decisions), "copies": review.disclosure.copies.select_related("by").order_by("-pk"),
    }  # fmt: skip
    return render(request, "goldthread/access/people.html", context, status=422 if problem else 200)


@with_reach
def lines(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Answer by answer: what somebody else is named in, or all of them with `?all=1`."""
    review = _review(reach, number)
    every = request.GET.get("all") == "1"
    found = showing.lines(review.whole, review.decisions, named_only=not every)
    page = paged(found, request.GET, LINES_A_PAGE)
    shown = [showing.line(part, answer, review.whole, review.decisions) for part, answer in page.rows]
    if answered := _decided(request, reach, review, {key for line in shown for key in (line.key, *(place.key for place in line.places))}):
        return answered
    return render(request, "goldthread/access/lines.html", {**review.context(), "shown": page, "lines": shown, "every": every})


def _decided(request: HttpRequest, reach: Reach, review: Review, known: set[str]) -> HttpResponse | None:
    """Keep what a form decides about keys of its own page; nothing else that was sent is looked at."""
    if request.method != "POST":
        return None
    sent = {key.removeprefix("on:"): value for key, value in request.POST.items() if key.startswith("on:")}
    try:
        if name := request.POST.get("look_for", "").strip():
            deciding.look_for(reach, review.disclosure, name)
        number = deciding.decide(reach, review.disclosure, {key: value for key, value in sent.items() if key in known}, request.POST.get("words", "")[:2000])
    except NotDecided as trouble:
        return _people(request, review, str(trouble))
    messages.success(request, "Kept. What you did not change stays as it was." if number or name else "Nothing was changed.")
    return redirect(request.get_full_path())


@require_POST
@with_reach
def make(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Make the copy from what is decided now."""
    review = _review(reach, number)
    try:
        copies.check_open(review.disclosure)
        without, left_out = deciding.without(review.whole, review.decisions)
        copies.keep(reach, review.disclosure, paper.made(without, reach.actor, reach.now), left_out)
    except NotDecided as trouble:
        return _people(request, review, str(trouble))
    messages.success(request, "The copy is made. Read it before you hand it over, then write in the request when it was given.")
    return redirect("access_people", number)


@with_reach
def copy(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Hand a copy over as a file."""
    check_may(reach.actor, ANSWER)
    with counting():
        found = DisclosureCopy.objects.select_related("disclosure__person").filter(pk=number).first()
    if found is None:
        raise Http404
    try:
        content = copies.hand_over(reach, found)
    except NotDecided as gone:
        raise NotFound(str(gone)) from gone
    name = f"information-{found.disclosure.person.reference}-{found.pk}.zip"
    return HttpResponse(content, content_type="application/zip", headers={"Content-Disposition": content_disposition_header(True, name), **SAFE})
