"""Writing in the record: one act, one transaction, by one person, at one moment.

Everything that follows from the entries is worked out before the act is done. If anything is refused, nothing is kept.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from goldthread.people.models import Worker
from goldthread.people.roles import WRITE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.asking import Question, ask
from goldthread.record.derive import derive
from goldthread.record.local.holding import hold
from goldthread.record.models import Person, Version
from goldthread.record.register import entry_type
from goldthread.record.speak import NewEntry
from goldthread.record.store import TOUCH, Stands, entry_numbers, new_people, store, take_numbers
from goldthread.record.trail import acts
from goldthread.record.trail.writing import Trail, line, write_lines

LOCKED = """SELECT id FROM record_person p WHERE id = %s
            AND NOT EXISTS (SELECT FROM record_tombstone t WHERE t.person_id = p.id) FOR UPDATE OF p"""


class Conflict(Exception):
    """Somebody else changed the entry since it was read. `theirs` is the number of the version that stands now."""

    def __init__(self, theirs: int):
        super().__init__("Somebody else changed this while you were writing. Both are kept: choose, or put them together.")
        self.theirs = theirs


WRITTEN, CORRECTED, WITHDRAWN = "entry.written", "entry.corrected", "entry.withdrawn"
WHAT = {acts.WRITE: WRITTEN, acts.CORRECT: CORRECTED, acts.END: CORRECTED, acts.WITHDRAW: WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did with one entry of a type: `act` as the audit names it, `version` the one that stands after it."""

    act: str
    kind: str
    entry: int
    version: int
    person: int

    @property
    def what(self) -> str:
        """As others are told: one of the three above."""
        return WHAT[self.act]


@dataclass
class Act:
    """Use as a context manager: what is written inside is kept together or not at all.

    `queue` is the team that holds an open child whom nobody else holds; by default the acting person's own.
    `sees` is asked about every person written about; it raises NotAllowed.
    """

    actor: Worker
    now: datetime
    queue: int | None = None
    sees: Any = None
    touched: set[int] = field(default_factory=set)
    made: set[int] = field(default_factory=set)
    trail: Trail | None = None
    done: list[Done] = field(default_factory=list)

    def __enter__(self):
        check_may(self.actor, WRITE)
        with ExitStack() as begun:
            begun.enter_context(transaction.atomic())
            hold()
            self._transaction = begun.pop_all()  # what does not begin ends here: left open, it would swallow what others write after it
        return self

    def __exit__(self, kind, error, traceback):
        try:
            if kind is None:
                derive(self.touched, self.now, self.queue or self.actor.team_id, self.actor.pk)
                self._tell_the_audit()
                for tell in TOLD:
                    tell(self)
        except BaseException as failed:
            self._transaction.__exit__(type(failed), failed, failed.__traceback__)
            raise
        try:
            return self._transaction.__exit__(kind, error, traceback)
        finally:
            connection.tell_again()

    def new_person(self, *, reference: str | None = None, family: int | None = None) -> int:
        """A person of whom nothing is known yet. Write a "person" entry about them next."""
        (person,) = new_people([reference], [family])
        self.made.add(person)
        return person

    def write(self, person: int, kind: str, day: date, values: Mapping[str, Any], **more: Any) -> int:
        """Write a new entry and return its number. `more`: until, at, together, why."""
        _, [(number,)] = self._about(person, kind, *entry_numbers(1))
        if kind == "allocation" and values.get("worker"):
            _works_here(values["worker"])
        [entry] = store([NewEntry(person, kind, day, dict(values), number=number, **more)], self.actor.pk, self.now)
        self.done.append(Done(acts.WRITE, kind, entry, 1, person))
        return entry

    def together(self) -> int:
        """A number to give to entries that are one act, such as a visit to three sisters."""
        return take_numbers("record_version_id_seq", 1)[0]

    def correct(self, entry: int, read: int, why: str, *, values: Mapping[str, Any] | None = None, **changed: Any) -> int:
        """Put a new version in place of the one numbered `read`, with changed values, day, until or at.

        Raises Conflict if another version stands by now.
        """
        return self._correct(acts.CORRECT, entry, read, why, values, changed)

    def _correct(self, act: str, entry: int, read: int, why: str, values: Mapping[str, Any] | None, changed: dict[str, Any]) -> int:
        old, before = self._standing_version(entry, read)
        new = replace(before, values={**before.values, **(values or {})}, why=why, **changed)
        store([new], self.actor.pk, self._after(old), [Stands(old.pk, entry, old.number, old.entered_at)])
        self.done.append(Done(act, old.type, entry, old.number + 1, old.person_id))
        return old.number + 1

    def withdraw(self, entry: int, read: int, why: str) -> None:
        """The entry should not be there, such as one about the wrong child. It stays readable and counts for nothing."""
        old, before = self._standing_version(entry, read)
        store([replace(before, why=why)], self.actor.pk, self._after(old), [Stands(old.pk, entry, old.number, old.entered_at, withdraw=True)])
        self.done.append(Done(acts.WITHDRAW, old.type, entry, old.number + 1, old.person_id))

    def end(self, entry: int, until: date, why: str = "", **values: Any) -> None:
        """End something that lasts, such as an allocation or a placement."""
        standing = Version.objects.get(entry=entry, superseded_at__isnull=True)
        self._correct(acts.END, entry, standing.number, why, values, {"until": until})

    def _tell_the_audit(self) -> None:
        """Last of all, so that a chain of the audit is held for the shortest time. Why it was done stands in the version itself."""
        lines = [line(self.actor, self.now, done.act, self.trail, person_id=done.person, page=done.kind, what=done.entry) for done in self.done]
        if lines:
            write_lines(lines, self.trail)

    def _after(self, old: Version) -> datetime:
        """The moment to write down: never one before the version that is replaced, also where a clock was set back meanwhile."""
        return max(self.now, old.recorded_at)

    def _standing_version(self, entry: int, read: int) -> tuple[Version, NewEntry]:
        old = Version.objects.filter(entry=entry, superseded_at__isnull=True).first()
        if old is None:
            raise LookupError(f"There is no entry {entry}.")
        self._about(old.person_id, old.type)
        old.refresh_from_db()  # the person is locked now: nobody else can be changing it
        if old.superseded_at is not None or old.number != read:
            raise Conflict(old.number)
        return old, as_written(old)

    def _about(self, person: int, kind: str, *besides: Question) -> list[list[tuple]]:
        """Hold the person, or raise NotAllowed or DoesNotExist. What is asked `besides` is asked in the same trip and answered."""
        writers = entry_type(kind).writers
        if writers is not None and self.actor.role not in writers:
            raise NotAllowed(f"The role of {self.actor.plays.name.lower()} does not write {entry_type(kind).called}.")
        held = person in self.touched or person in self.made
        if self.sees and not held:
            self.sees(person)
        answers = ask(*([] if held else [(TOUCH, [[person]]), (LOCKED, [person])]), *besides)
        if not held and answers[1] == []:
            raise Person.DoesNotExist(f"There is no person {person}.")
        self.touched.add(person)
        return answers[len(answers) - len(besides) :]


TOLD: list[Callable[[Act], None]] = []  # told of every act in its own transaction, before it is done; see web.api.outbox


def _works_here(worker: int) -> None:
    """Raise NotAllowed for somebody who has left. They are held until the act is done: an account that is being closed waits, and counts."""
    (found,) = ask(("SELECT name, is_active FROM people_worker WHERE id = %s FOR SHARE", [worker]))
    if found and not found[0][1]:
        raise NotAllowed(f"The account of {found[0][0]} is closed. Choose somebody who works here.")


def as_written(version: Version) -> NewEntry:
    """A stored version as a value that can be changed and stored again."""
    kind = entry_type(version.type)
    detail = kind.objects.get(pk=version.pk)
    values = {f.name: getattr(detail, f.attname) for f in kind.questions()}
    return NewEntry(version.person_id, version.type, version.day, values, version.until, version.at, version.origin, version.together)
