"""Today where nothing is owed, for whom it is another page, and what it asks of the database."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.people.models import Worker
from goldthread.people.roles import ROLES
from goldthread.record.models import Standing
from tests.web.desk import TODAY, Page, ask, nov, on_plan, reference, visit

pytestmark = pytest.mark.django_db


# A rest


@pytest.fixture
def calm(office):
    on_plan(office, "Esi", visit(nov(18)))
    return office.priya


def test_when_nothing_is_owed_today_the_page_rests_and_says_what_comes_next(office, calm):
    page = ask(calm)
    assert "Nothing is owed today Nobody is waiting for an answer, nothing is half-written" in page.text
    assert "The first is" in page.text and "Have a good weekend." in page.text
    assert page.html.count("gt-duty__what") <= 3


def test_a_rest_tells_what_the_week_brought_and_each_number_opens_its_list(office, calm):
    person = Standing.objects.get(forename="Esi").pk
    with office.reach(office.priya).act() as act:
        act.write(person, "visit", nov(19), {"made": True, "child_seen": True, "seen_alone": True})
    page = ask(calm)
    assert "This week you saw 1 child, 1 of them alone" in page.text
    for words in ("1 child", "1"):
        assert "Esi Larkfield" in ask(calm, page.links[words]).text


def test_a_quiet_quarter_of_an_hour_is_for_facts_nobody_has_confirmed_for_long(office, calm):
    person = Standing.objects.get(forename="Esi").pk
    with office.reach(office.priya).act() as act:
        mother = act.new_person()
        act.write(mother, "person", nov(1), {"forename": "Abena", "surname": "Larkfield"})
        values = {"other": mother, "relation": "mother", "may_be_told": "everything"}
        act.write(person, "relationship", TODAY - timedelta(weeks=13), values)
    assert "What Esi’s mother may be told was last confirmed 13 weeks ago" in ask(calm).text


def test_somebody_without_children_is_told_what_to_expect(office):
    text = ask(office.huw).text
    assert "No child is allocated to you yet." in text and "use the box at the top" in text


# Who


def test_managers_chairs_and_heads_have_their_own_desk(office, kofi):
    gwen = Worker.objects.create_user("gwen", None, name="Gwen", role="conference_chair")
    with office.reach(office.ngozi).act() as act:
        act.write(kofi, "allocation", nov(2), {"works_as": "conference_chair", "worker": gwen.pk})
    assert "Hold the review conference for Kofi Larkfield" in ask(gwen).text
    assert "Look at how things are for Kofi Larkfield" in ask(office.ngozi).text
    assert "See Kofi" not in ask(office.ngozi).text


def test_whoever_may_not_write_what_meets_a_duty_opens_the_record_instead(office, kofi):
    dana = Worker.objects.create_user("dana", None, name="Dana", role="director")
    office.east.told_next = dana
    office.east.save()
    office.child("Ezra", since=nov(18))
    page = ask(dana)
    assert "Open the record" in page.links and "Allocate" not in page.links


def test_whoever_sees_no_children_is_told_so(office):
    admin = Worker.objects.create_user("ivy", None, name="Ivy", role="administrator")
    page = ask(admin)
    assert page.status == 403 and "The role of administrator works with no children" in page.text


def test_nobody_reads_it_without_signing_in():
    answer = Client().get("/today/")
    assert answer.status_code == 302 and "login" in answer.headers["Location"]


@pytest.mark.parametrize("who, opens", [("priya", "/today/"), ("ngozi", "/team/"), ("colin", "/service/")])
def test_the_address_of_the_site_opens_each_day_where_the_role_does(office, who, opens):
    client = Client()
    client.force_login(getattr(office, who))
    assert client.get("/").headers["Location"] == opens


def test_the_numbers_in_the_way_round_are_those_of_the_page(office, kofi):
    page = ask(office.priya)
    assert 'Today <span class="gt-num">(1)</span>' in page.html and 'My children <span class="gt-num">(1)</span>' in page.html


def test_a_warning_can_be_raised_from_here_about_one_child_at_a_time(office, kofi):
    page = ask(office.priya)
    raising = page.links["Raise a warning"]
    assert "About whom do you want to raise a warning?" in ask(office.priya, raising).text
    client = Client()
    client.force_login(office.priya)
    one = client.get(f"{raising}?child={reference(kofi)}")
    assert one.headers["Location"] == reverse("entry_write", args=[reference(kofi), "warning"])
    assert "Tick one child" in ask(office.priya, f"{raising}?child=A&child=B").text


# How much it asks


def test_more_children_ask_no_more_questions_of_the_database(office, kofi, django_assert_max_num_queries):
    def questions() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client = Client()
        client.force_login(office.priya)
        with CaptureQueriesContext(connection) as asked:
            assert Page(client.get("/today/")).status == 200
        return len(asked)

    few = questions()
    for n in range(6):
        on_plan(office, f"Ama{n}", visit(nov(5)), family=n % 2)
    assert questions() == few <= 24


@pytest.mark.parametrize("address", ["/today/list/?group=nonsense", "/today/list/?day=2026-02-30", "/today/list/?page=999999", "/today/done/?of=nonsense", "/today/?by=x"])
def test_an_address_nobody_made_still_answers(office, kofi, address):
    assert ask(office.priya, address).status == 200


@pytest.mark.parametrize("role", [role for role in ROLES if role != "inspector"])
def test_the_first_page_of_every_role_is_one_it_may_open(office, role):
    somebody = Worker.objects.create_user("somebody", None, name="Somebody", role=role, team=office.east)
    client = Client()
    client.force_login(somebody)
    assert client.get("/", follow=True).status_code == 200
