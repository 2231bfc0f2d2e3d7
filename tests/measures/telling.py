"""The people of an example, kept in the record as if somebody had written them down."""

from datetime import date, datetime
from functools import cache

from goldthread.clock.times import LONDON
from goldthread.measures.examples import Example, Line, Named, Somebody
from goldthread.people.models import Team, Worker
from goldthread.record import fields, store
from goldthread.record.derive import derive
from goldthread.record.register import entry_type
from goldthread.record.speak import NewEntry

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=LONDON)
FIRST_TOLD = date(2000, 1, 1)


def keep(example: Example) -> list[int]:
    """Write the people of an example down; returns their numbers."""
    people = store.new_people([None] * len(example.people), [None] * len(example.people))
    numbers: dict[str, int] = {}
    for person, somebody in zip(people, example.people, strict=True):
        _write(person, somebody, numbers)
    derive(people, NOW, _team("Waiting").pk, None)
    return people


def _write(person: int, somebody: Somebody, numbers: dict[str, int]) -> None:
    entries = [Line("person", FIRST_TOLD, None, {"forename": "Child", **somebody.known}, "", ""), *somebody.entries]
    numbers |= dict(zip((e.name for e in entries if e.name), store.take_entry_numbers(sum(bool(e.name) for e in entries)), strict=True))
    store.store([_entry(person, place, line, numbers) for place, line in enumerate(entries)], None, NOW)


def _entry(person: int, place: int, line: Line, numbers: dict[str, int]) -> NewEntry:
    kinds = {f.name: f for f in entry_type(line.type).questions()}
    if unknown := set(line.values) - set(kinds):
        raise ValueError(f"{line.text}: {line.type} has no {unknown.pop()}.")
    values = {name: _value(kinds[name], value, numbers) for name, value in line.values.items()}
    recorded = datetime.combine(line.day, datetime.min.time(), LONDON)
    # As from a file: there a temporary placement may overlap the home it is from.
    origin = f"example {person} {place}"
    return NewEntry(person, line.type, line.day, values, line.until, origin=origin, recorded=recorded, number=numbers.get(line.name))


def _value(kind, value, numbers: dict[str, int]):
    match kind, value:
        case fields.ToWorker(), Named(name):
            return _worker(name).pk
        case fields.ToTeam(), Named(name):
            return _team(name).pk
        case fields.EntryNumber(), Named(name):
            return numbers[name]
        case fields.Moment(), date():
            return datetime.combine(value, datetime.min.time().replace(hour=12), LONDON)
        case fields.Choices(), _:
            return str(value).split("+")
    return str(value) if isinstance(kind, fields.Choice) else value


def _team(name: str) -> Team:
    return Team.objects.get_or_create(name=name)[0]


def _worker(name: str) -> Worker:
    return Worker.objects.filter(username=name).first() or Worker.objects.create_user(name, None, name=name.title(), role="social_worker")


@cache
def day(text: str) -> date:
    return date.fromisoformat(text)
