"""Promises of writing: one act is kept whole or not at all, nothing is overwritten, and what follows follows at once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from goldthread.people.sight import NotAllowed, SayWhy
from goldthread.record import act
from goldthread.record.act import Conflict
from goldthread.record.derive import NoOwner
from goldthread.record.models import Occurrence, Person, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.trail.reading import looks as looks_at
from tests.web.saying import said_why

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)


def reference(person):
    return Person.objects.get(pk=person).reference


def seen(priya, person, day, **values):
    with priya.act() as act:
        return act.write(person, "visit", day, {"made": True, "child_seen": True, "seen_alone": True, **values})


def test_an_open_child_whom_nobody_holds_belongs_to_the_manager_of_the_queue(priya, kofi, office):
    standing = Standing.objects.get(pk=kofi)
    assert standing.open and standing.team == office["east"] and standing.worker is None
    assert standing.next_due is not None


def test_an_open_child_with_no_team_to_hold_them_is_refused_and_nothing_is_kept(office):
    reach = Reach(office["ana"], NOW)
    with pytest.raises(NoOwner, match="Esi would be open with nobody to hold them"), reach.act() as act:
        person = act.new_person()
        act.write(person, "person", date(2026, 11, 2), {"forename": "Esi"})
        act.write(person, "referral", date(2026, 11, 2), {"decision": "accepted"})
    assert not Version.objects.exists() and not Person.objects.exists()


def test_the_database_refuses_an_open_child_without_an_owner_or_a_next_date(kofi):
    for nothing in ({"team": None}, {"next_due": None}):
        with pytest.raises(IntegrityError, match="no_open_child"), transaction.atomic():
            Standing.objects.filter(pk=kofi).update(**nothing)


def test_the_database_refuses_to_overwrite_or_delete_what_was_written(kofi):
    for sql in (
        "UPDATE record_version SET day = day + 1",
        "DELETE FROM record_version",
        "UPDATE record_referral SET said = 'nothing'",
        "DELETE FROM record_referral",
    ):
        with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_an_act_that_cannot_begin_leaves_no_transaction_open(priya, monkeypatch):
    """As where the lock of local promises is not to be had, or the connection is gone: whoever writes next on this connection is not inside of it."""

    def not_to_be_had():
        raise OperationalError("canceling statement due to lock timeout")

    monkeypatch.setattr(act, "hold", not_to_be_had)
    before = list(connection.atomic_blocks), list(connection.savepoint_ids)
    with pytest.raises(OperationalError), priya.act():
        raise AssertionError("it had not begun")
    assert (connection.atomic_blocks, connection.savepoint_ids) == before


def test_an_error_inside_an_act_keeps_nothing_of_it(priya, kofi):
    before = Version.objects.count()
    with pytest.raises(ZeroDivisionError), priya.act() as act:
        act.write(kofi, "note", date(2026, 11, 20), {"title": "A call"})
        raise ZeroDivisionError
    assert Version.objects.count() == before


def test_a_correction_is_a_new_version_and_the_old_one_stays_as_it_was_known(priya, kofi):
    number = seen(priya, kofi, date(2026, 11, 11), said="I like drawing")
    later = Reach(priya.actor, priya.now + timedelta(days=1))
    with later.act() as act:
        act.correct(number, 1, "I typed the wrong day", day=date(2026, 11, 12))
    newest, oldest = later.entry(number)
    assert (newest.day, newest.version, newest.values.said) == (date(2026, 11, 12), 2, "I like drawing")
    assert (oldest.day, oldest.superseded_at) == (date(2026, 11, 11), later.now)
    then = later.child(reference(kofi), known=priya.now)
    now = later.child(reference(kofi))
    assert then.standing["last_seen"] == date(2026, 11, 11) and now.standing["last_seen"] == date(2026, 11, 12)
    assert [e.day for e in later.entries(then, ["visit"])] == [date(2026, 11, 11)]


def test_two_people_who_change_one_entry_do_not_overwrite_each_other(priya, kofi):
    number = seen(priya, kofi, date(2026, 11, 11))
    with priya.act() as act:
        act.correct(number, 1, "first", values={"said": "one"})
    with pytest.raises(Conflict) as conflict, priya.act() as act:
        act.correct(number, 1, "second", values={"said": "two"})
    assert conflict.value.theirs == 2
    assert priya.entry(number)[0].values.said == "one"


def test_a_withdrawn_entry_counts_for_nothing_and_stays_readable(priya, kofi):
    number = seen(priya, kofi, date(2026, 11, 11))
    with priya.act() as act:
        act.withdraw(number, 1, "It was about another child")
    assert Standing.objects.get(pk=kofi).last_seen is None
    child = priya.child(reference(kofi))
    assert not priya.entries(child, ["visit"])
    assert [w.withdrawn for w in priya.entry(number)] == [True, False]
    assert priya.changes(child)[0].now.why == "It was about another child"


def test_two_social_workers_cannot_hold_one_child_at_the_same_time(priya, kofi, office):
    waiting = Version.objects.get(person=kofi, type="allocation")
    with pytest.raises(IntegrityError, match="one_at_a_time"), priya.act() as act:
        act.write(kofi, "allocation", date(2026, 11, 10), {"works_as": "social_worker", "worker": office["priya"].pk, "team": office["east"].pk})
    with priya.act() as act:
        act.end(waiting.entry, date(2026, 11, 10))
        act.write(kofi, "allocation", date(2026, 11, 10), {"works_as": "social_worker", "worker": office["priya"].pk, "team": office["east"].pk})
    assert Standing.objects.get(pk=kofi).worker == office["priya"]


def test_a_visit_to_three_children_where_one_was_not_seen_moves_only_the_duties_of_those_seen(priya, kofi, office):
    with priya.act() as act:
        sisters = [act.new_person() for _ in range(2)]
        for person in sisters:
            act.write(person, "referral", date(2026, 11, 2), {"decision": "accepted"})
        for person in (kofi, *sisters):
            act.write(person, "protection_plan", date(2026, 11, 2), {"latest_category": "NEG"})
    with priya.act() as act:
        together = act.together()
        for person, was_seen in ((kofi, True), (sisters[0], True), (sisters[1], False)):
            act.write(person, "visit", date(2026, 11, 12), {"made": True, "child_seen": was_seen}, together=together)
    visits = Occurrence.objects.filter(code="CP05", met=None).order_by("person").values_list("due", flat=True)
    assert list(visits) == [date(2026, 11, 26), date(2026, 11, 26), date(2026, 11, 16)]


def test_only_those_whose_team_holds_the_child_may_look_and_every_look_is_kept(priya, kofi, office):
    nora, ana = Reach(office["nora"], priya.now), Reach(office["ana"], priya.now)
    with pytest.raises(NotAllowed, match="Another team holds this record"):
        nora.child(reference(kofi))
    with pytest.raises(SayWhy):
        ana.child(reference(kofi))
    said_why(office["ana"], priya.now, kofi)
    ana = Reach(office["ana"], priya.now)
    child = ana.child(reference(kofi), reason="checking a return")
    looks = {look["worker__name"]: look for look in looks_at(child.person, priya.now - timedelta(days=1), priya.now)}
    assert looks["Nora"]["refused"] and not looks["Ana"]["refused"]
    assert looks["Ana"]["reason"] == "checking a return"
    assert not nora.standings().exists() and ana.standings().count() == 1


def test_nobody_writes_about_a_child_they_may_not_see(kofi, priya, office):
    nora = Reach(office["nora"], priya.now)
    with pytest.raises(NotAllowed), nora.act() as act:
        act.write(kofi, "note", date(2026, 11, 20), {"title": "A call"})


def test_a_role_that_does_not_write_is_told_so(priya, kofi, office):
    with pytest.raises(NotAllowed, match="Director of children's services|director"), Reach(office["dina"], priya.now).act() as act:
        act.write(kofi, "note", date(2026, 11, 20), {"title": "A call"})
