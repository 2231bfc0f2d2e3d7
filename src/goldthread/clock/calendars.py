"""Which days count: England's working days, the United Kingdom's, and an authority's school days.

Bank holidays come from the `holidays` library and are checked against the law in the tests. A holiday that was
announced after clocks had started to run carries the day it was announced, so that a calendar can be asked what was
known then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

PUBLISHED_TO = date(2028, 12, 31)
_TABLED_FROM = date(1990, 1, 1)
_TABLED_TO = date(2045, 12, 31)
_FIRST = _TABLED_FROM.toordinal()
_ONE_DAY = timedelta(days=1)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class NotPublished(ValueError):
    """The count reaches a year whose bank holidays nobody has announced."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A one-off or moved bank holiday: the day itself, when it became known, and the usual day it replaced."""

    day: date
    known_from: date
    instead_of: date | None = None


# Announcement days: royal and Cabinet Office statements; only that of 2022 is in the compiled facts, the rest to check.
ANNOUNCED = (
    Announced(date(2011, 4, 29), date(2010, 11, 23)),
    Announced(date(2020, 5, 8), date(2019, 6, 7), instead_of=date(2020, 5, 4)),
    Announced(date(2022, 6, 2), date(2020, 11, 12), instead_of=date(2022, 5, 30)),
    Announced(date(2022, 6, 3), date(2020, 11, 12)),
    Announced(date(2022, 9, 19), date(2022, 9, 10)),
    Announced(date(2023, 5, 8), date(2022, 11, 6)),
)


@lru_cache(maxsize=1024)
def _bank_holidays(nations: tuple[str, ...], year: int) -> Mapping[date, str]:
    found: dict[date, str] = {}
    for nation in nations:
        for day, name in holidays.country_holidays("GB", subdiv=nation, years=year).items():
            found.setdefault(day, name)
    return found


class Calendar:
    """Days that count, and days that do not with the reason.

    Counting inside the tabled years is one list lookup; outside them it steps day by day.
    """

    def __init__(self, name: str, unit: str, published_to: date = PUBLISHED_TO) -> None:
        self.name = name
        self.unit = unit
        self.published_to = published_to
        self._table: tuple[list[date], list[int]] | None = None

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def reason(self, day: date) -> str | None:
        """Why this day is not counted, or None when it is."""
        raise NotImplementedError

    @property
    def everywhere(self) -> "Calendar":
        """The working days of every part of the United Kingdom, as the holidays were known when these were."""
        raise NotImplementedError

    def end_of_term_after(self, day: date, number: int) -> date:
        """The last day of the school term that comes so many terms after the one a day lies in or follows."""
        raise NotImplementedError

    def counts(self, day: date) -> bool:
        return self.reason(day) is None

    def published(self, day: date) -> bool:
        """Whether the days up to this one are settled, and not only worked out from the usual pattern."""
        return day <= self.published_to

    def require_published(self, day: date) -> date:
        """The same day; NotPublished if its bank holidays have not been announced."""
        if not self.published(day):
            raise NotPublished(
                f"The {self.unit}s of {day.year} are not published yet: they are known to {self.published_to:%d %B %Y}."
            )
        return day

    def add(self, day: date, number: int) -> date:
        """The day that is `number` counted days after this one; the day itself is never counted."""
        position, counted = self._place(day), self._tabled[0]
        if position is not None and 0 <= position + number < len(counted) and number > 0:
            return counted[position + number]
        return self._step(day, number)

    def on_or_before(self, day: date) -> date:
        """The last counted day no later than this one."""
        position = self._place(day)
        if position is not None and position >= 0:
            return self._tabled[0][position]
        while not self.counts(day):
            day -= _ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The first counted day no earlier than this one."""
        return day if self.counts(day) else self.add(day, 1)

    def between(self, start: date, end: date) -> int:
        """How many counted days lie after `start` and no later than `end`; negative when `end` is the earlier."""
        if end < start:
            return -self.between(end, start)
        first, last = self._place(start), self._place(end)
        if first is not None and last is not None:
            return last - first
        return sum(self.counts(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def _place(self, day: date) -> int | None:
        """Position of the last counted day no later than this one, within the tabled years."""
        upto = self._tabled[1]
        offset = day.toordinal() - _FIRST
        return upto[offset] if 0 <= offset < len(upto) else None

    @property
    def _tabled(self) -> tuple[list[date], list[int]]:
        """The counted days, and for each day of the tabled years the place of the last of them no later than it.

        Put in place when it is whole: the threads of a server share a calendar, and more than one may be the first to ask.
        """
        if self._table is None:
            self._table = self._tabulate()
        return self._table

    def _tabulate(self) -> tuple[list[date], list[int]]:
        counted: list[date] = []
        upto: list[int] = []
        for ordinal in range(_FIRST, _TABLED_TO.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if self.counts(day):
                counted.append(day)
            upto.append(len(counted) - 1)
        return counted, upto

    def _step(self, day: date, number: int) -> date:
        step = _ONE_DAY if number > 0 else -_ONE_DAY
        for _ in range(abs(number)):
            day += step
            while not self.counts(day):
                day += step
        return day


class WorkingDays(Calendar):
    """Days that are neither weekend nor bank holiday in any of the nations named."""

    def __init__(self, name: str, nations: tuple[str, ...], known: date | None = None) -> None:
        super().__init__(name, "working day")
        self._nations, self._known = nations, known
        self._unknown = {a.day for a in ANNOUNCED if known and a.known_from > known}
        self._unmoved = {a.instead_of for a in ANNOUNCED if known and a.known_from > known and a.instead_of}

    @property
    def everywhere(self) -> Calendar:
        return _everywhere(self._known)

    def reason(self, day: date) -> str | None:
        if day.weekday() >= 5:
            return _WEEKDAYS[day.weekday()]
        if day in self._unmoved:
            return "Bank holiday"
        if day in self._unknown:
            return None
        return _bank_holidays(self._nations, day.year).get(day)


_HALF_TERM = timedelta(days=12)


@dataclass(frozen=True, slots=True)
class Term:
    """One unbroken stretch of school days, both ends included; a half-term holiday divides a term in two."""

    first: date
    last: date


def _without(term: Term, day: date) -> list[Term]:
    if not term.first <= day <= term.last:
        return [term]
    parts = [Term(term.first, day - _ONE_DAY), Term(day + _ONE_DAY, term.last)]
    return [part for part in parts if part.first <= part.last]


class SchoolDays(Calendar):
    """Days on which the authority's schools are open, from its published terms. Closed outside every term."""

    def __init__(self, terms: tuple[Term, ...], closed: frozenset[date] = frozenset()) -> None:
        super().__init__("school days", "school day", max(t.last for t in terms) if terms else date.min)
        self._terms = terms
        self._closed = closed

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms, with the days cut out on which schools are closed within one."""
        parts = list(self._terms)
        for day in sorted(self._closed):
            parts = [part for term in parts for part in _without(term, day)]
        return tuple(parts)

    @property
    def everywhere(self) -> Calendar:
        return working_days_in_england().everywhere

    def end_of_term_after(self, day: date, number: int) -> date:
        ends = self._ends_of_terms()
        begun = sum(first <= day for first, _ in ends)
        place = max(begun, 1) - 1 + number
        if place >= len(ends):
            raise NotPublished(f"The terms after {day:%d %B %Y} are not given yet: enter the next term dates.")
        return ends[place][1]

    def _ends_of_terms(self) -> list[tuple[date, date]]:
        """First and last days of whole terms: a break of less than twelve days is a half-term holiday."""
        whole: list[tuple[date, date]] = []
        for term in sorted(self._terms, key=lambda t: t.first):
            if whole and term.first - whole[-1][1] < _HALF_TERM:
                whole[-1] = (whole[-1][0], max(whole[-1][1], term.last))
            else:
                whole.append((term.first, term.last))
        return whole

    def reason(self, day: date) -> str | None:
        usual = working_days_in_england().reason(day)
        if usual:
            return usual
        if day in self._closed:
            return "School closed"
        return None if any(t.first <= day <= t.last for t in self._terms) else "School holiday"

    def _step(self, day: date, number: int) -> date:
        for _ in range(number):
            day += _ONE_DAY
            while not self.counts(day):
                self.require_published(day)
                day += _ONE_DAY
        return day


@cache
def _england(known: date | None) -> WorkingDays:
    return WorkingDays("working days in England", ("ENG",), known)


def working_days_in_england(known: date | None = None) -> WorkingDays:
    """England's working days, as the holidays were known on a day when one is given."""
    if known is None or known >= max(a.known_from for a in ANNOUNCED):
        return _england(None)
    return _england(max((a.known_from for a in ANNOUNCED if a.known_from <= known), default=date.min))


@cache
def _everywhere(known: date | None) -> WorkingDays:
    return WorkingDays("working days in every part of the United Kingdom", ("ENG", "WLS", "SCT", "NIR"), known)


def working_days_in_the_united_kingdom() -> WorkingDays:
    """Days that are no bank holiday in any part of the United Kingdom, as freedom of information counts them."""
    return _everywhere(None)
