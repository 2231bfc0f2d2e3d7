"""The monthly report: what it says, what it hides, what it keeps, and what has become of a figure since."""

import io
from datetime import timedelta

import pypdfium2
import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from goldthread.inspection.models import MonthlyReport, PrintedFigure
from goldthread.measures.definitions import MEASURES
from goldthread.record.reach import Reach
from goldthread.web.measures import monthly
from tests.oversight.conftest import NOW
from tests.web.counted import END, IN_TIME, LATE, on_plan, visit
from tests.web.desk import FIXED, Page, ask, plain

pytestmark = pytest.mark.django_db
CODES = ["cp_seen_in_time", "cp_seen_alone"]
REPORT = "/measures/report/"


@pytest.fixture(autouse=True)
def half_past_five(settings):
    settings.GOLDTHREAD_NOW = FIXED
    settings.GOLDTHREAD_AUTHORITY = "Wrenford"


def prints(office, **asked):
    """Print and keep a report; its page."""
    client = Client()
    client.force_login(office.colin)
    answer = client.post(REPORT, {"code": CODES, "month": "2026-10", **asked}, follow=True)
    assert answer.status_code == 200
    return Page(answer)


def paper(office):
    client = Client()
    client.force_login(office.colin)
    answer = client.get(reverse("printed_file", args=[MonthlyReport.objects.latest("pk").pk]))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    return text


# What it says


def test_the_report_has_each_chosen_measure_with_chart_table_target_and_definition(office, children):
    page = ask(office.colin, f"{REPORT}?code=cp_seen_in_time&code=cp_seen_alone")
    assert page.main.count('role="img"') == 2 * len(CODES) and page.main.count("The same as a table") == len(CODES)
    for code in CODES:
        assert MEASURES[code].title in page.text and MEASURES[code].sentence in page.text
    assert "Target 95%" in page.text and "Of 1 we cannot tell" in page.text


def test_without_a_choice_the_main_measures_are_in_it(office, children):
    assert f"Which measures ({len(monthly.main())} of {len(MEASURES)})" in ask(office.colin, REPORT).text
    assert "Children on a protection plan seen in time" in ask(office.colin, REPORT).text


def test_the_print_view_has_every_table_open_and_nothing_folded(office, children):
    page = ask(office.colin, f"{REPORT}?code=cp_seen_in_time&print=1")
    assert "<details" not in page.main and "October 2025" in page.text and "Printed by Colin" in plain(page.html)


def test_what_was_written_down_late_is_said(office, children):
    assert "about October 2026 were written down after it ended, most of all 4 visits" in ask(office.colin, REPORT).text


def test_a_month_about_which_nothing_came_late_says_so(office):
    assert "Nothing about October 2026 has been written down since it ended." in ask(office.colin, REPORT).text


@pytest.mark.parametrize("query", ["code=x", "month=x", "publish=x", "code=cp_seen_in_time&code=cp_seen_in_time", "month=2027-01"])
def test_an_address_nobody_made_still_answers(office, children, query):
    assert ask(office.colin, f"{REPORT}?{query}").status == 200


# On paper


def test_the_paper_says_whose_it_is_what_it_counts_and_when_it_was_printed(office, children):
    prints(office)
    said = paper(office)
    for words in ("Wrenford", "Measures, October 2026", "Printed by Colin, Fri 20 Nov 2026, 5:28pm", "Page 1 of", "50% (3 of 6; 1 we cannot tell)",
                  "45 points below target", "Thirteen months to 31 October 2026.", "Annex A list 7"):  # fmt: skip
        assert words in said, words
    assert "Larkfield" not in said


def test_for_publishing_small_numbers_are_hidden_on_paper_and_in_what_is_kept(office, children):
    page = prints(office, publish="1")
    assert "for publishing" in page.text and {row.said for row in PrintedFigure.objects.all()} == {"c"}
    said = paper(office)
    assert "Some of what happened in October 2026 was written down after it ended." in said and "visits" not in said
    assert "hidden as “c”" in said and "3 of 6" not in said and "50%" not in said


# What is kept


def test_what_was_printed_is_kept_word_for_word_and_cannot_be_changed(office, children):
    prints(office)
    kept = PrintedFigure.objects.get(measure="cp_seen_in_time")
    assert (kept.day, kept.numerator, kept.denominator, kept.unknown, kept.said) == (END, 3, 6, 1, "50%")
    for rows in (PrintedFigure.objects.all(), MonthlyReport.objects.all()):
        with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
            rows._raw_delete("default")
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
        PrintedFigure.objects.update(said="99%")


def test_as_long_as_nothing_was_written_down_later_every_figure_is_what_was_printed(office, children):
    assert "Every figure is still what was printed." in prints(office).text


def later(office, person, *entries):
    """Something written down the next day."""
    with Reach(office.priya, NOW + timedelta(days=1)).act() as act:
        for kind, day, values in entries:
            act.write(person, kind, day, values)


def test_a_figure_that_changed_says_what_was_written_down_since(office, children):
    prints(office)
    later(office, children["Kofi"], visit(IN_TIME))
    later(office, children["Rosa"], visit(IN_TIME))
    number = MonthlyReport.objects.get().pk
    page = ask(office.colin, reverse("printed_report", args=[number]))
    assert "50% 83% 2 visits about these children were written down or corrected later." in page.text
    own = ask(office.colin, "/measures/cp_seen_in_time/").text
    assert "20 November 2026: 50% for 31 October 2026; now 83%. 2 visits about these children were written down or corrected later." in own


def test_what_was_written_about_other_children_or_later_days_is_not_blamed(office, children):
    prints(office)
    later(office, children["Kofi"], visit(IN_TIME), visit(NOW.date()))
    on_plan(office, "Zoe", LATE)
    page = ask(office.colin, reverse("printed_report", args=[MonthlyReport.objects.get().pk]))
    assert "1 visit about these children was written down or corrected later." in page.text


def test_reports_printed_before_are_listed_with_who_printed_them(office, children):
    prints(office)
    page = ask(office.ngozi, REPORT)
    assert "Printed before" in page.text and "Colin" in page.section("Printed before")


def test_only_those_who_lead_improvement_print_and_keep(office, children):
    client = Client()
    client.force_login(office.priya)
    answer = client.post(REPORT, {"code": CODES, "month": "2026-10"})
    assert answer.status_code == 403 and "does not lead improvement" in plain(answer.content.decode())
    assert not MonthlyReport.objects.exists()


def test_everybody_reads_the_report_and_is_offered_only_what_they_may_do(office, children):
    prints(office)
    for worker, offered in ((office.priya, False), (office.colin, True)):
        page = ask(worker, REPORT)
        assert page.status == 200 and ("Print and keep" in page.text) is offered and ("is kept as it was printed" in page.text) is offered
        assert ask(worker, reverse("printed_report", args=[MonthlyReport.objects.get().pk])).status == 200


def test_a_report_that_was_never_printed_is_not_there(office):
    assert ask(office.colin, reverse("printed_report", args=[99])).status == 404
    assert ask(office.colin, reverse("printed_file", args=[99])).status == 404


def test_looking_at_the_report_keeps_nothing(office, children):
    ask(office.colin, REPORT), ask(office.colin, f"{REPORT}?print=1")
    assert not MonthlyReport.objects.exists()
