"""To whom one duty is owed today, by state: only children whose records the reader may open. Counted, and row by row."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from goldthread.duties import Occurrence, State, state
from goldthread.duties.shape import Duty
from goldthread.duties.words.kinds import CHILD
from goldthread.people.models import Worker
from goldthread.people.roles import INVITED, NOBODY
from goldthread.record.models import Occurrence as Stored
from goldthread.record.models import Standing
from goldthread.record.reach import Reach

STATES = (State.OVERDUE, State.UNKNOWN, State.OWED)
SAYS = {State.OVERDUE: "Overdue", State.UNKNOWN: "We cannot tell", State.OWED: "Owed"}


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many children, or other records (`noun`, one and many), are in a state, and how many times it is owed to them;
    `href` opens the list of them.
    """

    says: str
    noun: str
    children: int
    times: int
    href: str


def sees_children(reach: Reach) -> bool:
    """Whether the reader is shown whom a duty is owed to: not those who see nobody, nor an inspector outside their room."""
    return reach.sees not in (NOBODY, INVITED) and reach.actor.plays.sees != INVITED


def whom(reach: Reach, duty: Duty) -> QuerySet[Standing]:
    """Those whose records the reader may open, of the kind that the duty is about."""
    return reach.standings() if duty.about == CHILD else reach.others(duty.about)


def noun(duty: Duty) -> str:
    """What is counted, one and many."""
    return "child,children" if duty.about == CHILD else "record,records"


def rows(reach: Reach, duty: Duty) -> Mapping[State, list[tuple[int, Occurrence]]]:
    """(person, what is owed) by state, the earliest due first: what is counted and what a list shows are these."""
    stored = Stored.objects.filter(code__in=duty.codes, met=None, ended=None, person__in=whom(reach, duty).values("person"))
    found: dict[State, list[tuple[int, Occurrence]]] = defaultdict(list)
    for person, *row in stored.order_by("due", "person", "pk").values_list("person", *Occurrence._fields):
        occurrence = Occurrence(*row)
        found[state(occurrence, reach.now).state].append((person, occurrence))
    return found


def counts(worker: Worker, now: datetime, duty: Duty) -> tuple[Tallied, ...]:
    """Children whom this duty is owed to today, by state; nothing for those who see no child's record."""
    reach = Reach(worker, now)
    if not sees_children(reach):
        return ()
    found, counted = rows(reach, duty), noun(duty)
    return tuple(Tallied(SAYS[s], counted, len({person for person, _ in found[s]}), len(found[s]), href(duty, s)) for s in STATES)


def href(duty: Duty, of: State) -> str:
    """The address of the children in one state."""
    return reverse("rule_children", args=[duty.code, of.value])
