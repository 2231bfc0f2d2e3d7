"""Promises of writing in bulk: whatever text a row holds arrives as it was, and work done in parts is the whole of the work."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from goldthread.record import apart, copying
from goldthread.record.asking import ask
from goldthread.record.copying import add, adding, as_text, copy_rows, copy_text

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


def test_few_rows_arrive_as_they_were_in_one_trip(table):
    ask(adding(*table, ROWS))
    assert stored() == ROWS


@pytest.mark.parametrize("few", [0, len(ROWS)])
def test_few_rows_or_many_arrive_alike(table, monkeypatch, few):
    monkeypatch.setattr(copying, "FEW", few)
    add((*table, ROWS[:4]), (*table, []), (*table, ROWS[4:]))
    assert stored() == ROWS


def test_what_is_there_already_may_be_replaced(table):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE held ADD PRIMARY KEY (n)")
    again = [(n, "again", *rest) for n, _, *rest in ROWS]
    ask(adding(*table, ROWS), adding(*table, again, "ON CONFLICT (n) DO UPDATE SET words = EXCLUDED.words"))
    assert [words for _, words, *_ in stored()] == ["again"] * len(ROWS)


def test_each_question_sees_what_those_before_it_changed_and_a_change_answers_nothing(table):
    assert ask(adding(*table, ROWS[:2]), ("SELECT n FROM held WHERE n > %s", [0]), ("DELETE FROM held", []), ("SELECT n FROM held", [])) == [[], [(1,)], [], []]


def test_what_the_database_refuses_is_told_as_it_tells_everything(table):
    with pytest.raises(IntegrityError, match="null value"), transaction.atomic():
        ask(("ALTER TABLE held ALTER words SET NOT NULL", []), adding("held", ("n",), [(1,)]), ("SELECT 1", []))


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
