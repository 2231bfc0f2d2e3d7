"""Second part of the text: the stages in which a duty holds, as stretches of time of one person for one rule.

Each stage row says where it starts and finishes, the events that begun and ended it, its `base`, and `place`: the event by
which the reference orders it.
"""

from goldthread.duties.sql.calendar import due_days, earliest_days
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import INF, NEVER, Step, made
from goldthread.duties.sql.tables import Book

_FOUND = "person, rule, n, start, finish, begun, ended, base, place"


def stages(rules: Book, dialect: Dialect) -> list[Step]:
    """`gt_stage`: every stretch of every stage of every rule; a rule without a stage always holds for whom it may concern."""
    kinds = {row[2] for row in rules.rows["gt_stages"]}
    steps: list[Step] = []
    selects = [_ALWAYS, _EPISODES, _AGED]
    if "Eligible" in kinds:
        steps += _eligible(rules)
        selects.append(f"SELECT {_FOUND} FROM gt_eligible")
    if "Beyond" in kinds:
        steps += _beyond(rules, dialect)
        selects.append(f"SELECT {_FOUND} FROM gt_beyond")
    return [*steps, *made("gt_stage", "\nUNION ALL\n".join(selects))]


_ALWAYS = f"""
SELECT DISTINCT v.person, g.rule, 0 AS n, {NEVER} AS start, {INF} AS finish, CAST(NULL AS BIGINT) AS begun,
  CAST(NULL AS BIGINT) AS ended, {NEVER} AS base, CAST(0 AS BIGINT) AS place
FROM gt_ev v JOIN gt_starters g ON g.w = v.w
"""

_EPISODES = """
SELECT p.person, g.rule, g.n, p.start, p.finish, p.begun, p.ended, p.start, p.begun
FROM gt_episode p JOIN gt_stages g ON g.episode = p.episode AND g.kind = 'Episode'
"""

# From the birthday on. Nobody whose birth date is unknown is too young.
_AGED = """
SELECT p.person, g.rule, g.n, greatest(p.start, b.day), p.finish, CASE WHEN b.day > p.start THEN NULL ELSE p.begun END,
  p.ended, greatest(p.start, b.day), p.begun
FROM gt_episode p JOIN gt_stages g ON g.episode = p.episode AND g.kind = 'Aged'
LEFT JOIN gt_age b ON b.person = p.person AND b.age = g.age
WHERE b.day IS NULL OR p.finish >= b.day
"""


def _eligible(rules: Book) -> list[Step]:
    """The first stretch from the day that both the age and the length of time are reached.

    The reference takes the days of each stretch from what is wanted, never below one. Taking the sum of all earlier ones
    from it at once and then no less than one is the same, since each takes at least one. Up to the stretch that is found no
    earlier one goes on, so the sum is of whole stretches; later sums do not matter.
    """
    from_age = "gt_episode p JOIN gt_stages g ON g.episode = p.episode AND g.kind = 'Eligible'"
    return [
        due_days(
            f"SELECT DISTINCT g.span, a.day FROM {from_age} JOIN gt_age a ON a.person = p.person AND a.age = g.counted_from",
            rules,
        ),
        *made("gt_eligible", _ELIGIBLE.format(stages=from_age)),
    ]


_ELIGIBLE = """
SELECT person, rule, n, reached AS start, finish, CASE WHEN reached = start THEN begun END AS begun, ended, reached AS base, place
FROM (
  SELECT *, row_number() OVER (PARTITION BY person, rule, n ORDER BY place) AS found
  FROM (
    SELECT *, CAST(greatest(first + greatest(wanted - coalesce(before, 0), 1) - 1, birthday, start) AS INTEGER) AS reached
    FROM (
      SELECT p.person, g.rule, g.n, p.start, p.finish, p.begun, p.ended, p.begun AS place, b.day AS birthday,
        greatest(p.start, a.day) AS first, d.due - a.day + 1 AS wanted,
        CAST(sum(p.finish - greatest(p.start, a.day) + 1) OVER (
          PARTITION BY p.person, g.rule, g.n ORDER BY p.begun ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS BIGINT) AS before
      FROM {stages}
      JOIN gt_age a ON a.person = p.person AND a.age = g.counted_from
      JOIN gt_age b ON b.person = p.person AND b.age = g.age
      JOIN gt_due d ON d.span = g.span AND d.day = a.day
      WHERE p.finish >= greatest(p.start, a.day)
    ) counted
  ) timed
  WHERE finish >= reached
) reached
WHERE found = 1
"""


def _beyond(rules: Book, dialect: Dialect) -> list[Step]:
    """What is left of each stay from the day on which it, or the days of all stays together, went beyond the limits."""
    stay = "gt_episode p JOIN gt_stages g ON g.episode = p.episode AND g.kind = 'Beyond'"
    return [
        due_days(f"SELECT DISTINCT g.span, p.start FROM {stay}", rules),
        *made("gt_stay", _STAYS.format(stay=stay)),
        *made("gt_stay_day", _STAY_DAYS.format(day=dialect.every("start", "last"))),
        earliest_days("SELECT DISTINCT within, day FROM gt_stay_day WHERE earlier IS NOT NULL", rules),
        *made("gt_day_over", _DAYS_OVER),
        *made("gt_beyond", _BEYOND),
    ]


_STAYS = f"""
SELECT p.person, g.rule, g.n, p.start, p.finish, p.begun, p.ended, d.due + 1 AS alone, g.total, g.within,
  CASE WHEN p.finish < {INF} THEN p.finish ELSE d.due END AS last
FROM {{stay}} JOIN gt_due d ON d.span = g.span AND d.day = p.start
"""

_STAY_DAYS = """
SELECT person, rule, n, within, day, lag(day, total) OVER (PARTITION BY person, rule, n ORDER BY day) AS earlier
FROM (
  SELECT DISTINCT person, rule, n, total, within, day
  FROM (SELECT person, rule, n, total, within, CAST({day} AS INTEGER) AS day FROM gt_stay) laid_out
) days
"""

_DAYS_OVER = """
SELECT s.person, s.rule, s.n, s.day
FROM gt_stay_day s JOIN gt_back b ON b.span = s.within AND b.day = s.day
WHERE s.earlier > b.earliest
"""

_BEYOND = """
SELECT person, rule, n, first AS start, finish, CASE WHEN first = start THEN begun END AS begun, ended, first AS base,
  begun AS place
FROM (
  SELECT s.person, s.rule, s.n, s.start, s.finish, s.begun, s.ended,
    least(CASE WHEN s.alone <= s.finish THEN s.alone END, min(o.day)) AS first
  FROM gt_stay s
  LEFT JOIN gt_day_over o ON o.person = s.person AND o.rule = s.rule AND o.n = s.n AND o.day BETWEEN s.start AND s.finish
  GROUP BY s.person, s.rule, s.n, s.start, s.finish, s.begun, s.ended, s.alone
) stays
WHERE first IS NOT NULL
"""
