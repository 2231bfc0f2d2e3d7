"""What a reading missed is added; who may say something of a report, and how it is told."""

from datetime import date

import pytest
from django.test import Client

from goldthread.inspection import reports
from goldthread.inspection.models import Confirmed
from goldthread.web.reports import telling
from tests.inspection import held
from tests.inspection.held import NOW
from tests.web.desk import Page, ask, plain
from tests.web.family import signed_in
from tests.web.report_pages import at, fields, page_of, state

# What was missed


def test_a_missed_thing_to_improve_is_added_with_its_page(office, report, miriam):
    address = f"/reports/{report.pk}/missed/?kind=improvement"
    words = {**fields(miriam, address), "kind": "improvement", "page": "3", "text": "Earlier personal advisers.", "section": "local_authority"}
    miriam.post(f"/reports/{report.pk}/missed/", words)
    one = state(report, "improvement", 2)
    assert (one.state, one.fact.page, one.value["text"]) == (reports.ADDED, 3, "Earlier personal advisers.")
    assert "Added by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm." in page_of(office["priya"], report).text


@pytest.mark.parametrize(
    "kind, words, sentence",
    [
        ("improvement", {"page": "", "text": "x"}, "Write the number of the page"),
        ("improvement", {"page": "9", "text": "x"}, "pages 1 to 3"),
        ("improvement", {"page": "2", "text": " "}, "own words"),
        ("judgement", {"page": "1", "label": "Care leavers", "grade": "good"}, "which part of the service"),
        ("judgement", {"page": "1", "area": "care_leavers", "label": "Care leavers"}, "Choose the grade"),
        ("authority", {"page": "1", "value": "Wrenford"}, "stands already"),
    ],
)
def test_what_cannot_be_added_is_said(report, miriam, kind, words, sentence):
    posted = {**fields(miriam, f"/reports/{report.pk}/missed/?kind={kind}"), "kind": kind, **words}
    page = Page(miriam.post(f"/reports/{report.pk}/missed/", posted))
    assert (page.status, sentence in page.text) == (422, True)
    assert not Confirmed.objects.exists()


def test_what_may_be_missed_is_chosen_first(office):
    report = held.kept(office["miriam"], lead_inspector=None)
    page = ask(office["miriam"], f"/reports/{report.pk}/missed/")
    assert {"Thing to improve", "Judgement", "Lead inspector"} <= page.links.keys()
    assert "Authority" not in page.links, "it was found: it is corrected where it stands"
    assert "Lead inspector" in page_of(office["miriam"], report).section("Not found in the report")


# Who may


def test_everybody_who_is_signed_in_reads_and_only_who_leads_improvement_says(office, report):
    page = page_of(office["priya"], report)
    assert "Confirm" not in page.text.replace("Confirmed", "") and "Reports are confirmed by those who lead improvement." in page.text
    priya, fact = signed_in(office["priya"]), held.fact(report, "authority")
    refused = (priya.get(at(fact)), priya.post(at(fact), {"do": "confirm"}), priya.post(f"/reports/{report.pk}/confirm/", {"fact": [fact.pk]}),
               priya.get(f"/reports/{report.pk}/missed/"), priya.get("/reports/add/"))  # fmt: skip
    assert {answer.status_code for answer in refused} == {403}
    assert all("does not lead improvement" in plain(answer.content.decode()) for answer in refused)
    assert not Confirmed.objects.exists()


def test_nothing_is_said_by_following_a_link(report, miriam):
    assert miriam.get(f"/reports/{report.pk}/confirm/").status_code == 405
    miriam.get(f"{at(held.fact(report, 'authority'))}?do=confirm")
    assert not Confirmed.objects.exists()


def test_a_form_sent_without_its_token_is_refused(office, report):
    client = Client(enforce_csrf_checks=True)
    client.force_login(office["miriam"])
    assert client.post(at(held.fact(report, "authority")), {"do": "confirm"}).status_code == 403
    assert not Confirmed.objects.exists()


def test_what_a_report_says_is_shown_as_words_and_never_as_markup(office):
    report = held.kept(office["miriam"], authority=held.Found("<script>alert(1)</script>", 1, "<b>x</b>"))
    page = page_of(office["miriam"], report)
    assert "<script>alert" not in page.html and "<b>x</b>" not in page.html


@pytest.mark.parametrize("address", ["/reports/999/", "/reports/facts/999/", "/reports/999999999999999999999/", "/files/999/", "/evidence/999/"])
def test_what_is_not_there_is_said_to_be_not_there(miriam, address):
    assert miriam.get(address).status_code == 404


# How things are said


@pytest.mark.parametrize(
    "before, after, said",
    [
        ("a b c", "a x c", [("", "a "), ("out", "b "), ("in", "x "), ("", "c")]),
        ("", "a", [("in", "a")]),
        ("a b", "a b", [("", "a b")]),
        ("a b", "a", [("out", "a b"), ("in", "a")]),
    ],
)
def test_a_correction_is_told_word_by_word(before, after, said):
    assert list(telling.differences(before, after)) == said


def test_the_days_of_an_inspection_are_said_as_people_say_them():
    assert telling.span(date(2026, 2, 2), date(2026, 2, 13)) == "2 to 13 February 2026"
    assert telling.span(date(2023, 2, 20), date(2023, 3, 3)) == "20 February to 3 March 2023"
    assert telling.span(date(2025, 12, 15), date(2026, 1, 9)) == "15 December 2025 to 9 January 2026"
    assert telling.span(None, date(2026, 2, 13)) == "13 February 2026"
    assert telling.span(None, None) == ""


def test_what_a_person_added_and_struck_out_still_says_what_it_was(office, report):
    added = reports.add(report, "improvement", {"text": "Earlier personal advisers."}, 3, now=NOW, by=office["miriam"])
    reports.say(added, None, why="It was there already.", now=NOW, by=office["miriam"])
    assert "<del>Earlier personal advisers.</del>" in page_of(office["priya"], report).main
    assert "Earlier personal advisers." in ask(office["miriam"], at(added)).main


def test_a_grade_is_said_as_printed_with_the_part_of_the_service_it_is_kept_for(office):
    overall = held.Judgement("overall_effectiveness", "Children’s services in Wrenford", "requires_improvement", "require improvement", 1, "")
    page = page_of(office["miriam"], held.kept(office["miriam"], judgements=(overall,)))
    assert "Children’s services in Wrenford Require improvement kept as: Overall effectiveness" in page.text
