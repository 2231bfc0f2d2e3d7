"""Supervision: for each worker somebody manages, the last one, the next one, and whose records changed since."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Q

from goldthread.duties.rules import RULES
from goldthread.duties.shape import until
from goldthread.duties.words import workforce
from goldthread.duties.words.kinds import WORKER
from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import Owed, owed_to
from goldthread.people.models import Worker
from goldthread.record.models import Spoken, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.speak import HERE

SUPERVISED = workforce.supervised.name


@dataclass(slots=True)
class Supervised:
    """One worker. `record` is who stands for them in the record, None where nobody was written down yet; `last` is the
    day of the last supervision, and `changed` are the children they hold of whom something was written since, newest first."""

    worker: Worker
    record: Standing | None = None
    last: date | None = None
    due: Owed | None = None
    changed: list[Standing] = field(default_factory=list)


def codes() -> frozenset[str]:
    """The codes of duties that only supervision meets."""
    return frozenset(code for duty in RULES if SUPERVISED in {word.name for word in until(duty)} for code in duty.codes)


def managed(reach: Reach) -> list[Supervised]:
    """Those in the teams of which the acting person is the manager, and those whose line manager they are; by what is due first."""
    held = reach.others(WORKER).filter(Q(worker=reach.actor)).values("person")
    workers = Worker.objects.at_work().filter(Q(team__manager=reach.actor) | Q(person__in=held)).exclude(pk=reach.actor.pk)
    return supervised(reach, workers.order_by("name"))


def supervised(reach: Reach, workers: Iterable[Worker]) -> list[Supervised]:
    """These workers, as far as the acting person may open their records."""
    found = [Supervised(worker) for worker in workers]
    records = {s.person_id: s for s in reach.others(WORKER).filter(person__among=[one.worker.person_id for one in found if one.worker.person_id])}
    last, due = _last(records), _due(reach, records)
    for one in found:
        person = one.worker.person_id
        one.record, one.last, one.due = records.get(person), last.get(person), due.get(person)
        if one.last:
            one.changed = _changed(reach, one.worker, one.last)
    return sorted(found, key=lambda one: (one.due is None, one.due.due if one.due else date.max, one.worker.name))


def _last(people: Iterable[int]) -> dict[int, date]:
    said = Spoken.objects.filter(person__among=people, word=SUPERVISED, superseded_at=None)
    return dict(said.values("person").annotate(last=Max("day")).values_list("person", "last"))


def _due(reach: Reach, people: Iterable[int]) -> dict[int, Owed]:
    """The first supervision owed to each."""
    rows = owed_to(reach, with_holders(reach.others(WORKER).filter(person__among=people)), which=Q(code__in=codes()))
    return {row.children[0].person_id: row for row in reversed(rows)}


def _changed(reach: Reach, worker: Worker, since: date) -> list[Standing]:
    """Open children of a worker of whom something was written down after a day."""
    after = datetime.combine(since + timedelta(days=1), time(), HERE)
    children = {s.person_id: s for s in reach.standings().filter(Q(worker=worker) | Q(adviser=worker), open=True)}
    written = Version.objects.filter(person__among=children, recorded_at__gte=after).values("person").annotate(at=Max("recorded_at")).order_by("-at")
    return [children[row["person"]] for row in written]
