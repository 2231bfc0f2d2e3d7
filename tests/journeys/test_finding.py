"""Finding a child whose name somebody only heard, and being refused one who is another team's."""

import pytest

from goldthread.record.models import Look


@pytest.mark.parametrize("heard", ["Kofie Larkfeild", "larkfield kofy", "2 Mar 2018"])
def test_a_child_is_found_by_a_misspelt_name_or_by_the_birth_date(city, visit, heard):
    city.larkfields()
    priya = visit(city.priya)
    priya.goes_to("/")
    priya.page.get_by_label("Find a child").fill(heard)
    priya.page.get_by_label("Find a child").press("Enter")
    priya.page.wait_for_url("**/search/?q=*")
    priya.looks()
    priya.follows("Kofi Larkfield")
    assert priya.page.url.endswith("/children/WR-KOFI/") and "Kofi Larkfield" in priya.reads("h1")


def test_a_child_who_is_not_there_is_told_calmly(city, visit):
    priya = visit(city.priya, 390)
    priya.goes_to("/search/?q=Zebedee+Quill")
    assert "Zebedee" in priya.reads() and priya.page.get_by_role("heading", level=1).count() == 1


def test_a_child_of_another_team_is_refused_in_a_sentence_and_the_attempt_is_recorded(city, visit):
    wren = city.wren(city.nora)
    priya = visit(city.priya)
    assert priya.goes_to(f"/children/{wren}/").status == 403
    assert priya.reads("h1") == "You may not see this" and "has been recorded" in priya.reads()
    assert "Wren" not in priya.reads() and "Ashlock" not in priya.reads()
    assert list(Look.objects.filter(refused=True).values_list("worker__username", "person__reference")) == [("priya", wren)]


def test_a_child_of_another_team_is_not_found_by_name(city, visit):
    city.wren(city.nora)
    priya = visit(city.priya)
    priya.goes_to("/search/?q=Wren+Ashlock")
    assert not priya.page.get_by_role("link", name="Wren Ashlock").count()
