"""Pictures of pages and kept files: shown to those who may, handed over so that nothing runs."""

import pytest

from goldthread.inspection import evidence
from goldthread.inspection.models import File
from tests.inspection import held
from tests.inspection.held import NOW
from tests.inspection.test_evidence import audit
from tests.web.desk import ask
from tests.web.family import signed_in


@pytest.fixture
def attached(office, report):
    row = evidence.give(held.fact(report, "improvement"), audit(), file=(b"record,agrees\n1,yes\n", "=cmd.csv"), now=NOW, by=office["miriam"])
    return row.file


def test_a_page_of_a_report_is_a_picture_that_the_browser_may_keep(office, report):
    answer = signed_in(office["priya"]).get(f"/reports/{report.pk}/pages/1.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert "immutable" in answer["Cache-Control"] and "private" in answer["Cache-Control"]


def test_the_picture_comes_in_two_sizes_and_no_other(office, report):
    client = signed_in(office["priya"])
    widths = [int.from_bytes(client.get(f"/reports/{report.pk}/pages/1.png?width={w}").content[16:20], "big") for w in ("", 1600, 99999, "x")]
    assert widths == [pytest.approx(w, abs=1) for w in (800, 1600, 800, 800)]


@pytest.mark.parametrize("page", [0, 4, 99999])
def test_a_page_that_the_report_does_not_have_is_not_there(office, report, page):
    assert signed_in(office["priya"]).get(f"/reports/{report.pk}/pages/{page}.png").status_code == 404


def test_a_report_is_handed_over_as_a_download_under_its_name(office, report):
    answer = signed_in(office["priya"]).get(f"/files/{report.file_id}/")
    assert answer.content == held.pdf()
    assert answer["Content-Disposition"] == 'attachment; filename="wrenford.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"


def test_an_attached_file_opens_for_its_sender_and_for_those_who_answer_for_the_service(office, attached):
    for who in ("miriam", "colin"):
        assert signed_in(office[who]).get(f"/files/{attached.pk}/").status_code == 200
    page = ask(office["priya"], f"/files/{attached.pk}/")
    assert (page.status, "opens for those who answer for the whole service" in page.text) == (403, True)


def test_a_kept_file_of_an_unknown_kind_is_handed_over_as_bytes(office):
    strange = File.objects.create(name='x".html', media="text/html", sha256="0", content=b"<script>", added_at=NOW, added_by=office["miriam"])
    answer = signed_in(office["miriam"]).get(f"/files/{strange.pk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
