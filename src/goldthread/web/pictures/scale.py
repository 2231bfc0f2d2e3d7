"""Where a day stands on a life line: early years drawn small, recent ones large, with a fold between that can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=70)
FOLD = 14.0
SMALL_SHARE = 0.3
LEAST_YEAR = 4.0
YEAR = 365.25
WINTER = 3  # in January to March "this year" alone would be too short a stretch to read


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from `left` to `right`. `fold` is the day the large part begins, or None where all is on one measure."""

    begins: date
    ends: date
    left: float
    right: float
    fold: date | None = None

    @property
    def fold_left(self) -> float:
        """Where the small part stops."""
        if self.fold is None:
            return self.left
        years = (self.fold - self.begins).days / YEAR
        return self.left + min((self.right - self.left) * SMALL_SHARE, max(years * 43.6, LEAST_YEAR))

    @property
    def fold_right(self) -> float:
        """Where the large part starts."""
        return self.fold_left + FOLD if self.fold else self.left

    def x(self, day: date) -> float:
        """The place of a day, kept within the line."""
        if self.fold and day < self.fold:
            return self._between(day, self.begins, self.fold, self.left, self.fold_left)
        return self._between(day, self.fold or self.begins, self.ends, self.fold_right, self.right)

    def is_small(self, day: date) -> bool:
        return self.fold is not None and day < self.fold

    @staticmethod
    def _between(day: date, first: date, last: date, left: float, right: float) -> float:
        share = (day - first).days / max((last - first).days, 1)
        return left + (right - left) * min(max(share, 0), 1)

    def years(self) -> Iterator[tuple[float, int]]:
        """Each 1 January on the line with its year."""
        for year in range(self.begins.year + 1, self.ends.year + 1):
            yield self.x(date(year, 1, 1)), year

    def months(self) -> Iterator[tuple[float, date]]:
        """The first of each month of the large part."""
        day = (self.fold or self.begins).replace(day=1)
        while day <= self.ends:
            if day >= (self.fold or self.begins):
                yield self.x(day), day
            day = (day + timedelta(days=32)).replace(day=1)


def scale(begins: date, today: date, days: list[date], left: float, right: float, years_large: int) -> Scale:
    """A scale for a life. It folds only where there is something on both sides: earlier years, and the last `years_large`."""
    ends = today + AHEAD
    fold = date(today.year - years_large + (today.month > WINTER), 1, 1)
    folds = begins < fold - timedelta(days=180) and any(day >= fold for day in days)
    return Scale(begins, ends, left, right, fold if folds else None)
