"""Every form of report, from 2013 to the one without an overall grade."""

from datetime import date

import pytest

from goldthread.inspection.reading import Found, read
from tests.inspection import made_reports as made
from tests.inspection.flowing import Flow, Style

NAME = "80000-wrenford-2022-07-05.pdf"
FORMS = {
    "ilacs_2018": made.ilacs(made.FORM_2018, ("Requires improvement to be good", "Inadequate", "Good", "Outstanding")),
    "ilacs_2023": made.ilacs(items=("The pace of permanence planning.", "Plans that a parent can follow.")),
    "ilacs_2026_no_overall": made.ilacs(made.FORM_2026, ("Good", "Good", "Outstanding", "Inadequate"), dates="11 to 22 May 2026"),
    "sif_without_lscb": made.sif(),
    "sif_reinspection": made.sif(again=True),
    "sif_with_lscb": made.sif(
        board="The Local Safeguarding Children Board is good", board_lists=(("Recommendations", None, 57, ("Do this.", "Do that, too.")),)
    ),
    "lscb_review": made.board_review(),
    "lac_2013": made.looked_after(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_known_and_read(form):
    reading = read(FORMS[form].pdf, NAME)
    assert (reading.framework.value, reading.framework.sure, reading.problem, reading.missing) == (form, True, "", ())
    assert {j.area: j.grade for j in reading.judgements} == FORMS[form].grades
    assert [(i.text, i.page, i.section, i.priority) for i in reading.improvements] == FORMS[form].improvements
    assert all(judgement.sure for judgement in reading.judgements)


@pytest.mark.parametrize("form", FORMS)
def test_every_fact_keeps_its_page_its_words_and_its_place(form):
    reading = read(FORMS[form].pdf, NAME)
    facts = [reading.authority, reading.inspection_start, reading.inspection_end, reading.lead_inspector, *reading.judgements, *reading.improvements]
    for fact in facts:
        assert 1 <= fact.page <= reading.pages
        assert fact.words
        left, top, right, bottom = fact.box
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1


def test_the_form_from_april_2026_needs_no_overall_grade():
    reading = read(FORMS["ilacs_2026_no_overall"].pdf, NAME)
    assert "overall_effectiveness" not in {judgement.area for judgement in reading.judgements}
    assert reading.notes == ()


def test_an_overall_grade_that_is_not_there_is_missed_in_a_report_of_an_earlier_time():
    reading = read(made.ilacs(made.FORM_2026, ("Good",) * 4, dates="9 to 20 May 2022").pdf, NAME)
    assert not reading.framework.sure
    assert "No overall grade could be read" in reading.framework.why
    assert "4 judgements were read; a report of this form has 5." in reading.notes


def test_two_reports_bound_in_one_are_the_authority_s_and_its_board_s():
    report = made.sif(board="The Local Safeguarding Children Board requires improvement", board_lists=(("Recommendations", None, 0, ("Hear from staff.",)),),
                      board_title="", second_title="Inspection of the effectiveness of the local safeguarding children board")  # fmt: skip
    reading = read(report.pdf, NAME)
    assert reading.framework.value == "sif_lscb_appended"
    assert {j.area for j in reading.judgements} >= {"lscb", "overall_effectiveness"}
    assert [item.section for item in reading.improvements] == ["local_authority", "lscb"]


def test_the_board_s_grade_may_stand_on_the_first_page():
    report = made.sif("The overall judgement is inadequate", first_page_board="The effectiveness of the Local Safeguarding Children Board (LSCB) is good", board_title="yes")
    reading = read(report.pdf, NAME)
    (board,) = [judgement for judgement in reading.judgements if judgement.area == "lscb"]
    assert (board.grade, board.page, board.sure) == ("good", 1, True)


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The overall judgement is inadequate", "inadequate"),
        ("The overall judgement is that children’s services are good", "good"),
        ("The overall judgement is that children’s services require improvement", "requires_improvement"),
        ("Children’s services in Wrenford are outstanding", "outstanding"),
        ("Children’s services in Wrenford require improvement to be good", "requires_improvement"),
        ("Children’s services in Wrenford requires improvement to be good", "requires_improvement"),
        ("Children’s services area are inadequate", "inadequate"),
    ],
)
def test_the_overall_grade_of_a_sentence_is_read_however_it_is_put(sentence, grade):
    reading = read(made.sif(sentence).pdf, NAME)
    (overall,) = [judgement for judgement in reading.judgements if judgement.area == "overall_effectiveness"]
    assert (overall.grade, overall.label, overall.page, overall.sure) == (grade, sentence, 1, True)


@pytest.mark.parametrize(
    ("above", "title", "name"),
    [
        ("", "Inspection of Wrenford local authority children’s services", "Wrenford"),
        ("", "Inspection of Wrenford City Council local authority children’s services", "Wrenford"),
        ("", "Inspection of Wrenford County Council children’s services", "Wrenford"),
        ("", "Inspection of East and West Wrenford-on-Sea local authority children’s services", "East and West Wrenford-on-Sea"),
        ("London Borough of Wrenford and Fulworth", "Inspection of children's social care services", "Wrenford and Fulworth"),
        ("City of Wrenford Metropolitan District Council", "Inspection of children’s social care services", "Wrenford"),
    ],
)
def test_the_authority_is_found_above_the_title_or_in_it(above, title, name):
    reading = read(made.ilacs(above=above, title=title).pdf, NAME)
    assert reading.authority.value == name
    assert reading.authority.page == 1


@pytest.mark.parametrize(
    ("label", "lead", "names"),
    [
        ("Lead inspector:", "Jo Example, His Majesty’s Inspector", "Jo Example"),
        ("Lead inspectors:", "Jo Example, His Majesty’s Inspector, and Sam Sample, His Majesty’s Inspector", "Jo Example and Sam Sample"),
        ("Lead inspector on site:", "Jo Example HMI", "Jo Example"),
        ("Lead Inspector:", "Jo Example", "Jo Example"),
        ("Reporting inspector", "Jo Example HMI", "Jo Example"),
    ],
)
def test_the_lead_inspector_is_named_without_title(label, lead, names):
    assert read(made.ilacs(lead_label=label, lead=lead).pdf, NAME).lead_inspector.value == names


def test_a_deputy_or_a_sentence_about_the_lead_inspector_is_not_the_lead_inspector():
    reading = read(made.sif(lead="Jo Example HMI").pdf, NAME)
    assert reading.lead_inspector.value == "Jo Example"
    assert reading.lead_inspector.page == reading.pages


def test_two_periods_over_two_lines_are_one_inspection():
    reading = read(made.ilacs(dates="8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019").pdf, NAME)
    assert (reading.inspection_start.value, reading.inspection_end.value) == (date(2019, 7, 8), date(2019, 8, 8))


def test_one_day_printed_leaves_the_first_day_unknown():
    reading = read(made.ilacs(dates_label="Inspection date:", dates="11 July 2022").pdf, NAME)
    assert (reading.inspection_start, reading.inspection_end.value) == (None, date(2022, 7, 11))


def test_the_first_page_is_right_where_the_foot_of_the_others_has_other_days():
    style = Style(bullet="\u25fc", foot=("Inspection of Wrenford local authority children’s services", "6 to 12 May 2021"))
    assert read(made.ilacs(style=style).pdf, NAME).inspection_start.value == date(2022, 5, 9)


def test_the_day_of_publication_is_the_printed_one():
    reading = read(made.sif(published="10/08/2015").pdf, "80000-wrenford-2015-08-12.pdf")
    assert (reading.published.value, reading.published.sure, reading.published.page) == (date(2015, 8, 10), True, 1)


@pytest.mark.parametrize("name", [NAME, "children's services inspection - 5 july 2022.pdf", "wrenford_5_July_2022.pdf"])
def test_where_none_is_printed_the_day_of_publication_is_the_file_s_and_that_is_said(name):
    published = read(made.ilacs().pdf, name).published
    assert published == Found(date(2022, 7, 5), 0, name, False, "The report prints no day of publication; this one is in the file’s name.")


def test_a_file_s_name_without_a_day_says_nothing_of_publication():
    assert read(made.ilacs().pdf, "report 12.pdf").published is None


def front(*lines: str) -> Flow:
    flow = Flow()
    flow.lines(71, "Inspection of Wrenford local authority children’s services", 26)
    for line in lines:
        flow.line(71, line)
    return flow


@pytest.mark.parametrize("label", ["Inspection dates:", "Inspection date(s):", "Inspection dates", "Dates of inspection:", "Dates of the inspection:"])
def test_the_days_are_found_behind_any_label(label):
    reading = read(front(f"{label} 9 to 20 May 2022", "Lead inspector: Jo Example").paper.pdf(), NAME)
    assert (reading.inspection_start.value, reading.inspection_end.value) == (date(2022, 5, 9), date(2022, 5, 20))


def test_a_table_that_goes_on_over_the_page_may_repeat_its_header():
    flow = front("Inspection dates: 9 to 20 May 2022", "Lead inspector: Jo Example")
    flow.skip(2)
    flow.row("Judgement", "Grade")
    for area in made.FORM_2023[:3]:
        flow.row(area, "Good")
    flow.new_page()
    flow.row("Judgement", "Grade")
    flow.row(made.LEAVERS, "Inadequate")
    flow.row(made.OVERALL, "Requires improvement to be good")
    for _ in range(20):
        flow.paragraph(made.PROSE)
    graded = [(j.area, j.grade, j.page) for j in read(flow.paper.pdf(), NAME).judgements]
    assert graded[2:] == [("in_care", "good", 1), ("care_leavers", "inadequate", 2), ("overall_effectiveness", "requires_improvement", 2)]


def test_what_cannot_be_found_on_the_first_page_is_said():
    reading = read(front("Judgement Grade").paper.pdf(), "report.pdf")
    assert reading.missing == (
        "The days of the inspection could not be read on page 1.",
        "No lead inspector is named where reports name one.",
        "No judgement could be read.",
        "It has no section that says what needs to improve.",
    )


def test_numbers_before_the_rows_of_a_table_may_touch_their_labels(monkeypatch):
    monkeypatch.setattr(made, "NUMBERED", tuple((number, f"{number}{label}", area) for number, label, area in made.NUMBERED))
    report = made.sif(touching=True)
    reading = read(report.pdf, NAME)
    assert {j.area: j.grade for j in reading.judgements} == report.grades
    assert reading.judgements[1].label == "Children who need help and protection"


def test_a_gap_inside_a_word_that_the_file_does_not_hold_does_not_divide_it():
    flow = front("Lead inspector: Jo Example")
    end = flow.paper.text(71, flow.y, "Inspection dates: 4 to 15 J")
    flow.paper.text(end + 3.5, flow.y, "uly 2022")
    reading = read(flow.paper.pdf(), NAME)
    assert (reading.inspection_start.value, reading.inspection_end.value) == (date(2022, 7, 4), date(2022, 7, 15))


def test_a_bold_heading_is_known_by_its_font_s_name_too():
    report = made.sif(lists=(("Areas for improvement", "area_for_improvement", 0, ("See that every plan has dates.",)),))
    light = report.pdf.replace(b"/StemV 140", b"/StemV 80 ")
    assert [item.priority for item in read(light, NAME).improvements] == ["area_for_improvement"]
