"""Which return year a file is of: from its name, its folder, or else from the days in it."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from goldthread.exchange.kinds import DAY, Unreadable
from goldthread.exchange.tables import Table

_SPAN = re.compile(r"(?<!\d)(20\d\d)[-_ /to]{0,4}(20)?(\d\d)(?!\d)")
_SINGLE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_STAMP = re.compile(r"(?<!\d)(20\d\d)-?(?:0\d|1[0-2])-?[0-3]\d(?!\d)")


def year_of_name(path: Path, below: Path | None = None) -> int | None:
    """The return year in a file's name, or in the nearest folder (down to `below`) that names exactly one.

    2017-18 and 201718 are the year that ends in 2018; a single year is taken as it stands.
    """
    parts = [path.stem]
    folder = path.parent
    while below and folder != below and folder != folder.parent:
        parts.append(folder.name)
        folder = folder.parent
    parts.append(folder.name)
    for part in parts:
        if year := _year_in(part):
            return year
    return None


def _year_in(name: str) -> int | None:
    years = {int(found[1]) for found in _STAMP.finditer(name)}
    name = _STAMP.sub(" ", name)
    for found in _SPAN.finditer(name):
        first, last = int(found[1]), int("20" + found[3])
        if last == first + 1:
            years.add(last)
            name = name.replace(found[0], " ")
    years |= {int(found[1]) for found in _SINGLE.finditer(name)}
    return years.pop() if len(years) == 1 else None


def year_of_sample(table: Table) -> int | None:
    """The return year (ending 31 March) of most of the latest days in the first rows of a table that has days."""
    at = table.places.get(table.shape.day)
    if at is None:
        return None
    years = Counter(year for _, record in table.sample if (year := _return_year(record, at)))
    often = [year for year, times in years.items() if times * 20 >= years.total()]
    return max(often, default=None)


def _return_year(record: object, at: int) -> int | None:
    try:
        day = DAY.read(record[at])
    except (Unreadable, IndexError):
        return None
    return day.year + (day.month > 3) if isinstance(day, date) else None
