"""Promises of the team's page: every number opens its children, nobody waits unseen, nobody is ranked."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldthread.people.models import Leave, Team, Worker
from goldthread.record.models import Standing, Version
from tests.oversight.conftest import Office
from tests.web.desk import OUT, ask, at, nov, on_plan, plain, visit, warning
from tests.web.drafting import half_written

pytestmark = pytest.mark.django_db


def team(office: Office, address: str = "/team/"):
    return ask(office.ngozi, address)


def tally(page, words: str) -> tuple[str, str]:
    """(number, address) of one of the six numbers; no address where it is a nought."""
    found = re.findall(r"<li>(?:<a href=\"([^\"]*)\">|<b[^>]*>)([\d,]+)</[ab]><span>([^<]+)", page.main)
    return next((number, address.replace("&amp;", "&")) for address, number, says in found if says.startswith(words))


# Six numbers


def test_each_of_the_six_numbers_opens_as_many_as_it_counts(office, kofi):
    on_plan(office, "Rosa", visit(nov(18), seen_alone=None))
    on_plan(office, "Esi", visit(nov(12)))
    office.child("Ezra", since=nov(18))
    page = team(office)
    for words in ("children", "waiting for a worker", "not seen in time", "duties overdue", "we cannot tell", "due in the next five"):
        number, address = tally(page, words)
        behind = ask(office.ngozi, address)
        shown = behind.html.count("gt-duty__what") or behind.main.count('<td data-label="Child">')
        assert (words, int(number)) == (words, shown)


def test_a_nought_opens_nothing(office):
    on_plan(office, "Esi", visit(nov(18)))
    assert tally(team(office), "not seen in time") == ("0", "")


def test_last_fridays_numbers_open_what_was_so_on_last_friday(office):
    on_plan(office, "Kofi", visit(nov(17)), since=nov(2))
    page = team(office)
    assert "0 last Friday" in page.text
    then = ask(office.ngozi, f"{reverse('team_duties')}?on=2026-11-13")
    assert "as it was at the end of Friday 13 November 2026" in then.text and "Record the visit" not in then.links


def test_the_overdue_column_adds_up_to_the_number_at_the_top(office, kofi):
    office.child("Ezra", since=nov(12))
    page = team(office)
    column = [int(plain(cell)) for cell in re.findall(r'<td data-label="Overdue" class="gt-r">(.*?)</td>', page.main)]
    assert sum(column) == int(tally(page, "duties overdue")[0]) > 1


# Who waits


def test_those_who_wait_belong_to_the_manager_by_name_and_can_be_allocated(office):
    noor = office.child("Noor", since=nov(18), family=9)
    office.child("Ezra", since=nov(18), family=9)
    page = team(office)
    assert "Waiting for a social worker (2) Until then they are yours, by name." in page.text
    assert "2 working days since Wed 18 Nov" in page.row("Noor") and page.links["Allocate"] == reverse("allocate", args=[Standing.objects.get(pk=noor).reference])
    assert "Until then they are Ngozi’s, by name." in ask(office.priya, "/team/").text


def test_suggestions_give_reasons_and_nobody_is_ranked_by_a_number(office):
    earlier = office.child("Amina", family=9, since=nov(1))
    with office.reach(office.ngozi).act() as act:
        values = {"works_as": "social_worker", "worker": office.huw.pk, "team": office.east.pk}
        number = Version.objects.get(person=earlier, type="allocation").entry
        act.end(number, nov(2))
        act.write(earlier, "allocation", nov(3), values, until=nov(10))
    office.child("Ezra", since=nov(18), family=9)
    assert "Huw has most room (20) and knew the family in 2026." in team(office).row("Ezra")


def test_a_worker_on_leave_is_not_suggested(office):
    Leave.objects.create(worker=office.huw, day=nov(16), until=nov(29), covered_by=office.priya)
    office.child("Ezra", since=nov(18))
    assert "Huw" not in team(office).row("Ezra") and "Priya has most room" in team(office).row("Ezra")


def test_a_social_worker_sees_the_team_and_cannot_allocate(office):
    office.child("Ezra", since=nov(18))
    assert "Allocate" not in ask(office.priya, "/team/").links


# Not seen in time


def test_what_has_been_tried_stands_beside_every_late_visit(office, kofi):
    on_plan(office, "Bo", visit(nov(4)))
    text = team(office).text
    assert "1 day Kofi Larkfield, 8 protection plan A visit, Thu 12 Nov: not seen. Last seen Thursday 5 November." in text
    assert "2 days Bo Larkfield, 8 protection plan No visit since. Last seen Wednesday 4 November." in text
    assert text.index("Bo Larkfield") < text.index("Kofi Larkfield")


def test_a_draft_somebody_has_begun_is_known_and_what_it_says_is_not(office, kofi):
    half_written(office.priya, "visit", [Standing.objects.get(pk=kofi).reference], "Visit to Kofi", at(17, 9))
    assert "Priya began to write about a visit, 5:09pm today; it is not saved yet." in team(office).text


def test_a_child_not_seen_of_whom_somebody_warned_is_named_with_the_warning(office):
    on_plan(office, "Leila", visit(nov(4)), warning(at(16)))
    assert "The warning above is about this child." in team(office).text


def test_who_covers_is_on_the_line(office, kofi):
    Leave.objects.create(worker=office.priya, day=nov(16), until=nov(29), covered_by=office.huw)
    page = team(office)
    assert "Huw, for Priya" in page.text
    assert "on leave until Sun 29 Nov" in page.text and "covering for Priya" in page.text


# Warnings that went past


def test_a_warning_whose_hour_has_passed_comes_before_the_numbers(office):
    office.child("Leila", office.priya, entries=[warning(at(16))])
    page = team(office)
    assert "A warning went past you today" in page.text and "An answer was due by 4pm" in page.text
    assert page.text.index("A warning went past you") < page.text.index("waiting for a worker")


def test_one_that_somebody_else_answered_says_who_and_when(office):
    office.child("Leila", office.priya, entries=[warning(at(16), answered_at=at(17, 21), answered_by=office.colin.pk)])
    page = team(office)
    assert "Answered 5:21pm by Colin" in page.text and "Read it, and add what you know" in page.links


def test_one_that_the_team_answered_in_time_went_past_nobody(office):
    office.child("Leila", office.priya, entries=[warning(at(16), answered_at=at(15), answered_by=office.priya.pk)])
    assert "went past" not in team(office).text


# Who carries what


def test_caseloads_are_by_weight_with_letters_the_limit_and_room_in_words(office, kofi):
    page = team(office)
    assert 'aria-label="1 protection plan. Weight 1.5 of 20 agreed."' in page.html
    assert "room for 18.5 1.5 of 20" in page.text and "P protection plan, 1.5 each" in page.text


def test_each_number_of_a_worker_opens_their_children_or_their_overdue_duties(office, kofi):
    page = team(office)
    mine = f"{reverse('team_children')}?worker=priya"
    assert mine in page.main and "Kofi Larkfield" in ask(office.ngozi, mine).text
    overdue = ask(office.ngozi, f"{reverse('team_duties')}?worker=priya&state=overdue")
    assert "1 duty of Priya, for children of East." in overdue.text


def test_workers_can_stand_by_name(office, kofi):
    text = team(office, "/team/?by=name").section("Who carries what")
    assert text.index("Huw") < text.index("Priya")


def test_how_children_are_weighed_is_in_view(office):
    page = team(office, reverse("team_weights"))
    assert "protection plan P 1.5" in page.text and "Nobody is ranked by it." in page.text


def test_who_is_in_next_week_is_a_table_of_days(office):
    Leave.objects.create(worker=office.huw, day=nov(24), until=nov(25), covered_by=office.priya)
    assert "Huw in on leave on leave in in Priya" in team(office, reverse("team_away")).text


# What was kept


def test_what_went_well_this_week_opens_what_was_kept(office):
    on_plan(office, "Esi", visit(nov(5)), visit(nov(18)))
    page = team(office)
    assert "Kept this week 2 duties met in time" in page.text
    assert "1 child seen, 1 alone" in page.text
    assert "Esi Larkfield" in ask(office.ngozi, f"{reverse('team_children')}?seen=alone").text
    assert "done Wed 18 Nov, due Thu 19 Nov" in ask(office.ngozi, f"{reverse('team_duties')}?met=in_time").text


# Lists


def test_filters_are_in_the_address_and_stay_together(office, kofi):
    office.child("Ezra", since=nov(18))
    page = team(office, f"{reverse('team_children')}?worker=priya&by=name")
    assert page.links["Protection plan (1)"] == "?worker=priya&by=name&kind=protection"
    assert "Ezra" not in page.text


def test_long_lists_come_in_pages_that_say_how_many_there_are(office):
    for n in range(23):
        office.child(f"Kofi{n}", office.priya)
    page = team(office, reverse("team_children"))
    assert "Showing 1 to 20 of 23." in page.text
    rest = team(office, reverse("team_children") + page.links["Further in the list"])
    assert "Showing 21 to 23 of 23." in rest.text and "Earlier in the list" in rest.links


@pytest.mark.parametrize("query", ["state=nonsense", "kind=x", "worker=nobody", "on=2026-02-30", "on=2031-01-01", "page=-1", "met=x", "waiting=2"])
@pytest.mark.parametrize("name", ["team_children", "team_duties"])
def test_an_address_nobody_made_still_answers(office, kofi, name, query):
    assert team(office, f"{reverse(name)}?{query}").status == 200


# Who may see it


def test_those_who_answer_for_several_teams_choose_one(office, kofi):
    office.child("Ezra", since=nov(18))
    page = ask(office.colin, "/team/")
    assert "East Ngozi 2 1 1" in page.text
    assert "Who carries what" in ask(office.colin, page.links["East"]).text


def test_the_list_of_teams_counts_as_each_teams_own_page_does(office, kofi):
    on_plan(office, "Bo", visit(nov(4)))
    own, line = team(office), ask(office.colin, reverse("all_teams")).text
    assert f"Ngozi 2 0 {tally(own, 'not seen in time')[0]} {tally(own, 'duties overdue')[0]}" in line


def test_another_teams_page_is_refused_with_a_sentence(office):
    west = Team.objects.create(name="West")
    page = ask(office.priya, f"/team/?team={west.pk}")
    assert page.status == 403 and "The page of West is for those who work in it" in page.text


def test_somebody_in_no_team_is_told_why_there_is_no_page(office):
    alone = Worker.objects.create_user("alone", None, name="Alone", role="social_worker")
    page = ask(alone, "/team/")
    assert page.status == 403 and "You are in no team" in page.text
    assert ask(alone, "/team/all/").status == 403


def test_a_team_that_does_not_exist_is_not_there(office):
    assert ask(office.colin, "/team/?team=999999").status == 404


# How much it asks


def test_more_children_ask_no_more_questions_of_the_database(office, kofi):
    def questions() -> int:
        client = Client()
        client.force_login(office.ngozi)
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/team/").status_code == 200
        return len(asked)

    office.child("Noor", since=nov(18))
    few = questions()
    for n in range(5):
        on_plan(office, f"Bo{n}", visit(nov(4)), ("visit", nov(12), OUT))
        office.child(f"Ezra{n}", since=nov(17))
    assert questions() == few <= 30
