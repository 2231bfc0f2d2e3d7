"""Who is in next week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from goldthread.clock.calendars import working_days_in_england
from goldthread.people.models import Leave, Team, Worker


@dataclass(frozen=True, slots=True)
class Week:
    """One worker's five days, each with '' where they are in, else why not; and who covers."""

    worker: Worker
    days: tuple[tuple[date, str], ...]
    cover: str


def next_week(team: Team, today: date) -> dict[str, object]:
    """The days of next week and a line for each worker of the team."""
    monday = today + timedelta(days=7 - today.weekday())
    days = tuple(monday + timedelta(days=n) for n in range(5))
    workers = list(Worker.objects.at_work().filter(team=team).order_by("name"))
    leave = list(Leave.objects.filter(Q(until=None) | Q(until__gte=days[0]), worker__in=workers, day__lte=days[-1]).select_related("covered_by"))
    return {"days": days, "weeks": [_week(w, days, [one for one in leave if one.worker_id == w.pk]) for w in workers]}


def _week(worker: Worker, days: Iterable[date], leave: list[Leave]) -> Week:
    said = tuple((day, _said(day, leave)) for day in days)
    covers = {one.covered_by.name for one in leave if one.covered_by}
    return Week(worker, said, ", ".join(sorted(covers)))


def _said(day: date, leave: list[Leave]) -> str:
    holiday = working_days_in_england().reason(day)
    if holiday:
        return holiday
    return "on leave" if any(one.day <= day and (one.until is None or one.until >= day) for one in leave) else ""
