"""Promises of storing: entries can name each other, and a life told after the event keeps its own moments."""

from datetime import UTC, date, datetime, timedelta

from goldthread.record.models import Spoken, Standing, Version
from goldthread.record.speak import NewEntry
from goldthread.record.store import Stands, new_people, store, take_entry_numbers
from tests.record.conftest import NOW

LONG_AGO = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)


def referral(person, **more):
    return NewEntry(person, "referral", date(2026, 9, 1), {"source": "2A", "decision": "accepted"}, **more)


def test_an_entry_stored_with_a_number_taken_before_has_that_number(office):
    (person,) = new_people([None], [None])
    (number,) = take_entry_numbers(1)
    assert store([referral(person, number=number)], None, NOW) == [number]


def test_a_closing_can_name_the_referral_it_is_stored_with(office):
    (person,) = new_people([None], [None])
    (number,) = take_entry_numbers(1)
    closing = NewEntry(person, "closing", date(2026, 10, 1), {"closes": number, "reason": "RC8"})
    store([referral(person, number=number), closing], None, NOW)
    assert {s.word: s.key for s in Spoken.objects.filter(word__startswith="need.")} == {
        "need.begins": str(number),
        "need.ends": str(number),
    }
    assert not Standing.objects.filter(open=True).exists()


def test_numbers_taken_before_and_numbers_taken_now_never_meet(office):
    (person,) = new_people([None], [None])
    taken = take_entry_numbers(3)
    numbers = store([referral(person, number=n) for n in taken] + [referral(person)] * 3, None, NOW)
    assert len(set(numbers)) == 6


def test_an_entry_says_who_wrote_it_then_and_otherwise_who_writes_now(office):
    (person,) = new_people([None], [None])
    entries = [referral(person, by=office["priya"].pk), referral(person)]
    told, now = store(entries, office["ngozi"].pk, NOW)
    by = dict(Version.objects.values_list("entry", "by__username"))
    assert by == {told: "priya", now: "ngozi"}


def test_a_correction_told_after_the_event_supersedes_from_the_moment_it_was_made(office):
    (person,) = new_people([None], [None])
    later = LONG_AGO + timedelta(days=6)
    (number,) = store([referral(person, recorded=LONG_AGO, superseded=later)], None, NOW)
    store([referral(person, recorded=later, why="The wrong day.")], None, NOW, [Stands(number, number, 1, LONG_AGO)])
    first, second = Version.objects.filter(entry=number).order_by("number")
    assert first.superseded_at == second.recorded_at == later
    assert second.entered_at == LONG_AGO and second.superseded_at is None
    assert set(Spoken.objects.filter(version=first.pk).values_list("superseded_at", flat=True)) == {later}


def test_two_workers_told_one_after_the_other_do_not_overlap_though_the_first_was_once_open_ended(office):
    (person,) = new_people([None], [None])
    handed_over = LONG_AGO + timedelta(days=30)
    team = {"works_as": "social_worker", "team": office["east"].pk}
    first = NewEntry(person, "allocation", date(2026, 9, 1), team, recorded=LONG_AGO, superseded=handed_over)
    second = NewEntry(person, "allocation", date(2026, 10, 1), team, recorded=handed_over)
    number, _ = store([first, second], None, NOW)
    ended = NewEntry(person, "allocation", date(2026, 9, 1), team, until=date(2026, 10, 1), recorded=handed_over)
    store([ended], None, NOW, [Stands(number, number, 1, LONG_AGO)])
    assert Version.objects.filter(superseded_at=None).count() == 2
