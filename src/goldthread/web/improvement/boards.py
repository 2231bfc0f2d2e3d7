"""The boards that read the plan, and what they decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.inspection import governance
from goldthread.inspection.models import Meeting, Plan
from goldthread.inspection.progress import called, short_title
from goldthread.inspection.tasks import tasks
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.improvement import opening
from goldthread.web.improvement.asking import Question, ask
from goldthread.web.improvement.forms import MeetingForm
from goldthread.web.improvement.opening import Ours
from goldthread.web.improvement.thread import card
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link

HERE = "improvement"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: what it is about, and its words."""

    about: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting with its decisions."""

    meeting: Meeting
    decisions: Sequence[Decided]


@with_reach
def board(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What the boards decided, the newest meeting first."""
    one = _with_plan(request)
    request.here = HERE
    if one is None:
        return redirect("improvement")
    found = meetings(one.plan, names(one))
    return render(request, "goldthread/improvement/board.html", {"one": one, "meetings": found, "leads": opening.leads(reach)})


def _with_plan(request: HttpRequest) -> Ours | None:
    one = opening.chosen(request, opening.ours())
    return one if one and one.plan else None


def names(one: Ours) -> dict[int, str]:
    """What each recommendation is called."""
    given = called(one.plan)
    return {r.fact.pk: f"{r.number}. {given.get(r.fact.pk) or short_title(r)}" for r in one.said.recommendations}


def meetings(plan: Plan, called_: dict[int, str]) -> list[Held]:
    found = Meeting.objects.filter(plan=plan).select_related("by").prefetch_related("decisions").order_by("-day", "-pk")
    return [Held(m, [_decided(d, called_) for d in sorted(m.decisions.all(), key=lambda d: d.pk)]) for m in found]


def _decided(decision: object, called_: dict[int, str]) -> Decided:
    number = decision.recommendation_id
    about = called_.get(number, "") if number else "All of them"
    return Decided(about, opening.address("recommendation", number) if number in called_ else "", decision.words)


@with_reach
def meeting_add(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Write down a meeting and what it decided."""
    check_may(reach.actor, IMPROVE)
    one = _with_plan(request)
    if one is None:
        return redirect("improvement")
    given = called(one.plan)

    def make(**more: object) -> MeetingForm:
        return MeetingForm(one.said.recommendations, given, **more)

    def save(form: MeetingForm) -> str:
        said = form.cleaned_data
        governance.meet(
            one.plan, said["day"], said["name"], now=reach.now, by=reach.actor, present=said["present"], chaired_by=said["chaired_by"],
            decisions=form.decisions(),
        )  # fmt: skip
        return there

    there = opening.address("board", more=f"?report={one.report.pk}")
    way = (Link("Improvement", opening.address("improvement")), Link("The improvement board", there))
    lede = "What it read is the plan as it stood that day. Leave empty what it decided nothing about."
    return ask(request, Question("A board met", make, save, way, lede, "Save the meeting", initial={"name": "Improvement board"}))


@with_reach
def as_read(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The actions of the plan as they stood on the day the board met."""
    found = get_object_or_404(Meeting.objects.select_related("plan"), pk=number)
    one = opening.of_report(found.plan.report_id)
    titles = names(one)
    rows = [(titles.get(t.recommendation, ""), card(t, found.day)) for t in tasks(found.plan, found.day)]
    request.here = HERE
    return render(request, "goldthread/improvement/as_read.html", {"one": one, "meeting": found, "rows": rows})
