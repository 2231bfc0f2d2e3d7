"""Inviting an inspector, drawing a sample that can be drawn again, and notes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.inspection.models import Room
from goldthread.inspection.room import Asked, Refused, draw, invite, keep_sample, take_back, write_note
from goldthread.people.accounts import new_password
from goldthread.people.invitations import standing
from goldthread.people.models import Worker
from goldthread.people.sight import NotAllowed

NOW = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
ASKED = Asked("Lee Ashgrove", "Lee.Ashgrove@example.gov.uk", date(2026, 11, 16), date(2026, 11, 27), date(2026, 11, 16), NOW, "A focused visit")


@pytest.fixture
def helen(db):
    return Worker.objects.create_user("helen", "x", name="Helen Applecroft", role="director")


@pytest.fixture
def priya(db):
    return Worker.objects.create_user("priya", "x", name="Priya Fenwater", role="social_worker")


@pytest.fixture
def room(helen):
    return invite(ASKED, by=helen, now=NOW)[0]


def test_an_invited_inspector_can_sign_in_with_the_password_that_was_shown_once(helen):
    room, password = invite(ASKED, by=helen, now=NOW)
    lee = Worker.objects.get(username="lee.ashgrove@example.gov.uk")
    assert lee.check_password(password) and lee.role == "inspector" and lee.plays.may == frozenset()
    assert standing(lee, date(2026, 11, 16)) == room.invitation
    assert (room.lists_on, room.lists_known) == (date(2026, 11, 16), NOW)


def test_inviting_again_gives_a_new_password_to_the_same_inspector(helen):
    _, first = invite(ASKED, by=helen, now=NOW)
    _, second = invite(replace(ASKED, day=date(2026, 12, 7), until=date(2026, 12, 8)), by=helen, now=NOW)
    lee = Worker.objects.get(role="inspector")
    assert lee.check_password(second) and not lee.check_password(first)
    assert Room.objects.count() == 2


@pytest.mark.parametrize(("first", "last"), [(16, 27), (27, 30), (10, 16), (18, 20)])
def test_days_that_an_inspector_is_already_invited_for_are_refused_until_that_invitation_is_taken_back(helen, first, last):
    room, password = invite(ASKED, by=helen, now=NOW)
    again = replace(ASKED, email="LEE.Ashgrove@example.gov.uk", day=date(2026, 11, first), until=date(2026, 11, last))
    with pytest.raises(Refused, match="already invited from 16 November 2026 to 27 November 2026. Take that invitation back first") as refusal:
        invite(again, by=helen, now=NOW)
    assert refusal.value.field == "day" and Room.objects.count() == 1
    assert Worker.objects.get(role="inspector").check_password(password)
    take_back(room.invitation, "Other days.", by=helen, now=NOW)
    invite(again, by=helen, now=NOW)
    assert Room.objects.count() == 2


def test_an_invitation_for_yesterday_is_over_once_it_is_midnight_in_england(helen):
    after_midnight = datetime(2026, 8, 31, 23, 30, tzinfo=UTC)
    asked = replace(ASKED, day=date(2026, 8, 31), until=date(2026, 8, 31), lists_on=date(2026, 8, 31), known=after_midnight)
    with pytest.raises(Refused, match="already over"):
        invite(asked, by=helen, now=after_midnight)
    invite(replace(asked, until=date(2026, 9, 1)), by=helen, now=after_midnight)


def test_days_right_after_an_invitation_and_another_inspector_are_no_overlap(room, helen):
    invite(replace(ASKED, day=date(2026, 11, 28), until=date(2026, 11, 29)), by=helen, now=NOW)
    invite(replace(ASKED, name="Kit Marlowby", email="kit@example.gov.uk"), by=helen, now=NOW)
    assert Room.objects.count() == 3


def test_a_worker_is_never_turned_into_an_inspector(helen, priya):
    Worker.objects.filter(pk=priya.pk).update(username="p.fenwater@example.gov.uk")
    with pytest.raises(Refused, match="Priya Fenwater works here under this address") as refusal:
        invite(replace(ASKED, email="P.Fenwater@example.gov.uk"), by=helen, now=NOW)
    assert refusal.value.field == "email"
    priya.refresh_from_db()
    assert priya.role == "social_worker"


def test_who_does_not_invite_is_refused(priya):
    with pytest.raises(NotAllowed, match="does not invite inspectors"):
        invite(ASKED, by=priya, now=NOW)


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"name": "  "}, "name", "Enter the inspector’s name"),
        ({"email": "lee"}, "email", "work email address"),
        ({"until": date(2026, 11, 15)}, "until", "before the first"),
        ({"day": date(2026, 10, 1), "until": date(2026, 10, 2)}, "until", "already over"),
        ({"until": date(2027, 3, 1)}, "until", "60 days at most"),
        ({"known": NOW + timedelta(minutes=1)}, "lists_known", "has not come"),
    ],
)
def test_an_invitation_that_cannot_be_right_is_refused_with_what_to_do(helen, change, field, says):
    with pytest.raises(Refused, match=says) as refusal:
        invite(replace(ASKED, **change), by=helen, now=NOW)
    assert refusal.value.field == field
    assert not Room.objects.exists() and not Worker.objects.filter(role="inspector").exists()


def test_passwords_are_long_differ_and_can_be_read_out():
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(p) == 19 and not set(p) & set("il1o0") for p in made)


def test_taking_back_needs_a_reason_and_ends_the_reading(room, helen):
    with pytest.raises(Refused, match="Say why"):
        take_back(room.invitation, " ", by=helen, now=NOW)
    take_back(room.invitation, "Put off \0until spring.", by=helen, now=NOW)
    take_back(room.invitation, "Pressed twice.", by=helen, now=NOW)
    assert standing(room.invitation.inspector, date(2026, 11, 16)) is None
    assert room.invitation.end.why == "Put off until spring."


def test_the_same_seed_draws_the_same_children_whatever_order_they_come_in():
    assert draw(range(100), 6, "spring") == draw(list(reversed(range(100))), 6, "spring")
    assert draw(range(100), 6, "spring") != draw(range(100), 6, "summer")


def test_a_draw_gives_each_child_once_and_never_more_than_there_are():
    assert sorted(draw([3, 1, 2, 2], 10, "x")) == [1, 2, 3]


def test_every_child_comes_out_about_as_often():
    """1,000 draws of 5 out of 20: each child is expected 250 times, with a standard deviation of about 14."""
    came = [child for seed in range(1000) for child in draw(range(20), 5, str(seed))]
    assert all(180 < came.count(child) < 320 for child in range(20))


def test_a_sample_keeps_what_was_asked_and_out_of_how_many(room):
    sample = keep_sample(room, "Children on plans", {"list": 7, "number": 2}, {5, 6, 7}, 2, "s", NOW)
    sample.refresh_from_db()
    assert sample.asked == {"list": 7, "number": 2, "out_of": 3} and sample.people == draw({5, 6, 7}, 2, "s")


@pytest.mark.parametrize(("number", "among", "says"), [(0, {1}, "1 or more"), (3, set(), "No child answers")])
def test_a_draw_of_none_or_from_none_is_refused(room, number, among, says):
    with pytest.raises(Refused, match=says):
        keep_sample(room, "x", {}, among, number, "s", NOW)


def test_the_inspector_writes_back_and_the_authority_answers(room, helen, priya):
    note = write_note(room, " One visit \0is dated twice. ", by=room.invitation.inspector, now=NOW)
    write_note(room, "Put right today.", by=helen, now=NOW, answers=note)
    assert [answer.words for answer in note.answered_by.all()] == ["Put right today."] and note.words == "One visit is dated twice."
    with pytest.raises(NotAllowed):
        write_note(room, "I too", by=priya, now=NOW)
    with pytest.raises(Refused, match="before sending"):
        write_note(room, "  ", by=helen, now=NOW)
