"""A report beside its pages: doubtful facts first, each confirmed, corrected, struck out or added by a person who is named."""


import pytest
from django.test import Client

from goldthread.inspection import reports
from goldthread.inspection.models import Confirmed
from goldthread.web.drafts.models import Draft
from tests.inspection import held
from tests.inspection.held import NOW
from tests.web.desk import Page, ask
from tests.web.report_pages import at, fields, page_of, state

# The list of reports


def test_every_report_is_listed_with_what_waits(office, report):
    page = ask(office["priya"], "/reports/")
    assert "Wrenford ours" in page.text
    assert "2 to 13 February 2026" in page.text and "24 March 2026" in page.text
    assert "Not yet 10 facts wait for a person, 2 read with doubt" in page.text


def test_a_report_that_waits_for_nobody_says_that_it_counts(office, report):
    held.all_confirmed(report, office["miriam"])
    assert "Yes 10 facts, each looked at" in ask(office["priya"], "/reports/").text


def test_with_no_report_the_page_says_what_to_do(office):
    assert ask(office["miriam"], "/reports/").links["Add reports"] == "/reports/add/"
    assert "added by those who lead improvement" in ask(office["priya"], "/reports/").text


def test_nobody_reads_reports_without_signing_in(report):
    for address in ("/reports/", f"/reports/{report.pk}/", f"/files/{report.file_id}/", f"/reports/{report.pk}/pages/1.png"):
        assert Client().get(address).status_code == 302


# The page of one report


def test_what_is_doubtful_stands_first_and_says_why(office, report):
    page = page_of(office["miriam"], report)
    first = page.text.split("Look at these first")[1].split("The rest, page by page")[0]
    assert "Children in care read with doubt" in first
    assert "Why it is doubtful: The heading on page 5 says “good”." in first
    assert "Assessments before birth" not in first


def test_each_fact_stands_beside_the_picture_of_its_page_with_its_words_marked(office, report):
    page = page_of(office["miriam"], report)
    assert f"/reports/{report.pk}/pages/2.png" in page.main
    grade = held.fact(report, "judgement")
    assert f'<rect class="is-waits" x="9.3" y="49.6" width="81.4" height="5.8" data-gt-box="{grade.pk}"/>' in page.main
    assert "“Inspection dates: 2 to 13 February 2026”" in page.text


def test_the_page_says_what_still_waits(office, report):
    assert "This report does not count yet: 7 facts wait" in page_of(office["priya"], report).text


def test_one_press_confirms_all_of_a_page_that_is_sure(office, report, miriam):
    page = page_of(office["miriam"], report)
    assert "Confirm all 6 on this page" in page.text
    sure = [one.fact.pk for one in reports.held(report) if one.fact.page == 1 and one.fact.sure]
    answer = miriam.post(f"/reports/{report.pk}/confirm/", {"fact": sure})
    assert {one.state for one in reports.held(report) if one.fact.pk in sure} == {reports.CONFIRMED}
    assert answer["Location"].startswith(f"/reports/{report.pk}/#fact-"), "the next one that waits is at hand"
    assert "6 facts confirmed." in Page(miriam.get(answer["Location"])).text


def test_what_somebody_said_meanwhile_is_left_and_told(office, report, miriam):
    authority = held.fact(report, "authority")
    reports.say(authority, "Wrenford City", why="As printed.", now=NOW, by=office["colin"])
    sure = [one.fact.pk for one in reports.held(report) if one.fact.page == 1 and one.fact.sure]
    miriam.post(f"/reports/{report.pk}/confirm/", {"fact": [*sure, "x", "9" * 30]})
    assert state(report, "authority").value == "Wrenford City"
    assert "5 facts confirmed. 1 fact had been looked at by somebody else meanwhile, and was left." in page_of_client(miriam, report).text


def page_of_client(client, report):
    return Page(client.get(f"/reports/{report.pk}/"))


def test_a_single_fact_is_confirmed_and_says_by_whom_and_when(office, report, miriam):
    miriam.post(at(held.fact(report, "judgement", 1)), {"do": "confirm", "read": "0"})
    text = page_of(office["priya"], report).text
    assert "Confirmed by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm." in text
    assert "It was read with doubt: The heading on page 5 says “good”." in text


def test_once_all_is_confirmed_the_report_counts(office, report, miriam):
    for one in reports.held(report)[:-1]:
        reports.say(one.fact, one.value, now=NOW, by=office["miriam"])
    answer = miriam.post(at(reports.held(report)[-1].fact), {"do": "confirm", "read": "0"})
    page = Page(miriam.get(answer["Location"]))
    assert "Everything that counts in this report has been confirmed." in page.text
    assert "Inspection of Wrenford, 2 to 13 February 2026" in page.text
    assert "This report counts" in page.text


def test_a_correction_shows_what_was_taken_out_and_put_in(office, report, miriam):
    asked = held.fact(report, "improvement", 1)
    answer = miriam.post(at(asked), {**fields(miriam, at(asked)), "do": "save", "read": "0", "text": "Assessments before birth start earlier.",
                                     "section": "local_authority", "why": "A word was misread."})  # fmt: skip
    assert answer["Location"] == f"/reports/{report.pk}/#fact-{asked.pk}"
    page = page_of(office["priya"], report)
    assert "<del>" in page.main and "taken out: </span>too late" in page.main and "put in: </span>earlier." in page.main
    assert "Corrected by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm. “A word was misread.”" in page.text
    assert state(report, "improvement", 1).value["number"] == 2, "what the form does not ask is kept"


def test_a_day_is_corrected_as_people_write_days(report, miriam):
    end = held.fact(report, "inspection_end")
    miriam.post(at(end), {**fields(miriam, at(end)), "do": "save", "value": "14 February 2026", "why": "The footer says so."})
    assert state(report, "inspection_end").value == "2026-02-14"


def test_a_grade_is_corrected_and_loses_the_words_it_was_printed_in(report, miriam):
    grade = held.fact(report, "judgement", 1)
    miriam.post(at(grade), {**fields(miriam, at(grade)), "do": "save", "label": "Children in care", "grade": "good", "why": "Page 5."})
    assert state(report, "judgement", 1).value == {"label": "Children in care", "grade": "good", "grade_label": "Good"}


@pytest.mark.parametrize(
    "words, field, sentence",
    [
        ({"value": "13/02/2026", "why": ""}, "why", "Say why"),
        ({"value": "soon", "why": "x"}, "value", "Choose a day"),
        ({"do": "strike", "why": " "}, "why", "Say why"),
    ],
)
def test_what_cannot_be_saved_is_said_and_every_word_is_kept(report, miriam, words, field, sentence):
    end = held.fact(report, "inspection_end")
    page = Page(miriam.post(at(end), {**fields(miriam, at(end)), "do": "save", **words}))
    assert page.status == 422
    assert f'<a href="#{field}">{sentence}' in page.main
    assert Draft.objects.get().body.get("why") == [words["why"]]
    assert not Confirmed.objects.exists()


def test_a_fact_is_struck_out_with_a_reason_and_stays_readable(office, report, miriam):
    asked = held.fact(report, "improvement")
    miriam.post(at(asked), {**fields(miriam, at(asked)), "do": "strike", "why": "It is a sentence of the summary."})
    page = page_of(office["priya"], report)
    assert "<del>Children on protection plans are not always seen" in page.main
    assert "Struck out by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm. “It is a sentence of the summary.”" in page.text


def test_a_correction_can_be_taken_back(office, report, miriam):
    authority = held.fact(report, "authority")
    reports.say(authority, "Wrenford City", why="As printed.", now=NOW, by=office["miriam"])
    assert "It was right as read" in page_of(office["miriam"], report).text
    miriam.post(at(authority), {"do": "confirm", "read": "0"})
    page = page_of(office["miriam"], report)
    assert state(report, "authority").state == reports.CONFIRMED
    assert "What was said before (1) “Wrenford City”. Miriam Tarnbrook" in page.text


def test_two_people_at_once_lose_nothing_and_are_told(office, report, miriam):
    authority = held.fact(report, "authority")
    reports.say(authority, "Wrenford City", why="As printed.", now=NOW, by=office["colin"])
    miriam.post(at(authority), {"do": "confirm", "read": "0"})
    assert [said.by.username for said in authority.said.order_by("pk")] == ["colin", "miriam"]
    told = "Colin Wintergate said “Wrenford City” at 5:28pm, while your page was open. Both stand; yours is the newer and counts."
    assert told in page_of_client(miriam, report).text


def test_saving_a_correction_twice_writes_it_once(report, miriam):
    authority = held.fact(report, "authority")
    words = {**fields(miriam, at(authority)), "do": "save", "value": "Wrenford City", "why": "As printed."}
    miriam.post(at(authority), words)
    miriam.post(at(authority), words)
    assert Confirmed.objects.count() == 1


def test_a_correction_left_half_written_waits_as_it_was(report, miriam):
    authority = held.fact(report, "authority")
    miriam.post(at(authority), {**fields(miriam, at(authority)), "do": "later", "value": "Wren", "why": "As"})
    draft = Draft.objects.get()
    page = Page(miriam.get(f"/drafts/{draft.pk}/", follow=True))
    assert 'value="Wren"' in page.html and "A correction: Authority" in draft.title
