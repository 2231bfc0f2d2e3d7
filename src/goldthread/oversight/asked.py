"""Warnings: somebody is worried about a child and waits for an answer by an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from goldthread.clock.times import start_of
from goldthread.duties.rules.oversight import answer_warning
from goldthread.oversight.owners import owner_of, with_holders
from goldthread.people.models import Team, Worker
from goldthread.record import models
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.reading import Written

ANSWER = answer_warning.code
RECENT = timedelta(days=7)


@dataclass(slots=True)
class Asked:
    """A warning about one child: who raised it, in what words, by when it is to be answered and by whom, and what came of it."""

    child: Standing
    entry: int
    raised_by: str
    works_for: str
    said: str
    raised: datetime
    answer_by: datetime
    owner: Worker | None
    answered_at: datetime | None = None
    answered_by: Worker | None = None

    @property
    def open(self) -> bool:
        return self.answered_at is None

    def late(self, now: datetime) -> bool:
        """Whether its hour had passed before anybody answered."""
        return (self.answered_at or now) > self.answer_by

    @property
    def next(self) -> Worker | None:
        """Who is to be told if the owner does not answer."""
        team = self.child.team
        chain = (team.manager, team.told_next) if team else ()
        return next((w for w in chain if w and w != self.owner), None)


@dataclass(slots=True)
class Undecided:
    """A contact about a child on which nobody has decided yet."""

    child: Standing
    entry: int
    source: str
    who: str
    came: datetime
    decide_by: datetime | None


def waiting(owner: Worker, children: Iterable[Standing]) -> list[Asked]:
    """Warnings about these children (from `with_holders`) that wait for an answer from one person, the first hour first."""
    found = _read(children, Q(answered_at=None))
    return sorted((a for a in found if a.owner == owner), key=lambda a: a.answer_by)


def went_past(reach: Reach, team: Team, children: Iterable[Standing]) -> list[Asked]:
    """Warnings of the last days about a team's children that nobody of the team answered in time, open ones first."""
    recent = Q(answered_at=None) | Q(answered_at__gte=reach.now - RECENT)
    found = [a for a in _read(children, recent) if a.late(reach.now) or _elsewhere(a, team)]
    return sorted(found, key=lambda a: (not a.open, -a.raised.timestamp()))


def unanswered(reach: Reach, standings: QuerySet[Standing]) -> list[Asked]:
    """Warnings about these children whose hour has passed and that nobody has answered, the longest first."""
    about = _warnings(Q(answered_at=None), Q(version__person__in=standings.values("person"))).values("version__person")
    found = _read(with_holders(standings.filter(person__in=about)), Q(answered_at=None))
    return sorted((a for a in found if a.late(reach.now)), key=lambda a: a.answer_by)


def _elsewhere(asked: Asked, team: Team) -> bool:
    who = asked.answered_by
    return who is not None and who.team_id != team.pk and who.pk != team.manager_id


def undecided(standings: Iterable[Standing]) -> list[Undecided]:
    """Contacts about these children that wait for a decision, the first to be decided first."""
    children = {s.person_id: s for s in standings}
    rows = (
        models.Contact.objects.filter(_stands(), version__person__among=children, outcome="", decided_at=None)
        .select_related("version").order_by("version__day")
    )  # fmt: skip
    say = models.Contact._meta.get_field("source").say
    found = [Undecided(children[c.version.person_id], c.version.entry, say(c.source), c.who, raised_at(c.version), c.decide_by) for c in rows]
    return sorted(found, key=lambda u: u.decide_by or u.came)


def _read(children: Iterable[Standing], which: Q) -> list[Asked]:
    by_person = {s.person_id: s for s in children}
    found = _warnings(which, Q(version__person__among=by_person)).select_related("version", "answered_by")
    return [_asked(w, by_person[w.version.person_id]) for w in found]


def _warnings(*which: Q) -> QuerySet[models.Warning]:
    return models.Warning.objects.filter(_stands(), *which)


def _asked(w: models.Warning, child: Standing) -> Asked:
    raised = raised_at(w.version)
    answer_by = answer_due(w, raised)
    owner = owner_of(child, answer_warning.owner.name)
    return Asked(child, w.version.entry, w.raised_by, w.works_for, w.said, raised, answer_by, owner, w.answered_at, w.answered_by)


def raised_at(entry: models.Version | Written) -> datetime:
    """The moment an entry is about; the beginning of its day where no time was said."""
    return entry.at or start_of(entry.day)


def answer_due(warning: models.Warning, raised: datetime) -> datetime:
    """The hour that was asked for, or else the usual one."""
    return warning.answer_by or answer_warning.steps[0].within.usual.due_at(raised)


def _stands() -> Q:
    return Q(version__superseded_at=None, version__withdrawn=False)
