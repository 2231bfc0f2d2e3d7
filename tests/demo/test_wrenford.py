"""Promises that the default city is the one in the pictures, on Friday 20 November 2026 at 17:28."""


from datetime import datetime
from decimal import Decimal

import pytest
from django.db import connection

from goldthread.demo import wrenford as place
from goldthread.demo.command import fill_if_empty
from goldthread.demo.telling import HERE
from goldthread.demo.wrenford.lives import day_and_moment, moment
from goldthread.duties import State
from goldthread.oversight import asked
from goldthread.oversight.board import board
from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import ahead, worklist
from goldthread.people.models import Leave, Team, Worker
from goldthread.people.roles import ROLES
from goldthread.record.models import Standing, Version
from tests.demo.conftest import NOW
from tests.demo.evening import day, reach

pytestmark = pytest.mark.usefixtures("wrenford_kept", "db")


@pytest.fixture
def team():
    ngozi = reach("ngozi")
    return board(ngozi, Team.objects.get(name="East safeguarding"))


@pytest.fixture
def today():
    return worklist(reach("priya"))


@pytest.fixture
def priya():
    return reach("priya")


def rows(owed):
    return [(row.code, row.due.isoformat(), " ".join(c.forename for c in row.children)) for row in owed]


# The team


def test_east_holds_106_children_three_of_whom_wait(team):
    assert len(team.children) == 106
    assert [sorted(c.forename for c in w.children) for w in team.waiting] == [["Ezra", "Noor"], ["Baby of"]]
    assert [w.days for w in team.waiting] == [2, 1]


@pytest.mark.parametrize("worker, p, c, n, a, weight", [
    ("zanele", 8, 2, 4, 4, "23.5"), ("priya", 6, 3, 5, 3, "21.5"), ("jerzy", 3, 1, 4, 3, "13.5"), ("owen", 5, 2, 7, 2, "19.5"),
    ("daniel", 3, 3, 7, 2, "17.75"), ("huw", 1, 2, 7, 2, "13.5"), ("aisha", 3, 3, 6, 2, "16.75"),
])  # fmt: skip
def test_each_worker_carries_what_is_pictured(team, worker, p, c, n, a, weight):
    load = next(load for load in team.loads if load.worker.username == worker)
    assert dict(load.kinds) == {"protection": p, "care": c, "in_need": n, "assessment": a}
    assert load.weight == Decimal(weight)


def test_the_limits_and_the_room_are_as_pictured(team):
    room = {load.worker.username: load.room for load in team.loads}
    assert room == {"zanele": Decimal("-3.5"), "priya": Decimal("-1.5"), "jerzy": Decimal("-1.5"), "owen": Decimal("0.5"),
                    "daniel": Decimal("2.25"), "huw": Decimal("0.5"), "aisha": Decimal("3.25")}  # fmt: skip


def test_seven_duties_are_overdue_in_the_columns_pictured(team):
    assert len(team.overdue) == 7
    assert {load.worker.username: load.overdue for load in team.loads} == {
        "zanele": 2, "priya": 1, "jerzy": 1, "owen": 0, "daniel": 2, "huw": 0, "aisha": 1,
    }  # fmt: skip


def test_four_children_were_not_seen_in_time_by_the_days_pictured(team):
    assert [(n.child.forename, n.child.surname, n.late_by) for n in team.not_seen] == [
        ("Jude", "Thornwick", 6), ("Leila", "Foxmere", 3), ("Bo", "Greenhaven", 2), ("Kofi", "Larkfield", 1),
    ]  # fmt: skip


def test_judes_door_was_tried_three_times_and_leilas_not_once(team):
    by_name = {n.child.forename: n for n in team.not_seen}
    assert by_name["Jude"].tried == day("2026-11-13") and by_name["Leila"].tried is None


def test_five_things_cannot_be_told_one_of_them_roses_visit(team):
    assert len(team.unknown) == 5
    assert "Rosa" in [row.children[0].forename for row in team.unknown]


def test_last_friday_six_were_not_seen_and_nine_duties_were_overdue(team):
    assert team.friday == day("2026-11-13")
    assert (team.last_friday.not_seen, team.last_friday.overdue) == (6, 9)


def test_five_duties_were_met_late_this_week_and_about_96_in_time(team):
    assert team.kept_late == 5
    assert team.kept_in_time == pytest.approx(96, abs=12)


def test_about_71_children_were_seen_this_week_and_about_48_alone(team):
    assert team.seen == pytest.approx(71, abs=5)
    assert team.seen_alone == pytest.approx(48, abs=6)


def test_nobody_was_in_when_jerzy_went_to_bo_on_tuesday(team):
    assert next(n for n in team.not_seen if n.child.forename == "Bo").tried == day("2026-11-17")


def test_daniel_is_away_until_monday_30_november_and_owen_covers(team):
    daniel = next(load for load in team.loads if load.worker.username == "daniel")
    assert daniel.away.until == day("2026-11-29")
    owen = next(load for load in team.loads if load.worker.username == "owen")
    assert [w.username for w in owen.covers] == ["daniel"]


def test_the_rest_of_the_city_never_touches_east():
    generated = Worker.objects.filter(username__contains=".")
    assert generated.exists() and not generated.filter(team__name="East safeguarding").exists()
    assert not Standing.objects.filter(team__name="East safeguarding", worker__in=generated).exists()


def test_a_warning_about_leila_went_past_her_manager_and_was_answered_by_colin():
    ngozi = reach("ngozi")
    team = Team.objects.get(name="East safeguarding")
    past = asked.went_past(ngozi, team, with_holders(ngozi.standings().filter(team=team)))
    assert [(a.child.forename, a.answered_by.username) for a in past] == [("Leila", "colin")]
    assert past[0].answered_at == datetime(2026, 11, 20, 17, 21, tzinfo=HERE)


# Priya's day


def test_one_visit_is_overdue_kofis(today):
    assert rows(today.overdue) == [("CP05", "2026-11-19", "Kofi")]


def test_tomaszs_health_assessment_is_to_be_asked_for_today(today):
    assert rows(today.today) == [("LH02", "2026-11-20", "Tomasz")]


def test_rosas_visit_does_not_say_whether_she_was_seen_alone(today):
    assert [row.children[0].forename for row in today.unknown] == ["Rosa"]
    assert today.unknown[0].verdict.state == State.UNKNOWN
    assert today.unknown[0].occurrences[0].unsure == day("2026-11-03")


@pytest.mark.parametrize("row", [
    ("LV01", "2026-11-23", "Mei"), ("CP02", "2026-11-25", "Nadia Idris"), ("CP05", "2026-11-26", "Ama Esi"), ("AS01", "2026-11-27", "Yusuf"),
])  # fmt: skip
def test_what_is_pictured_for_the_next_five_working_days_is_there(today, row):
    assert row in rows(today.soon)


def test_and_besides_only_what_the_pictures_facts_bring_with_them(today):
    """Nadia and Idris were last seen on 11 November, and a warning about Idris waits: see the notes on the pictures."""
    pictured = {"LV01", "CP02", "AS01"}
    assert {(code, names) for code, _, names in rows(today.soon) if code not in pictured} <= {
        ("CP05", "Ama Esi"), ("CP05", "Nadia Idris"), ("WA01", "Idris"), ("CP07", "Ama Kofi Esi"),
    }  # fmt: skip


def test_thursday_3_december_is_seen_coming_with_five_duties(priya, today):
    days = {f"{day:%a %-d}": number for day, number in ahead(today.everything, NOW.date())}
    assert {name: days[name] for name in ("Mon 30", "Tue 1", "Wed 2", "Thu 3", "Fri 4")} == {"Mon 30": 0, "Tue 1": 2, "Wed 2": 2, "Thu 3": 5, "Fri 4": 1}


def test_a_health_visitor_waits_for_priyas_answer_until_five_past_six(priya):
    (warning,) = asked.waiting(priya.actor, with_holders(priya.mine()))
    assert warning.raised_by == "Grace Oatridge" and warning.child.forename == "Idris"
    assert warning.answer_by == datetime(2026, 11, 20, 18, 5, tzinfo=HERE)
    assert warning.next.username == "ngozi"


def test_the_polices_call_about_nadia_is_not_decided_yet(priya):
    undecided = asked.undecided(priya.mine())
    assert {u.child.forename for u in undecided} == {"Nadia", "Idris"}
    assert undecided[0].decide_by == datetime(2026, 11, 20, 20, 20, tzinfo=HERE)


def test_priya_has_17_children(priya):
    assert priya.mine().count() == 17


# Names that are alike, and those who sign in


def test_three_children_could_be_the_nadia_the_police_met():
    assert {"Nadia Merrowdale", "Natalia Marrowdell", "Nadia Merrow"} <= {
        f"{s.forename} {s.surname}" for s in Standing.objects.filter(surname__startswith="M")
    }


def test_one_person_of_each_role_can_sign_in_with_the_demos_password():
    roles = set()
    for role, username, password in place.logins():
        worker = Worker.objects.get(username=username)
        assert worker.check_password(password) and worker.plays.name == role
        roles.add(worker.role)
    assert roles == set(ROLES)


def test_nobody_else_can_sign_in():
    may = {username for _, username, _ in place.logins()}
    assert not [w.username for w in Worker.objects.exclude(username__in=may) if w.has_usable_password()]


def test_the_team_is_managed_by_ngozi_and_colin_is_told_next():
    team = Team.objects.get(name="East safeguarding")
    assert (team.manager.username, team.told_next.username) == ("ngozi", "colin")
    assert Leave.objects.filter(worker__username="daniel", covered_by__username="owen").exists()


# The whole city


def test_a_city_is_kept_with_no_fault_in_any_life():
    """Every beginning that has an end is paired with it: no end stands alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FROM record_spoken e WHERE e.word LIKE '%%.ends' AND e.superseded_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM record_spoken b WHERE b.person_id = e.person_id AND b.key = e.key AND b.superseded_at IS NULL
               AND b.word = replace(e.word, '.ends', '.begins') AND b.day <= e.day)"""
        )
        assert cursor.fetchone() == (0,)


def test_every_open_child_of_the_city_has_a_team_and_a_next_date():
    found = Standing.objects.filter(open=True)
    assert found.count() > 110
    assert not found.filter(team=None).exists() and not found.filter(next_due=None).exists()


def test_the_demo_fills_an_empty_record_and_leaves_any_other_alone(capsys):
    before = Version.objects.count()
    fill_if_empty(now=NOW)
    assert Version.objects.count() == before and capsys.readouterr().err == ""


# Reading the files


def test_a_day_may_have_a_time_and_hours_may_have_one_digit():
    assert day_and_moment(day("2026-11-12")) == (day("2026-11-12"), None)
    assert moment("2026-11-20 9:05") == datetime(2026, 11, 20, 9, 5, tzinfo=HERE)


def test_before_that_evening_wrenfords_own_families_are_not_told():
    assert list(place.families(NOW.replace(hour=12))) == []


def test_nothing_in_the_files_was_written_down_after_that_evening(wrenford):
    told = [t for story in wrenford for t in story.told]
    assert max(t.recorded for t in told) <= NOW and max(c.recorded for t in told for c in t.changes) <= NOW


def test_nothing_in_the_files_was_written_down_before_it_happened(wrenford):
    early = [(t.about.name, t.type, t.day) for story in wrenford for t in story.told
             if t.type != "booking" and ((t.at and t.recorded < t.at) or t.recorded.date() < t.day)]  # fmt: skip
    assert early == []
