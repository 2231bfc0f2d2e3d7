"""Days and moments as people write them."""

import re
from datetime import date, datetime, time

from goldthread.clock.times import LONDON

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_ISO = re.compile(_WEEKDAY + r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})()(\d{2})(\d{2})(?!\d)")
_BRITISH = re.compile(_WEEKDAY + r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)", re.IGNORECASE)
_SPELT = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})", re.IGNORECASE
)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(am|pm)?", re.IGNORECASE)
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")
_EARLIEST, _LATEST = 1900, 2150


class NotADay(ValueError):
    """What was written is no day; the message says why in one sentence."""


def read_day(written: str) -> date:
    """A day written 2026-11-05, 05/11/2026 or 5 November 2026 (a weekday may come first). NotADay says what is wrong."""
    day, rest = _split(written.strip())
    if rest:
        raise NotADay(f"'{written}' is not a day. Write it as 2026-11-05.")
    return day


def read_moment(written: str) -> date | datetime:
    """A day, or a day and a time in England (or with its own offset, as 2026-10-23T20:00+01:00)."""
    day, rest = _split(written.strip())
    rest = rest.strip().removeprefix(",").removeprefix("T").removeprefix("at ").strip()
    if not rest:
        return day
    zone = _ZONE.search(rest)
    if zone:
        return _with_offset(day, rest, written)
    return datetime.combine(day, read_time(rest), LONDON)


def read_time(written: str) -> time:
    """A time of day: 20:00, 8.30pm, 9am."""
    found = _TIME.fullmatch(written.strip())
    if found and (found[2] or found[4]):
        hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        half = (found[4] or "").lower()
        in_range = 1 <= hour <= 12 if half else hour <= 23
        if in_range and minute <= 59 and second <= 59:
            return time(hour % 12 + 12 * (half == "pm") if half else hour, minute, second)
    raise NotADay(f"'{written}' is not a time of day. Write it as 20:00.")


def _with_offset(day: date, rest: str, written: str) -> datetime:
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{rest.replace('Z', '+00:00')}").astimezone(LONDON)
    except ValueError as error:
        raise NotADay(f"'{written}' is not a moment. Write it as 2026-10-23T20:00.") from error


def _split(written: str) -> tuple[date, str]:
    if found := _ISO.match(written) or _COMPACT.match(written):
        return _day(int(found[1]), int(found[3]), int(found[4]), written), written[found.end() :]
    if found := _BRITISH.match(written):
        return _day(int(found[4]), int(found[3]), int(found[1]), written), written[found.end() :]
    if (found := _SPELT.match(written)) and (month := _month(found[2])):
        return _day(int(found[3]), month, int(found[1]), written), written[found.end() :]
    if (found := _MONTH_FIRST.match(written)) and (month := _month(found[1])):
        return _day(int(found[3]), month, int(found[2]), written), written[found.end() :]
    raise NotADay(f"'{written}' is not a day. Write it as 2026-11-05.")


def _month(name: str) -> int:
    """The number of a month from its name or the first letters of it; 0 for what is none."""
    spelt = [n for n, month in enumerate(_NAMES, 1) if month.lower().startswith(name.lower())]
    return spelt[0] if spelt else 9 if name.lower() == "sept" else 0


def _day(year: int, month: int, day: int, written: str) -> date:
    if not _EARLIEST <= year <= _LATEST:
        raise NotADay(f"'{written}' is in the year {year}: years run from {_EARLIEST} to {_LATEST}.")
    if not 1 <= month <= 12:
        raise NotADay(f"'{written}' has no such month. Write days as 2026-11-05 or 05/11/2026.")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADay(f"'{written}' never was: {_NAMES[month - 1]} {year} had no day {day}.") from error
