"""One person's words, in order, as they are known.

Same-day order, stated once: what starts comes before what it asks for, and what is asked for comes before what ends.
So a visit on the day a plan began counts, and so does a visit on the day the plan ended.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from goldthread.clock.times import end_of


class Spoken(NamedTuple):
    """A word said of one person on one day.

    `at` is the moment where the hour is known (aware). `key` is the identity of the episode, shared by its beginning
    and its end; for other words it is the entry's own identity. `superseded` is when a correction replaced this version.
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
