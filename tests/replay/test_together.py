"""Files that say little of what is asked are worked out together, and each still has its own rows."""

from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import duckdb
import pytest

from goldthread.duties.replay import one, running
from goldthread.duties.replay.looking import Found
from goldthread.duties.replay.one import Question, Task, work_out_files
from goldthread.duties.replay.share import Share, kept, leave
from goldthread.duties.replay.workers import Here
from tests.replay.making import some_lives, write_lives

SOME = Question(date(2026, 11, 20), codes=("FD01", "CP05"))
HEARD, UNHEARD = "referral.received", "foster_carer.approved"


@pytest.fixture
def here():
    workers = Here(10)  # room for ten thousand words
    yield workers
    workers.close()


@pytest.fixture
def task(tmp_path):
    """Two duties of three files, to be worked out together."""
    events = write_lives(tmp_path / "events", some_lives(9), 3)
    (tmp_path / "out").mkdir()
    files = tuple(sorted(events.glob("*.parquet")))
    share = Share(1, 300)
    yield Task(files, tuple(tmp_path / "out" / file.name for file in files), SOME, share)
    leave(share)


def found(*words: dict[str, int]) -> list[Found]:
    return [Found(Path(f"part-{n:04}.parquet"), (), sum(of.values()), 1, words=of) for n, of in enumerate(words)]


def sizes(asked, question, workers) -> list[int]:
    return [len(files) for files in running._together(asked, question, workers)]


def test_words_that_no_rule_asked_for_reads_take_no_room(here):
    here.number = 1
    asked = found(*[{HEARD: 4_000, UNHEARD: 90_000}] * 20)
    assert sizes(asked, SOME, here) == [2] * 10


def test_never_more_than_four_files_and_enough_for_every_worker(here):
    few = found(*[{HEARD: 1}] * 20)
    here.number = 1
    assert sizes(few, SOME, here) == [4] * 5
    here.number = 2
    assert sizes(few, SOME, here) == [2] * 10
    here.number = 9
    assert sizes(few, SOME, here) == [1] * 20


def test_all_duties_are_worked_out_file_by_file(here):
    here.number = 1
    assert sizes(found(*[{HEARD: 1}] * 20), Question(date(2026, 11, 20)), here) == [1] * 20


def test_each_file_has_the_rows_of_its_own_children(task):
    together = [rows(done.out) for done in work_out_files(task)]
    apart = [rows(done.out) for done in one._one_by_one(task)]
    assert together == apart
    assert all(together)


def test_where_there_is_not_room_for_all_they_are_worked_out_one_by_one(task, monkeypatch):
    write = one._write

    def with_little_room(task, database):
        if len(task.files) > 1:
            raise duckdb.OutOfMemoryException("too much")
        return write(task, database)

    monkeypatch.setattr(one, "_write", with_little_room)
    done = work_out_files(task)
    assert [one.out for one in done] == list(task.outs)
    assert not any(one.fault for one in done)


def test_threads_share_a_database_and_each_has_tables_of_its_own():
    share, both, seen = Share(1, 200), Barrier(2), {}

    def ask(name):
        with kept(share) as database:
            database.execute(f"CREATE TEMP TABLE mine AS SELECT '{name}' AS name")
            both.wait(10)
            seen[name] = database.execute("SELECT name, current_setting('TimeZone') FROM mine").fetchall()

    threads = [Thread(target=ask, args=(name,)) for name in ("one", "another")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    leave(share)
    assert seen == {"one": [("one", "UTC")], "another": [("another", "UTC")]}


def rows(file: Path) -> list[tuple]:
    with duckdb.connect() as database:
        return sorted(database.execute(f"SELECT person, code, opened::varchar, opened_by FROM '{file}'").fetchall())
