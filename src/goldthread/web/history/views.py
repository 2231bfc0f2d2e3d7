"""The authorities, the history of one, what its reports asked for, and the say of a person on a theme."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.inspection import history as histories
from goldthread.inspection.history import asked as asking
from goldthread.inspection.history.held import reports
from goldthread.inspection.history.known import Known, addresses, everybody
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.history.vocabulary import BY_CODE
from goldthread.inspection.models import Fact
from goldthread.people.roles import IMPROVE, INVITE
from goldthread.people.sight import NotAllowed
from goldthread.web import wording
from goldthread.web.history import listing, matrix, page, things, ways
from goldthread.web.paging import paged

A_PAGE = 50


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Every authority something is known of, ours first."""
    if request.GET.get("authority"):
        return redirect("history", slug=_slug(request.GET["authority"]))
    q = " ".join(request.GET.get("q", "").split())[:100]
    known = everybody(settings.GOLDTHREAD_AUTHORITY)
    found = [one for one in known if q.casefold() in one.name.casefold()]
    shown = paged(found, request.GET, A_PAGE)
    context = {
        "q": q, "shown": shown, "lines": [_line(one) for one in shown.rows], "number": len(known), "found": len(found),
        "report_add": ways.address("report_add") if request.user.may(IMPROVE) else "", "reports": ways.address("reports"),
        "invitations": ways.address("inspector_invitations") if request.user.may(INVITE) else "",
    }  # fmt: skip
    return render(request, "goldthread/history/index.html", context)


def _slug(written: str) -> str:
    if not written.replace("-", "").replace("_", "").isalnum() or not written.isascii():
        raise Http404
    return written


def _line(one: Known) -> dict[str, object]:
    latest = one.latest
    return {
        "name": one.name, "href": reverse("history", args=[one.slug]), "ours": one.ours, "inspections": one.inspections, "reports": one.reports,
        "when": latest.when.words if latest else "", "summary": listing.summary(latest.graded) if latest else "",
    }  # fmt: skip


def named(slug: str) -> str:
    """The name of the authority at an address; 404 where nothing is known of it."""
    name = addresses(settings.GOLDTHREAD_AUTHORITY).get(slug)
    if name is None:
        raise Http404
    return name


def _history(request: HttpRequest, slug: str) -> histories.History:
    ours = slug == slug_of(settings.GOLDTHREAD_AUTHORITY)
    return histories.history(named(slug), slug, wording.as_day(request.now), ours)


@login_required
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """One authority: the picture, the list, what came back, what is doubted."""
    request.here = "inspections"
    known = addresses(settings.GOLDTHREAD_AUTHORITY)
    context = page.page(_history(request, slug), wording.as_day(request.now), request.user.may(IMPROVE)) | {"others": known.items(), "may": request.user.may(IMPROVE)}
    return render(request, "goldthread/history/history.html", context)


@login_required
def printed(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper, with everything open."""
    return render(request, "goldthread/history/print.html", page.page(_history(request, slug), wording.as_day(request.now)))


@login_required
def asked(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """What one report asked to improve; with a theme in the address, only that."""
    request.here = "inspections"
    found = _history(request, slug)
    column = next((one for one in found.columns if one.key == key), None)
    theme = BY_CODE.get(request.GET.get("theme", ""))
    if column is None or (request.GET.get("theme") and theme is None):
        raise Http404
    context = {
        "history": found, "column": column, "theme": theme, "cell": column.cell(theme) if theme else None, "may": request.user.may(IMPROVE),
        "things": things.shown(column, theme), "listed": matrix.listed_words(column), "sources": ways.sources(column.sources, slug),
        "pages": ways.page_words(column.cell(theme).pages) if theme and column.cell(theme) else "",
        "whole": reverse("history_asked", args=[slug, key]), "back": reverse("history", args=[slug]),
        "report": ways.address("report", column.report) if column.report else "",
        "report_add": ways.address("report_add") if request.user.may(IMPROVE) else "",
    }  # fmt: skip
    return render(request, "goldthread/history/asked.html", context)


@login_required
@require_POST
def decide(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A person says that a thing belongs to a theme, or to several, or that it does not."""
    themes = [BY_CODE[code] for code in dict.fromkeys(request.POST.getlist("theme")) if code in BY_CODE]
    fact = _fact(slug, request.POST.get("fact", ""))
    if not themes:
        raise Http404
    belongs = request.POST.get("belongs") == "yes"
    try:
        for theme in themes:
            asking.decide(fact, theme, belongs, now=request.now, by=request.user)
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    named = wording.listed(f"“{theme.label}”" for theme in themes)
    messages.success(request, f"{named} {'is' if len(themes) == 1 else 'are'} {'confirmed' if belongs else 'taken off'}.")
    shown = f"?theme={themes[0].code}" if request.POST.get("only") == themes[0].code else ""
    return HttpResponseRedirect(f"{reverse('history_asked', args=[slug, key])}{shown}#thing-{fact.pk}")


def _fact(slug: str, written: str) -> Fact:
    """A confirmed thing to improve of this authority, by its number."""
    held = {str(one.fact.pk): one.fact for report in reports(slug) for one in report.things}
    if written not in held:
        raise Http404
    return held[written]
