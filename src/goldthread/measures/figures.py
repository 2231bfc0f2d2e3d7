"""Figures, and the children behind each of them."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from goldthread.clock.ages import add_months
from goldthread.measures import facts, sql
from goldthread.measures.cohort import Cohort
from goldthread.measures.definitions import MEASURES
from goldthread.measures.groups import GROUPS, KIND
from goldthread.measures.kept import is_kept
from goldthread.measures.shape import Measure
from goldthread.measures.sources import Source


class Figure(NamedTuple):
    """One number: `value` is a percentage for a share, the count, the rate, the mean or the median; None without a denominator.

    What cannot be told is in the denominator and in `unknown`, never in the numerator. Where none of the duties it counts
    was `kept` here by its day, there is no number at all.
    """

    code: str
    day: date
    group: str
    numerator: int
    denominator: int
    unknown: int
    value: float | None
    kept: bool = True


class Behind(NamedTuple):
    """One child or thing behind a number: whether it counted (None: cannot be told), and the days that say why.

    `entry` is the entry it is (for a duty, the one that opened it); `day` is its own day, by which it was grouped.
    """

    person: int
    counted: bool | None
    value: float | None
    entry: int | None
    day: date
    kind: str
    began: date | None
    due: date | None
    happened: date | None


class CannotReplay(ValueError):
    """A measure that counts duties was asked for as it was known at a moment. The message says what can be asked."""


def month_ends(last: date, n: int) -> list[date]:
    """The last days of the n months up to the one `last` lies in, that one as far as `last`."""
    firsts = [add_months(last.replace(day=1), -back) for back in range(n - 1)]
    return [*reversed([first - timedelta(days=1) for first in firsts]), last]


def figures(
    source: Source, codes: Sequence[str], days: Sequence[date], by: str = "", cohort: Cohort | None = None, known: datetime | None = None
) -> list[Figure]:
    """The figures of some measures at the ends of some days, in the order asked for; with `by`, one for each group.

    `known` counts entries as they were known at that moment; measures of duties raise CannotReplay.
    """
    wanted = sorted(set(days))
    if not wanted:
        return []
    count = partial(_figures, source, wanted, by, cohort, known)
    measures = [MEASURES[code] for code in codes]
    if source.at_once == 1:
        return [figure for measure in measures for figure in count(measure)]
    with ThreadPoolExecutor(source.at_once) as threads:
        return [figure for found in threads.map(count, measures) for figure in found]


def children(
    source: Source, code: str, day: date, by: str = "", group: str = "", cohort: Cohort | None = None, known: datetime | None = None
) -> list[Behind]:
    """The rows behind one figure: those that did not count first, then those that cannot be told, then those that did."""
    measure = MEASURES[code]
    text = _behind(measure, [day], by, cohort)
    rows = _ask(source, measure, f"{text}\nSELECT person, counted, value, entry, on_day, kind, began, due, happened FROM grouped"
                + (f" WHERE grp = {_quoted(group)}" if by else ""), known)  # fmt: skip
    return sorted((Behind(*row) for row in rows), key=_worst_first)


def _worst_first(b: Behind) -> tuple:
    return ({False: 0, None: 1, True: 2}[b.counted], b.due or b.began or b.day, b.person, b.entry or 0)


def _figures(source: Source, days: list[date], by: str, cohort: Cohort | None, known: datetime | None, measure: Measure) -> list[Figure]:
    rows = _ask(source, measure, asked(measure, days, by, cohort), known)
    found = {(day, group): counts for day, group, *counts in rows}
    groups = GROUPS[by].in_order({group for _, group in found}) if by else [""]
    nothing = (0, 0, 0, 0, None, 0)
    settings = source.settings(known)
    return [
        _figure(measure, day, group, found.get((day, group), nothing), source.under_18)
        if is_kept(measure, day, settings) else Figure(measure.code, day, group, 0, 0, 0, None, False)
        for day in days for group in groups
    ]  # fmt: skip


def _figure(measure: Measure, day: date, group: str, counts: Sequence, under_18: int | None) -> Figure:
    rows, counted, unknown, total, middle, different = counts
    match measure.kind:
        case "share":
            return Figure(measure.code, day, group, counted, rows, unknown, 100 * counted / rows if rows else None)
        case "count":
            return Figure(measure.code, day, group, counted, 0, unknown, float(counted))
        case "rate":
            people = 0 if group else under_18 or 0
            return Figure(measure.code, day, group, counted, people, unknown, 10_000 * counted / people if people else None)
        case "mean" if measure.per:
            return Figure(measure.code, day, group, counted, different, unknown, counted / different if different else None)
        case "mean":
            return Figure(measure.code, day, group, int(total or 0), counted, unknown, int(total) / counted if counted else None)
        case _:
            return Figure(measure.code, day, group, counted, counted, unknown, float(middle) if counted else None)


_COUNTED = """SELECT day, grp, count(*), count(*) FILTER (WHERE counted), count(*) FILTER (WHERE counted IS NULL),
  sum(value) FILTER (WHERE counted), percentile_cont(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE counted),
  count(DISTINCT per) FILTER (WHERE counted) FROM grouped GROUP BY day, grp"""


def asked(measure: Measure, days: Sequence[date], by: str = "", cohort: Cohort | None = None) -> str:
    """The whole question by which a measure is counted: figures of the same question, facts and people are the same."""
    return f"{_behind(measure, days, by, cohort)}\n{_COUNTED}"


def _behind(measure: Measure, days: Sequence[date], by: str, cohort: Cohort | None) -> str:
    """The start of a query whose last relation is `grouped`: the rows behind a measure, each in its group."""
    listed, rows = sql.rows_of(measure, days)
    if cohort:
        rows = f"SELECT * FROM ({rows}) r WHERE person IN ({cohort.sql})"
    parts = {"d": listed, "behind": rows}
    if not by or by == KIND:
        parts["grouped"] = f"SELECT *, {'kind' if by else _quoted('')} AS grp FROM behind"
    else:
        parts["asked"] = "SELECT DISTINCT person, on_day FROM behind"
        parts["placed"] = GROUPS[by].sql
        parts["grouped"] = """SELECT b.*, coalesce(g.grp, '') AS grp FROM behind b
  LEFT JOIN placed g ON g.person = b.person AND g.on_day = b.on_day"""
    return ",\n".join(f"{name} AS ({text})" for name, text in parts.items())


def _ask(source: Source, measure: Measure, text: str, known: datetime | None) -> Iterable[tuple]:
    wanted = facts.needed(sql.names_in(text))
    if known and "occurrences" in wanted:
        raise CannotReplay(f"“{measure.title}” counts duties, which are worked out from what is known now. Ask for it without a moment.")
    return source.rows(text, wanted, known)


def _quoted(text: str) -> str:
    """A word of an address as SQL; the one character that no database keeps is left out."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
