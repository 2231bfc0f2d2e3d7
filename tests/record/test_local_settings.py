"""What the authority settles: kept like any other entry, in force from its day on, and never rewriting what was owed before."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from django.db import DatabaseError, connection, transaction

from goldthread.duties import DEFAULTS
from goldthread.duties.settings import LeapDay
from goldthread.people.models import Worker
from goldthread.people.sight import NotAllowed
from goldthread.record import fresh
from goldthread.record.local import changing
from goldthread.record.local.changing import settle, take_back
from goldthread.record.local.checks import Choice, Nonsense
from goldthread.record.local.inforce import in_force, standing
from goldthread.record.local.models import KEPT, NUMBER, POLICY, SCHOOL, LocalSetting
from goldthread.record.local.words import NUMBERS
from goldthread.record.models import Occurrence
from goldthread.record.reach import Reach
from tests.record.conftest import NOW
from tests.web.saying import said_why

VISITS = "child in need visit"
LATER = NOW + timedelta(days=3)


@pytest.fixture
def lead(office):
    return Worker.objects.create_user("sunita", None, name="Sunita", role="practice_lead")


@pytest.fixture
def helped(priya, kofi):
    """Kofi has a child in need plan from 4 November, and was seen on the 10th."""
    with priya.act() as act:
        act.write(kofi, "need_plan", date(2026, 11, 4), {})
        act.write(kofi, "visit", date(2026, 11, 10), {"made": True, "child_seen": True})
    return kofi


def number(value="10 working days", since=date(2026, 11, 6), name=VISITS, why="We see children more often."):
    return Choice(NUMBER, name, value, since, why)


def visits(person):
    """(opened, span, due) of the child in need visits that are stored."""
    found = Occurrence.objects.filter(person=person, code="CN03").order_by("opened")
    return list(found.values_list("opened", "span", "due"))


def test_without_a_choice_everything_is_as_usual(office):
    assert in_force() is DEFAULTS
    assert in_force(NOW) is DEFAULTS


def test_what_opened_before_the_day_keeps_the_number_of_its_own_day(lead, helped):
    settle(lead, NOW, number())
    (first, second) = visits(helped)
    assert first[:2] == (date(2026, 11, 4), f"20 working days (local: {VISITS})")
    assert second == (date(2026, 11, 10), f"10 working days (local: {VISITS})", date(2026, 11, 24))


def test_a_number_to_come_changes_nothing_yet_and_holds_from_its_day_on(lead, helped, office):
    before = visits(helped)
    assert settle(lead, NOW, number(since=date(2026, 12, 1))).children == 0
    assert visits(helped) == before
    with Reach(office["priya"], datetime(2026, 12, 2, 9, tzinfo=UTC)).act() as act:
        act.write(helped, "visit", date(2026, 12, 2), {"made": True, "child_seen": True})
    assert visits(helped)[-1] == (date(2026, 12, 2), f"10 working days (local: {VISITS})", date(2026, 12, 16))


def test_taken_back_what_was_chosen_before_holds_again_and_both_stay_readable(lead, helped):
    usual = visits(helped)
    first = settle(lead, NOW, number()).setting
    second = settle(lead, LATER, number("5 working days")).setting
    assert visits(helped)[-1][1].startswith("5 ")
    take_back(lead, LATER, second.pk, "Meant for another duty.")
    assert visits(helped)[-1][1].startswith("10 ")
    take_back(lead, LATER, first.pk, "Not agreed.")
    assert visits(helped) == usual
    assert LocalSetting.objects.count() == 4 and standing() == ()
    with pytest.raises(Nonsense, match="taken back already"):
        take_back(lead, LATER, first.pk, "Again.")


def test_as_known_before_somebody_settled_it_the_number_was_still_the_usual_one(lead, helped, office):
    settle(lead, LATER, number())
    said_why(office["dina"], LATER, helped)
    reference = Reach(office["dina"], LATER).standings().get(person=helped).reference
    then = Reach(office["dina"], LATER).child(reference, known=NOW)
    now = Reach(office["dina"], LATER).child(reference)
    assert {o.span for o in then.owed if o.code == "CN03"} == {f"20 working days (local: {VISITS})"}
    assert f"10 working days (local: {VISITS})" in {o.span for o in now.owed if o.code == "CN03"}


def test_of_two_choices_for_one_day_the_later_one_holds(lead, office):
    settle(lead, NOW, number("10 working days"))
    settle(lead, NOW, number("15 working days"))
    assert in_force().versions(NUMBERS[VISITS])[0][1].number == 15


def test_a_duty_that_is_not_kept_opens_nothing_until_its_day(lead, helped):
    settle(lead, NOW, Choice(KEPT, "CN03", "not kept", None, "Not written down here yet."))
    assert visits(helped) == []
    settle(lead, NOW, Choice(KEPT, "CN03", "kept", date(2026, 11, 9), "The new form is in use."))
    assert [opened for opened, _, _ in visits(helped)] == [date(2026, 11, 10)]


def test_no_open_child_is_left_without_a_next_date(lead, kofi):
    codes = set(Occurrence.objects.filter(met=None, ended=None).values_list("code", flat=True))
    with pytest.raises(Nonsense, match="no next date without this duty"):
        for code in sorted(codes):
            settle(lead, NOW, Choice(KEPT, code, "not kept", None, "To see what happens."))
    assert Occurrence.objects.filter(person=kofi, met=None, ended=None).exists()


def test_policies_and_school_terms_are_settled_alike(lead, kofi):
    settle(lead, NOW, Choice(POLICY, "leap day", "28 February", None, "Legal advice of May."))
    settle(lead, NOW, Choice(SCHOOL, "", "2 September 2026 to 23 October 2026\n2 November 2026 to 18 December 2026", None, "Published terms."))
    assert in_force().leap_day is LeapDay.FEBRUARY
    assert in_force().school.published_to == date(2026, 12, 18)
    assert in_force() is in_force()


@pytest.mark.parametrize(
    "choice, says",
    [
        (number("often"), "not a length of time"),
        (number("0 working days"), "no time"),
        (number("900 weeks"), "longer than any promise"),
        (number("on the day set"), "no length"),
        (number(why=" "), "Say why"),
        (number(since=None), "first day"),
        (number(since=date(1890, 1, 1)), "before the Children Act"),
        (number(since=date(2036, 1, 1)), "more than 3 years away"),
        (number(name="tea"), "no local number"),
        (number("30 days", name="assessment before birth"), "weeks of pregnancy"),
        (number("60 weeks", name="assessment before birth"), "between 4 and 40"),
        (Choice(KEPT, "XX99", "kept", date(2026, 1, 1), "Why not."), "no duty XX99"),
        (Choice(KEPT, "CN03", "kept", None, "Why not."), "first day"),
        (Choice(POLICY, "leap day", "30 February", None, "Why not."), "1 March, 28 February"),
        (Choice(SCHOOL, "", "all year", None, "Why not."), "is no term"),
        (Choice(SCHOOL, "", "2 May 2027 to 1 May 2027", None, "Why not."), "ends before it begins"),
        (Choice(SCHOOL, "", " ", None, "Why not."), "each term on a line"),
    ],
)
def test_nonsense_is_refused_in_a_sentence_and_nothing_is_kept(lead, choice, says):
    with pytest.raises(Nonsense, match=says):
        settle(lead, NOW, choice)
    assert not LocalSetting.objects.exists()


def test_only_those_who_answer_for_it_settle_anything(office, lead):
    with pytest.raises(NotAllowed):
        settle(office["priya"], NOW, number())
    row = settle(lead, NOW, number()).setting
    with pytest.raises(NotAllowed):
        take_back(office["ngozi"], NOW, row.pk, "I do not like it.")


@pytest.mark.parametrize("do", [lambda row: row.delete(), lambda row: LocalSetting.objects.filter(pk=row.pk).update(value="1 week")])
def test_the_database_itself_keeps_every_choice(lead, do):
    row = settle(lead, NOW, number()).setting
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
        do(row)
    assert LocalSetting.objects.get().value == "10 working days"


def test_what_is_stored_stays_fresh_through_a_change_and_the_record_has_another_name(lead, helped):
    fresh.bring_up_to_date(NOW)
    before = fresh.last_written()
    settle(lead, NOW, number())
    assert fresh.is_fresh() and fresh.bring_up_to_date(NOW) == 0
    assert fresh.last_written() != before


def test_a_choice_that_was_never_worked_out_is_worked_out_at_the_next_start(lead, helped):
    fresh.bring_up_to_date(NOW)
    LocalSetting.objects.create(what=NUMBER, name=VISITS, value="10 working days", since=date(2026, 11, 6), by=lead, at=NOW, why="By hand.")
    assert fresh.bring_up_to_date(NOW) > 0
    assert visits(helped)[-1][1].startswith("10 ")


def test_many_children_are_left_to_the_background_and_a_few_at_a_time_worked_out(lead, helped, monkeypatch):
    fresh.bring_up_to_date(NOW)
    monkeypatch.setattr(changing, "AT_ONCE", 0)
    settled = settle(lead, NOW, number())
    assert settled.run.of == settled.children == 1
    assert visits(helped)[-1][1].startswith("20 ") and not fresh.is_fresh()
    changing.work_out_again(changing.on_the_way(settled.run), NOW)
    assert visits(helped)[-1][1].startswith("10 ")


@pytest.mark.django_db(transaction=True)
def test_an_entry_written_meanwhile_is_worked_out_from_the_new_number(office, lead, helped):
    """Whoever settles waits until the entry is kept; the child of that entry is then worked out with all the others."""
    written, go_on = Event(), Event()

    def slowly():
        try:
            with Reach(office["priya"], NOW).act() as act:
                act.write(helped, "visit", date(2026, 11, 17), {"made": True, "child_seen": True})
                written.set()
                go_on.wait(20)
        finally:
            connection.close()

    def settles():
        try:
            return settle(lead, NOW, number())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as other:
        slow = other.submit(slowly)
        assert written.wait(20)
        settling = other.submit(settles)
        go_on.set()
        slow.result(20)
        settling.result(20)
    assert visits(helped)[-1][:2] == (date(2026, 11, 17), f"10 working days (local: {VISITS})")


@pytest.mark.django_db(transaction=True)
def test_where_somebody_writes_for_long_nothing_is_settled_and_that_is_said(office, lead, helped, monkeypatch):
    monkeypatch.setattr(changing, "PATIENCE", "100ms")
    written, go_on = Event(), Event()

    def slowly():
        try:
            with Reach(office["priya"], NOW).act() as act:
                act.write(helped, "visit", date(2026, 11, 17), {"made": True, "child_seen": True})
                written.set()
                go_on.wait(20)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        slow = other.submit(slowly)
        assert written.wait(20)
        try:
            with pytest.raises(Nonsense, match="try again in a moment"):
                settle(lead, NOW, number())
        finally:
            go_on.set()
        slow.result(20)
    assert not LocalSetting.objects.exists()
