"""Answering a warning: her words stand as a quote, there is one box, nothing is sent, and two who answer lose no word."""

import re

import pytest
from django.urls import reverse

from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.web.drafts.models import Draft
from tests.oversight.conftest import Office
from tests.web.desk import FIXED, Page, ask, at, warning
from tests.web.one_child import signed_in, text

pytestmark = pytest.mark.django_db
MINE, THEIRS = "I will see him tonight at six.", "Huw is on his way to him."


@pytest.fixture
def office(db, settings):
    settings.GOLDTHREAD_NOW = FIXED
    return Office()


@pytest.fixture
def entry(office):
    return warn(office)


@pytest.fixture
def priya(office):
    return signed_in(office.priya)


def warn(office, **values):
    person = office.child("Idris", office.priya, entries=[warning(at(18, 5), **values)])
    return Version.objects.get(person=person, type="warning").entry


def address(entry):
    return reverse("warning_answer", args=[entry])


def begin(client, entry):
    return hidden(client.get(address(entry)))


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()))


def send(client, entry, form=None, **answers):
    return client.post(address(entry), {**(form or begin(client, entry)), "do": "save", **answers})


def versions(office, entry):
    return Reach(office.priya, at(17, 30)).entry(entry)


def test_the_page_quotes_who_is_worried_and_asks_one_thing(priya, entry):
    page = Page(priya.get(address(entry)))
    assert "Answer Grace Oatridge about Idris" in page.text and "“Please see him before Monday.” Grace Oatridge, health visitor" in page.text
    assert "Answer by 6:05pm, in 37 minutes" in page.text and "What is your answer?" in page.text and "Did Grace accept it?" in page.text
    assert not {"said", "raised_by", "works_for", "day", "why"} & set(re.findall(r' name="([^"]+)"', page.main))


def test_it_says_that_nothing_is_sent(priya, entry):
    assert "Goldthread does not send it: ring or write to Grace yourself." in text(priya.get(address(entry)))


def test_today_and_the_entry_lead_to_it(office, entry):
    assert ask(office.priya).links["Answer Grace"] == address(entry)
    assert ask(office.priya, f"/entries/{entry}/").links["Answer it"] == address(entry)


def test_the_answer_the_hour_and_the_name_are_saved_and_today_no_longer_waits(office, priya, entry):
    assert send(priya, entry, answer=MINE, accepted="yes").status_code == 302
    now = versions(office, entry)[0]
    assert (now.values.answer, now.values.accepted, now.values.answered_by, now.why) == (MINE, True, office.priya, "Answered.")
    assert now.values.answered_at == at(17, 28) and "waiting for your answer" not in ask(office.priya).text


def test_whether_it_was_accepted_may_stay_open(office, priya, entry):
    send(priya, entry, answer=MINE)
    assert versions(office, entry)[0].values.accepted is None


def test_an_answer_without_words_is_asked_for_and_nothing_is_saved(office, priya, entry):
    answer = send(priya, entry, answer="  ", accepted="no")
    assert answer.status_code == 422 and text(answer).count("Write what you answer") == 2 and len(versions(office, entry)) == 1
    assert re.search(r'value="no"[^>]*checked', answer.content.decode())


def test_what_is_not_asked_cannot_be_changed_here(office, priya, entry):
    send(priya, entry, answer=MINE, said="It was nothing.", raised_by="Nobody", answer_by="01/01/2027", answer_by_time="10am", day="01/01/2020")
    now, before = versions(office, entry)
    assert (now.values.said, now.values.raised_by, now.values.answer_by, now.day) == (before.values.said, "Grace Oatridge", at(18, 5), before.day)


def test_who_answered_already_and_when_is_said_instead_of_a_box(priya, entry):
    send(priya, entry, answer=MINE)
    page = Page(priya.get(address(entry)))
    assert "Priya answered this on Fri 20 Nov 2026, 5:28pm." in page.text and MINE in page.text and "<textarea" not in page.main
    assert page.links["Read the whole entry"] == f"/entries/{entry}/"


def test_two_who_answer_at_once_see_both_and_the_first_hour_stands(office, priya, entry):
    form = begin(priya, entry)
    with Reach(office.ngozi, at(17, 20)).act() as act:
        act.correct(entry, 1, "Answered.", values={"answer": THEIRS, "answered_at": at(17, 20), "answered_by": office.ngozi.pk})
    page = send(priya, entry, form, answer=MINE)
    assert page.status_code == 409 and THEIRS in text(page) and MINE in text(page)
    both = priya.post(address(entry), {**hidden(page), "do": "save", "choose_answer": "both", "both_answer": f"{THEIRS} {MINE}"})
    now = versions(office, entry)[0]
    assert both.status_code == 302 and now.values.answer == f"{THEIRS} {MINE}"
    assert (now.values.answered_at, now.values.answered_by) == (at(17, 20), office.ngozi)


def test_keeping_the_answer_of_the_other_writes_nothing_more(office, priya, entry):
    form = begin(priya, entry)
    with Reach(office.ngozi, at(17, 20)).act() as act:
        act.correct(entry, 1, "Answered.", values={"answer": THEIRS, "answered_at": at(17, 20), "answered_by": office.ngozi.pk})
    page = send(priya, entry, form, answer=MINE)
    kept = priya.post(address(entry), {**hidden(page), "do": "save", "choose_answer": "theirs"})
    assert kept.status_code == 302 and len(versions(office, entry)) == 2


def test_pressing_save_twice_answers_once(office, priya, entry):
    form = begin(priya, entry)
    assert [send(priya, entry, form, answer=MINE).status_code for _ in range(2)] == [302, 302] and len(versions(office, entry)) == 2


def test_what_is_left_for_later_waits_with_every_word(office, priya, entry):
    priya.post(address(entry), {**begin(priya, entry), "do": "later", "answer": MINE})
    draft = Draft.objects.get()
    assert draft.title == "Answer Grace Oatridge about Idris" and MINE in priya.get(f"/drafts/{draft.pk}/", follow=True).content.decode()
    assert 'data-gt-draft="' in priya.get(address(entry)).content.decode()


def test_what_i_had_begun_is_still_there_when_somebody_else_has_answered(office, priya, entry):
    priya.post(address(entry), {**begin(priya, entry), "do": "later", "answer": MINE})
    with Reach(office.ngozi, at(17, 20)).act() as act:
        act.correct(entry, 1, "Answered.", values={"answer": THEIRS, "answered_at": at(17, 20), "answered_by": office.ngozi.pk})
    words = text(priya.get(f"/drafts/{Draft.objects.get().pk}/", follow=True))
    assert f"What you had begun to write {MINE}" in words and THEIRS in words


def test_a_warning_by_somebody_without_a_name_can_be_answered_too(office, priya):
    words = text(priya.get(address(warn(office, raised_by="", works_for="", said=""))))
    assert "Answer the warning about Idris" in words and "Did whoever raised it accept it?" in words


def test_another_kind_of_entry_has_nobody_waiting(office, priya):
    person = office.child("Idris", office.priya)
    referral = Version.objects.get(person=person, type="referral").entry
    assert priya.get(address(referral)).status_code == 404
