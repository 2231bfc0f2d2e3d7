"""One visit, one form, a line for each child: what is missing does not stop it, and each child has their own next day."""


from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.record.models import Look, Version
from goldthread.web.drafts.models import Draft
from tests.web.family import signed_in
from tests.web.visiting import ADDRESS, LARKFIELDS, answers, opened, text_of, token

pytestmark = pytest.mark.django_db


# What the page shows


def test_the_form_has_a_line_for_each_child_with_what_is_owed_now(priya, children):
    page = text_of(opened(priya))
    assert "A visit to Kofi, Ama and Esi" in page
    assert "1 working day over, due Thu 19 Nov" in page
    assert page.count("by Thu 26 Nov") == 2
    assert "last seen Thu 5 Nov, alone, at school" in page and "last alone Thu 5 Nov, at school" in page
    assert "10, 11 tomorrow" in page


def test_the_last_visit_and_the_plan_lie_beside_the_form(priya, children):
    page = text_of(opened(priya))
    assert "Last visit, 12 November 2026" in page and "Heating on, food in." in page
    assert "Mornings: up, breakfast, school by 8:50" in page and "protection plan of 20 July 2026" in page


def test_quick_days_show_the_day_itself(priya, children):
    page = text_of(opened(priya))
    assert "Today Fri 20 Nov" in page and "Yesterday Thu 19 Nov" in page
    assert "In 5 working days Fri 27 Nov" in page


def test_a_brother_or_sister_can_be_added_and_taken_out_without_losing_a_word(priya, children):
    page = opened(priya, ["LK-KOFI"])
    assert 'value="LK-AMA"' in page.content.decode() and "A visit to Kofi<" in page.content.decode()
    sent = answers(page, children, child=["LK-KOFI", "LK-AMA"], do="children")
    added = priya.post(ADDRESS, sent, follow=True)
    assert "A visit to Kofi and Ama" in text_of(added) and "Cousin was in the room" in text_of(added)
    out = priya.post(ADDRESS, {**sent, "child": ["LK-KOFI"], "sheet": token(added)}, follow=True)
    assert "A visit to Kofi<" in out.content.decode()
    assert f'name="why_not_alone-{children["Ama"]}" value="Cousin was in the room"' in out.content.decode()


def test_opened_about_nobody_it_asks_whom_it_is_about(priya, children):
    page = text_of(priya.get(ADDRESS))
    assert "Whom did you visit?" in page and "Kofi Larkfield" in page
    assert "Esi Larkfield" in text_of(priya.get(ADDRESS, {"find": "Essy Larkfeld"}))


def test_a_form_like_one_that_was_begun_leads_back_to_it(priya, children, office):
    page = opened(priya)
    assert "began one like this" not in text_of(page)
    priya.post(ADDRESS, answers(page, children, do="later"))
    number = Draft.objects.get().pk
    again = opened(priya, reversed(LARKFIELDS))
    assert "You began one like this at 5:28pm" in text_of(again) and f'href="/drafts/{number}/"' in again.content.decode()
    assert "began one like this" not in text_of(priya.get(f"{ADDRESS}?draft={number}"))
    assert "began one like this" not in text_of(opened(priya, ["LK-KOFI"]))
    assert "began one like this" not in text_of(opened(signed_in(office["marcus"])))


# Who may


def test_a_child_of_another_team_is_refused_and_the_refusal_is_written_down(office, children):
    nora = signed_in(office["nora"])
    page = opened(nora)
    assert page.status_code == 403 and "Kofi" not in text_of(page)
    assert Look.objects.filter(worker=office["nora"], refused=True).exists()


def test_a_child_put_into_the_form_by_hand_is_refused_too(office, children, priya):
    sent = answers(opened(priya), children)
    nora = signed_in(office["nora"])
    for address in (ADDRESS, reverse("visit_preview")):
        assert nora.post(address, sent).status_code == 403
    assert not Version.objects.filter(day=date(2026, 11, 20)).exists()


def test_a_form_opened_by_one_person_is_not_saved_in_the_name_of_another(office, children, priya):
    sent = answers(opened(priya), children)
    marcus = signed_in(office["marcus"])
    page = marcus.post(ADDRESS, sent)
    assert page.status_code == 403 and "Nothing was saved in your name" in text_of(page)
    assert not Version.objects.filter(day=date(2026, 11, 20)).exists()
    assert Draft.objects.get().worker == office["priya"]


def test_without_a_sign_in_nothing_is_shown(children):
    assert Client().get(ADDRESS, {"child": LARKFIELDS}).status_code == 302


def test_writing_for_an_hour_is_one_look_and_not_many(priya, children):
    page = opened(priya)
    for _ in range(5):
        priya.post(reverse("visit_preview"), answers(page, children))
    assert Look.objects.filter(person=children["Kofi"], page="visit form").count() == 1
