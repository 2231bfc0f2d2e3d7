"""A load from beginning to end: read, join, compare, store, and work out what is owed, in one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.db import transaction

from goldthread.exchange.entries import Comparing
from goldthread.exchange.gathering import Gathering
from goldthread.exchange.joining import join
from goldthread.exchange.named import Named
from goldthread.exchange.reading import Reading
from goldthread.exchange.report import Report
from goldthread.exchange.rows import Row
from goldthread.exchange.standing_entries import kept_for
from goldthread.exchange.tells import ChildTold
from goldthread.people.models import Team
from goldthread.record.derive import derive
from goldthread.record.store import store

BYTES_IN_ONE_PART = 60_000_000
CHILDREN_AT_ONCE = 2_000
TOLD_EVERY = 5_000
QUEUE = "Children from returns"

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
    parts = 1 + sum(file.path.stat().st_size for file in reading.files if file.path.is_file()) // BYTES_IN_ONE_PART
    try:
        with transaction.atomic():
            for part in range(parts):
                with _no_garbage():
                    _load_part(reading if part == 0 else reading.once_more(), part, parts, now, by, team, report, progress)
            if strict and report.faults:
                raise Stopped(report)
    except Stopped:
        report.kept = False
        raise
    return report


def _load_part(
    reading: Reading, part: int, parts: int, now: datetime, by: int | None, team: int | None, report: Report, progress: Progress | None
) -> None:
    gathering = Gathering(reading.faults.append, now.date(), part, parts)
    gathering.take(_counted(reading.rows(), progress))
    if part == 0:
        report.rows = sum(file.rows for file in report.files)
    children = list(gathering.children.values())
    report.children += len(children)
    for start in range(0, len(children), CHILDREN_AT_ONCE):
        _load_children(children[start : start + CHILDREN_AT_ONCE], now, by, team, report)
        if progress:
            progress("children", min(start + CHILDREN_AT_ONCE, len(children)))


def _load_children(children: Sequence[ChildTold], now: datetime, by: int | None, team: int | None, report: Report) -> None:
    note = report.faults.append
    people, made = join(children, note)
    known = [p for p in people if p not in made]
    comparing = Comparing(kept_for(known) if known else {}, Named.here(), now.date(), note)
    for person, child in _one_each(people, children).items():
        comparing.child(child, person, person not in made)
    wanted = comparing.wanted
    store(wanted.entries, by, now, wanted.stands)
    if wanted.touched:
        derive(wanted.touched, now, team or queue(), by)
    report.new_children += len(made)
    report.entries += wanted.made
    report.corrected += wanted.corrected


def _one_each(people: Sequence[int], children: Sequence[ChildTold]) -> dict[int, ChildTold]:
    """What is told of each person, whichever numbers it is told under."""
    told: dict[int, ChildTold] = {}
    for person, child in zip(people, children, strict=True):
        if told.setdefault(person, child) is not child:
            told[person].absorb(child)
    return told


def queue() -> int:
    """The team in whose queue loaded children wait; made if there is none."""
    return Team.objects.get_or_create(name=QUEUE)[0].pk


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Nothing made in one part is garbage until its end, and looking for it would take a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _counted(rows: Iterable[Row], progress: Progress | None) -> Iterable[Row]:
    if progress is None:
        yield from rows
        return
    number = 0
    for number, row in enumerate(rows, 1):
        if number % TOLD_EVERY == 0:
            progress("rows", number)
        yield row
    progress("rows", number)
