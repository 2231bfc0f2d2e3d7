"""Birthdays, months and weeks of pregnancy."""

from calendar import monthrange
from datetime import date, timedelta

_PREGNANCY = 280


def add_months(day: date, number: int) -> date:
    """The corresponding day so many months on, or the last day of that month when it has none."""
    years, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def next_yearly(start: date, month: int, day: int) -> date:
    """The next such day of a year after a day; in a year that has no such day, the last of its month."""
    for year in (start.year, start.year + 1):
        turn = date(year, month, min(day, monthrange(year, month)[1]))
        if turn > start:
            return turn
    raise AssertionError("One of two years holds it.")


def reaches(born: date, age: int, *, leap_day_in_march: bool = True) -> date:
    """The birthday on which somebody reaches an age; in a year without 29 February, 1 March or else the day before."""
    year = born.year + age
    if born.month == 2 and born.day == 29 and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1) if leap_day_in_march else date(year, 2, 28)
    return born.replace(year=year)


def last_day_before(born: date, age: int) -> date:
    """The last day on which something owed before an age can be done."""
    return reaches(born, age) - timedelta(days=1)


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day; negative before birth."""
    years = day.year - born.year
    return years if day >= reaches(born, years) else years - 1


def weeks_of_pregnancy(expected: date, weeks: int) -> date:
    """The day on which a pregnancy reaches so many weeks, from the expected date of delivery."""
    return expected - timedelta(days=_PREGNANCY - 7 * weeks)
