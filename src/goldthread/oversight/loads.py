"""What workers carry, as numbers only: for whoever looks for somebody with room, in any team."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from goldthread.oversight.board import Load
from goldthread.people.models import Leave, Worker
from goldthread.record.acting import counting
from goldthread.record.models import Standing


def loads_of(workers: Iterable[Worker], today: date) -> list[Load]:
    """The load of each worker, and whether they are away today."""
    loads = {w.pk: Load(w) for w in workers}
    held = Standing.objects.filter(is_child=True, open=True, worker__in=list(loads)).values_list("worker", "kind").annotate(Count("person"))
    with counting():
        for worker, kind, number in held:
            loads[worker].kinds[kind] += number
    away = Leave.objects.filter(worker__in=list(loads), day__lte=today).filter(Q(until=None) | Q(until__gte=today))
    for leave in away:
        loads[leave.worker_id].away = leave
    return list(loads.values())
