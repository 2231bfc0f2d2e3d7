"""What the text of the engine is made of: statements, and places where the clock fills a calendar between two of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

INF = 3_000_000
"""A day after every other: what goes on ends then."""

NEVER = -1_000_000
"""A day before every other: what always held began then."""

_SHIFT = 1_000_000
BITS = 32
"""How many bits of the number of an event say its place; its day stands above them."""

_EPOCH = date(1970, 1, 1).toordinal()

SOURCES = 256
"""How many words may open one duty, its start and birthdays included."""

Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A calendar that the clock completes: for every key that `asks` finds and `table` does not know yet, `answer`."""

    table: str
    asks: str
    answer: Callable[[Key], Key]


Step = str | Fill


def number_of(day: date) -> int:
    """A day as the database counts it: days since 1970."""
    return day.toordinal() - _EPOCH


def day_numbered(number: int) -> date:
    return date.fromordinal(number + _EPOCH)


def code(day: str, place: str) -> str:
    """One number that names an event and sorts it: its day, then its place among all events."""
    return f"((CAST({day} AS BIGINT) + {_SHIFT}) * {1 << BITS} + {place})"


def day_in(event: str) -> str:
    """The day of an event, from its number."""
    return f"CAST(({event} >> {BITS}) - {_SHIFT} AS INTEGER)"


def turn(day: str, strict: str, source: str, event: str) -> str:
    """One number that sorts the openings of a stretch as the reference does: by day, the strict last, then where from."""
    place = f"((CAST({day} AS BIGINT) + {_SHIFT}) * 2 + CASE WHEN {strict} THEN 1 ELSE 0 END) * {SOURCES} + {source}"
    return f"(({place}) * {1 << BITS} + coalesce({event} & {(1 << BITS) - 1}, 0))"


def made(table: str, select: str) -> list[Step]:
    """A temporary table of what a query finds."""
    return [f"DROP TABLE IF EXISTS {table}", f"CREATE TEMP TABLE {table} AS\n{select.strip()}"]


def nothing(table: str, columns: str) -> list[Step]:
    """An empty table, where no rule of those that are asked has what would fill it."""
    return [f"DROP TABLE IF EXISTS {table}", f"CREATE TEMP TABLE {table} ({columns})"]


def gone(*tables: str) -> list[Step]:
    """Tables that nothing reads any more, so that they take no memory."""
    return [f"DROP TABLE IF EXISTS {table}" for table in tables]
