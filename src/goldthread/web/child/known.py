"""'As known on': reading the day somebody asks for, and the band that stays over the page."""

import re
from datetime import date, datetime, timedelta

from goldthread.clock.times import end_of
from goldthread.web import parts, wording
from goldthread.web.said import Link, Part

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = 1900


class NotThatDay(ValueError):
    """The day asked for cannot be shown. The message is a sentence that says what to do."""


def known_on(text: str, today: date) -> datetime | None:
    """The last moment of the day that was asked for; None for no day, and for today. Raises NotThatDay."""
    if not text.strip():
        return None
    day = read_day(text)
    if day is None or day.year < EARLIEST:
        raise NotThatDay(
            f"“{text.strip()}” is not a day we can read. Write it as 12/11/2026. This page shows what is known now."
        )
    if day > today:
        raise NotThatDay(f"{wording.full_day(day)} is still to come. This page shows what is known now.")
    return None if day == today else end_of(day)


def read_day(text: str) -> date | None:
    """A day as people write it: 2026-11-12, 12/11/2026, 12.11.26, 12 November 2026. None where it is no day."""
    found = re.findall(r"\d+|[A-Za-z]+", text.strip())
    if len(found) != 3:
        return None
    year, month, day = found if len(found[0]) == 4 else reversed(found)
    try:
        return date(_year(year), _month(month), int(day))
    except (ValueError, OverflowError):
        return None


def _year(text: str) -> int:
    return 2000 + int(text) if len(text) == 2 else int(text)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text[:3].lower()) + 1


def band(known: datetime, today: date, address: str, hidden: tuple[int, int], history: str) -> parts.Past:
    """The band over a page as known at the end of a day.

    `address` is the page's own, without its query; `hidden` how many entries and corrections came later; `history` the
    address, in the present, where they are read.
    """
    day = wording.as_day(known)
    later = day + timedelta(days=1)
    return parts.Past(
        day=wording.full_day(day),
        words=(*_hidden(hidden[0], history), *_undone(hidden[1], history), "Nothing can be written here."),
        earlier=f"{address}?known={day - timedelta(days=1)}",
        later=f"{address}?known={later}" if later < today else "",
        now=address,
    )


def _hidden(entries: int, history: str) -> tuple[Part, ...]:
    if not entries:
        return ("Nothing was recorded since. ",)
    return Link(wording.count(entries, "entry", "entries"), history), f" recorded since {'is' if entries == 1 else 'are'} hidden. "


def _undone(corrections: int, history: str) -> tuple[Part, ...]:
    if not corrections:
        return ()
    return Link(wording.count(corrections, "later correction"), history), f" {'is' if corrections == 1 else 'are'} undone. "
