"""The one way to children's records. It is made for an acting person, and whatever it gives they may see.

Pages, commands and exports hold a Reach and nothing else; every look at a child's record is written down here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Count, Max, Q, QuerySet

from goldthread.duties import Occurrence, occurrences
from goldthread.people.invitations import scope
from goldthread.people.models import Worker
from goldthread.people.roles import NOBODY, SERVICE, TEAM
from goldthread.people.sight import Held, NotAllowed, check_can_see
from goldthread.record import models
from goldthread.record.act import Act
from goldthread.record.derive import next_date
from goldthread.record.lives import Life, read_lives
from goldthread.record.reading import Change, Written, changes, corrections, read_entries, read_entry
from goldthread.record.speak import HERE
from goldthread.record.standing import Shape, shape, stand
from goldthread.record.then import as_known_then, without_closed

ONE_LOOK = timedelta(hours=1)


class NotFound(LookupError):
    """There is no such child. The message says what was asked for."""


@dataclass(slots=True)
class Child:
    """A child's record as known at `known` (None: now). `standing` has the columns of Standing."""

    person: int
    reference: str
    standing: dict
    life: Life
    shape: Shape
    owed: list[Occurrence]
    known: datetime | None = None

    @property
    def name(self) -> str:
        return full_name(self.standing["forename"], self.standing["surname"], self.reference)


def full_name(forename: str, surname: str, reference: str) -> str:
    """What somebody is called on a page; the reference where no name was ever given."""
    return f"{forename} {surname}".strip() or reference


@dataclass(frozen=True)
class Reach:
    """Give the acting person and the moment. Today is the day of that moment."""

    actor: Worker
    now: datetime

    # Many children

    def standings(self) -> QuerySet[models.Standing]:
        """Children whose records the acting person may open."""
        return models.Standing.objects.filter(self._scope(), is_child=True).select_related("team__manager", "worker", "adviser", "chair")

    def mine(self) -> QuerySet[models.Standing]:
        """Open children the acting person works with: allocated, advised or, for a manager, waiting in their queue."""
        mine = Q(worker=self.actor) | Q(adviser=self.actor) | Q(worker=None, team__manager=self.actor)
        return self.standings().filter(mine, open=True)

    def occurrences(self, standings: QuerySet[models.Standing]) -> QuerySet[models.Occurrence]:
        """What is owed to these children, met or not."""
        return models.Occurrence.objects.filter(person__in=standings.values("person"))

    def lives(self, standings: Iterable[models.Standing]) -> dict[int, Life]:
        """What is known of children whose standings came from here; for lists that give reasons."""
        return read_lives([s.person_id for s in standings])

    def seen_people(self) -> set[int]:
        """Everybody whose record the acting person may open, children or not: for lists of the whole service."""
        return set(models.Standing.objects.filter(self._scope()).values_list("person", flat=True))

    def _scope(self) -> Q:
        if not self.actor.is_active or self.sees == NOBODY:
            return Q(pk__in=[])
        seen = Q(restricted=False)
        if self.sees == TEAM:
            seen &= self._holds()
        return seen | Q(restricted=True, person__in=self._named())

    def _holds(self) -> Q:
        me = self.actor
        return Q(team=me.team_id or -1) | Q(worker=me) | Q(adviser=me) | Q(chair=me)

    def _named(self) -> QuerySet:
        return models.Restriction.objects.filter(worker=self.actor).values("person")

    # One child

    def child(
        self, reference: str, page: str = "child", *, known: datetime | None = None, reason: str = "", again: bool = False
    ) -> Child:
        """Open a child's record, and write down that it was looked at. Raises NotFound or NotAllowed.

        `again`: a page that is already open asks once more, as a form does while it is being written. That is one look, not many.
        """
        person = models.Person.objects.filter(reference__iexact=reference).first()
        if person is None:
            raise NotFound(f"There is no record with the reference {reference}. Try the search.")
        if again and self._looked_lately(person.pk, page):
            self.check(person.pk)
        else:
            self.look(person.pk, page, reason)
        life = read_lives([person.pk], known)[person.pk]
        found, owed = shape(life), occurrences(life.spoken)
        return Child(person.pk, person.reference, stand(life, next_date(owed, (known or self.now).date()), found), life, found, owed, known)

    def look(self, person: int, page: str, reason: str = "") -> None:
        """Check that the acting person may see this one, and write the look down, refused or not."""
        try:
            self.check(person)
        except NotAllowed:
            self._write_look(person, page, reason, refused=True)
            raise
        self._write_look(person, page, reason)

    def looked_at(self, page: str, reason: str = "") -> None:
        """Write down that a list of many children was opened: which, in `page`, and what was asked for, in `reason`."""
        models.Look.objects.create(at=self.now, worker=self.actor, page=page, reason=reason)

    def _looked_lately(self, person: int, page: str) -> bool:
        since = self.now - ONE_LOOK
        return models.Look.objects.filter(person=person, worker=self.actor, page=page, refused=False, at__gte=since, at__lte=self.now).exists()

    def check(self, person: int) -> None:
        """Raise NotAllowed unless the acting person may see this one."""
        try:
            check_can_see(self.actor, self._held(person), self.sees)
        except NotAllowed:
            if self.sees != TEAM or not self._related_is_seen(person):
                raise

    def _held(self, person: int) -> Held:
        s = models.Standing.objects.filter(person=person).first()
        named = frozenset(models.Restriction.objects.filter(person=person).values_list("worker", flat=True))
        workers = frozenset(w for w in (s.worker_id, s.adviser_id, s.chair_id) if w) if s else frozenset()
        return Held(s.team_id if s else None, workers, named or None)

    def _related_is_seen(self, person: int) -> bool:
        """A father or aunt is seen by whoever sees a child they belong to; a child is not."""
        if models.Standing.objects.filter(person=person, is_child=True).exists():
            return False
        children = models.Relationship.objects.filter(other=person, version__superseded_at__isnull=True).values("version__person")
        return self.standings().filter(person__in=children).exists()

    def _write_look(self, person: int, page: str, reason: str, refused: bool = False) -> None:
        models.Look.objects.create(at=self.now, worker=self.actor, person_id=person, page=page, reason=reason, refused=refused)

    def entries(self, child: Child, kinds: Iterable[str] | None = None) -> list[Written]:
        """The entries of a child that was opened, newest first, as known at the child's moment."""
        found = read_entries(child.person, child.known, kinds)
        self._name(found, child.known)
        return found

    def _name(self, entries: list[Written], known: datetime | None) -> None:
        """People in these entries by the names they had then; without the names of those whose records are closed to the reader."""
        if known is not None:
            as_known_then(entries, known)
        without_closed(entries, self.actor.pk, self.now)

    def not_yet_written(self, child: Child) -> list[Written]:
        """What had happened by the child's moment but was written down only later."""
        if child.known is None:
            return []
        then = {w.number for w in self.entries(child)}
        day = child.known.date()
        return [w for w in read_entries(child.person) if w.day <= day and w.number not in then and w.entered_at > child.known]

    def entry(self, number: int, page: str = "entry", known: datetime | None = None) -> list[Written]:
        """All versions of one entry that were known by then, newest first; the look is written down against its person."""
        versions = read_entry(number)
        if not versions:
            raise NotFound(f"There is no entry {number}.")
        self.look(versions[0].person, page)
        stood = [w for w in versions if known is None or w.recorded_at <= known]
        self._name(stood, known)
        return stood

    def recorded_since(self, child: Child) -> tuple[int, int]:
        """How many entries and how many corrections were written after the child's moment: numbers, and none of their words."""
        if child.known is None:
            return 0, 0
        later = models.Version.objects.filter(person=child.person, recorded_at__gt=child.known)
        return later.filter(entered_at__gt=child.known, number=1).count(), later.filter(entered_at__lte=child.known).count()

    def changes(self, child: Child, most: int | None = None) -> list[Change]:
        """Who changed what in this child's record, newest first, and which duties moved because of it."""
        return changes(child.person, child.known, most)

    def number_of_changes(self, child: Child) -> int:
        return corrections(child.person, child.known).count()

    def looks(self, child: Child, days: int = 30) -> list[dict]:
        """Who looked at this child's record in the last days: worker, times, last, reason, refused."""
        since = (child.known or self.now) - timedelta(days=days)
        looks = models.Look.objects.filter(person=child.person, at__gte=since, at__lte=child.known or self.now)
        return list(looks.values("worker__name", "worker__role", "worker__team__name", "reason", "refused")
                    .annotate(times=Count("id"), last=Max("at")).order_by("-last"))  # fmt: skip

    def closed_to_me(self) -> frozenset[int]:
        """Those whose records are open to named people only, of whom the acting person is none."""
        closed = models.Standing.objects.filter(restricted=True).exclude(person__in=self._named())
        return frozenset(closed.values_list("person", flat=True))

    def looks_of(self, worker: int, start: datetime, end: datetime) -> list[dict]:
        """What one worker looked at from `start` until before `end`, newest first: at, person, page, reason, refused."""
        found = models.Look.objects.filter(worker=worker, at__gte=start, at__lt=end).order_by("-at", "-pk")
        return list(found.values("at", "person", "page", "reason", "refused"))

    def standings_seen(self, people: Iterable[int]) -> dict[int, models.Standing]:
        """Of these children, those whose records the acting person may open."""
        return {s.person_id: s for s in self.standings().filter(person__in=list(people))}

    def standings_of(self, people: Iterable[int]) -> dict[int, models.Standing]:
        """Standings of people met in a record that was opened: family members, others in a visit."""
        return {s.person_id: s for s in models.Standing.objects.filter(person__in=list(people)).select_related("worker", "team")}

    def relationships(self, child: Child, people: Iterable[int]) -> dict[int, list[Written]]:
        """Who is around each of these people, as known at the child's moment; only of those the acting person may see."""
        seen = self.standings().filter(person__in=list(people)).values_list("person", flat=True)
        found = {person: read_entries(person, child.known, ["relationship"]) for person in seen}
        self._name([w for entries in found.values() for w in entries], child.known)
        return found

    def family(self, child: Child) -> list[models.Standing]:
        """Brothers and sisters who are children here and whom the acting person may see, oldest first."""
        other = [r.values.other_id for r in self.entries(child, ["relationship"]) if r.until is None and "sibling" in r.values.relation]
        return list(self.standings().filter(person__in=other).order_by("born"))

    def brothers_and_sisters(self, people: Iterable[int]) -> dict[int, list[models.Standing]]:
        """For each of several people met in a list: their brothers and sisters whom the acting person may see, oldest first."""
        current = models.Relationship.objects.filter(
            version__person__in=list(people), version__superseded_at=None, version__withdrawn=False, version__until=None,
            relation__contains="sibling",
        )  # fmt: skip
        pairs = set(current.values_list("version__person", "other"))
        seen = {s.person_id: s for s in self.standings().filter(person__in={other for _, other in pairs})}
        found: dict[int, list[models.Standing]] = {}
        for person, other in pairs:
            if other in seen:
                found.setdefault(person, []).append(seen[other])
        return {person: sorted(family, key=lambda s: (s.born is None, s.born, s.person_id)) for person, family in found.items()}

    # Writing

    def act(self, queue: int | None = None) -> Act:
        """Write something: see Act. Only about people whom the acting person may see."""
        return Act(self.actor, self.now, queue, sees=self.check)

    def mark(self, number: int, significant: bool) -> None:
        """Hold an entry to be significant, or no longer."""
        version = read_entry(number)[0]
        self.check(version.person)
        models.Mark.objects.create(entry=number, person_id=version.person, worker=self.actor, at=self.now, significant=significant)

    @property
    def today(self) -> date:
        return self.now.astimezone(HERE).date()

    @cached_property
    def sees(self) -> str:
        """Whose records the acting person sees today: a scope of people.roles."""
        return scope(self.actor, self.today)

    @property
    def sees_service(self) -> bool:
        return self.sees == SERVICE
