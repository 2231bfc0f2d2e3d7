"""Lives nobody lived, made of the words of a few rules: orphans, pile-ups, corrections, births after deaths, ends before starts."""

from calendar import isleap
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import product
from zlib import crc32

from goldthread.clock.times import LONDON, day_of
from goldthread.duties import words as w
from goldthread.duties.life import Spoken
from goldthread.duties.shape import Duty
from goldthread.duties.sql.tables import words_of
from tests.generative.drawn import Drawn

_LIFE_WORDS = (w.born.name, w.born.name, w.expected.name, w.died.name)
_HOURS = (0, 1, 2, 9, 12, 12, 23)
_EDGES = (2, 3, 4, 5, 9, 10, 16, 17, 18, 20, 28, 29, 30, 31, 60, 90, 91)
"""Days between words on which spans of rules end, so that what happens on a last day is tried as often as what does not."""
_DAYS_OFF = (*(0, 0, 0, 1, -1, 7) * 11, *_EDGES)
_TIMES = (*(None,) * 21, *(time(hour, minute) for hour in _HOURS for minute in (0, 30)))
_KEYS = (*("a", "a", "b", "c") * 4, *("",) * 4)
_WRITTEN = tuple(product((0, 0, 0, 1, 30), _HOURS))
"""After how many days, and at what hour, something is written down. What is drawn at once is drawn faster."""

DAY = timedelta(days=1)


def life(rng: Drawn, vocabularies: Sequence[Sequence[str]], start: date) -> list[Spoken]:
    """One wild life from the words of one to three rules, all within some years of `start`, except births."""
    words = [word for vocabulary in rng.choices(vocabularies, k=rng.randint(1, 3)) for word in vocabulary]
    reach = rng.choice((3, 20, 90, 400, 1500, 4000))
    days = [start + timedelta(days=rng.randint(0, reach)) for _ in range(rng.randint(1, 12))]
    said = rng.several(lambda n: _word(rng, rng.choice(words), days, n), rng.choice((1, 3, 6, 12, 25)))
    said += [_fact(rng, word, days, len(said) + n) for n, word in enumerate(rng.sample(_LIFE_WORDS, rng.randint(0, 3)))]
    corrected = [version for s in said for version in _versions(rng, s, days)]
    return sorted(corrected, key=lambda s: crc32(repr(s).encode()))  # in no order that means anything


def vocabularies(rules: Iterable[Duty]) -> list[list[str]]:
    """The words of each rule."""
    return [sorted(words) for duty in rules if (words := words_of(duty))]


def _word(rng: Drawn, word: str, days: Sequence[date], n: int) -> Spoken:
    day = rng.choice(days) + rng.choice(_DAYS_OFF) * DAY
    at = rng.choice(_TIMES)
    moment = datetime.combine(day, at, LONDON) if at else None
    entry = str(rng.randint(1, n + 1)) if rng.chance(30) else str(n + 1)
    return _spoken(rng, word, day, moment, rng.choice(_KEYS) or f"entry {entry}", entry)


def _fact(rng: Drawn, word: str, days: Sequence[date], n: int) -> Spoken:
    """A birth so long ago that a birthday that matters falls near, or near by itself; an expected birth; a death."""
    day = rng.choice(days)
    if word == w.born.name and rng.chance(80):
        days_off = rng.randint(-40, 40) if rng.chance(50) else rng.choice((0, 0, 1, -1))
        day = _years_before(day, rng.choice((14, 16, 16, 17, 18, 18, 21, 25, 5))) + days_off * DAY
    elif word == w.expected.name:
        day += rng.choice((rng.randint(0, 280), 280 - 7 * rng.choice((20, 28, 32)))) * DAY
    return _spoken(rng, word, day, None, "", str(n + 1))


def _years_before(day: date, years: int) -> date:
    """The same day so many years ago, 29 February where both years have one."""
    leap = isleap(day.year) and isleap(day.year - years)
    return date(day.year - years, day.month, day.day if leap else min(day.day, 28) if day.month == 2 else day.day)


def _spoken(rng: Drawn, word: str, day: date, at: datetime | None, key: str, entry: str) -> Spoken:
    days_later, hour = rng.choice(_WRITTEN)
    written = datetime.combine(day + days_later * DAY, time(hour, 45), LONDON)
    if at is not None and day_of(at) != day:
        at = None
    return Spoken(word, day, at, key, entry, written)


def _versions(rng: Drawn, s: Spoken, days: Sequence[date]) -> list[Spoken]:
    """Mostly the entry as it stands; sometimes corrected, withdrawn, or said twice."""
    fate = rng.choices(("stands", "corrected", "withdrawn", "said twice"), weights=(80, 10, 6, 4))[0]
    if fate == "stands":
        return [s]
    later = s.recorded + rng.choice((1, 30, 400)) * DAY
    if fate == "corrected":
        day = rng.choice(days)
        at = datetime.combine(day, time(12), LONDON) if s.at else None
        return [s._replace(superseded=later), s._replace(day=day, at=at, recorded=later)]
    return [s._replace(superseded=later)] if fate == "withdrawn" else [s, s]
