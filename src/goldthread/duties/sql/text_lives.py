"""First part of the text: the words as they are known, in order; births and deaths; episodes as stretches of time."""

from goldthread.duties import words as w
from goldthread.duties.sql.calendar import birthdays
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import INF, Step, code, day_in, made
from goldthread.duties.sql.tables import Book


def heard(events: str, known: str, dialect: Dialect) -> list[Step]:
    """Every word that a rule reads, as it is known. `e` names an event and sorts it among those of its person."""
    day = "CAST(v.day - DATE '1970-01-01' AS INTEGER)"
    return made(
        "gt_ev",
        f"""
SELECT person, w, day, moment, key, entry, recorded, {code("day", "row_number() OVER ()")} AS e
FROM (
  SELECT v.person, g.w, {day} AS day, {dialect.microseconds('v."at"')} AS moment, v.key, v.entry,
    CASE WHEN g.dates THEN {dialect.microseconds("v.recorded")} END AS recorded
  FROM {events} v JOIN gt_words g ON g.word = v.word
  WHERE {known}
  ORDER BY 1, 3, coalesce({dialect.microseconds('v."at"')}, 0), {dialect.by_letters("v.entry")}, 2,
    {dialect.by_letters("v.key")}
) said
""",
    )


def as_known(moment: str | None) -> str:
    """Which versions were known at a moment; without one, which are known now. `duties/life.py` says the same."""
    if moment is None:
        return "v.superseded IS NULL"
    at = f"TIMESTAMPTZ '{moment}'"
    return f"v.recorded <= {at} AND (v.superseded IS NULL OR v.superseded > {at})"


def lives(rules: Book, in_march: bool) -> list[Step]:
    """When each person was born, is expected, died, by the version recorded last; and their birthdays."""
    born, expected, died = (rules.words[word.name] for word in (w.born, w.expected, w.died))
    return [
        *made(
            "gt_life",
            f"""
SELECT person, max(CASE WHEN w = {born} THEN day END) AS born, max(CASE WHEN w = {expected} THEN day END) AS expected,
  max(CASE WHEN w = {died} THEN e END) AS died
FROM (
  SELECT person, w, day, e, row_number() OVER (PARTITION BY person, w ORDER BY recorded DESC, e DESC) AS version
  FROM gt_ev WHERE w IN ({born}, {expected}, {died})
) said
WHERE version = 1 GROUP BY person
""",
        ),
        birthdays("SELECT DISTINCT born, age FROM gt_life CROSS JOIN gt_ages WHERE born IS NOT NULL", in_march),
        *made("gt_age", "SELECT person, age, day FROM gt_life JOIN gt_age_days USING (born)"),
    ]


def episodes() -> list[Step]:
    """Episodes by their key: the first beginning, and the first end, unless that lies before the beginning."""
    begun, ended = day_in("begun"), day_in("ended")
    return made(
        "gt_episode",
        f"""
SELECT person, episode, begun, {begun} AS start, CASE WHEN {ended} >= {begun} THEN {ended} ELSE {INF} END AS finish,
  CASE WHEN {ended} >= {begun} THEN ended END AS ended
FROM (
  SELECT person, episode, key, min(CASE WHEN begins THEN e END) AS begun, min(CASE WHEN NOT begins THEN e END) AS ended
  FROM gt_ev JOIN gt_episode_words USING (w) GROUP BY person, episode, key
) paired
WHERE begun IS NOT NULL
""",
    )
