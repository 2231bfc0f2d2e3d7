"""The evidence for one recommendation: read, added, withdrawn."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.inspection import evidence, files, reports
from goldthread.inspection.models import Fact, Plan
from goldthread.people.invitations import scope
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms.answering import answer
from goldthread.web.reaching import with_reach
from goldthread.web.reports import page, telling
from goldthread.web.reports.evidence_form import EvidenceForm
from goldthread.web.reports.finding import evidence_of, recommendation_of

MARKS = {"yes": "met", "partly": "soon", "no": "ended"}


@with_reach
def every(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """What shows that something changed, newest first; what was withdrawn stays, and says why."""
    asked = recommendation_of(number)
    sees = scope(reach.actor, reach.today)
    pieces = [_shown(piece, sees, reach) for piece in evidence.for_recommendation(number, withdrawn=True)]
    standing = sum(piece["stands"] for piece in pieces)
    context = {**_about(request, asked), "pieces": pieces, "standing": standing, "leads": reach.actor.may(IMPROVE), "kinds": evidence.KINDS.items()}
    return render(request, "goldthread/reports/evidence.html", context)


def _shown(piece: evidence.Piece, sees: str, reach: Reach) -> dict[str, object]:
    row = piece.row
    return {
        "row": row, "stands": piece.stands, "withdrawn": piece.withdrawn, "kind": evidence.KINDS[row.kind], "number": evidence.in_words(row),
        "mark": MARKS.get(row.agrees, ""), "agrees": evidence.AGREES[row.agrees] if row.agrees else "", "who": telling.who(row),
        "opens": bool(row.file_id) and files.may_open(row.file, reach.actor, sees),
        "ended": f"{telling.who(piece.withdrawn)}: {piece.withdrawn.words}" if piece.withdrawn else "",
    }  # fmt: skip


def _about(request: HttpRequest, asked: Fact) -> dict[str, object]:
    """What every page about a recommendation's evidence says of it."""
    request.here = "inspections"
    known = reports.held(asked.report)
    one = next(one for one in known if one.fact.pk == asked.pk)
    words = telling.says(asked.kind, page.shows(one))
    return {"fact": asked, "report": asked.report, "name": telling.name_of(asked.report, known), "asked": words, "stands": one.stands,
            "thread": _thread(asked)}  # fmt: skip


def _thread(asked: Fact) -> str:
    """The page that shows what has moved, once a plan answers the report."""
    return reverse("recommendation", args=[asked.pk]) if Plan.objects.filter(report=asked.report_id).exists() else ""


@with_reach
def add(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Tell of an audit, a document, or what people say."""
    check_may(reach.actor, IMPROVE)
    asked = recommendation_of(number)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    kind = words.get("kind", "")
    if kind not in evidence.KINDS:
        return render(request, "goldthread/reports/evidence_choose.html", {**_about(request, asked), "kinds": evidence.KINDS.items()})
    form = EvidenceForm(kind, words, request)
    sheet = sheets.sheet(request, kept, kind="evidence", title=f"Evidence: {evidence.KINDS[kind].lower()}")
    show = partial(_add_page, request, asked, form, sheet)
    if request.method != "POST":
        return show(200)
    return answer(request, form, sheet, {}, show, lambda: _give(request, reach, asked, form))


def _give(request: HttpRequest, reach: Reach, asked: Fact, form: EvidenceForm) -> str:
    given = evidence.give(asked, form.told, file=form.file, now=reach.now, by=reach.actor)
    messages.success(request, f"“{given.title}” stands beside the numbers now.")
    return reverse("evidence", args=[asked.pk])


def _add_page(request: HttpRequest, asked: Fact, form: EvidenceForm, sheet: Sheet, status: int) -> HttpResponse:
    context = {
        **_about(request, asked), "form": form, "sheet": sheet, "questions": form.questions(), "problems": form.summary(),
        "heading": evidence.KINDS[form.kind], "most": files.MOST_MEGABYTES, "taken": files.TAKEN, "file_error": form.errors.get("file", ""),
    }  # fmt: skip
    return render(request, "goldthread/reports/evidence_add.html", context, status=status)


@with_reach
def withdraw(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """A piece that does not stand any more, with the reason."""
    check_may(reach.actor, IMPROVE)
    row = evidence_of(number)
    problem = ""
    if request.method == "POST":
        try:
            ended = evidence.withdraw(row, request.POST.get("why", ""), now=reach.now, by=reach.actor)
        except evidence.NotEvidence as wrong:
            problem = str(wrong)
        else:
            mine = ended.by == reach.actor and ended.at == reach.now
            messages.success(request, f"“{row.title}” is withdrawn." if mine else f"It had been withdrawn already: {telling.who(ended)}.")
            return redirect("evidence", row.recommendation_id)
    context = {**_about(request, row.recommendation), "row": row, "problem": problem, "why": request.POST.get("why", "")}
    return render(request, "goldthread/reports/withdraw.html", context, status=422 if problem else 200)
