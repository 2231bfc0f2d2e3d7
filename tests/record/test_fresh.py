"""Promises when the rules change: what is stored follows them, once, and what was not changed is left alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest
from django.db import connection

from goldthread.record import fresh
from goldthread.record.models import Occurrence, Standing, Version, WorkedOut


def test_what_was_worked_out_from_other_rules_is_worked_out_again(priya, kofi):
    fresh.bring_up_to_date(priya.now)
    right = list(Occurrence.objects.order_by("code", "due").values_list("code", "due"))
    Occurrence.objects.filter(person=kofi).delete()
    Standing.objects.filter(pk=kofi).update(kind="care")
    WorkedOut.objects.update(fingerprint="of rules that were")
    assert fresh.bring_up_to_date(priya.now) == 1
    assert list(Occurrence.objects.order_by("code", "due").values_list("code", "due")) == right
    assert Standing.objects.get(pk=kofi).kind == "open"


def test_nothing_is_done_while_the_rules_are_the_same(priya, kofi):
    fresh.bring_up_to_date(priya.now)
    assert fresh.bring_up_to_date(priya.now) == 0


def visited(priya, person, *, before_it_is_kept=lambda: None):
    with priya.act() as act:
        entry = act.write(person, "visit", date(2026, 11, 19), {"made": True, "child_seen": True})
        before_it_is_kept()
    return entry


def test_the_record_has_another_name_after_each_entry_and_the_same_until_then(priya, kofi):
    before = fresh.last_written()
    assert fresh.last_written() == before
    visited(priya, kofi)
    assert fresh.last_written() != before


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_after_something_newer_still_gives_the_record_another_name(priya, kofi):
    with priya.act() as act:
        rosa = act.new_person()
        act.write(rosa, "person", date(2026, 11, 2), {"forename": "Rosa", "born": date(2018, 3, 2)})
        act.write(rosa, "referral", date(2026, 11, 2), {"decision": "accepted", "decided": date(2026, 11, 2)})
    written, go_on = Event(), Event()

    def slowly():
        try:
            return visited(priya, kofi, before_it_is_kept=lambda: (written.set(), go_on.wait(20)))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        slow = other.submit(slowly)
        try:
            assert written.wait(20)
            newer = visited(priya, rosa)
            between = fresh.last_written()
        finally:
            go_on.set()
        older = slow.result(20)
    assert older < newer == Version.objects.latest("pk").pk
    assert fresh.last_written() != between
