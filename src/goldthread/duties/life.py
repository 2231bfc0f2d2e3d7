"""One person's words, in order, as they are known, and the stretches of time they open and close.

Same-day order, stated once: what starts comes before what it asks for, and what is asked for comes before what ends.
So a visit on the day a plan began counts, and so does a visit on the day the plan ended.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from operator import eq, itemgetter
from typing import NamedTuple

from goldthread.clock.ages import reaches
from goldthread.clock.times import end_of
from goldthread.duties import words as w


class Spoken(NamedTuple):
    """A word said of one person on one day.

    `at` is the moment where the hour is known (aware). `key` is the identity of the episode, shared by its beginning
    and its end; for other words it is the entry's own identity. `superseded` is when a correction replaced this version.
    Hand over every version, superseded ones too: what was known when, and when it was first written, are read from them.
    """

    word: str
    day: date
    at: datetime | None
    key: str
    entry: int | str
    recorded: datetime
    superseded: datetime | None = None


def as_known(spoken: Iterable[Spoken], known: date | datetime | None = None) -> list[Spoken]:
    """The words as they were known at a moment, or by the end of a day; without one, as they are known now."""
    if known is None:
        return [s for s in spoken if s.superseded is None]
    moment = (known if isinstance(known, datetime) else end_of(known)).astimezone(UTC)
    return [s for s in spoken if s.recorded <= moment and (s.superseded is None or s.superseded > moment)]


class Stretch(NamedTuple):
    """Time between two days, both included; `end` is None while it goes on.

    `base` is where the whole stretch began, when this is a part of it that `resumed` after something else was in force.
    """

    start: date
    end: date | None
    begun_by: Spoken | None
    ended_by: Spoken | None
    base: date
    resumed: bool = False

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)

    def goes_on_after(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end > day)


make = tuple.__new__
"""`make(Stretch, (…))` is `Stretch(…)` in a third of the time, of all values in their order: for what is made by the hundred."""

ALWAYS = Stretch(date.min, None, None, None, date.min)


class Said(NamedTuple):
    """Some words in the order of their days, with the days by themselves for searching."""

    days: list[date]
    items: list[Spoken]


NOTHING = Said([], [])
_DAY = itemgetter(Spoken._fields.index("day"))


class Life:
    """One person's words, put in order and indexed once. `every_version` is what was handed over, corrections included.

    `by_word` has each word's times in order.
    """

    def __init__(
        self, known: Iterable[Spoken], every_version: Sequence[Spoken] = (), *, leap_day_in_march: bool = True
    ) -> None:
        self._in_march = leap_day_in_march
        by_word: defaultdict[str, list[Spoken]] = defaultdict(list)
        for s in known:
            by_word[s.word].append(s)
        self.by_word = {word: _in_order(items) for word, items in by_word.items()}
        self._every_version = every_version
        self._of_entry: dict[int | str, list[Spoken]] = {}
        self._said: dict[tuple[str, ...], Said] = {}
        self._said_with_key: dict[tuple[str, ...], dict[str, list[Spoken]]] = {}
        self._stretches: dict[str, list[Stretch]] = {}
        self._birthdays: dict[int, date | None] = {}
        self.held: dict[str, list[Stretch]] = {}  # stretches by what they hold in: many duties hold in the same
        self.born = self._latest_version(w.born.name)
        self.expected = self._latest_version(w.expected.name)
        self.died = self._latest_version(w.died.name)

    def said(self, words: tuple[str, ...]) -> Said:
        """Every time any of these words was said, in order."""
        found = self._said.get(words)
        if found is None:
            said = [self.by_word[word] for word in words if word in self.by_word]
            each = said or [NOTHING]
            found = each[0] if len(each) == 1 else _in_order([s for one in each for s in one.items])
            self._said[words] = found
        return found

    def said_with_key(self, words: tuple[str, ...]) -> dict[str, list[Spoken]]:
        """Every time any of these words was said, in order, by key."""
        found = self._said_with_key.get(words)
        if found is None:
            found = self._said_with_key[words] = {}
            for s in self.said(words).items:
                found.setdefault(s.key, []).append(s)
        return found

    def of_entry(self, entry: int | str) -> list[Spoken]:
        """Every word that one entry says."""
        if not self._of_entry:
            for said in self.by_word.values():
                for s in said.items:
                    self._of_entry.setdefault(s.entry, []).append(s)
        return self._of_entry.get(entry, [])

    def stretches(self, episode: str) -> list[Stretch]:
        """An episode's stretches, each beginning paired by key with the end that carries the same one."""
        found = self._stretches.get(episode)
        if found is None:
            found = self._stretches[episode] = self._pair(episode)
        return found

    def birthday(self, age: int) -> date | None:
        """When the person reaches an age, where the birth date is known."""
        if age not in self._birthdays:
            born = self.born
            self._birthdays[age] = reaches(born.day, age, leap_day_in_march=self._in_march) if born else None
        return self._birthdays[age]

    def first_recorded(self, spoken: Spoken) -> datetime:
        """When an entry first said this word, whatever corrected it later."""
        versions = [s.recorded for s in self._every_version if s.entry == spoken.entry and s.word == spoken.word]
        return min(versions, key=datetime.timestamp, default=spoken.recorded)

    def _pair(self, episode: str) -> list[Stretch]:
        begins = self.by_word.get(f"{episode}.begins", NOTHING).items
        ends: dict[str, Spoken] = {}
        for end in reversed(self.by_word.get(f"{episode}.ends", NOTHING).items):
            ends[end.key] = end
        pairs = []
        seen: set[str] = set()
        for begin in begins:
            if begin.key in seen:
                continue
            seen.add(begin.key)
            end_said = ends.get(begin.key)
            if end_said is None or end_said.day < begin.day:
                pairs.append(Stretch(begin.day, None, begin, None, begin.day))
            else:
                pairs.append(Stretch(begin.day, end_said.day, begin, end_said, begin.day))
        return pairs

    def _latest_version(self, word: str) -> Spoken | None:
        return max(self.by_word.get(word, NOTHING).items, key=_order_of_versions, default=None)


def _in_order(items: list[Spoken]) -> Said:
    """By their days, and all else that sorts words only where two have the same day: to name it takes longer than to sort."""
    if len(items) > 1:
        items.sort(key=_DAY)
    days = [s.day for s in items]
    if any(map(eq, days, days[1:])):
        items.sort(key=in_order)
    return make(Said, (days, items))


def in_order(s: Spoken) -> tuple[date, float, str, str, str]:
    """What sorts words: nothing is left to the order in which they were handed over."""
    return (s.day, s.at.timestamp() if s.at else 0.0, str(s.entry), s.word, s.key)


def _order_of_versions(s: Spoken) -> tuple[float, tuple[date, float, str, str, str]]:
    return (s.recorded.timestamp(), in_order(s))
