"""From the report to the children: a report goes in, a plan comes out, and what has moved since is shown with its reasons.

The city is told up to the evening of the pictures, but nobody in it has touched the inspection yet.
"""

import re

import pytest

from goldthread.demo import command
from goldthread.demo import report as paper
from goldthread.inspection.models import Report
from goldthread.people.models import Worker
from goldthread.web import clockwork
from tests.web.saying import WHY

TIES = (("cp_seen_in_time", 95), ("prebirth_by_20_weeks", 80), ("adviser_by_16_half", 80), ("plan_actions_named", 90), ("abuse_two_agencies", 95))
HELD, NOT_MOVED, UNKNOWN = (1, 2), 3, 4


@pytest.fixture
def miriam(transactional_db, visit):
    command.keep_lives(60, 1.0, 5, clockwork.now())
    return visit(Worker.objects.get(username="miriam"))


def test_a_report_goes_in_a_plan_comes_out_and_two_recommendations_are_held_and_one_is_not(miriam, tmp_path):
    send(miriam, tmp_path)
    confirm(miriam)
    make_the_plan(miriam)
    rows = what_has_moved(miriam)
    assert all("Held" in rows[place] and "April to September" in rows[place] for place in HELD)
    assert "Not moved" in rows[NOT_MOVED]
    assert "We cannot tell" in rows[UNKNOWN] and "since September" in rows[UNKNOWN]
    say_why(miriam)
    show_the_children(miriam)


def send(miriam, folder):
    file = folder / paper.FILE_NAME
    file.write_bytes(paper.pdf())
    miriam.goes_to("/reports/add/")
    miriam.page.get_by_label("Reports as PDF, one or several").set_input_files(file)
    miriam.page.get_by_role("button", name="Add and read").click()
    miriam.page.wait_for_url("**/reports/*/")
    miriam.looks()
    assert "Not counted yet" in miriam.reads()


def confirm(miriam):
    """Page by page, and what is doubtful by itself."""
    buttons = miriam.page.get_by_role("button", name=re.compile("^Confirm"))
    while buttons.count():
        whole_page = miriam.page.get_by_role("button", name=re.compile(r"^Confirm all \d+ on this page"))
        with miriam.page.expect_navigation():
            (whole_page if whole_page.count() else buttons).first.click()
    assert "This report counts" in miriam.reads()


def make_the_plan(miriam):
    report = Report.objects.get()
    miriam.goes_to(f"/improvement/plan/{report.pk}/")
    miriam.looks()
    assert "Nothing stands until you decide it" in miriam.reads()
    miriam.presses("Begin the plan")
    for place, (measure, target) in enumerate(TIES):
        tie(miriam, place, measure, target)
    agree_an_action(miriam, NOT_MOVED)
    miriam.looks()


def part(miriam, place):
    """One recommendation in the plan."""
    return miriam.page.locator("section.gt-section[id^=r]").nth(place)


def tie(miriam, place, measure, target):
    """The measure that its words suggest, with a target."""
    offers = part(miriam, place).locator("details", has_text="Suggested")
    offers.locator("summary").click()
    with miriam.page.expect_navigation():
        offers.locator(f"a[href*='measure={measure}']").click()
    miriam.page.get_by_label("To which figure?").fill(str(target))
    miriam.presses("Tie it")


def agree_an_action(miriam, place):
    with miriam.page.expect_navigation():
        part(miriam, place).get_by_role("link", name="Agree an action").click()
    miriam.looks()
    answers = {"What will be done?": "Every plan says who does each action and by what day", "Who owns it?": "Beth Ferndale", "By when?": "18/12/2026"}
    for question, words in answers.items():
        miriam.page.get_by_label(question).fill(words)
    miriam.presses("Agree the action")
    assert "Beth Ferndale" in part(miriam, place).inner_text()


def what_has_moved(miriam):
    """The words of each row of the page of progress."""
    miriam.goes_to("/improvement/")
    miriam.looks()
    return [" ".join(row.inner_text().split()) for row in miriam.page.locator("main tbody tr").all()]


def say_why(miriam):
    """The page of what has not moved says so in sentences."""
    with miriam.page.expect_navigation():
        miriam.page.locator("main tbody tr").nth(NOT_MOVED).locator("a[href^='/improvement/']").first.click()
    miriam.looks()
    said = miriam.reads()
    assert "Not moved" in said and "To count as moved, each of the last three month ends would have to lie" in said
    assert "too many do not say who will do each action and by what day" in said


def show_the_children(miriam):
    """The number on the page of progress opens the children it counts."""
    miriam.goes_to("/improvement/")
    number = miriam.page.locator("main tbody tr").nth(NOT_MOVED).locator("a[href*='/children/']").first
    with miriam.page.expect_navigation():
        number.click()
    miriam.looks()
    children = miriam.page.locator("main a[href^='/children/']")
    assert children.count() > 5
    with miriam.page.expect_navigation():
        children.first.click()
    miriam.page.get_by_label("The reason").fill(WHY)
    miriam.presses("Go on")
    assert "/children/" in miriam.page.url and miriam.page.locator("h1").inner_text()
