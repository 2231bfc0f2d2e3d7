"""Miriam leads improvement and reads how a service was judged over the years; Priya may read the same and change nothing."""

import pytest

from goldthread.inspection.models import Claim, Theme
from tests.inspection import held
from tests.journeys.city import worker

BIRMINGHAM = "/inspections/birmingham/"
OVERLAPS = """() => {
    const texts = [...document.querySelectorAll('svg.gt-pic text')].map((text) => [text.textContent, text.getBBox()]);
    const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height - 3 && b.y + 3 < a.y + a.height - 3;
    return texts.flatMap(([words, box], n) => texts.slice(n + 1).filter(([, other]) => meet(box, other)).map(([others]) => [words, others]));
}"""


@pytest.fixture
def miriam(transactional_db):
    return worker("miriam", "Miriam Tarnbrook", "quality_lead")


@pytest.fixture
def wrenford(miriam):
    """The report of Wrenford, held, every fact of it confirmed."""
    return held.all_confirmed(held.kept(miriam), miriam)


def test_a_history_of_twenty_six_years_is_read_as_a_picture_a_list_and_a_table(visit, miriam, width):
    somebody = visit(miriam, width)
    somebody.goes_to("/inspections/")
    somebody.follows("Birmingham")
    assert somebody.reads("h1") == "Birmingham, 2000 to 2026"
    somebody.looks()
    assert somebody.page.locator("svg.gt-pic").is_visible() is (width == 1280)
    if width == 1280:
        somebody.page.get_by_text("The same as a list").click()
    assert somebody.page.get_by_role("heading", name="The chief inspector calls the service a national disgrace").is_visible()
    assert "Where sources disagree (1)" in somebody.reads() and "What we do not know (3)" in somebody.reads()


def test_a_mark_of_a_report_that_is_not_held_says_so_and_how_to_add_it(visit, miriam):
    somebody = visit(miriam)
    somebody.goes_to(BIRMINGHAM)
    somebody.page.get_by_role("row", name="Trust of the courts").get_by_role("link").click()
    somebody.looks()
    assert "page 3 of the report" in somebody.reads() and "Its own words are not held here" in somebody.reads()


def test_a_mark_opens_the_reports_own_words_and_a_person_confirms_the_theme(visit, miriam, wrenford):
    somebody = visit(miriam)
    somebody.goes_to("/inspections/wrenford/")
    somebody.page.get_by_role("row", name="Assessment before birth").get_by_role("link").click()
    somebody.looks()
    assert "Assessments before birth start too late." in somebody.reads() and "nobody has confirmed it yet" in somebody.reads()
    somebody.page.get_by_role("button", name="Confirm Assessment before birth").click()
    somebody.looks()
    assert "“Assessment before birth” is confirmed." in somebody.reads() and "confirmed by Miriam Tarnbrook" in somebody.reads()
    assert Theme.objects.get().theme == "before_birth"


def test_a_source_is_added_stands_beside_the_others_and_is_taken_back(visit, miriam):
    somebody = visit(miriam)
    somebody.goes_to(BIRMINGHAM)
    somebody.page.get_by_role("link", name="Add a source").first.click()
    somebody.looks()
    page = somebody.page
    page.get_by_label("What does the source say?").select_option("since")
    page.get_by_label("Which grade?").select_option("sif:inadequate")
    page.get_by_label("When was it?").fill("2007")
    page.get_by_role("button", name="Add it with its source").click()
    somebody.looks()
    assert "Name the source." in somebody.reads()
    page.get_by_label("Who says so?").fill("Minutes of the council")
    page.get_by_role("button", name="Add it with its source").click()
    assert "2007, 2008, 2009 or 2010" in page.content()
    page.get_by_role("link", name="Minutes of the council").last.click()
    somebody.looks()
    page.get_by_label("Why is it taken back?").fill("It was another council")
    page.get_by_role("button", name="Take it back").click()
    assert "2008, 2009 or 2010" in page.content() and "2007, 2008" not in page.content()
    assert Claim.objects.count() == 2


def test_whoever_does_not_lead_improvement_reads_and_is_offered_no_change(visit, city, wrenford):
    priya = visit(city.priya)
    priya.goes_to("/inspections/wrenford/")
    assert priya.page.get_by_role("link", name="Add a source").count() == 0
    priya.page.get_by_role("row", name="Assessment before birth").get_by_role("link").click()
    priya.looks()
    assert priya.page.get_by_role("button", name="Confirm").count() == 0


def test_the_history_is_printed_with_everything_open(visit, miriam, width):
    somebody = visit(miriam, width)
    somebody.goes_to(BIRMINGHAM + "print/")
    assert somebody.page.locator("svg.gt-pic").is_visible()
    assert somebody.page.get_by_role("heading", name="The chief inspector calls the service a national disgrace").is_visible()


def test_no_words_of_the_picture_stand_on_others_as_a_browser_sets_them(visit, miriam):
    somebody = visit(miriam)
    somebody.goes_to(BIRMINGHAM)
    assert somebody.page.locator("svg.gt-pic text").count() > 60
    assert somebody.page.evaluate(OVERLAPS) == []
