"""A tie is suggested by the words that recommendation and measure share, and says which they are."""

import pytest

from goldthread.inspection.ties import duty_names, stems, suggest
from goldthread.measures.definitions import MEASURES

SEEN = "Children on protection plans are not always seen as often as their plans say, and too few are seen on their own."


def codes(text, **more):
    return [found.measure.code for found in suggest(text, **more)]


@pytest.mark.parametrize(
    "text, code",
    [
        (SEEN, "cp_seen_in_time"),
        (SEEN, "cp_seen_alone"),
        ("Assessments before birth start too late, often when the baby is nearly due.", "prebirth_by_20_weeks"),
        ("Young people wait too long to meet their personal adviser.", "adviser_by_16_half"),
        ("Written plans are not consistent, and their actions rarely name anyone or a day.", "plan_actions_named"),
        ("Decisions about domestic abuse do not weigh what other agencies know.", "abuse_two_agencies"),
    ],
)
def test_what_inspectors_write_finds_the_measure_it_is_about(text, code):
    assert code in codes(text)


def test_a_suggestion_names_the_words_as_the_report_wrote_them():
    alone = next(found for found in suggest(SEEN) if found.measure.code == "cp_seen_alone")
    assert set(alone.shares) >= {"protection", "plans", "seen", "on their own"}


def test_the_measure_with_the_rarer_words_in_common_stands_first():
    assert codes(SEEN)[0] == "cp_seen_alone"


def test_one_word_in_common_is_no_suggestion():
    assert codes("Plans.") == []


def test_a_recommendation_about_something_we_do_not_measure_gets_no_suggestion():
    assert codes("The quality and regularity of staff supervision.") == []


def test_a_measure_that_has_no_better_way_to_go_is_not_suggested():
    assert "in_care" not in codes("The number of children in care at the end of the day", most=99)


def test_no_more_are_suggested_than_somebody_can_weigh():
    assert len(suggest("Children's plans, visits, assessments and reviews in care are late.")) <= 4


def test_endings_and_capitals_make_no_difference():
    assert set(stems("Visiting VISITS visited")) == {"visit", "see"}


def test_words_without_meaning_are_left_out():
    assert stems("It is not of the and should be improved") == {}


def test_a_measure_is_also_known_by_the_duties_it_counts():
    assert duty_names(MEASURES["cp_seen_in_time"]) == ("See the child who is on a protection plan",)
    assert duty_names(MEASURES["plan_actions_named"]) == ()
