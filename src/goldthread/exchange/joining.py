"""Which person in the record each child of a return is: by the authority's number, else by pupil number and birth."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection

from goldthread.exchange.rows import Fault, Note
from goldthread.exchange.tells import ChildTold
from goldthread.record.copying import copy_rows
from goldthread.record.store import new_people

UPN = "upn"
_REFERENCE = re.compile(r"[A-Za-z0-9_\-]{1,24}", re.ASCII)


def join(children: Sequence[ChildTold], note: Note) -> tuple[list[int], set[int]]:
    """The person of each child, and which of them were made just now.

    A number that the record knows decides. A pupil number joins two numbers only where the date of birth agrees;
    where it does not, they stay two and a fault says so.
    """
    schemes = {c.scheme for c in children}
    by_id = {(scheme, i): person for scheme in schemes for i, person in _identified(scheme, [c.child_id for c in children if c.scheme == scheme]).items()}
    by_upn = _identified(UPN, [upn for c in children if (c.scheme, c.child_id) not in by_id for upn in c.upns])
    births = _births({*by_upn.values(), *by_id.values()})
    people: list[int | None] = []
    fresh: list[int] = []
    here: dict[str, int] = {}
    for at, child in enumerate(children):
        person = by_id.get((child.scheme, child.child_id)) or _same(child, by_upn, births, note)
        twin = None if person else _twin(child, children, here, note)
        if person is None and twin is None:
            fresh.append(at)
        people.append(person if twin is None else -twin - 1)
        for upn in child.upns:
            here.setdefault(upn, at)
        if person and by_id.get((child.scheme, child.child_id)):
            _check_birth(child, births.get(person), note)
    made = new_people(_references([children[at].child_id for at in fresh]), [None] * len(fresh))
    for at, number in zip(fresh, made, strict=True):
        people[at] = number
    found = [people[-p - 1] if p is not None and p < 0 else p for p in people]
    _remember(children, found)
    return found, set(made)


def _born(child: ChildTold) -> date | None:
    known = child.facts.get("born")
    return known[1] if known else None


def _same(child: ChildTold, by_upn: dict[str, int], births: dict[int, date | None], note: Note) -> int | None:
    for upn in child.upns:
        person = by_upn.get(upn)
        if person is None:
            continue
        if _born(child) is not None and births.get(person) == _born(child):
            _tell(child, note, f"Child {child.child_id} has the pupil number {upn} and the date of birth of a child already in the record, and was joined to them.")
            return person
        _tell(child, note, f"Child {child.child_id} has the pupil number {upn} of a child in the record with another date of birth. They were kept as two children.")
    return None


def _twin(child: ChildTold, children: Sequence[ChildTold], here: dict[str, int], note: Note) -> int | None:
    for upn in child.upns:
        at = here.get(upn)
        if at is None:
            continue
        other = children[at]
        if _born(child) is not None and _born(child) == _born(other):
            _tell(child, note, f"Children {other.child_id} and {child.child_id} have the same pupil number {upn} and date of birth, and were joined as one child.")
            return at
        _tell(child, note, f"Children {other.child_id} and {child.child_id} have the same pupil number {upn} and different dates of birth. They were kept as two children.")
    return None


def _check_birth(child: ChildTold, known: date | None, note: Note) -> None:
    born = _born(child)
    if known and born and known != born:
        _tell(
            child, note,
            f"Child {child.child_id} is born on {born:%d/%m/%Y} here and on {known:%d/%m/%Y} in the record. "
            "They were taken as one child. Check that the number is not used for two children.",
        )  # fmt: skip


def _tell(child: ChildTold, note: Note, sentence: str) -> None:
    note(Fault(child.where.file, child.where.sheet, child.where.row, "", sentence))


def _identified(scheme: str, values: Iterable[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT value, person_id FROM record_identifier WHERE scheme = %s AND value = ANY(%s) ORDER BY id DESC", [scheme, list(values)])
        return dict(cursor.fetchall())


def _births(people: Iterable[int]) -> dict[int, date | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id, born FROM record_standing WHERE person_id = ANY(%s)", [list(people)])
        return dict(cursor.fetchall())


def _references(ids: list[str]) -> list[str | None]:
    """The number they are known by is their reference, unless somebody has it already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reference FROM record_person WHERE reference = ANY(%s)", [ids])
        taken = {reference for (reference,) in cursor.fetchall()}
    free: list[str | None] = []
    for i in ids:
        free.append(i if i not in taken and _REFERENCE.fullmatch(i) else None)
        taken.add(i)
    return free


def _remember(children: Sequence[ChildTold], people: Sequence[int]) -> None:
    wanted = {(c.scheme, c.child_id, p) for c, p in zip(children, people, strict=True)}
    wanted |= {(UPN, upn, p) for c, p in zip(children, people, strict=True) for upn in c.upns}
    with connection.cursor() as cursor:
        cursor.execute("SELECT scheme, value, person_id FROM record_identifier WHERE person_id = ANY(%s)", [list(set(people))])
        wanted -= set(cursor.fetchall())
    copy_rows("record_identifier", ("scheme", "value", "person_id"), sorted(wanted))
