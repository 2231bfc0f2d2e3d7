"""The pace of a measure, where it is honest to say one; and where a plan wanted it to be by a day."""

from collections.abc import Sequence
from datetime import date

from goldthread.clock.ages import add_months
from goldthread.inspection.aims import Aim, Point

FIGURES_FOR_A_PACE = 6
FARTHEST = 36  # months ahead for which a pace is said
MONTH = 30.44


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


def on_the_way(aim: Aim, then: Point, day: date) -> float | None:
    """What the trajectory asks for on a day, in a straight line between the days it names; None without a trajectory."""
    path = [(then.day, then.value or 0.0), *aim.trajectory]
    if not aim.trajectory or day < path[0][0]:
        return None
    for (start, low), (end, high) in zip(path, path[1:], strict=False):
        if start <= day <= end:
            return low + (high - low) * (day - start).days / max((end - start).days, 1)
    return path[-1][1]
