"""Third part of the text: stages joined, ended with what they lie in, cut by what they rest in, and clipped to the life."""

from goldthread.duties.sql.steps import Step, day_in, made
from goldthread.duties.sql.tables import Book


def stretches(rules: Book) -> list[Step]:
    """`gt_stretch`: every stretch in which a rule holds for a person, numbered."""
    steps = [*made("gt_whole", _WHOLE)]
    source = "gt_whole"
    if rules.has("gt_inside"):
        steps += [*made("gt_outer_end", _OUTER_END), *made("gt_inner", _INNER)]
        source = "gt_inner"
    parts = _UNCUT.format(source=source, uncut="")
    if rules.has("gt_outside"):
        steps += [*made("gt_other", _OTHER.format(source=source)), *made("gt_part", _PARTS.format(source=source))]
        uncut = _UNCUT.format(source=source, uncut="WHERE id NOT IN (SELECT id FROM gt_other)")
        parts = f"SELECT {_OF_PART} FROM gt_part UNION ALL {uncut}"
    return [*steps, *made("gt_stretch", _CLIPPED.format(source=parts, died=day_in("l.died")))]


_OF_PART = "person, rule, start, finish, begun, ended, base, place, resumed"
_UNCUT = "SELECT person, rule, start, finish, begun, ended, base, place, 0 AS resumed FROM {source} {uncut}"


# A rule with several stages holds while any of them does: islands in the order of their starts. Of two that start on one
# day the one named first has begun it; of two that finish last on one day the earlier in that order has ended it.
_WHOLE = """
SELECT row_number() OVER () AS id, person, rule, start, finish, begun, ended, base, place
FROM (
  SELECT person, rule, start, finish, begun, ended, base, place
  FROM gt_stage JOIN gt_rules USING (rule) WHERE stages < 2
  UNION ALL
  SELECT person, rule, first AS start, last AS finish, begun, last_ended, base, first AS place
  FROM (
    SELECT person, rule, start AS first, begun, base, max(finish) OVER island AS last,
      first_value(ended) OVER (PARTITION BY person, rule, island ORDER BY finish DESC, start, n, place) AS last_ended,
      row_number() OVER (PARTITION BY person, rule, island ORDER BY start, n, place) AS first_of_island
    FROM (
      SELECT *, sum(CASE WHEN start <= before THEN 0 ELSE 1 END) OVER (
        PARTITION BY person, rule ORDER BY start, n, place ROWS UNBOUNDED PRECEDING) AS island
      FROM (
        SELECT s.*, max(finish) OVER (
          PARTITION BY s.person, s.rule ORDER BY start, n, place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM gt_stage s JOIN gt_rules USING (rule) WHERE stages > 1
      ) ordered
    ) islands
    WINDOW island AS (PARTITION BY person, rule, island)
  ) joined
  WHERE first_of_island = 1
) found
"""

# An end after which no such episode goes on closes what lies in it.
_OUTER_END = """
SELECT v.person, w.episode, v.e, v.day
FROM gt_ev v JOIN gt_episode_words w ON w.w = v.w AND NOT w.begins
WHERE w.episode IN (SELECT episode FROM gt_inside)
  AND NOT EXISTS (SELECT 1 FROM gt_episode p
    WHERE p.person = v.person AND p.episode = w.episode AND p.start <= v.day AND p.finish > v.day)
"""

# The first such end after the start; the outer episodes are asked one after the other, and a later one only shortens it.
_INNER = """
SELECT s.id, s.person, s.rule, s.start, coalesce(c.day, s.finish) AS finish, s.begun,
  CASE WHEN c.day IS NULL THEN s.ended ELSE c.e END AS ended, s.base, s.place
FROM gt_whole s
LEFT JOIN (
  SELECT s.id, c.day, c.e, row_number() OVER (PARTITION BY s.id ORDER BY c.day, g.n, c.e) AS first
  FROM gt_whole s JOIN gt_inside g ON g.rule = s.rule
  JOIN gt_outer_end c ON c.person = s.person AND c.episode = g.episode AND c.day > s.start AND c.day < s.finish
) c ON c.id = s.id AND c.first = 1
"""

# What rests in other episodes. The reference takes them from a stretch one after the other; what is left is the same in
# every order: it starts where the stretch did or another finished, on a day after which no other goes on, and finishes
# where the next other starts. Only the event that begun or ended it comes from the last of them in their order.
_OTHER = """
SELECT s.id, o.start, o.finish, o.begun, o.ended, g.n
FROM {source} s JOIN gt_outside g ON g.rule = s.rule JOIN gt_episode o ON o.person = s.person AND o.episode = g.episode
WHERE o.finish >= s.start AND o.start <= s.finish
"""

_PARTS = """
SELECT id, person, rule, start, finish, begun, ended, base, place, resumed
FROM (
  SELECT p.id, p.person, p.rule, p.start, coalesce(o.start, p.finish) AS finish, p.begun,
    CASE WHEN o.start IS NULL THEN p.ended ELSE o.begun END AS ended, p.base, p.place, p.resumed,
    row_number() OVER (PARTITION BY p.id, p.start ORDER BY o.start, o.n DESC, o.begun DESC) AS next
  FROM (
    SELECT *, row_number() OVER (PARTITION BY id, start ORDER BY resumed DESC, n DESC, cut DESC) AS last
    FROM (
      SELECT s.id, s.person, s.rule, s.start, s.finish, s.begun, s.ended, s.base, s.place, 0 AS resumed, 0 AS n,
        CAST(0 AS BIGINT) AS cut
      FROM {source} s
      WHERE id IN (SELECT id FROM gt_other)
        AND NOT EXISTS (SELECT 1 FROM gt_other o WHERE o.id = s.id AND o.start <= s.start
        AND (o.finish > s.start OR s.finish = s.start))
      UNION ALL
      SELECT s.id, s.person, s.rule, o.finish, s.finish, o.ended, s.ended, s.base, s.place, 1, o.n, o.begun
      FROM {source} s JOIN gt_other o ON o.id = s.id AND o.finish < s.finish
      WHERE NOT EXISTS (SELECT 1 FROM gt_other a WHERE a.id = s.id AND a.start <= o.finish AND a.finish > o.finish)
    ) starts
  ) p
  LEFT JOIN gt_other o ON o.id = p.id AND o.start > p.start
  WHERE p.last = 1
) parts
WHERE next = 1
"""

# Ended by death or by a birthday, which no entry says. `ended` is then NULL, and the finish a day. In a stretch that is over
# before the rule is in force, or begins after it, nothing opens; but its key is still its own, and what was done in it may
# have met what it was done for. What opens after the rule ended changes nothing before, except by its key, or where it
# restarts the duty.
_CLIPPED = """
SELECT row_number() OVER () AS sid, s.person, s.rule, s.start, s.finish, s.begun, s.ended, s.base, s.place, s.resumed,
  CASE WHEN r.alone AND NOT r.restarts THEN greatest(s.start, r.kept_from) ELSE s.start END AS opens_from,
  CASE WHEN r.restarts OR r.paired THEN s.finish ELSE least(s.finish, r.up_to) END AS opens_to
FROM (
  SELECT person, rule, start, CASE WHEN birthday < finish THEN birthday ELSE finish END AS finish, begun,
    CASE WHEN birthday < finish THEN NULL ELSE ended END AS ended, base, place, resumed
  FROM (
    SELECT s.person, s.rule, s.start, CASE WHEN {died} < s.finish THEN {died} ELSE s.finish END AS finish, s.begun,
      CASE WHEN {died} < s.finish THEN l.died ELSE s.ended END AS ended, s.base, s.place, s.resumed,
      a.day AS birthday
    FROM ({source}) s JOIN gt_rules g ON g.rule = s.rule
    LEFT JOIN gt_life l ON l.person = s.person AND NOT g.after_death
    LEFT JOIN gt_age a ON a.person = s.person AND a.age = g.ends_at
    WHERE a.day IS NULL OR a.day > s.start
  ) alive
) s JOIN gt_rules r ON r.rule = s.rule
WHERE s.finish >= s.start AND (r.paired OR r.already IS NOT NULL OR (s.finish >= r.kept_from AND s.start <= r.up_to))
"""
