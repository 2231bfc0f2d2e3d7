"""Who carries what, as a table of bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.oversight.board import Board, Load
from goldthread.oversight.weights import BY_KIND, WEIGHTS
from goldthread.people.models import Worker
from goldthread.web import wording
from goldthread.web.pictures import bars
from goldthread.web.said import Link, Part
from goldthread.web.team.ways import Ways

COLOURS = {"protection": "seg-cp", "care": "seg-la", "in_need": "seg-cin", "assessment": "seg-as", "leaving_care": "seg-lc", "open": "seg-open"}
KINDS = {w.kind: bars.Kind(w.letter, w.says, float(w.each), COLOURS[w.kind]) for w in WEIGHTS}


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One worker's line. `over` says that the limit is passed."""

    name: Link
    note: str
    children: Part
    load: bars.Load | None
    against: str
    of: str
    over: bool
    overdue: Part


def lines(board: Board, ways: Ways, by_name: bool) -> list[LoadLine]:
    """Everybody who carries children, those furthest over their limit first, or by name."""
    loads = sorted(board.loads, key=lambda load: load.worker.name) if by_name else board.loads
    return [_line(load, board, ways) for load in loads]


def most(found: Sequence[LoadLine]) -> float:
    """The widest bar, by which all are drawn."""
    return bars.most_of(line.load for line in found if line.load)


def _line(load: Load, board: Board, ways: Ways) -> LoadLine:
    counts = tuple((KINDS[kind], load.kinds[kind]) for kind in BY_KIND if load.kinds[kind])
    drawn = bars.Load(counts, float(load.worker.agreed_limit))
    return LoadLine(
        Link(load.worker.name, ways.children(worker=load.worker.username)), _note(load, board), ways.of_worker(load.worker, load.children), drawn,
        "on leave" if load.away else bars.against_limit(drawn), f"{load.weight.normalize():f} of {load.worker.agreed_limit.normalize():f}",
        load.room < 0 and not load.away, ways.of_worker(load.worker, load.overdue, state="overdue"),
    )  # fmt: skip


def _note(load: Load, board: Board) -> str:
    covers = f"covering for {wording.listed(w.name.split()[0] for w in load.covers)}" if load.covers else ""
    away = f"on leave until {wording.short_day(load.away.until, board.today)}" if load.away and load.away.until else "on leave" if load.away else ""
    return "; ".join(filter(None, (load.worker.pattern, away, covers)))


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Somebody who carries no children of the team and owes something for them: the manager as the queue, a chair."""

    name: str
    note: str
    children: Part
    words: str
    overdue: Part


def others(board: Board, ways: Ways, actor: Worker) -> list[OtherLine]:
    """The queue, and whoever else owes something overdue, so that the column adds up to the number at the top."""
    manager, owed = board.team.manager, dict(board.others)
    waiting = sum(len(w.children) for w in board.waiting)
    found = []
    if manager and (waiting or manager in owed):
        held: Part = Link(str(waiting), ways.children(waiting=1)) if waiting else "0"
        words = "not weighed until allocated" if waiting else ""
        name = "You, as the queue" if manager == actor else f"{manager.name}, as the queue"
        found.append(OtherLine(name, "waiting to be allocated" if waiting else "what a manager owes", held, words, ways.of_worker(manager, owed.pop(manager, 0), state="overdue")))
    return [*found, *(OtherLine(who.name, who.plays.name, "", "", ways.of_worker(who, number, state="overdue")) for who, number in owed.items())]


def legend(board: Board) -> list[tuple[str, str, str]]:
    """(class, letter, words) of the kinds that occur: 'protection plan, 1.5 each'."""
    used = {kind for load in board.loads for kind in load.kinds if load.kinds[kind]}
    return [(COLOURS[w.kind].replace("seg", "gt-swatch-", 1), w.letter, f"{w.says}, {w.each.normalize():f} each") for w in WEIGHTS if w.kind in used]
