"""The words behind a mark: what one report asked to improve, and which themes each thing belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goldthread.inspection.facts import SECTIONS
from goldthread.inspection.history.asked import BELONGS, SUGGESTED, TAKEN_OFF, Column, Mark, Thing
from goldthread.inspection.history.vocabulary import THEMES, Theme
from goldthread.web import wording
from goldthread.web.history import ways


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing to improve: its words with those that suggest a theme marked, its page, and its themes."""

    fact: int
    number: str
    heading: str
    who: str
    text: SafeString
    sub_items: tuple[SafeString, ...]
    page: int | None
    page_href: str
    marks: tuple["ShownMark", ...]
    others: tuple[Theme, ...]

    @property
    def suggested(self) -> list["ShownMark"]:
        return [mark for mark in self.marks if mark.state == SUGGESTED]


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A theme on a thing: what is said of it, and what a person may say next."""

    code: str
    label: str
    state: str
    why: str
    may_confirm: bool
    may_take_off: bool


def shown(column: Column, theme: Theme | None) -> list[Shown]:
    """The things of a held report; with a theme those that carry it or were taken off it."""
    things = [thing for thing in column.things if theme is None or thing.mark(theme)]
    return [_shown(thing, column, theme) for thing in things]


def _shown(thing: Thing, column: Column, theme: Theme | None) -> Shown:
    marks = [mark for mark in thing.marks if theme is None or mark.theme == theme]
    words = [words for mark in marks for words in mark.shares] if theme else []
    carried = {mark.theme for mark in thing.marks}
    return Shown(
        thing.fact, thing.number, thing.heading, SECTIONS.get(thing.section, thing.section) if len(column.listed) > 1 else "",
        marked(thing.text, words), tuple(marked(item, words) for item in thing.sub_items), thing.page,
        ways.address("report_page_picture", column.report, thing.page) if thing.page else "",
        tuple(_mark(mark) for mark in (thing.marks if theme is None else marks)), tuple(one for one in THEMES if one not in carried),
    )  # fmt: skip


def _mark(mark: Mark) -> ShownMark:
    return ShownMark(mark.theme.code, mark.theme.label, mark.state, why(mark), mark.state != BELONGS, mark.state != TAKEN_OFF)


def why(mark: Mark) -> str:
    """'Suggested by “early help”', 'Miriam Tarnbrook says so, 20 November 2026'."""
    words = wording.listed(f"“{words}”" for words in mark.shares)
    if mark.state == SUGGESTED:
        return f"suggested by {words}; nobody has confirmed it yet"
    by = f"{mark.by or 'a person'}, {wording.plain_day(mark.at)}"
    return f"confirmed by {by}" if mark.state == BELONGS else f"taken off by {by}" + (f"; it shares {words}" if words else "")


def marked(text: str, words: Iterable[str]) -> SafeString:
    """The text with some of its words marked, wherever hyphens or spaces differ."""
    patterns = [r"[\W_]+".join(re.escape(word) for word in re.split(r"[\W_]+", one) if word) for one in words]
    patterns = sorted({pattern for pattern in patterns if pattern}, key=len, reverse=True)
    if not patterns:
        return format_html("{}", text)
    parts = re.split(f"({'|'.join(patterns)})", text, flags=re.IGNORECASE)
    return format_html_join("", "{}", ((format_html('<mark class="gt-hist__word">{}</mark>', part) if n % 2 else part,) for n, part in enumerate(parts)))
