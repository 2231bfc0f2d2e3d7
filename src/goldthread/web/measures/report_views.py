"""The monthly report: on a page, on paper, and as it was printed before. And what others publish, to lay beside ours."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from goldthread.inspection import neighbours
from goldthread.inspection import printed as keeping
from goldthread.inspection.models import MonthlyReport
from goldthread.inspection.published import CannotBeRead
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.reach import Reach
from goldthread.web.measures import asking, beside, monthly, printed
from goldthread.web.parts import Problem, Problems
from goldthread.web.printing.answer import made
from goldthread.web.reaching import with_reach

BEFORE = 12
MOST_BYTES = 60 * 1024 * 1024
ONLY_LEADS = "What stands beside our figures is decided by those who lead improvement. Ask your quality lead."


@with_reach
def report(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The report of a month, with the choice of what is in it; sent by somebody who leads improvement, it is printed and kept."""
    if request.method == "POST":
        check_may(reach.actor, IMPROVE)
    asked = request.POST if request.method == "POST" else request.GET
    last, publish = asking.asked_month(asked.get("month", ""), reach.today), asked.get("publish") == "1"
    measures = monthly.chosen(asked)
    told = monthly.report(measures, last, publish)
    if request.method == "POST":
        paper = made(request, told.title, list(monthly.blocks(told)), under=told.under)
        newest = [part.figures[-1] for part in told.parts]
        kept = printed.keep(paper, newest, told.title, last, publish, now=request.now, by=reach.actor)
        return redirect("printed_report", number=kept.pk)
    request.here = "measures"
    context = {
        "report": told, "every": asking.every(), "codes": {measure.code for measure in measures}, "months": asking.months(asking.last_month(reach.today), 12)[::-1],
        "before": keeping.reports(BEFORE), "hides": monthly.HIDES, "query": request.GET.urlencode(), "may_keep": reach.actor.may(IMPROVE),
    }  # fmt: skip
    template = "report_print.html" if asked.get("print") == "1" else "report.html"
    return render(request, f"goldthread/measures/{template}", context)


@with_reach
def printed_report(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """A report as it was printed, each figure beside what the same day counts now."""
    kept = _kept(number)
    rows = printed.of_report(kept)
    request.here = "measures"
    context = {"kept": kept, "rows": rows, "changed": sum(since.differs for _, since in rows)}
    return render(request, "goldthread/measures/printed.html", context)


@with_reach
def printed_file(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The paper itself."""
    kept = _kept(number)
    if kept.file is None:
        raise Http404
    answer = HttpResponse(bytes(kept.file.content), content_type=kept.file.media)
    answer["Content-Disposition"] = content_disposition_header(False, kept.file.name)
    return answer


def _kept(number: int) -> MonthlyReport:
    found = MonthlyReport.objects.select_related("by", "file").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


# Beside others


@with_reach
def others(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Whose neighbours stand beside us, what inspectors said of them, and published lists to load."""
    if request.method == "POST":
        return _loaded(request, reach) if request.FILES.getlist("files") or "load" in request.POST else _chosen(request, reach)
    return _others(request, reach)


def _others(request: HttpRequest, reach: Reach, trouble: str = "") -> HttpResponse:
    names, code = neighbours.authorities(), neighbours.beside()
    request.here = "measures"
    context = {
        "authorities": sorted(names.values(), key=lambda one: one.name), "code": code, "chosen": names.get(code),
        "lines": beside.neighbour_lines(code, names) if code in names else [], "series": neighbours.series_held(),
        "may_choose": beside.may_liken(reach), "may_load": beside.may_load(reach), "trouble": trouble,
        "problems": Problems((Problem(trouble, "files"),)) if trouble else None,
    }  # fmt: skip
    return render(request, "goldthread/measures/others.html", context, status=422 if trouble else 200)


def _chosen(request: HttpRequest, reach: Reach) -> HttpResponse:
    if not beside.may_liken(reach):
        raise NotAllowed(ONLY_LEADS)
    try:
        neighbours.choose(request.POST.get("authority", ""), now=request.now, by=reach.actor)
    except ValueError as trouble:
        return _others(request, reach, str(trouble))
    return redirect("others")


def _loaded(request: HttpRequest, reach: Reach) -> HttpResponse:
    if not beside.may_load(reach):
        raise NotAllowed(ONLY_LEADS)
    files = request.FILES.getlist("files")
    if not files:
        return _others(request, reach, "Choose the files first.")
    if sum(file.size or 0 for file in files) > MOST_BYTES:
        return _others(request, reach, f"Together they are more than {MOST_BYTES // 1024 // 1024} MB. Send them in parts.")
    try:
        kept = [neighbours.keep(file.read(), file.name or "file", now=request.now, by=reach.actor) for file in files]
    except CannotBeRead as trouble:
        return _others(request, reach, str(trouble))
    for one in kept:
        messages.success(request, " ".join([one.says(), *one.faults[:5]]))
    return redirect("others")


@with_reach
@require_POST
def liken(request: HttpRequest, reach: Reach, code: str) -> HttpResponse:
    """Say which published series stands beside one of our measures."""
    shown = asking.one(code)
    if not beside.may_liken(reach):
        raise NotAllowed(ONLY_LEADS)
    try:
        neighbours.liken(shown.code, request.POST.get("series", ""), request.POST.get("why", "")[:400], now=request.now, by=reach.actor)
    except ValueError as trouble:
        messages.error(request, str(trouble))
    return redirect(f"{reverse('measure', args=[code])}#beside-h")
