"""One generator of portable SQL: a measure and some days in, a row for every child or thing behind each number out.

The rows of a measure are (day, person, entry, on_day, kind, counted, value, began, due, happened). A figure is nothing but these
rows counted, so that a number and the children behind it cannot disagree.
"""

import re
from collections.abc import Sequence
from datetime import date

from goldthread.duties.sql import states
from goldthread.measures.lines import Lines, start_of
from goldthread.measures.shape import Beside, FellDue, Happened, In, Kept, Measure, Open, Owed, Within

RELATION = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_][a-z_0-9]*)")
ON_THE_DAY = "(p.died IS NULL OR p.died > [day])"
STATE = states.state_on("d.day", "o.met_late", "o.over")
OWED = "o.opened <= d.day AND o.closed > d.day"  # as states.owed_on says, with the day it was closed for an index
A_CHILD = "(p.born IS NULL OR p.born > [18 years old])"


def names_in(text: str) -> list[str]:
    """The relations that a piece of SQL reads, each once."""
    return list(dict.fromkeys(RELATION.findall(text)))


def literal(day: date) -> str:
    return f"DATE '{day.isoformat()}'"


def rows_of(measure: Measure, days: Sequence[date]) -> tuple[str, str]:
    """The days asked about, and the rows behind a measure on each of them, as the bodies of `d` and `rows`."""
    lines = Lines()
    body = _body(measure, lines)
    return _days(measure, days, lines), body


def _days(measure: Measure, days: Sequence[date], lines: Lines) -> str:
    columns = ", ".join(("day", "start", *lines.columns))
    values = [(day, start_of(measure.period, day), *lines.of_day(day)) for day in days]
    listed = ", ".join(f"({', '.join(map(literal, row))})" for row in values)
    return f"SELECT * FROM (VALUES {listed}) AS t({columns})"


def _body(measure: Measure, lines: Lines) -> str:
    rows = measure.rows
    beside = "".join(_beside(name, what, lines) for name, what in measure.beside)
    asked = {**_shown(measure), **_told(measure)}
    if isinstance(rows, FellDue):
        asked["counted"] = states.kept(f"({STATE})")
    said = {name: lines.read(text) for name, text in asked.items()}
    start, where = _from(rows, lines)
    once, order = _each(rows)
    return f"""SELECT {once}d.day, {_row(rows)}.person, {_entry(rows)} AS entry, {lines.read(_on(rows))} AS on_day, {said["kind"]} AS kind,
    {said["counted"]} AS counted, {said["value"]} AS value, {said["per"]} AS per, {said["began"]} AS began, {said["due"]} AS due, {said["happened"]} AS happened
  {start}
  JOIN persons p ON p.person = {_row(rows)}.person{lines.joins()}{beside}
  WHERE {where}{order}"""


def _told(measure: Measure) -> dict[str, str]:
    """What is said of each row. A row whose number nobody knows takes no part in a mean or a median: it cannot be told."""
    nothing = "CAST(NULL AS bigint)"
    return {
        "counted": f"CASE WHEN {measure.value} IS NOT NULL THEN {measure.counts} END" if measure.value else measure.counts,
        "value": measure.value or nothing,
        "per": measure.per or nothing,
        "kind": f"coalesce({measure.kind_of}, '')" if measure.kind_of else "''",
    }


def _row(rows) -> str:
    return "o" if isinstance(rows, FellDue) else "x"


def _entry(rows) -> str:
    return "CAST(NULLIF(o.opened_by, '') AS bigint)" if isinstance(rows, FellDue) else "x.entry"


def _on(rows) -> str:
    match rows:
        case Open():
            return "[day]"
        case Happened():
            return f"x.{rows.on}"
        case FellDue():
            return "o.due"


def _shown(measure: Measure) -> dict[str, str]:
    """The days that are shown with each row behind the number."""
    match measure.rows:
        case FellDue():
            usual = ("o.opened", "o.due", "CASE WHEN o.met <= [day] THEN o.met END")
        case Happened(on=on):
            usual = (f"x.{on}", "NULL", "NULL")
        case Open():
            usual = ("x.day", "NULL", "NULL")
    owes = next((name for name, what in measure.beside if isinstance(what, Owed | Kept)), None)
    due = f"{owes}.due" if owes else usual[1]
    return {"began": measure.began or usual[0], "due": _as_day(measure.due or due), "happened": _as_day(measure.happened or usual[2])}


def _as_day(said: str) -> str:
    return f"CAST({said} AS date)"


def _from(rows, lines: Lines) -> tuple[str, str]:
    match rows:
        case Open(relation, where):
            start = f"FROM d JOIN {relation} x ON x.day <= d.day AND x.ends > d.day"
            conditions = [ON_THE_DAY, where]
        case Happened(relation, on, where):
            start = f"FROM d JOIN {relation} x ON x.{on} >= d.start AND x.{on} <= d.day"
            conditions = [where]
        case FellDue(codes, where):
            # The day before: what is due on the day asked about may still be done on it.
            start = f"FROM d JOIN occurrences o ON o.code IN ({_listed(codes)}) AND o.due >= d.start - 1 AND o.due < d.day"
            conditions = [f"({STATE}) NOT IN ('{states.State.NOT_YET}', '{states.State.ENDED}')", where]
    return start, " AND ".join(f"({lines.read(c)})" for c in conditions if c) or "TRUE"


def _each(rows) -> tuple[str, str]:
    """A child is counted once: by what began last, or by what happened first."""
    if getattr(rows, "each", "") != "child":
        return "", ""
    by = "x.day DESC, x.entry DESC" if isinstance(rows, Open) else f"x.{rows.on}, x.entry"
    return "DISTINCT ON (d.day, x.person) ", f"\n  ORDER BY d.day, x.person, {by}"


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


def _beside(name: str, what: Beside, lines: Lines) -> str:
    """A sub-query with one line for a child on a day, joined by both."""
    match what:
        case Owed(codes):
            inner = _worst(codes, OWED)
        case Kept(codes):
            inner = _worst(codes, OWED, "o.due >= d.start AND o.due < d.day")
        case In():
            inner = _in_force(what)
        case _:
            inner = _happened(what, lines)
    return f"\n  LEFT JOIN ({inner}) {name} ON {name}.on_day = d.day AND {name}.person = x.person"


def _in_force(what: In) -> str:
    columns = "".join(f", v.{column}" for column in what.columns)
    return f"""SELECT DISTINCT ON (d.day, v.person) d.day AS on_day, v.person, v.day AS since{columns}
      FROM d JOIN {what.relation} v ON v.day <= d.day AND v.ends > d.day ORDER BY d.day, v.person, v.day DESC, v.entry DESC"""


def _happened(what: Within, lines: Lines) -> str:
    since = lines.read(what.since)
    if what.lasting:
        when, lasted = f"v.ends > {since} AND v.day <= d.day", f", sum(least(v.ends, d.day) - greatest(v.day, {since})) AS days"
    else:
        when, lasted = f"v.{what.on} >= {since} AND v.{what.on} <= d.day", ""
    return f"""SELECT d.day AS on_day, v.person, max(v.{what.on}) AS last, count(*) AS times, count(DISTINCT {what.of}) AS kinds{lasted},
      CASE WHEN bool_or(coalesce({lines.read(what.yes)}, FALSE)) THEN TRUE WHEN bool_or(coalesce({lines.read(what.unsure)}, FALSE)) THEN NULL
        ELSE FALSE END AS yes
      FROM d JOIN {what.relation} v ON {when} GROUP BY d.day, v.person"""


def _worst(codes: Sequence[str], *ways: str) -> str:
    """The least good of several promises: one that was broken, else one that cannot be told, else kept.

    Each way to be among them is a join of its own: engines are slow at "either, or".
    """
    told = states.kept(f"({STATE})")
    found = " UNION ALL ".join(
        f"SELECT d.day AS on_day, o.person, {told} AS kept, o.due FROM d JOIN occurrences o ON o.code IN ({_listed(codes)}) AND {way}" for way in ways
    )
    return f"""SELECT on_day, person, CASE WHEN bool_or(kept IS FALSE) THEN FALSE WHEN bool_or(kept IS NULL) THEN NULL ELSE TRUE END AS kept,
        coalesce(min(CASE WHEN kept IS NOT TRUE THEN due END), min(due)) AS due
      FROM ({found}) s GROUP BY on_day, person"""
