"""The service's page: what a head of service and a director see first, and that every number of it opens what it counts."""

from datetime import date

import pytest

from goldthread.duties.roles import SENIORS
from goldthread.measures.definitions import MEASURES
from goldthread.oversight.climbed import HIGHEST, climbed
from goldthread.people.models import Worker
from goldthread.people.roles import ROLES
from goldthread.web.measures import monthly
from tests.web.counted import LATE, PLAN, on_plan
from tests.web.desk import ask, at, nov, visit, warning

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["head_of_service", "director"])
def test_a_heads_and_a_directors_day_opens_on_the_service(role):
    assert ROLES[role].opens_on == "service"
    page = ask(Worker.objects.create_user("who", None, name="Who", role=role), "/service/")
    assert page.status == 200 and '<a href="/service/" aria-current="page">Service</a>' in page.html


def test_the_main_measures_stand_with_their_sentence_target_and_trend(office, children):
    page = ask(office.colin, "/service/")
    assert len(monthly.main()) >= 6
    for measure in monthly.main():
        assert measure.title in page.html.replace("&#x27;", "'")
    assert "50% 3 of 6; 1 we cannot tell 95%" in page.text and MEASURES["cp_seen_in_time"].sentence in page.text
    assert page.main.count("gt-spark") >= 1


def test_what_climbed_is_told_by_who_is_to_be_told_and_opens_its_duties(office, children):
    page = ask(office.colin, "/service/")
    lines = list(page.context["climbs"]) + list(page.context["below"])
    found = climbed(office.reach(office.colin))
    assert lines and sum(line.number for line in lines) == len(found)
    assert [HIGHEST.index(line.role) for line in lines] == sorted(HIGHEST.index(line.role) for line in lines)
    for line in lines:
        assert ask(office.colin, line.href).html.count('<li class="gt-duty">') == min(line.number, 20)


def test_a_late_visit_climbs_on_the_day_its_ladder_says_and_not_before(office):
    group = ("core_group", nov(10), {})
    late, today = (office.child(name, office.priya, since=nov(2), entries=[("protection_plan", nov(2), {"latest_category": "NEG"}), group, visit(day)])
                   for name, day in (("Bo", nov(5)), ("Esi", nov(6))))  # fmt: skip
    visits = [climb for climb in climbed(office.reach(office.colin)) if climb.occurrence.code == "CP05"]
    assert [(climb.person, climb.role, climb.since) for climb in visits] == [(late, "service_manager", nov(20))] and today != late


def test_every_rung_above_the_team_has_a_place_in_the_order():
    assert set(HIGHEST) == SENIORS


def test_those_who_wait_longest_for_a_worker_come_first_with_who_answers_for_them(office):
    office.child("Noor", since=nov(18))
    office.child("Ezra", since=nov(2))
    page = ask(office.colin, "/service/")
    waiting = page.section("Waiting longest for a worker")
    assert waiting.index("Ezra") < waiting.index("Noor") and "14 working days since 2 November 2026 East Ngozi" in waiting


def test_a_warning_past_its_hour_is_on_the_page_with_its_words_and_one_in_time_is_not(office):
    office.child("Leila", office.priya, entries=[warning(at(16))])
    office.child("Sami", office.priya, entries=[warning(at(19))])
    page = ask(office.colin, "/service/")
    assert "Warnings past their hour (1)" in page.text and "Please see him before Monday." in page.text
    assert "Leila" in page.section("Warnings past their hour") and "Sami" not in page.section("Warnings past their hour").split("How often")[0]


def test_a_quiet_service_says_so(office):
    page = ask(office.colin, "/service/")
    assert "Nothing has climbed above a team." in page.text and "Nobody waits: each child has a worker." in page.text


def test_the_page_is_for_those_who_answer_for_several_teams(office):
    page = ask(office.priya, "/service/")
    assert page.status == 403 and "Measures, with the same figures, are open to everybody." in page.html.replace("&#x27;", "’")


@pytest.mark.parametrize("query", ["show=climbed&told=x", "show=climbed&duty=x", "show=x", "show=climbed&page=9"])
def test_an_address_nobody_made_still_answers(office, children, query):
    assert ask(office.colin, f"/service/?{query}").status == 200


def test_nobody_is_ranked(office, children):
    on_plan(office, "Zoe", LATE, worker=office.huw)
    text = ask(office.colin, "/service/").text
    assert "No team and no worker is ranked." in text and "score" not in text.lower() and PLAN[1] == date(2026, 9, 2)


# The way round


def test_those_who_lead_start_with_the_whole_and_others_with_their_own(office):
    def order(worker, address):
        return [item.label for item in ask(worker, address).context["nav"]]

    lead, work = order(office.colin, "/service/"), order(office.priya, "/today/")
    assert lead[:2] == ["Service", "Measures"] and lead.index("Measures") < lead.index("Today")
    assert work[0] == "Today" and "Service" not in work and work.index("My children") < work.index("Measures")


# Long lists are counted once an hour


def test_a_long_list_says_when_it_was_counted_and_is_counted_again_when_asked(office, children):
    assert "Counted Fri 20 Nov 2026, 5:28pm." in ask(office.colin, "/service/").text
    on_plan(office, "Zoe", LATE)
    assert "50% 3 of 6" in ask(office.colin, "/service/").text
    assert ask(office.colin, "/service/?again=1").status == ask(office.colin, "/measures/?again=1&q=alone").status == 302
    assert "43% 3 of 7" in ask(office.colin, "/service/").text


def test_after_an_hour_it_is_counted_anew(office, children, settings):
    ask(office.colin, "/service/")
    on_plan(office, "Zoe", LATE)
    settings.GOLDTHREAD_NOW = "2026-11-20T18:29"
    page = ask(office.colin, "/service/")
    assert "43% 3 of 7" in page.text and "Counted Fri 20 Nov 2026, 6:29pm." in page.text


def test_a_list_that_takes_too_long_shows_what_it_has_and_asks_again_by_itself(office, children, monkeypatch):
    monkeypatch.setattr("goldthread.web.measures.counting.PATIENCE", -1)
    first = ask(office.colin, "/measures/?q=protection+plan")
    assert "data-gt-progress" in first.main and "still being counted" in first.text
    shown = len(first.context["counted"].figures)
    assert len(ask(office.colin, "/measures/?q=protection+plan").context["counted"].figures) == shown + 1


def test_a_measures_own_page_is_never_behind_the_record(office, children):
    ask(office.colin, "/measures/cp_seen_in_time/")
    on_plan(office, "Zoe", LATE)
    assert "3 of 7" in ask(office.colin, "/measures/cp_seen_in_time/").text
