"""Last part of the text: the interval in force, the day it runs out, and the rows as the reference writes them."""

from goldthread.clock.calendars import Calendar
from goldthread.clock.spans import SET_DAY
from goldthread.duties.lower import Fits
from goldthread.duties.sql.calendar import due_days, earliest_days, midnights, plan_days
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import INF, Step, day_in, made, nothing
from goldthread.duties.sql.tables import Book
from goldthread.duties.sql.text_closings import ENDED, LAPSED, TIMED, WRITTEN

_HOUR = 3_600_000_000
_DAY = 86_400_000_000
_SHIFT = 1_000_000


def intervals(rules: Book, dialect: Dialect) -> list[Step]:
    """`gt_step`: of every occurrence of a duty with several steps, the one in force; and the due days of every span.

    The step is that of the day it began or, where that is the policy, of the day on which that one would run out.
    """
    steps = _in_steps(rules, dialect) if max(rules.said("steps")) > 1 else nothing("gt_step", "id BIGINT, n INTEGER")
    return [*steps, due_days(f"SELECT DISTINCT v.span, o.counted_from {_IN_FORCE} WHERE v.hours IS NULL", rules)]


def _in_steps(rules: Book, dialect: Dialect) -> list[Step]:
    step = dialect.as_written(made("gt_step", _STEP))
    steps: list[Step] = [
        due_days(
            "SELECT DISTINCT g.span, s.base FROM gt_stretch s JOIN gt_steps g ON g.rule = s.rule AND g.span IS NOT NULL",
            rules,
        ),
        *made("gt_said_first", _SAID_FIRST),
        *made("gt_asked", _BEGAN),
        *step,
    ]
    if rules.expiry:
        asked = f"SELECT DISTINCT v.span, o.counted_from {_IN_FORCE} WHERE x.n IS NOT NULL"
        steps += [due_days(asked, rules), *made("gt_asked", _RUNS_OUT), *step]
    return steps


# Every occurrence with its step and the value of its number on the day it opened.
_IN_FORCE = """
FROM gt_occurrence o LEFT JOIN gt_step x ON x.id = o.id
JOIN gt_versions v ON v.rule = o.rule AND v.n = coalesce(x.n, 0) AND o.day BETWEEN v.first AND v.last"""

_BEGAN = """
SELECT o.id, o.sid, o.rule, o.person, o.day, o.place, o.day AS asked
FROM gt_occurrence o JOIN gt_rules r ON r.rule = o.rule WHERE r.steps > 1
"""

_RUNS_OUT = f"""
SELECT o.id, o.sid, o.rule, o.person, o.day, o.place, d.due AS asked
{_IN_FORCE} JOIN gt_due d ON d.span = v.span AND d.day = o.counted_from WHERE x.n IS NOT NULL
"""

_SAID_FIRST = f"""
SELECT s.sid, g.n, min(v.day) AS day
FROM gt_stretch s JOIN gt_step_words g ON g.rule = s.rule
JOIN gt_ev v ON v.person = s.person AND v.w = g.w
  AND v.day >= CASE g.fits WHEN {Fits.BEFORE:d} THEN s.start ELSE s.base END
GROUP BY s.sid, g.n
"""

_STEP = f"""
SELECT id, coalesce(min(CASE WHEN fits THEN n END), max(n)) AS n
FROM (
  SELECT o.id, g.n, CASE g.fits
      WHEN {Fits.ALWAYS:d} THEN TRUE
      WHEN {Fits.NTH:d} THEN o.place = g.number
      WHEN {Fits.BEFORE:d} THEN f.day IS NULL OR f.day > o.asked
      WHEN {Fits.AFTER:d} THEN f.day <= o.asked
      WHEN {Fits.IN_FIRST:d} THEN o.asked < d.due
      WHEN {Fits.UNDER_AGE:d} THEN a.day IS NULL OR o.asked < a.day
      ELSE w.id IS NOT NULL END AS fits
  FROM gt_asked o JOIN gt_steps g ON g.rule = o.rule JOIN gt_stretch s ON s.sid = o.sid
  LEFT JOIN gt_said_first f ON f.sid = o.sid AND f.n = g.n
  LEFT JOIN gt_due d ON d.span = g.span AND d.day = s.base
  LEFT JOIN gt_age a ON g.fits = {Fits.UNDER_AGE:d} AND a.person = o.person AND a.age = g.number
  LEFT JOIN (
    SELECT DISTINCT o.id, g.n FROM gt_asked o JOIN gt_steps g ON g.rule = o.rule
    JOIN gt_episode p ON p.person = o.person AND p.episode = g.episode AND p.start <= o.asked AND p.finish > o.asked
  ) w ON w.id = o.id AND w.n = g.n
) asked
GROUP BY id
"""


def due(rules: Book, dialect: Dialect, working: Calendar) -> list[Step]:
    """`gt_owed`: what is due otherwise than at the end of a span, by rules that say such things."""
    if not rules.some("otherwise"):
        return nothing("gt_owed", "id BIGINT, due INTEGER, due_at BIGINT, says TEXT")
    return [
        *made("gt_timed", _TIMED),
        *(made("gt_set", _SET) if rules.has("gt_dated") else nothing("gt_set", "id BIGINT, day INTEGER")),
        *(
            _hours(rules, dialect)
            if rules.some("hours", "gt_versions")
            else nothing("gt_hour", "id BIGINT, due_at BIGINT, due INTEGER")
        ),
        *(_ahead(rules) if rules.has("gt_ahead") else nothing("gt_before_event", "id BIGINT, due INTEGER, says TEXT")),
        *made("gt_owed", _OWED),
        plan_days("SELECT DISTINCT due FROM gt_owed WHERE due IS NOT NULL", working),
    ]


_TIMED = f"""
SELECT o.id, o.rule, o.person, o.day, o.moment, o.o, o.before, o.counted_from, v.span, v.hours, v.says
{_IN_FORCE} WHERE o.rule IN (SELECT rule FROM gt_rules WHERE otherwise)
"""

# The last day that the entry which opened it set.
_SET = """
SELECT t.id, max(v.day) AS day
FROM gt_timed t JOIN gt_dated g ON g.rule = t.rule JOIN gt_ev o ON o.e = t.o
JOIN gt_ev v ON v.person = t.person AND v.w = g.w AND v.entry = o.entry
GROUP BY t.id
"""


def _hours(rules: Book, dialect: Dialect) -> list[Step]:
    """`gt_hour`: the moment and day at which hours run out, less those that earlier stretches have used."""
    last_day = dialect.divided(f"due_at + {_DAY * _SHIFT}", _DAY) + f" - {_SHIFT}"
    return [
        midnights("SELECT DISTINCT day FROM gt_timed WHERE hours IS NOT NULL AND moment IS NULL"),
        *made("gt_counting", _COUNTING),
        *(_used(rules) if rules.some("in_any") else nothing("gt_used", "id BIGINT, taken BIGINT")),
        *made("gt_moment", _MOMENT),
        midnights(f"SELECT DISTINCT CAST({last_day} + 1 AS INTEGER) FROM gt_moment"),
        *made("gt_hour", _HOURS.format(day=f"CAST({last_day} AS INTEGER)")),
    ]


_COUNTING = """
SELECT t.id, t.rule, t.person, t.day, t.o, t.hours, r.in_any, coalesce(t.moment, m.moment) AS since
FROM gt_timed t JOIN gt_rules r ON r.rule = t.rule LEFT JOIN gt_midnight m ON m.day = t.day
WHERE t.hours IS NOT NULL
"""


def _used(rules: Book) -> list[Step]:
    """`gt_used`: the time that stretches of the stage took up in the days that end with the one it opened on."""
    stay = "gt_episode p JOIN gt_stages g ON g.episode = p.episode AND g.kind = 'Episode'"
    stays = f"{stay} JOIN gt_rules r ON r.rule = g.rule AND r.in_any IS NOT NULL"
    return [
        earliest_days("SELECT DISTINCT in_any, day FROM gt_counting WHERE in_any IS NOT NULL", rules),
        midnights(
            "SELECT DISTINCT b.earliest + 1 FROM gt_counting t JOIN gt_back b ON b.span = t.in_any AND b.day = t.day"
            f" UNION SELECT p.start FROM {stays} UNION SELECT p.finish + 1 FROM {stays} WHERE p.finish < {INF}"
        ),
        *made("gt_used", _USED.format(stays=stays)),
    ]


_USED = """
SELECT t.id, CAST(sum(greatest(least(coalesce(s.until, t.since), t.since) - greatest(s.since, f.moment), 0)) AS BIGINT) AS taken
FROM gt_counting t JOIN gt_back b ON b.span = t.in_any AND b.day = t.day JOIN gt_midnight f ON f.day = b.earliest + 1
LEFT JOIN gt_ev o ON o.e = t.o
JOIN (
  SELECT p.person, g.rule, begun.entry, coalesce(begun.moment, ms.moment) AS since, coalesce(ended.moment, mf.moment) AS until
  FROM {stays} JOIN gt_ev begun ON begun.e = p.begun LEFT JOIN gt_ev ended ON ended.e = p.ended
  LEFT JOIN gt_midnight ms ON ms.day = p.start LEFT JOIN gt_midnight mf ON mf.day = p.finish + 1
) s ON s.person = t.person AND s.rule = t.rule AND s.entry <> coalesce(o.entry, '')
GROUP BY t.id
"""

_MOMENT = f"""
SELECT t.id, greatest(t.since + CAST(t.hours AS BIGINT) * {_HOUR} - coalesce(u.taken, 0), t.since) AS due_at
FROM gt_counting t LEFT JOIN gt_used u ON u.id = t.id
"""

_HOURS = """
SELECT h.id, h.due_at, CASE WHEN h.due_at >= m.moment THEN m.day ELSE m.day - 1 END AS due
FROM (SELECT *, {day} AS day FROM gt_moment) h JOIN gt_midnight m ON m.day = h.day + 1
"""


def _ahead(rules: Book) -> list[Step]:
    """`gt_before_event`: so long before the next such event, but never before it opened."""
    event = day_in("t.before")
    held = "gt_timed t JOIN gt_ahead a ON a.rule = t.rule AND t.day BETWEEN a.first AND a.last"
    return [
        due_days(f"SELECT DISTINCT a.span, {event} FROM {held} WHERE t.before IS NOT NULL", rules),
        *made(
            "gt_before_event",
            f"""
SELECT t.id, greatest(d.due, t.day) AS due, a.says FROM {held} JOIN gt_due d ON d.span = a.span AND d.day = {event}
""",
        ),
    ]


# An age, a week of pregnancy or an event may make it due sooner. A birthday or a week that had gone by makes nothing so.
_SOONER = f"""CASE
    WHEN r.by_age IS NOT NULL THEN CASE WHEN a.day > t.day THEN a.day - 1 END
    WHEN r.for_unborn THEN CASE WHEN l.expected + w.days >= t.day THEN l.expected + w.days END
    WHEN NOT r.ahead THEN {day_in("t.before")} END"""

# A day set by the record, unless it is due sooner; then hours; then an event it is owed before; then the span, unless it is
# due sooner.
_OWED = f"""
SELECT t.id, CASE WHEN s.day IS NOT NULL THEN CASE WHEN r.ahead THEN s.day ELSE least(s.day, {_SOONER}) END
    ELSE coalesce(h.due, b.due, least(d.due, {_SOONER})) END AS due,
  CASE WHEN s.day IS NULL THEN h.due_at END AS due_at,
  CASE WHEN s.day IS NOT NULL THEN '{SET_DAY}' WHEN h.due IS NULL AND b.due IS NOT NULL THEN b.says ELSE t.says END AS says
FROM gt_timed t JOIN gt_rules r ON r.rule = t.rule
LEFT JOIN gt_set s ON s.id = t.id
LEFT JOIN gt_hour h ON h.id = t.id
LEFT JOIN gt_before_event b ON b.id = t.id
LEFT JOIN gt_due d ON d.span = t.span AND d.day = t.counted_from AND t.hours IS NULL
LEFT JOIN gt_age a ON a.person = t.person AND a.age = r.by_age
LEFT JOIN gt_life l ON r.for_unborn AND l.person = t.person
LEFT JOIN gt_weeks w ON w.rule = t.rule AND t.day BETWEEN w.first AND w.last
"""


def rows(dialect: Dialect) -> list[Step]:
    """`gt_row`: the rows, as `Occurrence` has them."""
    moments = {name: dialect.moment(f"o.{name}") for name in ("moment", "due_at")}
    met_at = f"CASE WHEN o.how = {TIMED} THEN {dialect.moment('over.moment')} WHEN o.how = {WRITTEN} THEN {dialect.moment('w.moment')} END"
    return dialect.as_written(made("gt_row", _ROWS.format(met_at=met_at, **moments)))


def _day(number: str) -> str:
    return f"DATE '1970-01-01' + CAST({number} AS INTEGER)"


_ROWS = f"""
SELECT o.person, g.code, {_day("r.since")} AS since, {_day("o.day")} AS opened, {{moment}} AS opened_at,
  {_day("o.due")} AS due, {{due_at}} AS due_at, {_day("o.plan_by")} AS plan_by,
  CASE WHEN o.how BETWEEN {TIMED} AND {WRITTEN} THEN {_day("o.over")} END AS met, {{met_at}} AS met_at,
  CASE WHEN o.how = {ENDED} THEN {_day("o.over")} END AS ended, CASE WHEN o.how = {ENDED} THEN over.entry END AS ended_by,
  {_day(day_in("o.unsure"))} AS unsure, coalesce(opened.entry, '') AS opened_by,
  CASE WHEN o.how <= {WRITTEN} THEN over.entry END AS met_by, r.owner, {_day("o.counted_from")} AS counted_from,
  unsure.entry AS unsure_by, CAST(o.place AS INTEGER) AS place, o.says AS span,
  CASE WHEN o.how = {LAPSED} THEN {_day("o.over")} END AS lapses
FROM (
  SELECT o.*, v.n AS step, coalesce(w.due, d.due) AS due, coalesce(p.plan_by, d.plan_by) AS plan_by, w.due_at,
    coalesce(w.says, v.says) AS says
  {_IN_FORCE}
  LEFT JOIN gt_due d ON d.span = v.span AND d.day = o.counted_from
  LEFT JOIN gt_owed w ON w.id = o.id
  LEFT JOIN gt_plan p ON p.day = w.due
) o
JOIN gt_rules r ON r.rule = o.rule
JOIN gt_steps g ON g.rule = o.rule AND g.n = o.step
LEFT JOIN gt_ev opened ON opened.e = o.o
LEFT JOIN gt_ev over ON over.e = o.over_by
LEFT JOIN (SELECT e, entry FROM gt_ev WHERE w IN (SELECT w FROM gt_parts WHERE part = 'unsure')) unsure ON unsure.e = o.unsure
LEFT JOIN gt_written w ON w.id = o.id AND o.how = {WRITTEN}
"""
