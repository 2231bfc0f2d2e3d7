"""Whether a measure has moved since an inspection, and held: worked out from its figures alone.

**Held** is the only green, and asks for three things: the measure was short of its target on the inspection's last day;
every figure of two whole quarters after the inspection met the target; and so has every figure since. **Moving** and
**worse** ask that each of the last three month ends lies a tenth of the way to the target from where it was, and farther
than two children make of themselves. Something unknown is never taken for done: where what is not written down could
change the answer, we cannot tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from goldthread.clock.ages import add_months

QUARTERS = 2
LEAST_SHARE_OF_WAY = 10  # a tenth of the way from then to the target
CHILDREN = 2  # what two children make of themselves is no movement
IN_A_ROW = 3
SMALL = 10
FIGURES_FOR_A_PACE = 6
FARTHEST = 36  # months ahead for which a pace is said
MONTH = 30.44
ONE_DAY = timedelta(days=1)


class Outcome(StrEnum):
    """What became of a measure, or of a recommendation; the value is how it is written down."""

    HELD = "held"
    MOVING = "moving"
    NOT_MOVED = "not moved"
    WORSE = "worse"
    CANNOT_TELL = "cannot tell"


class Point(NamedTuple):
    """A measure on one day. `value` is None where nothing is known; for a share, `unknown` of `of` rows do not say.

    Without a value and `of` nobody, there was nobody to count: such a month says nothing either way.
    """

    day: date
    value: float | None
    of: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """What a measure should do: reach `target` after the inspection that ended on `since`. `share`: it is in per cent."""

    since: date
    target: float
    higher: bool = True
    share: bool = True
    trajectory: tuple[tuple[date, float], ...] = ()


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


def nobody(p: Point) -> bool:
    """Whether there was nobody to count."""
    return p.value is None and not p.of


def _known(aim: Aim, then: Point, now: Point, after: Sequence[Point], months: Sequence[Point]) -> Moved:
    notes = (*_notes(aim, then, now), *_planned(aim, then, now))
    if held := _held(aim, then, now, months, notes):
        return held
    least = least_gain(aim, then, now)
    gains = [_gain(aim, then, p) for p in after[-IN_A_ROW:]]
    if all(gain < -least for gain in gains):
        by = f"{_down(aim)} {_points(aim, -_seen_gain(aim, then, now))}"
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
        words = f"written down only since {first:%B}" if first.year == now.day.year else f"written down only since {first:%B %Y}"
        return words, (
            f"On the inspection day nobody could know it: it is {words}. Without a figure from then nothing shows whether it moved."
        )
    if met(aim, then):
        return "at its target already then", (
            "It met the target on the inspection day already, so it cannot show what has changed since. "
            "Ask for more of it, or choose another measure."
        )
    if len(after) < IN_A_ROW:
        return "too early to say", f"There {_are(len(after))} after the inspection. Three month ends are the least that can show anything."
    return _unwritten(aim, then, now)


def _are(figures: int) -> str:
    return "is one figure" if figures == 1 else f"are {figures} figures"


def _unwritten(aim: Aim, then: Point, now: Point) -> tuple[str, str] | None:
    """Where more writing down could be all that changed."""
    if not aim.share or not (then.unknown or now.unknown):
        return None
    gained, least = _gain(aim, then, now), least_gain(aim, then, now)
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


def bounds(aim: Aim, p: Point) -> tuple[float, float]:
    """The least and the most that a share can be, whatever the unwritten ones turn out to be."""
    value = p.value or 0.0
    if not aim.share or not p.of:
        return value, value
    return (value, value + 100 * p.unknown / p.of) if aim.higher else (value - 100 * p.unknown / p.of, value)


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


def whole_quarters(since: date, after: Sequence[Point]) -> list[list[Point]]:
    """The quarters that began after a day and of which every month end is known, one after the other up to the last.

    A month in which there was nobody to count is known to be so; a quarter of nothing else shows nothing.
    """
    found: dict[tuple[int, int], list[Point]] = {}
    for p in after:
        start = quarter_start(p.day)
        if start > since:
            found.setdefault((start.year, start.month), []).append(p)
    whole = [points for points in found.values() if len(points) == 3 and _shows(points)]
    return _unbroken(whole)


def _shows(points: Sequence[Point]) -> bool:
    return all(p.value is not None or nobody(p) for p in points) and not all(map(nobody, points))


def _unbroken(whole: list[list[Point]]) -> list[list[Point]]:
    """The last of these that follow one another without a quarter missing."""
    kept: list[list[Point]] = []
    for quarter in reversed(whole):
        if kept and add_months(quarter_start(quarter[0].day), 3) != quarter_start(kept[0][0].day):
            break
        kept.insert(0, quarter)
    return kept


def _since_last(quarters: Sequence[Sequence[Point]], after: Sequence[Point]) -> list[Point]:
    return [p for p in after if not quarters or p.day > quarters[-1][-1].day]


def quarter_start(day: date) -> date:
    """The first day of the quarter of a year in which a day lies."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def soonest_held(aim: Aim, after: Sequence[Point]) -> date:
    """The earliest month end on which it could be held, if every figure from now on meets the target."""
    since = aim.since
    for p in after:
        if p.value is None or not met(aim, p):
            since = p.day
    first = quarter_start(since)
    if first <= since:
        first = add_months(first, 3)
    return add_months(first, 3 * QUARTERS) - ONE_DAY


# What is moving, and what is not


def _moving(aim: Aim, then: Point, now: Point, after: Sequence[Point], notes: tuple[str, ...]) -> Moved:
    by = f"{_up(aim)} {_points(aim, _seen_gain(aim, then, now))}"
    soonest = soonest_held(aim, after)
    at_target = met(aim, now)
    month = None if at_target else pace(aim, then, after)
    short = f"{by}; at its target" if at_target else f"at this pace, {month:%B %Y}" if month else f"{by}; below target" if aim.higher else f"{by}; above target"
    why = f"It moved from {number(aim, then.value)} to {number(aim, now.value)}, {by}."
    if at_target:
        why += f" It meets its target of {number(aim, aim.target)}. Held needs two whole quarters: {soonest:%B %Y} at the earliest."
    else:
        why += f" Its target is {number(aim, aim.target)}."
        why += f" At the pace since the inspection it would be there in {month:%B %Y}." if month else ""
        why += f" If it met the target from now on, it could be held in {soonest:%B %Y} at the earliest."
    return Moved(Outcome.MOVING, short, why, then, now, soonest=soonest, pace=month, notes=notes)


def _still(aim: Aim, then: Point, now: Point, least: float, notes: tuple[str, ...]) -> Moved:
    gained = _seen_gain(aim, then, now)
    change = f"{_up(aim) if gained > 0 else _down(aim)} {_points(aim, abs(gained))}" if round(abs(gained), 1) else "the same"
    why = (
        f"It was {number(aim, then.value)} and is {number(aim, now.value)}. To count as moved, each of the last three month ends would have to "
        f"lie more than {_points(aim, least)} from then: a tenth of the way to its target of {number(aim, aim.target)}, and more than two children make."
    )
    return Moved(Outcome.NOT_MOVED, change, why, then, now, notes=notes)


def least_gain(aim: Aim, then: Point, now: Point) -> float:
    """The least change that counts: a tenth of the way to the target, and for a share more than two children make."""
    way = abs(aim.target - (then.value or 0.0)) / LEAST_SHARE_OF_WAY
    fewest = min((p.of for p in (then, now) if p.of), default=0)
    children = 100 * CHILDREN / fewest if aim.share and fewest else 0.0
    return max(way, children)


def met(aim: Aim, p: Point) -> bool:
    """Whether a figure meets the target; what is not written down never helps it."""
    if p.value is None:
        return False
    low, high = bounds(aim, p)
    return low >= aim.target if aim.higher else high <= aim.target


def pace(aim: Aim, then: Point, after: Sequence[Point]) -> date | None:
    """The month in which the target is reached at the pace since the inspection, where it is honest to say one.

    Honest: at least six figures, going the right way in both halves of them, and no farther off than three years.
    """
    known = [(p.day, p.value) for p in (then, *after) if p.value is not None]
    if len(known) <= FIGURES_FOR_A_PACE:
        return None
    way = 1.0 if aim.higher else -1.0
    half = len(known) // 2
    slopes = [way * _slope(part) for part in (known, known[:half], known[half:])]
    left = way * (aim.target - known[-1][1])
    if min(slopes) <= 0 or left <= 0:
        return None
    months = left / (slopes[0] * MONTH)
    return add_months(known[-1][0].replace(day=1), round(months + 0.5)) if months <= FARTHEST else None


def _slope(known: Sequence[tuple[date, float]]) -> float:
    """How much is gained a day, by least squares."""
    days = [(day - known[0][0]).days for day, _ in known]
    values = [value for _, value in known]
    middle, mean = sum(days) / len(days), sum(values) / len(values)
    spread = sum((d - middle) ** 2 for d in days)
    return sum((d - middle) * (v - mean) for d, v in zip(days, values, strict=True)) / spread if spread else 0.0


# What to bear in mind


def _notes(aim: Aim, then: Point | None, now: Point | None) -> tuple[str, ...]:
    said = []
    for when, p in (("then", then), ("now", now)):
        if p and p.value is not None and aim.share and 0 < p.of < SMALL:
            said.append(f"Small numbers: {p.of} {when}, so one more or fewer is {round(100 / p.of)} points.")
        if p and p.of and 0 < p.unknown < p.of:
            said.append(f"Of the {p.of} {when}, {p.unknown} {'does' if p.unknown == 1 else 'do'} not say; they are not counted as done.")
    return tuple(said)


def _planned(aim: Aim, then: Point, now: Point) -> tuple[str, ...]:
    """Where the plan said it should be by now."""
    expected = on_the_way(aim, then, now.day)
    if expected is None or now.value is None:
        return ()
    behind = expected - now.value if aim.higher else now.value - expected
    where = "as planned" if behind <= 0 else f"{_points(aim, behind)} behind"
    return (f"The plan wanted {number(aim, expected)} by now: {where}.",)


def on_the_way(aim: Aim, then: Point, day: date) -> float | None:
    """What the trajectory asks for on a day, in a straight line between the days it names; None without a trajectory."""
    path = [(then.day, then.value or 0.0), *aim.trajectory]
    if not aim.trajectory or day < path[0][0]:
        return None
    for (start, low), (end, high) in zip(path, path[1:], strict=False):
        if start <= day <= end:
            return low + (high - low) * (day - start).days / max((end - start).days, 1)
    return path[-1][1]


# Words


def number(aim: Aim, value: float | None) -> str:
    """'71%' or '12.5'."""
    if value is None:
        return "not known"
    return f"{round(value)}%" if aim.share else f"{value:,.1f}".removesuffix(".0")


def count(many: int, one: str) -> str:
    words = {1: "one", 2: "two", 3: "three", 4: "four"}.get(many, str(many))
    return f"{words} {one}{'' if many == 1 else 's'}"


def _gain(aim: Aim, then: Point, now: Point) -> float:
    change = (now.value or 0.0) - (then.value or 0.0)
    return change if aim.higher else -change


def _seen_gain(aim: Aim, then: Point, now: Point) -> float:
    """The gain between the two figures as they are shown, so that a reader can do the sum."""
    if not aim.share:
        return _gain(aim, then, now)
    return _gain(aim, then._replace(value=round(then.value or 0.0)), now._replace(value=round(now.value or 0.0)))


def _points(aim: Aim, change: float) -> str:
    said = f"{change:.1f}".removesuffix(".0") if change < 10 and not aim.share else f"{max(round(change), 1) if aim.share else round(change)}"
    return f"{said} {'point' if said == '1' else 'points'}" if aim.share else said


def _up(aim: Aim) -> str:
    return "up" if aim.higher else "down"


def _down(aim: Aim) -> str:
    return "down" if aim.higher else "up"
