"""The calendar table: every count of days that a row can need, worked out once in Python and joined by every engine."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from goldthread.clock.ages import add_months, reaches
from goldthread.clock.calendars import working_days_in_england
from goldthread.measures.lines import BACK, BIRTHDAYS, MONTHS, aged

FIRST, LAST = date(1985, 1, 1), date(2035, 12, 31)
COLUMNS = (
    "day",
    "working",
    *(f"months_{n}" for n in MONTHS),
    *(f"aged_{n.replace('.', '_')}" for n in BIRTHDAYS),
    *(f"back_{n}" for n in BACK),
)


def rows() -> Iterator[tuple]:
    """One row a day: how many working days there have been, and the days on which each span that begins then ends."""
    for number, working in enumerate(_worked()):
        day = FIRST + timedelta(days=number)
        yield (day, working, *_spans(day))


@cache
def fingerprint() -> str:
    """Of the calendar as this version counts it, from its working days and its most awkward days: another one means that
    a stored calendar is out of date."""
    awkward = [_spans(date(year, month, day)) for year in (2023, 2024) for month, day in ((1, 31), (2, 28), (8, 31), (11, 30))]
    return hashlib.sha256(f"{COLUMNS} {_worked()} {awkward} {_spans(date(2024, 2, 29))}".encode()).hexdigest()


def _worked() -> list[int]:
    counts = working_days_in_england().counts
    return list(accumulate(int(counts(FIRST + timedelta(days=n))) for n in range((LAST - FIRST).days + 1)))


def _spans(day: date) -> tuple[date, ...]:
    return (*(add_months(day, n) for n in MONTHS), *(_birthday(day, age) for age in BIRTHDAYS), *(aged(day, n) for n in BACK))


def _birthday(born: date, age: str) -> date:
    """When somebody born on a day reaches an age; half years are six months after the birthday."""
    years, _, half = age.partition(".")
    birthday = reaches(born, int(years))
    return add_months(birthday, 6) if half else birthday
