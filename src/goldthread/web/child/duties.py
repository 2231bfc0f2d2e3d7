"""The table of duties on a child's page: what is open, and what was met, met late or missed."""

from collections import Counter
from dataclasses import dataclass

from goldthread.duties import State
from goldthread.web.child import reasons
from goldthread.web.child.above import action, booked
from goldthread.web.child.opening import Opened
from goldthread.web.child.owed import Owing, mark, rule, what, when_words
from goldthread.web.parts import Action, Why
from goldthread.web.said import Sentence

MET_SHOWN = 3
STATES = {  # as they stand in the address: which states, what they are called
    "open": (tuple(s for s in State if s.is_open), "open"),
    "ahead": ((State.NOT_YET,), "not yet begun"),
    "met": ((State.MET,), "met"),
    "late": ((State.MET_LATE,), "met late"),
    "missed": ((State.MISSED,), "missed"),
    "ended": ((State.ENDED,), "no longer owed"),
}


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One row: the mark and its words, what is owed, why, by whom, and which rule says so."""

    state: str
    when: str
    what: str
    because: Sentence
    owner: str
    rule: Sentence
    why: Why
    action: Action | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many duties are in a state, opening them."""

    words: str
    href: str
    current: bool


def shown(opened: Opened, owed: list[Owing], which: str = "") -> list[DutyLine]:
    """The rows of one state; without one, everything open or not yet begun, and the last few that were met."""
    if which in STATES:
        return [_line(o, opened) for o in owed if o.state in STATES[which][0]]
    open_ones = [o for o in owed if o.state.is_open or o.state is State.NOT_YET]
    done = [o for o in owed if o.state in (State.MET, State.MET_LATE, State.MISSED)][:MET_SHOWN]
    return [_line(o, opened) for o in (*open_ones, *done)]


def _line(owing: Owing, opened: Opened) -> DutyLine:
    because = (reasons.because(owing, opened), *(booked(owing, opened) if owing.state.is_open else ()))
    state = mark(owing, opened.day)
    return DutyLine(
        "owed" if opened.past and state == "soon" else state, when_words(owing, opened.when, opened.past), what(owing, opened.first), because,
        owing.owner, rule(owing), reasons.why(owing, opened), action(owing, opened) if owing.state.is_open else None,
    )  # fmt: skip


def counts(opened: Opened, owed: list[Owing], which: str = "") -> list[Count]:
    """'6 open', '41 met', each opening its rows; a nought is not shown."""
    number = Counter(o.state for o in owed)
    found = ((key, sum(number[s] for s in states), called) for key, (states, called) in STATES.items())
    return [Count(f"{n} {called}", opened.address("duties", state=key), key == which) for key, n, called in found if n]
