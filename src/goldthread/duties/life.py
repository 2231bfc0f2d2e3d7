"""One person's words, in order, as they are known, and the stretches of time they open and close.

Same-day order, stated once: what starts comes before what it asks for, and what is asked for comes before what ends.
So a visit on the day a plan began counts, and so does a visit on the day the plan ended.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
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
    moment = known if isinstance(known, datetime) else end_of(known)
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


ALWAYS = Stretch(date.min, None, None, None, date.min)


class Said(NamedTuple):
    """Some words in the order of their days, with the days by themselves for searching."""

    days: list[date]
    items: list[Spoken]


class Life:
    """One person's words, indexed once. `every_version` is what was handed over, corrections included."""

    def __init__(
        self, known: Iterable[Spoken], every_version: Sequence[Spoken] = (), *, leap_day_in_march: bool = True
    ) -> None:
        self._in_march = leap_day_in_march
        self.by_word: dict[str, list[Spoken]] = {}
        for s in known:
            self.by_word.setdefault(s.word, []).append(s)
        self._every_version = every_version
        self._of_entry: dict[int | str, list[Spoken]] = {}
        self._said: dict[tuple[str, ...], Said] = {}
        self._stretches: dict[str, list[Stretch]] = {}
        self._birthdays: dict[int, date | None] = {}
        self.born = self._latest_version(w.born.name)
        self.expected = self._latest_version(w.expected.name)
        self.died = self._latest_version(w.died.name)

    def said(self, words: tuple[str, ...]) -> Said:
        """Every time any of these words was said, in order."""
        found = self._said.get(words)
        if found is None:
            items = [s for word in words for s in self.by_word.get(word, ())]
            items.sort(key=_order)
            found = self._said[words] = Said([s.day for s in items], items)
        return found

    def of_entry(self, entry: int | str) -> list[Spoken]:
        """Every word that one entry says."""
        if not self._of_entry:
            for said in self.by_word.values():
                for s in said:
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
        return min(versions, default=spoken.recorded)

    def _pair(self, episode: str) -> list[Stretch]:
        begins = self.said((f"{episode}.begins",)).items
        ends: dict[str, Spoken] = {}
        for end in reversed(self.said((f"{episode}.ends",)).items):
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
        return max(self.by_word.get(word, ()), key=lambda s: s.recorded, default=None)


def _order(s: Spoken) -> tuple[date, float, str]:
    return (s.day, s.at.timestamp() if s.at else 0.0, str(s.entry))
