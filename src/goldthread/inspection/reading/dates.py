"""Days and periods as inspectors print them: "21 March to 1 April 2022", "1/06/2015 – 25/06/2015", "9–24 November 2017"."""

import re
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
SHORT = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s*[/.]\s*(?P<m>\d{1,2})\s*[/.]\s*(?P<y>\d{4}|\d{2})(?!\d)|(?:\s+(?:of\s+)?(?P<month>[A-Z][a-z]{2,9})\.?(?![a-z]))?(?:,?\s+(?P<year>\d{4})(?!\d))?)"
)
LONGEST = 120
"""More days than this between the first and the last day are doubtful."""


class Period(NamedTuple):
    """First day (None where only one is printed), last day, and what is doubtful, in a sentence, or nothing."""

    start: date | None
    end: date
    doubt: str = ""


class _Part(NamedTuple):
    day: int
    month: int | None
    year: int | None
    odd: str = ""


def read_day(text: str) -> date | None:
    """The one day in a text, with month and year printed; None where there is no such day."""
    parts = _parts(text)
    return _date(parts[0]) if parts else None


def read_period(text: str) -> Period | None:
    """The first and the last day in a text; missing months and years come from the right. None where it says no days."""
    parts = _filled(_parts(text))
    days = [_date(part) for part in parts]
    if not parts or days[-1] is None:
        return None
    doubt = next((part.odd for part in parts if part.odd), "") or ("" if all(days) else f"One of the days in “{text}” does not exist.")
    known = [day for day in days if day]
    if len(days) == 1:
        return Period(None, known[-1], doubt)
    return _ordered(known, text, doubt)


def _ordered(days: list[date], text: str, doubt: str) -> Period:
    start, end = days[0], days[-1]
    if days != sorted(days):
        doubt = f"The days in “{text}” are not in order."
    elif (end - start).days > LONGEST:
        doubt = f"From {start:%-d %B %Y} to {end:%-d %B %Y} is longer than an inspection lasts."
    return Period(start if len(days) > 1 else None, end, doubt)


def _parts(text: str) -> list[_Part]:
    return [_part(match) for match in DAY.finditer(text) if not _is_bare_year(match)]


def _is_bare_year(match: re.Match[str]) -> bool:
    return not 1 <= int(match["day"]) <= 31


def _part(match: re.Match[str]) -> _Part:
    if match["m"]:
        year = int(match["y"])
        return _Part(int(match["day"]), int(match["m"]), year + 2000 if year < 100 else year)
    month, odd = _month(match["month"])
    return _Part(int(match["day"]), month, int(match["year"]) if match["year"] else None, odd)


def _month(name: str | None) -> tuple[int | None, str]:
    if name is None:
        return None, ""
    lower = name.lower()
    if lower in MONTHS or lower in SHORT:
        return SHORT[lower[:3]], ""
    close = get_close_matches(lower, MONTHS, 1, 0.75)
    return (SHORT[close[0][:3]], f"“{name}” was taken for {close[0].capitalize()}.") if close else (None, "")


def _filled(parts: list[_Part]) -> list[_Part]:
    """Months and years from the right; a first day that would come after the last is of the year before."""
    filled: list[_Part] = []
    month = year = None
    later = None
    for part in reversed(parts):
        given = part.year
        month, year = part.month or month, part.year or year
        whole = part._replace(month=month, year=year)
        day = _date(whole)
        if day and later and given is None and day > later and day.month > later.month:
            year = whole.year - 1 if whole.year else None
            whole = whole._replace(year=year)
        later = _date(whole) or later
        filled.insert(0, whole)
    return filled


def _date(part: _Part) -> date | None:
    if part.month is None or part.year is None:
        return None
    try:
        return date(part.year, part.month, part.day)
    except ValueError:
        return None
