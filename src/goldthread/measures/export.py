"""The facts written to Parquet, one file for each relation: streamed from PostgreSQL's COPY, never all in memory.

COPY hands over text, Arrow reads it in its own threads, and each batch is written before the next is read. Nothing is
downloaded: the reading engine needs no extension.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import psycopg
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as parquet
from django.db import connection, transaction

from goldthread.measures import facts

KINDS = {"bigint": pa.int64(), "integer": pa.int32(), "text": pa.string(), "date": pa.date32(), "boolean": pa.bool_()}
BLOCK = 8 << 20  # bytes of text read at once


def export_facts(folder: Path) -> dict[str, int]:
    """Write every relation that is read from the record into `folder`, as it stands in one moment. Returns rows by relation."""
    folder.mkdir(parents=True, exist_ok=True)
    with one_moment():
        return {name: copy_to_parquet(facts.from_record(name), facts.columns(name), folder / f"{name}.parquet") for name in facts.RECORDED}


@contextmanager
def one_moment() -> Iterator[None]:
    """A transaction in which every relation is read as of the same moment, where the caller has not begun one already."""
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def copy_to_parquet(query: str, columns: dict[str, str], file: Path) -> int:
    """Stream what a query selects into a Parquet file; `columns` names them in order, with a kind out of KINDS."""
    schema = pa.schema([(name, KINDS[kind]) for name, kind in columns.items()])
    partial, rows = file.with_suffix(".partial"), 0
    with parquet.ParquetWriter(partial, schema, compression="zstd") as writer:
        for batch in streamed(query, schema):
            writer.write_batch(batch)
            rows += batch.num_rows
    partial.replace(file)
    return rows


def streamed(query: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows of a query, a batch at a time, while PostgreSQL is still sending them. `schema` names its columns in order."""
    reading = csv.ReadOptions(column_names=schema.names, block_size=BLOCK)
    kinds = csv.ConvertOptions(
        column_types=schema, true_values=["t"], false_values=["f"], strings_can_be_null=True, quoted_strings_can_be_null=False, null_values=[""]
    )
    with _as_text(query) as text:
        try:
            yield from csv.open_csv(text, reading, csv.ParseOptions(newlines_in_values=False), kinds)
        except pa.ArrowInvalid as nothing:
            if "Empty" not in str(nothing):
                raise


@contextmanager
def _as_text(query: str) -> Iterator[BinaryIO]:
    """A file that gives the rows of a query as text while PostgreSQL is still sending them.

    The sending runs in a thread of its own on this thread's connection, which nobody else uses while the block runs.
    """
    connection.ensure_connection()
    reading, writing = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
    failed: list[BaseException] = []
    sender = Thread(target=_send, args=(connection.connection, query, writing, failed))
    sender.start()
    try:
        with reading:
            yield reading
    finally:
        sender.join()
    if failed:
        raise failed[0]


def _send(database: psycopg.Connection, query: str, out: BinaryIO, failed: list[BaseException]) -> None:
    try:
        with out, database.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv)") as copy:
            for block in copy:
                out.write(block)
    except BaseException as trouble:  # raised again in the thread that reads
        failed.append(trouble)
