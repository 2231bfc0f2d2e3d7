"""Fifth part of the text: the next word of each kind after each opening.

It is found in one pass over all openings and words of a stretch, latest first: each has a position on a line of time on which
whatever counts for an opening lies at its position or later.
"""

from collections.abc import Sequence

from goldthread.duties.sql.steps import BITS, Step, gone, made
from goldthread.duties.sql.tables import Book

_DAY = 86_400_000_000
_WIDTH = 1 << 38
_SHIFT = 1_000_000
_FIRST, _OPENS, _HOURS, _UNTIMED, _STRICT, _LAST = 0, 1, 20_000_000_000, _WIDTH - 3, _WIDTH - 2, _WIDTH - 1


def _position(of: str, place: str) -> str:
    """The position of a place within the day of an event or opening."""
    return f"(CAST({of}.day AS BIGINT) + {_SHIFT}) * {_WIDTH} + {place}"


def _timed(of: str) -> str:
    return f"{_HOURS} + {of}.moment - CAST({of}.day AS BIGINT) * {_DAY}"


_OPENED = _position(
    "f", f"CASE WHEN f.strict THEN {_STRICT} WHEN f.moment IS NULL THEN {_OPENS} ELSE {_timed('f')} END"
)
_SAID = _position(
    "v",
    f"""CASE g.part WHEN 'closed' THEN {_FIRST} WHEN 'unsure' THEN {_UNTIMED}
    WHEN 'needs' THEN CASE WHEN v.moment IS NULL THEN {_UNTIMED} ELSE {_timed("v")} END ELSE {_LAST} END""",
)

# An event that stops a duty, as a number: of one day what ends it comes before what closes it.
_STOP = f"((v.e >> {BITS}) * 2 + CASE g.part WHEN 'ends' THEN 0 ELSE 1 END) * {1 << BITS} + (v.e & {(1 << BITS) - 1})"
STOP_EVENT = f"((x.stops >> {BITS + 1}) * {1 << BITS} + (x.stops & {(1 << BITS) - 1}))"
"""The event that a number of `_STOP` names."""

_WANTED = {1: ("needs",), 2: ("needs", "unsure", "stops"), 3: ("needs", "unsure", "stops", "before")}
"""The kinds of words that a rule may ask for, by how many `gt_rules` says."""

_NO_OTHERS = (
    "SELECT n AS id, n AS unsure, n AS stops, n AS before FROM (SELECT CAST(NULL AS BIGINT) AS n) nothing WHERE FALSE"
)

_PARTS = {"needs": ("needs",), "unsure": ("unsure",), "stops": ("ends", "closed"), "before": ("before",)}


# Of paired duties, the keys that openings of a stretch or any stretch carry; `own`: it is that of the stretch itself.
_CLAIMED = """
SELECT sid, key, max(own) AS own
FROM (
  SELECT o.sid, o.key, 0 AS own FROM gt_open o JOIN gt_rules r ON r.rule = o.rule AND r.paired WHERE NOT o.strict
  UNION ALL
  SELECT s.sid, k.key, CASE WHEN k.sid = s.sid THEN 1 ELSE 0 END
  FROM gt_live s JOIN gt_stretch_key k ON k.person = s.person AND k.rule = s.rule
) claimed
GROUP BY sid, key
"""


def following(rules: Book) -> list[Step]:
    """`gt_next`: of each opening the first word after it that meets it, may have met it, stops it, or that it is to come before.

    Of paired duties, what meets carries the key of the opening, or that of the stretch, or none that is claimed: in a stretch
    that an event began, whichever comes first; in others, what carries the key of the opening before all else.
    """
    asked = set(zip(rules.said("paired"), rules.said("kinds"), strict=True))
    alone, paired = ([kinds for of_pairs, kinds in sorted(asked) if of_pairs is said] for said in (False, True))
    passes = [_first_of(_WANTED[kinds], f"NOT r.paired AND r.kinds = {kinds}") for kinds in alone]
    if not paired:
        return made("gt_next", "\nUNION ALL\n".join(passes))
    common = _passed(("needs",), "r.paired", "SELECT * FROM gt_said WHERE common")
    others = _first_of(("unsure", "stops", "before"), "r.paired AND r.kinds > 1") if max(paired) > 1 else _NO_OTHERS
    return [
        *made("gt_claimed", _CLAIMED),
        *made("gt_said", _words("r.paired", ("needs",), more=", v.key, coalesce(c.own, 1) > 0 AS common", join=_CLAIM)),
        *made("gt_own", _OWN),
        *made("gt_next", "\nUNION ALL\n".join([*passes, _PAIRED.format(common=common, others=others)])),
        *gone("gt_said", "gt_own", "gt_claimed"),
    ]


_CLAIM = "LEFT JOIN gt_claimed c ON c.sid = s.sid AND c.key = v.key"

_OWN = f"""
SELECT f.id, min(v.needs) AS needs FROM gt_open f JOIN gt_said v ON v.sid = f.sid AND v.key = f.key AND v.position >= {_OPENED}
GROUP BY f.id
"""

_PAIRED = """SELECT m.id, CASE WHEN s.begun IS NULL THEN coalesce(o.needs, m.needs) ELSE least(o.needs, m.needs) END AS needs, x.unsure, x.stops,
  x.before
FROM ({common}) m JOIN gt_open f ON f.id = m.id JOIN gt_stretch s ON s.sid = f.sid
LEFT JOIN gt_own o ON o.id = m.id
LEFT JOIN ({others}) x ON x.id = m.id"""


def _first_of(wanted: tuple[str, ...], rules: str) -> str:
    return _passed(wanted, rules, _words(rules, wanted))


def _passed(wanted: tuple[str, ...], rules: str, words: str) -> str:
    """The first words of several parts after each opening of some rules, in one pass over both, latest first.

    On one day: what closes stands before every opening, since it belongs to what went before; what has no hour may always
    have met it, so it stands after every hour, and before the strict, which nothing of their own day meets; what ends comes
    last. The first is that of the earliest event, not of the nearest position.
    """
    columns = ", ".join(name if name in wanted else f"CAST(NULL AS BIGINT) AS {name}" for name in _PARTS)
    first = ", ".join(f"min({name}) OVER following AS {name}" for name in wanted)
    nothing = ", ".join(f"CAST(NULL AS BIGINT) AS {name}" for name in wanted)
    return f"""SELECT id, {columns} FROM (
  SELECT id, {first}
  FROM (
    SELECT f.id, f.sid, {_OPENED} AS position, {nothing} FROM gt_open f JOIN gt_rules r ON r.rule = f.rule AND {rules}
    UNION ALL
    SELECT CAST(NULL AS BIGINT), sid, position, {", ".join(wanted)} FROM ({words}) said
  ) line WINDOW following AS (PARTITION BY sid ORDER BY position DESC)
) passed WHERE id IS NOT NULL"""


def _words(rules: str, wanted: tuple[str, ...], *, more: str = "", join: str = "") -> str:
    """The words that play a part in the stretches of some rules, each with its position in time."""
    parts = _among([part for name in wanted for part in _PARTS[name]])
    said = ", ".join(
        f"CASE WHEN g.part {_among(_PARTS[name])} THEN {_STOP if name == 'stops' else 'v.e'} END AS {name}"
        for name in wanted
    )
    return f"""
    SELECT s.sid, {_SAID} AS position, {said}{more}
    FROM gt_live s JOIN gt_rules r ON r.rule = s.rule AND {rules}
    JOIN gt_parts g ON g.rule = s.rule AND g.part {parts}
    JOIN gt_ev v ON v.person = s.person AND v.w = g.w AND v.day >= s.start AND (v.day <= s.finish OR g.later)
    {join}"""


def _among(parts: Sequence[str]) -> str:
    named = ", ".join(f"'{part}'" for part in parts)
    return f"IN ({named})"
