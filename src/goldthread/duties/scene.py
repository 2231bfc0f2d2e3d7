"""What the parts of the engine hand to one another."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from goldthread.duties.life import Life, Said, Spoken, Stretch
from goldthread.duties.lower import NormalForm


class Scene(NamedTuple):
    """One duty in one stretch of one life. `needs` is every time that what meets it was said; `previous` is the stretch
    before; `over` the day the stretch ends and the entry that ended it ("" for a birthday). Of a paired duty: `keys` of
    every stretch and of every opening in this one, and `unclaimed`, where the stretch has no key, what may meet it and
    carries none of these.
    """

    form: NormalForm
    life: Life
    needs: Said
    stretch: Stretch
    previous: Stretch | None
    over: tuple[date | None, int | str | None]
    keys: frozenset[str] = frozenset()
    unclaimed: Sequence[Spoken] = ()


class Opening(NamedTuple):
    """A moment at which a duty becomes owed.

    `strict`: the word that opened it cannot also meet it that day. `later`: it takes the place of a later occurrence,
    because it carries on from before. `filled_by`: what ended the lack of a relation, or held when the stretch began.
    """

    day: date
    at: datetime | None
    entry: int | str
    key: str
    counted_from: date
    strict: bool = False
    later: bool = False
    spoken: Spoken | None = None
    filled_by: Spoken | None = None


class Closing(NamedTuple):
    """What became of an opening: the day it was met, by what; or the day it ended, by what; or the birthday it lapses."""

    met: date | None = None
    met_at: datetime | None = None
    met_by: int | str | None = None
    ended: date | None = None
    ended_by: int | str | None = None
    lapses: date | None = None
