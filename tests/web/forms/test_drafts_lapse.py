"""What was typed after a sign-in lapsed, and what the demo left half written: nothing is lost, and nobody else gets it."""

import json
from datetime import date
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.web.drafts import pictured
from goldthread.web.drafts.models import Draft
from goldthread.web.drafts.waiting import drafts_of
from tests.web.begun_visits import begun, keep, post, words
from tests.web.family import NOW, signed_in
from tests.web.visiting import ADDRESS as PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34:07"


# When the sign-in lapses


def test_posting_without_a_sign_in_keeps_every_word_and_asks_to_sign_in(priya, office, children):
    sent = words(begun(priya), children, do="save", day="2026-11-20", time="4pm")
    priya.session.flush()
    page = post(priya, PAGE, sent)
    number = Draft.objects.get().pk
    assert page.status_code == 302 and urlsplit(page.url).path == reverse("account_login")
    assert parse_qs(urlsplit(page.url).query)["next"] == [reverse("draft", args=[number])]
    assert not Version.objects.filter(day=NOW.date()).exists()
    back = signed_in(office["priya"]).get(reverse("draft", args=[number]), follow=True).content.decode()
    assert "I do the toast." in back and 'value="4pm"' in back


def test_signing_in_again_leads_back_to_the_form_as_it_was(office, children):
    office["priya"].set_password("a long enough phrase")
    office["priya"].save()
    client = signed_in(office["priya"])
    sent = words(begun(client), children, do="save")
    client.session.flush()
    asked = post(client, PAGE, sent, follow=True)
    assert "What you had written is kept" in asked.content.decode()
    number = Draft.objects.get().pk
    done = client.post(reverse("account_login"), {"login": "priya", "password": "a long enough phrase", "next": reverse("draft", args=[number])}, follow=True)
    assert done.redirect_chain[-1][0] == f"{PAGE}?draft={number}"
    assert 'value="tea time"' in done.content.decode()


def test_somebody_else_who_signs_in_then_does_not_get_the_words(priya, office, children):
    sent = words(begun(priya), children)
    priya.session.flush()
    post(priya, PAGE, sent)
    assert signed_in(office["marcus"]).get(reverse("draft", args=[Draft.objects.get().pk])).status_code == 404


def test_a_page_that_keeps_by_script_is_told_to_sign_in_and_that_nothing_is_lost(priya, children):
    sent = words(begun(priya), children)
    priya.session.flush()
    answer = keep(priya, sent)
    assert answer.status_code == 401 and answer.json()["kept"] == "5:34:07pm"
    assert answer.json()["sign_in"].startswith(reverse("account_login"))
    assert Draft.objects.get().body["time"] == ["tea time"]


def test_words_without_one_of_our_numbers_are_not_kept_for_anybody(children):
    nobody = Client()
    assert post(nobody, PAGE, {"at_home": "words", "sheet": "made up"}).status_code == 302
    assert not Draft.objects.exists()


def test_a_page_older_than_the_sign_in_gives_its_words_to_a_fresh_page(office, children):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(office["priya"])
    sent = words(begun(strict), children, do="save", day="2026-11-20", time="4pm")
    answer = post(strict, PAGE, {**sent, "csrfmiddlewaretoken": "of an earlier sign-in"})
    assert answer.url == reverse("draft", args=[Draft.objects.get().pk])
    assert not Version.objects.filter(day=NOW.date()).exists()


def test_a_form_of_another_site_is_refused_and_keeps_nothing(office, children):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(office["priya"])
    assert post(strict, PAGE, {"child": "LK-KOFI", "at_home": "planted"}).status_code == 403
    assert not Draft.objects.exists()


def test_children_s_names_do_not_travel_in_cookies(priya, children):
    page = post(priya, PAGE, words(begun(priya), children, do="later"))
    assert set(page.cookies) <= {"sessionid", "csrftoken"}
    assert "Kofi" in json.dumps(priya.session["_messages"])


# The demo's evening


@pytest.fixture
def wrenford(office):
    """The Larkfields under the references they have in the demo."""
    with Reach(office["priya"], NOW).act() as act:
        for reference, name in ((pictured.KOFI, "Kofi"), (pictured.AMA, "Ama"), (pictured.ESI, "Esi")):
            person = act.new_person(reference=reference)
            act.write(person, "person", date(2026, 7, 1), {"forename": name, "surname": "Larkfield"})
            act.write(person, "referral", date(2026, 7, 1), {"decision": "accepted", "decided": date(2026, 7, 1)})


def test_the_demo_finds_one_visit_half_written_and_esis_part_empty(wrenford, office):
    pictured.leave_half_written(NOW)
    pictured.leave_half_written(NOW)
    (waiting,) = drafts_of(Reach(office["priya"], NOW))
    assert (waiting.title, waiting.device, waiting.note) == ("A visit to Kofi, Ama and Esi Larkfield", "on your phone", "Esi’s part is empty.")
    page = signed_in(office["priya"]).get(waiting.href, follow=True).content.decode()
    assert "I do the toast" in page and "You began this at 4:52pm on your phone." in page


def test_a_draft_of_the_demo_that_was_saved_does_not_come_back(wrenford, office):
    pictured.leave_half_written(NOW)
    Draft.objects.update(saved_at=NOW, body={})
    pictured.leave_half_written(NOW)
    assert drafts_of(Reach(office["priya"], NOW)) == []


def test_nothing_is_left_half_written_where_the_larkfields_are_not_told(office):
    pictured.leave_half_written(NOW)
    assert not Draft.objects.exists()


def test_the_demo_tells_the_larkfields_under_these_references():
    told = (files("goldthread.demo") / "wrenford" / "larkfields.yaml").read_text("utf-8")
    assert all(f"reference: {reference}" in told for reference in (pictured.KOFI, pictured.AMA, pictured.ESI))
