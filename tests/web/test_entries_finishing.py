"""What was left open is finished without a reason; what was said before becomes something else only with one."""

import re
from datetime import date

import pytest
from django.urls import reverse

from goldthread.record.models import Standing, Version
from goldthread.record.reach import Reach
from goldthread.web.drafts.models import Draft
from tests.oversight.conftest import Office
from tests.web.desk import FIXED, TODAY, Page, ask, at, nov, on_plan, visit
from tests.web.one_child import signed_in, text

pytestmark = pytest.mark.django_db
FOUND = "Mornings are hard since the new baby."


@pytest.fixture
def office(db, settings):
    settings.GOLDTHREAD_NOW = FIXED
    return Office()


@pytest.fixture
def priya(office):
    return signed_in(office.priya)


@pytest.fixture
def yusuf(office):
    """An assessment that was begun and says only of what kind it is."""
    began = date(2026, 9, 18)
    person = office.child("Yusuf", office.priya, since=began, entries=[("assessment", began, {"kind": "single"})])
    return Version.objects.get(person=person, type="assessment").entry


@pytest.fixture
def rosa(office):
    """A visit that does not say whether she was seen alone."""
    person = on_plan(office, "Rosa", visit(nov(18), seen_alone=None))
    return Version.objects.get(person=person, type="visit").entry


def finish(entry):
    return reverse("entry_correct", args=[entry]) + "?finish=1"


def alone(entry):
    return reverse("entry_correct", args=[entry]) + "?ask=seen_alone"


def filled_in(page):
    """What a browser would post from a form that nobody touched."""
    form = re.search(r'<form[^>]* id="entry".*?</form>', page.content.decode(), re.S)[0]
    typed = dict(re.findall(r'<input type="(?:hidden|text)" name="([^"]+)" value="([^"]*)"', form))
    typed |= dict(re.findall(r' name="([^"]+)" type="text" value="([^"]*)"', form))
    typed |= dict(re.findall(r'name="([^"]+)" value="([^"]*)"[^>]* checked', form))
    typed |= {name: value.strip() for name, value in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S)}
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        typed[name] = "".join(re.findall(r'value="([^"]*)" selected', options))
    return typed


def send(client, address, **answers):
    page = client.get(address)
    return client.post(address, {**filled_in(page), "do": "save", **answers})


def versions(office, entry):
    return Reach(office.priya, at(17, 30)).entry(entry)


def folded(page):
    return re.search(r"<details class=\"gt-more gt-section\"([^>]*)>(.*?)</details>", page.content.decode(), re.S)


# Finishing


def test_what_was_begun_is_finished_and_what_was_said_is_folded(priya, yusuf):
    page = priya.get(finish(yusuf))
    words, fold = Page(page).text, folded(page)
    assert "Finish the assessment of Yusuf" in words and "Correct an" not in words and "Save the correction" not in words
    assert fold[1].strip() == "" and 'value="18/09/2026"' in fold[2] and 'name="why"' in fold[2] and 'name="until"' not in fold[2]


def test_an_answer_to_what_was_open_asks_for_no_reason(office, priya, yusuf):
    answer = send(priya, finish(yusuf), found=FOUND, until="20/11/2026")
    now = versions(office, yusuf)[0]
    assert answer.status_code == 302 and (now.values.found, now.until, now.values.kind, now.why) == (FOUND, TODAY, "single", "Finished.")
    assert "Assessment of Yusuf saved." in text(priya.get(answer.url))


def test_another_answer_than_before_asks_why_also_while_finishing(office, priya, yusuf):
    answer = send(priya, finish(yusuf), found=FOUND, day="17/09/2026")
    assert answer.status_code == 422 and "You changed what was said before" in text(answer) and len(versions(office, yusuf)) == 1
    assert "open" in folded(answer)[1] and FOUND in answer.content.decode()
    assert send(priya, finish(yusuf), found=FOUND, day="17/09/2026", why="It began a day earlier").status_code == 302
    assert versions(office, yusuf)[0].why == "It began a day earlier"


def test_finishing_with_nothing_answered_says_so(office, priya, yusuf):
    answer = send(priya, finish(yusuf))
    assert answer.status_code == 422 and "Nothing is answered yet." in text(answer) and len(versions(office, yusuf)) == 1


def test_a_correction_that_only_answers_what_was_open_needs_no_reason_either(office, priya, yusuf):
    assert send(priya, reverse("entry_correct", args=[yusuf]), found=FOUND).status_code == 302
    assert versions(office, yusuf)[0].why == "Finished."


def test_what_is_left_unfinished_is_still_finishing_when_it_is_opened_again(priya, yusuf):
    priya.post(finish(yusuf), {**filled_in(priya.get(finish(yusuf))), "do": "later", "found": FOUND})
    draft = Draft.objects.get()
    page = Page(priya.get(f"/drafts/{draft.pk}/", follow=True))
    assert draft.title == "Finish the assessment of Yusuf" and draft.title in page.text and FOUND in page.text


def test_two_who_finish_it_see_both(office, priya, yusuf):
    typed = filled_in(priya.get(finish(yusuf)))
    with Reach(office.ngozi, at(17, 20)).act() as act:
        act.correct(yusuf, 1, "Finished.", values={"found": "He is fine."})
    answer = priya.post(finish(yusuf), {**typed, "do": "save", "found": FOUND})
    assert answer.status_code == 409 and FOUND in text(answer) and "He is fine." in text(answer)


def test_pressing_save_twice_finishes_once(office, priya, yusuf):
    typed = {**filled_in(priya.get(finish(yusuf))), "do": "save", "found": FOUND}
    assert [priya.post(finish(yusuf), typed).status_code for _ in range(2)] == [302, 302] and len(versions(office, yusuf)) == 2


# One open fact


def test_one_open_fact_is_asked_as_a_question_with_the_rest_folded(priya, rosa):
    page = priya.get(alone(rosa))
    words, fold = Page(page).text, folded(page)
    assert "Was Rosa seen alone on Wednesday 18 November?" in words and "I cannot say" in words
    assert 'name="child_seen"' in fold[2] and 'name="seen_alone"' not in fold[2] and "This was not written down before." in fold[2]
    assert not re.search(r'name="seen_alone"[^>]* checked', page.content.decode())


@pytest.mark.parametrize("said, kept", [("yes", True), ("no", False)])
def test_yes_or_no_is_saved_in_one_step_and_today_no_longer_asks(office, priya, rosa, said, kept):
    assert send(priya, alone(rosa), seen_alone=said).status_code == 302
    now = versions(office, rosa)[0]
    assert (now.values.seen_alone, now.values.child_seen, now.why) == (kept, True, "This was not written down before.")
    assert "Say yes or no" not in ask(office.priya).links


def test_that_one_cannot_say_is_kept_and_is_not_a_no(office, priya, rosa):
    assert send(priya, alone(rosa), seen_alone="unknown").status_code == 302
    now = versions(office, rosa)[0]
    assert now.values.seen_alone is None and now.why == "Asked again, and it cannot be said." and "Say yes or no" in ask(office.priya).links


def test_no_choice_is_asked_for(office, priya, rosa):
    answer = send(priya, alone(rosa))
    assert answer.status_code == 422 and text(answer).count("Choose Yes, No or I cannot say.") == 2 and len(versions(office, rosa)) == 1


def test_the_ready_made_reason_does_not_stand_for_another_change(office, priya, rosa):
    answer = send(priya, alone(rosa), seen_alone="yes", day="17/11/2026")
    assert answer.status_code == 422 and "You changed what was said before" in text(answer) and len(versions(office, rosa)) == 1


def test_a_fact_that_has_been_answered_meanwhile_is_not_asked_again(office, priya, rosa):
    send(priya, alone(rosa), seen_alone="yes")
    assert "Correct a visit" in text(priya.get(alone(rosa)))


@pytest.mark.parametrize("ask_for", ["nonsense", "said", "", "made"])
def test_an_address_that_asks_for_nothing_open_is_the_form_to_correct(priya, rosa, ask_for):
    assert "Correct a visit" in text(priya.get(reverse("entry_correct", args=[rosa]), {"ask": ask_for}))


# Planned, and done today


def test_a_visit_is_planned_for_a_day_to_come(office, priya):
    reference = Standing.objects.get(pk=on_plan(office, "Mei", visit(nov(12)))).reference
    words = Page(priya.get(f"/write/{reference}/booking/?what=visit&day=2026-11-26"))
    assert "Plan a visit to Mei" in words.text and "tomorrow or 23/11/2026" in words.text and "yesterday" not in words.text
    assert "Plan something for Mei" in text(priya.get(f"/write/{reference}/booking/"))


def test_what_is_written_down_from_today_begins_with_today_and_what_lasts_does_not(office):
    office.child("Tomasz", office.priya, entries=[("looked_after", nov(16), {}), ("placement", nov(16), {})])
    links = re.findall(r'href="(/write/[^"]+)"[^>]*>Write it down', ask(office.priya, "/today/list/").html)
    assert any("health_assessment" in link and "day=2026-11-20" in link for link in links), links
    page = ask(office.priya, next(link for link in links if "health_assessment" in link).replace("&amp;", "&"))
    assert 'value="20/11/2026"' in page.main
    assert not any("day=" in link for link in links if "/need_plan/" in link or "/care_plan/" in link)
