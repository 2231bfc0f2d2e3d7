"""One fact of a report: confirm it, correct it or strike it out; and add one that the reading missed."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.inspection import facts, reports
from goldthread.inspection.models import Fact, Report
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms.answering import answer
from goldthread.web.reaching import with_reach
from goldthread.web.reports import page, telling
from goldthread.web.reports.asking import FactForm, typed
from goldthread.web.reports.finding import fact_of, report_of
from goldthread.web.reports.views import on_to_the_next

CONFIRM = "confirm"


@with_reach
def fact(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The fact beside its page, and the form to say otherwise."""
    check_may(reach.actor, IMPROVE)
    found = fact_of(number)
    one = reports.held_fact(found)
    stands = page.shows(one)
    if request.method == "POST" and request.POST.get("do") == CONFIRM:
        return _confirm(request, reach, one)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept) if kept or request.method == "POST" else typed(found.kind, stands)
    form = FactForm(found.kind, words, reach.now, stands)
    sheet = sheets.sheet(request, kept, kind="report fact", title=f"A correction: {telling.called(found, stands)}")
    show = partial(_fact_page, request, one, form, sheet)
    if request.method != "POST":
        return show(200)
    return answer(request, form, sheet, {}, show, lambda: _say(request, reach, one, form))


def _confirm(request: HttpRequest, reach: Reach, one: reports.Held) -> HttpResponse:
    """As it was read; a fact that a person added has nothing that was read, and stands already."""
    if one.fact.read is not None:
        reports.say(one.fact, one.fact.read, now=reach.now, by=reach.actor)
        _tell_meanwhile(request, one)
    return on_to_the_next(request, one.fact.report)


def _say(request: HttpRequest, reach: Reach, one: reports.Held, form: FactForm) -> str:
    reports.say(one.fact, form.value(), why=form.why, now=reach.now, by=reach.actor)
    done = "struck out" if form.strikes else "corrected"
    messages.success(request, f"“{telling.called(one.fact, page.shows(one))}” is {done}. What was read stays readable.")
    _tell_meanwhile(request, one)
    return _address(one.fact)


def _tell_meanwhile(request: HttpRequest, one: reports.Held) -> None:
    """Somebody said something after this page was opened: both stand, and that is told."""
    if one.said is None or str(one.said.pk) == request.POST.get("read", ""):
        return
    theirs = "struck it out" if one.said.value is None else f"said “{telling.whole(one.fact, one.said.value)}”"
    who = one.said.by.name if one.said.by else "Somebody"
    messages.success(request, f"{who} {theirs} at {wording.clock_time(one.said.at)}, while your page was open. Both stand; yours is the newer and counts.")


def _address(found: Fact) -> str:
    return f"{reverse('report', args=[found.report_id])}#fact-{found.pk}"


def _fact_page(request: HttpRequest, one: reports.Held, form: FactForm, sheet: Sheet, status: int) -> HttpResponse:
    box = page.box(one)
    context = {
        "report": one.fact.report, "fact": one.fact, "row": page.row(one), "form": form, "sheet": sheet, "questions": form.questions(),
        "problems": form.summary(), "boxes": (box,) if box else (), "page_number": one.fact.page,
        "name": telling.name_of(one.fact.report, reports.held(one.fact.report)), "quote": telling.quoted(one.fact),
        "read": request.POST.get("read") or (one.said.pk if one.said else 0),
    }  # fmt: skip
    request.here = "inspections"
    return render(request, "goldthread/reports/fact.html", context, status=status)


@with_reach
def missed(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Add what the report says and the reading did not find."""
    check_may(reach.actor, IMPROVE)
    found = report_of(number)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    kind = words.get("kind", "")
    if kind not in facts.HEADINGS:
        return _choose(request, found)
    form = FactForm(kind, words, reach.now, missed=True)
    sheet = sheets.sheet(request, kept, kind="missed fact", title=f"Missed in a report: {facts.HEADINGS[kind].lower()}")
    show = partial(_missed_page, request, found, form, sheet)
    if request.method != "POST":
        return show(200)
    try:
        return answer(request, form, sheet, {}, show, lambda: _add(request, reach, found, form))
    except facts.NotSaid as wrong:
        form.errors = {"page" if "page" in str(wrong) else form.first: str(wrong)}
        return show(422)


def _add(request: HttpRequest, reach: Reach, found: Report, form: FactForm) -> str:
    added = reports.add(found, form.kind, form.value(), form.page, area=form.area, now=reach.now, by=reach.actor)
    messages.success(request, f"Added: {facts.HEADINGS[form.kind].lower()}, page {form.page}. You are named beside it.")
    return _address(added)


def _choose(request: HttpRequest, found: Report) -> HttpResponse:
    known = reports.held(found)
    single = page.lay_out(known).missing
    kinds = [*((kind, facts.HEADINGS[kind]) for kind in reversed(facts.MANY)), *single]
    request.here = "inspections"
    return render(request, "goldthread/reports/choose.html", {"report": found, "kinds": kinds, "name": telling.name_of(found, known)})


def _missed_page(request: HttpRequest, found: Report, form: FactForm, sheet: Sheet, status: int) -> HttpResponse:
    number = form.page if form.page and form.page <= found.pages else None
    context = {
        "report": found, "form": form, "sheet": sheet, "questions": form.questions(), "problems": form.summary(), "page_number": number,
        "heading": facts.HEADINGS[form.kind], "boxes": (), "name": telling.name_of(found, reports.held(found)),
    }  # fmt: skip
    request.here = "inspections"
    return render(request, "goldthread/reports/missed.html", context, status=status)
