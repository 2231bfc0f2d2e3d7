"""What climbed: duties so late that somebody above the team is to be told, and the children who wait longest for a worker."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldthread.clock.counting import day_number
from goldthread.clock.spans import Unit, working_days
from goldthread.clock.times import after_hours, day_of, start_of
from goldthread.duties import Occurrence, State, state
from goldthread.duties.explain import duty_of
from goldthread.duties.ladders import Rung
from goldthread.duties.roles import SENIORS
from goldthread.oversight.owners import owner_of, with_holders
from goldthread.oversight.worklist import Owed, not_done
from goldthread.record.models import Standing
from goldthread.record.reach import Reach

HIGHEST = (
    "director", "assistant_director", "principal_social_worker", "head_of_service", "fostering_decision_maker", "adoption_decision_maker",
    "nominated_officer", "service_manager",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Climb:
    """A late duty of one person, the highest role that is to be told of it by now, and since when."""

    person: int
    occurrence: Occurrence
    role: str
    says: str
    since: date


@dataclass(frozen=True, slots=True)
class Waits:
    """A child without a worker, since when, and how many working days that is."""

    child: Standing
    since: date
    days: int


def told_on(rung: Rung, o: Occurrence) -> date | None:
    """The day on which somebody is to be told of a late duty; None for a rung that comes before it is due."""
    if rung.after is None:
        return None
    if rung.after.unit is Unit.HOUR:
        return day_of(after_hours(o.due_at or start_of(o.due), rung.after.number))
    return rung.after.due(o.due)


def climbed(reach: Reach) -> list[Climb]:
    """Every late duty that has climbed above the team: the highest first, and of these the one that climbed first."""
    standings = reach.standings().filter(open=True)
    rows = not_done(reach.occurrences(standings), reach.today).filter(due__lt=reach.today)
    found = ((person, Occurrence(*values)) for person, *values in rows.values_list("person", *Occurrence._fields))
    late = ((person, o) for person, o in found if state(o, reach.now).state == State.OVERDUE)
    climbs = [climb for person, o in late for climb in [_highest(person, o, reach.today)] if climb]
    return sorted(climbs, key=lambda climb: (HIGHEST.index(climb.role), climb.since, climb.person))


def _highest(person: int, o: Occurrence, today: date) -> Climb | None:
    """The highest role above the team that is to be told by today."""
    reached = [(rung, day) for rung in duty_of(o).climbs.rungs if rung.tells.name in SENIORS for day in [told_on(rung, o)] if day and day <= today]
    if not reached:
        return None
    rung, since = min(reached, key=lambda pair: (HIGHEST.index(pair[0].tells.name), pair[1]))
    return Climb(person, o, rung.tells.name, rung.tells.says, since)


def as_rows(reach: Reach, climbs: Iterable[Climb]) -> list[Owed]:
    """The same as rows of a list of duties."""
    wanted = list(climbs)
    held = with_holders(reach.standings().filter(person__among={climb.person for climb in wanted}))
    children = {child.person_id: child for child in held}
    return [
        Owed([children[c.person]], [c.occurrence], state(c.occurrence, reach.now), owner_of(children[c.person], c.occurrence.owner))
        for c in wanted
    ]


def waiting_longest(reach: Reach, most: int) -> tuple[int, list[Waits]]:
    """How many open children have no worker, and those who have waited longest."""
    standings = reach.standings().filter(open=True, worker=None, adviser=None)
    children = with_holders(standings.order_by("held_since", "person")[:most])
    children.sort(key=lambda child: (child.held_since or reach.today, child.person_id))
    return standings.count(), [_waits(child, reach.today) for child in children]


def _waits(child: Standing, today: date) -> Waits:
    since = child.held_since or today
    return Waits(child, since, day_number(working_days(1), since, today))
