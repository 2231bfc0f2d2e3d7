"""The things to improve, item by item: a bullet or a number begins one, its indented lines go on with it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goldthread.inspection.reading.headings import SPACING
from goldthread.inspection.reading.lines import Line, Page, Word, box_of, joined, line_of
from goldthread.inspection.reading.sections import TIMED, Block, Entry
from goldthread.inspection.reading.values import Improvement
from goldthread.inspection.reading.words import BULLETS

SECOND = "-–—o\uf02d\uf0be\uf0b7\u25e6\u25cb\u2043*"
ONE_LETTER = "AaI0123456789"
"""Words of one sign. Any other sign with a gap behind it is a bullet, whatever the file says that it is."""

NUMBER = re.compile(r"\(?(\d{1,3})[.)]?$")
LETTER = re.compile(r"\(?([a-h]|[ivx]{1,4})[.)]$")
NONE_NEEDED = re.compile(r"^(there (are|were) no|no|none)\b.{0,60}\b(priority|immediate|area|action|recommendation|improve)", re.IGNORECASE)
COMMON = frozenset(["the", "a", "an", "and", "of", "to", "in", "for", "on", "with", "by", "is", "are", "be", "that", "this", "their", "all", "from", "or", "as", "at", "it", "not"])
BROKEN = re.compile(r"[a-z]{4,}[0-9¶§\ufffd]s?\b|\ufffd|[\x7f-\x9f]")
STEP = 6.0
"""Marks that stand further right than this (in points) are of the next level."""


class Marked(NamedTuple):
    """A line taken apart: its bullet or number (None, 0 where it has neither) and the words after it."""

    mark: str | None
    number: int
    x: float
    rest: Line | None


@dataclass
class Item:
    """An item being read: all its lines without their marks, those of each of its points, and the lines as printed."""

    mark: str
    number: int
    x: float
    heading: str | None
    printed: list[Line]
    lines: list[Line]
    points: list[list[Line]] = field(default_factory=list)
    point_x: float = 0.0
    why: str = ""

    def say(self, line: Line, *, point: bool) -> None:
        """Another line of it, or of its last point."""
        self.lines.append(line)
        if point:
            self.points[-1].append(line)

    @property
    def left(self) -> float:
        """Where the words begin that go on with it."""
        last = self.points[-1] if self.points else self.lines
        return last[0].x if last else self.x

    @property
    def text(self) -> str:
        return joined(line.text for line in self.lines)


class Listed(NamedTuple):
    """What was read from the blocks: the improvements and what is to be told beside them."""

    improvements: tuple[Improvement, ...]
    notes: tuple[str, ...]


def improvements(blocks: Sequence[Block], pages: Sequence[Page], framework: str) -> Listed:
    """Every item of every list, in order."""
    found: list[Improvement] = []
    notes: list[str] = []
    for block in blocks:
        if framework == "lac_2013" and block.priority not in TIMED:
            continue
        items = _Reader().read(block)
        kept = [item for item in items if not NONE_NEEDED.match(item.text)]
        notes += [f"Page {item.printed[0].page} says: “{item.text}”" for item in items if item not in kept]
        found += [_improvement(item, block, pages) for item in kept]
    return Listed(tuple(found), tuple(notes))


def _improvement(item: Item, block: Block, pages: Sequence[Page]) -> Improvement:
    page = item.printed[0].page
    text, why = item.text, item.why or _odd(item)
    points = tuple(joined(line.text for line in point) for point in item.points)
    words = joined(line.text for line in item.printed)
    box = box_of(item.printed, pages[page - 1])
    return Improvement(text, page, block.section, block.priority, item.heading, item.number or None, points, words, not why, why, box)


def _odd(item: Item) -> str:
    if len(item.text.split()) < 3:
        return "It is very short: part of it may be missing."
    if item.text.endswith(":"):
        return "It ends in a colon: what follows it may be missing."
    words = item.text.lower().split()
    if len(words) >= 12 and not COMMON & set(words):
        return "It does not read like English: its letters may be damaged."
    if broken := BROKEN.search(item.text):
        return f"A sign in “{broken.group()}” may be damaged, or a footnote’s mark."
    if len(item.text) > 2500:
        return "It is very long: something else may have run into it."
    return ""


def marked(line: Line) -> Marked:
    """A line's bullet or number, and the line without it."""
    first = line.words[0]
    number = NUMBER.match(first.text)
    if LETTER.match(first.text) and len(line.words) > 1:
        return Marked("-", 0, first.x, _rest(line, line.words[1:]))
    if len(line.words) == 1 and not number and first.text not in BULLETS:
        return Marked(None, 0, line.x, line)
    if len(first.text) == 1 and _gap(line) > 0.5 and first.text not in ONE_LETTER:
        return Marked(first.text, 0, first.x, _rest(line, line.words[1:]))
    if first.text in BULLETS or (first.text in SECOND and len(line.words) > 1):
        return Marked(first.text, 0, first.x, _rest(line, line.words[1:]))
    if number and (first.text[-1] == "." or _gap(line) > 0.7):
        return Marked("1", int(number[1]), first.x, _rest(line, line.words[1:]))
    run_on = re.match(r"(?:(\d{1,3})\.|[-–])(?=[^\W\d])", first.text)
    if run_on:
        return Marked("1" if run_on[1] else "-", int(run_on[1] or 0), first.x, _rest(line, (first._replace(text=first.text[run_on.end() :]), *line.words[1:])))
    return Marked(None, 0, line.x, line)


def _gap(line: Line) -> float:
    """The space after a line's first word, in sizes of its letters."""
    return (line.words[1].x - line.words[0].right) / line.size if len(line.words) > 1 else 0.0


def _rest(line: Line, words: Sequence[Word]) -> Line | None:
    return line_of(line.page, words)._replace(y=line.y) if words else None


class _Reader:
    """Reads one block, line by line."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._heading: str | None = None
        self._before: Line | None = None
        self._heading_open = False
        self._over = False
        self._intro: list[Line] = []

    def read(self, block: Block) -> list[Item]:
        for entry in block.entries:
            self._entry(entry)
            self._before = entry.line
            if self._over:
                break
        if not self._items and not block.priority:
            return [_prose(paragraph) for paragraph in _paragraphs(self._intro)]
        return self._items

    def _entry(self, entry: Entry) -> None:
        part = marked(entry.line)
        item = self._items[-1] if self._items else None
        if part.mark is None or (part.mark == "1" and item and self._is_text(part, item, entry.line)):
            self._unmarked(entry, item)
        elif self._belongs(part, item):
            self._point(part, entry.line)
        elif item and self._other_list(part, item):
            self._over = True
        else:
            self._begin(part, entry.line)

    def _is_text(self, part: Marked, item: Item, line: Line) -> bool:
        """A line of an item that happens to begin with a number: "12 weeks"."""
        return item.left - 3 <= line.x and part.number != item.number + 1 and (item.mark != "1" or line.x > item.x + STEP)

    def _belongs(self, part: Marked, item: Item | None) -> bool:
        """Whether a mark begins a point of the item above rather than an item."""
        if item is None or self._heading_open:
            return False
        if part.x > item.x + STEP:
            return True
        lower = part.mark in SECOND and item.mark not in SECOND or item.mark == "1"
        return lower and part.mark != "1" and part.x > item.x - STEP

    def _other_list(self, part: Marked, item: Item) -> bool:
        """Numbered paragraphs after bullets, or bullets after numbers and a heading, are the report going on."""
        return (part.mark == "1") != (item.mark == "1")

    def _begin(self, part: Marked, line: Line) -> None:
        lines = [part.rest] if part.rest else []
        self._items.append(Item(part.mark or "", part.number, part.x, self._heading, [line], lines))
        self._heading_open = False

    def _point(self, part: Marked, line: Line) -> None:
        item = self._items[-1]
        item.printed.append(line)
        item.points.append([])
        item.point_x = part.x
        if part.rest:
            item.say(part.rest, point=True)

    def _unmarked(self, entry: Entry, item: Item | None) -> None:
        if item and not self._heading_open and self._goes_on(entry, item):
            item.printed.append(entry.line)
            item.say(entry.line, point=bool(item.points) and entry.line.x > item.point_x - 3)
        elif entry.stands_out or item or self._looks_like_heading(entry.line):
            self._topic(entry)
        else:
            self._intro += [*self._taken_back(entry.line), entry.line]

    def _goes_on(self, entry: Entry, item: Item) -> bool:
        line = entry.line
        indented = line.x > item.x + STEP
        if indented and not (entry.stands_out and not item.lines):
            return True
        if not item.lines:
            return True
        return not entry.stands_out and not self._apart(line) and self._hangs(item)

    def _hangs(self, item: Item) -> bool:
        """Where no line of it is indented, its lines begin under its mark."""
        return all(line.x <= item.x + STEP for line in item.printed[1:])

    def _apart(self, line: Line) -> bool:
        before = self._before
        if before is None:
            return True
        if before.page != line.page:
            ended = len(self._items[-1].printed) < 2 if self._items else True
            return line.text[:1].isupper() and (ended or before.text.endswith((".", ";", ":")))
        return before.y - line.y > SPACING * line.size * 0.86

    def _looks_like_heading(self, line: Line) -> bool:
        return len(line.text) < 70 and not line.text.endswith((".", ":", ",")) and line.text[:1].isupper() and self._apart(line)

    def _taken_back(self, line: Line) -> list[Line]:
        """What was taken for a heading and is a paragraph's first line: this one goes on with it."""
        first = self._before
        if not (self._heading_open and first and not self._apart(line) and self._heading == first.text):
            return []
        self._heading, self._heading_open = None, False
        return [first]

    def _topic(self, entry: Entry) -> None:
        text = entry.line.text.strip()
        self._heading = joined([self._heading, text]) if self._heading_open and self._heading else text
        self._heading_open = True


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines without bullets or numbers, divided where a gap stands between them."""
    parts: list[list[Line]] = []
    for line in lines:
        before = parts[-1][-1] if parts else None
        if before and (before.page != line.page or before.y - line.y < SPACING * 0.86 * line.size):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _prose(lines: Sequence[Line]) -> Item:
    item = Item("", 0, lines[0].x, None, list(lines), list(lines))
    item.why = "It is printed as a paragraph, not as a list."
    return item


def missing_numbers(found: Iterable[Improvement]) -> list[str]:
    """Where the printed numbers of a list leap, a sentence that says so."""
    notes = []
    before: Improvement | None = None
    for item in found:
        if before and before.number and item.number and item.section == before.section and item.number > before.number + 1:
            notes.append(f"The items leap from number {before.number} to number {item.number} on page {item.page}: some may be missing.")
        before = item if item.number else None
    return notes


