"""Figures that have been counted are kept. One measure is counted anew after each entry; long lists of them once an hour."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from django.conf import settings
from django.core.cache import caches

from goldthread.measures import calendar, facts
from goldthread.measures import figures as counting
from goldthread.measures.cohort import Cohort
from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure
from goldthread.measures.sources import Postgres
from goldthread.record.fresh import last_written

MANY = 6  # measures asked for at once, from which it pays to write their facts out first
PATIENCE = 8.0  # seconds that a reader waits for a long list; the rest is counted when the page asks again
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures by the code of their measure, the moment the oldest was counted, and the codes that are still to be counted."""

    figures: dict[str, list[Figure]]
    at: datetime
    waiting: tuple[str, ...] = ()


def exactly(codes: Iterable[str], days: Sequence[date], by: str = "", cohort: Cohort | None = None) -> dict[str, list[Figure]]:
    """The figures of each measure on these days as the record is now."""
    written = last_written()  # as long as it is the same, no figure can have changed
    keys = {code: f"{_key(code, days, by, cohort)}:{written}" for code in codes}
    kept = caches["figures"].get_many(keys.values())
    found = {code: kept[key] for code, key in keys.items() if key in kept}
    for code, rows in _count([code for code in keys if code not in found], days, by, cohort):
        caches["figures"].set(keys[code], rows)
        found[code] = rows
    return {code: [Figure(*row) for row in found[code]] for code in keys}


def lately(codes: Iterable[str], days: Sequence[date], now: datetime, again: bool = False) -> Counted:
    """The figures of many measures, counted within the last hour or since anything was written; `again`: all of them anew.

    What cannot be counted in the time that a reader waits is left in `waiting`.
    """
    written = last_written()
    keys = {code: f"{_key(code, days)}:lately" for code in codes}
    kept = caches["figures"].get_many(keys.values())
    found = {code: kept[key] for code, key in keys.items() if key in kept and _holds(kept[key], written, now, again)}
    ends = time.monotonic() + PATIENCE
    for code, rows in _count([code for code in keys if code not in found], days):
        found[code] = (written, now, rows)
        caches["figures"].set(keys[code], found[code])
        if time.monotonic() > ends:
            break
    at = min((at for _, at, _ in found.values()), default=now)
    waiting = tuple(code for code in keys if code not in found)
    return Counted({code: [Figure(*row) for row in rows] for code, (_, _, rows) in found.items()}, at, waiting)


def _holds(kept: tuple[str, datetime, list[Figure]], written: str, now: datetime, again: bool) -> bool:
    was, at, _ = kept
    return was == written or (not again and timedelta() <= now - at < AN_HOUR)


def _count(codes: Sequence[str], days: Sequence[date], by: str = "", cohort: Cohort | None = None) -> Iterator[tuple[str, list[Figure]]]:
    """Each measure with its figures, as soon as it has been counted."""
    source = Postgres()
    with source.gathered() if len(codes) >= MANY else nullcontext():
        for code in codes:
            yield code, counting.figures(source, [code], days, by, cohort)


@cache
def _made_from() -> str:
    """Of the facts and the calendar as this version reads them: another one counts anew."""
    told = [facts.MADE.get(name) or facts.from_record(name) for name in facts.NAMES]
    return hashlib.sha256("\n".join([*told, calendar.fingerprint()]).encode()).hexdigest()


def _key(code: str, days: Sequence[date], by: str = "", cohort: Cohort | None = None) -> str:
    measure = MEASURES[code]
    told = f"{measure!r} {counting.asked(measure, days, by, cohort)} {settings.GOLDTHREAD_UNDER_18} {_made_from()}"
    return f"{code}:{hashlib.sha256(told.encode()).hexdigest()[:32]}"
