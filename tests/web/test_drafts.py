"""Never lose a word: what is written is kept as it is typed, comes back as it was, and only to whoever wrote it."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib.resources import files
from threading import Barrier
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.web.drafts import pictured, sheets
from goldthread.web.drafts.models import Draft
from goldthread.web.drafts.sheets import Sheet, read_token
from goldthread.web.drafts.waiting import CLOSED_TITLE, begun_about, device_of, drafts_of
from tests.web import family
from tests.web.family import NOW, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/visits/new/"
PHONE = "Mozilla/5.0 (Linux; Android 16; Pixel) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34:07"


@pytest.fixture
def office():
    return family.office()


@pytest.fixture
def children(office):
    return family.larkfields(office["priya"])


@pytest.fixture
def priya(office):
    return signed_in(office["priya"])


def begun(client, references=("LK-KOFI",)):
    """The signed number on a freshly opened form."""
    page = client.get(PAGE, {"child": list(references)})
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def words(token, children, **more):
    return {"sheet": token, "child": "LK-KOFI", "day": "other", "day_other": "one day in Novembr", "time": "tea time",
            f"said-{children['Kofi']}": "  I do the toast.\n\nMum gets up. ", "at_home": "<b>Warm</b> & “dry”", **more}  # fmt: skip


def post(client, address, sent, **more):
    """As a browser sends a form without files in it."""
    return client.post(address, urlencode(sent, doseq=True), content_type="application/x-www-form-urlencoded", **more)


def keep(client, sent):
    return post(client, reverse("draft_keep"), sent, headers={"x-goldthread-draft": "1"})


# Keeping


def test_every_field_is_kept_valid_or_not_and_the_time_is_said(priya, children):
    answer = keep(priya, words(begun(priya), children))
    assert answer.json() == {"kept": "5:34:07pm"}
    draft = Draft.objects.get()
    assert draft.body["day_other"] == ["one day in Novembr"] and draft.body["time"] == ["tea time"]
    assert draft.title == "A visit to Kofi Larkfield" and draft.children == ["LK-KOFI"] and draft.page == PAGE


def test_a_reopened_form_is_exactly_as_it_was_left(priya, children):
    keep(priya, words(begun(priya), children))
    page = priya.get(reverse("draft", args=[Draft.objects.get().pk]), follow=True).content.decode()
    assert 'value="one day in Novembr"' in page and 'value="tea time"' in page
    assert "\n  I do the toast.\n\nMum gets up. </textarea>" in page
    assert "&lt;b&gt;Warm&lt;/b&gt; &amp; “dry”</textarea>" in page
    assert 'name="day" value="other" checked' in page
    assert "You began this at 5:34pm" in page and "Kept at 5:34:07pm" in page


def test_typing_on_keeps_the_same_draft_and_not_a_second_one(priya, children):
    token = begun(priya)
    keep(priya, words(token, children))
    keep(priya, words(token, children, at_home="Warm and dry"))
    assert Draft.objects.get().body["at_home"] == ["Warm and dry"]
    reopened = priya.get(f"{PAGE}?draft={Draft.objects.get().pk}").content.decode()
    again = re.search(r'name="sheet" value="([^"]+)"', reopened)[1]
    keep(priya, words(again, children, at_home="Warmer"))
    assert Draft.objects.get().body["at_home"] == ["Warmer"]


def test_opening_a_form_and_writing_nothing_leaves_no_draft(priya, children):
    begun(priya)
    assert not Draft.objects.exists()


def test_leaving_it_for_later_needs_no_script(priya, children):
    page = post(priya, PAGE, words(begun(priya), children, do="later"))
    assert page.url == reverse("today")
    assert Draft.objects.get().body["time"] == ["tea time"] and not Version.objects.filter(day=NOW.date()).exists()


def test_a_character_that_the_database_cannot_hold_loses_nothing_else(priya, children):
    keep(priya, words(begun(priya), children, at_home="before\0after"))
    assert Draft.objects.get().body["at_home"] == ["beforeafter"]


def test_a_saved_form_leaves_no_words_behind_and_is_no_draft_any_more(priya, children, office):
    token = begun(priya)
    keep(priya, words(token, children))
    post(priya, PAGE, words(token, children, day="2026-11-20", time="4pm", do="save"))
    draft = Draft.objects.get()
    assert draft.saved_at and draft.body == {} and drafts_of(Reach(office["priya"], NOW)) == []
    late = keep(priya, words(token, children))
    assert late.status_code == 200 and Draft.objects.get().body == {}
    assert priya.get(reverse("draft", args=[draft.pk])).url == draft.outcome


def test_an_entry_and_the_end_of_its_draft_are_one_act(priya, children, monkeypatch):
    token = begun(priya)
    keep(priya, words(token, children))
    monkeypatch.setattr("goldthread.record.act.derive", lambda *_: 1 / 0)
    priya.raise_request_exception = False
    assert post(priya, PAGE, words(token, children, day="2026-11-20", time="", do="save")).status_code == 500
    assert Draft.objects.get().saved_at is None and Draft.objects.get().body["time"] == ["tea time"]
    assert not Version.objects.filter(day=NOW.date()).exists()


# Today


def test_that_somebody_began_about_a_child_is_known_and_what_they_wrote_is_not(priya, children):
    keep(priya, words(begun(priya), children))
    found = begun_about(["LK-KOFI", "LK-AMA"], "visit")
    assert set(found) == {"LK-KOFI"} and found["LK-KOFI"].worker.name == "Priya"
    assert begun_about(["LK-KOFI"], "note") == begun_about([], "visit") == {}


def test_what_was_left_waits_on_today_newest_first_and_says_where_it_was_written(office, children, settings):
    phone = signed_in(office["priya"], user_agent=PHONE)
    keep(phone, words(begun(phone), children))
    settings.GOLDTHREAD_NOW = "2026-11-20T17:40"
    desk = signed_in(office["priya"], user_agent="Mozilla/5.0 (X11; Linux x86_64)")
    keep(desk, {**words(begun(desk, ["LK-AMA"]), children), "child": "LK-AMA"})
    waiting = drafts_of(Reach(office["priya"], NOW))
    assert [(w.title, w.device) for w in waiting] == [("A visit to Ama Larkfield", "on your computer"), ("A visit to Kofi Larkfield", "on your phone")]
    assert waiting[1].href == reverse("draft", args=[waiting[1].number]) and waiting[1].children == ("LK-KOFI",)


def test_whose_part_is_empty_still_is_said(priya, children, office):
    sent = words(begun(priya, ["LK-KOFI", "LK-AMA", "LK-ESI"]), children, child=["LK-KOFI", "LK-AMA", "LK-ESI"])
    keep(priya, sent)
    assert drafts_of(Reach(office["priya"], NOW))[0].note == "Ama’s and Esi’s parts are empty."
    keep(priya, {**sent, f"seen-{children['Ama']}": "alone"})
    assert drafts_of(Reach(office["priya"], NOW))[0].note == "Esi’s part is empty."
    keep(priya, {**sent, f"seen-{children['Ama']}": "alone", f"seen-{children['Esi']}": "no"})
    assert drafts_of(Reach(office["priya"], NOW))[0].note == ""


@pytest.mark.parametrize(
    ("agent", "device"),
    [(PHONE, "phone"), ("Mozilla/5.0 (iPad; CPU OS 19)", "tablet"), ("Mozilla/5.0 (Windows NT 10.0)", "computer"), ("", "computer")],
)
def test_the_device_is_the_one_its_browser_names(agent, device):
    assert device_of(agent) == device


def test_a_draft_can_be_thrown_away_by_whoever_wrote_it_and_is_asked_about_first(priya, children):
    keep(priya, words(begun(priya), children))
    address = reverse("draft_throw_away", args=[Draft.objects.get().pk])
    assert "Throw this away?" in priya.get(address).content.decode() and Draft.objects.exists()
    priya.post(address)
    assert not Draft.objects.exists()


# Only to whoever wrote it, and only about children they may see


def test_a_draft_of_one_page_is_not_put_into_another(priya, children):
    keep(priya, words(begun(priya), children))
    page = priya.get("/notes/new/", {"draft": Draft.objects.get().pk, "child": "LK-KOFI"}).content.decode()
    assert "I do the toast" not in page and 'value="tea time"' not in page


def test_a_draft_is_nobody_elses(office, priya, children):
    keep(priya, words(begun(priya), children))
    number = Draft.objects.get().pk
    marcus = signed_in(office["marcus"])
    assert marcus.get(reverse("draft", args=[number])).status_code == 404
    assert marcus.post(reverse("draft_throw_away", args=[number])).status_code == 404
    shown = marcus.get(PAGE, {"draft": number, "child": "LK-KOFI"}).content.decode()
    assert "I do the toast" not in shown and drafts_of(Reach(office["marcus"], NOW)) == []


def test_a_draft_about_a_child_who_may_no_longer_be_seen_is_not_shown_and_not_lost(office, priya, children):
    keep(priya, words(begun(priya), children))
    with Reach(office["priya"], NOW).act() as act:
        allocation = Version.objects.get(person=children["Kofi"], type="allocation")
        act.end(allocation.entry, date(2026, 11, 19))
        act.write(children["Kofi"], "allocation", date(2026, 11, 20), {"works_as": "social_worker", "worker": office["nora"].pk, "team": office["north"].pk})
    (waiting,) = drafts_of(Reach(office["priya"], NOW))
    assert waiting.title == CLOSED_TITLE and "Kofi" not in waiting.title
    page = priya.get(waiting.href, follow=True)
    assert page.status_code == 403 and "toast" not in page.content.decode()
    assert Draft.objects.get().body["time"] == ["tea time"]


def test_words_with_a_number_that_is_not_ours_are_not_kept(priya, office, children):
    forged = Sheet(uuid4(), office["priya"].pk, "visit", PAGE, "A visit").token[:-3] + "xxx"
    assert keep(priya, words(forged, children)).status_code == 403
    assert read_token("") is None and read_token(forged) is None and not Draft.objects.exists()


def test_a_script_cannot_keep_words_in_the_name_of_another(office, priya, children):
    sent = words(begun(priya), children)
    assert keep(signed_in(office["marcus"]), sent).status_code == 403
    assert not Draft.objects.exists()


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


# Two at once


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_write_once(office):
    form = Sheet(uuid4(), office["priya"].pk, "visit", PAGE, "A visit")
    wrote, at_once = [], Barrier(2)

    def press(number):
        at_once.wait()
        with sheets.saving(form, NOW) as draft:
            if not draft.saved_at:
                time.sleep(0.2)
                wrote.append(number)
                draft.outcome = f"/saved/{number}/"
        connection.close()
        return draft.outcome

    with ThreadPoolExecutor(2) as both:
        outcomes = list(both.map(press, [1, 2]))
    assert len(wrote) == 1 and outcomes == [f"/saved/{wrote[0]}/"] * 2


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
