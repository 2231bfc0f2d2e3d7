"""Figures as they may leave the house: where a number is 1 to 5 it is hidden as "c", and so is what would give it away."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldthread.measures import suppress
from goldthread.measures.cells import inert
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.web.measures import saying

HIDDEN, SMALL = suppress.HIDDEN, suppress.SMALL


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
    """The parts of one figure as they may be published: see goldthread.measures.suppress."""
    return [_published(figure, told, measure) for figure, told in zip(figures, suppress.shown(figures), strict=True)]


def _published(figure: Figure, told: suppress.Shown, measure: Measure) -> Shown:
    if told.numerator == HIDDEN:
        return Shown(HIDDEN, HIDDEN, HIDDEN, HIDDEN, True)
    seen = shown(figure, measure)
    return replace(seen, unsure=HIDDEN) if told.unknown == HIDDEN else seen


def one_hidden(figure: Figure, measure: Measure) -> Shown:
    """A single figure as it may be published."""
    return hidden([figure], measure)[0]


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table for a spreadsheet, with nothing in it that a spreadsheet would run as a formula."""
    written = io.StringIO(newline="")
    out = csv.writer(written)
    out.writerow(map(inert, head))
    out.writerows([inert(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
