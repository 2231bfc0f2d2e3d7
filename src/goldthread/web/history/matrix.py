"""What had to improve and what came back, as a table of links: a theme a row, a report a column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldthread.inspection.facts import SECTIONS
from goldthread.inspection.history.asked import BELONGS, BOTH_DIFFER, SUGGESTED, Cell, Column, rows, times
from goldthread.web import wording
from goldthread.web.history.ways import page_run

SAID = {BELONGS: "yes", SUGGESTED: "suggested", BOTH_DIFFER: "sources differ"}
MARKS = {BELONGS: "", SUGGESTED: "gt-mdot--suggested", BOTH_DIFFER: "gt-mdot--differ"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A theme in a report: how it is drawn, what stands beside the mark, and what it opens."""

    words: str
    href: str
    said: str
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """A theme with a mark, or None, for each report."""

    theme: str
    headed: tuple[tuple[str, Mark | None], ...]
    times: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table, its column heads, how many things each report lists, and what to know when reading it."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]

    @property
    def wide(self) -> bool:
        """Whether a phone shows it as lists."""
        return len(self.heads) > 5


def matrix(columns: Sequence[Column], slug: str) -> Matrix:
    """The table of an authority's reports."""
    named = heads(columns)
    hrefs = [reverse("history_asked", args=[slug, column.key]) for column in columns]
    lines = tuple(_line(theme.label, cells, named, hrefs) for theme, cells in rows(columns))
    totals = tuple((head, _total(column), href) for head, column, href in zip(named, columns, hrefs, strict=True))
    return Matrix(named, lines, totals, tuple(_notes(columns)))


def _total(column: Column) -> str:
    if column.number:
        return str(column.number)
    return "none confirmed" if column.report else pages((0,))


def heads(columns: Sequence[Column]) -> tuple[str, ...]:
    """The year of each report, with its month where a year has two."""
    years = [column.label for column in columns]
    return tuple(f"{column.when.place:%b} {year}" if years.count(year) > 1 else year for column, year in zip(columns, years, strict=True))


def _line(theme: str, cells: Sequence[Cell | None], named: Sequence[str], hrefs: Sequence[str]) -> Line:
    headed = tuple((head, _mark(cell, href) if cell else None) for head, cell, href in zip(named, cells, hrefs, strict=True))
    return Line(theme, headed, times(cells))


def _mark(cell: Cell, href: str) -> Mark:
    return Mark(pages(cell.pages), f"{href}?theme={cell.theme.code}", SAID[cell.state], MARKS[cell.state])


def pages(found: Sequence[int]) -> str:
    """'p 8', 'p 8–9', 'p 7, 32'; 'press' for a source without pages, 'no page' where a person added it without one."""
    if not found:
        return "no page"
    if tuple(found) == (0,):
        return "press"
    return f"p {page_run(found)}"


def listed_words(column: Column) -> str:
    """'16 for the local authority and 12 for the safeguarding board'; '' where nobody knows."""
    if len(column.listed) < 2:
        return wording.count(column.number, "thing") if column.number else ""
    return wording.listed(f"{number} for {SECTIONS.get(section, section).lower()}" for section, number in column.listed.items())


def _notes(columns: Sequence[Column]) -> Iterator[str]:
    yield "p = page of the report."
    for head, column in zip(heads(columns), columns, strict=True):
        if column.report is None and not column.number:
            yield f"{head} is from {column.sources[0].words} reports of a letter that is not held here."
        elif len(column.listed) > 1:
            yield f"{head} counts {listed_words(column)}."
    yield "A theme is a reading; each mark opens the report’s own words, or says where they stand."
