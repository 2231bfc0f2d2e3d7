"""Wild lives and odd duties as hypothesis strategies, drawn many at a time.

A database takes long over one question and hardly longer over one life more. So lives are gathered first and asked about all at
once. Where an engine differs on one of them, hypothesis draws the same again, as far as the one that was wrong, and makes it
smaller for as long as it stays wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from random import Random
from typing import Generic, TypeVar

from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from goldthread.duties import Duty, Spoken
from tests.generative import odd, wild
from tests.generative.drawn import Drawn

T = TypeVar("T")


@st.composite
def lives(draw: st.DrawFn, vocabularies: Sequence[Sequence[str]], start: date) -> list[Spoken]:
    return wild.life(Drawn(draw), vocabularies, start)


@st.composite
def duties(draw: st.DrawFn) -> Duty:
    return odd.duty(Drawn(draw))


AT_ONCE = 10
"""How many hypothesis draws before it begins to draw others that are much like those; the first is always the simplest."""


@dataclass(frozen=True)
class Source(Generic[T]):
    """So many of what a strategy draws, no two alike, a few from each of many seeds; the same for the same seed."""

    strategy: st.SearchStrategy[T]
    seed: str
    many: int

    @property
    def gathered(self) -> list[T]:
        return [one for one, _ in self._found.values()][: self.many]

    @cached_property
    def _found(self) -> dict[str, tuple[T, int]]:
        """What was drawn, each with its turn, by how it reads."""
        found: dict[str, tuple[T, int]] = {}
        turn = 0
        while len(found) < self.many:
            drawn: list[T] = []
            self._first(turn, partial(_tenth, drawn), Phase.generate)
            for one in drawn[1:AT_ONCE]:
                found.setdefault(repr(one), (one, turn))
            turn += 1
        return found

    def smallest(self, found: T, wrong: Callable[[T], bool]) -> T:
        """What was gathered and is wrong, made as small as hypothesis can. Others drawn before it are taken to be right."""
        passed = True

        def as_wrong(one: T) -> bool:
            nonlocal passed
            passed = passed and repr(one) != repr(found)
            return not passed and (repr(one) == repr(found) or wrong(one))

        return self._first(self._found[repr(found)][1], as_wrong, Phase.generate, Phase.shrink) or found

    def _first(self, turn: int, wanted: Callable[[T], bool], *phases: Phase) -> T | None:
        rules = settings(max_examples=AT_ONCE, derandomize=False, database=None, deadline=None, phases=phases)
        try:
            return find(self.strategy, wanted, settings=rules, random=Random(f"{self.seed} {turn}"))
        except NoSuchExample:
            return None


def _tenth(drawn: list[T], one: T) -> bool:
    drawn.append(one)
    return len(drawn) >= AT_ONCE
