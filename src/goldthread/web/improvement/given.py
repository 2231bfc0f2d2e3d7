"""Documents as blocks: the same values stand on a page, on paper, and frozen in what was given out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from goldthread.inspection.progress import Progress, Tied
from goldthread.measures.suppress import enough_hidden
from goldthread.web import wording
from goldthread.web.improvement import page
from goldthread.web.measures import publishing, saying
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


def parts(counts: Sequence[int], suppressed: bool) -> list[str]:
    """The parts of a sum that stands beside them. Where some are hidden so are the next smallest, while the sum would tell them."""
    by_size = sorted((place for place, count in enumerate(counts) if count), key=lambda place: counts[place])
    few = sum(count in SMALL for count in counts) if suppressed else 0
    secret = by_size[: enough_hidden([(counts[place],) for place in by_size], few)]
    return [HIDDEN if place in secret else f"{count:,}" for place, count in enumerate(counts)]


def is_secret(tied: Tied, suppressed: bool) -> bool:
    """Whether the figures of a tied measure rest on so few that they may not leave the house."""
    if not suppressed or tied.measure is None:
        return False
    return any(publishing.one_hidden(f, tied.measure).secret for f in (tied.then, tied.now) if f is not None)


def tells_few_unknown(tied: Tied, suppressed: bool) -> bool:
    """Whether the sentences about a tied measure would say of how few we cannot tell."""
    return suppressed and any(f.unknown in SMALL for f in (tied.then, tied.now) if f is not None)


def then_and_now(tied: Tied, suppressed: bool) -> tuple[str, str]:
    """The figures of a tied measure on the inspection's last day and now, as every table of a document has them.

    Where less is better, those of the verdict count what is not known among the bad ones: beside the others they would tell
    of how few it is not known.
    """
    if is_secret(tied, suppressed):
        return HIDDEN, HIDDEN
    if tells_few_unknown(tied, suppressed) and tied.measure:
        return saying.value(tied.then, tied.measure), saying.value(tied.now, tied.measure)
    line = page.line(tied)
    return line.then, line.now


def has_secret(p: Progress, suppressed: bool) -> bool:
    """Whether what is said of a recommendation would tell a figure that is hidden, or of how few we cannot tell."""
    return any(is_secret(tied, suppressed) or tells_few_unknown(tied, suppressed) for tied in p.ties)


def standing(stands: Sequence[Progress], day: date, suppressed: bool) -> list[Block]:
    """The table of all recommendations."""
    head = ("Recommendation", "How we know", "Inspection", "Now", "Target", "Has it moved?")
    note = f"Figures to {wording.plain_day(day)}. “Held” needs the target met at every month end of two whole quarters after the inspection. Where several measures are tied, the figures are those of the first."
    rows = tuple(_standing(p, suppressed) for p in stands)
    return [Table(head, rows, right=(2, 3, 4), widths=(4, 4, 1.6, 1.3, 1.3, 3.5)), Note(note)]


def _standing(p: Progress, suppressed: bool) -> tuple[str, ...]:
    lines = [page.line(tied) for tied in p.ties]
    _, word = page.MARKS[p.outcome]
    cells = (*then_and_now(p.ties[0], suppressed), lines[0].target) if lines else ("–", "–", "–")
    said = f"{word}: {p.short}"
    if has_secret(p, suppressed):
        said = word
    return (f"{p.recommendation.number}. {p.title}", "; ".join(line.title for line in lines) or "no measure tied yet", *cells, said)


def picture(tied: Tied, suppressed: bool) -> list[Block]:
    """A tied measure drawn, with its figures as a table under it; only the table where any of them is hidden."""
    drawn = page.picture(tied)
    if drawn is None:
        return []
    if drawn.upright and tells_few_unknown(tied, suppressed):
        drawn = replace(drawn, upright=(drawn.upright[0], f"inspection: {then_and_now(tied, suppressed)[0]}"))
    shown = [publishing.one_hidden(f, tied.measure) if suppressed else publishing.shown(f, tied.measure) for f in tied.months]
    rests_on = saying.rests_on_published if suppressed else saying.rests_on
    rests = [rests_on(f, tied.measure) for f in tied.months]
    rows = tuple(_month(row, of, one.secret) for row, of, one in zip(trend.rows(drawn), rests, shown, strict=True))
    table = Table(("Month", "Figure", "Rests on"), rows, right=(1,), widths=(2, 1, 3))
    svg = "" if any(one.secret for one in shown) or is_secret(tied, suppressed) else str(trendline.trendline(drawn, trendline.WIDE))
    return [Picture(svg, drawn.says(), 0.75), table] if svg else [table]


def _month(row: trend.Row, rests_on: str, secret: bool) -> tuple[str, str, str]:
    return (row.month, HIDDEN, HIDDEN) if secret else (row.month, row.figure, rests_on)
