"""Until when one person's record is kept and why: worked out from what is known of them, never stored.

What cannot be told is unknown, and nothing unknown is ever due.
"""

from dataclasses import dataclass
from datetime import date

from goldthread.clock.ages import age_on, reaches
from goldthread.duties.words import EPISODES
from goldthread.record.lives import Life
from goldthread.record.retention.schedule import ADULT_AT, Category, Count, From, holding
from goldthread.record.standing import Shape, shape

OPEN = {episode.name: episode.says for episode in EPISODES}
ONLY_MENTIONED = "They are only mentioned in the records of others, and kept as long as those are."
NO_BIRTH = "The date of birth is not known."
NO_DAY = "The day it counts from is not written down."


@dataclass(frozen=True, slots=True)
class Reason:
    """One row of the schedule that holds of somebody: until when, None where that is unknown, and a sentence."""

    category: Category
    until: date | None
    says: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeps one record: the rows of the schedule, the longest first, and what goes on or is unknown, as sentences."""

    person: int
    reasons: tuple[Reason, ...]
    goes_on: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def until(self) -> date | None:
        """The last day it must be kept; None while something goes on or is unknown."""
        return None if self.goes_on or self.unknown else max((r.until for r in self.reasons if r.until), default=None)

    def due(self, today: date) -> bool:
        """Whether it may be erased, as far as time goes."""
        return self.until is not None and self.until < today


def kept(life: Life, last: date | None) -> Kept:
    """What keeps one record. `last` is the last day that anything in it is about."""
    found = shape(life)
    if not found.about:
        return Kept(life.person, (), unknown=(ONLY_MENTIONED,))
    person = life.latest("person")
    reasons = tuple(_reason(category, found, person, last) for category in holding(found.last))
    goes_on = tuple(f"It goes on: {OPEN[name]}." for name in sorted(found.open))
    unknown = tuple(dict.fromkeys(f"{r.category.title}: {r.says}" for r in reasons if r.until is None))
    return Kept(life.person, tuple(sorted(reasons, key=lambda r: r.until or date.max, reverse=True)), goes_on, unknown)


def _reason(category: Category, found: Shape, person: dict, last: date | None) -> Reason:
    counted = [(count, _from(count, found, person, last)) for count in _counts(category, person)]
    ends = [(reaches(start, count.years), count) for count, start in counted if start]
    if len(ends) < len(counted):
        return Reason(category, None, NO_BIRTH if any(count.since is From.BIRTH and not start for count, start in counted) else NO_DAY)
    until, count = max(ends, key=lambda end: end[0])
    return Reason(category, until, f"{count}.")


def _counts(category: Category, person: dict) -> tuple[Count, ...]:
    born, died = person.get("born"), person.get("died")
    young = died is not None and (born is None or age_on(born, died) < ADULT_AT)
    return category.died if young and category.died and born is not None else category.counts


def _from(count: Count, found: Shape, person: dict, last: date | None) -> date | None:
    if count.since is From.BIRTH:
        return person.get("born")
    if count.since is From.DEATH:
        return person.get("died")
    if count.since is From.LAST:
        return last
    return max((found.last[word] for word in count.of if word in found.last), default=None)
