"""A team's page as values: the numbers, who waits, who was not seen in time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldthread.clock.spans import working_days
from goldthread.duties import State
from goldthread.duties.rules.oversight import manager_looks
from goldthread.duties.rules.standing import named_worker
from goldthread.oversight.board import Board, NotSeen, Waiting, suggestions
from goldthread.oversight.knew import family_of
from goldthread.oversight.worklist import Owed
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE
from goldthread.record.standing import SAY_KIND
from goldthread.web import naming, wording
from goldthread.web.mine.listing import asks
from goldthread.web.parts import Action, DutyGroup, DutyRow, Tally
from goldthread.web.said import Link, Part, Sentence, Strong
from goldthread.web.team.ways import Ways
from goldthread.web.today.aside import Line

MOST = 10  # rows of a part of the page; the rest are in its list
SUGGESTED = 2
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def lede(board: Board) -> str:
    """'Seven social workers, two personal advisers, one on leave.'"""
    roles = Counter(load.worker.plays.name.lower() for load in board.loads)
    away = sum(load.away is not None for load in board.loads)
    said = [f"{_number(n)} {role}{'' if n == 1 else 's'}" for role, n in roles.most_common()] or ["no social worker"]
    words = ", ".join([*said, *([f"{_number(away)} on leave"] if away else [])])
    return f"{words[:1].upper()}{words[1:]}."


def _number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def tallies(board: Board, ways: Ways) -> tuple[Tally, ...]:
    """The team in six numbers, each opening what it counts, with last Friday's beside it."""
    number, waiting = len(board.children), sum(len(w.children) for w in board.waiting)
    friday, due = board.friday, due_soon(board)
    then = board.last_friday
    return (
        Tally(number, "children" if number != 1 else "child", ways.children(), _with_whom(number - waiting, waiting, ways)),
        Tally(waiting, "waiting for a worker", ways.children(waiting=1), _longest(board.waiting)),
        Tally(len(board.not_seen), "not seen in time", ways.children(not_seen=1), _friday(then.not_seen, ways.children(not_seen=1, on=friday))),
        Tally(board.now.overdue, "duties overdue", ways.duties(state="overdue"),
              (*_open(board.now.open, ways), *_friday(then.overdue, ways.duties(state="overdue", on=friday)))),
        Tally(board.now.unknown, "we cannot tell", ways.duties(state="unknown"), _friday(then.unknown, ways.duties(state="unknown", on=friday))),
        Tally(len(due), "due in the next five working days", ways.duties(state="soon")),
    )  # fmt: skip


def due_soon(board: Board) -> list[Owed]:
    """What falls due after today and within five working days."""
    horizon = working_days(5).due(board.today)
    return [r for r in board.owed if r.verdict.state == State.OWED and board.today < r.due <= horizon]


def _with_whom(held: int, waiting: int, ways: Ways) -> Sentence:
    if not waiting:
        return "each with a worker"
    return (_count(held, ways.children(waiting=0)), " with a worker, ", _count(waiting, ways.children(waiting=1)), " waiting")


def _count(number: int, href: str) -> Part:
    return Link(str(number), href) if number else "0"


def _longest(waiting: Sequence[Waiting]) -> str:
    return f"longest {wording.count(max(w.days for w in waiting), 'working day')}" if waiting else ""


def _friday(number: int, href: str) -> tuple[Part, ...]:
    return (_count(number, href), " last Friday")


def _open(number: int, ways: Ways) -> tuple[Part, ...]:
    return ("of ", _count(number, ways.duties()), " open; ")


def desk(board: Board, actor: Worker) -> tuple[Line, ...]:
    """What lies on the reader's own desk for this team and is due within five working days."""
    horizon = working_days(5).due(board.today)
    mine = [r for r in board.owed if r.owner == actor and r.due <= horizon]
    return tuple(Line((naming.link(r.children[0]), f": {asks(r)}"), f"due {wording.short_day(r.due, board.today)}") for r in mine[:4])


# Waiting for a worker


def waiting(board: Board, knew: Mapping[object, Mapping[int, int]], actor: Worker) -> tuple[DutyGroup, ...]:
    """Who waits, since when, what is owed to them meanwhile, and who has room."""
    rows = tuple(_waiting(w, board, knew.get(family_of(w.children[0]), {}), actor, first=n == 0) for n, w in enumerate(board.waiting[:MOST]))
    return (DutyGroup("", rows),) if rows else ()


def _waiting(w: Waiting, board: Board, knew: Mapping[int, int], actor: Worker, first: bool) -> DutyRow:
    ids = {c.person_id for c in w.children}
    owed = [r for r in board.owed if r.children[0].person_id in ids]
    name_one = next((r for r in owed if r.code == named_worker.code), None)
    state = "owed" if name_one is None else "overdue" if name_one.verdict.state == State.OVERDUE else "soon" if w.days else "owed"
    may = Action("Allocate", reverse("allocate", args=[w.children[0].reference]), first) if actor.may(ALLOCATE) else None
    return DutyRow(state, wording.count(w.days, "working day") if w.days else "since today", naming.with_ages(w.children, board.today),
                   (*_meanwhile(w, owed, board), *_room(board, w, knew)), f"since {wording.short_day(w.since, board.today)}", action=may)  # fmt: skip


def _meanwhile(w: Waiting, owed: Sequence[Owed], board: Board) -> list[Part]:
    """The first two things that a worker would have to do."""
    work = [r for r in owed if r.code not in (named_worker.code, manager_looks.code) and r.children[0].person_id == w.children[0].person_id]
    first = {asks(r): r.due for r in reversed(work)}  # of the same thing twice, the earlier day
    return [f"{words} by {wording.long_day(due, board.today)}. " for words, due in sorted(first.items(), key=lambda pair: pair[1])[:2]]


def _room(board: Board, w: Waiting, knew: Mapping[int, int]) -> list[Part]:
    found = suggestions(board.loads, w.children[0], knew)
    if not found:
        return ["Nobody in the team has room."]
    chosen = [f for n, f in enumerate(found) if n == 0 or f[0].worker.pk in knew][:SUGGESTED]
    return [part for load, why in chosen for part in (Strong(load.worker.name), f" {why}. ")]


# Not seen in time


@dataclass(frozen=True, slots=True)
class NotSeenLine:
    """A child whose seeing is late: by how much, what has been tried, and who holds them."""

    late: str
    child: Link
    age: str
    plan: str
    tried: Sentence
    worker: str


def not_seen(board: Board, begun: Mapping[str, str], warned: Iterable[int]) -> list[NotSeenLine]:
    """Children not seen in time, the latest first. `begun` says by reference who has begun to write about a child."""
    warned = set(warned)
    cover = {load.worker.pk: load.away.covered_by for load in board.loads if load.away and load.away.covered_by}
    return [_not_seen(n, board, begun.get(n.child.reference, ""), n.child.person_id in warned, cover) for n in board.not_seen[:MOST]]


def _not_seen(n: NotSeen, board: Board, begun: str, warned: bool, cover: Mapping[int, Worker]) -> NotSeenLine:
    parts: list[Part] = [_tried(n, board)]
    if begun:
        parts.append(f" {begun}")
    if warned:
        parts.append(Strong(" The warning above is about this child."))
    worker = n.child.worker or n.child.adviser
    held = worker.name if worker else "waiting for a worker"
    if worker and worker.pk in cover:
        held = f"{cover[worker.pk].name.split()[0]}, for {worker.name.split()[0]}"
    return NotSeenLine(wording.count(max(n.late_by, 1), "day"), naming.link(n.child), naming.age(n.child, board.today),
                       SAY_KIND.get(n.child.kind, ""), tuple(parts), held)  # fmt: skip


def _tried(n: NotSeen, board: Board) -> str:
    last = f"Last seen {wording.long_day(n.child.last_seen, board.today)}." if n.child.last_seen else "Not seen yet."
    if not n.tried:
        return f"No visit since. {last}" if n.child.last_seen else "Not seen yet, and no visit is written down."
    visits = f"{wording.count(n.tries, 'visit')}, " if n.tries > 1 else "A visit, "
    return f"{visits}{'the last ' if n.tries > 1 else ''}{wording.short_day(n.tried, board.today)}: not seen. {last}"
