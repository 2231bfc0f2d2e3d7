"""The lists of what to improve: where each begins and ends, and under which headings its lines stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from goldthread.inspection.reading.headings import SPACING, plain, stands_out, without_contents
from goldthread.inspection.reading.lines import Line, Page, running

LIST = re.compile(
    r"^(what (does|do|did|must|should)? ?.{0,60}needs? to (be )?improved?|what needs to (be )?improved?( .{0,50})?|recommendations?( for .{0,50})?"
    r"|areas? for (further )?(improvement|development)s?)$"
)
PRIORITIES = (
    ("priority_and_immediate_action", re.compile(r"^(areas? for )?(priority( and| or| &)? ?)?(immediate )?actions?$|^areas? for (priority|immediate)( and immediate)? action$|^immediate priorities$")),
    ("area_for_improvement", re.compile(r"^(other )?areas? for (further )?(improvement|development)s?$")),
    ("immediately", re.compile(r"^immediately$")),
    ("within_three_months", re.compile(r"^within (three|3) months( of .*)?$")),
    ("within_six_months", re.compile(r"^within (six|6) months( of .*)?$")),
)  # fmt: skip
TIMED = ("immediately", "within_three_months", "within_six_months")
END = re.compile(
    r"^(the )?(experiences? and progress of|impact of leaders|(local authority|lscb|board|service|council)('s)? ?(has the following )?(key )?strengths"
    r"|summary (for|of)|information about|(key |areas of )?strengths?|what (is|was|works|worked) |inspection (findings|judge?ments?)|progress (since|made)|executive summary"
    r"|local safeguarding|what (the )?inspection|service information|capacity to improve|outcomes for looked after children and young"
    r"|leadership, management and governance (is|are|requires?|:)|overall effectiveness|about (this|the) inspection)"
)
BOARD_PART = re.compile(r"^(section \d:? )?(review of )?(the )?(effectiveness of )?(the )?(local )?(\S+ ){0,4}safeguarding children('s)? board|^(section \d:? )?(the )?effectiveness of the lscb")
HEADING_SIZE = 1.08


class Entry(NamedTuple):
    """A line inside a list, with the kind of list, its priority, and whether it stands out as a heading may."""

    line: Line
    stands_out: bool


class Block(NamedTuple):
    """The lines of one list under one heading of its own."""

    section: str
    priority: str | None
    title: Line
    entries: tuple[Entry, ...]


def blocks(pages: Sequence[Page], framework: str, body: float) -> list[Block]:
    """The lists of a report, in order. A list under a heading of priority is a block by itself."""
    walk = _Walk(framework, body)
    for page in pages:
        walk.page(without_contents(page))
    walk.close()
    return [block for block in walk.found if block.entries]


class _Walk:
    """Goes down the pages and keeps what stands between the headings of lists and the headings that end them."""

    def __init__(self, framework: str, body: float) -> None:
        self.found: list[Block] = []
        self._framework = framework
        self._body = body
        self._section = "lscb" if framework == "lscb_review" else "local_authority"
        self._open: Block | None = None
        self._lines: list[Entry] = []

    def page(self, page: Page) -> None:
        i = 0
        while i < len(page.lines):
            if page.number > 1 and self._is_board_part(page.lines[i : i + 2]):
                self._section = "lscb"
            i += self._begins(page.lines, i) or self._goes_on(page.lines[i], page.lines[i - 1] if i else None)

    def close(self) -> None:
        if self._open:
            self.found.append(self._open._replace(entries=tuple(self._lines)))
        self._open, self._lines = None, []

    def _is_board_part(self, lines: Sequence[Line]) -> bool:
        text = plain(running(lines))
        return self._framework == "sif" and self._large(lines[0]) and not text[-1:].isdigit() and BOARD_PART.search(text) is not None

    def _large(self, line: Line) -> bool:
        return line.size >= HEADING_SIZE * self._body

    def _goes_on(self, line: Line, before: Line | None) -> int:
        out = stands_out(line, self._body)
        if self._open and self._ends(plain(line.text), line, out or self._apart(line, before)):
            self.close()
        if self._open:
            self._lines.append(Entry(line, out))
        return 1

    def _apart(self, line: Line, before: Line | None) -> bool:
        return line.text[:1].isupper() and (before is None or before.y - line.y > 1.5 * line.size)

    def _begins(self, lines: Sequence[Line], i: int) -> int:
        """How many lines from this one are the heading of a list: none, one, or more where it goes over lines."""
        line, out = lines[i], stands_out(lines[i], self._body)
        if not (out or self._apart(line, lines[i - 1] if i else None) or line.text.endswith(":")):
            return 0
        return next((n for n in (1, 2, 3) if (n == 1 or out) and i + n <= len(lines) and self._opens(lines[i : i + n])), 0)

    def _opens(self, heading: Sequence[Line]) -> bool:
        text = plain(running(heading))
        priority = next((key for key, pattern in PRIORITIES if pattern.search(text)), None)
        if priority in TIMED and not (self._open and self._framework == "lac_2013"):
            return False
        if not priority and not LIST.search(text) or not _one_heading(heading):
            return False
        if self._framework == "lac_2013" and priority not in TIMED:
            priority = None
        self.close()
        section = "lscb" if re.search(r"\blscb\b|safeguarding", text) else self._section
        self._open = Block(section, priority, heading[0], ())
        return True

    def _ends(self, text: str, line: Line, like_heading: bool) -> bool:
        assert self._open is not None
        if END.search(text) and like_heading:
            return self._large(line) or self._open.title.x + 8 > line.x
        begun = any(not entry.stands_out for entry in self._lines)
        return self._large(line) and begun and line.size > self._open.title.size * 0.97


def _one_heading(lines: Sequence[Line]) -> bool:
    """Whether lines are set alike and follow each other closely."""
    pairs = zip(lines, lines[1:], strict=False)
    return all(a.y - b.y < SPACING * b.size and abs(a.size - b.size) < 0.1 * b.size for a, b in pairs)
