"""What `wild` and `odd` ask of chance: answered by `random.Random`, or by hypothesis, which can make smaller what came of it.

What stands first, and what is least, is simplest.
"""

from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
_below = cache(lambda n: st.integers(0, n - 1))


class Chance(Random):
    """For what is never made smaller: an authority, a first day, the moment as of which is asked."""

    def chance(self, percent: int) -> bool:
        """True so often in a hundred times; no is simpler."""
        return self.randint(0, 99) >= 100 - percent


class Drawn(Chance):
    """The same, drawn by hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        super().__init__(0)
        self._draw = draw

    def randint(self, least: int, most: int) -> int:
        return least + (self._draw(_below(most - least + 1)) if most > least else 0)

    def choice(self, of: Sequence[T]) -> T:
        return of[self.randint(0, len(of) - 1)]

    def choices(self, of: Sequence[T], weights: Sequence[int] | None = None, *, k: int = 1) -> list[T]:
        weighed = [one for one, weight in zip(of, weights or (1,) * len(of), strict=True) for _ in range(weight)]
        return [self.choice(weighed) for _ in range(k)]

    def sample(self, of: Sequence[T], k: int) -> list[T]:
        left = list(of)
        return [left.pop(self.randint(0, len(left) - 1)) for _ in range(k)]

    def several(self, make: Callable[[int], T], most: int) -> list[T]:
        """Nearly so many: each of them may be left out without the others changing."""
        made = [self._draw(_perhaps(make, n)) for n in range(most)]
        return [one for one in made if one is not None]


@st.composite
def _perhaps(draw: st.DrawFn, make: Callable[[int], T], n: int) -> T | None:
    return make(n) if draw(_below(16)) else None
