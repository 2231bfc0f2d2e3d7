"""Limits that the law sets and that are no tasks: looked at when an entry is written by hand or loaded from a file.

A limit asks; it does not refuse. Whoever writes says why it is so all the same, and that stays with the entry.
A file is told as a fault and its row is kept. Limits know the record by its words, as duties do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from goldthread.clock.ages import reaches
from goldthread.clock.spans import Span, days, months, weeks
from goldthread.clock.times import end_of, start_of
from goldthread.duties.rules import RULES
from goldthread.duties.shape import law_of
from goldthread.duties.words import born
from goldthread.law.instruments import Citation
from goldthread.law.sources import adoption_and_children_2002, children_act_1989
from goldthread.record.register import REGISTER, EntryType
from goldthread.record.speak import NewEntry, SpokenRow, speak

HELD_BY_THE_DATABASE = frozenset({"LA21"})
"""Rows that say what may not be destroyed: nothing in the record can be (record/guards.py)."""
ALL_THE_SAME = "It is so all the same, because "


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. `code` is its row of the timescales, `says` the limit as a sentence, `do` what to do; `since` when it began.

    Without a `law` of its own it has that of the duty with the same code.
    """

    code: str
    says: str
    do: str
    since: date
    law_itself: Citation | None = None

    @property
    def law(self) -> Citation:
        return self.law_itself or next(law_of(duty, self.code) for duty in reversed(RULES) if self.code in duty.codes)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of an entry that may go past it."""
        raise NotImplementedError

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        """Whether what an entry says goes past it, in the light of everything else that is said of the person."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class NotUnder(Limit):
    """An episode in which no child below an age may be, on any of its days."""

    episode: str = ""
    age: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        return (f"{self.episode}.begins",)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        birth = _last(around, born.name)
        begins, ends = _last(mine, f"{self.episode}.begins"), _last(mine, f"{self.episode}.ends")
        if birth is None or begins is None or (ends is not None and ends.day < self.since):
            return False
        return max(begins.day, self.since) < reaches(birth.day, self.age)


@dataclass(frozen=True, slots=True)
class NotSooner(Limit):
    """What may not happen before a span after something else has passed."""

    word: str = ""
    after: str = ""
    span: Span = days(0)

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word,)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        said = _last(mine, self.word)
        before = said and _last(around, self.after, until=said.day)
        return bool(said and before and said.day >= self.since and said.day < self.span.due(before.day))


@dataclass(frozen=True, slots=True)
class NoLater(Limit):
    """A day that may not be set further off than a span after something; of several spans the first holds the first time."""

    word: str = ""
    after: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word,)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        said, begun = _last(mine, self.word), _last(mine, self.after) or _last(around, self.after)
        if said is None or begun is None or said.day < self.since:
            return False
        before = sum(s.word == self.after and s.day < begun.day for s in around)
        return said.day > self.spans[min(before, len(self.spans) - 1)].due(begun.day)


@dataclass(frozen=True, slots=True)
class NoShorter(Limit):
    """An episode that is none if it was over sooner than so many days."""

    episode: str = ""
    days: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        return (f"{self.episode}.ends",)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        begins, ends = _last(mine, f"{self.episode}.begins"), _last(mine, f"{self.episode}.ends")
        return bool(begins and ends and begins.day >= self.since and (ends.day - begins.day).days + 1 < self.days)


@dataclass(frozen=True, slots=True)
class InAny(Limit):
    """Hours that an episode may last in total in any so many days. An end without an hour is the end of its day."""

    episode: str = ""
    hours: int = 0
    days: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        return (f"{self.episode}.ends",)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        own = _stretches(mine, self.episode)
        if not own or own[-1][1] < start_of(self.since):
            return False
        every = [*own, *_stretches(around, self.episode)]
        until = max(end for _, end in own)
        since = until - timedelta(days=self.days)
        total = sum((end - max(begin, since) for begin, end in every if end > since and begin < until), timedelta())
        return total > timedelta(hours=self.hours)


@dataclass(frozen=True, slots=True)
class NeverTakenBack(Limit):
    """Something that stays so once it was said: its entry may not be withdrawn, nor corrected so that it no longer says it."""

    word: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word,)

    def passed(self, mine: Sequence[SpokenRow], around: Sequence[SpokenRow]) -> bool:
        return False  # nothing that is said goes past it: see `taken_back`


LIMITS: tuple[Limit, ...] = (
    NotUnder("LA18", "No child under 16 is placed in supported accommodation or lives on their own.", "Find a foster home or a children’s home.",
             date(2021, 9, 9), episode="other_arrangements", age=16),
    NotSooner("AD13", "Adopters may apply when the child has had a home with them for at least 10 weeks.", "Look at the day the child was placed.",
              date(2005, 12, 30), adoption_and_children_2002.section(42, 2), word="adoption.applied", after="adoption.placed.begins", span=weeks(10)),
    NotSooner("CT08", "Whoever applies for special guardianship gives three months’ notice first, unless the court gives leave.",
              "Look at the day the notice came, or write that the court asked.", date(2005, 12, 30),
              word="special_guardianship.report_wanted", after="special_guardianship.report_asked", span=months(3)),
    NoLater("S409A", "An emergency protection order runs for at most eight days, the first one counted; the court may let a last day that is a Sunday "
            "or a public holiday run to noon of the next day.", "Look at the day in the order.", date(1991, 10, 14),
            word="emergency_order.until", after="emergency_order.begins", spans=(days(8).counting_first_day(),)),
    NoLater("S409B", "An emergency protection order is extended once, by at most seven days.", "Look at the day in the order.", date(1991, 10, 14),
            word="emergency_order.extended_until", after="emergency_order.extended", spans=(days(7).counting_first_day(),)),
    InAny("CT11", "Without a court order a child is in secure accommodation for at most 72 hours in any 28 days.",
          "Ask the court today, or see that the child is released.", date(1991, 10, 14), episode="secure_without_order", hours=72, days=28),
    NoLater("CT12B", "A secure accommodation order runs for at most three months, a later one for at most six.", "Look at the day in the order.",
            date(1991, 10, 14), word="secure.order_expires", after="secure.ordered",
            spans=(months(3).counting_first_day(), months(6).counting_first_day())),
    NoShorter("PF08", "A stay with somebody who is no relative is private fostering if it lasts 28 days or is meant to.",
              "Ask how long it was meant to be. If it was meant to be shorter, withdraw this.", date(1991, 10, 14), children_act_1989.section(66), episode="private_fostering", days=28),
    NeverTakenBack("FO10", "A foster carer’s notice of resignation cannot be taken back: the approval ends 28 days after it came.",
                   "If they want to foster again, they apply again.", date(2011, 4, 1), word="fostering.resigned"),
)  # fmt: skip


def limits_page() -> str:
    """The page beside the rule book, as Markdown."""
    rows = [f"| {limit.code} | {limit.says} | {limit.law} | {limit.do} |" for limit in LIMITS]
    head = ["# Limits", "", "What the law limits and what is no task, beside [the rule book](rules.md). An entry that goes past one is written with a reason, which stays with it; "
            "in a file it is told as a fault and kept.", "", "| code | limit | law | what to do |", "|---|---|---|---|"]  # fmt: skip
    return "\n".join([*head, *rows, ""])


@cache
def limits_of(kind: type[EntryType]) -> tuple[Limit, ...]:
    """The limits that an entry of this type may go past."""
    said = {says.word.name for says in kind.speaks}
    return tuple(limit for limit in LIMITS if said.intersection(limit.words))


def passed(entry: NewEntry, around: Iterable[SpokenRow], now: datetime) -> list[Limit]:
    """The limits that an entry goes past. `around` is what else is said of the person, without an earlier version of the entry."""
    some = limits_of(REGISTER[entry.type])
    if not some:
        return []
    mine, others = list(speak(entry, now)), list(around)
    return [limit for limit in some if limit.passed(mine, others)]


def taken_back(kind: type[EntryType], before: Iterable[str], after: Iterable[str] = ()) -> list[Limit]:
    """The limits that forbid an entry that said the words `before` to say only those `after`: nothing, where it is withdrawn."""
    lost = set(before) - set(after)
    return [limit for limit in limits_of(kind) if isinstance(limit, NeverTakenBack) and limit.word in lost]


def _last(said: Iterable[SpokenRow], word: str, until: date | None = None) -> SpokenRow | None:
    some = [s for s in said if s.word == word and (until is None or s.day <= until)]
    return max(some, key=lambda s: s.day, default=None)


def _stretches(said: Sequence[SpokenRow], episode: str) -> list[tuple[datetime, datetime]]:
    """(begin, end) of the stretches that are over, paired by their own identity."""
    ends = {s.key: s for s in said if s.word == f"{episode}.ends"}
    pairs = ((s, ends[s.key]) for s in said if s.word == f"{episode}.begins" and s.key in ends)
    return [((begin.at or start_of(begin.day)).astimezone(UTC), (end.at or end_of(end.day)).astimezone(UTC)) for begin, end in pairs]
