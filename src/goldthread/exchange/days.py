"""Dates as they are written in returns. Day first; never guessed."""

import calendar
import re
from datetime import date, timedelta

from goldthread.exchange.rows import PartDate

EARLIEST, LATEST = 1900, 2100

_TIME = r"(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[/.\- ](\d{{1,2}})[/.\- ](\d{{4}}){_TIME}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}}){_TIME}Z?", re.ASCII)
_IN_WORDS = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ \-/.]*([A-Za-z]{{3,9}})\.?[ \-/,.]*(\d{{4}}){_TIME}", re.ASCII)
_SHORT_YEAR = re.compile(rf"\d{{1,2}}[/.\- ](?:\d{{1,2}}|[A-Za-z]{{3,9}})[/.\- ]\d{{2}}{_TIME}", re.ASCII)
_PART = re.compile(r"zz[/.\-](zz|\d{1,2})[/.\-](\d{4})", re.ASCII | re.IGNORECASE)
_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_SHEET_ZERO = date(1899, 12, 30)


class NotADay(ValueError):
    """The text names no day. Its one argument completes 'DOB is "…", '."""


def day_from(text: str) -> date:
    """The day that `text` names, with or without a time of day, which is dropped.

    Understands 25/01/2015, 2015-01-25 and 25 January 2015. Raises `NotADay` with the reason.
    """
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
        return _real_day(year, month, day)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return _real_day(year, month, day)
    if (found := _IN_WORDS.fullmatch(text)) and (named := _MONTHS.get(found[2].lower())):
        return _real_day(int(found[3]), named, int(found[1]))
    if _SHORT_YEAR.fullmatch(text):
        raise NotADay("which gives the year in two digits, so the century would be a guess (write dd/mm/yyyy)")
    raise NotADay("which is not a date (dates are read as dd/mm/yyyy or yyyy-mm-dd)")


def day_from_sheet_number(number: float) -> date:
    """The day that a spreadsheet keeps as a number, when the cell was not formatted as a date."""
    day = _SHEET_ZERO + timedelta(days=int(number)) if 1 <= number < 80_000 else date.min
    if not EARLIEST < day.year <= LATEST:
        raise NotADay("which is a number, not a date")
    return day


def part_or_whole_day_from(text: str) -> date | PartDate:
    """As `day_from`, and also the part-known dates of returns: zz/03/2015, zz/zz/2015."""
    if not (found := _PART.fullmatch(text)):
        return day_from(text)
    year, month = int(found[2]), None if found[1].lower() == "zz" else int(found[1])
    if month is not None and not 1 <= month <= 12:
        raise NotADay(f"which names month {month}, and there are twelve")
    return PartDate(year, month)


def _real_day(year: int, month: int, day: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise NotADay(f"which is in the year {year:04}, out of any child's lifetime")
    if not 1 <= month <= 12:
        swapped = ", so the month may stand first" if 1 <= day <= 12 and month <= 31 else ""
        raise NotADay(f"which names month {month}, and there are twelve{swapped}")
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay(_never_was(year, month, day)) from None


def _never_was(year: int, month: int, day: int) -> str:
    last = calendar.monthrange(year, month)[1]
    reason = f"a day that never was: {calendar.month_name[month]} {year} had {last} days"
    if day != last + 1:
        return reason
    before = date(year, month, last)
    return f"{reason} ({before:%d/%m/%Y} or {before + timedelta(days=1):%d/%m/%Y} may be meant)"
