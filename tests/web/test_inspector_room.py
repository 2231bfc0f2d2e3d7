"""The inspector's room in the browser's eyes: invited days, read only, every look written down, samples, notes."""

import re
from datetime import date, datetime
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from goldthread.clock.times import LONDON
from goldthread.inspection.models import NoteBack, Room, Sample
from goldthread.inspection.room import Asked, invite, take_back
from goldthread.people.models import Worker
from goldthread.record.models import Look, Restriction
from tests.web.one_child import NOW, REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
ASKED = Asked("Lee Ashgrove", "lee@example.gov.uk", date(2026, 11, 16), date(2026, 11, 27), date(2026, 11, 16), datetime(2026, 11, 16, 8, tzinfo=LONDON))
FORM = {
    "name": "Lee Ashgrove", "email": "lee@example.gov.uk", "day": "16/11/2026", "until": "27 November 2026", "lists_on": "16/11/2026",
    "lists_known": "", "why": "Focused visit",
}  # fmt: skip
ROOM_PAGES = ("/inspector/", "/inspector/lists/7/", "/inspector/annex-a.xlsx")


@pytest.fixture
def room(people):
    return invite(ASKED, by=people["dina"], now=NOW)[0]


@pytest.fixture
def lee(room):
    return signed_in(room.invitation.inspector)


def test_the_director_invites_and_the_password_is_shown_once(people):
    dina = signed_in(people["dina"])
    shown = text(dina.post("/inspections/invitations/", FORM))
    password = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", shown)[0]
    assert Client().login(username="lee@example.gov.uk", password=password) is True
    assert "Lee Ashgrove" in text(dina.get("/inspections/invitations/")) and password not in text(dina.get("/inspections/invitations/"))
    assert Room.objects.get().invitation.why == "Focused visit"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"day": "32/11/2026"}, "is not a day we can read"), ({"until": "2/11/2026"}, "before the first"), ({"name": ""}, "Enter the inspector’s name"),
     ({"email": "nobody"}, "work email address"), ({"day": ""}, "First day they may read: which day? Write it")],
)  # fmt: skip
def test_a_wrong_answer_is_said_beside_its_question_and_nothing_else_is_lost(people, wrong, says):
    answer = signed_in(people["dina"]).post("/inspections/invitations/", {**FORM, **wrong})
    assert answer.status_code == 422 and says in text(answer)
    assert "Focused visit" in answer.content.decode() and not Room.objects.exists()


def test_inviting_again_for_the_same_days_says_to_take_the_first_invitation_back(people):
    dina = signed_in(people["dina"])
    dina.post("/inspections/invitations/", FORM)
    again = dina.post("/inspections/invitations/", {**FORM, "day": "27/11/2026", "until": "30/11/2026"})
    assert again.status_code == 422 and Room.objects.count() == 1
    assert "Lee Ashgrove is already invited from 16 November 2026 to 27 November 2026. Take that invitation back first" in text(again)
    assert "Inspections › Inviting inspectors" in text(again)


@pytest.mark.parametrize("name", ["priya", "ngozi", "ana", "adam", "rhys"])
def test_only_those_who_may_invite_see_invitations_or_stand_in_the_room(people, room, name):
    client = signed_in(people[name])
    for address in ("/inspections/invitations/", f"/inspections/invitations/{room.pk}/", f"/inspector/?room={room.pk}", f"/inspector/lists/7/?room={room.pk}"):
        assert client.get(address).status_code == 403, address
    assert client.post(f"/inspections/invitations/{room.pk}/take-back/", {"why": "x"}).status_code == 403


def test_the_inspectors_day_begins_in_their_room(lee, kofi):
    page = lee.get("/", follow=True)
    assert page.redirect_chain[-1][0] == "/inspector/"
    words = text(page)
    assert "Lee Ashgrove may read from Monday 16 November 2026 to Friday 27 November 2026" in words
    assert "7. Child protection" in words and "Draw a sample" in words


def test_every_list_opens_and_its_children_open_their_story(lee, kofi):
    for number in range(1, 12):
        assert lee.get(f"/inspector/lists/{number}/").status_code == 200, number
    assert lee.get("/inspector/lists/12/").status_code == 404
    page = lee.get("/inspector/lists/7/")
    assert f'href="/children/{REFERENCE}/"' in page.content.decode()
    assert lee.get(f"/children/{REFERENCE}/").status_code == 200
    assert "As known at the end of Friday 6 November 2026" in text(lee.get(f"/children/{REFERENCE}/?known=2026-11-06"))


def test_a_list_is_narrowed_by_what_is_typed(lee, kofi):
    assert "1 row" in text(lee.get("/inspector/lists/7/?q=" + REFERENCE.lower()))
    assert "0 rows with “nobody at all”" in text(lee.get("/inspector/lists/7/?q=nobody at all"))


def test_every_look_is_written_down_and_told_to_the_authority(lee, kofi, room, people):
    lee.get(f"/children/{REFERENCE}/")
    lee.get("/inspector/lists/7/?q=Kofi")
    lee.get("/inspector/annex-a.xlsx")
    looked = list(Look.objects.filter(worker=room.invitation.inspector).exclude(act="sign in").order_by("pk").values_list("page", flat=True))
    assert looked == ["child", "annex_a_list_7", "annex_a_workbook"]
    words = text(signed_in(people["dina"]).get(f"/inspections/invitations/{room.pk}/"))
    assert "Kofi Larkfield" in words and "Annex a list 7" in words and "3 looks, 1 child" in words


@pytest.mark.parametrize("day", ["2026-11-15T12:00", "2026-11-28T00:01"])
def test_on_other_days_every_page_is_refused_with_the_days(settings, lee, kofi, room, day):
    settings.GOLDTHREAD_NOW = day
    for address in (*ROOM_PAGES, "/", f"/children/{REFERENCE}/", "/search/?q=Kofi", "/today/"):
        answer = lee.get(address)
        assert answer.status_code == 403 and "from 16 November 2026 to 27 November 2026" in text(answer), address
    assert not Look.objects.filter(worker=room.invitation.inspector, refused=False).exclude(act="sign in").exists()


def test_taking_the_invitation_back_works_at_once(lee, room, people):
    assert lee.get("/inspector/").status_code == 200
    take_back(room.invitation, "Put off.", by=people["dina"], now=NOW)
    assert lee.get("/inspector/").status_code == 403


def test_an_inspector_changes_nothing(lee, kofi, room):
    addresses = ("/visits/new/", f"/write/{REFERENCE}/note/", "/contacts/new/", "/drafts/keep/", f"/inspections/invitations/{room.pk}/take-back/", "/load/")
    for address in addresses:
        answer = lee.post(address, {"words": "x", "why": "x"})
        assert answer.status_code == 403 and "You are here to read" in text(answer), address


def test_a_sample_is_drawn_by_lot_and_kept_with_its_seed(lee, kofi, room):
    asked = {"list": "7", "number": "3", "seed": "spring", "column": "Child Unique ID", "says": REFERENCE, "name": ""}
    page = lee.post("/inspector/sample/", asked, follow=True)
    assert page.status_code == 200 and "Kofi Larkfield" in text(page)
    sample = Sample.objects.get()
    assert (sample.people, sample.seed, sample.asked["out_of"]) == ([kofi["person"]], "spring", 1)
    assert "3 from list 7, Child protection, where Child Unique ID says WR-20418" in text(page)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"column": "Shoe size"}, "has no column “Shoe size”. It has: Child Unique ID"), ({"column": "Child Unique ID", "says": "none"}, "No child answers"),
     ({"number": "0"}, "a whole number from 1 to 100"), ({"number": "1e9"}, "a whole number from 1 to 100"), ({"list": "99"}, "Choose the list"),
     ({"seed": ""}, "Enter a seed"), ({"seed": "s" * 41}, "at most 40 letters")],
)  # fmt: skip
def test_a_draw_that_cannot_be_made_says_why(lee, kofi, wrong, says):
    answer = lee.post("/inspector/sample/", {"list": "7", "number": "3", "seed": "s", "column": "", "says": "", "name": "", **wrong})
    assert answer.status_code == 422 and says in text(answer)
    assert not Sample.objects.exists()


def test_a_restricted_record_is_in_no_list_no_draw_and_no_page_and_is_counted(lee, kofi, people):
    assert REFERENCE in lee.get("/inspector/lists/7/").content.decode(), "and it goes from a list that was open a moment ago"
    Restriction.objects.create(person_id=kofi["person"], worker=people["ngozi"], why="Staff child")
    with_restricted(kofi["person"])
    assert REFERENCE not in lee.get("/inspector/lists/7/").content.decode()
    assert lee.get(f"/children/{REFERENCE}/").status_code == 403
    assert "1 record is open to named people only" in text(lee.get("/inspector/"))
    cells = [cell for sheet in load_workbook(BytesIO(lee.get("/inspector/annex-a.xlsx").content)) for row in sheet.values for cell in row]
    assert REFERENCE not in cells


def test_a_record_restricted_after_the_list_was_looked_at_is_in_it_no_more(lee, kofi, people):
    assert REFERENCE in lee.get("/inspector/lists/7/").content.decode()
    assert REFERENCE in lee.get("/inspector/lists/7/").content.decode(), "and it goes from a list that was open a moment ago"
    Restriction.objects.create(person_id=kofi["person"], worker=people["ngozi"], why="Staff child")
    with_restricted(kofi["person"])
    assert REFERENCE not in lee.get("/inspector/lists/7/").content.decode()


def with_restricted(person):
    from goldthread.record.models import Standing

    Standing.objects.filter(person=person).update(restricted=True)


def test_notes_go_both_ways(lee, room, people):
    lee.post("/inspector/notes/", {"words": "One visit is dated <b>twice</b>."})
    dina = signed_in(people["dina"])
    address = f"/inspections/invitations/{room.pk}/"
    assert "One visit is dated <b>twice</b>." in text(dina.get(address)) and "<b>twice" not in dina.get(address).content.decode()
    dina.post(address, {"words": "Put right.", "answers": NoteBack.objects.get().pk})
    words = text(lee.get("/inspector/"))
    assert "Dina answered" in words and "Put right." in words


def test_an_empty_note_is_asked_for_again(lee, room):
    answer = lee.post("/inspector/notes/", {"words": "  "})
    assert answer.status_code == 422 and "Write the note before sending it." in text(answer)


def test_the_one_who_invited_sees_the_room_as_the_inspector_finds_it(people, room, kofi):
    dina = signed_in(people["dina"])
    assert "You see what the inspector sees." in text(dina.get(f"/inspector/?room={room.pk}"))
    assert dina.get(f"/inspector/annex-a.xlsx?room={room.pk}").status_code == 200
    assert dina.get("/inspector/").status_code == 403
    assert dina.get("/inspector/?room=99999999999999999999").status_code == 403


def test_an_inspector_without_a_room_of_their_own_sees_no_other(room, people):
    other = Worker.objects.create_user("other@example.gov.uk", "x", name="Other", role="inspector")
    assert signed_in(other).get(f"/inspector/?room={room.pk}").status_code == 403
