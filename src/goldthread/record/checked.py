"""Whether what is stored is whole and follows from the record: looked at, never mended. For a restore, and after a crash."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db import connection

from goldthread.record.asking import ask
from goldthread.record.derive import Told, known_besides, work_out
from goldthread.record.lives import read_lives
from goldthread.record.local.inforce import in_force
from goldthread.record.register import REGISTER
from goldthread.record.rewriting import differences, stood

AT_ONCE = 500
AS_OF = "as_of"


def not_following(people: Iterable[int]) -> list[str]:
    """References of those whose occurrences, standing or names are not what their entries give, each with what differs.

    A standing is worked out as of the moment it was last written, because the next date in it depends on the day.
    """
    wanted = sorted(set(people))
    found: list[str] = []
    for start in range(0, len(wanted), AT_ONCE):
        found += _of_some(wanted[start : start + AT_ONCE])
    return found


def _of_some(people: list[int]) -> list[str]:
    lives, settings, moments = read_lives(people), in_force(), _moments(people)
    kept = [_by_person(rows) for rows in ask(*stood(people))]
    wrong = []
    for one in known_besides(people, lives):
        person = one.life.person
        if person not in moments:
            wrong.append(f"{one.reference}: no standing")
            continue
        wrong += [f"{one.reference}: {what}" for what in _differs(one, moments[person], settings, [k.get(person, []) for k in kept])]
    return wrong


def _differs(one: Told, as_of: datetime, settings: object, kept: Sequence[list[tuple]]) -> Iterator[str]:
    fresh = work_out([one], now=as_of, queue=-1, settings=settings)  # no team has this number: whoever has no owner differs below
    if fresh.adrift:
        yield "no owner"
    for rows, table in zip(kept, ("record_occurrence", "record_nametoken"), strict=True):
        gone, new = differences(rows, fresh.rows[table])
        if gone or new:
            yield f"{len(gone)} rows of {table} should not be there, {len(new)} are missing"
    [standing] = fresh.rows["record_standing"]
    columns = ", ".join(fresh.standing)
    [stored] = ask((f"SELECT {columns} FROM record_standing WHERE person_id = %s", [one.life.person]))
    if differing := [name for name, a, b in zip(fresh.standing, stored[0], standing, strict=True) if a != b]:
        yield f"standing differs in {', '.join(differing)}"


def _moments(people: list[int]) -> dict[int, datetime]:
    [rows] = ask((f"SELECT person_id, {AS_OF} FROM record_standing WHERE person_id = ANY(%s::bigint[])", [people]))
    return dict(rows)


def _by_person(rows: Iterable[tuple]) -> dict[int, list[tuple]]:
    """Rows with their number first and their person second."""
    found: dict[int, list[tuple]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(row)
    return found


# None half there

NO_DETAIL = "SELECT v.id FROM record_version v WHERE v.type = %s AND NOT EXISTS (SELECT FROM {table} d WHERE d.version_id = v.id)"
NO_VERSION = "SELECT d.version_id FROM {table} d WHERE NOT EXISTS (SELECT FROM record_version v WHERE v.id = d.version_id AND v.type = %s)"
NONE_STANDS = """
    SELECT entry FROM record_version GROUP BY entry
    HAVING count(*) <> max(number) OR count(*) FILTER (WHERE superseded_at IS NULL) <> 1 OR min(number) <> 1"""
WORDS_APART = """
    SELECT s.version FROM record_spoken s LEFT JOIN record_version v ON v.id = s.version
    WHERE v.id IS NULL OR v.superseded_at IS DISTINCT FROM s.superseded_at OR v.person_id <> s.person_id"""
BACKWARDS = """
    SELECT entry FROM (SELECT entry, recorded_at, lag(recorded_at) OVER (PARTITION BY entry ORDER BY number) AS before FROM record_version) v
    WHERE recorded_at < before"""


def half_there() -> list[str]:
    """Versions without what they say, what is said without its version, entries that do not stand once, words that do not match."""
    found = []
    for code, kind in sorted(REGISTER.items()):
        table = kind._meta.db_table
        found += [f"version {n} ({code}) says nothing" for n in _numbers(NO_DETAIL.format(table=table), [code])]
        found += [f"{table} has a row for {n}, which is no version of it" for n in _numbers(NO_VERSION.format(table=table), [code])]
    found += [f"entry {n} does not stand exactly once" for n in _numbers(NONE_STANDS)]
    found += [f"words of version {n} do not match it" for n in _numbers(WORDS_APART)]
    return found + [f"versions of entry {n} go back in time" for n in _numbers(BACKWARDS)]


def _numbers(sql: str, arguments: Sequence[object] = ()) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(arguments))
        return [number for (number,) in cursor.fetchall()]


def sample(most: int) -> list[int]:
    """So many people, spread over everybody by a digest of their numbers: the same for the same record."""
    [rows] = ask(("SELECT id FROM record_person ORDER BY md5(id::text) LIMIT %s::int", [most]))
    return [person for (person,) in rows]
