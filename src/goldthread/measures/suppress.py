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
    """Those that are small, and beside them on their day the next smallest, until the sum of what is hidden tells none of it."""
    secret: set[int] = set()
    for code, day in {(f.code, f.day) for f in figures}:
        parts = [n for n, f in enumerate(figures) if (f.code, f.day) == (code, day) and _size(f)]
        parts.sort(key=lambda n: (not is_small(figures[n]), _size(figures[n])))
        few = sum(is_small(figures[n]) for n in parts)
        secret.update(parts[: enough_hidden([_told(figures[n]) for n in parts], few)])
    return secret


def enough_hidden(parts: Sequence[Sequence[int]], few: int) -> int:
    """How many of the parts of a sum to hide, the `few` small ones first and the others by size; each is its numbers.

    One alone is what is missing from the sum. Several are given away where each number is the least it can be (1, or 6 for
    one hidden beside them) or the most (5, or no more than the next that is shown): their sum can be made in one way only.
    """
    for hidden in range(few, len(parts)) if few else ():
        sums = zip(*parts[:hidden], parts[hidden], strict=True)
        if hidden > 1 and not any(_made_one_way(numbers, few, most) for *numbers, most in sums):
            return hidden
    return len(parts) if few else 0


def _made_one_way(numbers: Sequence[int], few: int, most: int) -> bool:
    """Whether the small numbers, and the others beside them, are all the least or all the most that they can be."""
    others = len(numbers) - few
    return [*numbers] in ([SMALL[0]] * few + [SMALL[-1] + 1] * others, [SMALL[-1]] * few + [most] * others)


def is_small(figure: Figure) -> bool:
    """Whether one of its numbers, or what is left when one is taken from the other, is 1 to 5."""
    return any(number in SMALL for number in _told(figure))


def _told(figure: Figure) -> tuple[int, ...]:
    """The numbers of a figure that may be few."""
    told = (figure.numerator, figure.denominator, figure.denominator - figure.numerator)
    return told[:1] if MEASURES[figure.code].kind in ("count", "rate") else told


def _size(figure: Figure) -> int:
    return figure.denominator or figure.numerator


def _hidden(figure: Figure) -> Shown:
    return Shown(figure.code, figure.day.isoformat(), figure.group, HIDDEN, HIDDEN, HIDDEN, HIDDEN)


def _open(figure: Figure) -> Shown:
    value = NONE if figure.value is None else f"{figure.value:.0f}" if MEASURES[figure.code].kind == "count" else f"{figure.value:.1f}"
    left = figure.denominator - figure.numerator - figure.unknown  # a few of whom it is known that they did not count
    unknown = HIDDEN if figure.unknown in SMALL or left in SMALL else str(figure.unknown)
    return Shown(figure.code, figure.day.isoformat(), figure.group, str(figure.numerator), str(figure.denominator), unknown, value)
