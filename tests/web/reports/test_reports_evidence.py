"""Evidence beside the numbers: added with or without a file, read by everybody, withdrawn with a reason."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldthread.inspection import evidence
from goldthread.inspection.models import Evidence, File
from goldthread.web.drafts.models import Draft
from tests.inspection import held
from tests.inspection.held import NOW
from tests.inspection.test_evidence import audit
from tests.web.desk import Page, ask
from tests.web.family import signed_in

SAID = {"kind": "young_people", "day": "3 October 2026", "title": "What 11 young people said", "number": "11", "words": "“She comes when she says.”", "agrees": "yes"}
AUDITED = {"kind": "audit", "day": "16/09/2026", "title": "Audit of 20 records", "number": "18", "of_number": "20", "words": "Two were late.", "agrees": "partly"}


@pytest.fixture
def asked(office):
    return held.fact(held.kept(office["miriam"]), "improvement")


@pytest.fixture
def given(office, asked):
    return evidence.give(asked, audit(), now=NOW, by=office["miriam"])


def to(asked):
    return f"/evidence/{asked.pk}/add/"


def tell(client, asked, said, **more):
    sheet = client.get(f"{to(asked)}?kind={said['kind']}").context["sheet"]
    return client.post(to(asked), {"sheet": sheet.token, "do": "save", **said, **more})


def test_without_evidence_the_page_says_what_could_stand_here(office, asked):
    page = ask(office["miriam"], f"/evidence/{asked.pk}/")
    assert "“Children on protection plans are not always seen as often as their plans say.”" in page.text
    assert "Nothing is here yet." in page.text and page.links["add the first"] == to(asked)


def test_what_young_people_say_is_added_in_their_words(office, asked, miriam):
    answer = tell(miriam, asked, SAID)
    row = Evidence.objects.get()
    assert (answer["Location"], row.day, row.number, row.by) == (f"/evidence/{asked.pk}/", date(2026, 10, 3), 11, office["miriam"])
    page = ask(office["priya"], f"/evidence/{asked.pk}/")
    assert "What young people say, 3 October 2026. 11 people" in page.text
    assert "“She comes when she says.”" in page.text and "Added by Miriam Tarnbrook" in page.text


def test_an_audit_says_how_many_records_agreed_and_carries_its_sheet(asked, miriam):
    tell(miriam, asked, AUDITED, file=SimpleUploadedFile("audit.csv", b"record,agrees\n1,yes\n"))
    page = Page(miriam.get(f"/evidence/{asked.pk}/"))
    assert "18 of 20 records agreed with the measure" in page.text and "It partly agrees" in page.text
    assert page.links["audit.csv"] == f"/files/{File.objects.get(name='audit.csv').pk}/"


def test_somebody_who_may_not_open_the_file_is_told_who_may(office, asked, miriam):
    tell(miriam, asked, AUDITED, file=SimpleUploadedFile("audit.csv", b"record,agrees\n"))
    page = ask(office["priya"], f"/evidence/{asked.pk}/")
    assert "audit.csv" not in page.links
    assert "audit.csv opens for those who answer for the whole service, and for whoever sent it" in page.text


@pytest.mark.parametrize(
    "changed, field, sentence",
    [
        ({"day": "tomorrow"}, "day", "today or before"),
        ({"day": ""}, "day", "today or before"),
        ({"day": "31/02/2026"}, "day", "“31/02/2026” is not a day we can read. Write it as 12/11/2026."),
        ({"day": "1/1/1850"}, "day", "more than ten years ago"),
        ({"title": ""}, "title", "short name"),
        ({"of_number": "many"}, "of_number", "how many records"),
        ({"number": "21"}, "number", "of the 20 agreed"),
        ({"number": "9" * 40}, "number", "of the 20 agreed"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_every_word_is_kept(asked, miriam, changed, field, sentence):
    page = Page(tell(miriam, asked, {**AUDITED, **changed}))
    assert page.status == 422
    assert f'<a href="#{field}">' in page.main and sentence in page.text
    assert "Two were late." in page.main
    assert Draft.objects.get().body["words"] == ["Two were late."]
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    "content, name, sentence",
    [
        (b"", "empty.pdf", "it has 0 bytes"),
        (b"<html><script>", "audit.pdf", "a web page or other markup"),
        (b"MZ\x90\0", "audit.xlsx", "a kind that is not known"),
    ],
)
def test_a_file_that_is_refused_is_refused_in_a_sentence_and_the_words_stay(asked, miriam, content, name, sentence):
    page = Page(tell(miriam, asked, AUDITED, file=SimpleUploadedFile(name, content)))
    assert (page.status, sentence in page.text) == (422, True)
    assert "Two were late." in page.main
    assert not Evidence.objects.exists() and not File.objects.filter(name__startswith="audit").exists()


def test_where_something_else_is_wrong_the_file_is_asked_for_again(asked, miriam):
    page = Page(tell(miriam, asked, {**AUDITED, "title": ""}, file=SimpleUploadedFile("audit.csv", b"record,agrees\n")))
    assert "has to be chosen again" in page.text


def test_what_kind_it_is_is_asked_first(office, asked):
    page = ask(office["miriam"], to(asked))
    assert {"An audit", "A document", "What staff say", "What families say", "What young people say"} <= page.links.keys()


def test_evidence_sent_twice_is_kept_once(asked, miriam):
    sheet = miriam.get(f"{to(asked)}?kind=audit").context["sheet"].token
    for _ in range(2):
        miriam.post(to(asked), {"sheet": sheet, "do": "save", **AUDITED})
    assert Evidence.objects.count() == 1


def test_evidence_left_half_written_waits_as_it_was(asked, miriam):
    tell(miriam, asked, {**SAID, "do": "later"})
    draft = Draft.objects.get()
    page = Page(miriam.get(f"/drafts/{draft.pk}/", follow=True))
    assert "She comes when she says." in page.main


def test_withdrawn_evidence_stays_readable_with_the_reason(office, asked, given, miriam):
    miriam.post(f"/evidence/withdraw/{given.pk}/", {"why": "Two records were counted twice."})
    page = ask(office["priya"], f"/evidence/{asked.pk}/")
    assert "Withdrawn by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm: Two records were counted twice." in page.text
    assert "<del>Audit of 20 records</del>" in page.main


def test_a_withdrawal_without_a_reason_is_asked_for_one(given, miriam):
    page = Page(miriam.post(f"/evidence/withdraw/{given.pk}/", {"why": " "}))
    assert (page.status, "Say why it does not stand" in page.text) == (422, True)
    assert Evidence.objects.count() == 1


def test_evidence_that_was_withdrawn_meanwhile_is_withdrawn_once_and_that_is_told(office, given, miriam):
    evidence.withdraw(given, "Wrong month.", now=NOW.replace(hour=17, minute=20), by=office["colin"])
    answer = miriam.post(f"/evidence/withdraw/{given.pk}/", {"why": "Counted twice."}, follow=True)
    assert "It had been withdrawn already: Colin Wintergate, Fri 20 Nov 2026, 5:20pm." in Page(answer).text


def test_only_who_leads_improvement_adds_and_withdraws(office, asked, given):
    priya = signed_in(office["priya"])
    answers = (priya.get(to(asked)), priya.post(to(asked), AUDITED), priya.get(f"/evidence/withdraw/{given.pk}/"),
               priya.post(f"/evidence/withdraw/{given.pk}/", {"why": "x"}))  # fmt: skip
    assert {answer.status_code for answer in answers} == {403}
    assert Evidence.objects.count() == 1
    assert "Add evidence" not in ask(office["priya"], f"/evidence/{asked.pk}/").text


def test_there_is_no_evidence_about_a_grade(office, asked):
    grade = held.fact(asked.report, "judgement")
    assert ask(office["miriam"], f"/evidence/{grade.pk}/").status == 404


def test_what_people_write_is_shown_as_words(asked, miriam):
    tell(miriam, asked, {**SAID, "title": "<b>x</b>", "words": "<script>alert(1)</script>"})
    assert "<script>alert" not in Page(miriam.get(f"/evidence/{asked.pk}/")).main
