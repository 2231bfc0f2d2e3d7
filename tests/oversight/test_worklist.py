"""Promises of the worklist: one order, one definition of overdue, each duty on one desk."""

from datetime import date, timedelta

import pytest

from goldthread.duties import State
from goldthread.oversight.board import board, last_friday, seeing_codes, suggestions
from goldthread.oversight.owners import owner_of
from goldthread.oversight.worklist import ahead, owed_to, worklist
from goldthread.record.models import Standing

ON_PLAN = ("protection_plan", date(2026, 11, 2), {"latest_category": "NEG"})


def seen(day, **values):
    return ("visit", day, {"made": True, "child_seen": True, "seen_alone": True, "by": None, **values})


def row(rows, code):
    return next(r for r in rows if r.code == code)


def test_a_child_on_a_plan_seen_eleven_working_days_ago_is_overdue_by_one(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 5))])
    rows = worklist(office.reach(office.priya)).overdue
    assert (row(rows, "CP05").due, row(rows, "CP05").verdict.state) == (date(2026, 11, 19), State.OVERDUE)


def test_a_visit_where_the_child_was_not_seen_leaves_the_duty_where_it_was(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 5)), ("visit", date(2026, 11, 12), {"made": True, "child_seen": False})])
    assert row(worklist(office.reach(office.priya)).overdue, "CP05").due == date(2026, 11, 19)


def test_what_one_entry_does_not_say_is_neither_met_nor_missed(office):
    office.child("Rosa", office.priya, entries=[ON_PLAN, ("visit", date(2026, 11, 5), {"made": True, "child_seen": True})])
    found = worklist(office.reach(office.priya))
    assert row(found.unknown, "CP06").verdict.state == State.UNKNOWN


def test_every_duty_of_an_open_child_lies_on_exactly_one_desk(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN])
    office.child("Ezra")
    everyone = [office.ngozi, office.priya, office.huw, office.colin]
    rows = owed_to(office.reach(office.colin), office.reach(office.colin).standings())
    on_desks = [len(worklist(office.reach(office.colin), worker).shown + worklist(office.reach(office.colin), worker).later) for worker in everyone]
    assert sum(on_desks) == len(rows) and all(r.owner for r in rows)


def test_brothers_and_sisters_with_the_same_duty_and_day_are_one_row(office):
    for name, born in (("Esi", date(2023, 4, 4)), ("Ama", date(2015, 11, 21))):
        office.child(name, office.priya, family=7, entries=[ON_PLAN, seen(date(2026, 11, 12))], born=born)
    office.child("Nadia", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 12))])
    rows = [r for r in worklist(office.reach(office.priya)).soon if r.code == "CP05"]
    assert sorted([c.forename for c in r.children] for r in rows) == [["Ama", "Esi"], ["Nadia"]]


def test_the_groups_are_in_the_order_of_the_day(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 5))])
    found = worklist(office.reach(office.priya))
    today = date(2026, 11, 20)
    assert all(r.due < today for r in found.overdue) and all(r.due == today for r in found.today)
    assert all(today < r.due <= date(2026, 11, 27) for r in found.soon) and all(r.due > date(2026, 11, 27) for r in found.later)
    for group in (found.overdue, found.soon, found.later):
        assert [r.due for r in group] == sorted(r.due for r in group)


def test_the_days_ahead_count_what_falls_on_a_weekend_on_the_day_before(office):
    rows = [type("Row", (), {"due": d})() for d in (date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29), date(2026, 12, 4))]
    days = dict(ahead(rows, date(2026, 11, 20)))
    assert len(days) == 10 and days[date(2026, 11, 23)] == 1 and days[date(2026, 11, 27)] == 2 and days[date(2026, 12, 4)] == 1


def test_a_duty_whose_part_nobody_plays_falls_to_the_worker_or_the_manager(office):
    waiting = Standing.objects.select_related("team__manager").get(pk=office.child("Ezra"))
    held = Standing.objects.select_related("worker").get(pk=office.child("Kofi", office.priya))
    assert owner_of(waiting, "allocated_social_worker") == office.ngozi == owner_of(held, "conference_chair")
    assert owner_of(held, "personal_adviser") == office.priya and owner_of(held, "head_of_service") == office.colin


def test_the_team_page_names_who_waits_and_for_how_many_working_days(office):
    office.child("Noor", family=9, since=date(2026, 11, 18), born=date(2024, 1, 1))
    office.child("Ezra", family=9, since=date(2026, 11, 18))
    (waiting,) = board(office.reach(office.ngozi), office.east).waiting
    assert ([c.forename for c in waiting.children], waiting.days) == (["Ezra", "Noor"], 2)


def test_the_team_page_lists_children_not_seen_once_each_the_latest_first(office):
    office.child("Jude", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 4))])
    office.child("Kofi", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 5)), ("visit", date(2026, 11, 12), {"made": True, "child_seen": False})])
    found = board(office.reach(office.ngozi), office.east)
    assert [(n.child.forename, n.late_by, n.tried) for n in found.not_seen] == [("Jude", 2, None), ("Kofi", 1, date(2026, 11, 12))]
    assert found.now.not_seen == 2 and found.last_friday.not_seen == 0


def test_numbers_on_the_team_page_are_the_rows_behind_them(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN, seen(date(2026, 11, 5))])
    office.child("Ezra")
    found = board(office.reach(office.ngozi), office.east)
    assert found.now.open == len(found.owed) and found.now.overdue == len(found.overdue) and len(found.children) == 2
    assert sum(load.overdue for load in found.loads) == sum(r.owner in (office.priya, office.huw) for r in found.overdue)


def test_a_caseload_is_weighed_by_kind_and_those_with_most_room_are_named_first(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN])
    ezra = Standing.objects.get(pk=office.child("Ezra"))
    loads = board(office.reach(office.ngozi), office.east).loads
    weights = {load.worker: load.weight for load in loads}
    assert weights == {office.priya: pytest.approx(1.5), office.huw: 0}
    (first, why), (second, _) = suggestions(loads, ezra, knew={office.huw.pk: 2025})
    assert (first.worker, second.worker) == (office.huw, office.priya) and why == "has most room (20) and knew the family in 2025"


def test_last_friday_is_the_friday_of_the_week_before():
    assert {last_friday(date(2026, 11, 16) + timedelta(days=n)) for n in range(7)} == {date(2026, 11, 13)}


def test_the_duties_that_only_seeing_a_child_can_meet_are_read_from_the_rules():
    assert {"CP05", "CP06", "LV01", "LV02"} <= set(seeing_codes()) and "LV13" not in seeing_codes()
