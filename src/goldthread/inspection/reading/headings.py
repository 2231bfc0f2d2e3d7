"""Headings: lines set larger or bolder than the text, run together where one goes over several lines."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from goldthread.inspection.reading.lines import Line, Page, running

APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ\u2032\ufffd", "'"))
LARGER = 1.08
SPACING = 1.75
"""Lines of one heading follow each other within this many sizes of their letters."""


class Heading(NamedTuple):
    """A heading's lines and its text run on."""

    text: str
    page: int
    lines: tuple[Line, ...]


def stands_out(line: Line, body: float) -> bool:
    return line.size >= LARGER * body or line.bold


@lru_cache(4096)
def plain(text: str) -> str:
    """For comparing: small letters, straight apostrophes, no closing marks or footnote numbers."""
    straight = " ".join(text.lower().translate(APOSTROPHES).split())
    return re.sub(r"(?<=[?:.])\s?\d{1,2}$", "", straight).strip(" :?.")


def headings(pages: Iterable[Page], body: float) -> list[Heading]:
    """The headings of the pages, those of the contents left out."""
    found: list[Heading] = []
    for page in pages:
        found += [Heading(running(lines), page.number, tuple(lines)) for lines in _groups(without_contents(page), body)]
    return found


def without_contents(page: Page) -> Page:
    """The page without its list of contents, and what follows that on the page."""
    if not is_contents(page):
        return page
    start = next((i for i, line in enumerate(page.lines) if plain(line.text) == "contents"), 0)
    return page._replace(lines=page.lines[:start])


def is_contents(page: Page) -> bool:
    """Whether it is a list of contents: it says so, or several of its lines end in a page number."""
    numbered = sum(1 for line in page.lines if re.search(r"[a-z)?]\s*\.*\s*\d{1,3}$", line.text))
    says = any(plain(line.text) == "contents" for line in page.lines)
    return says and numbered >= 2 or numbered >= 6 and numbered * 3 > len(page.lines)


def _groups(page: Page, body: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in page.lines:
        if not stands_out(line, body):
            groups.append([])
        elif groups and groups[-1] and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group for group in groups if group]


def _continues(before: Line, line: Line) -> bool:
    return before.y - line.y < SPACING * line.size and abs(before.size - line.size) < 0.1 * line.size

