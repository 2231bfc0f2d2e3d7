"""The self-evaluation: people's words section by section, with figures that write themselves until it is given out."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldthread.inspection import issuing
from goldthread.inspection.issuing import BY_KEY, SECTIONS, SELF_EVALUATION, Section
from goldthread.inspection.models import Issue, Written
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.improvement import given, opening
from goldthread.web.improvement.asking import Question, ask
from goldthread.web.improvement.forms import SectionForm
from goldthread.web.measures import asking, publishing, saying
from goldthread.web.printing import Heading, Note, Table, Words
from goldthread.web.printing.answer import pdf
from goldthread.web.printing.blocks import Block
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link

HERE = "improvement"
TITLE = "Self-evaluation"
CODE = re.compile(r"\[([a-z][a-z0-9_]{2,59})\]")
A_YEAR = 13


@with_reach
def self_evaluation(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The self-evaluation as it stands, its figures those of today."""
    said, day = issuing.newest(), opening.figures_day(reach)
    found = figures_by_code(day)
    sections = [(s, said.get(s.key), on_page(blocks_of(s, said.get(s.key), reach, day, found, False))) for s in SECTIONS]
    request.here = HERE
    context = {
        "sections": sections, "day": day, "leads": opening.leads(reach), "issues": issuing.issues(SELF_EVALUATION),
        "empty": sum(written is None for _, written, _ in sections),
    }  # fmt: skip
    return render(request, "goldthread/improvement/evaluation.html", context)


def whole(reach: Reach, suppressed: bool) -> list[Block]:
    """Every section as one document."""
    said, day = issuing.newest(), opening.figures_day(reach)
    found = figures_by_code(day)
    return [b for s in SECTIONS for b in (Heading(s.title), *blocks_of(s, said.get(s.key), reach, day, found, suppressed))]


def blocks_of(s: Section, written: Written | None, reach: Reach, day: date, found: dict[str, list[Figure]], suppressed: bool) -> list[Block]:
    """One section: its words with the figures written in, then the figures of its measures."""
    text = inserted(written.words, found, suppressed) if written else ""
    blocks: list[Block] = [Words(part) for part in text.split("\n\n") if part.strip()] or [Note("Nothing is written here yet.")]
    measures = [m for m in aimed() if issuing.section_of(m.section) == s.key]
    if measures:
        blocks += [figures_table(measures, found, suppressed), Note(f"Figures to {wording.plain_day(day)}. What we cannot tell never counts as done.")]
    if s.key == "next":
        one = next((o for o in opening.ours() if o.plan), None)
        blocks += given.standing(opening.stands(reach, one), day, suppressed) if one else []
    return blocks


def aimed() -> list[Measure]:
    """The measures that have a target: what the service says it wants to reach. All the others have their own pages."""
    return [m for m in asking.every() if m.target is not None]


def figures_by_code(day: date) -> dict[str, list[Figure]]:
    """Each of these measures on the newest day and a year before."""
    days = asking.months(day, A_YEAR)
    return asking.figures([m.code for m in aimed()], [days[0], days[-1]])


def figures_table(measures: Iterable[Measure], found: dict[str, list[Figure]], suppressed: bool) -> Table:
    rows = [(m.title, shown(found[m.code][0], m, suppressed), shown(found[m.code][-1], m, suppressed), saying.target(m)) for m in measures]
    return Table(("Measure", "A year before", "Now", "Target"), tuple(rows), right=(1, 2, 3), widths=(5, 2.4, 2.4, 1.2))


def shown(figure: Figure, measure: Measure, suppressed: bool) -> str:
    """'86% (188 of 219; 6 we cannot tell)'; hidden where it is small and may leave the house."""
    if figure.value is None:
        return saying.NOBODY
    if suppressed:
        hidden = publishing.one_hidden(figure, measure)
        if hidden.secret:
            return publishing.HIDDEN
    rests = (saying.rests_on_published if suppressed else saying.rests_on)(figure, measure).strip("; ")
    return f"{saying.value(figure, measure)} ({rests})" if rests else saying.value(figure, measure)


def inserted(words: str, found: dict[str, list[Figure]], suppressed: bool) -> str:
    """The words with a figure where they name a measure in square brackets; an unknown name is left as it was written."""
    measures = {m.code: m for m in aimed()}

    def figure(match: re.Match) -> str:
        code = match[1]
        return shown(found[code][-1], measures[code], suppressed) if code in measures and found.get(code) else match[0]

    return CODE.sub(figure, words)


@with_reach
def section(request: HttpRequest, reach: Reach, key: str) -> HttpResponse:
    """Write one section anew; what stood there is kept below."""
    check_may(reach.actor, IMPROVE)
    if key not in BY_KEY:
        raise Http404("There is no such section.")
    s, before = BY_KEY[key], issuing.earlier(key)

    def save(form: SectionForm) -> str:
        issuing.write(key, form.cleaned_data["words"], now=reach.now, by=reach.actor)
        return opening.address("self_evaluation", more=f"#{key}")

    way = (Link("Improvement", opening.address("improvement")), Link(TITLE, opening.address("self_evaluation")))
    measures = [(m.code, m.title) for m in aimed()]
    question = Question(
        s.title, SectionForm, save, way, s.asks, "Save the section", "goldthread/improvement/section.html",
        {"words": before[0].words if before else ""}, {"before": before, "measures": measures},
    )  # fmt: skip
    return ask(request, question)


@with_reach
def paper(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The self-evaluation on paper as it stands today: not given out yet."""
    suppressed = request.GET.get("small") != "shown"
    return pdf(request, TITLE, whole(reach, suppressed), under=f"As it stands on {wording.plain_day(reach.today)}; not given out. {small_words(suppressed)}")


def small_words(suppressed: bool) -> str:
    return "Small numbers are hidden as “c”." if suppressed else "With small numbers: not to be published."


@require_POST
@with_reach
def issue(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Give it out: from now on this copy does not change."""
    suppressed = request.POST.get("small") != "shown"
    title = f"{TITLE}, {wording.plain_day(reach.today)}"
    kept = issuing.issue(
        SELF_EVALUATION, title, opening.figures_day(reach), given.frozen(whole(reach, suppressed)), now=reach.now, by=reach.actor, suppressed=suppressed
    )
    messages.success(request, "It is given out. This copy keeps its words and its figures; the page goes on.")
    return redirect("issued", number=kept.pk)


@with_reach
def issued(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """A document as it was given out, on a page or on paper."""
    found = get_object_or_404(Issue.objects.select_related("by"), pk=number)
    under = f"Given out by {found.by.name if found.by else ''}, {wording.moment_words(found.at)}. Figures to {wording.plain_day(found.figures_to)}. {small_words(found.suppressed)}"
    blocks = given.thawed(found.pages)
    if request.GET.get("as") == "paper":
        return pdf(request, found.title, blocks, under=under)
    request.here = HERE
    return render(request, "goldthread/improvement/issued.html", {"issue": found, "blocks": on_page(blocks), "under": under})


def on_page(blocks: Sequence[Block]) -> list[dict[str, object]]:
    """What is shown of a document on a page: pictures stay on paper, their tables are here, each cell with its heading."""
    return [{**b._asdict(), "labelled": _labelled(b)} if b.kind == "table" else b._asdict() for b in blocks if b.kind not in ("picture", "break")]


def _labelled(table: Table) -> list[list[tuple[str, str]]]:
    return [list(zip(table.head, row, strict=True)) for row in table.rows]
