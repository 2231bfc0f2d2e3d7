"""What a version of an entry says of its person: entry types turned into the words that duties understand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from goldthread.record.register import SAID, Says, entry_type

HERE = ZoneInfo("Europe/London")


class SpokenRow(NamedTuple):
    """A word, the day, the moment if known, and the identity of its episode ("" for the entry itself)."""

    word: str
    day: date
    at: datetime | None
    key: str


@dataclass(slots=True)
class NewEntry:
    """An entry about to be written. `values` holds the fields of its type; those left out are not said.

    The last four are for lives told after the event, such as the demo city's: the moment it is said to have been
    written down, the worker who wrote it, the moment a later version took its place, and a number taken beforehand
    (store.take_entry_numbers) by which what is stored with it can name it.
    """

    person: int
    type: str
    day: date
    values: Mapping[str, Any]
    until: date | None = None
    at: datetime | None = None
    origin: str | None = None
    together: int | None = None
    why: str = ""
    recorded: datetime | None = None
    by: int | None = None
    superseded: datetime | None = None
    number: int | None = None


def speak(entry: NewEntry, entered_at: datetime) -> Iterator[SpokenRow]:
    """The words of this entry, first written down at `entered_at`."""
    for says, conditions, days in _spoken_by(entry.type):
        if not all(_answers(entry.values, field, accepted) for field, accepted in conditions):
            continue
        day, at = _first_said(entry, days, entered_at)
        if day is not None:
            key = entry.values.get(says.key) if says.key else None
            yield SpokenRow(says.word.name, day, at, "" if key is None else str(key))


@cache
def _spoken_by(code: str) -> tuple[tuple[Says, tuple, tuple[Callable, ...]], ...]:
    return tuple(
        (s, tuple(s.when.items()), tuple(map(_reader, (s.on,) if isinstance(s.on, str) else s.on)))
        for s in entry_type(code).speaks
    )


def _reader(on: str) -> Callable[[NewEntry, datetime], date | datetime | None]:
    if on in ("day", "until", "at"):
        return lambda entry, entered: getattr(entry, on)
    if on == "entered":
        # What came in a file was written up in another system; the file does not say when, so nobody is called late.
        return lambda entry, entered: entry.day if entry.origin else entered
    return lambda entry, entered: entry.values.get(on)


def _answers(values: Mapping[str, Any], field: str, accepted: object) -> bool:
    value = values.get(field)
    return value not in (None, "") if accepted is SAID else value in accepted  # type: ignore[operator]


def _first_said(entry: NewEntry, days, entered: datetime) -> tuple[date | None, datetime | None]:
    for read in days:
        said = read(entry, entered)
        if isinstance(said, datetime):
            return said.astimezone(HERE).date(), said
        if said is not None:
            return said, None
    return None, None
