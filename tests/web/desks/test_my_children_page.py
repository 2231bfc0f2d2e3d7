"""Promises of My children: everybody, with when they were last seen and what comes next."""

from datetime import date

import pytest

from goldthread.people.models import Worker
from tests.web.desk import ask, nov, on_plan, visit

pytestmark = pytest.mark.django_db
PAGE = "/my-children/"


@pytest.fixture
def two(office):
    on_plan(office, "Kofi", visit(nov(5)))
    office.child("Amina", office.priya, entries=[visit(nov(18))], born=date(2015, 1, 1))
    return office


def test_each_child_has_plan_last_seen_and_what_comes_next(two):
    text = ask(two.priya, PAGE).text
    assert "Kofi Larkfield, 8 Protection plan since Mon 2 Nov Thu 5 Nov 15 days ago Thu 19 Nov See Kofi" in text


def test_what_is_due_first_stands_first_and_other_orders_are_in_the_address(two):
    text = ask(two.priya, PAGE).text
    assert text.index("Kofi") < text.index("Amina")
    by_name = ask(two.priya, PAGE + "?by=name").text
    assert by_name.index("Amina Larkfield") < by_name.index("Kofi Larkfield")


def test_a_filter_by_plan_counts_what_it_shows(two):
    page = ask(two.priya, PAGE)
    assert page.links["Protection plan (1)"] == "?kind=protection"
    assert "Amina" not in ask(two.priya, PAGE + "?kind=protection").text


def test_the_children_of_others_are_not_here(two):
    assert "Kofi" not in ask(two.huw, PAGE).text
    assert "When a child is allocated to you, they stand here." in ask(two.huw, PAGE).text


def test_a_manager_finds_those_who_wait_in_the_queue(two):
    two.child("Ezra", since=nov(18))
    text = ask(two.ngozi, PAGE).text
    assert "Ezra" in text and "Kofi" not in text


def test_a_chair_finds_the_children_whose_plans_they_review(two):
    gwen = Worker.objects.create_user("gwen", None, name="Gwen", role="reviewing_officer")
    with two.reach(two.ngozi).act() as act:
        values = {"works_as": "reviewing_officer", "worker": gwen.pk}
        act.write(two.child("Mei", two.priya), "allocation", nov(2), values)
    text = ask(gwen, PAGE).text
    assert "Mei" in text and "Kofi" not in text


def test_a_child_not_seen_yet_and_one_not_born_yet_are_said_to_be_so(office):
    office.child("", office.priya, born=None)
    with office.reach(office.priya).act() as act:
        baby = act.new_person()
        act.write(baby, "person", nov(2), {"surname": "Applemere", "expected": date(2027, 4, 18)})
        act.write(baby, "referral", nov(2), {"decision": "accepted", "decided": nov(2)})
        act.write(baby, "allocation", nov(2), {"works_as": "social_worker", "worker": office.priya.pk, "team": office.east.pk})
    text = ask(office.priya, PAGE).text
    assert "Baby Applemere, due 18 April 2027" in text and "not yet" in text


def test_the_number_of_the_page_is_in_the_way_round(two):
    assert 'My children <span class="gt-num">(2)</span>' in ask(two.priya, PAGE).html
