"""A head of service opens the day on the service, follows a number to its children, and prints the month."""

import pytest

from tests.journeys.city import worker


@pytest.fixture
def colin(city, visit):
    city.larkfields()
    city.hollowbrooks()
    somebody = visit(worker("colin", "Colin Wintergate", "head_of_service"))
    somebody.goes_to("/")
    return somebody


def test_from_the_service_to_a_measure_to_its_children_to_a_child(colin):
    assert colin.page.url.endswith("/service/")
    colin.follows("Children on a protection plan seen in time")
    assert "What it means" in colin.reads() and "Target" in colin.reads()
    colin.looks()
    counted = colin.page.locator(".gt-tally a").nth(1)
    number = int(counted.inner_text())
    counted.click()
    assert colin.page.locator(".gt-children tbody tr").count() == number > 0
    colin.looks()
    name = colin.page.locator(".gt-children a").first
    called = name.inner_text()
    name.click()
    assert called in colin.reads("h1, .gt-childhead, .gt-child")


def test_a_measure_is_divided_followed_over_years_and_made_fit_to_publish(colin):
    colin.goes_to("/measures/cp_seen_in_time/")
    for step in ("Age", "5 years", "For publishing"):
        colin.page.locator("main").get_by_role("link", name=step, exact=True).click()
        colin.looks()
    assert "by=age" in colin.page.url and "over=5y" in colin.page.url and "hidden as “c”" in colin.reads()
    colin.page.get_by_label("Children").select_option("protection_plan")
    colin.page.get_by_label("On the day").fill("2026-10-01")
    colin.presses("Show")
    assert "Only children who were on a protection plan on 1 October 2026." in colin.reads()


def test_the_month_is_chosen_printed_and_kept(colin):
    colin.goes_to("/measures/report/")
    colin.page.get_by_label("Month", exact=True).select_option("2026-09")
    colin.presses("Show")
    assert "Measures, September 2026" in colin.reads()
    colin.presses("Print and keep")
    assert "Measures, September 2026, as printed" in colin.reads() and "Every figure is still what was printed." in colin.reads()
    colin.looks()
    address = colin.page.get_by_role("link", name="The paper (PDF)").get_attribute("href")
    answer = colin.page.request.get(address)
    assert answer.status == 200 and answer.body().startswith(b"%PDF-")


def test_measures_are_found_by_their_words(colin):
    colin.goes_to("/measures/")
    colin.page.get_by_label("Words of a measure").fill("personal adviser")
    colin.presses("Find")
    assert "Personal adviser" in colin.reads() and "Contacts decided" not in colin.reads()
    colin.looks()
