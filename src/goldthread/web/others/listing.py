"""Carers, workers, adults and homes as lines of a list."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import Owed, owed_to
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.child.others import HOLDER, MANY, SAY_ABOUT
from goldthread.web.mine.listing import address, asks, first_owed
from goldthread.web.parts import Chip
from goldthread.web.said import Link

NOBODY_YET = "nobody yet"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Line:
    """One of them: what they are, who holds them, what is due next (`asks`) and when; `state` is the mark of it."""

    name: Link
    reference: str
    what: str
    going_on: str
    holder: str
    part: str
    state: str
    due: str
    asks: str


def lines(reach: Reach, some: Sequence[Standing]) -> list[Line]:
    """A line for each, with the first thing that is owed about them, in one question for all."""
    first = first_owed(owed_to(reach, with_holders(reach.others().filter(person__among=[one.person_id for one in some]))))
    return [_line(one, first.get(one.person_id), reach.today) for one in some]


def _line(one: Standing, first: Owed | None, today: date) -> Line:
    late = bool(one.next_due and one.next_due < today)
    due = wording.short_day(one.next_due, today) if one.next_due else ""
    return Line(
        name=naming.link(one), reference=one.reference, what=SAY_ABOUT[one.about], going_on="open" if one.open else "not open",
        holder=holder(one), part=HOLDER[one.about], state="overdue" if late else "owed", due=f"overdue since {due}" if late else due,
        asks=asks(first),
    )  # fmt: skip


def holder(one: Standing) -> str:
    """Who holds them, by name, with the team."""
    team = str(one.team) if one.team else "no team"
    return f"{one.worker.name}, {team}" if one.worker else f"{NOBODY_YET}, {team}"


def fitting(found: Sequence[Standing], asked: QueryDict) -> list[Standing]:
    """Those of the kind, and those held by nobody, where the address asks for that; a kind there is not asks for nothing."""
    return [one for one in _of_kind(found, asked.get("kind", "")) if not _only_unheld(asked) or one.worker_id is None]


def _of_kind(found: Iterable[Standing], kind: str) -> list[Standing]:
    return [one for one in found if kind not in MANY or one.about == kind]


def _only_unheld(asked: QueryDict) -> bool:
    return asked.get("held") == NOBODY


def chips(found: Iterable[Standing], asked: QueryDict) -> tuple[Chip, ...]:
    """Filters by kind with their counts, and one for those whom nobody holds; each keeps the other filters of the address."""
    found, current, unheld = list(found), asked.get("kind", ""), _only_unheld(asked)
    counts = Counter(one.about for one in found if not unheld or one.worker_id is None)
    some = [Chip(many, counts[kind], address(asked, kind=kind), current == kind) for kind, many in MANY.items() if counts[kind] or current == kind]
    number = sum(one.worker_id is None for one in _of_kind(found, current))
    nobody = [Chip("Held by nobody", number, address(asked, held="" if unheld else NOBODY), unheld)] if number or unheld else []
    return (Chip("All", counts.total(), address(asked, kind=""), current not in MANY), *some, *nobody)


def ordered(found: Iterable[Standing]) -> list[Standing]:
    """What is due first stands first; then by name."""
    return sorted(found, key=lambda one: (not one.open, one.next_due or date.max, one.surname, one.forename))
