"""One made-up life while it is told: words on days counted from its own first day."""

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple


class Row(NamedTuple):
    """A version of a word: days and minutes of the day, numbers of its key and entry within the life, when it was known.

    `recorded` and `superseded` are minutes since the life's first day; `at` is in minutes of its day, -1 where not known.
    """

    word: str
    day: int
    at: int
    key: int
    entry: int
    recorded: int
    superseded: int = -1


@dataclass
class Life:
    """One life while it is told."""

    chance: Random
    rows: list[Row] = field(default_factory=list)
    entries: int = 0

    def one_in(self, many: float) -> bool:
        return self.chance.random() * many < 1

    def days(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def say(self, day: int, *words: str, at: bool = False, key: int | None = None, late: int = 0) -> int:
        """An entry that says these words of one day; written down after some hours, now and then days. Gives its number."""
        self.entries += 1
        entry, minute = self.entries, self.chance.randint(9 * 60, 17 * 60) if at else -1
        waits = late or (self.chance.randint(1, 4) * 1440 if self.one_in(8) else self.chance.randint(0, 300))
        recorded = day * 1440 + max(minute, 9 * 60) + waits
        self.rows += [Row(word, day, minute, entry if key is None else key, entry, recorded) for word in words]
        return entry

    def episode(self, name: str, begins: int, ends: int | None, at: bool = False) -> int:
        """A beginning and, where there is one, its end under the same key. Gives the key."""
        key = self.say(begins, f"{name}.begins", at=at)
        if ends is not None:
            self.say(ends, f"{name}.ends", at=at, key=key)
        return key

    def every(self, begins: int, ends: int, span: int, *words: str, at: bool = False) -> None:
        """Said again and again, about so many days apart, now and then much later."""
        day = begins + self.chance.randint(1, span)
        while day <= ends:
            self.say(day, *words, at=at)
            day += max(1, round(span * self.chance.choice((0.6, 0.8, 0.9, 0.95, 1.0, 1.0, 1.2, 1.6))))

    def correct(self) -> None:
        """A few entries are put right, and fewer withdrawn, days or months later."""
        kept: list[Row] = []
        changed = {e: self.chance.random() for e in range(1, self.entries + 1)}
        for row in self.rows:
            fate = changed[row.entry]
            after = row.recorded + 600 + int(fate * 1e7) % (90 * 1440)
            if fate < 0.025:
                shift = 1 + int(fate * 1e5) % 3
                kept += [row._replace(superseded=after), row._replace(day=row.day + shift, recorded=max(after, (row.day + shift) * 1440))]
            else:
                kept.append(row._replace(superseded=after) if fate < 0.03 else row)
        self.rows = kept
