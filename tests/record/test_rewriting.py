"""Promises of storing what follows: one child is written in few trips, only what changed is touched, and nothing else differs."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldthread.record import derive as deriving
from goldthread.record.derive import derive
from goldthread.record.models import NameToken, Occurrence, Standing
from goldthread.record.rewriting import differences

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=ZoneInfo("UTC"))
TRIPS = 11  # to begin, lock, see, touch, number, add, read, write, tell the audit, keep; and one to spare


def numbers(person):
    return dict(Occurrence.objects.filter(person=person).values_list("pk", "code"))


def stored(person):
    """Everything that is derived of a person, without the numbers of rows."""
    tables = (Occurrence, NameToken)
    rows = [[{k: v for k, v in row.items() if k != "id"} for row in t.objects.filter(person=person).values()] for t in tables]
    return [Counter(tuple(row.items()) for row in some) for some in rows], Standing.objects.filter(person=person).values().get()


def visit(priya, person, day):
    with priya.act() as act:
        return act.write(person, "visit", day, {"made": True, "child_seen": True, "seen_alone": True})


@pytest.fixture
def trips(monkeypatch):
    """Counts the trips that are no statement of Django's own."""
    made = []
    pipeline = psycopg.Connection.pipeline
    monkeypatch.setattr(psycopg.Connection, "pipeline", lambda self: made.append(1) or pipeline(self))
    return made


def test_a_visit_to_one_child_takes_few_trips_to_the_database(priya, kofi, trips):
    with CaptureQueriesContext(connection) as asked:
        visit(priya, kofi, date(2026, 11, 5))
    assert len(asked) + len(trips) <= TRIPS


def test_a_note_that_changes_no_duty_leaves_every_stored_occurrence_where_it_is(priya, kofi):
    before = numbers(kofi)
    with priya.act() as act:
        act.write(kofi, "note", date(2026, 11, 5), {"title": "Rang", "kind": "other"})
    assert before and numbers(kofi) == before


def test_a_visit_replaces_only_what_it_changed(priya, kofi):
    before = numbers(kofi)
    visit(priya, kofi, date(2026, 11, 5))
    after = numbers(kofi)
    assert after.keys() - before.keys() and before.keys() & after.keys()


def test_what_few_people_are_left_with_is_what_many_are(priya, kofi, office, monkeypatch):
    visit(priya, kofi, date(2026, 11, 5))
    wrong = visit(priya, kofi, date(2026, 11, 12))
    with priya.act() as act:
        act.withdraw(wrong, 1, "Another child")
    changed = stored(kofi)
    monkeypatch.setattr(deriving, "FEW", 0)
    derive([kofi], NOW, office["east"].pk, office["priya"].pk)
    assert stored(kofi) == changed and changed[0][0] and changed[0][1]


def test_what_somebody_put_into_the_derived_tables_is_mended_by_the_next_entry(priya, kofi):
    visit(priya, kofi, date(2026, 11, 5))
    good = stored(kofi)
    Occurrence.objects.filter(person=kofi).update(span="for ever")
    NameToken.objects.filter(person=kofi).delete()
    Standing.objects.filter(person=kofi).update(surname="Somebody")
    with priya.act() as act:
        act.write(kofi, "note", date(2026, 11, 5), {"title": "Rang", "kind": "other"})
    assert stored(kofi) == good


def test_a_new_name_is_found_and_the_old_one_is_not(priya, kofi):
    with priya.act() as act:
        act.write(kofi, "person", date(2026, 11, 10), {"forename": "Kofi", "surname": "Alderwick", "born": date(2018, 3, 2)})
    assert sorted(NameToken.objects.filter(person=kofi).values_list("token", flat=True)) == ["alderwick", "kofi"]


ROWS = [(1, "A", 1, 1, "x"), (1, "A", 1, 1, "y"), (1, "B", 1, 1, None)]


@pytest.mark.parametrize("before", list(permutations(ROWS)))
def test_rows_are_found_in_whatever_order_they_stand(before):
    assert differences([(n, *row) for n, row in enumerate(before)], ROWS) == ([], [])


def test_rows_that_are_there_twice_are_wanted_twice_or_go():
    a, _, b = ROWS
    assert differences([(7, *a), (8, *a), (9, *b)], [a]) == ([8, 9], [])
    assert differences([(7, *a)], [a, a, b]) == ([], [a, b])


def test_one_moment_is_the_same_in_any_zone():
    at = datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("UTC"))
    there = at.astimezone(ZoneInfo("Europe/London"))
    assert differences([(1, *ROWS[0], at)], [(*ROWS[0], there)]) == ([], [])
    assert differences([(1, *ROWS[0], at)], [(*ROWS[0], there + timedelta(minutes=1))]) == ([1], [(*ROWS[0], there + timedelta(minutes=1))])
