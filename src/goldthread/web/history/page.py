"""The page of an authority's history as values."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import mark_safe

from goldthread.inspection.history import History
from goldthread.inspection.history.asked import SUGGESTED
from goldthread.inspection.history.doubts import Disagreement, Unknown
from goldthread.inspection.history.values import PRESS, REPORT, Source
from goldthread.web import wording
from goldthread.web.history import listing, matrix, ways
from goldthread.web.pictures.history import history_picture
from goldthread.web.said import Sentence


@dataclass(frozen=True, slots=True)
class Difference:
    """A question sources answer differently: each answer with who gives it."""

    question: str
    answers: tuple[tuple[str, Sentence], ...]
    settled_by: str


@dataclass(frozen=True, slots=True)
class Open:
    """Something nobody here knows, with the link to what would answer it."""

    words: str
    href: str = ""
    do: str = ""


def page(history: History, today: date, leads: bool = False) -> dict[str, object]:
    """Everything the page and its print show. Who leads improvement is shown the way to add a report."""
    lines = listing.rows(history)
    return {
        "history": history, "name": history.name, "span": span(history, today), "from_words": gathered_from(history),
        "picture": mark_safe(history_picture(history, today)), "rows": lines, "number": listing.number(lines),
        "matrix": matrix.matrix(history.columns, history.slug) if history.columns else None, "suggested": suggested(history),
        "differences": [_difference(one, history.slug) for one in history.disagree], "open": [_open(one, leads) for one in history.unknown],
        "comparing": history.comparing, "report_add": ways.address("report_add") if leads else "",
        "add": reverse("claim_add", args=[history.slug]), "print": reverse("history_print", args=[history.slug]),
    }  # fmt: skip


def span(history: History, today: date) -> str:
    """'2000 to 2026'; nothing where nothing is known."""
    first = min((claim.when.first.year for claim in history.claims), default=None)
    return "" if first is None else f"{first} to {today.year}" if first < today.year else str(first)


def gathered_from(history: History) -> str:
    """'From 4 reports and 6 press sources'."""
    sources = {source for claim in history.claims for source in claim.sources}
    reports = {_report(source, claim.published) for claim in history.claims for source in claim.sources if source.kind == REPORT}
    press = {(source.words, source.when) for source in sources if source.kind == PRESS}
    others = {(source.words, source.when) for source in sources if source.kind not in (REPORT, PRESS)}
    parts = [wording.count(len(found), noun) for found, noun in ((reports, "report"), (press, "press source"), (others, "other source")) if found]
    return f"From {wording.listed(parts)}." if parts else ""


def _report(source: Source, published: date | None) -> object:
    """A report is one whoever tells of it: the day it was published."""
    return published or (source.when.day if source.when else source.report)


def suggested(history: History) -> int:
    """How many marks nobody confirmed yet."""
    return sum(cell.state == SUGGESTED for column in history.columns for cell in column.cells)


def _difference(one: Disagreement, slug: str) -> Difference:
    return Difference(one.question, tuple((answer, ways.sources(found, slug)) for answer, found in one.answers), one.settled_by)


def _open(one: Unknown, leads: bool) -> Open:
    if one.report:
        return Open(one.words, ways.address("report", one.report), "Open the report")
    return Open(one.words, ways.address("report_add") if one.add and leads else "", "Add the report")

