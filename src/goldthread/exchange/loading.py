"""A load from beginning to end: read, join, compare, store, and work out what is owed, in one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from goldthread.exchange.entries import Comparing
from goldthread.exchange.gathering import Gathering, Who
from goldthread.exchange.joining import join
from goldthread.exchange.named import Named
from goldthread.exchange.reading import Reading
from goldthread.exchange.report import Report
from goldthread.exchange.rows import Row
from goldthread.exchange.standing_entries import kept_for
from goldthread.exchange.tells import CHILD_ID, ChildTold
from goldthread.people.models import Team, Worker
from goldthread.record.derive import derive
from goldthread.record.store import store
from goldthread.record.trail.acts import LOAD
from goldthread.record.trail.writing import write

CHILDREN_IN_MEMORY = 40_000
"""Files with more are read several times, so many children each time."""
CHILDREN_AT_ONCE = 2_000
TOLD_EVERY = 5_000
QUEUE = "Children from returns"
ANSWER = ("head_of_service", "director", "team_manager", "front_door", "analyst")

Progress = Callable[[str, int], None]
"""Called with what is being done and how many rows or children of it are done."""


class Stopped(Exception):
    """A strict load met faults, and nothing was kept. `report` has them."""

    def __init__(self, report: Report) -> None:
        super().__init__("There were faults, so nothing was loaded.")
        self.report = report


def load(
    paths: Iterable[Path | str], now: datetime, *, by: int | None = None, team: int | None = None, strict: bool = False,
    progress: Progress | None = None,
) -> Report:  # fmt: skip
    """Load returns. Either all of it is kept or, on any error, nothing.

    `by` is the worker who loads, `team` the team in whose queue open children wait whom nobody holds. With `strict`
    any fault raises `Stopped`.
    """
    reading = Reading.of(paths)
    report = Report(reading.files, faults=reading.faults)
    with transaction.atomic():
        _one_at_a_time()
        _Load(reading, report, now, by, team, progress or _silent).run()
        if strict and report.faults:
            report.kept = False
            raise Stopped(report)
        write(Worker.objects.get(pk=by) if by else None, now, LOAD, page="load", reason=_counts(report))
    return report


def _counts(report: Report) -> str:
    """What a load did, in one line of the audit: not one for each of its entries."""
    return f"{len(report.files):,} files, {report.children:,} children, {report.entries.total():,} entries written, {report.corrected.total():,} corrected"


@dataclass
class _Load:
    reading: Reading
    report: Report
    now: datetime
    by: int | None
    team: int | None
    progress: Progress

    _named: Named = field(default_factory=Named)

    def run(self) -> None:
        done: set[Who] = set()
        self._named = Named.here()
        reading = self.reading
        while True:
            with _no_garbage():
                gathering = self._part(reading, done)
            if not gathering.more:
                break
            done |= gathering.children.keys()
            reading = self.reading.once_more()
        self.reading.close()
        self.report.tell(len(self._named.strangers))

    def _part(self, reading: Reading, done: set[str]) -> Gathering:
        gathering = Gathering(self.reading.note, self.now.date(), done, CHILDREN_IN_MEMORY)
        gathering.take(self._counted(reading.rows()))
        self.report.rows = sum(file.rows for file in self.report.files)
        children = list(gathering.children.values())
        for start in range(0, len(children), CHILDREN_AT_ONCE):
            some = children[start : start + CHILDREN_AT_ONCE]
            self._children(some)
            self.report.children += sum(child.scheme == CHILD_ID for child in some)
            self.progress("children", self.report.children)
        return gathering

    def _children(self, children: Sequence[ChildTold]) -> None:
        people, made = join(children, self.reading.note)
        known = [person for person in people if person not in made]
        comparing = Comparing(kept_for(known) if known else {}, self._named, self._queue, self.now.date(), self.reading.note)
        for person, child in _one_each(people, children).items():
            comparing.child(child, person, person not in made)
        wanted = comparing.wanted
        store(wanted.entries, self.by, self.now, wanted.stands)
        if wanted.touched:
            derive(wanted.touched, self.now, self._queue(), self.by)
        self.report.new_children += len({p for p, child in zip(people, children, strict=True) if p in made and child.scheme == CHILD_ID})
        self.report.ended_by_the_next += sum(child.ended_by_the_next for child in children)
        self.report.entries += wanted.made
        self.report.corrected += wanted.corrected

    def _queue(self) -> int:
        """The team in whose queue loaded children wait; made if none was named and there is none."""
        if self.team is None:
            team, _ = Team.objects.get_or_create(name=QUEUE)
            if team.manager_id is None:
                team.manager = manager_for_queue(self.by)
                team.save(update_fields=["manager"])
            self.report.queue = (team.name, team.manager.name if team.manager else "")
            self.team = team.pk
        return self.team

    def _counted(self, rows: Iterable[Row]) -> Iterable[Row]:
        number = 0
        for number, row in enumerate(rows, 1):
            if number % TOLD_EVERY == 0:
                self.progress("rows", number)
            yield row
        self.progress("rows", number)


def manager_for_queue(by: int | None) -> Worker | None:
    """Who owns by name the children in the queue: whoever loads, else the first of those who answer for the service; nobody in an empty one."""
    if by is not None:
        return Worker.objects.get(pk=by)
    active = list(Worker.objects.filter(is_active=True, role__in=ANSWER).order_by("pk"))
    return min(active, key=lambda worker: ANSWER.index(worker.role), default=None)


def _one_each(people: Sequence[int], children: Sequence[ChildTold]) -> dict[int, ChildTold]:
    """What is told of each person, whichever numbers it is told under."""
    told: dict[int, ChildTold] = {}
    for person, child in zip(people, children, strict=True):
        if told.setdefault(person, child) is not child:
            told[person].absorb(child)
    return told


def _one_at_a_time() -> None:
    """A second load waits for the first, so that one child of both is made once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('goldthread load'))")


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Nothing made in one part is garbage until its end, and looking for it would take a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _silent(what: str, done: int) -> None:
    """No progress is shown."""
