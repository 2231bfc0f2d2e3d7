"""Actions of a plan as they stand on a day. Whether one is owed, late or done is asked of the one definition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.times import day_of
from goldthread.duties import Occurrence, State, Verdict, state
from goldthread.inspection import plan as p
from goldthread.inspection.models import Action, ActionStep, Plan
from goldthread.people.models import Worker

CODE = "action"


@dataclass(frozen=True, slots=True)
class Task:
    """One action with what became of it.

    `due` is the day that counts: a later day agreed in time. A day agreed once it was late is in `promised` and does not
    take the lateness away. `counted` of the action's `counted_of` are done, where it is done piece by piece.
    """

    action: Action
    owner: Worker
    due: date
    promised: date | None
    begun: date | None
    counted: int | None
    done: date | None
    dropped: date | None
    why: str
    steps: tuple[ActionStep, ...]

    @property
    def words(self) -> str:
        return self.action.words

    @property
    def recommendation(self) -> int:
        return self.action.recommendation_id

    @property
    def moved(self) -> bool:
        """Whether another day than the first one counts."""
        return self.due != self.action.due

    def occurrence(self) -> Occurrence:
        """The action as something owed once, so that it is late as a visit is late."""
        agreed = min(day_of(self.action.at), self.due)
        working = working_days_in_england()
        return Occurrence(
            CODE, agreed, min([agreed, *filter(None, [self.begun, self.done])]), None, self.due, None,
            working.on_or_before(self.due), self.done, None, self.dropped, None if self.dropped is None else self.action.pk,
            None, self.action.pk, None, self.owner.username, agreed, None, 0, "",
        )  # fmt: skip

    def verdict(self, on: date) -> Verdict:
        return state(self.occurrence(), on)

    def not_begun(self, on: date) -> bool:
        return self.verdict(on).state.is_open and self.begun is None and not self.counted

    @property
    def days_late(self) -> int:
        """How many days after its day it was done; 0 where it was in time or is not done."""
        return max(0, (self.done - self.due).days) if self.done else 0


def tasks(plan: Plan, on: date | None = None) -> list[Task]:
    """Every action of a plan in the order they were agreed; with a day, as they stood at its end."""
    actions = Action.objects.filter(plan=plan).select_related("owner", "recommendation").order_by("at", "pk")
    found = actions.prefetch_related("steps__owner", "steps__by")
    return [task(action, on) for action in found if on is None or day_of(action.at) <= on]


def owned(worker: Worker, on: date) -> list[Task]:
    """What somebody still owes to any plan, by its day."""
    actions = Action.objects.filter(Q(owner=worker) | Q(steps__owner=worker)).distinct().select_related("owner", "recommendation")
    found = [task(action) for action in actions.prefetch_related("steps__owner", "steps__by")]
    mine = [t for t in found if t.owner == worker and t.verdict(on).state.is_open]
    return sorted(mine, key=lambda t: (t.due, t.action.pk))


def task(action: Action, on: date | None = None) -> Task:
    """One action as it stands; its steps are read in the order they were written down."""
    every = sorted(action.steps.all(), key=lambda s: (s.at, s.pk))
    steps = [s for s in every if on is None or day_of(s.at) <= on]
    due, promised = _due(action, steps)
    over = _last(steps, p.DONE, p.DROPPED, p.REOPENED)
    owner, counted = _last(steps, p.OWNER), _last(steps, p.COUNTED)
    return Task(
        action=action, owner=owner.owner if owner else action.owner, due=due, promised=promised,
        begun=min((s.day for s in steps if s.kind in (p.BEGUN, p.COUNTED)), default=None),
        counted=counted.counted if counted else None,
        done=over.day if over and over.kind == p.DONE else None, dropped=over.day if over and over.kind == p.DROPPED else None,
        why=over.words if over else "", steps=tuple(steps),
    )  # fmt: skip


def _last(steps: Iterable[ActionStep], *kinds: str) -> ActionStep | None:
    return next((s for s in reversed(list(steps)) if s.kind in kinds), None)


def _due(action: Action, steps: Iterable[ActionStep]) -> tuple[date, date | None]:
    """The day that counts, and a day that was promised only after it had gone by."""
    due, promised = action.due, None
    for agreed in (s for s in steps if s.kind == p.DUE and s.due):
        if day_of(agreed.at) <= due:
            due, promised = agreed.due, None
        else:
            promised = agreed.due
    return due, promised


def number_of(found: Iterable[Task], on: date, *states: State) -> int:
    """How many of these actions are in one of these states on a day."""
    return sum(t.verdict(on).state in states for t in found)
