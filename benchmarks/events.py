"""A folder of events of any size: lives that could be, moved in time and numbered, written as `export-events` writes them.

    python -m benchmarks.events DIR --events 10000000 [--seed 1] [--parts N]

The same arguments give the same events. What would have been written down after the last day is left out, so that most
lives go on. Constant memory: a thousand children at a time.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet

from benchmarks import lives
from benchmarks.life import Life
from goldthread.duties.replay.events import SPACE_BITS, part_name
from goldthread.duties.replay.manifest import Manifest, Part

LIVES = 3000
FIRST, LAST = date(2013, 6, 3), date(2026, 11, 20)  # the first days of lives lie between, and nothing is recorded later
AT_ONCE = 1000  # children
ENTRIES = 4096  # numbers of entries kept for each person
EPOCH = date(1970, 1, 1)
MINUTE = 60_000_000  # microseconds
MOMENT = pa.timestamp("us", tz="UTC")


class Lives(NamedTuple):
    """Every row of every life in columns, with where each life begins and how many rows it has."""

    words: list[str]
    word: np.ndarray
    day: np.ndarray
    at: np.ndarray
    key: np.ndarray
    entry: np.ndarray
    recorded: np.ndarray
    superseded: np.ndarray
    begins: np.ndarray
    rows: np.ndarray


def tell(seed: int, many: int = LIVES) -> Lives:
    """So many lives, some of them of carers, adults, workers and homes where the rules have words of them."""
    told = [_one(Random(f"{seed} {number}")) for number in range(many)]
    rows = [row for life in told for row in life.rows]
    words = sorted({row.word for row in rows})
    places = {word: n for n, word in enumerate(words)}
    columns = [np.array(column, dtype=np.int64) for column in list(zip(*rows, strict=True))[1:]]
    word = np.array([places[row.word] for row in rows], dtype=np.int32)
    lengths = np.array([len(life.rows) for life in told])
    return Lives(words, word, *columns, np.cumsum(lengths) - lengths, lengths)


def _one(chance: Random) -> Life:
    if lives.ABOUT_OTHERS and chance.random() < lives.OTHERS:
        return lives.other(chance, chance.choice(lives.ABOUT_OTHERS))
    return lives.child(chance)


def write(folder: Path, events: int, seed: int = 1, parts: int | None = None) -> Manifest:
    """About so many events into a new folder."""
    folder.mkdir(parents=True)
    told = tell(seed)
    children = max(1, round(events / _rows_a_child(told, seed)))
    parts = parts or max(1, round(events / 550_000))
    place = _part_of(np.arange(1, children + 1), parts)
    written = tuple(_file(folder / part_name(n), told, np.flatnonzero(place == n) + 1, seed) for n in range(parts))
    manifest = Manifest(written, datetime.combine(LAST, datetime.min.time(), UTC).isoformat(), {})
    manifest.write(folder)
    return manifest


def _part_of(people: np.ndarray, parts: int) -> np.ndarray:
    """`goldthread.duties.replay.events.part_of` of many at once; the first call of `write` is checked against it."""
    from goldthread.duties.replay.events import part_of

    space = 1 << SPACE_BITS
    found = (people % space * 1_327_217_885 % space * parts) >> SPACE_BITS
    assert [int(n) for n in found[:100]] == [part_of(int(person), parts) for person in people[:100]]
    return found


def _rows_a_child(told: Lives, seed: int) -> float:
    some = np.arange(1, 4001)
    return sum(table.num_rows for table in _tables(told, some, seed)) / len(some)


def _file(file: Path, told: Lives, people: np.ndarray, seed: int) -> Part:
    rows = 0
    with parquet.ParquetWriter(file, _schema(), compression="zstd", compression_level=1, use_dictionary=["person", "word"]) as out:
        for table in _tables(told, people, seed):
            out.write_table(table)
            rows += table.num_rows
    return Part(file.name, rows, len(people))


def _schema() -> pa.Schema:
    kinds = (pa.int64(), pa.dictionary(pa.int32(), pa.string()), pa.date32(), MOMENT, pa.string(), pa.string(), MOMENT, MOMENT)
    names = ("person", "word", "day", "at", "key", "entry", "recorded", "superseded")
    return pa.schema(list(zip(names, kinds, strict=True)))


def _tables(told: Lives, people: np.ndarray, seed: int) -> Iterator[pa.Table]:
    for start in range(0, len(people), AT_ONCE):
        yield _table(told, people[start : start + AT_ONCE], seed)


def _table(told: Lives, people: np.ndarray, seed: int) -> pa.Table:
    """The rows of some people: which life each has and when it begins follows from their number and the seed alone."""
    mixed = _mixed(people.astype(np.uint64) + np.uint64(seed) * np.uint64(1 << 40))
    which = (mixed % np.uint64(len(told.rows))).astype(np.int64)
    weeks = (mixed >> np.uint64(32)) % np.uint64((LAST - FIRST).days // 7)
    first = (FIRST - EPOCH).days + 7 * weeks.astype(np.int64)
    many = told.rows[which]
    whose = np.repeat(np.arange(len(people)), many)
    rows = np.arange(many.sum()) + np.repeat(told.begins[which] - (np.cumsum(many) - many), many)
    last = ((LAST - EPOCH).days + 1) * 1440
    kept = told.recorded[rows] + first[whose] * 1440 < last
    return _columns(told, rows[kept], people[whose[kept]], first[whose[kept]], last)


def _columns(told: Lives, rows: np.ndarray, person: np.ndarray, first: np.ndarray, last: int) -> pa.Table:
    day, recorded = told.day[rows] + first, told.recorded[rows] + first * 1440
    at, superseded = told.at[rows], told.superseded[rows]
    replaced = superseded + first * 1440
    columns = [
        pa.array(person),
        pa.DictionaryArray.from_arrays(told.word[rows], told.words),
        pa.array(day.astype(np.int32)).cast(pa.date32()),
        _moments(day * 1440 + at, at < 0),
        pc.cast(pa.array(person * ENTRIES + told.key[rows]), pa.string()),
        pc.cast(pa.array(person * ENTRIES + told.entry[rows]), pa.string()),
        _moments(recorded, np.zeros(len(rows), dtype=bool)),
        _moments(replaced, (superseded < 0) | (replaced >= last)),
    ]
    return pa.Table.from_arrays(columns, schema=_schema())


def _moments(minutes: np.ndarray, none: np.ndarray) -> pa.Array:
    return pa.array(minutes * MINUTE, mask=none).cast(pa.timestamp("us")).cast(MOMENT)


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Numbers that look as if drawn by lot, each from its own alone (splitmix64)."""
    with np.errstate(over="ignore"):
        numbers = numbers * np.uint64(0x9E3779B97F4A7C15)
        numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.events", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parts", type=int)
    given = parser.parse_args()
    began = perf_counter()
    manifest = write(given.folder, given.events, given.seed, given.parts)
    rows, children = (sum(getattr(part, what) for part in manifest.parts) for what in ("rows", "children"))
    print(f"{rows:,} events of {children:,} people in {len(manifest.parts)} files, {perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
