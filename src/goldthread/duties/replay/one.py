"""Files of events worked out: the same function in this process, in several on a machine, and on a cluster.

A database takes as long over a question of one file as of several small ones, so files that say little of what the rules that
are asked listen to are worked out together.
"""

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import duckdb

from goldthread.clock.calendars import NotPublished
from goldthread.duties.replay.events import literal, reading, relation
from goldthread.duties.replay.settingsfile import said
from goldthread.duties.replay.share import Share, connected, kept, too_little
from goldthread.duties.rules import RULES
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.sql import duck, states

MARK = "goldthread"  # under this name a result says what it was worked out from
_END = 1 << 16  # bytes of a Parquet file's end, where it lists what it holds


class Question(NamedTuple):
    """What is asked of every file. `codes` are the duties wanted, all where none is named; `code` names this program."""

    on: date
    known: date | datetime | None = None
    settings: Settings = DEFAULTS
    codes: tuple[str, ...] = ()
    code: str = ""

    @property
    def rules(self) -> tuple[Duty, ...]:
        return tuple(duty for duty in RULES if not self.codes or set(duty.codes) & set(self.codes))

    def mark(self, file: Path) -> str:
        """What a result rests on: the question, the program, and the file as it is. Another mark may be another result."""
        status = file.stat()
        with file.open("rb") as opened:
            opened.seek(max(0, status.st_size - _END))
            end = sha256(opened.read()).hexdigest()
        asked = (self.on, self.known, said(self.settings), self.codes, self.code)
        return sha256(repr((asked, status.st_size, status.st_mtime_ns, end)).encode()).hexdigest()


class Task(NamedTuple):
    """Files to work out together, and the files to write."""

    files: tuple[Path, ...]
    outs: tuple[Path, ...]
    question: Question
    share: Share


class Done(NamedTuple):
    """A file written, with how many occurrences and in how many seconds, its part of those of all that were worked out together;

    or the sentence that says why it was not.
    """

    out: Path
    rows: int = 0
    seconds: float = 0.0
    fault: str = ""


def work_out_files(task: Task) -> list[Done]:
    """Every occurrence of every duty in some files, with its state on the day asked, each file written aside and renamed."""
    began, file, out = perf_counter(), task.files[0], task.outs[0]
    try:
        with kept(task.share) as database:
            rows = _write(task, database)
        seconds = (perf_counter() - began) / len(rows)
        return [Done(out, many, seconds) for out, many in zip(task.outs, rows, strict=True)]
    except duckdb.OutOfMemoryException:
        return _one_by_one(task) if len(task.files) > 1 else [Done(out, fault=too_little(task.share, file))]
    except NotPublished as error:
        return [Done(out, fault=f"{file} cannot be worked out: {error}")]
    except (duckdb.IOException, OSError) as error:
        said = str(error).splitlines()[0].rstrip(".")
        return [Done(out, fault=f"{out} could not be written: {said}. Put that right and start again.")]


def _one_by_one(task: Task) -> list[Done]:
    alone = (task._replace(files=(file,), outs=(out,)) for file, out in zip(task.files, task.outs, strict=True))
    return [done for one in alone for done in work_out_files(one)]


def _write(task: Task, database: duckdb.DuckDBPyConnection) -> list[int]:
    question = task.question
    marks = [question.mark(file) for file in task.files]
    database.execute(f"CREATE OR REPLACE TEMP VIEW events AS {relation(*task.files)}")
    found = duck.work_out(database, "events", question.rules, question.settings, question.known)
    state = states.state_on(f"DATE '{question.on}'")
    rows = f"SELECT o.*, {state} AS state FROM {found} o"
    written = []
    for file, out, mark in zip(task.files, task.outs, marks, strict=True):
        of_file = f" WHERE o.person IN (SELECT DISTINCT person FROM {reading(file)})" if len(marks) > 1 else ""
        written.append(_copy(f"{rows}{of_file}", out, mark, database))
    database.execute(f"DROP TABLE {found}")
    return written


def _copy(rows: str, out: Path, mark: str, database: duckdb.DuckDBPyConnection) -> int:
    aside = out.with_suffix(".partial")
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{MARK}: {literal(mark)}}}"
    written = database.execute(f"COPY ({rows}) TO {literal(str(aside))} ({options})").fetchone()
    aside.replace(out)
    return int(written[0]) if written else 0


def mark_of(out: Path) -> str | None:
    """What a result that stands there was worked out from; None where there is none, or none of ours."""
    if not out.is_file():
        return None
    with connected(Share(1, 200)) as database:
        try:
            asked = f"SELECT value FROM parquet_kv_metadata({literal(str(out))}) WHERE key = {literal(MARK)}"
            row = database.execute(asked).fetchone()
        except duckdb.Error:
            return None
    return bytes(row[0]).decode() if row else None
