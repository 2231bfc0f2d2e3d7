"""What the rows of one page are told with, read once for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from goldthread.duties import DEFAULTS, Occurrence, Settings, Spoken
from goldthread.duties.explain import Explainer, Explanation, duty_of
from goldthread.duties.shape import Duty, until
from goldthread.oversight.planned import BOOKED_FOR, Booked, bookings
from goldthread.oversight.worklist import Owed, as_made
from goldthread.people.models import Worker
from goldthread.record.lives import Life
from goldthread.record.local.inforce import in_force
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming
from goldthread.web.drafts.waiting import Waiting


@dataclass(frozen=True)
class Telling:
    """The lives behind some rows, the acting person's drafts, and what is booked."""

    reach: Reach
    lives: dict[int, Life]
    drafts: Sequence[Waiting] = ()
    booked: dict[int, list[Booked]] | None = None
    past: bool = False  # about an earlier day: nothing can be done about it
    settings: Settings = DEFAULTS
    explainers: dict[int, Explainer] = field(default_factory=dict)

    @property
    def actor(self) -> Worker:
        return self.reach.actor

    @property
    def now(self) -> datetime:
        return self.reach.now

    @property
    def today(self) -> date:
        return self.reach.today

    def spoken(self, child: Standing) -> list[Spoken]:
        return self.lives[child.person_id].spoken

    def explained(self, child: Standing, occurrence: Occurrence) -> Explanation:
        """Why this is as it is, said of the child by name."""
        if child.person_id not in self.explainers:
            self.explainers[child.person_id] = Explainer(self.spoken(child), self.now, naming.first(child), settings=self.settings)
        return self.explainers[child.person_id].explain(occurrence)

    def booking(self, row: Owed) -> Booked | None:
        """The nearest booking that would meet a row, if there is one."""
        wanted = {BOOKED_FOR.get(word.name) for word in until(duty(row))}
        held = (self.booked or {}).get(row.children[0].person_id, ())
        return next((b for b in held if b.what in wanted), None)


def duty(row: Owed) -> Duty:
    """The version of the rule that a row comes from."""
    return duty_of(row.occurrences[0])


def telling(reach: Reach, rows: Iterable[Owed], drafts: Sequence[Waiting] = (), *, past: bool = False) -> Telling:
    """Read what these rows need, in as few questions as it takes."""
    some = list(rows)
    for row in some:
        row.occurrences = list(map(as_made, row.occurrences))
    children = {child.person_id: child for row in some for child in row.children}
    return Telling(reach, reach.lives(children.values()), drafts, bookings(children, reach.today), past, in_force())
