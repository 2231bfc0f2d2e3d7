"""Promises of themes: a suggestion names the words it rests on, and a longer phrase that means something else suggests nothing."""

import json

import pytest

from goldthread.inspection.history import birmingham
from goldthread.inspection.history.themes import suggest
from goldthread.inspection.history.vocabulary import BY_CODE, THEMES
from tests.real.shared import DATA, needs_data

TRUTH = DATA / "ofsted" / "truth.json"
LEAST_COVERED = 0.97
MOST_A_THING = 2.5


def themes(text):
    return {one.theme.code for one in suggest(text)}


def shares(text, code):
    return next(one.shares for one in suggest(text) if one.theme.code == code)


FOUND = [
    ("Settle children in permanent homes: permanence is decided too late", "permanence"),
    ("Advisers for young people who are leaving care", "leaving_care"),
    ("Weigh every domestic-abuse notification", "domestic_abuse"),
    ("Early-help offers from partners", "early_help"),
    ("Talk with children who go missing", "missing_exploited"),
    ("Children’s care plans say what will be done", "written_plans"),
    ("Enough foster carers close to home", "homes"),
    ("Supervision that looks at the child", "oversight"),
    ("Support for disabled children", "disabled"),
    ("The virtual school’s help", "education"),
    ("Work before court", "courts"),
    ("Pre‑birth work begins sooner", "before_birth"),
    ("Homelessness of sixteen-year-olds", "housing"),
    ("Thresholds are understood at the front door", "front_door"),
    ("Strategy meetings with the police", "protection"),
    ("Visits to children in need", "children_in_need"),
    ("IROs escalate what they worry about", "reviews"),
    ("Dental checks", "health"),
    ("The views of children", "voice"),
    ("Life-story books", "identity"),
    ("Adopters are found in time", "adoption"),
    ("Kinship carers are paid", "kinship"),
    ("Caseloads that can be carried", "workforce"),
    ("Records are kept up to date", "records"),
    ("Corporate parents who know their children", "corporate_parents"),
    ("Agencies meet", "partners"),
    ("The LSCB’s sub-groups", "board"),
    ("The designated officer’s time", "allegations"),
    ("Unaccompanied children", "young_alone"),
    ("Assessments of risk", "assessment"),
]


@pytest.mark.parametrize("text, code", FOUND)
def test_every_theme_is_found_by_its_words(text, code):
    assert code in themes(text)


def test_every_theme_of_the_vocabulary_is_tried_above():
    assert {code for _, code in FOUND} == set(BY_CODE)


@pytest.mark.parametrize(
    "text, code",
    [
        ("Private fostering arrangements are looked into", "homes"),
        ("Return home interviews are held", "kinship"),
        ("The health and wellbeing board reads it", "health"),
        ("More care leavers in education, employment or training", "workforce"),
        ("The board’s business plans are published", "written_plans"),
        ("Personal education plans are reviewed", "written_plans"),
        ("The corporate parenting board meets", "board"),
        ("Children in need of help and protection", "children_in_need"),
        ("It is dismissed", "missing_exploited"),
        ("Planting trees", "written_plans"),
    ],
)
def test_words_that_only_look_alike_suggest_nothing(text, code):
    assert code not in themes(text)


def test_a_suggestion_names_its_words_as_they_stand_in_the_text():
    assert shares("Strengthen Early-Help services and pathway\nplans", "early_help") == ("Early Help",)
    assert shares("pathway  plans for care leavers", "leaving_care") == ("care leavers", "pathway plans")


def test_words_are_shared_within_a_sentence_only():
    assert "homes" not in themes("A placement was visited. Matching of budgets")
    assert "homes" in themes("The matching of each placement")


def test_a_text_without_known_words_has_no_theme():
    assert suggest("Be kind") == () and suggest("") == ()


def test_codes_are_unique_and_fit_the_table():
    assert len(BY_CODE) == len(THEMES) and all(len(code) <= 40 for code in BY_CODE)


def test_the_built_in_readings_use_themes_of_the_vocabulary():
    assert {code for asked in birmingham.ASKED for code in asked.themes} <= set(BY_CODE)


@needs_data
def test_nearly_everything_that_real_reports_ask_for_gets_a_theme_and_few_get_many():
    asked = [thing for report in json.loads(TRUTH.read_text()) for thing in report["improvements"]]
    found = [len(suggest(" ".join([thing["text"], *map(str, thing.get("sub_items") or ())]))) for thing in asked]
    assert len(asked) > 500
    assert sum(number > 0 for number in found) / len(asked) >= LEAST_COVERED
    assert sum(found) / len(found) <= MOST_A_THING
