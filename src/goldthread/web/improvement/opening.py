"""Which report a page is about, and how far its plan has come: what all pages of improvement begin with."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse

from goldthread.inspection.models import Fact, Plan, Report
from goldthread.inspection.models.reports import IMPROVEMENT
from goldthread.inspection.progress import Progress, last_figures_day, progress
from goldthread.inspection.reports import Said, held_of, said_of
from goldthread.people.roles import IMPROVE
from goldthread.record.reach import Reach
from goldthread.web.measures import asking
from goldthread.web.reports import telling


@dataclass(frozen=True, slots=True)
class Ours:
    """One report about our own service with what people confirmed of it, and the plan that answers it, if one was begun."""

    report: Report
    said: Said
    plan: Plan | None

    @property
    def title(self) -> str:
        """'Inspection of Wrenford, 2 to 13 February 2026'."""
        days = telling.span(self.said.start, self.said.end)
        return f"Inspection of {self.said.authority or 'this service'}{f', {days}' if days else ''}"


def ours() -> list[Ours]:
    """Our own reports of which something to improve is confirmed, the newest inspection first."""
    reports = list(Report.objects.filter(ours=True).select_related("plan").defer("file__content"))
    held = held_of(reports)
    found = [Ours(report, said_of(held.get(report.pk, ())), getattr(report, "plan", None)) for report in reports]
    with_something = [one for one in found if one.said.recommendations]
    return sorted(with_something, key=lambda one: (one.said.end or date.min, one.report.pk), reverse=True)


def chosen(request: HttpRequest, every: list[Ours]) -> Ours | None:
    """The report the address names, else the newest that has a plan, else the newest."""
    number = request.GET.get("report", "")
    if number:
        return next((one for one in every if str(one.report.pk) == number), None) or _none()
    return next((one for one in every if one.plan), every[0] if every else None)


def _none() -> None:
    raise Http404("There is no report of ours with this number.")


def of_report(number: int) -> Ours:
    """The report with this number; a page that is not there otherwise."""
    return next((one for one in ours() if one.report.pk == number), None) or _none()


def of_recommendation(number: int) -> Ours:
    """The report that makes this recommendation."""
    fact = Fact.objects.filter(pk=number, kind=IMPROVEMENT, report__ours=True).first()
    found = fact and next((one for one in ours() if one.report.pk == fact.report_id), None)
    if not found or all(one.fact.pk != number for one in found.said.recommendations):
        raise Http404("There is no confirmed recommendation with this number.")
    return found


def stands(reach: Reach, one: Ours) -> list[Progress]:
    """How far each recommendation has come by today. Without a plan there is nothing to say yet."""
    if one.plan is None:
        return []
    return progress(one.plan, None, reach.today, said=one.said, ask=asking.figures)


def figures_day(reach: Reach) -> date:
    return last_figures_day(reach.today)


def leads(reach: Reach) -> bool:
    return reach.actor.may(IMPROVE)


def address(name: str, *what: object, more: str = "") -> str:
    """The address of a page; "" while nobody serves it."""
    try:
        return reverse(name, args=what) + more
    except NoReverseMatch:
        return ""
