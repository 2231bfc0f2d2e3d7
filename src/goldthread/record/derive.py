"""What follows from the record, worked out again in the same transaction as every entry: occurrences and standings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import connection

from goldthread.duties import RULES, Occurrence, Settings, occurrences
from goldthread.record.apart import in_parts
from goldthread.record.asking import Question, among, ask
from goldthread.record.lives import FACTS, TABLES, Life, lives_of, questions, read_lives
from goldthread.record.local.holding import hold, holding
from goldthread.record.local.inforce import NEWEST, in_force, in_force_with
from goldthread.record.names import sound, tokens
from goldthread.record.rewriting import OCCURRENCE, AsText, Follows, as_texts, put_all, put_changes, stood
from goldthread.record.speak import NewEntry
from goldthread.record.standing import HOLDS, Shape, holders, shape, stand
from goldthread.record.store import store

AT_ONCE = 4000  # people whose lives are in memory together
MANY = 500  # people at once that make a table another one than the planner knows
FEW = 20  # people of whom what stands is read too, so that only what changes is written
KEYS = {"person": "person_id", "team": "team_id", "worker": "worker_id", "adviser": "adviser_id", "chair": "chair_id"}
ENTRIES = [OCCURRENCE.index(name) for name in ("ended_by", "opened_by", "met_by", "unsure_by")]


class NoOwner(Exception):
    """A child, carer or worker whom the service works with would be left without anybody. The message names them and says what to do."""


@dataclass(slots=True)
class Told:
    """A life with what the database knows besides: the person's reference, and whether the record is restricted."""

    life: Life
    reference: str
    restricted: bool


def derive(people: Iterable[int], now: datetime, queue: int | None, by: int | None) -> None:
    """Rewrite what is derived for these people.

    Whoever is open and held by nobody is put in the queue of the team `queue`, and so belongs to its manager by name;
    without such a team NoOwner is raised and nothing is kept.
    """
    wanted = sorted(set(people))
    if len(wanted) > FEW:
        _derive_many(wanted, now, queue, by)
    elif wanted:
        _derive_few(wanted, now, queue, by)


def _derive_few(people: list[int], now: datetime, queue: int | None, by: int | None) -> None:
    """All that is read in one trip to the database, all that is written in another."""
    _, [(newest,)], spoken, facts, known, *standing = ask(holding(), NEWEST, *questions(people), _known_sql(people), *stood(people))
    told = _told(lives_of(people, spoken, facts), known)
    found = work_out(told, now=now, queue=queue, settings=in_force_with(newest))
    put_changes(found, standing)
    _queue(found.adrift, queue, by, now)


def _derive_many(people: list[int], now: datetime, queue: int | None, by: int | None) -> None:
    if len(people) >= MANY:
        _tell_the_planner()
    hold()
    settings = in_force()
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        lives, [known] = read_lives(some), ask(_known_sql(some))
        parts = in_parts(partial(_worked_out_as_text, now=now, queue=queue, settings=settings), _told(lives, known))
        put_all(some, parts)
        _queue([waiting for part in parts for waiting in part.adrift], queue, by, now)


def _worked_out_as_text(told: Sequence[Told], **given: Any) -> AsText:
    return as_texts(work_out(told, **given))


def _known_sql(people: list[int]) -> Question:
    """What the database knows of people besides their lives: the reference, and whether the record is restricted."""
    some, argument = among(people)
    restricted = "EXISTS (SELECT FROM record_restriction r WHERE r.person_id = p.id)"
    return f"SELECT id, reference, {restricted} FROM record_person p WHERE id {some}", [argument]


def _told(lives: dict[int, Life], known: Iterable[tuple]) -> list[Told]:
    besides = {person: (reference, restricted) for person, reference, restricted in known}
    return [Told(life, *besides[person]) for person, life in lives.items()]


def known_besides(people: list[int], lives: dict[int, Life]) -> list[Told]:
    """Lives with what the database knows besides, for whoever works them out without storing anything."""
    return _told(lives, ask(_known_sql(people))[0])


def _tell_the_planner() -> None:
    """Without figures of its own the planner reads whole tables for one person, until it looks by itself some minutes later."""
    tables = {"record_version", "record_spoken", *(TABLES[kind] for kind in FACTS)}
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(sorted(tables))}")


def work_out(told: Sequence[Told], *, now: datetime, queue: int | None, settings: Settings) -> Follows:
    """Everything that follows from these lives. Reads and writes nothing, so that it can be done in another process."""
    owed: list[tuple] = []
    standings: list[dict[str, Any]] = []
    adrift = []
    for one in told:
        life, found = one.life, shape(one.life)
        if _is_adrift(life, found):
            adrift.append((life.person, _take_into_queue(life, found, now, queue), HOLDS[found.about]))
        due = occurrences(life.spoken, RULES, settings)
        owed.extend(_occurrence_rows(life.person, due))
        standings.append({"person": life.person, "reference": one.reference, "restricted": one.restricted, "as_of": now,
                          **stand(life, next_date(due, now.date()), found)})  # fmt: skip
    rows = {"record_occurrence": owed, "record_standing": [tuple(s.values()) for s in standings], "record_nametoken": list(_name_rows(standings))}
    return Follows(rows, tuple(KEYS.get(name, name) for name in standings[0]), adrift)


def _is_adrift(life: Life, found: Shape) -> bool:
    return found.goes_on and holders(life, found.about)["team"] is None and not life.latest("person").get("died")


def _take_into_queue(life: Life, found: Shape, now: datetime, queue: int | None) -> date:
    """The child waits from the day they became open, or the day the last holder ended."""
    if queue is None:
        name = life.latest("person").get("forename") or f"A {found.about}"
        raise NoOwner(f"{name} would be open with nobody to hold them. Say which team takes the {found.about}.")
    held = [a["until"] or a["day"] for a in life.facts["allocation"]]
    since = max([min(found.open.values()), *held])
    life.facts["allocation"].append({"entry": 0, "day": since, "until": None, "recorded_at": now,
                                     "works_as": HOLDS[found.about], "worker_id": None, "team_id": queue})  # fmt: skip
    return since


def _queue(adrift: Iterable[tuple[int, date, str]], queue: int | None, by: int | None, now: datetime) -> None:
    waiting = [NewEntry(person, "allocation", since, {"works_as": part, "team": queue}) for person, since, part in adrift]
    if waiting:
        store(waiting, by, now)


def next_date(owed: Sequence[Occurrence], today: date) -> date | None:
    """The earliest day by which something that is neither met nor over today is due, overdue ones included."""
    return min((o.due for o in owed if o.met is None and o.over_by(today) is None), default=None)


def _occurrence_rows(person: int, found: Iterable[Occurrence]) -> Iterator[tuple]:
    """As they are stored: what names an entry is text there."""
    for o in found:
        row = [person, *o]
        for place in ENTRIES:
            if row[place] is not None:
                row[place] = str(row[place])
        yield tuple(row)


def _name_rows(standings: Iterable[dict]) -> Iterator[tuple]:
    for s in standings:
        for token in tokens(s["forename"], s["surname"], s["other_names"]):
            yield s["person"], token, sound(token)
