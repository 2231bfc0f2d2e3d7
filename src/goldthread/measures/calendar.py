"""The calendar table: every count of days that a row can need, worked out once in Python and joined by every engine."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

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
    counted, working = working_days_in_england(), 0
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        working += counted.counts(day)
        yield (
            day,
            working,
            *(add_months(day, n) for n in MONTHS),
            *(_birthday(day, age) for age in BIRTHDAYS),
            *(aged(day, n) for n in BACK),
        )


@cache
def fingerprint() -> str:
    """Of the calendar as this version counts it: another one means that a stored calendar is out of date."""
    return hashlib.sha256(f"{COLUMNS} {list(rows())}".encode()).hexdigest()


def _birthday(born: date, age: str) -> date:
    """When somebody born on a day reaches an age; half years are six months after the birthday."""
    years, _, half = age.partition(".")
    birthday = reaches(born, int(years))
    return add_months(birthday, 6) if half else birthday
