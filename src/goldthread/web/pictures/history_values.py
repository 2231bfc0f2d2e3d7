"""The measures of the picture of a history, and how marks are kept from standing on each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from goldthread.web.pictures.svg import text_width

WIDTH, LEFT, RIGHT = 1136.0, 14.0, 1121.0
PAD, GAP = 8.0, 6.0
LINE = 16.0  # from one line of small text to the next
LEAST_YEARS = 6  # so many are drawn even of a short history


@dataclass(frozen=True, slots=True)
class Years:
    """The line of years: from 1 January of `first` to the end of `last`."""

    first: int
    last: int

    def x(self, day: date) -> float:
        """The place of a day, kept within the line."""
        begins, ends = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        return LEFT + (RIGHT - LEFT) * min(max((day - begins).days / (ends - begins).days, 0), 1)

    @property
    def step(self) -> int:
        """How many years from one year that is written to the next."""
        return next(step for step in (1, 2, 5, 10) if (RIGHT - LEFT) * step / (self.last + 1 - self.first) >= 48)


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on the picture: its sides, and what is drawn in it, given where its top is."""

    left: float
    right: float
    height: float
    top: float = 0.0

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "Frame") -> bool:
        beside = self.left < other.right + GAP and other.left < self.right + GAP
        return beside and self.top < other.bottom + PAD and other.top < self.bottom + PAD


def stacked(frame: Frame, placed: Sequence[Frame], top: float) -> Frame:
    """The frame at the highest place from `top` where it meets none of those placed."""
    tops = sorted({top, *(other.bottom + PAD for other in placed)})
    tries = (replace(frame, top=one) for one in tops if one >= top)
    return next(one for one in tries if not any(one.meets(other) for other in placed))


def spread(wanted: Sequence[tuple[float, float, float]], low: float, high: float, gap: float) -> list[float] | None:
    """Places for marks wanted at (x, room left of it, room right of it), in the order given, none on another.

    None where they do not fit between `low` and `high`.
    """
    places: list[float] = []
    edge = low
    for x, before, after in wanted:
        places.append(max(x, edge + before))
        edge = places[-1] + after + gap
    edge = high
    for n in reversed(range(len(places))):
        places[n] = min(places[n], edge - wanted[n][2])
        edge = places[n] - wanted[n][1] - gap
    fits = all(place >= low + before - 0.01 for place, (_, before, _) in zip(places[:1], wanted[:1], strict=True))
    return places if fits else None


def wrapped(words: str, width: float, bold: bool = False, most: int = 9) -> list[str]:
    """The words in lines no wider than `width`; what does not go into `most` lines ends in three dots."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
    return [cut(one, width) for one in lines]


def cut(words: str, width: float) -> str:
    """The words, or as many of them as fit and three dots. The list under the picture has them whole."""
    if text_width(words) <= width:
        return words
    while words and text_width(words + "…") > width:
        shorter = words.rsplit(" ", 1)[0]
        words = shorter if shorter != words else words[:-1]
    return f"{words.rstrip(' ,;:')}…"
