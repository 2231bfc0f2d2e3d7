"""Sixth part of the text: what became of each opening, and which of them are occurrences."""

from goldthread.duties.sql.calendar import earliest_days, midnights
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import INF, Step, day_in, gone, made, nothing
from goldthread.duties.sql.tables import Book
from goldthread.duties.sql.text_next import STOP_EVENT, following

_DAY = 86_400_000_000
_SHIFT = 1_000_000
OPEN, TIMED, MET, WRITTEN, ENDED, LAPSED = range(6)
"""How an opening stands: still open; met at its hour, on its day, or in writing; ended by an event; ended by none."""


def closings(events: str, rules: Book, dialect: Dialect) -> list[Step]:
    """`gt_able`: every opening that nothing rules out, with what met or ended it. `gt_occurrence`: those that are occurrences,
    with their place."""
    return [
        *following(rules),
        *(
            made("gt_following", _RESTARTS)
            if rules.some("restarts")
            else nothing("gt_following", "id BIGINT, day INTEGER, o BIGINT")
        ),
        *(_done_already(rules) if rules.some("already") else nothing("gt_done", "id BIGINT, e BIGINT")),
        *(
            _written(events, dialect)
            if rules.some("writing_meets")
            else nothing("gt_written", "id BIGINT, moment BIGINT, day INTEGER")
        ),
        *dialect.as_written(made("gt_able", _ABLE)),
        *gone("gt_open", "gt_next", "gt_following", "gt_done", "gt_first_version"),
        *(made("gt_walk", _WALK) if rules.some("walks") else nothing("gt_walk", "sid BIGINT, turn BIGINT")),
        *(made("gt_busy", _BUSY) if rules.some("single") else nothing("gt_busy", "id BIGINT")),
        *made("gt_taken", _TAKEN),
        *dialect.as_written(made("gt_occurrence", _CHOSEN)),
        *gone("gt_able", "gt_walk", "gt_busy", "gt_taken"),
    ]


_RESTARTS = """
SELECT o.id, lead(o.day) OVER turns AS day, lead(o.o) OVER turns AS o
FROM gt_open o JOIN gt_rules r ON r.rule = o.rule AND r.restarts
WINDOW turns AS (PARTITION BY o.sid ORDER BY o.turn)
"""


def _done_already(rules: Book) -> list[Step]:
    """`gt_done`: what had been done not long before an opening, and had not met it the time before."""
    opened = "gt_open o JOIN gt_rules r ON r.rule = o.rule AND r.already IS NOT NULL"
    return [
        earliest_days(f"SELECT DISTINCT r.already, o.day FROM {opened}", rules),
        *made("gt_done", _DONE.format(opened=opened)),
    ]


# `previous`: the finish of the stretch before.
_DONE = """
SELECT o.id, max(v.e) AS e
FROM {opened} JOIN (
  SELECT s.sid, lag(s.finish) OVER (PARTITION BY s.person, s.rule ORDER BY s.place, s.start) AS previous
  FROM gt_stretch s JOIN gt_rules r ON r.rule = s.rule AND r.already IS NOT NULL
) s ON s.sid = o.sid
JOIN gt_back b ON b.span = r.already AND b.day = o.day
JOIN gt_needs g ON g.rule = o.rule
JOIN gt_ev v ON v.person = o.person AND v.w = g.w AND v.day >= b.earliest AND v.day < o.day
WHERE s.previous IS NULL OR v.day > s.previous OR v.key = o.key
GROUP BY o.id
"""


def _written(events: str, dialect: Dialect) -> list[Step]:
    """`gt_written`: of openings that writing down meets, the moment and day in England when the entry first said the word."""
    day = dialect.divided(f"moment + {_DAY * _SHIFT}", _DAY) + f" - {_SHIFT}"
    return [
        *made("gt_first_version", _WRITTEN.format(events=events, recorded=dialect.microseconds("v.recorded"))),
        midnights(f"SELECT DISTINCT CAST({day} + 1 AS INTEGER) FROM gt_first_version"),
        *made("gt_written", _WRITTEN_ON.format(day=f"CAST({day} AS INTEGER)")),
    ]


_WRITTEN = """
SELECT v.person, g.w, v.entry, min({recorded}) AS moment
FROM {events} v JOIN gt_words g ON g.word = v.word AND g.written GROUP BY v.person, g.w, v.entry
"""

# England is at most two hours ahead of universal time, so the day is that of the moment or the next.
_WRITTEN_ON = """
SELECT x.id, f.moment, CASE WHEN f.moment >= m.moment THEN m.day ELSE m.day - 1 END AS day
FROM gt_open x JOIN gt_rules r ON r.rule = x.rule AND r.writing_meets
JOIN gt_next n ON n.id = x.id AND n.needs IS NULL
JOIN gt_ev v ON v.e = x.o
JOIN (SELECT *, {day} AS day FROM gt_first_version) f ON f.person = v.person AND f.w = v.w AND f.entry = v.entry
JOIN gt_midnight m ON m.day = f.day + 1
"""

# What ends it: the first of the stretch's end, a word that stops it, or the next opening where it restarts; of one day the
# one named first. What is done on that day counts as done. An end that no entry says is one that lapses. What may have met it
# counts only before it was met, and up to its end.
_ABLE = f"""
SELECT id, sid, turn, rule, person, day, moment, o, counted_from, later, before, how, over, over_by,
  CASE WHEN unsure IS NULL THEN NULL
    WHEN how = {OPEN} OR {day_in("unsure")} < CASE WHEN how <= {WRITTEN} THEN over ELSE over + 1 END THEN unsure END AS unsure
FROM (
  SELECT *, CASE WHEN met_by IS NOT NULL THEN greatest({day_in("met_by")}, day) WHEN how = {WRITTEN} THEN written_on
      WHEN how >= {ENDED} THEN ends_on END AS over,
    CASE WHEN met_by IS NOT NULL THEN met_by WHEN how = {WRITTEN} THEN o WHEN how = {ENDED} THEN ends END AS over_by
  FROM (
    SELECT *, CASE WHEN met_by IS NOT NULL THEN CASE WHEN {day_in("met_by")} >= day THEN {TIMED} ELSE {MET} END
        WHEN written_on <= ends_on THEN {WRITTEN} WHEN ends_on >= {INF} THEN {OPEN} WHEN ends IS NOT NULL THEN {ENDED} ELSE {LAPSED} END AS how
    FROM (
      SELECT *, coalesce(done, CASE WHEN {day_in("meets")} <= ends_on THEN meets END) AS met_by,
        CASE WHEN meets IS NULL AND wrote_on IS NOT NULL THEN greatest(wrote_on, day) END AS written_on,
        CASE ends_on WHEN finish THEN stretch_ended WHEN stops_on THEN stops WHEN restarts_on THEN restarted_by END AS ends
      FROM (
        SELECT *, least(finish, stops_on, restarts_on) AS ends_on
        FROM (
          SELECT o.id, o.sid, o.turn, o.rule, o.person, o.day, o.moment, o.o, o.counted_from, o.later, o.finish,
            o.ended AS stretch_ended, x.unsure, x.before, {STOP_EVENT} AS stops, {day_in(STOP_EVENT)} AS stops_on,
            f.day AS restarts_on, f.o AS restarted_by, d.e AS done, w.day AS wrote_on,
            CASE WHEN r.relation IS NOT NULL THEN o.filled ELSE x.needs END AS meets
          FROM gt_open o JOIN gt_rules r ON r.rule = o.rule
          JOIN gt_next x ON x.id = o.id
          LEFT JOIN gt_following f ON f.id = o.id
          LEFT JOIN gt_done d ON d.id = o.id
          LEFT JOIN gt_written w ON w.id = o.id
          LEFT JOIN gt_life l ON r.for_unborn AND l.person = o.person
          WHERE (NOT r.for_unborn OR (l.expected IS NOT NULL AND (l.born IS NULL OR l.born > o.day)))
            AND (NOT r.alone OR o.day BETWEEN r.kept_from AND r.up_to)
            AND (f.day IS NULL OR f.day > o.day)
        ) parts
      ) overs
    ) mets
  ) hows
) became
"""

# The day from which an opening is owed no more. One that lapses is never closed by anything.
_CLOSED = f"CASE WHEN a.how IN ({OPEN}, {LAPSED}) THEN {INF} ELSE a.over END"

# Of duties that are owed once at a time: openings while one is owed already.
#
# The reference asks whether the last opening it took is closed by the day of this one. It is the same to ask whether any
# earlier one, taken or not, is closed by then: one that was not taken opened while an earlier one was owed, and whatever
# closed that one, later than the day of this, closes it too or something before it does. So of all earlier ones none is
# closed later than the last one that was taken. That holds unless each is closed by something of its own (its key, the
# moment it was written): such duties walk from opening to opening.
_BUSY = f"""
SELECT id
FROM (
  SELECT a.id, a.day,
    max({_CLOSED}) OVER (PARTITION BY a.sid ORDER BY a.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy
  FROM gt_able a JOIN gt_rules r ON r.rule = a.rule AND r.single AND NOT r.walks
) single
WHERE busy > day
UNION ALL
SELECT a.id
FROM gt_able a JOIN gt_rules r ON r.rule = a.rule AND r.walks
WHERE NOT EXISTS (SELECT 1 FROM gt_walk w WHERE w.sid = a.sid AND w.turn = a.turn)
"""

_WALK = f"""
WITH RECURSIVE walking AS (
  SELECT a.sid, a.turn, a.day, {_CLOSED} AS closed FROM gt_able a JOIN gt_rules r ON r.rule = a.rule AND r.walks
), follows AS (
  SELECT a.sid, a.turn, min(b.turn) AS next_turn
  FROM walking a JOIN walking b ON b.sid = a.sid AND b.turn > a.turn AND b.day >= a.closed GROUP BY a.sid, a.turn
), walk AS (
  SELECT sid, min(turn) AS turn FROM walking GROUP BY sid
  UNION ALL
  SELECT f.sid, f.next_turn FROM walk w JOIN follows f ON f.sid = w.sid AND f.turn = w.turn
)
SELECT sid, turn FROM walk
"""

# Of those that are taken, how many of their stretch were before it.
_TAKEN = """
SELECT id, row_number() OVER (PARTITION BY sid ORDER BY turn) - 1 AS nth
FROM gt_able a WHERE NOT EXISTS (SELECT 1 FROM gt_busy b WHERE b.id = a.id)
"""

# Its place among those of its stretch: one later where the stretch goes on from something, which its start, always the first
# of its openings, says. A duty that is owed only the first time in a stretch is owed nothing more, even where that time was
# not yet in force.
_CHOSEN = """
SELECT a.id, a.sid, a.rule, a.person, a.day, a.moment, a.o, a.counted_from, a.unsure, a.before, a.over, a.over_by, a.how,
  t.nth + coalesce(l.later, 0) AS place
FROM gt_able a JOIN gt_taken t ON t.id = a.id JOIN gt_rules r ON r.rule = a.rule
LEFT JOIN (SELECT sid, later FROM gt_able WHERE later > 0) l ON l.sid = a.sid
WHERE a.day BETWEEN r.kept_from AND r.up_to AND (t.nth = 0 OR NOT r.first_only)
"""
