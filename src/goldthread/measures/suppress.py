"""What of some figures may be printed for anybody to read: numbers of 1 to 5 are hidden, and what would give them back.

As in the Department's tables: `c` for what is hidden, `:` for what there is none of, one decimal. The figures handed over
are taken to be shown together: the parts of one measure on one day, with or without their sum.
"""

from collections.abc import Sequence
from typing import NamedTuple

from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure

HIDDEN, NONE = "c", ":"
SMALL = range(1, 6)


class Shown(NamedTuple):
    """A figure in words that may be printed."""

    code: str
    day: str
    group: str
    numerator: str
    denominator: str
    unknown: str
    value: str


def shown(figures: Sequence[Figure]) -> list[Shown]:
    """The figures as they may be printed, in the same order."""
    secret = _secret(figures)
    return [_hidden(figure) if n in secret else _open(figure) for n, figure in enumerate(figures)]


def _secret(figures: Sequence[Figure]) -> set[int]:
    """Those that are small, and where they are the only hidden part on their day, the next smallest beside them."""
    small = {n for n, figure in enumerate(figures) if is_small(figure)}
    beside = set()
    for hidden in small:
        parts = [n for n, f in enumerate(figures) if (f.code, f.day) == (figures[hidden].code, figures[hidden].day)]
        others = [n for n in parts if n not in small and _size(figures[n])]
        if len(small.intersection(parts)) == 1 and others:
            beside.add(min(others, key=lambda n: _size(figures[n])))
    return small | beside


def is_small(figure: Figure) -> bool:
    """Whether one of its numbers, or what is left when one is taken from the other, is 1 to 5."""
    told = (figure.numerator, figure.denominator, figure.denominator - figure.numerator)
    return any(number in SMALL for number in (told[:1] if MEASURES[figure.code].kind in ("count", "rate") else told))


def _size(figure: Figure) -> int:
    return figure.denominator or figure.numerator


def _hidden(figure: Figure) -> Shown:
    return Shown(figure.code, figure.day.isoformat(), figure.group, HIDDEN, HIDDEN, HIDDEN, HIDDEN)


def _open(figure: Figure) -> Shown:
    value = NONE if figure.value is None else f"{figure.value:.0f}" if MEASURES[figure.code].kind == "count" else f"{figure.value:.1f}"
    left = figure.denominator - figure.numerator - figure.unknown  # a few of whom it is known that they did not count
    unknown = HIDDEN if figure.unknown in SMALL or left in SMALL else str(figure.unknown)
    return Shown(figure.code, figure.day.isoformat(), figure.group, str(figure.numerator), str(figure.denominator), unknown, value)
