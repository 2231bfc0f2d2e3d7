"""What went well this week."""

from goldthread.oversight.board import Board
from goldthread.web import wording
from goldthread.web.said import Link, Sentence
from goldthread.web.team.ways import Ways
from goldthread.web.today.aside import Line


def kept(board: Board, ways: Ways) -> tuple[Line, ...]:
    """'96 duties met in time, 5 late'; '71 children seen, 48 alone'."""
    lines = []
    if board.kept_in_time or board.kept_late:
        lines.append(Line(_met(board, ways)))
    if board.seen:
        seen = Link(f"{wording.count(board.seen, 'child', 'children')} seen", ways.children(seen="week"))
        alone = (", ", Link(str(board.seen_alone), ways.children(seen="alone")), " alone") if board.seen_alone else ()
        lines.append(Line((seen, *alone)))
    return tuple(lines)


def _met(board: Board, ways: Ways) -> Sentence:
    in_time = Link(f"{wording.count(board.kept_in_time, 'duty', 'duties')} met", ways.duties(met="in_time")) if board.kept_in_time else "No duty met"
    late = (", ", Link(f"{board.kept_late} late", ways.duties(met="late"))) if board.kept_late else ()
    return (in_time, " in time", *late)
