"""A measure over time, as values: what is drawn, and the same figures as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from goldthread.web import wording

Value = int | float | Decimal
NOT_KNOWN = wording.NOT_KNOWN


class Point(NamedTuple):
    """The figure on one day, None where it is not known. `of` says what it rests on ("188 of 219"); `href` opens it."""

    day: date
    value: Value | None
    of: str = ""
    href: str = ""


class Row(NamedTuple):
    """One figure as a table row."""

    month: str
    figure: str
    of: str
    href: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure with its title, and `note` under it: what it rests on, how often.

    `points` are (day, value) in the order of their days, or Points. `upright` marks a day: (day, words). `unit` is "%" or
    a word such as "days"; "" for a plain number. `higher` says whether more is better; None where neither is.
    """

    title: str
    note: str = ""
    points: tuple[Point | tuple[date, Value | None], ...] = ()
    target: Value | None = None
    upright: tuple[date, str] | None = None
    unit: str = "%"
    higher: bool | None = True

    def dots(self) -> tuple[Point, ...]:
        """Every point with its fields named."""
        return tuple(Point(*point) for point in self.points)

    def known(self) -> tuple[Point, ...]:
        return tuple(dot for dot in self.dots() if dot.value is not None)

    def says(self) -> str:
        """The picture as a sentence, for somebody who does not see it."""
        return f"{self.title}. {_course(self.known(), self.unit)}{self._aim()} Every figure is in the table below."

    def _aim(self) -> str:
        if self.target is None:
            return ""
        better = {True: ", higher is better", False: ", lower is better", None: ""}[self.higher]
        return f" Target {figure(self.target, self.unit)}{better}."


def _course(known: tuple[Point, ...], unit: str) -> str:
    if not known:
        return "No figure is known."
    first, last = known[0], known[-1]
    if first is last:
        return f"{figure(last.value, unit)} in {last.day:%B %Y}."
    return f"From {figure(first.value, unit)} in {first.day:%B %Y} to {figure(last.value, unit)} in {last.day:%B %Y}."


@dataclass(frozen=True, slots=True)
class Spark:
    """The same as a small line in a table row: decoration, the words beside it carry the figures."""

    points: tuple[Point | tuple[date, Value | None], ...] = ()
    target: Value | None = None
    upright: date | None = None

    def dots(self) -> tuple[Point, ...]:
        return tuple(Point(*point) for point in self.points)


def figure(value: Value | None, unit: str = "%") -> str:
    """'86%', '12.5 days', '1,204'; 'not known'. Shares are said in whole numbers, as they are read aloud."""
    if value is None:
        return NOT_KNOWN
    if unit == "%":
        return f"{round(value)}%"
    number = f"{value:,.1f}".removesuffix(".0")
    return f"{number} {unit}" if unit else number


def rows(trend: Trend) -> list[Row]:
    """Every figure with its month; the year where the reader could not tell it."""
    said = []
    year = None
    for dot in trend.dots():
        said.append(Row(_month(dot.day, dot.day.year != year), figure(dot.value, trend.unit), dot.of, dot.href))
        year = dot.day.year
    return said


def _month(day: date, with_year: bool) -> str:
    return f"{day:%B %Y}" if with_year else f"{day:%B}"


def runs(dots: Iterable[Point]) -> list[list[Point]]:
    """Stretches of points without a gap: a line joins only what was known one after the other."""
    found: list[list[Point]] = [[]]
    for dot in dots:
        if dot.value is None:
            found.append([])
        else:
            found[-1].append(dot)
    return [run for run in found if run]
