"""Every report that is held, and one of them beside its pages."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.inspection import reports
from goldthread.inspection.models import Fact, Report
from goldthread.people.roles import IMPROVE
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach
from goldthread.web.reports import page, telling
from goldthread.web.reports.finding import report_of

A_PAGE = 40
ALL_SAID = "Everything that counts in this report has been confirmed."


@dataclass(frozen=True, slots=True)
class Line:
    """One report in the list of all of them; `waits` of `facts` have been seen by nobody, `unsure` of those were read with doubt."""

    report: Report
    name: str
    form: str
    days: str
    published: str
    waits: int
    unsure: int
    facts: int
    counts: bool
    why: str


@with_reach
def every(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every report that is held, those that wait for somebody first."""
    waits = Exists(Fact.objects.filter(report=OuterRef("pk"), kind__in=reports.DECIDES, said=None))
    found = Report.objects.annotate(waits=waits).select_related("file").defer("file__content").order_by("-waits", "-ours", "-pk")
    shown = paged(found, request.GET, A_PAGE)
    held = reports.held_of(shown.rows)
    request.here = "inspections"
    context = {"shown": shown, "lines": [_line(one, held.get(one.pk, [])) for one in shown.rows], "leads": reach.actor.may(IMPROVE)}
    return render(request, "goldthread/reports/reports.html", context)


def _line(report: Report, known: list[reports.Held]) -> Line:
    """What was read stands in the list too, so that a report can be found before anybody confirmed it."""
    read = {one.fact.kind: one.value for one in known if one.value is not None}
    waiting = [one for one in known if one.state == reports.WAITING]
    counts, why = reports.counts_of(known)
    days = [reports.day_or_none(read.get(kind)) for kind in (reports.STARTED, reports.ENDED)]
    published = reports.day_or_none(read.get(reports.PUBLISHED))
    return Line(
        report, str(read.get(reports.AUTHORITY) or report.file.name), telling.says(reports.FRAMEWORK, read[reports.FRAMEWORK]) if reports.FRAMEWORK in read else "",
        telling.span(*days), wording.plain_day(published) if published else "", len(waiting), sum(map(page.doubtful, waiting)), len(known), counts, why,
    )  # fmt: skip


@with_reach
def report(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One report: each fact beside the page it rests on, what is doubtful first."""
    found = report_of(number)
    known = reports.held(found)
    said, (counts, why), leads = reports.said_of(known), reports.counts_of(known), reach.actor.may(IMPROVE)
    request.here = "inspections"
    context = {
        "report": found, "name": telling.name_of(found, known), "said": said, "counts": counts, "why": why,
        "laid": page.lay_out(known), "tallies": page.tallies(known) if known else (), "leads": leads, "known": known,
        "ways": page.ways_on(found, said, counts, leads),
    }  # fmt: skip
    return render(request, "goldthread/reports/report.html", context)


@require_POST
@with_reach
def confirm(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Confirm together the facts that were on the page and sure; what somebody said meanwhile is left as they said it."""
    found = report_of(number)
    wanted = {int(text) for text in request.POST.getlist("fact") if text.isdecimal() and len(text) < 19}
    known = reports.held(found)
    done = reports.confirm_all([one for one in known if one.fact.pk in wanted], now=reach.now, by=reach.actor)
    left = len(wanted) - done
    words = f"{wording.count(done, 'fact')} confirmed."
    messages.success(request, f"{words} {wording.count(left, 'fact')} had been looked at by somebody else meanwhile, and {'was' if left == 1 else 'were'} left." if left else words)
    return on_to_the_next(request, found)


def on_to_the_next(request: HttpRequest, found: Report) -> HttpResponse:
    """Back to the report, at the next fact that waits; with none left, at its top."""
    known = reports.held(found)
    waiting = page.lay_out(known).order
    if not waiting and reports.counts_of(known)[0]:
        messages.success(request, ALL_SAID)
    place = f"#fact-{waiting[0]}" if waiting else ""
    return redirect(reverse("report", args=[found.pk]) + place)
