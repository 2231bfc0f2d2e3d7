"""The pack for a monitoring visit: progress, the thread of each recommendation, definitions, evidence and the clocks."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.inspection import clocks as counting
from goldthread.inspection import evidence, issuing
from goldthread.inspection.children import Change
from goldthread.inspection.issuing import PACK
from goldthread.inspection.progress import Progress, Tied
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.improvement import boards, given, opening, page, thread, whom
from goldthread.web.improvement.clocks import MARKS
from goldthread.web.improvement.evaluation import on_page, small_words
from goldthread.web.improvement.opening import Ours
from goldthread.web.parts import STATES
from goldthread.web.printing import Break, Facts, Heading, Listed, Note, Quote, Table, Words
from goldthread.web.printing.answer import pdf
from goldthread.web.printing.blocks import Block
from goldthread.web.reaching import with_reach
from goldthread.web.today.why import curly

HERE = "improvement"
TITLE = "Pack for the monitoring visit"
FEW_UNKNOWN = "Of a few children we cannot tell, so no more is said of it here."


@with_reach
def pack(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The pack as it stands, with the choice whether small numbers are shown."""
    one, suppressed = _asked(request)
    request.here = HERE
    context = {
        "one": one, "blocks": on_page(blocks(reach, one, suppressed)), "suppressed": suppressed, "leads": opening.leads(reach),
        "issues": issuing.issues(PACK), "title": TITLE,
    }  # fmt: skip
    return render(request, "goldthread/improvement/pack.html", context)


@with_reach
def paper(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The pack on paper."""
    one, suppressed = _asked(request)
    under = f"{one.title}. As it stands on {wording.plain_day(reach.today)}. {small_words(suppressed)}"
    return pdf(request, TITLE, blocks(reach, one, suppressed), under=under)


@require_POST
@with_reach
def issue(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Give the pack out: this copy does not change any more."""
    check_may(reach.actor, IMPROVE)
    one, suppressed = _asked(request)
    title = f"{TITLE}, {wording.plain_day(reach.today)}"
    pages = given.frozen(blocks(reach, one, suppressed))
    kept = issuing.issue(PACK, title, opening.figures_day(reach), pages, now=reach.now, by=reach.actor, suppressed=suppressed, report=one.report)
    messages.success(request, "It is given out. This copy keeps its words and its figures.")
    return redirect("issued", number=kept.pk)


def _asked(request: HttpRequest) -> tuple[Ours, bool]:
    one = opening.chosen(request, opening.ours())
    if one is None or one.plan is None:
        raise Http404("There is no plan yet, so there is nothing to put in a pack.")
    given_words = request.POST if request.method == "POST" else request.GET
    return one, given_words.get("small") != "shown"


def blocks(reach: Reach, one: Ours, suppressed: bool) -> list[Block]:
    """The whole pack."""
    stands, day = opening.stands(reach, one), opening.figures_day(reach)
    made: list[Block] = [Heading("Progress against every recommendation"), *given.standing(stands, day, suppressed)]
    for p in stands:
        made += [Break(), *_thread(reach, one, p, suppressed)]
    return [*made, Break(), *_definitions(stands), *_decided(one), *_clocks(reach.today)]


def _thread(reach: Reach, one: Ours, p: Progress, suppressed: bool) -> Iterator[Block]:
    """One recommendation from its sentence to its children, in numbers."""
    _, word = page.MARKS[p.outcome]
    yield Heading(f"{p.recommendation.number}. {p.title}")
    where = f"Page {p.recommendation.page} of the report" if p.recommendation.page else "Added by a person"
    yield Quote(p.recommendation.text, f"{where}, checked by {p.recommendation.said_by}")
    yield Words(word if given.has_secret(p, suppressed) else f"{word}: {p.short}", strong=True)
    yield Heading("What we said we would do", 2)
    yield from _actions(p, reach.today)
    for tied in p.ties:
        yield from _measure(reach, one, tied, suppressed)
    yield Heading("Beside the numbers", 2)
    yield from _evidence(p, reach.today, suppressed)


def _actions(p: Progress, today: date) -> Iterator[Block]:
    cards = [thread.card(task, today) for task in p.tasks]
    if not cards:
        yield Words("No action has been agreed yet.")
        return
    rows = tuple((c.words, f"{c.small} {c.why}".strip(), c.word) for c in cards)
    yield Table(("Action", "Who, and by when", "How far"), rows, widths=(4, 4, 2))


def _measure(reach: Reach, one: Ours, tied: Tied, suppressed: bool) -> Iterator[Block]:
    line = page.line(tied)
    yield Heading(line.title, 2)
    secret = given.is_secret(tied, suppressed)
    few = given.tells_few_unknown(tied, suppressed)
    more = ("Its figures rest on few children and are hidden here.",) if secret else (FEW_UNKNOWN,) if few else (line.why, *line.notes)
    yield Words(" ".join((f"{line.word}.", *more)))
    yield from given.picture(tied, suppressed)
    if tied.measure is None or tied.now is None or one.said.end is None:
        return
    yield from _duties(tied, suppressed)
    yield from _children(tied, one.said.end, suppressed)


def _duties(tied: Tied, suppressed: bool) -> Iterator[Block]:
    """The duties a share counts; what is no share has nothing to divide into in time and overdue."""
    duties = thread.duties_of(tied) if tied.measure.kind == "share" else ()
    if duties:
        (in_time, _), (late, _) = thread.in_time_and_late(tied)
        counts = given.parts((in_time, late, tied.now.unknown), suppressed)
        rows = tuple((d.says, given.number(tied.now.denominator, suppressed), *counts) for d in duties)
        yield Table(("Duty it counts", "Children", "In time", "Overdue", "Cannot tell"), rows, right=(1, 2, 3, 4), widths=(4, 1, 1, 1, 1.2))


def _children(tied: Tied, since: date, suppressed: bool) -> Iterator[Block]:
    found, words = whom.of_measure(tied, since, tied.now.day), whom.words_of(tied)
    if not found.compared:
        yield Note(found.why)
        return
    counts = given.parts([len(found.those(change)) for change in Change], suppressed)
    rows = tuple((words[change], count) for change, count in zip(Change, counts, strict=True))
    yield Note(f"The same children then and now: {given.number(len(found.compared), suppressed)} counted on the inspection’s last day who still are.")
    yield Table(("For the children", "How many"), rows, right=(1,), widths=(3, 1))


def _evidence(p: Progress, today: date, suppressed: bool) -> Iterator[Block]:
    pieces = evidence.for_recommendation(p.recommendation.fact.pk)
    if not pieces:
        yield Words("No audit, no document and nobody’s words have been put beside these numbers yet.")
    for piece in pieces:
        row = piece.row
        said = "; ".join(filter(None, [wording.plain_day(row.day), evidence.in_words(row), evidence.AGREES[row.agrees] if row.agrees else ""]))
        yield Listed((f"{evidence.KINDS[row.kind]}: {row.title} ({said})",))
        if row.words.strip() and not suppressed:
            yield Quote(row.words.strip(), row.by.name if row.by else "")


def _definitions(stands: Sequence[Progress]) -> Iterator[Block]:
    yield Heading("What the measures mean")
    measures = {t.measure.code: t.measure for p in stands for t in p.ties if t.measure}
    pairs = [(m.title, f"{m.sentence} {f'Clock: {m.clock}. ' if m.clock else ''}Source: {m.source}.") for m in measures.values()]
    yield Facts(tuple(pairs)) if pairs else Words("No measure is tied to any recommendation yet.")


def _decided(one: Ours) -> Iterator[Block]:
    yield Heading("What the board decided")
    meetings = boards.meetings(one.plan, boards.names(one))
    if not meetings:
        yield Words("No board meeting is written down yet.")
    for held in meetings:
        yield Heading(f"{held.meeting.name}, {wording.plain_day(held.meeting.day)}", 2)
        yield Listed(tuple(f"{d.about}: {d.words}" for d in held.decisions)) if held.decisions else Words("It decided nothing that was written down.")


def _clocks(today: date) -> Iterator[Block]:
    yield Heading("The service’s clocks")
    rows = [(curly(c.told.title), wording.plain_day(c.due), STATES[MARKS[c.state]], curly(c.check)) for c in counting.clocks(today)]
    if rows:
        yield Table(("What is owed", "By", "State", "Still to confirm"), tuple(rows), widths=(4, 2, 1.6, 3))
        return
    yield Words("Nothing is written down that a clock could run from.")
