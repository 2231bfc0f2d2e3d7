"""How days, times, ages and lengths are said. Plain values in, words out; today is always an argument."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

ENGLAND = ZoneInfo("Europe/London")
WEEK = 7
NEARBY_DAYS = 92
NOT_KNOWN = "not known"


def as_day(value: date | datetime) -> date:
    """The English day of a moment; a day is left as it is."""
    return value.astimezone(ENGLAND).date() if isinstance(value, datetime) else value


def plain_day(value: date | datetime | None) -> str:
    """'20 November 2026'."""
    return _day(value, "", "%B", year=True)


def long_day(value: date | datetime | None, today: date | None = None) -> str:
    """'Friday 20 November', with the year where it could be mistaken for another."""
    return _day(value, "%A ", "%B", _needs_year(value, today))


def full_day(value: date | datetime | None) -> str:
    """'Friday 20 November 2026'."""
    return _day(value, "%A ", "%B", year=True)


def short_day(value: date | datetime | None, today: date | None = None) -> str:
    """'Fri 20 Nov', with the year where it could be mistaken for another."""
    return _day(value, "%a ", "%b", _needs_year(value, today))


def short_day_with_year(value: date | datetime | None) -> str:
    """'Fri 20 Nov 2026'."""
    return _day(value, "%a ", "%b", year=True)


def _day(value: date | datetime | None, weekday: str, month: str, year: bool) -> str:
    if value is None:
        return NOT_KNOWN
    day = as_day(value)
    return f"{day.strftime(weekday)}{day.day} {day.strftime(month)}{f' {day.year}' if year else ''}"


def _needs_year(value: date | datetime | None, today: date | None) -> bool:
    if value is None or today is None:
        return False
    day = as_day(value)
    return day.year != today.year and abs((day - today).days) > NEARBY_DAYS


def clock_time(value: datetime, seconds: bool = False) -> str:
    """'5:28pm', '10am', and with seconds '5:34:07pm'."""
    moment = value.astimezone(ENGLAND)
    minutes = f":{moment:%M}" if moment.minute or seconds else ""
    return f"{moment.hour % 12 or 12}{minutes}{f':{moment:%S}' if seconds else ''}{'am' if moment.hour < 12 else 'pm'}"


def moment_words(value: datetime | None) -> str:
    """'Fri 20 Nov 2026, 5:28pm'."""
    return NOT_KNOWN if value is None else f"{short_day_with_year(value)}, {clock_time(value)}"


def count(number: int | float, one: str, many: str = "") -> str:
    """'1 duty', '2 duties': the number with its noun. `many` is the noun with an s where it is not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


FEW = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def few(number: int, one: str, many: str = "") -> str:
    """'three sources': a small number as a word, a larger one in figures."""
    return f"{FEW[number]} {one if number == 1 else many or one + 's'}" if number < len(FEW) else count(number, one, many)


def length(days: int) -> str:
    """How long something lasted, in the largest unit that still says enough: '21 days', '9 weeks', '5 months', '3 years'."""
    if days <= 3 * WEEK:
        return count(days, "day")
    if days < 18 * WEEK:
        return count(days // WEEK, "week")
    return count(round(days / 30.44), "month") if days < 731 else count(int(days / 365.25), "year")


def ago(value: date | datetime | None, today: date) -> str:
    """'today', 'yesterday', '8 days ago', '11 weeks ago', '21 months ago'; and 'in 8 days' for what is to come."""
    if value is None:
        return NOT_KNOWN
    days = (today - as_day(value)).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days)
    return near or (f"{length(days)} ago" if days > 0 else f"in {length(-days)}")


def years_old(born: date, today: date) -> int:
    """Whole years lived by the end of the day. A birthday on 29 February falls on 1 March in other years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def age(born: date | None, today: date, expected: date | None = None) -> str:
    """'8', '7 months', '3 weeks', '22 weeks before birth'; 'age not known' where no day is recorded."""
    if born is None:
        return _before_birth(expected, today) if expected else "age not known"
    if born > today:
        return _before_birth(born, today)
    years = years_old(born, today)
    if years:
        return str(years)
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    return count(months, "month") if months > 1 else count((today - born).days // WEEK, "week")


def _before_birth(expected: date, today: date) -> str:
    weeks = (expected - today).days // WEEK
    return f"{count(weeks, 'week')} before birth" if weeks > 0 else "due now"


def old(born: date | None, today: date, expected: date | None = None) -> str:
    """An age that can stand in a sentence: '8 years old', '7 months old', '22 weeks before birth'."""
    words = age(born, today, expected)
    if words.isdigit():
        return f"{count(int(words), 'year')} old"
    return f"{words} old" if words.endswith(("week", "weeks", "month", "months")) else words


def listed(names: Iterable[str], last: str = "and") -> str:
    """'Ama', 'Ama and Kofi', 'Ama, Kofi and Esi'."""
    items = list(names)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def possessive(name: str) -> str:
    """'Kofi’s', 'Nikos’s'."""
    return f"{name}’s"
