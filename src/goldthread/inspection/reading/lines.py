"""Words and lines with their places on the page, and what is made of them. Points; the page's bottom is 0."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goldthread.inspection.reading.values import Box

SUSPENDED = re.compile(r"(and|or|to|nor|but|as)\b|[,;/&]")
"""What follows a hyphen that stands for a word still to come: "16- and 17-year-olds"."""


class Word(NamedTuple):
    """A word at its baseline. `glued` says that no space stands before it."""

    text: str
    x: float
    y: float
    right: float
    size: float
    glued: bool = False
    bold: bool = False


class Line(NamedTuple):
    """The words of one baseline, left to right. `size` and `bold` are those of most of its letters."""

    page: int
    words: tuple[Word, ...]
    y: float
    size: float
    bold: bool
    text: str

    @property
    def x(self) -> float:
        return self.words[0].x

    @property
    def right(self) -> float:
        return self.words[-1].right


class Page(NamedTuple):
    """A page's lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    furniture: tuple[Line, ...] = ()


def spaced(words: Iterable[Word]) -> str:
    return "".join([word.text if word.glued else " " + word.text for word in words]).strip()


def line_of(page: int, words: Sequence[Word]) -> Line:
    letters = max(words, key=lambda word: len(word.text))
    bold = sum([len(w.text) if w.bold else -len(w.text) for w in words]) > 0
    return Line(page, tuple(words), letters.y, letters.size, bold, spaced(words))


def joined(texts: Iterable[str]) -> str:
    """Lines run on. A hyphen at a line's end stays, and holds its word together."""
    whole = ""
    for text in texts:
        whole = f"{whole}{_between(whole, text)}{text}"
    return whole


def _between(before: str, after: str) -> str:
    if not before or not after:
        return ""
    broken = before.endswith("-") and not before.endswith(" -") and before != "-" and not SUSPENDED.match(after)
    return "" if broken or before.endswith("/") else " "


def running(lines: Iterable[Line]) -> str:
    return joined(line.text for line in lines)


def box_of(lines: Sequence[Line], page: Page) -> Box | None:
    """Where those of the lines that stand on the page are."""
    here = [line for line in lines if line.page == page.number]
    if not here or not page.width or not page.height:
        return None
    left, right = min(ln.x for ln in here), max(ln.right for ln in here)
    top, bottom = max(ln.y + ln.size for ln in here), min(ln.y - ln.size * 0.3 for ln in here)
    fractions = (left / page.width, 1 - top / page.height, right / page.width, 1 - bottom / page.height)
    return tuple(round(min(1.0, max(0.0, part)), 4) for part in fractions)  # type: ignore[return-value]


def body_size(pages: Iterable[Page]) -> float:
    """The size of most letters, in points."""
    letters: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            letters[round(line.size, 1)] = letters.get(round(line.size, 1), 0) + len(line.words)
    return max(letters, key=lambda size: letters[size], default=12.0)


def plain_weight(pages: Sequence[Page]) -> list[Page]:
    """The pages as they are or, where most of the text is bold, with nothing bold: then it tells nothing."""
    lines = [line for page in pages for line in page.lines]
    if sum(1 for line in lines if line.bold) * 2 <= len(lines):
        return list(pages)
    return [page._replace(lines=tuple(line._replace(bold=False) for line in page.lines)) for page in pages]
