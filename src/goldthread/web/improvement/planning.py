"""The plan: what is tied to each recommendation, what will be done, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldthread.inspection import plan as plans
from goldthread.inspection import ties
from goldthread.inspection.models import Action, Tie, TieEnd
from goldthread.inspection.plan import Refused
from goldthread.inspection.progress import Progress, Tied, called
from goldthread.inspection.reports import Recommendation
from goldthread.inspection.tasks import Task, task
from goldthread.measures.definitions import MEASURES
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, APPROVE, IMPROVE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.improvement import opening, page, thread
from goldthread.web.improvement.asking import Question, ask
from goldthread.web.improvement.forms import ActionForm, EndForm, NameForm, StepForm, TieForm
from goldthread.web.improvement.opening import Ours
from goldthread.web.measures import saying
from goldthread.web.pictures import trend
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link

HERE = "improvement"


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure that is suggested for a recommendation, with the words they share."""

    code: str
    title: str
    sentence: str
    shares: str
    duties: str
    target: str


@dataclass(frozen=True, slots=True)
class Part:
    """One recommendation in the plan."""

    recommendation: Recommendation
    title: str
    lines: Sequence[tuple[Tie, page.MeasureLine, str]]
    ended: Sequence[tuple[str, TieEnd]]
    cards: Sequence[thread.TaskCard]
    offers: Sequence[Offer]


@with_reach
def plan(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The plan of a report, or the offer to begin one."""
    one = opening.of_report(number)
    request.here = HERE
    stands = opening.stands(reach, one)
    ended = TieEnd.objects.filter(tie__plan=one.plan).select_related("tie", "by").order_by("at") if one.plan else []
    parts = [_part(p, reach, [end for end in ended if end.tie.recommendation_id == p.recommendation.fact.pk]) for p in stands]
    done = sum(c.state in ("met", "metlate") for part in parts for c in part.cards)
    context = {
        "one": one, "parts": parts, "leads": opening.leads(reach), "first": [_first(r) for r in one.said.recommendations] if not one.plan else [],
        "actions": sum(len(part.cards) for part in parts), "done": done, "untied": sum(not part.lines for part in parts),
        "overdue": sum(c.state == "overdue" for part in parts for c in part.cards), "mine": _mine(parts, stands, reach.actor),
    }  # fmt: skip
    return render(request, "goldthread/improvement/plan.html", context)


def _mine(parts: Sequence[Part], stands: Sequence[Progress], me: Worker) -> int:
    return sum(t.owner == me and not t.done and not t.dropped for p in stands for t in p.tasks)


def _part(p: Progress, reach: Reach, ended: Sequence[TieEnd]) -> Part:
    tied = {t.tie.measure for t in p.ties}
    offers = [offer for offer in _offers(p.recommendation.text) if offer.code not in tied]
    lines = [(t.tie, page.line(t), _on_the_way(t)) for t in p.ties]
    over = [(MEASURES[end.tie.measure].title if end.tie.measure in MEASURES else end.tie.measure, end) for end in ended]
    return Part(p.recommendation, p.title, lines, over, [thread.card(t, reach.today) for t in p.tasks], offers)


def _on_the_way(tied: Tied) -> str:
    """'80% by 30 June 2026, 95% by 31 December 2026'."""
    unit = saying.unit(tied.measure) if tied.measure else ""
    said = (f"{trend.figure(number, unit)} by {wording.plain_day(date.fromisoformat(day))}" for day, number in tied.tie.trajectory)
    return ", ".join(said)


def _first(one: Recommendation) -> tuple[Recommendation, list[Offer]]:
    return one, _offers(one.text)


def _offers(text: str) -> list[Offer]:
    return [
        Offer(
            s.measure.code, s.measure.title, s.measure.sentence, wording.listed(f"“{word}”" for word in s.shares),
            wording.listed(ties.duty_names(s.measure)), "" if s.measure.target is None else f"{s.measure.target:g}",
        )
        for s in ties.suggest(text)
    ]  # fmt: skip


@require_POST
@with_reach
def begin(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Begin the plan that answers a report."""
    one = opening.of_report(number)
    try:
        plans.begin(one.report, reach.now, reach.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The plan is begun. Tie each recommendation to what should move, and agree who does what.")
    return redirect("plan", number=number)


def _planned(fact: int) -> tuple[Ours, Recommendation, str]:
    """The report with its plan, the recommendation, and what it is called."""
    one = opening.of_recommendation(fact)
    if one.plan is None:
        raise Http404("No plan answers this report yet.")
    asked = next(r for r in one.said.recommendations if r.fact.pk == fact)
    return one, asked, called(one.plan).get(fact) or asked.text


def _way(one: Ours, title: str, fact: int) -> tuple[Link, ...]:
    return (Link("Improvement", opening.address("improvement")), Link("The plan", back(one, fact)), Link(title, opening.address("recommendation", fact)))


def back(one: Ours, fact: int) -> str:
    return opening.address("plan", one.report.pk, more=f"#r{fact}")


@with_reach
def name(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Give a recommendation a short name."""
    check_may(reach.actor, IMPROVE)
    one, asked, title = _planned(number)

    def save(form: NameForm) -> str:
        plans.call(one.plan, number, form.cleaned_data["words"], now=reach.now, by=reach.actor)
        return back(one, number)

    names = {"words": title if len(title) <= plans.LONGEST_NAME else ""}
    return ask(request, Question(f"What is recommendation {asked.number} called?", NameForm, save, _way(one, title, number), f"“{asked.text}”", "Save the name", initial=names))


@with_reach
def tie_add(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Tie a recommendation to a measure, with a target."""
    check_may(reach.actor, IMPROVE)
    one, asked, title = _planned(number)
    tied = set(Tie.objects.filter(plan=one.plan, recommendation=number, end=None).values_list("measure", flat=True))
    offers = {offer.code: offer for offer in _offers(asked.text) if offer.code not in tied}
    chosen = request.GET.get("measure", "")

    def make(**given: object) -> TieForm:
        return TieForm((m for m in MEASURES.values() if m.polarity != "neither"), **given)

    def save(form: TieForm) -> str:
        said = form.cleaned_data
        shares = next((s.shares for s in ties.suggest(asked.text) if s.measure.code == said["measure"]), ())
        plans.tie(one.plan, number, said["measure"], said["target"], trajectory=form.trajectory(), shares=shares, why=said["why"], now=reach.now, by=reach.actor)
        return back(one, number)

    usual = {"measure": chosen, "target": offers[chosen].target if chosen in offers else ""}
    question = Question(
        f"What should move for {asked.number}. {title}?", make, save, _way(one, title, number), f"“{asked.text}”", "Tie it", initial=usual,
        more={"offers": list(offers.values()), "wide": True},
    )  # fmt: skip
    return ask(request, question)


@with_reach
def tie_end(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """End a tie, and say why."""
    check_may(reach.actor, IMPROVE)
    found = get_object_or_404(Tie.objects.select_related("plan"), pk=number, end=None)
    one, _, title = _planned(found.recommendation_id)

    def save(form: EndForm) -> str:
        plans.untie(found, form.cleaned_data["why"], now=reach.now, by=reach.actor)
        return back(one, found.recommendation_id)

    measure = MEASURES[found.measure].title if found.measure in MEASURES else found.measure
    lede = f"“{measure}” no longer shows whether “{title}” was answered. The tie is kept with your reason; another target is another tie."
    return ask(request, Question(f"End the tie to {measure}", EndForm, save, _way(one, title, found.recommendation_id), lede, "End the tie"))


@with_reach
def action_add(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Agree an action."""
    check_may(reach.actor, IMPROVE)
    one, asked, title = _planned(number)

    def save(form: ActionForm) -> str:
        said = form.cleaned_data
        plans.act(
            one.plan, number, said["words"], owner=said["owner"], due=said["due"], now=reach.now, by=reach.actor,
            counted_of=said["counted_of"], counted_unit=said["counted_unit"],
        )  # fmt: skip
        return back(one, number)

    more = {"workers": owners()}
    return ask(request, Question(f"An action for {asked.number}. {title}", ActionForm, save, _way(one, title, number), f"“{asked.text}”", "Agree the action", more=more))


def owners() -> list[str]:
    """Names of those who answer for something: they own most actions. Any other name may be written too."""
    active = Worker.objects.at_work().order_by("name")
    return [w.name for w in active if w.may(ALLOCATE) or w.may(APPROVE) or w.may(IMPROVE)]


@with_reach
def action(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One action with all that became of it, and what becomes of it now."""
    found = get_object_or_404(Action.objects.select_related("plan", "owner", "by"), pk=number)
    one, _, title = _planned(found.recommendation_id)
    now = task(found)
    more = {"task": now, "card": thread.card(now, reach.today), "history": history(now, reach), "workers": owners()}
    way = _way(one, title, found.recommendation_id)
    if not may_step(now, reach):
        if request.method == "POST":
            raise NotAllowed("What became of an action is said by whoever owns it, or by somebody who leads improvement. Tell one of them.")
        request.here = HERE
        question = Question(found.words, StepForm, lambda form: "", way)
        return render(request, "goldthread/improvement/action.html", {**more, "question": question, "one": one})

    def save(form: StepForm) -> str:
        said = {name: form.cleaned_data.get(name) for name in ("counted", "owner", "due", "words")}
        plans.step(found, form.cleaned_data["kind"], form.cleaned_data["day"], now=reach.now, by=reach.actor, **said)
        return opening.address("action", found.pk)

    def make(**given: object) -> StepForm:
        return StepForm(found, **given)

    first = {"day": f"{reach.today:%d/%m/%Y}"}
    question = Question(found.words, make, save, way, "", "Save what became of it", "goldthread/improvement/action.html", first, more)
    return ask(request, question)


def may_step(now: Task, reach: Reach) -> bool:
    """The owner says what became of it, and whoever leads improvement."""
    return now.owner == reach.actor or reach.actor.may(IMPROVE)


def history(now: Task, reach: Reach) -> list[tuple[str, str, str, str]]:
    """(day, what, words, who and when written) of each step, newest first, ending with the agreement."""
    said = [(wording.long_day(s.day, reach.today), _step(s), s.words, f"{s.by.name if s.by else ''}, {wording.moment_words(s.at)}") for s in now.steps]
    first = now.action
    agreed = f"Agreed: {first.owner.name}, by {wording.long_day(first.due, reach.today)}"
    return [*reversed(said), (wording.long_day(first.at, reach.today), agreed, "", f"{first.by.name if first.by else ''}, {wording.moment_words(first.at)}")]


def _step(s: object) -> str:
    more = {plans.COUNTED: f": {s.counted}", plans.OWNER: f": {s.owner.name if s.owner else ''}", plans.DUE: f": {wording.plain_day(s.due)}"}
    return plans.STEPS[s.kind] + more.get(s.kind, "")
