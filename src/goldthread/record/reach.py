"""The one way to children's records. It is made for an acting person, and whatever it gives they may see.

Pages, commands and exports hold a Reach and nothing else; every look at a child's record is written down here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.db.models import Q, QuerySet

from goldthread.duties import RULES, Occurrence, occurrences
from goldthread.duties.words.kinds import CHILD
from goldthread.people.invitations import scope
from goldthread.people.models import Worker
from goldthread.people.roles import SERVICE
from goldthread.people.sight import NotAllowed, OutOfScope, SayWhy, check_can_see
from goldthread.record import models
from goldthread.record.act import Act
from goldthread.record.asking import ask
from goldthread.record.derive import next_date
from goldthread.record.lives import Life, lives_of, questions, read_lives
from goldthread.record.local.inforce import NEWEST, in_force, in_force_with
from goldthread.record.reading import Change, Written, changes, corrections, read_entries, read_entries_of, read_entry
from goldthread.record.seeing import Besides, besides, everybody, held, like_children, seen
from goldthread.record.speak import HERE
from goldthread.record.standing import Shape, shape, stand
from goldthread.record.store import TOUCH
from goldthread.record.then import as_known_then, without_closed
from goldthread.record.trail import acts
from goldthread.record.trail.writing import Trail, write

ONE_LOOK = timedelta(hours=1)
NUMBER = "SELECT record_number_of(%s::text)"
REFERENCE = "SELECT reference FROM record_person WHERE id = %s"


class NotFound(LookupError):
    """There is no such child. The message says what was asked for."""


def number_of(reference: str) -> int:
    """Whose record has this reference, in large or small letters, whether or not anybody may open it. Raises NotFound."""
    [[(person,)]] = ask((NUMBER, [reference]))
    if person is None:
        raise NotFound(f"There is no record with the reference {reference}. Try the search.")
    return person


def person_of(entry: int) -> int:
    """Whose record an entry is in, whether or not anybody may open it. Raises NotFound."""
    [[(person,)]] = ask(("SELECT record_person_of(%s::bigint)", [entry]))
    if person is None:
        raise NotFound(f"There is no entry {entry}.")
    return person


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
    """Give the acting person and the moment, and the trail of the request. Today is the day of that moment."""

    actor: Worker
    now: datetime
    trail: Trail = field(default_factory=Trail, compare=False)

    # Many children

    def standings(self) -> QuerySet[models.Standing]:
        """Children whose records the acting person may open."""
        return self._children.all()

    def others(self, *about: str) -> QuerySet[models.Standing]:
        """Carers, workers, adults and homes whose records the acting person may open: all of them, or these kinds."""
        return self.everybody().filter(about__in=about) if about else self.everybody().exclude(about__in=["", CHILD])

    def everybody(self) -> QuerySet[models.Standing]:
        """Everybody whose record the acting person may open, whomever it is about: for what is owed on a desk."""
        return self._everybody.all()

    def mine(self) -> QuerySet[models.Standing]:
        """Open children the acting person works with: allocated, advised or, for a manager, waiting in their queue."""
        return self.standings().filter(Q(worker=self.actor) | Q(adviser=self.actor) | Q(worker=None, team__manager=self.actor), open=True)

    def occurrences(self, standings: QuerySet[models.Standing]) -> QuerySet[models.Occurrence]:
        """What is owed to these children, or about these carers and workers, met or not."""
        return models.Occurrence.objects.filter(person__in=standings.values("person"))

    def occurrences_of(self, children: Iterable[models.Standing]) -> QuerySet[models.Occurrence]:
        """The same for those whose standings were read already, from here."""
        return models.Occurrence.objects.filter(person__among=[s.person_id for s in children])

    def lives(self, standings: Iterable[models.Standing]) -> dict[int, Life]:
        """What is known of children whose standings came from here; for lists that give reasons."""
        return read_lives([s.person_id for s in standings])

    @cached_property
    def _children(self) -> QuerySet[models.Standing]:
        """Never read itself: a page asks for parts of it many times, and it takes longer to put together than to read."""
        return self._seen(like_children).filter(is_child=True)

    @cached_property
    def _everybody(self) -> QuerySet[models.Standing]:
        return self._seen(everybody)

    def _seen(self, which: Callable[[Worker, str, Besides], Q]) -> QuerySet[models.Standing]:
        return seen(self.actor, self.sees, which, self.but).select_related("team__manager", "worker", "adviser", "chair")

    def seen_people(self) -> set[int]:
        """Everybody whose record the acting person may open, children or not: for lists of the whole service."""
        return set(self.everybody().values_list("person", flat=True))

    # One child

    def child(self, reference: str, page: str = "child", *, known: datetime | None = None, reason: str = "", again: bool = False) -> Child:
        """Open a child's record, and write down that it was looked at. Raises NotFound or NotAllowed.

        `again`: a page that is already open asks once more, as a form does while it is being written. That is one look, not many.
        """
        person = number_of(reference)
        if again and self._looked_lately(person, page):
            self.check(person)
            self.trail.known = person
        else:
            self.look(person, page, reason)
        spoken, facts, [(reference,)], [(newest,)] = ask(*questions([person], known), (REFERENCE, [person]), NEWEST)
        life = lives_of([person], spoken, facts)[person]
        found, owed = shape(life), occurrences(life.spoken, RULES, in_force_with(newest) if known is None else in_force(known))
        return Child(person, reference, stand(life, next_date(owed, (known or self.now).date()), found), life, found, owed, known)

    def look(self, person: int, page: str, reason: str = "") -> None:
        """Check that the acting person may see this one, and write the look down, refused or not; being asked why is neither."""
        try:
            self.check(person)
        except SayWhy:
            raise
        except NotAllowed:
            self.refused(person, page, reason)
            raise
        self._write_look(person, page, reason)

    def refused(self, person: int, page: str, reason: str = "") -> None:
        """Write down that something about this one was refused."""
        self._write_look(person, page, reason, refused=True)

    def looked_at(self, page: str, reason: str = "", act: str = acts.LIST, people: Iterable[int] = ()) -> None:
        """Write down that a list of many was opened, searched or taken out: which, in `page`, what was asked for, in `reason`,
        and who was shown, where they are few."""
        write(self.actor, self.now, act, self.trail, page=page, reason=reason, people=list(people))

    def did(self, act: str, page: str, what: object = "", reason: str = "", person: int | None = None) -> None:
        """Write down an act of consequence that is no entry in a record: see trail.acts. In the transaction that is open."""
        write(self.actor, self.now, act, self.trail, page=page, what=what, reason=reason, person_id=person)

    def _looked_lately(self, person: int, page: str) -> bool:
        since = self.now - ONE_LOOK
        return models.Look.objects.filter(person=person, worker=self.actor, page=page, refused=False, at__gte=since, at__lte=self.now).exists()

    def check(self, person: int) -> None:
        """Raise NotAllowed, with the person, unless the acting person may open this one."""
        try:
            check_can_see(self.actor, held(person, self.now), self.sees)
        except NotAllowed as refusal:
            if not (isinstance(refusal, OutOfScope | SayWhy) and self._related_is_seen(person)):
                refusal.person = person
                raise

    def _related_is_seen(self, person: int) -> bool:
        """A father or aunt is seen by whoever opens a child they belong to; a child, or a carer, with a record of their own is not."""
        if models.Standing.objects.filter(person=person).exclude(about="", restricted=False).exists():
            return False
        children = models.Relationship.objects.filter(other=person, version__superseded_at__isnull=True).values("version__person")
        seen_children = self.standings().filter(person__in=children)
        return (seen_children.filter(person__in=self.but.said) if self.actor.plays.opens else seen_children).exists()

    def _write_look(self, person: int, page: str, reason: str, refused: bool = False) -> None:
        write(self.actor, self.now, acts.READ, self.trail, person_id=person, page=page, reason=reason, refused=refused)

    def entries(self, child: Child, kinds: Iterable[str] | None = None) -> list[Written]:
        """The entries of a child that was opened, newest first, as known at the child's moment."""
        found = read_entries(child.person, child.known, kinds)
        self._name(found, child.known)
        return found

    def _name(self, entries: list[Written], known: datetime | None) -> None:
        """People in these entries by the names they had then; without the names of those whose records are closed to the reader."""
        if known is not None:
            as_known_then(entries, known)
        without_closed(entries, self.actor.pk, self.now, self.but)

    def not_yet_written(self, child: Child) -> list[Written]:
        """What had happened by the child's moment but was written down only later."""
        if child.known is None:
            return []
        then = {w.number for w in self.entries(child)}
        day = child.known.date()
        return [w for w in read_entries(child.person) if w.day <= day and w.number not in then and w.entered_at > child.known]

    def entry(self, number: int, page: str = "entry", known: datetime | None = None) -> list[Written]:
        """All versions of one entry that were known by then, newest first; the look is written down against its person."""
        person = person_of(number)
        self.look(person, page)
        stood = [w for w in read_entry(number) if known is None or w.recorded_at <= known]
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

    def closed_to_me(self) -> frozenset[int]:
        """Those whose records are open to named people only, of whom the acting person is none, and their own family."""
        [closed] = ask(("SELECT person_id FROM record_named EXCEPT SELECT person_id FROM record_named WHERE worker_id = %s", [self.actor.pk]))
        return frozenset(person for (person,) in closed) | self.but.closed

    def standings_seen(self, people: Iterable[int]) -> dict[int, models.Standing]:
        """Of these children, those whose records the acting person may open."""
        return {s.person_id: s for s in self.standings().filter(person__among=people)}

    def to_name(self, people: Iterable[int]) -> dict[int, models.Standing]:
        """The same, only to name them: who holds them is not read."""
        return {s.person_id: s for s in self.standings().filter(person__among=people).select_related(None)}

    def standings_of(self, people: Iterable[int]) -> dict[int, models.Standing]:
        """Standings of people met in a record that was opened: family members, others in a visit."""
        return {s.person_id: s for s in models.Standing.objects.filter(person__in=list(people)).select_related("worker", "team")}

    def relationships(self, child: Child, people: Iterable[int]) -> dict[int, list[Written]]:
        """Who is around each of these people, as known at the child's moment; only of those the acting person may see."""
        known = self.standings().filter(person__in=list(people)).values_list("person", flat=True)
        found = read_entries_of(list(known), child.known, ["relationship"])
        self._name([w for entries in found.values() for w in entries], child.known)
        return found

    # Writing

    def act(self, queue: int | None = None) -> Act:
        """Write something: see Act. Only about people whom the acting person may see."""
        return Act(self.actor, self.now, queue, sees=self.check, trail=self.trail)

    def mark(self, number: int, significant: bool) -> None:
        """Hold an entry to be significant, or no longer."""
        version = read_entry(number)[0]
        self.check(version.person)
        with transaction.atomic():
            ask((TOUCH, [[version.person]]))
            models.Mark.objects.create(entry=number, person_id=version.person, worker=self.actor, at=self.now, significant=significant)
            self.did(acts.MARK, version.kind.code, number, person=version.person)

    @property
    def today(self) -> date:
        return self.now.astimezone(HERE).date()

    @cached_property
    def sees(self) -> str:
        """Whose records the acting person sees today: a scope of people.roles."""
        return scope(self.actor, self.today)

    @cached_property
    def but(self) -> Besides:
        """What closes and opens records to the acting person besides: read once."""
        return besides(self.actor, self.now)

    @property
    def sees_service(self) -> bool:
        return self.sees == SERVICE
