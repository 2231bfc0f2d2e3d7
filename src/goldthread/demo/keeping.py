"""Putting told lives into the record: in batches, each in one transaction, with everything that follows from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from django.db import transaction

from goldthread.demo.telling import Change, Member, Somebody, Squad, Story, Told
from goldthread.people.models import Leave, Team, Worker
from goldthread.record import store
from goldthread.record.copying import copy_rows
from goldthread.record.derive import derive
from goldthread.record.fields import EntryNumber, ToPerson, ToTeam, ToWorker
from goldthread.record.models import Person
from goldthread.record.register import entry_type
from goldthread.record.speak import NewEntry

LOOK_COLUMNS = ("at", "worker_id", "person_id", "page", "reason", "refused")
LINKS = (EntryNumber, ToPerson, ToTeam, ToWorker)
MARK_COLUMNS = ("entry", "person_id", "worker_id", "at", "significant")


class Keeper:
    """Keeps stories. `now` is the moment of the city; nothing told may have been written down after it."""

    def __init__(self, now: datetime, queue: Squad):
        self.now = now
        self.workers = dict(Worker.objects.values_list("username", "pk"))
        self.teams = dict(Team.objects.values_list("name", "pk"))
        self.queue = self.teams[queue.name]

    def keep(self, stories: Sequence[Story]) -> int:
        """Keep a batch of stories, or nothing of it. Returns how many versions were stored."""
        with transaction.atomic():
            people = self._people(stories)
            told = [t for story in stories for t in story.told]
            numbers = dict(zip(map(id, told), store.take_entry_numbers(len(told)), strict=True))
            stored = self._versions(told, people, numbers)
            self._looks_and_marks(stories, people, numbers)
            derive(people.values(), self.now, self.queue, None)
        return stored

    def _people(self, stories: Sequence[Story]) -> dict[int, int]:
        everybody = [p for story in stories for p in story.people]
        families = store.take_numbers("record_person_id_seq", len(stories))
        of_family = [number for story, number in zip(stories, families, strict=True) for _ in story.people]
        ids = store.new_people([p.reference for p in everybody], of_family)
        return dict(zip(map(id, everybody), ids, strict=True))

    def _versions(self, told: Sequence[Told], people: dict[int, int], numbers: dict[int, int]) -> int:
        """First all first versions, then all second ones, and so on: each knows what it took the place of."""
        number_of = {id(t): numbers[id(t)] for t in told}
        stands: dict[int, store.Stands] = {}
        stored = 0
        for place in range(1 + max((len(t.changes) for t in told), default=0)):
            having = [t for t in told if len(t.changes) >= place]
            if place:
                number_of.update(zip(map(id, having), store.take_entry_numbers(len(having)), strict=True))
            entries = [self._entry(t, place, number_of[id(t)], people, numbers) for t in having]
            store.store(entries, None, self.now, [stands.get(id(t)) for t in having])
            for t in having:
                stands[id(t)] = store.Stands(number_of[id(t)], numbers[id(t)], place + 1, t.recorded)
            stored += len(having)
        return stored

    def _entry(self, told: Told, place: int, number: int, people: dict[int, int], numbers: dict[int, int]) -> NewEntry:
        version = as_version(told, place)
        by = version.by and self.workers[version.by.username]
        return NewEntry(
            people[id(told.about)], told.type, version.day, self._values(version, people, numbers), version.until, version.at,
            together=told.together and numbers[id(told.together)], why=version.changes[-1].why if place else "",
            recorded=version.recorded, by=by, number=number,
            superseded=told.changes[place].recorded if place < len(told.changes) else None,
        )  # fmt: skip

    def _values(self, told: Told, people: dict[int, int], numbers: dict[int, int]) -> dict:
        values = dict(told.values)
        for name in links(told.type):
            if values.get(name) is not None:
                values[name] = self._number(values[name], people, numbers)
        return values

    def _number(self, value, people: dict[int, int], numbers: dict[int, int]) -> int:
        match value:
            case Member():
                return self.workers[value.username]
            case Squad():
                return self.teams[value.name]
            case Somebody():
                return people[id(value)]
            case _:
                return numbers[id(value)]

    def _looks_and_marks(self, stories: Sequence[Story], people: dict[int, int], numbers: dict[int, int]) -> None:
        looks = ((k.at, self.workers[k.by.username], people[id(k.about)], "child", k.reason, False)
                 for story in stories for k in story.looks)  # fmt: skip
        copy_rows("record_look", LOOK_COLUMNS, looks)
        marks = ((numbers[id(t)], people[id(t.about)], self.workers[t.by.username], t.recorded, True)
                 for story in stories for t in story.told if t.significant and t.by)  # fmt: skip
        copy_rows("record_mark", MARK_COLUMNS, marks)


@cache
def links(code: str) -> tuple[str, ...]:
    """The fields of an entry type whose values name a worker, a team, a person or another entry."""
    return tuple(f.name for f in entry_type(code).questions() if isinstance(f, LINKS))


def as_version(told: Told, place: int) -> Told:
    """An entry as it stood after so many changes."""
    version = told
    for change in told.changes[:place]:
        version = _changed(version, change)
    return version


def _changed(told: Told, change: Change) -> Told:
    return replace(
        told, day=change.day or told.day, at=change.at or told.at, until=change.until or told.until,
        recorded=change.recorded, by=change.by or told.by, values={**told.values, **change.values}, changes=[change],
    )  # fmt: skip


def batches(stories: Iterable[Story], people: int) -> Iterator[list[Story]]:
    """Stories in batches of about so many people, so that a whole city is never in memory."""
    batch: list[Story] = []
    size = 0
    for story in stories:
        batch.append(story)
        size += len(story.people)
        if size >= people:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def hire(squads: Iterable[Squad], members: Iterable[Member], password: str | None) -> None:
    """Make the teams and the workers that are not there yet; without a password nobody can sign in as them."""
    squads, members = list(squads), list(members)
    Team.objects.bulk_create([Team(name=s.name) for s in squads], ignore_conflicts=True)
    teams = {t.name: t for t in Team.objects.all()}
    there = set(Worker.objects.values_list("username", flat=True))
    hashed = Worker(username="")
    hashed.set_password(password)
    Worker.objects.bulk_create([_worker(m, teams, hashed.password) for m in members if m.username not in there])
    workers = {w.username: w for w in Worker.objects.all()}
    for squad in squads:
        team = teams[squad.name]
        team.manager, team.told_next = workers.get(squad.manager), workers.get(squad.told_next)
        team.save()


def _worker(m: Member, teams: dict[str, Team], hashed: str) -> Worker:
    return Worker(username=m.username, name=m.name, role=m.role, team=m.squad and teams[m.squad.name], telephone=m.telephone,
                  agreed_limit=m.agreed_limit, pattern=m.pattern, is_active=m.active, password=hashed)  # fmt: skip


def tie(username: str, person: Person | None) -> None:
    """A worker reads what is written of their own work in the record of this person."""
    if person:
        Worker.objects.filter(username=username).update(person=person)


def away(leave: Iterable[tuple]) -> None:
    """Write down leave: (username, first day, last day or None, username of the cover or None)."""
    workers = dict(Worker.objects.values_list("username", "pk"))
    Leave.objects.bulk_create(
        Leave(worker_id=workers[who], day=day, until=until, covered_by_id=cover and workers[cover])
        for who, day, until, cover in leave
    )

