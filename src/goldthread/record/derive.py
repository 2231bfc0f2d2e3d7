"""What follows from the record, worked out again in the same transaction as every entry: occurrences and standings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from django.db import connection

from goldthread.duties import Occurrence, occurrences
from goldthread.record.apart import in_parts
from goldthread.record.copying import as_text, copy_text
from goldthread.record.lives import Life, read_lives
from goldthread.record.names import sound, tokens
from goldthread.record.speak import NewEntry
from goldthread.record.standing import Shape, holders, shape, stand
from goldthread.record.store import store

AT_ONCE = 4000  # people whose lives are in memory together
KEYS = {"person": "person_id", "team": "team_id", "worker": "worker_id", "adviser": "adviser_id", "chair": "chair_id"}


class NoOwner(Exception):
    """An open child would be left without anybody. The message names the child and says what to do."""


@dataclass(slots=True)
class Told:
    """A life with what the database knows besides: the person's reference, and whether the record is restricted."""

    life: Life
    reference: str
    restricted: bool


class Follows(NamedTuple):
    """What follows from some lives: rows as COPY's text, the standings' columns, and who has to be put in the queue since when."""

    occurrences: bytes
    standings: bytes
    names: bytes
    columns: tuple[str, ...]
    adrift: list[tuple[int, date]]


def derive(people: Iterable[int], now: datetime, queue: int | None, by: int | None) -> None:
    """Rewrite what is derived for these people.

    An open child whom nobody holds is put in the queue of the team `queue`, and so belongs to its manager by name;
    without such a team NoOwner is raised and nothing is kept.
    """
    wanted = sorted(set(people))
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        lives, references, restricted = read_lives(some), _references(some), _restricted(some)
        told = [Told(life, references[person], person in restricted) for person, life in lives.items()]
        parts = in_parts(partial(work_out, now=now, queue=queue), told)
        _rewrite(some, parts)
        _queue([waiting for part in parts for waiting in part.adrift], queue, by, now)


def work_out(told: Sequence[Told], *, now: datetime, queue: int | None) -> Follows:
    """Everything that follows from these lives. Reads and writes nothing, so that it can be done in another process."""
    owed: list[tuple] = []
    standings: list[dict[str, Any]] = []
    adrift = []
    for one in told:
        life, found = one.life, shape(one.life)
        if _is_adrift(life, found):
            adrift.append((life.person, _take_into_queue(life, found, now, queue)))
        due = occurrences(life.spoken)
        owed.extend(_occurrence_rows(life.person, due))
        standings.append({"person": life.person, "reference": one.reference, "restricted": one.restricted, "as_of": now,
                          **stand(life, next_date(due, now.date()), found)})  # fmt: skip
    return Follows(as_text(owed), as_text(s.values() for s in standings), as_text(_name_rows(standings)),
                   tuple(KEYS.get(name, name) for name in standings[0]), adrift)  # fmt: skip


def _is_adrift(life: Life, found: Shape) -> bool:
    return bool(found.kinds) and holders(life)["team"] is None and not life.latest("person").get("died")


def _take_into_queue(life: Life, found: Shape, now: datetime, queue: int | None) -> date:
    """The child waits from the day they became open, or the day the last holder ended."""
    if queue is None:
        name = life.latest("person").get("forename") or "A child"
        raise NoOwner(f"{name} would be open with nobody to hold them. Say which team takes the child.")
    held = [a["until"] or a["day"] for a in life.facts["allocation"]]
    since = max([min(found.open.values()), *held])
    life.facts["allocation"].append({"entry": 0, "day": since, "until": None, "recorded_at": now,
                                     "works_as": "social_worker", "worker_id": None, "team_id": queue})  # fmt: skip
    return since


def _rewrite(people: list[int], parts: Sequence[Follows]) -> None:
    """Put what follows in place of what stood."""
    tables = {
        "record_occurrence": (("person_id", *Occurrence._fields), [part.occurrences for part in parts]),
        "record_standing": (parts[0].columns, [part.standings for part in parts]),
        "record_nametoken": (("person_id", "token", "sound"), [part.names for part in parts]),
    }
    for table, (columns, texts) in tables.items():
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE person_id = ANY(%s)", [people])
        copy_text(table, columns, texts)


def _queue(adrift: Iterable[tuple[int, date]], queue: int | None, by: int | None, now: datetime) -> None:
    values = {"works_as": "social_worker", "team": queue}
    waiting = [NewEntry(person, "allocation", since, values) for person, since in adrift]
    if waiting:
        store(waiting, by, now)


def next_date(owed: Sequence[Occurrence], today: date) -> date | None:
    """The earliest day by which something that is neither met nor over today is due, overdue ones included."""
    return min((o.due for o in owed if o.met is None and o.over_by(today) is None), default=None)


def _occurrence_rows(person: int, found: Iterable[Occurrence]) -> Iterator[tuple]:
    for o in found:
        yield person, *o


def _name_rows(standings: Iterable[dict]) -> Iterator[tuple]:
    for s in standings:
        for token in tokens(s["forename"], s["surname"], s["other_names"]):
            yield s["person"], token, sound(token)


def _references(people: list[int]) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, reference FROM record_person WHERE id = ANY(%s)", [people])
        return dict(cursor.fetchall())


def _restricted(people: list[int]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT person_id FROM record_restriction WHERE person_id = ANY(%s)", [people])
        return {person for (person,) in cursor.fetchall()}
