"""What follows from the record, worked out again in the same transaction as every entry: occurrences and standings."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import connection

from goldthread.duties import Occurrence, occurrences
from goldthread.record.lives import Life, read_lives
from goldthread.record.names import sound, tokens
from goldthread.record.speak import NewEntry
from goldthread.record.standing import holders, shape, stand
from goldthread.record.store import copy_rows, store

AS_TEXT = {"ended_by", "opened_by", "met_by", "unsure_by"}  # entry numbers here, labels of the engine elsewhere
AT_ONCE = 2000  # people whose lives are in memory together


class NoOwner(Exception):
    """An open child would be left without anybody. The message names the child and says what to do."""


def derive(people: Iterable[int], now: datetime, queue: int | None, by: int | None) -> None:
    """Rewrite what is derived for these people.

    An open child whom nobody holds is put in the queue of the team `queue`, and so belongs to its manager by name;
    without such a team NoOwner is raised and nothing is kept.
    """
    wanted = sorted(set(people))
    for start in range(0, len(wanted), AT_ONCE):
        lives = read_lives(wanted[start : start + AT_ONCE])
        _hold(lives, now, queue, by)
        _rewrite(lives, now)


def _hold(lives: dict[int, Life], now: datetime, queue: int | None, by: int | None) -> None:
    adrift = [life for life in lives.values() if shape(life).kinds and holders(life)["team"] is None and not life.latest("person").get("died")]
    if not adrift:
        return
    if queue is None:
        name = adrift[0].latest("person").get("forename") or "A child"
        raise NoOwner(f"{name} would be open with nobody to hold them. Say which team takes the child.")
    waiting = [NewEntry(life.person, "allocation", _waits_since(life, now), {"works_as": "social_worker", "team": queue})
               for life in adrift]  # fmt: skip
    numbers = store(waiting, by, now)
    for life, entry, number in zip(adrift, waiting, numbers, strict=True):
        life.facts["allocation"].append({"entry": number, "day": entry.day, "until": None, "recorded_at": now,
                                         "works_as": "social_worker", "worker_id": None, "team_id": queue})  # fmt: skip


def _waits_since(life: Life, now: datetime) -> date:
    """A child waits from the day they became open, or from today if somebody held them since."""
    held = [a["until"] or a["day"] for a in life.facts["allocation"]]
    return max([min(shape(life).open.values()), *held]) if held else min([*shape(life).open.values(), now.date()])


def _rewrite(lives: dict[int, Life], now: datetime) -> None:
    people = list(lives)
    owed = {person: occurrences(life.spoken) for person, life in lives.items()}
    _replace("record_occurrence", ("person_id", *Occurrence._fields), people, _occurrence_rows(owed))
    standings = [{**stand(life, next_date(owed[person], now.date())), "person": person} for person, life in lives.items()]
    references, restricted = _references(people), _restricted(people)
    for s in standings:
        s.update(reference=references[s["person"]], restricted=s["person"] in restricted, as_of=now)
    columns = [f if f not in ("person", "team", "worker", "adviser", "chair") else f"{f}_id" for f in standings[0]]
    _replace("record_standing", columns, people, (tuple(s.values()) for s in standings))
    _replace("record_nametoken", ("person_id", "token", "sound"), people, _name_rows(standings))


def next_date(owed: Sequence[Occurrence], today: date) -> date | None:
    """The earliest day by which something that is neither met nor ended today is due, overdue ones included."""
    return min((o.due for o in owed if o.met is None and (o.ended is None or o.ended > today)), default=None)


def _occurrence_rows(owed: dict[int, list[Occurrence]]) -> Iterator[tuple]:
    text = [field in AS_TEXT for field in Occurrence._fields]
    for person, found in owed.items():
        for o in found:
            yield person, *(str(v) if as_text and v is not None else v for v, as_text in zip(o, text, strict=True))


def _name_rows(standings: Iterable[dict]) -> Iterator[tuple]:
    for s in standings:
        for token in tokens(s["forename"], s["surname"], s["other_names"]):
            yield s["person"], token, sound(token)


def _replace(table: str, columns: Sequence[str], people: list[int], rows: Iterable[Sequence]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE person_id = ANY(%s)", [people])
    copy_rows(table, columns, rows)


def _references(people: list[int]) -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, reference FROM record_person WHERE id = ANY(%s)", [people])
        return dict(cursor.fetchall())


def _restricted(people: list[int]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT person_id FROM record_restriction WHERE person_id = ANY(%s)", [people])
        return {person for (person,) in cursor.fetchall()}
