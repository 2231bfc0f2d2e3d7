"""One file of events looked through, before anything is written: every fault as a sentence that names it.

Everything is read once, so that a page that was damaged on the way is found here and not half-way through the work.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from goldthread.duties.replay.events import (
    COLUMNS,
    EARLIEST,
    LATEST,
    MAY_BE_NULL,
    SAID_AS,
    literal,
    part_sql,
    quoted,
    reading,
    relation,
)
from goldthread.duties.replay.share import Share, kept, too_little
from goldthread.duties.words import WORDS

_MOMENTS = ("at", "recorded", "superseded")
_OURS = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)
_AGAIN = "Copy it again from where it came, or export it again."


class Look(NamedTuple):
    """A file to look through. `parts` is how many files the children are divided over."""

    file: Path
    parts: int
    share: Share


class Found(NamedTuple):
    """What one file holds: its faults as sentences, its rows, about how many children, their lowest and highest number,

    the lowest and highest number of the file that its children belong to, and how many rows say each word.
    """

    file: Path
    faults: tuple[str, ...]
    rows: int = 0
    children: int = 0
    people: tuple[int, int] = (0, 0)
    places: tuple[int, int] = (0, 0)
    words: dict[str, int] = {}


def look_through(look: Look) -> Found:
    """One file, every row of it."""
    if fault := _not_parquet(look.file):
        return Found(look.file, (fault,))
    try:
        with kept(look.share) as database:
            faults = tuple(_columns(look.file, database))
            return Found(look.file, faults) if faults else _contents(look, database)
    except duckdb.OutOfMemoryException:
        return Found(look.file, (too_little(look.share, look.file),))
    except _OURS:
        raise
    except duckdb.Error as error:
        return Found(look.file, (f"{look.file} is damaged: {_first(str(error))}. {_AGAIN}",))


def _not_parquet(file: Path) -> str | None:
    """Why a file is none of Parquet's, by its first and last four bytes."""
    try:
        with file.open("rb") as opened:
            first = opened.read(4)
            last = opened.seek(0, 2) >= 12 and opened.seek(-4, 2) and opened.read(4)
    except OSError as error:
        return f"{file} cannot be read: {error.strerror}. Put that right, or take it out of the folder."
    if first != b"PAR1":
        what = "is not a Parquet file" if first else "is empty, without a single byte"
        return f"{file} {what}. {_AGAIN}"
    return (
        None
        if last == b"PAR1"
        else f"{file} is cut short: it begins as a Parquet file and does not end as one. {_AGAIN}"
    )


def _columns(file: Path, database: duckdb.DuckDBPyConnection) -> Iterator[str]:
    rows = database.execute(f"DESCRIBE SELECT * FROM {reading(file)}").fetchall()
    types = {str(row[0]): _plain(str(row[1])) for row in rows}
    for name, wanted in COLUMNS.items():
        if name not in types:
            near = _near(name, (known for known in types if known not in COLUMNS))
            yield f"{file} has no column `{name}`, which is {SAID_AS[wanted]}.{near} Write the events with it."
        elif types[name] != wanted:
            yield f"{file} has {types[name]} in its column `{name}`, where {SAID_AS[wanted]} is wanted. Write the column so."


def _plain(kind: str) -> str:
    return "VARCHAR" if kind.startswith("ENUM") else kind


def _contents(look: Look, database: duckdb.DuckDBPyConnection) -> Found:
    database.execute(f"CREATE OR REPLACE TEMP VIEW looked AS {relation(look.file)}")
    counted = database.execute(_counting(look.parts)).fetchone()
    assert counted is not None
    rows, children, lowest, highest, first, last, _, words, *wrong = counted
    if not rows:
        return Found(look.file, ())
    faults = [_fault(look.file, test, database) for test, fails in zip(_tests(), wrong, strict=True) if fails]
    return Found(look.file, tuple(faults), rows, children, (lowest or 0, highest or 0), (first or 0, last or 0), words)


def _counting(parts: int) -> str:
    """One look over the rows: how many, how many children, between which numbers, and whether any row fails each test.

    The length of the keys is asked only so that every page of text is read: `entry` and `word` are read by their tests.
    """
    place = part_sql("person", parts)
    fails = ", ".join(test.any for test in _tests())
    return f"""SELECT count(*), approx_count_distinct(person), min(person), max(person), min({place}), max({place}),
        max(strlen(key)), histogram(word), {fails} FROM looked"""


class _Test(NamedTuple):
    """Whether a row fails it, and whether any does, as SQL; what to say of the first that does (`{row}`, `{value}`) and what to do.

    `any` is an aggregate, several times as fast as looking for the rows that fail: those are sought where there are some.
    """

    failing: str
    any: str
    value: str
    says: str


def _tests() -> tuple[_Test, ...]:
    nulls = [_null(name) for name in COLUMNS if name not in MAY_BE_NULL]
    moments = [_outside(name, "timestamptz") for name in _MOMENTS]
    return (
        *nulls,
        _Test("entry = ''", "min(entry) = ''", "''", "has nothing in `entry` ({row}). Say which entry each word comes from."),
        _Test("person < 0", "min(person) < 0", "person", "has a child with the number {value}. Number children from 0 upwards."),
        _unknown_word(),
        _outside("day", "date"),
        *moments,
        _Test("superseded < recorded", "bool_or(superseded < recorded)", "superseded", "has a version replaced on {value}, before it was recorded ({row}). Put right which moment is which."),
    )  # fmt: skip


def _unknown_word() -> _Test:
    known = ", ".join(literal(name) for name in WORDS)
    return _Test(
        f"word NOT IN ({known})",
        f"NOT list_has_all([{known}], map_keys(histogram(word)))",
        "word",
        "has the word `{value}` ({row}), which no duty knows. {hint}",
    )


def _null(name: str) -> _Test:
    return _Test(
        f"{quoted(name)} IS NULL",
        f"count({quoted(name)}) < count(*)",
        "''",
        f"has no value in `{name}` ({{row}}). Only {' and '.join(MAY_BE_NULL)} may be left empty.",
    )


def _outside(name: str, kind: str) -> _Test:
    column, first, after = quoted(name), f"{kind} '{EARLIEST}-01-01'", f"{kind} '{LATEST + 1}-01-01'"
    return _Test(
        f"{column} < {first} OR {column} >= {after}",
        f"min({column}) < {first} OR max({column}) >= {after}",
        column,
        f"has {{value}} in `{name}` ({{row}}). Years run from {EARLIEST} to {LATEST}: leave out what has no day, and never write one that stands for none.",
    )


def _fault(file: Path, test: _Test, database: duckdb.DuckDBPyConnection) -> str:
    """The first row that fails a test, in a sentence. Days are fetched as text: Python knows no year after 9999."""
    fetched = (
        f"SELECT person, word, day::varchar, entry, ({test.value})::varchar FROM looked WHERE {test.failing} LIMIT 1"
    )
    row = database.execute(fetched).fetchone()
    assert row is not None
    person, word, day, entry, value = row
    said = f"child {person}, {word} on {day}, entry {entry}"
    return f"{file} {test.says.format(row=said, value=value, hint=_hint(value) if '{hint}' in test.says else '')}"


def _hint(word: Any) -> str:
    return f"Take it out, or spell it as it stands in docs/rules.md.{_near(str(word), WORDS)}"


def _near(name: str, names: Iterable[str]) -> str:
    close = get_close_matches(name, list(names), n=1, cutoff=0.7)
    return f" Is `{close[0]}` meant?" if close else ""


def _first(message: str) -> str:
    """The first line of what the engine says, without its kind and its full stop."""
    return message.splitlines()[0].partition(": ")[2].strip().rstrip(".") or message.strip()
