"""Claims about an authority as values: somebody says that something was so on a day, as exactly as they say it."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

DAY, MONTH, SEASON, YEAR = "day", "month", "season", "year"
JUDGEMENT, SINCE, EVENT, RAN, MEASURES = "judgement", "since", "event", "ran", "measures"
UNREAD = "unread"  # the grade of an inspection that is listed and whose report cannot be read
REPORT, PRESS, LIST, OTHER = "report", "press", "list", "other"
SEASONS = {12: "Winter", 3: "Spring", 6: "Summer", 9: "Autumn"}


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A day or a stretch of days, said to the day, the month, the season or the year. `until` is its last day, if said."""

    day: date
    until: date | None = None
    exact: str = DAY

    @property
    def first(self) -> date:
        """The first day it may have been."""
        return self.day.replace(day=1, month=1) if self.exact == YEAR else self.day if self.exact == DAY else self.day.replace(day=1)

    @property
    def last(self) -> date:
        """The last day it may have been."""
        end = self.until or self.day
        if self.exact == DAY:
            return end
        months = {MONTH: end.month, SEASON: end.month + (2 if self.until is None else 0), YEAR: 12}[self.exact]
        return _month_end(end.year + (months - 1) // 12, (months - 1) % 12 + 1)

    @property
    def place(self) -> date:
        """Where it is drawn: an exact one on its last day, any other in the middle of what it may have been."""
        return self.last if self.exact == DAY else self.first + (self.last - self.first) / 2

    @property
    def words(self) -> str:
        """'3 to 14 Dec 2018', 'July 2005', 'Summer 2003', '2004–05'."""
        if self.exact == YEAR:
            return _years(self.day.year, (self.until or self.day).year)
        if self.exact == SEASON:
            return f"{SEASONS.get(self.day.month, 'Part')} {self.day.year}"
        return _days(self.day, self.until) if self.exact == DAY else _months(self.day, self.until)

    def overlaps(self, other: "When") -> bool:
        return self.first <= other.last and other.first <= self.last


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last % 100:02}" if first // 100 == last // 100 else f"{first}–{last}"


def _months(first: date, last: date | None) -> str:
    if last is None or (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {last:%B %Y}"


def _days(first: date, last: date | None) -> str:
    if last is None or first == last:
        return f"{first.day} {first:%b %Y}"
    head = "" if (first.year, first.month) == (last.year, last.month) else f" {first:%b}" + ("" if first.year == last.year else f" {first.year}")
    return f"{first.day}{head} to {last.day} {last:%b %Y}"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: `words` name it without its day. `report` is the number of a report held here, `page` its page."""

    words: str
    when: When | None = None
    kind: str = OTHER
    report: int | None = None
    page: int | None = None
    built_in: bool = False
    claim: int | None = None  # the row it was added as

    @property
    def said(self) -> str:
        """'Ofsted report, published 17 Jan 2019', 'BBC, 2017', 'trade press, October 2005'."""
        if self.when is None:
            return self.words
        return f"{self.words}, {'published ' if self.kind == REPORT else ''}{self.when.words}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is claimed. `short` is for the picture; `published` the day a judgement was published."""

    kind: str
    when: When
    words: str = ""
    short: str = ""
    scale: str = ""
    area: str = ""
    grade: str = ""
    sources: tuple[Source, ...] = ()
    published: date | None = None
    inspector: str = ""

    def also(self, sources: tuple[Source, ...]) -> "Claim":
        """The same claim with more sources, each once."""
        return replace(self, sources=tuple(dict.fromkeys((*self.sources, *sources))))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report asked for, where the report itself is not at hand: how many things by list, and themes by page.

    A page of 0 stands for a source without pages.
    """

    when: When
    source: Source
    listed: dict[str, int] = field(default_factory=dict)
    themes: dict[str, tuple[int, ...]] = field(default_factory=dict)
