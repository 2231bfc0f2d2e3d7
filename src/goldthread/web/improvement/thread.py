"""One recommendation as five stations on the thread: the report's sentence, the actions, the measures, the duties, the children."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import RULES, State
from goldthread.duties.shape import Duty
from goldthread.inspection import evidence
from goldthread.inspection.aims import Outcome
from goldthread.inspection.progress import Progress, Tied
from goldthread.inspection.tasks import Task
from goldthread.web import rulebook, wording
from goldthread.web.improvement.opening import address
from goldthread.web.improvement.page import children_of
from goldthread.web.parts import Tally
from goldthread.web.said import Link, Part, Sentence
from goldthread.web.today.why import source

OPEN_MARKS = {State.MET: "met", State.MET_LATE: "metlate", State.ENDED: "ended", State.MISSED: "ended", State.OVERDUE: "overdue"}
SOON = 5  # working days


@dataclass(frozen=True, slots=True)
class TaskCard:
    """One action: its state in a mark and a few words, what it is, who owns it and by when."""

    state: str
    word: str
    words: str
    small: str
    why: str
    href: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty that a measure counts, with the children of the measure's newest figure, each number with what it opens."""

    duty: Link
    span: str
    children: Link | str
    in_time: Link | str
    overdue: Link | str
    unsure: Link | str


def card(task: Task, today: date) -> TaskCard:
    """An action as a card."""
    state, word = mark(task, today)
    return TaskCard(state, word, task.words, _small(task, today), _why(task, today), address("action", task.action.pk))


def mark(task: Task, today: date) -> tuple[str, str]:
    """The mark of an action, and its state in a few words: 'Done, 2 days late', '4 of 7 teams', '3 days over'."""
    found = task.verdict(today).state
    so_far = f"{task.counted} of {task.action.counted_of} {task.action.counted_unit}" if task.counted is not None else ""
    match found:
        case State.MET:
            return "met", "Done"
        case State.MET_LATE:
            return "metlate", f"Done, {wording.count(task.days_late, 'day')} late"
        case State.ENDED | State.MISSED:
            return "ended", "Given up"
        case State.OVERDUE:
            over = f"{wording.count((today - task.due).days, 'day')} over"
            return "overdue", f"{so_far}, {over}" if so_far else over
    soon = working_days_in_england().between(today, task.due) <= SOON
    if so_far:
        return "soon", so_far
    return ("soon" if soon or task.begun else "owed"), "Begun" if task.begun else "Not begun"


def _small(task: Task, today: date) -> str:
    due = f"Due {_day(task.due, today)}"
    if task.done:
        return f"{task.owner.name}. {due}, done {_day(task.done, today)}"
    if task.dropped:
        return f"{task.owner.name}. {due}, given up {_day(task.dropped, today)}"
    left = working_days_in_england().between(today, task.due)
    away = f", in {wording.count(left, 'working day')}" if left > 0 else ", today" if task.due == today else ""
    return f"{task.owner.name}. {due}{away}."


def _day(day: date, today: date) -> str:
    return f"{day.day} {day:%B}{'' if abs((day - today).days) < 320 else f' {day.year}'}"


def _why(task: Task, today: date) -> str:
    said = [f"Promised for {_day(task.promised, today)} once it was late."] if task.promised and not task.done else []
    said += [f"First agreed for {_day(task.action.due, today)}."] if task.moved else []
    said += [task.why] if task.dropped and task.why else []
    return " ".join(said)


def steps(p: Progress, cards: Sequence[TaskCard], duties: Sequence[DutyLine]) -> tuple[Tally, ...]:
    """The thread in five numbers, each going to its station."""
    done = sum(c.state in ("met", "metlate") for c in cards)
    people = max((t.now.denominator for t in p.ties if t.now and t.measure and t.measure.kind == "share"), default=0)
    of = next((t.measure for t in p.ties if t.now and t.measure and t.now.denominator == people), None)
    return (
        Tally(1, "recommendation", "#s1"),
        Tally(len(cards), f"{'action' if len(cards) == 1 else 'actions'}{f', {done} done' if cards else ''}", "#s2"),
        Tally(len(p.ties), f"{'measure' if len(p.ties) == 1 else 'measures'}{_rising(p)}", "#s3"),
        Tally(len(duties), f"{'duty' if len(duties) == 1 else 'duties'} {'it counts' if len(p.ties) == 1 else 'they count'}", "#s4"),
        Tally(f"{people:,}", of.denominator if of else "children counted", "#s5"),
    )  # fmt: skip


def _rising(p: Progress) -> str:
    good = sum(t.moved.outcome in (Outcome.HELD, Outcome.MOVING) for t in p.ties)
    if not p.ties or not good:
        return ""
    both = {1: "", 2: "both "}.get(len(p.ties), "all ") if good == len(p.ties) else f"{good} "
    return f", {both}moving" if len(p.ties) > 1 or good else ""


def duty_lines(p: Progress) -> list[DutyLine]:
    """The duties its measures count, in the newest month."""
    shares = [tied for tied in p.ties if tied.measure and tied.now and tied.measure.kind == "share"]
    return [_duty(duty, tied) for tied in shares for duty in duties_of(tied)]


def duties_of(tied: Tied) -> list[Duty]:
    """The rules in force whose duties a measure counts."""
    return [d for d in RULES if d.up_to is None and set(d.codes) & set(tied.measure.duties)]


def in_time_and_late(tied: Tied) -> tuple[tuple[int, str], tuple[int, str]]:
    """How many are in time and how many late, each with which rows of the figure they are: a measure may count either."""
    counted, rest = (tied.now.numerator, "yes"), (tied.now.denominator - tied.now.numerator - tied.now.unknown, "no")
    return (rest, counted) if tied.measure.polarity == "lower" else (counted, rest)


def _duty(duty: Duty, tied: Tied) -> DutyLine:
    now, (in_time, late) = tied.now, in_time_and_late(tied)
    code = next(code for code in duty.codes if code in tied.measure.duties)
    span = duty.steps[0].within
    said = f"{'every ' if duty.every is not None else 'within '}{getattr(span, 'usual', span)}, {source(duty, code).lower() if duty.is_local else source(duty, code)}"
    return DutyLine(
        Link(duty.says, f"{address('counted')}#{rulebook.anchor(duty)}"), said,
        _number(now.denominator, children_of(tied)), _number(in_time[0], children_of(tied, in_time[1])),
        _number(late[0], children_of(tied, late[1])), _number(now.unknown, children_of(tied, "unsure")),
    )  # fmt: skip


def _number(number: int, href: str) -> Link | str:
    return Link(f"{number:,}", href) if number and href else f"{number:,}"


def beside(fact: int, today: date) -> list[Sentence]:
    """What stands beside the numbers: each audit, document and voice in a line that opens all of it."""
    return [_piece(piece, today) for piece in evidence.for_recommendation(fact)]


def _piece(piece: evidence.Piece, today: date) -> tuple[Part, ...]:
    row = piece.row
    number = evidence.in_words(row)
    agrees = evidence.AGREES[row.agrees] if row.agrees else ""
    said = "; ".join(filter(None, [wording.short_day(row.day, today), number, agrees[:1].lower() + agrees[1:]]))
    name = Link(row.title, address("evidence", row.recommendation_id, more=f"#evidence-{row.pk}"))
    quote = f" “{row.words.strip()}”" if row.words.strip() and len(row.words) < 300 else ""
    return (f"{evidence.KINDS[row.kind]}: ", name, f" ({said}).{quote}")
