"""What a file of events holds, and which file a child belongs to.

A folder of events is `part-0000.parquet`, `part-0001.parquet` ... with `manifest.json` beside them. Each child is wholly in
one file, each file is in the order of its children, and each row is one version of one word (`goldthread.duties.Spoken`).
"""

from pathlib import Path

COLUMNS = {
    "person": "BIGINT",
    "word": "VARCHAR",
    "day": "DATE",
    "at": "TIMESTAMP WITH TIME ZONE",
    "key": "VARCHAR",
    "entry": "VARCHAR",
    "recorded": "TIMESTAMP WITH TIME ZONE",
    "superseded": "TIMESTAMP WITH TIME ZONE",
}
MAY_BE_NULL = ("at", "superseded")
SAID_AS = {
    "BIGINT": "a whole number of 64 bits (int64)",
    "VARCHAR": "text (string)",
    "DATE": "a day (date32)",
    "TIMESTAMP WITH TIME ZONE": "a moment with its zone (timestamp in microseconds, UTC)",
}
EARLIEST, LATEST = 1900, 2150

SPACE_BITS = 31
_SPACE = 1 << SPACE_BITS
_MULTIPLIER = 1_327_217_885  # the golden section of the space: neighbouring numbers land far apart, none on one another


class Refused(Exception):
    """What was handed over cannot be worked out; the message is sentences that name what is wrong and say what to do."""


def part_of(person: int, parts: int) -> int:
    """The number of the file that a child belongs to, of so many files. Children have numbers from 0 upwards."""
    return (person % _SPACE * _MULTIPLIER % _SPACE * parts) >> SPACE_BITS


def part_sql(column: str, parts: int) -> str:
    """`part_of` in SQL, the same on every engine: no product leaves 64 bits while there are fewer than 2 ** 31 files."""
    return f"((({column} % {_SPACE}) * {_MULTIPLIER} % {_SPACE} * {parts}) >> {SPACE_BITS})"


def part_name(number: int) -> str:
    """`part-0003.parquet`."""
    return f"part-{number:04}.parquet"


def relation(*files: str | Path) -> str:
    """SQL that reads files of events, with exactly the columns above. Dictionary-coded text is text."""
    return f"SELECT {', '.join(map(quoted, COLUMNS))} FROM {reading(*files)}"


def reading(*files: str | Path) -> str:
    """SQL for the rows of one file or several."""
    return f"read_parquet([{', '.join(literal(str(file)) for file in files)}])"


def quoted(name: str) -> str:
    """A name as SQL writes it, also where it is a word of SQL's own, as `at` is."""
    return f'"{name}"'


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
