"""Every version of every word into a folder of events: one question, streamed, in constant memory, as of one moment.

PostgreSQL sends the rows file by file and child by child; each file is written while its rows come in.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet
from django.db import connection

from goldthread.duties.replay.events import part_name, part_sql
from goldthread.duties.replay.manifest import Manifest, Part
from goldthread.duties.replay.settingsfile import said
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.measures.export import one_moment, streamed

MOMENT = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        ("person", pa.int64()),
        ("word", pa.dictionary(pa.int32(), pa.string())),
        ("day", pa.date32()),
        ("at", MOMENT),
        ("key", pa.string()),
        ("entry", pa.string()),
        ("recorded", MOMENT),
        ("superseded", MOMENT),
    ]
)
ROWS_A_FILE = 550_000


def parts_for(rows: int) -> int:
    """How many files make each hold from half a million to a million rows, or one file where there are fewer."""
    return max(1, round(rows / ROWS_A_FILE))


def write_events(folder: Path, now: datetime, parts: int | None = None, settings: Settings = DEFAULTS) -> Manifest:
    """Write the whole record's words into an empty folder, as it stands in one moment. `now` is when that was.

    `settings` are the authority's own, under which a replay works them out.
    """
    with one_moment():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL TIME ZONE 'UTC'")
            cursor.execute("SELECT count(*) FROM record_spoken")
            many = parts or parts_for(cursor.fetchone()[0])
        written = tuple(Files(folder, many).write(streamed(_query(many), _sent())))
    manifest = Manifest(written, now.isoformat(), said(settings))
    manifest.write(folder)
    return manifest


def _query(parts: int) -> str:
    return f"""SELECT {part_sql("person_id", parts)} AS part, person_id, word, day, at, key, entry, recorded_at, superseded_at
               FROM record_spoken ORDER BY 1, 2, recorded_at, id"""


def _sent() -> pa.Schema:
    """The columns as they come in: the number of the file first, and words as they are."""
    return pa.schema([("part", pa.int32())] + [(f.name, pa.string() if f.name == "word" else f.type) for f in SCHEMA])


class Files:
    """The files of a folder, one after the other, filled from rows that come in their order."""

    def __init__(self, folder: Path, parts: int) -> None:
        self.folder, self.parts = folder, parts
        self._rows = self._children = 0
        self._last: int | None = None

    def write(self, batches: Iterator[pa.RecordBatch]) -> Iterator[Part]:
        """Every file in turn, also one that no child belongs to."""
        pieces, waiting = self._pieces(batches), None
        for number in range(self.parts):
            self._rows = self._children = 0
            with parquet.ParquetWriter(self.folder / part_name(number), SCHEMA, compression="zstd", use_dictionary=["person", "word"]) as out:
                while waiting := waiting or next(pieces, None):
                    if waiting[0] != number:
                        break
                    self._add(out, waiting[1])
                    waiting = None
            yield Part(part_name(number), self._rows, self._children)

    def _pieces(self, batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[int, pa.Table]]:
        """Batches divided where one file ends and the next begins."""
        for batch in batches:
            for number in pc.unique(batch.column("part")).to_pylist():
                mine = pa.Table.from_batches([batch]).filter(pc.equal(batch.column("part"), number))
                yield number, mine.drop_columns("part").cast(SCHEMA)

    def _add(self, out: parquet.ParquetWriter, rows: pa.Table) -> None:
        out.write_table(rows)
        people = pc.unique(rows.column("person"))
        self._rows += rows.num_rows
        self._children += len(people) - (people[0].as_py() == self._last)
        self._last = people[-1].as_py()
