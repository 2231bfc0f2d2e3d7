"""What inspectors asked for and what has moved; one recommendation from its sentence to its children."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from goldthread.inspection.aims import Outcome
from goldthread.inspection.children import Change
from goldthread.inspection.models import Tie
from goldthread.inspection.progress import Progress, Tied
from goldthread.record.reach import Reach
from goldthread.web.improvement import opening, page, thread, whom
from goldthread.web.improvement.opening import Ours
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

HERE = "improvement"


@with_reach
def improvement(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every recommendation of a report on one page."""
    every = opening.ours()
    one = opening.chosen(request, every)
    request.here = HERE
    if one is None:
        return render(request, "goldthread/improvement/none.html", {"leads": opening.leads(reach)})
    stands = opening.stands(reach, one)
    request.counts = {HERE: len(one.said.recommendations)}
    context = {
        "one": one, "rows": page.rows(one, stands), "others": [o for o in every if o is not one], "leads": opening.leads(reach),
        "figures_day": opening.figures_day(reach), "number": len(one.said.recommendations),
        "green": sum(p.outcome is Outcome.HELD for p in stands),
    }  # fmt: skip
    return render(request, "goldthread/improvement/improvement.html", context)


@with_reach
def recommendation(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One recommendation: the whole thread."""
    one, found = _found(reach, number)
    cards = [thread.card(task, reach.today) for task in found.tasks]
    duties = thread.duty_lines(found)
    since = one.said.end
    compared = [whom.whom(reach, tied, since) for tied in found.ties if _comparable(tied, one)]
    state, word = page.MARKS[found.outcome]
    request.here = HERE
    if any(w.lines for w in compared):
        reach.looked_at("recommendation", found.title)
    context = {
        "one": one, "p": found, "state": state, "word": word, "cards": cards, "duties": duties, "compared": compared,
        "steps": thread.steps(found, cards, duties), "trends": [(page.line(t), page.picture(t)) for t in found.ties],
        "beside": thread.beside(number, reach.today), "leads": opening.leads(reach), "figures_day": opening.figures_day(reach),
        "evidence_href": opening.address("evidence_add", number), "page_href": page_of(one, found),
    }  # fmt: skip
    return render(request, "goldthread/improvement/recommendation.html", context)


def _comparable(tied: Tied, one: Ours) -> bool:
    return tied.measure is not None and tied.now is not None and one.said.end is not None


def _found(reach: Reach, fact: int) -> tuple[Ours, Progress]:
    """The recommendation as it stands; where there is no plan yet, with nothing tied to it."""
    one = opening.of_recommendation(fact)
    asked = next(r for r in one.said.recommendations if r.fact.pk == fact)
    stands = opening.stands(reach, one)
    nothing = Progress(asked, asked.text, (), (), Outcome.CANNOT_TELL, "no plan yet", "No plan answers this report yet.")
    return one, next((p for p in stands if p.recommendation.fact.pk == fact), nothing)


def page_of(one: Ours, found: Progress) -> str:
    """The page of the report on which the sentence stands."""
    anchor = f"#fact-{found.recommendation.fact.pk}"
    return opening.address("report", one.report.pk, more=anchor)


@with_reach
def children(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The children a tied measure counted on the inspection day and still counts: for which it is better, the same or worse."""
    tie = get_object_or_404(Tie, pk=number, end=None)
    one, found = _found(reach, tie.recommendation_id)
    tied = next((t for t in found.ties if t.tie.pk == number and _comparable(t, one)), None)
    if tied is None:
        raise Http404("This measure is not tied to the recommendation.")
    words = whom.words_of(tied)
    compared = whom.of_measure(tied, one.said.end, tied.now.day)
    change = next((c for c in Change if c.name.lower() == request.GET.get("change")), None)
    some = whom.worst_first(compared.those(change)) if change else list(compared.compared)
    seen = reach.standings_seen([c.person for c in some])
    shown = paged([c for c in some if c.person in seen], request.GET)
    reach.looked_at("recommendation_children", f"{tied.tie.measure}, {words[change] if change else 'then and now'}")
    request.here = HERE
    context = {
        "one": one, "p": found, "tied": tied, "word": words[change] if change else "", "number": len(some), "hidden": len(some) - len(seen),
        "lines": [(whom.line(c, seen[c.person], compared.unit, reach.today), words[c.change]) for c in shown.rows], "shown": shown,
    }  # fmt: skip
    return render(request, "goldthread/improvement/children.html", context)
