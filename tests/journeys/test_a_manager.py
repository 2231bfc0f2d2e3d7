"""A team manager finds who waits for a worker, gives them one, and opens what is behind a number."""

import re

import pytest


@pytest.fixture
def ngozi(city, visit):
    city.larkfields()
    city.hollowbrooks()
    somebody = visit(city.ngozi)
    somebody.goes_to("/")
    return somebody


def test_every_number_opens_the_list_it_counts(ngozi):
    tallies = ngozi.page.locator(".gt-tally a").all()
    counted = [(link.inner_text(), link.get_attribute("href")) for link in tallies]
    assert counted and "/team/" in ngozi.page.url
    for number, address in counted:
        ngozi.goes_to(address)
        assert re.search(rf"\b{number}\b", ngozi.reads("h1, .gt-head")), f"{address}: {number}"


def test_children_who_waited_are_on_the_workers_day_once_allocated(ngozi, city, visit):
    assert "Ezra" in ngozi.reads() and "2 working days" in ngozi.reads()
    while ngozi.page.get_by_role("link", name="Allocate", exact=True).count():
        ngozi.follows("Allocate")
        ngozi.page.locator("label.gt-pick", has_text="Marcus Oldacre").click()
        ngozi.presses("Allocate")
        assert "Marcus Oldacre is" in ngozi.reads()
        ngozi.goes_to("/team/")
    marcus = visit(city.marcus)
    for address in ("/my-children/", "/today/list/"):
        marcus.goes_to(address)
        assert "Ezra" in marcus.reads() and "Noor" in marcus.reads()


def test_a_child_is_handed_over_in_one_step(ngozi, city, visit):
    ngozi.goes_to("/write/WR-KOFI/allocation/")
    ngozi.page.locator("label.gt-pick", has_text="Marcus Oldacre").click()
    ngozi.presses("Hand over")
    assert "Marcus Oldacre is Kofi’s social worker" in ngozi.reads()
    marcus, priya = visit(city.marcus), visit(city.priya)
    for somebody, has_kofi in ((marcus, True), (priya, False)):
        somebody.goes_to("/my-children/")
        assert ("Kofi" in somebody.reads()) is has_kofi


def test_each_worker_is_one_short_block_on_a_phone(city, visit):
    city.larkfields()
    ngozi = visit(city.ngozi, 390)
    ngozi.goes_to("/team/")
    rows = ngozi.page.locator(".gt-loads > tbody > tr").all()
    assert rows and all(row.bounding_box()["height"] < 150 for row in rows)
    ngozi.looks()


def test_the_way_out_is_called_sign_out_at_every_width(city, visit, width):
    ngozi = visit(city.ngozi, width)
    ngozi.goes_to("/team/")
    if width == 390:
        ngozi.page.locator(".gt-menu > summary").click()
    ngozi.page.locator("header").get_by_role("link", name="Sign out").locator("visible=true").click()
    ngozi.presses("Sign out")
    assert ngozi.page.get_by_label("Password").is_visible()
