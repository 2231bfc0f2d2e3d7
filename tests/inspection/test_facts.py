"""What can be a fact of a report, and in which shape it is kept."""

from datetime import date

import pytest

from goldthread.inspection import facts
from goldthread.inspection.facts import NotSaid, checked
from goldthread.inspection.reading.values import Found, Improvement, Judgement, Reading
from tests.inspection.held import reading


def rows(**more):
    return list(facts.read_as_facts(reading(**more)))


def test_facts_stand_in_the_order_of_the_report():
    assert [fact.place for fact in rows()] == list(range(10))
    assert [fact.kind for fact in rows()][:2] == ["authority", "framework"]


def test_a_day_is_kept_as_a_day_of_the_calendar():
    assert next(fact.read for fact in rows() if fact.kind == "inspection_end") == "2026-02-13"


def test_what_does_not_stand_in_the_report_has_no_page():
    assert next(fact.page for fact in rows() if fact.kind == "published") is None


def test_a_grade_is_kept_with_its_area_its_label_and_its_printed_words():
    grade = next(fact for fact in rows() if fact.kind == "judgement")
    assert (grade.area, grade.read) == ("help_and_protection", {"label": "Help and protection", "grade_label": "Good", "grade": "good"})


def test_a_thing_to_improve_is_kept_with_everything_that_was_read_of_it():
    asked = Improvement("Plans.", 8, "lscb", "immediately", "Plans", 12, ("a", "b"), words="12. Plans.", sure=False, why="It goes over the page.")
    (fact,) = list(facts.read_as_facts(Reading("x.pdf", improvements=(asked,))))
    assert fact.read == {"text": "Plans.", "section": "lscb", "priority": "immediately", "heading": "Plans", "number": 12, "sub_items": ["a", "b"]}
    assert (fact.page, fact.words, fact.sure, fact.doubt, fact.box) == (8, "12. Plans.", False, "It goes over the page.", None)


def test_a_report_of_which_nothing_was_read_has_no_facts():
    assert list(facts.read_as_facts(Reading("x.pdf", problem="It was scanned."))) == []


@pytest.mark.parametrize(
    "kind, said, kept",
    [
        ("authority", "  Wrenford \n City ", "Wrenford City"),
        ("lead_inspector", "Máire O’Neill", "Máire O’Neill"),
        ("published", date(2026, 3, 24), "2026-03-24"),
        ("framework", "sif_reinspection", "sif_reinspection"),
        ("judgement", {"label": " Help ", "grade": "good", "grade_label": ""}, {"label": "Help", "grade": "good", "grade_label": "Good"}),
        ("judgement", {"label": "Help", "grade": "good", "grade_label": "good"}, {"label": "Help", "grade": "good", "grade_label": "good"}),
        ("improvement", {"text": "a\r\n b\0"},
         {"text": "a b", "section": "local_authority", "priority": None, "heading": None, "number": None, "sub_items": []}),
    ],
)  # fmt: skip
def test_what_is_said_is_kept_without_stray_spaces_and_ends_of_lines(kind, said, kept):
    assert checked(kind, said) == kept


def test_what_was_kept_can_be_said_again_as_it_is():
    for fact in rows():
        assert checked(fact.kind, fact.read) == fact.read


@pytest.mark.parametrize("kind", facts.HEADINGS)
@pytest.mark.parametrize("nothing", ["", None, {}, [], 0])
def test_nothing_is_never_a_fact(kind, nothing):
    with pytest.raises(NotSaid):
        checked(kind, nothing)


def test_every_key_that_a_reader_gives_has_a_name():
    judged = Judgement("in_care_and_care_leavers", "Care", "not_judged", "Not judged", 1, "")
    assert judged.area in facts.AREAS and judged.grade in facts.GRADES
    assert {"ilacs_2018", "ilacs_2023", "ilacs_2026_no_overall", "sif_with_lscb", "lscb_review", "lac_2013"} <= facts.FRAMEWORKS.keys()
    assert Found("x", 1, "x").sure, "a reading is sure unless it says otherwise"
