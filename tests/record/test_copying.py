"""Promises of writing in bulk: whatever text a row holds arrives as it was, and work done in parts is the whole of the work."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from goldthread.record import apart
from goldthread.record.copying import as_text, copy_rows, copy_text

TEXTS = ["", "plain", "a\tb", "line\nbreak\r\n", "back\\slash", "\\N", "\\.", "“quoted” – £5 🙂", "{a,b}", "NULL", "' OR 1=1 --"]
ROWS = [(n, text, date(2026, 2, 28), datetime(2026, 10, 25, 1, 30, tzinfo=UTC), n % 2 == 0, None, ["care", "open"]) for n, text in enumerate(TEXTS)]


@pytest.fixture
def table(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE held (n int, words text, day date, at timestamptz, yes bool, nothing text, kinds text[]) ON COMMIT DROP")
    return "held", ("n", "words", "day", "at", "yes", "nothing", "kinds")


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM held ORDER BY n")
        return cursor.fetchall()


def test_rows_arrive_as_they_were_through_the_driver(table):
    copy_rows(*table, ROWS)
    assert stored() == ROWS


def test_rows_arrive_as_they_were_when_made_into_text_beforehand(table):
    copy_text(*table, [as_text(ROWS[:4]), as_text(ROWS[4:])])
    assert stored() == ROWS


def test_work_done_in_parts_is_the_whole_of_the_work_in_order(monkeypatch):
    monkeypatch.setattr(apart.os, "sched_getaffinity", lambda _: {0, 1, 2})
    parts = apart.in_parts(lambda numbers: [n * n for n in numbers], list(range(1001)))
    assert len(parts) == 3 and [n for part in parts for n in part] == [n * n for n in range(1001)]


def test_little_work_is_done_here(monkeypatch):
    monkeypatch.setattr(apart.os, "fork", lambda: pytest.fail("forked for three things"))
    assert apart.in_parts(sum, [1, 2, 3]) == [6]


def test_an_error_in_another_process_comes_back_as_itself(monkeypatch):
    monkeypatch.setattr(apart.os, "sched_getaffinity", lambda _: {0, 1})

    def refuse(numbers):
        if 999 in numbers:
            raise LookupError("Say which team takes the child.")

    with pytest.raises(LookupError, match="which team"):
        apart.in_parts(refuse, list(range(1000)))


def test_a_process_that_dies_is_told_and_not_taken_for_an_answer(monkeypatch):
    monkeypatch.setattr(apart.os, "sched_getaffinity", lambda _: {0, 1})

    def die(numbers):
        if 999 in numbers:
            apart.os._exit(9)

    with pytest.raises(RuntimeError, match="Nothing was kept; try again"):
        apart.in_parts(die, list(range(1000)))
