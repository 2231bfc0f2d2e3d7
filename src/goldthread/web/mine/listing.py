"""A table of children: plan, last seen, next due. The same for a worker's own and for a team's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from goldthread.duties.sentence import named
from goldthread.oversight.worklist import Owed
from goldthread.record.models import Standing
from goldthread.record.standing import SAY_KIND
from goldthread.web import naming, wording
from goldthread.web.parts import Chip
from goldthread.web.said import Link
from goldthread.web.today.rows import mark
from goldthread.web.today.telling import duty
from goldthread.web.today.why import curly

ORDERS = {"due": "by what is due next", "name": "by name", "seen": "by when last seen"}


@dataclass(frozen=True, slots=True)
class ChildLine:
    """One child of a table: `due` is the day of the first thing that is owed, `asks` what it is, `state` its mark."""

    child: Link
    age: str
    plan: str
    since: str
    seen: str
    seen_ago: str
    state: str
    due: str
    asks: str
    holder: str


def line(child: Standing, first: Owed | None, today: date) -> ChildLine:
    """A child in a row, with the first thing that is owed."""
    return ChildLine(
        child=naming.link(child), age=naming.age(child, today), plan=SAY_KIND.get(child.kind, child.kind),
        since=f"since {wording.short_day(child.kind_since, today)}" if child.kind_since else "",
        seen=wording.short_day(child.last_seen, today) if child.last_seen else "not yet",
        seen_ago=wording.ago(child.last_seen, today) if child.last_seen else "",
        state=mark(first, today) if first else "owed", due=wording.short_day(first.due if first else child.next_due, today),
        asks=asks(first), holder=holder(child),
    )  # fmt: skip


def asks(owed: Owed | None) -> str:
    """What is owed, said of the child by first name."""
    if owed is None:
        return ""
    return curly(named(duty(owed).asks or duty(owed).says, naming.first(owed.children[0])))


def holder(child: Standing) -> str:
    """Who works with the child; the manager by name where nobody does yet."""
    who = child.worker or child.adviser
    if who:
        return who.name
    manager = child.team.manager if child.team else None
    return f"waiting, with {manager.name}" if manager else "waiting"


def first_owed(rows: Iterable[Owed]) -> dict[int, Owed]:
    """The first thing owed to each child. Rows come earliest due first."""
    found: dict[int, Owed] = {}
    for row in rows:
        found.setdefault(row.children[0].person_id, row)
    return found


def ordered(children: Iterable[Standing], by: str, first: Mapping[int, Owed]) -> list[Standing]:
    """In the order the address asks for."""
    keys = {
        "name": lambda c: (c.surname, c.forename),
        "seen": lambda c: c.last_seen or date.min,
    }
    due = lambda c: (first[c.person_id].due if c.person_id in first else c.next_due or date.max, c.surname, c.forename)  # noqa: E731
    return sorted(children, key=keys.get(by, due))


def of_kind(children: Sequence[Standing], kind: str) -> list[Standing]:
    """Those of one kind; all of them where none, or no kind there is, is asked for."""
    return [c for c in children if c.kind == kind] if kind and kind in SAY_KIND else list(children)


def kind_chips(children: Iterable[Standing], asked: QueryDict) -> tuple[Chip, ...]:
    """Filters by kind with their counts, each keeping the other filters of the address."""
    counts = Counter(c.kind for c in children)
    current = asked.get("kind", "")
    chips = [Chip("All", counts.total(), address(asked, kind=""), not current or current not in SAY_KIND)]
    chips += [Chip(says[:1].upper() + says[1:], counts[kind], address(asked, kind=kind), current == kind) for kind, says in SAY_KIND.items() if counts[kind]]
    return tuple(chips)


def orders(asked: QueryDict) -> tuple[tuple[str, str, bool], ...]:
    """(words, address, whether it is the order now)."""
    current = asked.get("by") if asked.get("by") in ORDERS else "due"
    return tuple((says, address(asked, by="" if by == "due" else by), by == current) for by, says in ORDERS.items())


def address(asked: QueryDict, **changed: str) -> str:
    """The same list with other filters, from its first page."""
    other = asked.copy()
    other.pop("page", None)
    for name, value in changed.items():
        other.pop(name, None)
        if value:
            other[name] = value
    return f"?{other.urlencode()}"
