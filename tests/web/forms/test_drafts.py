"""Never lose a word: what is written is kept as it is typed, comes back as it was, and only to whoever wrote it."""


import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.web.drafts import sheets
from goldthread.web.drafts.models import Draft
from goldthread.web.drafts.sheets import Sheet, read_token
from goldthread.web.drafts.waiting import CLOSED_TITLE, begun_about, device_of, drafts_of
from tests.web.begun_visits import begun, keep, post, words
from tests.web.family import NOW, signed_in
from tests.web.visiting import ADDRESS as PAGE

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 16; Pixel) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34:07"


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
    assert set(found) == {"LK-KOFI"} and found["LK-KOFI"].name == "Priya"
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
