"""The children behind a figure, each with why they count: only those the reader may see; the others are counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from goldthread.measures.figures import Behind
from goldthread.measures.groups import GROUPS
from goldthread.measures.shape import Measure, Open
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.standing import SAY_KIND
from goldthread.web import naming, wording
from goldthread.web.measures import asking, dividing, saying
from goldthread.web.measures.kinds import group_words, kind_words
from goldthread.web.mine.listing import address, holder
from goldthread.web.paging import Paged, paged
from goldthread.web.parts import Chip
from goldthread.web.pictures import trend
from goldthread.web.said import Link

WHICH = {"yes": True, "no": False, "unsure": None}
SAYS = {"yes": "Counted", "no": "Not counted", "unsure": "We cannot tell"}
MARKS = {"higher": {True: "met", False: "owed"}, "lower": {True: "owed", False: "met"}}


@dataclass(frozen=True, slots=True)
class ChildLine:
    """One child, or one thing about a child, behind a figure."""

    child: Link
    age: str
    plan: str
    state: str
    word: str
    why: str
    holder: str


@dataclass(frozen=True, slots=True)
class BehindPage:
    """What stands on the page of children behind a figure. `unseen` is how many of them the reader may not see."""

    heading: str
    under: str
    lines: tuple[ChildLine, ...]
    shown: Paged
    chips: tuple[Chip, ...]
    number: int
    unseen: int


def page(reach: Reach, measure: Measure, day: date, asked: QueryDict) -> BehindPage:
    """The rows behind a figure, as the address asks: of one group, of chosen children, counted or not."""
    by = asked.get("by", "") if asked.get("by") in GROUPS else ""
    group = asked.get("group", "") if by else ""
    cohort = dividing.cohort(asked, reach.today)
    every = asking.behind(measure.code, day, by, group, cohort)
    some = _of(every, asked.get("counted", ""))
    seen = reach.standings_seen({row.person for row in some})
    rows = [row for row in some if row.person in seen]
    shown = paged(rows, asked)
    return BehindPage(
        heading=measure.title, under=_under(measure, day, by, group, cohort.title if cohort else ""),
        lines=tuple(_line(row, seen[row.person], measure, day, reach.today) for row in shown.rows), shown=shown,
        chips=_chips(every, asked), number=len(some), unseen=len(some) - len(rows),
    )  # fmt: skip


def _of(rows: Iterable[Behind], which: str) -> list[Behind]:
    return [row for row in rows if which not in WHICH or row.counted is WHICH[which]]


def _under(measure: Measure, day: date, by: str, group: str, cohort: str) -> str:
    part = f", {GROUPS[by].title.lower()}: {group_words(measure, by, group)}" if by else ""
    return f"{measure.denominator[:1].upper()}{measure.denominator[1:]}{part}{f', {cohort}' if cohort else ''}, {wording.plain_day(day)}"


def _chips(every: Sequence[Behind], asked: QueryDict) -> tuple[Chip, ...]:
    current = asked.get("counted", "")
    chips = [Chip("All", len(every), address(asked, counted=""), current not in WHICH)]
    found = [(which, sum(row.counted is counted for row in every)) for which, counted in WHICH.items()]
    return (*chips, *(Chip(SAYS[which], number, address(asked, counted=which), which == current) for which, number in found if number))


def _line(row: Behind, child: Standing, measure: Measure, day: date, today: date) -> ChildLine:
    word = next(SAYS[which] for which, counted in WHICH.items() if counted is row.counted)
    return ChildLine(
        child=naming.link(child), age=naming.age(child, today), plan=SAY_KIND.get(child.kind, child.kind), state=_mark(row, measure),
        word=word.lower(), why=reason(row, measure, day), holder=holder(child) if child.open else "no longer open",
    )  # fmt: skip


def _mark(row: Behind, measure: Measure) -> str:
    """The mark of a row: ticked where it is as it should be."""
    return "unsure" if row.counted is None else MARKS.get(measure.polarity, {}).get(row.counted, "owed")


def reason(row: Behind, measure: Measure, day: date) -> str:
    """Why a row counts or does not: 'Since Mon 2 Nov; due Thu 19 Nov; not done by then.'"""
    said = [_began(row, measure), _due(row, day), kind_words(measure, row.kind) if row.kind else ""]
    if row.value is not None:
        said.append(trend.figure(row.value, saying.unit(measure)))
    if row.counted is None:
        said.append("the record does not say")
    words = "; ".join(part for part in said if part)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _began(row: Behind, measure: Measure) -> str:
    if row.began is None or row.began == row.due:
        return ""
    return f"{'since' if isinstance(measure.rows, Open) else 'from'} {wording.short_day_with_year(row.began)}"


def _due(row: Behind, day: date) -> str:
    if row.due is None:
        return f"done {wording.short_day_with_year(row.happened)}" if row.happened and row.happened != row.began else ""
    due = f"due {wording.short_day_with_year(row.due)}"
    if row.happened is None:
        return f"{due}, not done by then" if row.due < day and row.counted is False else due
    late = (row.happened - row.due).days
    return f"{due}, done {wording.short_day_with_year(row.happened)}{f', {wording.length(late)} late' if late > 0 else ''}"
