"""What a tied measure should do, its figures, and the few sums that every verdict rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

LEAST_SHARE_OF_WAY = 10  # a tenth of the way from then to the target
CHILDREN = 2  # what two children make of themselves is no movement


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


def nobody(p: Point) -> bool:
    """Whether there was nobody to count."""
    return p.value is None and not p.of


def met(aim: Aim, p: Point) -> bool:
    """Whether a figure meets the target; what is not written down never helps it."""
    if p.value is None:
        return False
    low, high = bounds(aim, p)
    return low >= aim.target if aim.higher else high <= aim.target


def bounds(aim: Aim, p: Point) -> tuple[float, float]:
    """The least and the most that a share can be, whatever the unwritten ones turn out to be."""
    value = p.value or 0.0
    if not aim.share or not p.of:
        return value, value
    return (value, value + 100 * p.unknown / p.of) if aim.higher else (value - 100 * p.unknown / p.of, value)


def least_gain(aim: Aim, then: Point, now: Point) -> float:
    """The least change that counts: a tenth of the way to the target, and for a share more than two children make."""
    way = abs(aim.target - (then.value or 0.0)) / LEAST_SHARE_OF_WAY
    fewest = min((p.of for p in (then, now) if p.of), default=0)
    children = 100 * CHILDREN / fewest if aim.share and fewest else 0.0
    return max(way, children)


def gain(aim: Aim, then: Point, now: Point) -> float:
    change = (now.value or 0.0) - (then.value or 0.0)
    return change if aim.higher else -change


def seen_gain(aim: Aim, then: Point, now: Point) -> float:
    """The gain between the two figures as they are shown, so that a reader can do the sum."""
    if not aim.share:
        return gain(aim, then, now)
    return gain(aim, then._replace(value=round(then.value or 0.0)), now._replace(value=round(now.value or 0.0)))


def number(aim: Aim, value: float | None) -> str:
    """'71%' or '12.5'."""
    if value is None:
        return "not known"
    return f"{round(value)}%" if aim.share else f"{value:,.1f}".removesuffix(".0")


def points_of(aim: Aim, change: float) -> str:
    said = (
        f"{change:.1f}".removesuffix(".0")
        if change < 10 and not aim.share
        else f"{max(round(change), 1) if aim.share else round(change)}"
    )
    return f"{said} {'point' if said == '1' else 'points'}" if aim.share else said


def up(aim: Aim) -> str:
    return "up" if aim.higher else "down"


def down(aim: Aim) -> str:
    return "down" if aim.higher else "up"
