"""Fourth part of the text: everything that may open a duty in a stretch, in order.

An opening is of a stretch `sid`, whose end it carries: its day and moment, the event `o` that opened it (NULL where a birthday
did), the day it is counted from, whether it is `strict`, `later` or `filled` by an event (see
`duties/scene.py`); `source` sorts those of one day.
"""

from goldthread.duties.sql.calendar import earliest_days
from goldthread.duties.sql.steps import Step, day_in, made, nothing, turn
from goldthread.duties.sql.tables import Book


def openings(rules: Book) -> list[Step]:
    """`gt_open`: every opening, with its `turn` in its stretch."""
    steps: list[Step] = []
    often, paired = rules.some("in_last", "gt_opens"), rules.some("paired")
    selects = [_SAID_ALONE]
    steps += _often(rules) if often else nothing("gt_often", "rule INTEGER, n INTEGER, e BIGINT")
    steps += made("gt_stretch_key", _STRETCH_KEYS) if paired else []
    if often or paired or rules.some("unless", "gt_opens"):
        selects.append(_SAID_WHERE.format(of_pairs=_OF_PAIRS if paired else ""))
    if rules.has("gt_birthdays"):
        selects.append(_BIRTHDAYS)
    if rules.some("at_start"):
        steps += [*_carried(rules), *made("gt_start", _STARTS)]
        selects.append("SELECT * FROM gt_start")
    if rules.some("relation"):
        steps += [*made("gt_held", _HELD), *made("gt_gap", _GAPS), *made("gt_missing", _MISSING)]
        selects.append("SELECT * FROM gt_missing")
    found = "\nUNION ALL\n".join(selects)
    return [*steps, *made("gt_open", _TURNS.format(found=found)), *made("gt_live", _LIVE)]


# Every word that opens, in every stretch it falls into.
_SAID = """
SELECT s.sid, s.rule, s.person, v.day, v.moment, v.e AS o, CASE WHEN r.from_start THEN s.base ELSE v.day END AS counted_from,
  g.strict, 0 AS later, CAST(NULL AS BIGINT) AS filled, g.n AS source, CASE WHEN r.by_key THEN v.key END AS key,
  s.finish, s.ended
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule JOIN gt_opens g ON g.rule = s.rule
JOIN gt_ev v ON v.person = s.person AND v.w = g.w AND v.day BETWEEN s.opens_from AND s.opens_to
WHERE {where}
"""

_SAID_ALONE = _SAID.format(where="g.unless IS NULL AND g.in_last IS NULL AND (NOT r.paired OR s.begun IS NULL)")

# Of paired duties, the keys of what began their stretches.
_STRETCH_KEYS = """
SELECT s.person, s.rule, s.sid, v.key
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.paired JOIN gt_ev v ON v.e = s.begun
"""

# Not while an episode that began on an earlier day still goes on; only where it was said often enough; and, of paired duties,
# not what carries the key of another stretch, which it opens there.
_SAID_WHERE = _SAID.format(
    where="""(g.unless IS NOT NULL OR g.in_last IS NOT NULL OR (r.paired AND s.begun IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM gt_episode p
    WHERE p.person = v.person AND p.episode = g.unless AND p.start < v.day AND p.finish > v.day)
  AND (g.in_last IS NULL OR v.e IN (SELECT f.e FROM gt_often f WHERE f.rule = g.rule AND f.n = g.n))
  {of_pairs}"""
)

_OF_PAIRS = """AND (s.begun IS NULL
    OR NOT EXISTS (SELECT 1 FROM gt_stretch_key k WHERE k.person = s.person AND k.rule = s.rule AND k.key = v.key)
    OR EXISTS (SELECT 1 FROM gt_stretch_key k WHERE k.sid = s.sid AND k.key = v.key))"""

_BIRTHDAYS = """
SELECT s.sid, s.rule, s.person, a.day, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT),
  CASE WHEN r.from_start THEN s.base ELSE a.day END, FALSE, 0, CAST(NULL AS BIGINT), g.n, '', s.finish, s.ended
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule JOIN gt_birthdays g ON g.rule = s.rule
JOIN gt_age a ON a.person = s.person AND a.age = g.age AND a.day BETWEEN s.start AND s.finish
"""


def _often(rules: Book) -> list[Step]:
    """`gt_often`: the events that are at least the so-manieth in the time that ends with them, in the order they were said."""
    return [
        *made("gt_time", _TIMES),
        earliest_days("SELECT DISTINCT in_last, day FROM gt_time WHERE earlier IS NOT NULL", rules),
        *made("gt_often", _OFTEN),
    ]


_TIMES = """
SELECT g.rule, g.n, g.in_last, v.e, v.day,
  lag(v.day, g.times - 1) OVER (PARTITION BY g.rule, g.n, v.person ORDER BY v.e) AS earlier
FROM gt_ev v JOIN gt_opens g ON g.w = v.w AND g.in_last IS NOT NULL
"""

_OFTEN = """
SELECT t.rule, t.n, t.e FROM gt_time t JOIN gt_back b ON b.span = t.in_last AND b.day = t.day WHERE t.earlier > b.earliest
"""


def _carried(rules: Book) -> list[Step]:
    """`gt_before`: of a stretch that goes on after a rest, the last time it was met. `gt_carried`: what a stretch brings along."""
    before = made("gt_before", _BEFORE) if rules.has("gt_outside") else nothing("gt_before", "sid BIGINT, e BIGINT")
    if not rules.has("gt_carry"):
        return [*before, *nothing("gt_carried", "sid BIGINT, e BIGINT")]
    return [
        *before,
        earliest_days("SELECT DISTINCT g.span, s.start FROM gt_stretch s JOIN gt_carry g ON g.rule = s.rule", rules),
        *made("gt_carried", _CARRIED),
    ]


_BEFORE = """
SELECT s.sid, max(v.e) AS e
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.at_start JOIN gt_needs g ON g.rule = s.rule
JOIN gt_ev v ON v.person = s.person AND v.w = g.w AND v.day >= s.base AND v.day < s.start
WHERE s.resumed = 1 GROUP BY s.sid
"""

# Where stages are named, the first of them that was open within that time decides, even if nothing was said in it.
_CARRIED = """
SELECT s.sid, max(v.e) AS e
FROM gt_stretch s JOIN gt_carry g ON g.rule = s.rule AND g.episode IS NULL
JOIN gt_back b ON b.span = g.span AND b.day = s.start
JOIN gt_ev v ON v.person = s.person AND v.w = g.w AND v.day BETWEEN b.earliest AND s.start
GROUP BY s.sid
UNION ALL
SELECT s.sid, max(v.e)
FROM (
  SELECT s.sid, s.person, s.start, g.w, p.start AS since, row_number() OVER (PARTITION BY s.sid ORDER BY g.n, p.begun) AS first
  FROM gt_stretch s JOIN gt_carry g ON g.rule = s.rule
  JOIN gt_back b ON b.span = g.span AND b.day = s.start
  JOIN gt_episode p ON p.person = s.person AND p.episode = g.episode AND p.start < s.start AND p.finish >= b.earliest
) s
JOIN gt_ev v ON v.person = s.person AND v.w = s.w AND v.day >= s.since AND v.day < s.start
WHERE s.first = 1 GROUP BY s.sid
"""

_STARTS = f"""
SELECT s.sid, s.rule, s.person, s.start AS day, CASE WHEN v.day = s.start THEN v.moment END AS moment, s.begun AS o,
  CASE WHEN b.e IS NOT NULL THEN {day_in("b.e")} WHEN c.e IS NOT NULL THEN {day_in("c.e")} ELSE s.start END AS counted_from,
  FALSE AS strict, CASE WHEN b.e IS NOT NULL OR (c.e IS NOT NULL AND r.only_carried) THEN 1 ELSE 0 END AS later,
  CAST(NULL AS BIGINT) AS filled, 0 AS source, CASE WHEN r.by_key THEN coalesce(v.key, '') END AS key,
  s.finish, s.ended
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.at_start
LEFT JOIN gt_before b ON b.sid = s.sid
LEFT JOIN gt_carried c ON c.sid = s.sid
LEFT JOIN gt_ev v ON v.e = s.begun
WHERE NOT r.only_carried OR b.e IS NOT NULL OR c.e IS NOT NULL
"""

# Of each holding of the relation: the day up to which it was held by those before.
_HELD = """
SELECT s.sid, s.start, s.finish, p.start AS since, p.finish AS up_to, p.begun AS taken, p.ended AS given_up,
  max(p.finish) OVER (PARTITION BY s.sid ORDER BY p.begun ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS edge
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule
JOIN gt_episode p ON p.person = s.person AND p.episode = r.relation AND p.finish >= s.start
"""

# One that ends on a day and another from the next leave no gap. Once held to the end of the stretch, nothing is missing.
_GAPS = """
SELECT sid, coalesce(edge, start) AS day, taken AS filled
FROM gt_held WHERE since > coalesce(edge + 1, start) AND coalesce(edge, start) < finish
UNION ALL
SELECT s.sid, coalesce(max(h.up_to), s.start), CAST(NULL AS BIGINT)
FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.relation IS NOT NULL LEFT JOIN gt_held h ON h.sid = s.sid
GROUP BY s.sid, s.start, s.finish HAVING coalesce(max(h.up_to), s.start) < s.finish
"""

_MISSING = """
SELECT s.sid, s.rule, s.person, x.day, CASE WHEN v.day = x.day THEN v.moment END, x.o, x.day AS counted_from, FALSE AS strict,
  0 AS later, x.filled, x.source, coalesce(v.key, ''), s.finish, s.ended
FROM (
  SELECT g.sid, g.day, coalesce(h.given_up, s.begun) AS o, g.filled, 1 AS source
  FROM gt_gap g JOIN gt_stretch s ON s.sid = g.sid
  LEFT JOIN (
    SELECT sid, up_to, given_up, row_number() OVER (PARTITION BY sid, up_to ORDER BY taken) AS first FROM gt_held
  ) h ON h.sid = g.sid AND h.up_to = g.day AND h.first = 1
  UNION ALL
  SELECT s.sid, s.start, s.begun, h.taken, 0
  FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.relation IS NOT NULL
  LEFT JOIN (SELECT sid, min(taken) AS taken FROM gt_held WHERE since <= start GROUP BY sid) h ON h.sid = s.sid
  WHERE h.taken IS NOT NULL OR s.sid NOT IN (SELECT sid FROM gt_gap)
) x
JOIN gt_stretch s ON s.sid = x.sid
LEFT JOIN gt_ev v ON v.e = x.o
"""

# Stretches in which something opens while the rule is in force: in all others nothing comes of what opens.
_LIVE = """
SELECT * FROM gt_stretch WHERE sid IN (
  SELECT f.sid FROM gt_open f JOIN gt_rules r ON r.rule = f.rule WHERE f.day BETWEEN r.kept_from AND r.up_to
)
"""

_TURNS = f"""
SELECT row_number() OVER () AS id, f.*, {turn("f.day", "f.strict", "f.source", "f.o")} AS turn
FROM (
{{found}}
) f
"""
