"""The page for a record that is closed: why, and what to do. Where it may be opened with a reason, the form for it stands there."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from goldthread.people.sight import OPEN_BEYOND, OPEN_WITH_REASON, NotAllowed, SayWhy
from goldthread.record.openings import SHORTEST_REASON, may_open, reference_of, told
from goldthread.record.reach import Reach
from goldthread.web import errors


@dataclass(frozen=True, slots=True)
class Asking:
    """The form that asks for a reason: where it is sent, where it goes on to, what was typed and what was wrong with it."""

    action: str
    onwards: str
    beyond: bool
    told: str = ""
    hours: int = 0
    typed: str = ""
    problem: str = ""
    least: int = SHORTEST_REASON


def answer(request: HttpRequest, reach: Reach, refusal: NotAllowed) -> HttpResponse:
    """403, or where only a reason is missing, the page that asks for it. `reach` is of whoever was refused."""
    if refusal.person is None:
        return errors.refused(request, refusal)
    reference, onwards = reference_of(refusal.person), request.get_full_path()
    if isinstance(refusal, SayWhy) and request.method in errors.READS:
        return redirect(f"{reverse('record_why', args=[reference])}?{urlencode({'next': onwards})}")
    if isinstance(refusal, SayWhy):
        return page(request, asking(reference, onwards, beyond=False))
    if may_open(reach, refusal.person):
        return page(request, asking(reference, onwards, beyond=True, told=told(refusal.person)), str(refusal))
    return errors.refused(request, refusal)


def asking(reference: str, onwards: str, *, beyond: bool, **more: str) -> Asking:
    """The form about one record."""
    name, holds = ("record_open", OPEN_BEYOND) if beyond else ("record_why", OPEN_WITH_REASON)
    return Asking(reverse(name, args=[reference]), onwards, beyond, hours=int(holds.total_seconds() // 3600), **more)


def page(request: HttpRequest, form: Asking, why_closed: str = "", status: int = 403) -> HttpResponse:
    """The question, with why the record is closed where it is."""
    return render(request, "goldthread/closed/ask.html", {"form": form, "why_closed": why_closed, "changes": request.method not in errors.READS}, status=status)


def onwards(request: HttpRequest, reference: str) -> str:
    """Where they were going: an address of this site, or the record's own page."""
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if here else reverse("child", args=[reference])
