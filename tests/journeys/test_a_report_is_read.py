"""A report goes in, its doubtful fact is looked at first, a grade is corrected, and when all is confirmed it counts."""

import pytest

from goldthread.demo import report as paper
from goldthread.inspection import reports
from goldthread.inspection.models import Report
from tests.journeys.city import worker


@pytest.fixture
def miriam(city, visit):
    return visit(worker("miriam", "Miriam Tarnbrook", "quality_lead"))


@pytest.fixture
def sent(miriam, tmp_path):
    """The city's own report, chosen and sent on the page; the browser is at the report."""
    file = tmp_path / paper.FILE_NAME
    file.write_bytes(paper.pdf())
    miriam.goes_to("/reports/")
    miriam.page.get_by_role("link", name="Add reports").click()
    miriam.looks()
    miriam.page.get_by_label("Reports as PDF, one or several").set_input_files(file)
    miriam.page.get_by_role("button", name="Add and read").click()
    miriam.page.wait_for_url("**/reports/*/")
    miriam.looks()
    return Report.objects.get()


def waiting(report):
    return [one for one in reports.held(report) if one.state == reports.WAITING]


def confirm_the_rest(miriam, report):
    """With the keyboard alone: Enter on the button that stands at the next fact that waits."""
    while waiting(report):
        before = len(waiting(report))
        button = miriam.page.get_by_role("button", name="Confirm").first
        button.focus()
        with miriam.page.expect_navigation():
            miriam.page.keyboard.press("Enter")
        assert len(waiting(report)) < before


def test_a_report_is_read_beside_its_pages_until_it_counts(miriam, sent):
    said = miriam.reads()
    assert "Not counted yet" in said and "Look at these first" in said
    picture = miriam.page.locator(".gt-leaf img").first
    assert picture.get_attribute("alt").startswith("Page ")
    confirm_the_rest(miriam, sent)
    miriam.looks()
    said = miriam.reads()
    assert "This report counts" in said and "Inspection of Wrenford, 2 to 13 February 2026" in said
    assert "Confirmed by Miriam Tarnbrook" in said
    assert len(reports.confirmed(sent).recommendations) == 5


def test_the_words_a_fact_rests_on_are_marked_on_the_page_while_somebody_works_in_it(miriam, sent):
    fact = next(one.fact for one in reports.held(sent) if one.fact.box)
    miriam.page.locator(f"#fact-{fact.pk} a").first.focus()
    miriam.page.locator(f'rect.is-meant[data-gt-box="{fact.pk}"]').first.wait_for(state="attached")


def test_a_correction_shows_what_changed_and_who_said_so(miriam, sent):
    fact = next(one.fact for one in reports.held(sent) if one.fact.kind == "improvement")
    miriam.page.locator(f"#fact-{fact.pk}").get_by_role("link", name="It is not so").click()
    miriam.looks()
    box = miriam.page.get_by_label("What is to improve, in the report’s own words")
    box.fill(f"{box.input_value()} It was said twice.")
    miriam.page.get_by_label("Why is it not as it was read?").fill("The sentence goes on over the page.")
    miriam.page.get_by_text("Kept at 5:28").wait_for()
    miriam.page.get_by_role("button", name="Save the correction").click()
    miriam.page.wait_for_url("**/reports/*/**")
    miriam.looks()
    assert "Corrected by Miriam Tarnbrook" in miriam.reads() and "It was said twice." in miriam.page.locator("ins").first.inner_text()


def test_what_cannot_be_read_is_said_and_the_good_file_beside_it_is_kept(miriam, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"<!DOCTYPE html><title>Report not found</title>")
    (tmp_path / paper.FILE_NAME).write_bytes(paper.pdf())
    miriam.goes_to("/reports/add/")
    miriam.page.get_by_label("Reports as PDF, one or several").set_input_files(sorted(tmp_path.iterdir()))
    miriam.page.get_by_role("button", name="Add and read").click()
    miriam.page.get_by_text("There is something to put right").wait_for()
    miriam.looks()
    assert "report.pdf is a web page, not a PDF" in miriam.reads()
    assert Report.objects.count() == 1


def test_evidence_is_added_and_withdrawn_with_a_reason(miriam, sent, tmp_path):
    fact = next(one.fact for one in reports.held(sent) if one.fact.kind == "improvement")
    sheet = tmp_path / "audit.csv"
    sheet.write_text("record,agrees\n1,yes\n")
    miriam.goes_to(f"/evidence/{fact.pk}/")
    miriam.page.get_by_role("link", name="Add evidence").click()
    miriam.looks()
    miriam.page.get_by_role("link", name="An audit").click()
    for label, words in {"Which day is it from?": "16/09/2026", "A short name for it": "Audit of 20 records", "How many records were looked at?": "20",
                         "How many of them agreed with the measure?": "18", "What did it find?": "Two were late."}.items():  # fmt: skip
        miriam.page.get_by_label(label).fill(words)
    miriam.answers("Does it agree with the measure?", "It agrees with the measure")
    miriam.page.get_by_label("A file, if there is one").set_input_files(sheet)
    miriam.looks()
    miriam.page.get_by_role("button", name="Add it").click()
    miriam.page.get_by_text("18 of 20 records agreed with the measure").wait_for()
    miriam.looks()
    miriam.page.get_by_role("link", name="Withdraw it").click()
    miriam.looks()
    miriam.page.get_by_label("Why does it not stand?").fill("Two records were counted twice.")
    miriam.page.get_by_role("button", name="Withdraw it").click()
    miriam.page.get_by_text("Withdrawn by Miriam Tarnbrook").wait_for()
    miriam.looks()
