"""Draws a measure over time, once for wide screens and again, not shrunk, for a phone; and the small line of a table row."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldthread.web.pictures.svg import circle, element, line, number, path, text, text_width, titled
from goldthread.web.pictures.trend import Point, Spark, Trend, figure, runs

MANY = 30  # more points than this stand too close for a ring on each
YEARS = 800  # days: a longer stretch is labelled by years
LABEL = 17.0  # the height that one line of words needs


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one drawing, in its own units."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    ticks: int
    month_gap: float


WIDE = Layout(520, 250, 44, 464, 34, 220, 6, 8)
NARROW = Layout(280, 220, 44, 224, 34, 190, 4, 8)
SPARK = Layout(150, 40, 4, 140, 4, 36, 0, 0)


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a day and a value stand: days between `first` and `last`, values between `low` and `high`."""

    layout: Layout
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.layout.left + (self.layout.right - self.layout.left) * share

    def y(self, value: float) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return self.layout.bottom - (self.layout.bottom - self.layout.top) * share

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def line(self, dots: list[Point]) -> str:
        return "M" + "L".join(f"{number(self.x(dot.day))} {number(self.y(dot.value))}" for dot in dots)


def trendline(trend: Trend, layout: Layout) -> str:
    """The picture, which says itself in words to who does not see it. Without a known figure it is an empty string."""
    known = trend.known()
    if not known:
        return ""
    step, low, high = _steps([float(dot.value) for dot in known] + _aims(trend), layout.ticks, trend.unit)
    days = [dot.day for dot in trend.dots()]
    plane = Plane(layout, days[0], days[-1], low, high)
    parts = [*_ground(plane, step, trend.unit), *_months(plane, days), *_upright(plane, trend)]
    parts += [*_target(plane, trend), *_thread(plane, trend), _last(plane, trend, known[-1])]
    return element(
        "svg", *parts, cls="gt-pic", viewBox=f"0 0 {layout.width} {layout.height}", role="img", aria_label=trend.says()
    )


def _aims(trend: Trend) -> list[float]:
    return [] if trend.target is None else [float(trend.target)]


def _steps(values: list[float], ticks: int, unit: str) -> tuple[float, float, float]:
    """(step, lowest, highest) of an axis that holds the values and is cut at round numbers."""
    top = 100.0 if unit == "%" else math.inf
    room = max((max(values) - min(values)) * 0.1, 1.0)
    low, high = max(min(values) - room, 0.0), max(min(max(values) + room, top), max(values))
    for step in _round_numbers():
        first, last = math.floor(low / step) * step, math.ceil(high / step) * step
        if round((last - first) / step) < ticks:
            return step, first, max(last, first + step)
    raise AssertionError("round numbers have no end")


def _round_numbers() -> Iterator[float]:
    power = 1
    while True:
        yield from (power * factor for factor in (1, 2, 5))
        power *= 10


def _ground(plane: Plane, step: float, unit: str) -> Iterator[str]:
    layout, value = plane.layout, plane.low
    while value <= plane.high + step / 2:
        y = plane.y(value)
        edge = value == plane.low or value > plane.high - step / 2
        yield line(layout.left, y, layout.right, y, "hair")
        yield text(figure(value, unit if unit == "%" and edge else ""), layout.left - 9, y + 5, "t2 s", "end")
        value += step


def _months(plane: Plane, days: list[date]) -> Iterator[str]:
    """The names of months, or of years, counted back from the last so that the newest is always named."""
    by_years = (days[-1] - days[0]).days > YEARS
    named = [day for day in days if day.month == days[-1].month] if by_years else days
    free = math.inf
    for day in reversed(named):
        words = f"{day:%b %Y}" if by_years else f"{day:%b}"
        half, x = text_width(words) / 2, plane.x(day)
        if x + half + plane.layout.month_gap <= free:
            free = x - half
            yield text(words, min(x, plane.layout.width - half), plane.layout.bottom + 22, "t2 s", "middle")


def _upright(plane: Plane, trend: Trend) -> Iterator[str]:
    if trend.upright is None or not plane.holds(trend.upright[0]):
        return
    layout, (day, words) = plane.layout, trend.upright
    x, top = plane.x(day), layout.top - 12
    yield line(x, top, x, layout.bottom, "ink")
    if x + 6 + text_width(words) <= layout.width:
        yield text(words, x + 6, top + 5, "s")
    else:
        yield text(words, x - 6, top + 5, "s", "end")


def _target(plane: Plane, trend: Trend) -> Iterator[str]:
    if trend.target is None:
        return
    y, layout = plane.y(trend.target), plane.layout
    yield path(f"M{number(layout.left)} {number(y)}H{number(layout.right)}", "ink dashes")
    yield text("target", layout.right + 9, y + 4, "s")
    yield text(figure(trend.target, _short(trend)), layout.right + 9, y + 19, "s b")


def _short(trend: Trend) -> str:
    """The unit beside a figure in the margin, where there is room for one sign only."""
    return trend.unit if trend.unit == "%" else ""


def _thread(plane: Plane, trend: Trend) -> Iterator[str]:
    dots = trend.dots()
    for run in runs(dots):
        yield path(plane.line(run), "thread")
    if len(dots) <= MANY:
        for dot in trend.known():
            says = f"{dot.day:%b %Y}: {figure(dot.value, trend.unit)}{f' ({dot.of})' if dot.of else ''}"
            yield titled(says, circle(plane.x(dot.day), plane.y(dot.value), 3.6, "mo"))


def _last(plane: Plane, trend: Trend, last: Point) -> str:
    x, y = plane.x(last.day), plane.y(last.value)
    words = figure(last.value, _short(trend))
    return circle(x, y, 5, "m") + text(words, x + 9, _beside(y, _taken(plane, trend), plane.layout.height), "b halo")


def _taken(plane: Plane, trend: Trend) -> tuple[float, float] | None:
    """The stretch of the right margin, from top to bottom, in which the target's words stand."""
    if trend.target is None:
        return None
    y = plane.y(trend.target)
    return y - 8, y + 23


def _beside(y: float, taken: tuple[float, float] | None, floor: float) -> float:
    """The baseline of the last figure: beside its dot, or moved above or below the target's words."""
    if taken is None or y + 5 < taken[0] or y + 5 - LABEL > taken[1] - 4:
        return y + 5
    below = taken[1] + LABEL - 3
    return below if y > taken[0] + 8 and below < floor else taken[0] - 5


def spark(small: Spark) -> str:
    """The small line. Without a known figure it is an empty string."""
    dots = small.dots()
    known = [dot for dot in dots if dot.value is not None]
    if not known:
        return ""
    values = [float(dot.value) for dot in known] + ([] if small.target is None else [float(small.target)])
    room = max((max(values) - min(values)) * 0.15, 1.0)
    plane = Plane(SPARK, dots[0].day, dots[-1].day, min(values) - room, max(values) + room)
    parts = [path(f"M0 {number(plane.y(small.target))}H{SPARK.width}", "ink dots")] if small.target is not None else []
    if small.upright and plane.holds(small.upright):
        parts.append(line(plane.x(small.upright), 2, plane.x(small.upright), 38, "axis"))
    parts += [path(plane.line(run), "thread") for run in runs(dots)]
    parts.append(circle(plane.x(known[-1].day), plane.y(known[-1].value), 4, "m"))
    return element("svg", *parts, cls="gt-pic gt-spark", viewBox="0 0 150 40", aria_hidden="true", focusable="false")
