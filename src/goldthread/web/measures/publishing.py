"""Figures as they may leave the house: where a number is 1 to 5 it is hidden as "c", and so is what would give it away."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.web.measures import saying

HIDDEN = "c"
SMALL = range(1, 6)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure as it is shown: all of it words."""

    counted: str
    of: str
    unsure: str
    value: str
    secret: bool = False


def shown(figure: Figure, measure: Measure) -> Shown:
    """A figure as it is seen inside the house."""
    return Shown(f"{figure.numerator:,}", f"{figure.denominator:,}", f"{figure.unknown:,}", saying.value(figure, measure))


def hidden(figures: Sequence[Figure], measure: Measure) -> list[Shown]:
    """The parts of one figure as they may be published.

    A part is hidden where its numbers, or what is left of them, are 1 to 5; a small number of those we cannot tell is
    hidden by itself. Where only one part is hidden, the next smallest is too: otherwise it could be taken from the sum.
    """
    secret = {place for place, figure in enumerate(figures) if _is_small(figure)}
    if len(secret) == 1 and len(figures) > 1:
        others = [place for place in range(len(figures)) if place not in secret and _size(figures[place])]
        secret |= set(sorted(others, key=lambda place: _size(figures[place]))[:1])
    return [Shown(HIDDEN, HIDDEN, HIDDEN, HIDDEN, True) if place in secret else _safe(figure, measure) for place, figure in enumerate(figures)]


def one_hidden(figure: Figure, measure: Measure) -> Shown:
    """A single figure as it may be published."""
    return hidden([figure], measure)[0]


def _is_small(figure: Figure) -> bool:
    return any(number in SMALL for number in (figure.numerator, figure.denominator, figure.denominator - figure.numerator))


def _safe(figure: Figure, measure: Measure) -> Shown:
    """A figure whose numbers may be seen, but for a small number of those we cannot tell."""
    seen = shown(figure, measure)
    return replace(seen, unsure=HIDDEN) if figure.unknown in SMALL else seen


def _size(figure: Figure) -> int:
    return figure.denominator or figure.numerator


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table for a spreadsheet, with nothing in it that a spreadsheet would run as a formula."""
    written = io.StringIO(newline="")
    out = csv.writer(written)
    out.writerow(map(_inert, head))
    out.writerows([_inert(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
