"""Grades that something speaks against are read and doubted, never silently wrong."""

import pytest

from goldthread.inspection.reading import read
from tests.inspection import made_reports as made
from tests.inspection.flowing import Style

NAME = "80000-wrenford-2022-07-05.pdf"


def by_area(report):
    return {judgement.area: judgement for judgement in read(report.pdf, NAME).judgements}


def test_a_heading_that_gives_another_grade_makes_the_table_s_doubtful():
    said = ("Good", "Inadequate", "Good", "Good", "Good")
    graded = by_area(made.ilacs(grades=("Good",) * 5, said=said))
    doubtful = graded["help_and_protection"]
    assert (doubtful.grade, doubtful.sure) == ("good", False)
    assert "A heading on page" in doubtful.why
    assert "“inadequate”" in doubtful.why
    assert all(judgement.sure for area, judgement in graded.items() if area != "help_and_protection")


def test_an_area_graded_twice_is_doubted():
    report = made.ilacs((*made.FORM_2023[:2], made.HELP, *made.FORM_2023[2:]), ("Good", "Good", "Inadequate", "Good", "Good", "Good"), said=("Good",) * 6)
    doubled = [j for j in read(report.pdf, NAME).judgements if j.area == "help_and_protection"]
    assert [(j.grade, j.sure) for j in doubled] == [("good", False), ("inadequate", False)]


def test_an_area_that_nobody_knows_is_kept_in_its_own_words_and_doubted(monkeypatch):
    monkeypatch.setitem(made.KEYS, "The warmth of the welcome", "the_warmth_of_the_welcome")
    areas = (made.LEADERS, made.HELP, made.CARE, made.LEAVERS, "The warmth of the welcome")
    judgement = by_area(made.ilacs(areas, ("Good",) * 5, dates="11 to 22 May 2026"))["the_warmth_of_the_welcome"]
    assert (judgement.grade, judgement.sure, judgement.why) == ("good", False, "Goldthread does not know this area.")


def test_a_table_that_cannot_be_read_leaves_the_grades_of_the_headings_in_doubt():
    report = made.ilacs(grades=("\u25a1\u25a1",) * 5, said=("Good", "Inadequate", "Good", "Good", "Good"))
    graded = by_area(report)
    assert graded["help_and_protection"].grade == "inadequate"
    assert not any(judgement.sure for judgement in graded.values())
    assert "overall_effectiveness" not in graded


def test_where_nothing_gives_a_grade_none_is_guessed():
    report = made.ilacs(grades=("\u25a1\u25a1",) * 5, said=("\u25a1",) * 5)
    reading = read(report.pdf, NAME)
    assert reading.judgements == ()
    assert "No judgement could be read." in reading.missing


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (1, 2, 3, 0, 4), (4, 3, 2, 1, 0)])
def test_rows_in_any_order_are_paired_with_their_own_grades(order):
    areas = [made.FORM_2023[i] for i in order]
    grades = [("Good", "Outstanding", "Inadequate", "Requires improvement to be good", "Good")[i] for i in order]
    report = made.ilacs(tuple(areas), tuple(grades))
    graded = by_area(report)
    assert {area: judgement.grade for area, judgement in graded.items()} == report.grades
    assert all(judgement.sure for judgement in graded.values())


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("column", [250, 300, 395])
def test_a_grade_over_several_lines_is_one_grade(middle, column):
    grades = ("Requires improvement to be good", "Good", "Requires improvement to be good", "Inadequate", "Requires improvement to be good")
    report = made.ilacs(grades=grades, style=Style(middle=middle, column=column, bullet="\u25fc"))
    reading = read(report.pdf, NAME)
    assert [j.grade_label for j in reading.judgements] == list(grades)
    assert {j.area: j.grade for j in reading.judgements} == report.grades


def test_a_table_may_go_on_over_the_page_with_a_footnote_between():
    style = Style(lowest=430, footnote="This report is made under a power to combine reports.")
    report = made.sif(style=style, contents=False)
    reading = read(report.pdf, NAME)
    pages = {judgement.area: judgement.page for judgement in reading.judgements}
    assert {j.area: j.grade for j in reading.judgements} == report.grades
    assert {pages["overall_effectiveness"], pages["leaders_impact"]} == {1, 2}


def test_overall_need_not_follow_the_parts():
    grades = ("Inadequate", "Requires improvement to be good", "Good", "Good", "Requires improvement to be good")
    graded = by_area(made.ilacs(grades=grades))
    assert (graded["leaders_impact"].grade, graded["overall_effectiveness"].grade) == ("inadequate", "requires_improvement")
    assert all(judgement.sure for judgement in graded.values())


def test_the_explanation_of_the_grades_is_no_evidence():
    report = made.sif(board="The Local Safeguarding Children Board requires improvement", after=("An LSCB that is good coordinates what its partners do",
                      "The LSCB is likely to be judged to be inadequate if the following apply:"))  # fmt: skip
    board = by_area(report)["lscb"]
    assert (board.grade, board.sure) == ("requires_improvement", True)


def test_odd_days_and_odd_names_are_doubted():
    reading = read(made.ilacs(dates="20 to 9 May 2022", lead="Jo").pdf, NAME)
    assert not reading.inspection_end.sure
    assert not reading.lead_inspector.sure
    assert reading.lead_inspector.why


@pytest.mark.parametrize(
    "overall",
    ["Children’s services in Wrenford are no longer inadequate and require improvement to be good", "The overall judgement is that services are not yet good"],
)
def test_a_sentence_that_names_a_grade_it_does_not_give_is_doubted(overall):
    graded = by_area(made.sif(overall))["overall_effectiveness"]
    assert not graded.sure
    assert graded.why == "The sentence may say that it is not so."


def test_the_sentence_of_a_report_that_says_its_grade_plainly_is_sure():
    assert by_area(made.sif())["overall_effectiveness"].sure
