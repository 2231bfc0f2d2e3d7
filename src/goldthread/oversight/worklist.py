"""What is owed, in one order: the same rows for a worker's day, a manager's board and any count of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from goldthread.clock.spans import working_days
from goldthread.duties import Occurrence, State, state
from goldthread.duties.roles import SENIORS
from goldthread.duties.state import Verdict
from goldthread.oversight.owners import manages, may_lie_with, owner_of, with_holders, works_with
from goldthread.people.models import Worker
from goldthread.record.models import Occurrence as Stored
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.seeing import theirs


@dataclass(slots=True)
class Owed:
    """One duty owed to one child today, or to brothers and sisters with the same duty, day and state."""

    children: list[Standing]
    occurrences: list[Occurrence]
    verdict: Verdict
    owner: Worker | None

    @property
    def code(self) -> str:
        return self.occurrences[0].code

    @property
    def due(self) -> date:
        return self.occurrences[0].due


@dataclass(slots=True)
class Worklist:
    """What is owed, in order. `soon` is due within five working days after today; `later` beyond."""

    overdue: list[Owed] = field(default_factory=list)
    today: list[Owed] = field(default_factory=list)
    unknown: list[Owed] = field(default_factory=list)
    soon: list[Owed] = field(default_factory=list)
    later: list[Owed] = field(default_factory=list)

    @property
    def shown(self) -> list[Owed]:
        return [*self.overdue, *self.today, *self.unknown, *self.soon]

    @property
    def everything(self) -> list[Owed]:
        return [*self.shown, *self.later]


def owed_to(reach: Reach, children: Iterable[Standing], when: datetime | None = None, which: Q | None = None) -> list[Owed]:
    """Everything that is owed to these children (from `with_holders`) at a moment (default: now), one row each, earliest due first.

    `which` keeps some occurrences.
    """
    when, by_person = when or reach.now, {child.person_id: child for child in children}
    rows = not_done(reach.occurrences_of(by_person.values()), when.date()).filter(which or Q()).order_by("due", "due_at", "person", "code")
    found = ((person, Occurrence(*values)) for person, *values in rows.values_list("person", *Occurrence._fields))
    open_ones = ((by_person[person], o, v) for person, o in found for v in [state(o, when)] if v.state.is_open)
    return [Owed([child], [o], v, owner_of(child, o.owner)) for child, o, v in open_ones]


def as_made(stored: Occurrence) -> Occurrence:
    """A stored occurrence as the engine made it: the table keeps the numbers of entries as text."""
    entries = (stored.opened_by, stored.met_by, stored.unsure_by, stored.ended_by)
    opened, met, unsure, ended = (int(e) if e and e.isdigit() else e for e in entries)
    return stored._replace(opened_by=opened, met_by=met, unsure_by=unsure, ended_by=ended)


def not_done(occurrences: QuerySet, day: date) -> QuerySet:
    """Occurrences that had opened by a day and were neither met nor over then: see duties.Occurrence.owed_on."""
    over = Coalesce("lapses", "ended")
    return occurrences.annotate(over=over).filter(
        Q(met__isnull=True) | Q(met__gt=day), Q(over__isnull=True) | Q(over__gt=day), opened__lte=day
    )


def worklist(reach: Reach, owner: Worker | None = None, whose: Iterable[Standing] | None = None) -> Worklist:
    """What lies on one desk: the acting person's own, or that of `owner` if given. `whose` is what `near` gives, where it was read."""
    owner = owner or reach.actor
    whose = near(reach, owner) if whose is None else list(whose)
    rows = [row for row in owed_to(reach, whose, which=may_lie_with(owner, whose)) if row.owner == owner]
    return arrange(with_siblings(rows), reach.today)


def near(reach: Reach, owner: Worker) -> list[Standing]:
    """Everybody of whom something may lie on this desk, child, carer or worker: one's own, those of one's team, and of those whose
    team tells one next, about whom something is owed above the team."""
    above = not_done(Stored.objects.filter(person=OuterRef("person"), owner__in=sorted(SENIORS)), reach.today)
    told_next = Q(team__told_next=owner) & Q(Exists(above))
    return with_holders(reach.everybody().filter(theirs(owner) | Q(team__manager=owner) | told_next, open=True))


def own(reach: Reach, owner: Worker) -> QuerySet[Standing]:
    """Open children somebody works with: allocated, advised, chaired, or waiting in the queue of their team."""
    return reach.standings().filter(theirs(owner) | Q(worker=None, adviser=None, team__manager=owner), open=True)


def own_of(whose: Iterable[Standing], owner: Worker) -> list[Standing]:
    """The same of what `near` gave."""
    return [s for s in whose if s.is_child and (works_with(s, owner) or _waits_for(s, owner))]


def _waits_for(standing: Standing, owner: Worker) -> bool:
    return manages(standing, owner) and not (standing.worker_id or standing.adviser_id)


def arrange(rows: Iterable[Owed], today: date) -> Worklist:
    """Rows in the groups of a day, each in order of the day they are due."""
    found, horizon = Worklist(), working_days(5).due(today)
    for row in rows:
        if row.verdict.state == State.UNKNOWN:
            found.unknown.append(row)
        elif row.verdict.state == State.OVERDUE:
            found.overdue.append(row)
        elif row.due <= today:
            found.today.append(row)
        elif row.due <= horizon:
            found.soon.append(row)
        else:
            found.later.append(row)
    return found


def with_siblings(rows: Sequence[Owed]) -> list[Owed]:
    """One row for brothers and sisters with the same duty, day and state, the eldest first.

    What we cannot tell is asked about each child: the missing fact is in that child's own entry.
    """
    joined: dict[tuple, Owed] = {}
    for row in rows:
        child = row.children[0]
        family = child.person.family
        alone = (row.code, row.due, child.person_id, row.occurrences[0].opened_by)
        key = (row.code, row.due, row.verdict.state, family) if family and row.verdict.state != State.UNKNOWN else alone
        if key in joined and child not in joined[key].children:
            joined[key].children.append(child)
            joined[key].occurrences.extend(row.occurrences)
        elif key not in joined:
            joined[key] = row
        else:
            joined[(*key, len(joined))] = row
    for row in joined.values():
        _eldest_first(row)
    return list(joined.values())


def _eldest_first(row: Owed) -> None:
    if len(row.children) > 1:
        pairs = sorted(zip(row.children, row.occurrences, strict=True), key=lambda p: (p[0].born or date.max, p[0].person_id))
        row.children, row.occurrences = [p[0] for p in pairs], [p[1] for p in pairs]


def ahead(rows: Iterable[Owed], today: date, days: int = 10) -> list[tuple[date, int]]:
    """How many duties fall due on each of the next working days; what falls due on a weekend counts on the day before."""
    due = [row.due for row in rows]
    counted, day = [], today
    for _ in range(days):
        following = working_days(1).due(day)
        after = working_days(1).due(following)
        counted.append((following, sum(following <= d < after for d in due)))
        day = following
    return counted
