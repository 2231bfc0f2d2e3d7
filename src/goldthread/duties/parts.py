"""The parts a duty is made of: local numbers, stages, what opens it, the steps of a repeating one."""

from dataclasses import dataclass, replace
from datetime import date

from goldthread.clock.spans import Span
from goldthread.duties.roles import Role, practice_lead
from goldthread.duties.words import Episode, Word
from goldthread.law.instruments import Citation


@dataclass(frozen=True, slots=True)
class Local:
    """A number that is local practice: a named setting, its usual value, the day from which that value holds, and who
    answers for what it is here."""

    name: str
    usual: Span
    since: date
    owner: Role = practice_lead

    def __str__(self) -> str:
        return f"{self.usual} (local: {self.name})"


def local(name: str, usual: Span, since: date = date(2013, 4, 15), owner: Role = practice_lead) -> Local:
    """A local number. `since` defaults to the day Working Together 2013 left such numbers to each authority."""
    return Local(name, usual, since, owner)


@dataclass(frozen=True, slots=True)
class Aged:
    """An episode, but only between two birthdays of the person."""

    episode: Episode
    starts_at: int

    @property
    def says(self) -> str:
        return f"{self.episode.says} and is {self.starts_at} or over"


@dataclass(frozen=True, slots=True)
class Eligible:
    """From the day a young person is owed leaving care planning: at least `age`, in the episode that day, and in it for
    `total` since `counted_from` years of age. It ends with that stretch of the episode."""

    episode: Episode
    age: int
    total: Span
    counted_from: int

    @property
    def says(self) -> str:
        return f"{self.episode.says}, is {self.age} or over and has been for {replace(self.total, first_day_counts=False)} since the age of {self.counted_from}"


@dataclass(frozen=True, slots=True)
class Beyond:
    """What is left of a stay once it is no short break any more: from the day one stay is longer than `one`, or the days of
    all stays together are more than `total` in any time as long as `within`, to the end of that stay.

    Both ends of a stay are days of it. Care Planning Regulations 2010, regulation 48.
    """

    episode: Episode
    one: Span
    total: int
    within: Span

    @property
    def says(self) -> str:
        return f"{self.episode.says} beyond {self.one} at once or {self.total} days in {self.within}"


Stage = Episode | Aged | Eligible | Beyond


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that opens a duty, except while an episode that began earlier is still open.

    `times` and `in_last`: only when it is said so often within that time, this one included: the third in 90 days.
    """

    word: Word
    unless: Episode | None = None
    times: int = 1
    in_last: Span | None = None


@dataclass(frozen=True, slots=True)
class Birthday:
    """Each of these birthdays opens the duty, where it falls into a stretch in which the duty holds."""

    ages: tuple[int, ...]

    @property
    def says(self) -> str:
        numbers = [str(age) for age in self.ages]
        return f"the young person turns {', '.join(numbers[:-1]) + ' or ' if numbers[1:] else ''}{numbers[-1]}"


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """So many weeks of pregnancy, by the expected date of delivery; it moves when that date is revised."""

    reached: Local

    def __str__(self) -> str:
        return f"{self.reached.usual} of pregnancy (local: {self.reached.name})"


@dataclass(frozen=True, slots=True)
class Nth:
    """The first time (0), the second (1)."""

    place: int


@dataclass(frozen=True, slots=True)
class Before:
    """Until a word has been said since the stretch began."""

    word: Word


@dataclass(frozen=True, slots=True)
class After:
    """Once a word has been said since the stretch began."""

    word: Word


@dataclass(frozen=True, slots=True)
class InFirst:
    """During the first so much of the stretch."""

    span: Span


@dataclass(frozen=True, slots=True)
class UnderAge:
    """Before a birthday. A person whose birth date is not known is taken to be under it: the shorter interval is safe."""

    age: int


@dataclass(frozen=True, slots=True)
class While:
    """While another episode is open too."""

    episode: Episode


Condition = Nth | Before | After | InFirst | UnderAge | While


@dataclass(frozen=True, slots=True)
class Step:
    """One interval of a repeating duty, with the code it is known by. The first step that fits is the one that holds."""

    code: str
    within: Span | Local
    fits: Condition | None = None
    law: Citation | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Carry:
    """What a stretch brings along: its first interval counts from an event before it began.

    The last `word` no longer than `within` before the start; where `stages` are named, only if one of them was open
    within that time, as when a plan is stepped up or down.
    """

    word: Word
    within: Span
    stages: tuple[Episode, ...] = ()
