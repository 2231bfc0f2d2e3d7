"""Small bars: the days of a duty, and what one worker carries."""

from dataclasses import dataclass

from goldthread.web import wording
from goldthread.web.pictures.svg import element, line, rect, text

DAYBAR_WIDTH = 120.0
LOAD_WIDTH = 350.0


@dataclass(frozen=True, slots=True)
class DayCount:
    """Day `day` of `of`. More than `of` is over; `soon` draws the amber of a duty that is due today or close to it."""

    day: int
    of: int
    soon: bool = False


def day_bar(count: DayCount) -> str:
    """The bar beside the words; it is decoration, the words carry it."""
    total = max(count.day, count.of, 1)
    due = DAYBAR_WIDTH * count.of / total
    run = min(due, DAYBAR_WIDTH * max(count.day, 0) / total)
    parts = [rect(0, 2, due, 4, "track"), rect(0, 2, run, 4, "near" if count.soon else "run")]
    if count.day > count.of:
        parts.append(rect(due, 0, DAYBAR_WIDTH - due, 8, "over"))
    parts.append(rect(min(due, DAYBAR_WIDTH - 1) - 1, 0, 2, 8, "due"))
    box = {"cls": "gt-daybar", "viewBox": "0 0 120 8", "preserveAspectRatio": "none"}
    return element("svg", *parts, **box, aria_hidden="true", focusable="false")


def share_bar(share: float) -> str:
    """A share of one as a bar; decoration, the number stands beside it."""
    width = 100 * min(max(share, 0), 1)
    parts = [rect(0, 0, 100, 10, "track"), rect(0, 0, float(width), 10, "share")]
    box = {"cls": "gt-share", "viewBox": "0 0 100 10", "preserveAspectRatio": "none"}
    return element("svg", *parts, **box, aria_hidden="true", focusable="false")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: the letter in its segment, its words, what one child of it weighs, its colour class."""

    letter: str
    words: str
    weight: float
    cls: str


@dataclass(frozen=True, slots=True)
class Load:
    """What one worker carries: how many children of each kind, and the weight agreed with them (None where none is)."""

    counts: tuple[tuple[Kind, int], ...]
    limit: float | None = None

    @property
    def weight(self) -> float:
        return sum(kind.weight * number for kind, number in self.counts)

    def words(self) -> str:
        """The bar as a sentence."""
        kinds = ", ".join(f"{number} {kind.words}" for kind, number in self.counts if number) or "no children"
        agreed = f" of {self.limit:g} agreed" if self.limit is not None else ""
        return f"{kinds}. Weight {self.weight:g}{agreed}."


def most_of(loads: list[Load]) -> float:
    """The weight that fills the width, so that bars in one table can be laid against each other."""
    return max((max(load.weight, load.limit or 0) for load in loads), default=1) or 1


def load_bar(load: Load, most: float) -> str:
    """A bar by weight with letters in its segments and an upright at the limit; `most` is the weight of the whole width."""
    per_unit = LOAD_WIDTH * 0.98 / most
    parts: list[str] = []
    left = 0.0
    for kind, number in load.counts:
        if number:
            width = kind.weight * number * per_unit
            parts += _segment(kind, number, left, width)
            left += width
    if load.limit is not None:
        parts.append(line(load.limit * per_unit, 0, load.limit * per_unit, 28, "cap"))
    box = {"cls": "gt-load", "viewBox": f"0 0 {LOAD_WIDTH:g} 28", "preserveAspectRatio": "xMinYMid meet"}
    return element("svg", *parts, **box, role="img", aria_label=load.words())


def _segment(kind: Kind, number: int, left: float, width: float) -> list[str]:
    words = f"{number}{kind.letter}"
    parts = [rect(left, 3, width, 22, kind.cls)]
    if width >= 8 * len(words):
        parts.append(text(words, left + width / 2, 19, "on-dark" if kind.cls == "seg-cp" else "on-light", "middle"))
    return [*parts, line(left + width, 3, left + width, 25, "edge")]


def against_limit(load: Load) -> str:
    """'3.5 over', 'room for 3.25', 'room for none'; 'no limit agreed'."""
    if load.limit is None:
        return "no limit agreed"
    room = load.limit - load.weight
    lightest = min((kind.weight for kind, _ in load.counts), default=1)
    if room < 0:
        return f"{-room:g} over"
    return f"room for {room:g}" if room >= lightest else "room for none"


def children(load: Load) -> str:
    """'17 children'."""
    return wording.count(sum(number for _, number in load.counts), "child", "children")
