"""The shape of a duty: frozen values only, no dates of its own, no code inside.

A duty takes one of six forms, told from what is filled in:

    once          `when` a word is said (or `during` begins), `within` a span, `until` a word
    repeat        `during` an episode, `every` span or steps, `until` a word, again and again
    standing      `during` an episode, `holds` a relation without a gap longer than `within`
    at a date     `when` a birthday or expected date comes
    before        `within` a span, but no later than the word in `before`
    answer        `when` a word is said, `within` hours, `until` the same thing is answered
"""

from dataclasses import KW_ONLY, dataclass, field
from datetime import date

from goldthread.clock.spans import Span, Unit
from goldthread.duties.ladders import Ladder, ordinary
from goldthread.duties.parts import (
    After,
    Aged,
    Before,
    Beyond,
    Birthday,
    Carry,
    Condition,
    Eligible,
    InFirst,
    Local,
    Nth,
    Pregnancy,
    Stage,
    Step,
    Trigger,
    UnderAge,
    While,
    local,
)
from goldthread.duties.roles import Body, Role, authority
from goldthread.duties.words import Episode, Word
from goldthread.law.instruments import Citation, Force

__all__ = [
    "After",
    "Aged",
    "Before",
    "Beyond",
    "Birthday",
    "Carry",
    "Condition",
    "Duty",
    "Eligible",
    "InFirst",
    "Local",
    "Nth",
    "Pregnancy",
    "Stage",
    "Step",
    "Trigger",
    "UnderAge",
    "While",
    "birthdays",
    "law_of",
    "local",
    "stages",
    "triggers",
    "until",
]


@dataclass(frozen=True, slots=True)
class Duty:
    """One promise to a child: what opens it, what meets it, how long it may take, who owes it and where it is written.

    `since`, `up_to`     bound the day it opens: a rule whose law changed is ended, never edited
    `inside`             outer episodes: when one of them ends, so does what began within it
    `outside`            episodes during which it rests; afterwards it goes on from the last time it was met
    `unless`             words after which it is no longer owed
    `unsure`, `partly`   words that may meet it and do not say; words that are not enough by themselves
    `before`, `no_later` an event or a week of pregnancy that makes it due sooner
    `ahead`              with `before`: due so long before the day of that event, which may be booked for later
    `by_age`             due no later than the last day before this birthday
    `in_any`             its hours count in total over any so long a time: earlier stretches of the stage use them up
    `dated`              the entry that opens it may set the due day by this word, said for that day: it takes the
                         place of the span, as the date in a court's order does
    `already`            how long before it opened something may have been done that meets it at once
    `carry`              an earlier event its first interval counts from; `only_carried`: it begins with one only then
    `paired`             what opens it in a stretch, and what meets it, carries its key, or no other's
    `recording_meets`    an entry that was written down has met it
    `from_start`         counted from the beginning of the stretch, whatever opened it
    `restarts`           opened again, the one before is no longer owed
    `one_at_a_time`      what would open it while it is owed opens nothing; repeating duties always so
    `first_only`         only the first opening of a stretch
    `ends_at`            the birthday on which it lapses
    `after_death`        it opens and goes on after the person's death, as what is owed about a death does
    `last_said`, `asks`  the sentences for a list: when it last happened, with `{day}`; what to do
    """

    says: str
    _: KW_ONLY
    code: str
    law: Citation
    owner: Role
    since: date
    until: tuple[Word, ...] | Word = ()
    when: tuple[Trigger | Birthday | Word, ...] | Trigger | Birthday | Word = ()
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
    ahead: Span | Local | None = None
    by_age: int | None = None
    dated: Word | None = None
    in_any: Span | None = None
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
    after_death: bool = False
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
        if self.by_age or self.dated or birthdays(self) or any(isinstance(s, Eligible) for s in stages(self)):
            return "at a date"
        number = self.steps[0].within
        span = number.usual if isinstance(number, Local) else number
        return "answer" if span.unit is Unit.HOUR else "once"

    @property
    def is_local(self) -> bool:
        """Whether any of its numbers is local practice."""
        return bool(self.locals)

    @property
    def locals(self) -> list[Local]:
        """Its local numbers, each once."""
        numbers = [*(step.within for step in self.steps), self.ahead, self.no_later.reached if self.no_later else None]
        return list(dict.fromkeys(number for number in numbers if isinstance(number, Local)))

    @property
    def about(self) -> str:
        """Whom it is owed to or about: a child, a carer, an adult, a worker or a home, as its words say."""
        held = [stage if isinstance(stage, Episode) else stage.episode for stage in stages(self)]
        words = [*(episode.begins for episode in held), *(trigger.word for trigger in triggers(self)), *until(self)]
        return words[0].about

    @property
    def force(self) -> Force:
        return self.law.instrument.force


def stages(duty: Duty) -> tuple[Stage, ...]:
    """What a duty holds during, always as a tuple."""
    return duty.during if isinstance(duty.during, tuple) else (duty.during,)


def triggers(duty: Duty) -> tuple[Trigger, ...]:
    """What opens a duty, always as triggers."""
    return tuple(w if isinstance(w, Trigger) else Trigger(w) for w in _when(duty) if not isinstance(w, Birthday))


def birthdays(duty: Duty) -> tuple[int, ...]:
    """The ages whose birthdays open a duty."""
    return tuple(age for w in _when(duty) if isinstance(w, Birthday) for age in w.ages)


def _when(duty: Duty) -> tuple[Trigger | Birthday | Word, ...]:
    return duty.when if isinstance(duty.when, tuple) else (duty.when,)


def until(duty: Duty) -> tuple[Word, ...]:
    """What meets a duty, always as a tuple; for a standing duty, the beginning of what must hold."""
    if duty.holds:
        return (duty.holds.begins,)
    return duty.until if isinstance(duty.until, tuple) else (duty.until,)


def law_of(duty: Duty, code: str) -> Citation:
    """What a step of a duty cites: its own paragraph, or the duty's."""
    return next((step.law for step in duty.steps if step.code == code and step.law), duty.law)
