"""Whether a measure has moved since an inspection, and held: worked out from its figures alone.

**Held** is the only green, and asks for three things: the measure was short of its target on the inspection's last day;
every figure of two whole quarters after the inspection met the target; and so has every figure since. **Moving** and
**worse** ask that each of the last three month ends lies a tenth of the way to the target from where it was, and farther
than two children make of themselves. Something unknown is never taken for done: where what is not written down could
change the answer, we cannot tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.inspection.aims import (
    Aim,
    Outcome,
    Point,
    bounds,
    down,
    gain,
    least_gain,
    met,
    nobody,
    number,
    points_of,
    seen_gain,
    up,
)
from goldthread.inspection.pace import on_the_way, pace
from goldthread.inspection.quarters import QUARTERS, soonest_held, whole_quarters

IN_A_ROW = 3
SMALL = 10


@dataclass(frozen=True, slots=True)
class Moved:
    """The verdict with its figures. `short` fits beside a mark; `why` is the whole reason; `notes` what to bear in mind."""

    outcome: Outcome
    short: str
    why: str
    then: Point | None
    now: Point | None
    held_since: date | None = None
    soonest: date | None = None
    pace: date | None = None
    notes: tuple[str, ...] = ()


def moved(aim: Aim, then: Point | None, points: Sequence[Point]) -> Moved:
    """The verdict on one measure: `then` is its figure on the inspection's last day, `points` the month ends since."""
    counted = [p for p in points if p.day > aim.since and not nobody(p)]
    after, now = [p for p in counted if p.value is not None], counted[-1] if counted else None
    if doubt := _doubt(aim, then, now, after):
        return Moved(Outcome.CANNOT_TELL, *doubt, then, now, notes=_notes(aim, then, now))
    assert then is not None and now is not None
    return _known(aim, then, now, after, [p for p in points if p.day > aim.since])


def _known(aim: Aim, then: Point, now: Point, after: Sequence[Point], months: Sequence[Point]) -> Moved:
    notes = (*_notes(aim, then, now), *_planned(aim, then, now))
    if held := _held(aim, then, now, months, notes):
        return held
    least = least_gain(aim, then, now)
    gains = [gain(aim, then, p) for p in after[-IN_A_ROW:]]
    if all(gain < -least for gain in gains):
        by = f"{down(aim)} {points_of(aim, -seen_gain(aim, then, now))}"
        why = f"It is worse: from {number(aim, then.value)} to {number(aim, now.value)}, {by} since the inspection."
        return Moved(Outcome.WORSE, by, why, then, now, notes=notes)
    if all(gain > least for gain in gains):
        return _moving(aim, then, now, after, notes)
    return _still(aim, then, now, least, notes)


# What cannot be told


def _doubt(aim: Aim, then: Point | None, now: Point | None, after: Sequence[Point]) -> tuple[str, str] | None:
    if now is None:
        return "nobody to count", "There has been nobody to count since the inspection, so nothing can be said of it."
    if now.value is None:
        return "not known now", "What it counts is not written down now, so nothing can be said of it."
    if then is None or then.value is None or (aim.share and then.of and then.unknown >= then.of):
        first = next((p.day for p in after if p.value is not None and (not p.of or p.unknown < p.of)), now.day)
        words = (
            f"written down only since {first:%B}"
            if first.year == now.day.year
            else f"written down only since {first:%B %Y}"
        )
        return words, (
            f"On the inspection day nobody could know it: it is {words}. Without a figure from then nothing shows whether it moved."
        )
    if met(aim, then):
        return "at its target already then", (
            "It met the target on the inspection day already, so it cannot show what has changed since. "
            "Ask for more of it, or choose another measure."
        )
    if len(after) < IN_A_ROW:
        return (
            "too early to say",
            f"There {_are(len(after))} after the inspection. Three month ends are the least that can show anything.",
        )
    return _unwritten(aim, then, now)


def _are(figures: int) -> str:
    return "is one figure" if figures == 1 else f"are {figures} figures"


def _unwritten(aim: Aim, then: Point, now: Point) -> tuple[str, str] | None:
    """Where more writing down could be all that changed."""
    if not aim.share or not (then.unknown or now.unknown):
        return None
    gained, least = gain(aim, then, now), least_gain(aim, then, now)
    low, high = bounds(aim, then)
    now_low, now_high = bounds(aim, now)
    certain = (now_low - high) if aim.higher else (low - now_high)
    lost = (low - now_high) if aim.higher else (now_low - high)
    if gained > least and certain <= 0:
        return "may be better writing only", _more_writing(then, now)
    if gained < -least and lost <= 0:
        return "may be missing writing only", _more_writing(then, now)
    return None


def _more_writing(then: Point, now: Point) -> str:
    return (
        f"{then.unknown} of {then.of} were not written down then, and {now.unknown} of {now.of} are not now. "
        "That alone could make the difference, so we cannot tell whether anything moved for children."
    )


# What is held


def _held(aim: Aim, then: Point, now: Point, after: Sequence[Point], notes: tuple[str, ...]) -> Moved | None:
    """Held: two whole quarters after the inspection, and every figure since, met the target."""
    quarters = whole_quarters(aim.since, after)
    run = 0
    for quarter in reversed(quarters):
        if not all(met(aim, p) or nobody(p) for p in quarter):
            break
        run += 1
    if run < QUARTERS or not all(met(aim, p) or nobody(p) for p in _since_last(quarters, after)):
        return None
    first, last = quarters[-run][0].day, quarters[-1][-1].day
    when = f"{first.replace(day=1):%B} to {last:%B}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"
    why = (
        f"It moved from {number(aim, then.value)} to {number(aim, now.value)}, and has met its target of {number(aim, aim.target)} "
        f"at every month end of {count(run, 'whole quarter')}, {when}."
    )
    return Moved(Outcome.HELD, when, why, then, now, held_since=first.replace(day=1), notes=notes)


def _since_last(quarters: Sequence[Sequence[Point]], after: Sequence[Point]) -> list[Point]:
    return [p for p in after if not quarters or p.day > quarters[-1][-1].day]


# What is moving, and what is not


def _moving(aim: Aim, then: Point, now: Point, after: Sequence[Point], notes: tuple[str, ...]) -> Moved:
    by = f"{up(aim)} {points_of(aim, seen_gain(aim, then, now))}"
    soonest = soonest_held(aim, after)
    at_target = met(aim, now)
    month = None if at_target else pace(aim, then, after)
    short = (
        f"{by}; at its target"
        if at_target
        else f"at this pace, {month:%B %Y}"
        if month
        else f"{by}; below target"
        if aim.higher
        else f"{by}; above target"
    )
    why = f"It moved from {number(aim, then.value)} to {number(aim, now.value)}, {by}."
    if at_target:
        why += f" It meets its target of {number(aim, aim.target)}. Held needs two whole quarters: {soonest:%B %Y} at the earliest."
    else:
        why += f" Its target is {number(aim, aim.target)}."
        why += f" At the pace since the inspection it would be there in {month:%B %Y}." if month else ""
        why += f" If it met the target from now on, it could be held in {soonest:%B %Y} at the earliest."
    return Moved(Outcome.MOVING, short, why, then, now, soonest=soonest, pace=month, notes=notes)


def _still(aim: Aim, then: Point, now: Point, least: float, notes: tuple[str, ...]) -> Moved:
    gained = seen_gain(aim, then, now)
    change = (
        f"{up(aim) if gained > 0 else down(aim)} {points_of(aim, abs(gained))}" if round(abs(gained), 1) else "the same"
    )
    why = (
        f"It was {number(aim, then.value)} and is {number(aim, now.value)}. To count as moved, each of the last three month ends would have to "
        f"lie more than {points_of(aim, least)} from then: a tenth of the way to its target of {number(aim, aim.target)}, and more than two children make."
    )
    return Moved(Outcome.NOT_MOVED, change, why, then, now, notes=notes)


# What to bear in mind


def _notes(aim: Aim, then: Point | None, now: Point | None) -> tuple[str, ...]:
    said = []
    for when, p in (("then", then), ("now", now)):
        if p and p.value is not None and aim.share and 0 < p.of < SMALL:
            said.append(f"Small numbers: {p.of} {when}, so one more or fewer is {round(100 / p.of)} points.")
        if p and p.of and 0 < p.unknown < p.of:
            said.append(
                f"Of the {p.of} {when}, {p.unknown} {'does' if p.unknown == 1 else 'do'} not say; they are not counted as done."
            )
    return tuple(said)


def _planned(aim: Aim, then: Point, now: Point) -> tuple[str, ...]:
    """Where the plan said it should be by now."""
    expected = on_the_way(aim, then, now.day)
    if expected is None or now.value is None:
        return ()
    behind = expected - now.value if aim.higher else now.value - expected
    where = "as planned" if behind <= 0 else f"{points_of(aim, behind)} behind"
    return (f"The plan wanted {number(aim, expected)} by now: {where}.",)


# Words


def count(many: int, one: str) -> str:
    words = {1: "one", 2: "two", 3: "three", 4: "four"}.get(many, str(many))
    return f"{words} {one}{'' if many == 1 else 's'}"
