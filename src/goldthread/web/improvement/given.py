"""Documents as blocks: the same values stand on a page, on paper, and frozen in what was given out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from goldthread.inspection.progress import Progress
from goldthread.web import wording
from goldthread.web.improvement import page
from goldthread.web.measures.publishing import HIDDEN, SMALL
from goldthread.web.pictures import trend, trendline
from goldthread.web.printing import Break, Facts, Heading, Listed, Note, Picture, Quote, Table, Words
from goldthread.web.printing.blocks import Block

KINDS = {kind._field_defaults["kind"]: kind for kind in (Break, Facts, Heading, Listed, Note, Picture, Quote, Table, Words)}


def frozen(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Blocks as they are kept."""
    return [block._asdict() for block in blocks]


def thawed(pages: Sequence[dict[str, Any]]) -> list[Block]:
    """Kept blocks as blocks again."""
    return [KINDS[kept["kind"]](**kept) for kept in pages]


def number(count: int, suppressed: bool) -> str:
    """A count of children; 1 to 5 are hidden where the document may leave the house."""
    return HIDDEN if suppressed and count in SMALL else f"{count:,}"


def standing(stands: Sequence[Progress], day: date) -> list[Block]:
    """The table of all recommendations."""
    rows = []
    for p in stands:
        lines = [page.line(tied) for tied in p.ties]
        first = lines[0] if lines else None
        _, word = page.MARKS[p.outcome]
        knows = "; ".join(line.title for line in lines) or "no measure tied yet"
        cells = (first.then, first.now, first.target) if first else ("–", "–", "–")
        rows.append((f"{p.recommendation.number}. {p.title}", knows, *cells, f"{word}: {p.short}"))
    head = ("Recommendation", "How we know", "Inspection", "Now", "Target", "Has it moved?")
    note = f"Figures to {wording.plain_day(day)}. “Held” needs the target met at every month end of two whole quarters after the inspection. Where several measures are tied, the figures are those of the first."
    return [Table(head, tuple(rows), right=(2, 3, 4), widths=(4, 4, 1.6, 1.3, 1.3, 3.5)), Note(note)]


def picture(tied: object) -> list[Block]:
    """A tied measure drawn, with its figures as a table under it."""
    drawn = page.picture(tied)
    if drawn is None:
        return []
    svg = trendline.trendline(drawn, trendline.WIDE)
    rows = tuple((row.month, row.figure, row.of) for row in trend.rows(drawn))
    shown: list[Block] = [Picture(str(svg), drawn.says(), 0.75)] if svg else []
    return [*shown, Table(("Month", "Figure", "Rests on"), rows, right=(1,), widths=(2, 1, 3))]
