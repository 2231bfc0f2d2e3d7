"""Small folders of events for the tests: lives said in words, written as `goldthread export-events` writes them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as parquet
from benchmarks.lives import child

from goldthread.duties import Spoken
from goldthread.duties.replay.events import part_name, part_of
from goldthread.duties.replay.manifest import Manifest, Part

MOMENT = pa.timestamp("us", tz="UTC")
KINDS = {
    "person": pa.int64(), "word": pa.dictionary(pa.int32(), pa.string()), "day": pa.date32(), "at": MOMENT,
    "key": pa.string(), "entry": pa.string(), "recorded": MOMENT, "superseded": MOMENT,
}  # fmt: skip
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BASE = date(2022, 1, 3)


def row(person: int = 1, word: str = "referral.received", **other) -> dict:
    """One version of a word, with what is said of it otherwise."""
    usual = {"day": date(2026, 3, 2), "at": None, "key": "7", "entry": "7", "recorded": NOON, "superseded": None}
    return {"person": person, "word": word} | usual | other


def write_part(folder: Path, number: int, rows: list[dict], kinds: dict | None = None) -> Path:
    """One file of events; `kinds` are the columns it has instead of the usual ones."""
    folder.mkdir(exist_ok=True)
    schema = pa.schema(list((KINDS if kinds is None else kinds).items()))
    file = folder / part_name(number)
    parquet.write_table(pa.Table.from_pylist(rows, schema), file)
    return file


def write_lives(folder: Path, lives: dict[int, list[Spoken]], parts: int, settings: dict | None = None) -> Path:
    """Every life in the file where it belongs, and the manifest."""
    written = []
    for number in range(parts):
        people = [person for person in sorted(lives) if part_of(person, parts) == number]
        rows = [{"person": person, **s._asdict()} for person in people for s in lives[person]]
        write_part(folder, number, [r | {"entry": str(r["entry"])} for r in rows])
        written.append(Part(part_name(number), len(rows), len(people)))
    Manifest(tuple(written), NOON.isoformat(), settings or {}).write(folder)
    return folder


def a_life(seed: int, base: date = BASE) -> list[Spoken]:
    """A life that could be, from contacts to leaving care, with corrections and withdrawals."""
    start = datetime(base.year, base.month, base.day, tzinfo=UTC)
    return [
        Spoken(
            r.word, base + timedelta(days=r.day), start + timedelta(days=r.day, minutes=r.at) if r.at >= 0 else None,
            str(r.key), str(r.entry), start + timedelta(minutes=r.recorded),
            start + timedelta(minutes=r.superseded) if r.superseded >= 0 else None,
        )
        for r in child(Random(seed)).rows
    ]  # fmt: skip


def some_lives(many: int, first: int = 1) -> dict[int, list[Spoken]]:
    """So many lives by the numbers of their children."""
    return {person: a_life(person) for person in range(first, first + many)}


def one_good(folder):
    """A file of two children that nothing is wrong with."""
    return write_part(folder, 0, [row(1), row(2)])
