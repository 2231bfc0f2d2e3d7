"""A practice lead changes a local number after seeing what it would do, and finds the rule it belongs to."""

import os
from pathlib import Path

import pytest

from tests.journeys.city import worker


@pytest.fixture
def sunita(city, visit):
    city.larkfields()
    somebody = visit(worker("sunita", "Sunita Alderwick", "practice_lead"))
    somebody.goes_to("/")
    return somebody


def pictured(somebody, name):
    """Keeps a picture where somebody wants to look at the pages: the folder is named in the environment."""
    if folder := os.environ.get("GOLDTHREAD_LOOK"):
        somebody.page.screenshot(path=Path(folder) / f"{name}-{somebody.width}.png", full_page=True)


def test_a_number_is_looked_at_tried_out_settled_and_taken_back(sunita):
    assert sunita.page.url.endswith("/settings/")
    sunita.looks()
    pictured(sunita, "settings")
    sunita.page.get_by_label("A number, a duty or its code").fill("protection visit")
    sunita.presses("Find")
    sunita.follows("Protection visit")
    sunita.page.get_by_label("New value").fill("5 working days")
    sunita.page.get_by_label("First day it holds").fill("01/11/2026")
    sunita.page.get_by_label("Why", exact=True).fill("Agreed by the board.")
    sunita.presses("See what it would do")
    assert "would have an earlier day" in sunita.reads()
    sunita.looks()
    pictured(sunita, "setting-preview")
    sunita.presses("Settle it")
    assert "5 working days, from 1 November 2026" in sunita.reads() and "Sunita Alderwick" in sunita.reads()
    sunita.looks()
    pictured(sunita, "setting")
    sunita.page.get_by_text("Take it back", exact=True).first.click()
    sunita.page.locator("details[open]").get_by_label("Why").fill("Meant for another.")
    sunita.presses("Take it back")
    assert "Taken back by Sunita Alderwick" in sunita.reads()


def test_from_a_number_to_its_rule_and_through_the_book(sunita):
    sunita.goes_to("/rules/CP05/")
    assert "The course of" not in sunita.reads() and "Overdue today" in sunita.reads()
    sunita.looks()
    pictured(sunita, "rule")
    sunita.page.get_by_role("navigation").first.wait_for()
    sunita.goes_to("/about/counted/")
    sunita.page.get_by_label("Words, a code, a law or an owner").fill("protection plan visit")
    sunita.presses("Find")
    assert "rules fit" in sunita.reads() or "rule fits" in sunita.reads()
    sunita.looks()
    pictured(sunita, "rules")


def test_from_a_count_beside_a_rule_to_the_children_behind_it(city, visit):
    city.larkfields()
    somebody = visit(worker("hal", "Hal Winter", "head_of_service"))
    somebody.goes_to("/rules/CP05/")
    assert "What is owed" in somebody.page.content() and "Examples (" in somebody.reads()
    somebody.looks()
    pictured(somebody, "rule-counts")
    somebody.page.locator("main dd a[href^='/rules/']").first.click()
    somebody.page.wait_for_url("**/rules/CP05/overdue/")
    assert somebody.page.locator("main td a[href^='/children/']").count() and "Opening this list is written down" in somebody.reads()
    somebody.looks()
    pictured(somebody, "rule-children")
    somebody.page.locator("main td a[href^='/children/']").first.click()
    assert "/children/" in somebody.page.url
    somebody.goes_to("/rules/PF01/overdue/")
    assert "No child whose record you may open" in somebody.reads()
    somebody.looks()
    pictured(somebody, "rule-children-none")


def test_why_a_day_is_what_it_is_can_be_read_on_the_child_s_page(city, visit):
    city.larkfields()
    somebody = visit(worker("hal", "Hal Winter", "head_of_service"))
    somebody.goes_to("/search/?q=Larkfield")
    somebody.page.locator("main a[href^='/children/']").first.click()
    somebody.goes_to(somebody.page.url.split("://", 1)[1].split("/", 1)[1].join(["/", ""]).split("?")[0] + "duties/")
    somebody.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert "How its day was found" in somebody.reads()
    somebody.looks()
    pictured(somebody, "why")
