"""Reports come in by a page that says of each file what became of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldthread.inspection import files, reports
from goldthread.inspection.models import File, Report
from goldthread.inspection.reading import apart
from tests.inspection import held
from tests.inspection.test_files import JPEG, packed
from tests.web.desk import Page, ask
from tests.web.family import signed_in

ADDRESS = "/reports/add/"


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"
    settings.GOLDTHREAD_AUTHORITY = "Wrenford children’s services"


@pytest.fixture
def it_reads(monkeypatch):
    """Every PDF that opens is the small report, whatever stands in it."""
    monkeypatch.setattr(apart, "read_apart", lambda data, name: held.reading(file=name))


def sent(client, *found, **more):
    return client.post(ADDRESS, {"files": [SimpleUploadedFile(name, data) for name, data in found], **more})


def test_a_report_sent_in_is_read_at_once_and_opened(miriam, it_reads):
    answer = sent(miriam, ("wrenford.pdf", held.pdf()))
    report = Report.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/reports/{report.pk}/")
    assert (report.ours, report.added_by.username, len(reports.held(report))) == (True, "miriam", 10)


def test_several_reports_go_in_together(miriam, it_reads):
    answer = sent(miriam, ("one.pdf", held.pdf("one")), ("two.pdf", held.pdf("two")))
    assert answer["Location"] == "/reports/"
    assert Report.objects.count() == 2
    assert "2 reports read. Nothing in them counts before somebody confirms it." in Page(miriam.get("/reports/")).text


@pytest.mark.parametrize(
    "whose, authority, ours",
    [("as_it_says", "Wrenford City Council", True), ("as_it_says", "Birmingham", False), ("ours", "Birmingham", True), ("another", "Wrenford", False)],
)
def test_whose_report_it_is_the_report_says_or_the_person(miriam, monkeypatch, whose, authority, ours):
    read = held.reading(authority=held.Found(authority, 1, authority))
    monkeypatch.setattr(apart, "read_apart", lambda data, name: read)
    sent(miriam, ("report.pdf", held.pdf()), whose=whose)
    assert Report.objects.get().ours is ours


def test_where_the_report_does_not_say_whose_it_is_it_is_asked_and_not_guessed(miriam, monkeypatch):
    monkeypatch.setattr(apart, "read_apart", lambda data, name: held.reading(authority=None))
    page = Page(sent(miriam, ("report.pdf", held.pdf())))
    assert (page.status, "It cannot be told from “report.pdf” whose report it is." in page.text) == (422, True)
    assert not Report.objects.exists()


def test_the_same_file_twice_is_told_and_kept_once(miriam, it_reads):
    sent(miriam, ("wrenford.pdf", held.pdf()))
    answer = sent(miriam, ("the same.pdf", held.pdf()))
    assert answer["Location"] == f"/reports/{Report.objects.get().pk}/"
    assert "“the same.pdf” is held already: nothing was kept twice." in Page(miriam.get(answer["Location"])).text


HOSTILE = {
    "nothing in it": (b"", "“sent.pdf”: it has 0 bytes"),
    "a web page": (b"<!DOCTYPE html><title>Report not found</title>", "is a web page, not a PDF"),
    "a picture": (JPEG, "is not a PDF but a picture"),
    "a letter": (packed("word/document.xml"), "is not a PDF but a zip file or an Office document"),
    "cut short": (held.pdf()[:300], "cut short"),
    "no PDF at all": (b"%PDF-1.4\n" + b"\0\xff" * 400, "sent.pdf"),
}


@pytest.mark.parametrize("data, sentence", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_opened_is_refused_in_a_sentence_and_not_kept(miriam, data, sentence):
    page = Page(sent(miriam, ("sent.pdf", data)))
    assert page.status == 422
    assert sentence in page.text
    assert not File.objects.exists()


def test_a_pdf_that_needs_a_password_is_refused_and_says_what_to_do(miriam, monkeypatch):
    monkeypatch.setattr(apart, "read_apart", lambda data, name: held.reading(pages=0, authority=None, problem=f"{name} is locked with a password."))
    page = Page(sent(miriam, ("locked.pdf", held.pdf())))
    assert (page.status, "locked.pdf is locked with a password." in page.text, File.objects.count()) == (422, True, 0)


def test_sixty_megabytes_are_refused_without_being_read(miriam, monkeypatch):
    monkeypatch.setattr(apart, "read_apart", lambda data, name: pytest.fail("it was read"))
    page = Page(sent(miriam, ("large.pdf", held.pdf() + b"\0" * 60 * files.MEGABYTE)))
    assert (page.status, "“large.pdf” is 61 MB. At most 40 MB are kept" in page.text) == (422, True)


def test_a_pdf_without_an_inspection_report_in_it_is_kept_as_unread_and_says_so(miriam):
    answer = sent(miriam, ("minutes.pdf", held.pdf("Minutes of a meeting")), whose="ours")
    page = Page(miriam.get(answer["Location"]))
    problem = Report.objects.get().problem
    assert "minutes.pdf" in problem and problem in page.text
    assert "It is kept, because a person can read its pages and add what they say." in page.text
    assert "Not counted yet" in page.text


def test_good_files_are_kept_beside_refused_ones(miriam, it_reads):
    page = Page(sent(miriam, ("wrenford.pdf", held.pdf()), ("empty.pdf", b"")))
    assert page.status == 422
    assert page.links["wrenford.pdf"] == f"/reports/{Report.objects.get().pk}/"
    assert "“empty.pdf”: it has 0 bytes" in page.text


def test_nothing_chosen_and_too_many_chosen_are_said(miriam):
    assert "Choose the reports first" in Page(sent(miriam)).text
    assert "At most 40 reports are read at once" in Page(sent(miriam, *((f"{n}.pdf", b"x") for n in range(41)))).text


def test_who_does_not_lead_improvement_sends_nothing_and_is_told_why(office):
    for answer in (signed_in(office["priya"]).get(ADDRESS), sent(signed_in(office["priya"]), ("wrenford.pdf", held.pdf()))):
        assert answer.status_code == 403
        assert "does not lead improvement" in Page(answer).text


def test_the_page_asks_without_any_script(office):
    page = ask(office["miriam"], ADDRESS)
    assert 'enctype="multipart/form-data"' in page.main and " onsubmit" not in page.main
