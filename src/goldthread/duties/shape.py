"""The shape of a duty: frozen values only, no dates of its own, no code inside.

A duty takes one of six forms, told from what is filled in:

    once          `when` a word is said (or `during` begins), `within` a span, `until` a word
    repeat        `during` an episode, `every` span or steps, `until` a word, again and again
    standing      `during` an episode, `holds` a relation without a gap longer than `within`
    at a date     `when` a birthday or expected date comes
    before        `within` a span, but no later than the word in `before`
    answer        `when` a word is said, `within` hours, `until` the same thing is answered
"""

from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import date

from goldthread.clock.spans import Span
from goldthread.duties.ladders import Ladder, ordinary
from goldthread.duties.roles import Body, Role, authority
from goldthread.duties.words import Episode, Word
from goldthread.law.instruments import Citation, Force


@dataclass(frozen=True, slots=True)
class Local:
    """A number that is local practice: a named setting, its usual value, and the day from which that value holds."""

    name: str
    usual: Span
    since: date

    def __str__(self) -> str:
        return f"{self.usual} (local: {self.name})"


def local(name: str, usual: Span, since: date = date(2013, 4, 15)) -> Local:
    """A local number. `since` defaults to the day Working Together 2013 left such numbers to each authority."""
    return Local(name, usual, since)


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


Stage = Episode | Aged | Eligible


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that opens a duty, except while an episode that began earlier is still open."""

    word: Word
    unless: Episode | None = None


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


@dataclass(frozen=True, slots=True)
class Duty:
    """One promise to a child: what opens it, what meets it, how long it may take, who owes it and where it is written.

    `since`, `up_to`     bound the day it opens: a rule whose law changed is ended, never edited
    `inside`             outer episodes: when one of them ends, so does what began within it
    `outside`            episodes during which it rests; afterwards it goes on from the last time it was met
    `unless`             words after which it is no longer owed
    `unsure`, `partly`   words that may meet it and do not say; words that are not enough by themselves
    `before`, `no_later` an event or a week of pregnancy that makes it due sooner
    `already`            how long before it opened something may have been done that meets it at once
    `carry`              an earlier event its first interval counts from; `only_carried`: it begins with one only then
    `paired`             what meets it carries its key, or no other's
    `recording_meets`    an entry that was written down has met it
    `from_start`         counted from the beginning of the stretch, whatever opened it
    `restarts`           opened again, the one before is no longer owed
    `one_at_a_time`      what would open it while it is owed opens nothing; repeating duties always so
    `first_only`         only the first opening of a stretch
    `ends_at`            the birthday on which it lapses
    `last_said`, `asks`  the sentences for a list: when it last happened, with `{day}`; what to do
    """

    says: str
    _: KW_ONLY
    code: str
    law: Citation
    owner: Role
    since: date
    until: tuple[Word, ...] | Word = ()
    when: tuple[Trigger | Word, ...] | Trigger | Word = ()
    during: tuple[Stage, ...] | Stage = ()
    outside: tuple[Episode, ...] = ()
    inside: tuple[Episode, ...] = ()
    within: Span | Local | None = None
    every: tuple[Step, ...] | Span | Local | None = None
    holds: Episode | None = None
    unless: tuple[Word, ...] = ()
    unsure: tuple[Word, ...] = ()
    partly: tuple[Word, ...] = ()
    before: Word | None = None
    no_later: Pregnancy | None = None
    already: Span | None = None
    carry: Carry | None = None
    only_carried: bool = False
    paired: bool = False
    recording_meets: bool = False
    from_start: bool = False
    restarts: bool = False
    one_at_a_time: bool = False
    first_only: bool = False
    ends_at: int | None = 18
    owed_by: Body = authority
    climbs: Ladder = ordinary
    up_to: date | None = None
    last_said: str = ""
    asks: str = ""
    note: str = ""
    also: tuple[Citation, ...] = field(default=())

    def __hash__(self) -> int:
        return hash((self.code, self.since))

    def __str__(self) -> str:
        from goldthread.duties.sentence import sentence

        return sentence(self)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The intervals, always as steps: one for a duty that happens once."""
        span = self.every if self.every is not None else self.within
        if isinstance(span, tuple):
            return span
        if span is None:
            raise ValueError(f"{self.code} says neither `within` nor `every`.")
        return (Step(self.code, span),)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code its occurrences may carry, each once, in order."""
        return tuple(dict.fromkeys(step.code for step in self.steps))

    @property
    def form(self) -> str:
        """Which of the six forms it takes, as a word."""
        if self.holds:
            return "standing"
        if self.every is not None:
            return "repeat"
        if self.before or self.no_later:
            return "before an event"
        if any(isinstance(s, Eligible) for s in stages(self)):
            return "at a date"
        return "answer" if self.code.startswith("WA") else "once"

    @property
    def is_local(self) -> bool:
        """Whether any of its numbers is local practice."""
        return bool(self.locals)

    @property
    def locals(self) -> list[Local]:
        """Its local numbers, each once."""
        numbers = [step.within for step in self.steps if isinstance(step.within, Local)]
        return list(dict.fromkeys([*numbers, *([self.no_later.reached] if self.no_later else [])]))

    @property
    def force(self) -> Force:
        return self.law.instrument.force


def stages(duty: Duty) -> tuple[Stage, ...]:
    """What a duty holds during, always as a tuple."""
    return duty.during if isinstance(duty.during, tuple) else (duty.during,)


def triggers(duty: Duty) -> tuple[Trigger, ...]:
    """What opens a duty, always as triggers."""
    when = duty.when if isinstance(duty.when, tuple) else (duty.when,)
    return tuple(w if isinstance(w, Trigger) else Trigger(w) for w in when)


def until(duty: Duty) -> tuple[Word, ...]:
    """What meets a duty, always as a tuple; for a standing duty, the beginning of what must hold."""
    if duty.holds:
        return (duty.holds.begins,)
    return duty.until if isinstance(duty.until, tuple) else (duty.until,)


def law_of(duty: Duty, code: str) -> Citation:
    """What a step of a duty cites: its own paragraph, or the duty's."""
    return next((step.law for step in duty.steps if step.code == code and step.law), duty.law)
