"""Somebody reads a child's page from top to bottom, goes back to an earlier day, corrects a date and writes something down."""

from datetime import date

import pytest

from tests.web import one_child
from tests.web.one_child import LATER_SAID, REFERENCE, SAID
from tests.web.saying import WHY

PAGE = f"/children/{REFERENCE}/"
PARTS = ("life", "timeline", "people", "duties", "plan", "history", "later", "chronology")


@pytest.fixture
def people(transactional_db, half_past_five):
    return one_child.office()


@pytest.fixture
def kofi(people):
    return one_child.kofi(people)


@pytest.mark.parametrize("name", ["priya", "ana"])
def test_a_worker_and_an_analyst_read_every_part(visit, people, kofi, name):
    reader = visit(people[name])
    if people[name].plays.opens:
        reader.goes_to(PAGE)
        reader.page.get_by_label("The reason").fill(WHY)
        reader.presses("Go on")
        assert reader.page.url.endswith(PAGE)
    for address in (PAGE, *(f"{PAGE}{part}/" for part in PARTS), f"{PAGE}?known=2026-11-06", f"{PAGE}?known=31/02/2026"):
        assert reader.goes_to(address).status == 200


def test_every_page_of_an_entry_can_be_read_by_everybody(visit, people, kofi):
    priya = visit(people["priya"])
    for page in ("", "print/", "correct/", "withdraw/"):
        priya.goes_to(f"/entries/{kofi['late']}/{page}")
    priya.goes_to(f"/entries/{kofi['plan']}/end/")
    for kind in ("relationship", "assessment", "booking", "missing", "person"):
        priya.goes_to(f"/write/{REFERENCE}/{kind}/")
    visit(people["ngozi"]).goes_to(f"/write/{REFERENCE}/allocation/")


def test_a_child_who_is_not_born_yet_has_a_page(visit, people):
    one_child.baby(people)
    priya = visit(people["priya"])
    priya.goes_to("/children/WR-30001/")
    assert "18 weeks before birth" in priya.reads()


def test_very_long_words_stay_inside_the_page(visit, people, kofi):
    word = "Llanfairpwllgwyngyll" * 10
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 11, 19), {"title": word, "said": word * 4, "note": word * 4})
    one_child.write(people["priya"], kofi["person"], "person", date(2026, 11, 19), {"forename": word, "surname": word, "other_names": word})
    one_child.write(people["priya"], kofi["person"], "address", date(2026, 11, 19), {"line": word, "lives_with": word, "private_from": word})
    priya = visit(people["priya"])
    for part in ("", "timeline/", "people/", "history/", "chronology/"):
        priya.goes_to(f"{PAGE}{part}")


def test_going_back_to_an_earlier_day_changes_the_page_and_leads_back(visit, people, kofi, width):
    priya = visit(people["priya"], width)
    priya.goes_to(PAGE)
    assert LATER_SAID in priya.reads()
    day = priya.page.get_by_label("Day, such as 12/11/2026")
    if not day.is_visible():
        priya.page.get_by_text("See this page as known on…").click()
    day.fill("6 November 2026")
    priya.presses("Show")
    assert "As known at the end of Friday 6 November 2026" in priya.reads("body")
    assert SAID in priya.reads() and LATER_SAID not in priya.reads()
    ground = priya.page.evaluate("getComputedStyle(document.body).borderBottomColor")
    priya.follows("Timeline (18)")
    assert LATER_SAID not in priya.reads() and "known=2026-11-06" in priya.page.url
    priya.follows("Back to now")
    assert LATER_SAID in priya.reads() and priya.page.evaluate("getComputedStyle(document.body).borderBottomColor") != ground


def test_a_date_is_corrected_and_the_old_version_is_read_as_known_before(visit, people, kofi):
    priya = visit(people["priya"])
    priya.goes_to(f"/entries/{kofi['school']}/correct/")
    priya.page.get_by_label("When were you there?").fill("4 November")
    priya.page.get_by_label("Why is it corrected?").fill("It was the Wednesday.")
    priya.page.get_by_role("button", name="Save the correction").click()
    priya.page.wait_for_url(f"**/entries/{kofi['school']}/")
    priya.looks()
    assert "Corrected. What it said before stays readable" in priya.reads() and "Wednesday 4 November 2026" in priya.reads()
    priya.goes_to(f"{PAGE}timeline/?known=2026-11-19")
    assert priya.page.locator("li", has_text="Visit at school").inner_text().startswith("Thu 5 Nov")


def test_a_question_is_shown_only_when_it_is_asked(visit, people, kofi):
    priya = visit(people["priya"])
    priya.goes_to(f"/write/{REFERENCE}/booking/")
    asked = priya.page.locator("#report_shared-field")
    assert asked.is_hidden()
    priya.answers("What is planned?", "Review conference")
    assert asked.is_visible()


def test_without_scripts_every_question_is_there_and_can_be_answered(visit, people, kofi):
    priya = visit(people["priya"], java_script_enabled=False)
    priya.page.goto(f"/write/{REFERENCE}/booking/")
    assert priya.page.locator("#report_shared-field").is_visible()
    priya.page.get_by_label("For what day?").fill("1 December 2026")
    priya.answers("What is planned?", "Core group")
    priya.page.get_by_role("button", name="Save", exact=True).last.click()
    assert "Booking of Kofi saved." in priya.reads()


def test_a_star_is_pressed_and_the_line_is_in_the_chronology(visit, people, kofi):
    priya = visit(people["priya"])
    priya.goes_to(f"{PAGE}timeline/?q=breakfast")
    priya.goes_to(f"{PAGE}timeline/?show=visits")
    priya.page.locator("li", has_text="Visit at school").get_by_role("button", name="Mark").click()
    priya.page.get_by_text("Significant (1)").wait_for()
    priya.follows("Significant (1)")
    priya.follows("Print the chronology (1 significant line)")
    assert SAID in priya.reads()


def test_a_page_that_is_refused_can_be_read_by_everybody_too(visit, people, kofi):
    nora = visit(people["nora"])
    nora.trouble = []
    answer = nora.page.goto(PAGE)
    nora.looks()
    assert answer.status == 403 and "Another team holds this record." in nora.reads()
    nora.trouble.clear()
