"""Promises of Wrenford's thread on the evening of the pictures: two recommendations held, one not moved, and why."""

from datetime import date

import pytest

from goldthread.demo import command
from goldthread.demo.wrenford import thread
from goldthread.duties import State
from goldthread.inspection import evidence, reports
from goldthread.inspection.clocks import clocks
from goldthread.inspection.models import Action, Meeting, Plan, Report
from goldthread.inspection.moved import Outcome
from goldthread.inspection.progress import progress
from goldthread.measures.sources import Postgres
from goldthread.people.models import Worker
from goldthread.record.reach import Reach
from tests.demo.conftest import NOW, TODAY

pytestmark = pytest.mark.usefixtures("city_kept", "db")


@pytest.fixture(scope="module")
def answers(city_kept):
    return progress(Plan.objects.get(), Postgres(), TODAY)


def of(answers, number, measure):
    return next(tied for tied in answers[number - 1].ties if tied.measure.code == measure)


# The report


def test_the_report_was_kept_on_the_day_it_came_and_confirmed_by_miriam_the_monday_after():
    report = Report.objects.get()
    assert report.added_at.date() == date(2026, 3, 24) and report.ours
    assert {(one.said.by.name, one.said.at.date()) for one in reports.held(report)} == {("Miriam Tarnbrook", date(2026, 3, 30))}
    assert reports.counts(report)[0]


def test_the_confirmed_report_says_five_things_to_improve_on_pages_2_and_3():
    said = reports.confirmed(Report.objects.get())
    assert (said.authority, said.start, said.end, said.published) == ("Wrenford", date(2026, 2, 2), date(2026, 2, 13), date(2026, 3, 24))
    assert [one.page for one in said.recommendations] == [2, 2, 2, 2, 3]


# What has moved


@pytest.mark.parametrize("number, outcome", [
    (1, Outcome.MOVING), (2, Outcome.HELD), (3, Outcome.HELD), (4, Outcome.NOT_MOVED), (5, Outcome.CANNOT_TELL),
])  # fmt: skip
def test_two_are_held_one_is_moving_one_has_not_moved_and_of_one_we_cannot_tell(answers, number, outcome):
    assert answers[number - 1].outcome == outcome, answers[number - 1].why


@pytest.mark.parametrize("number, measure, then, now", [
    (1, "cp_seen_in_time", 71, 86), (1, "cp_seen_alone", 49, 70), (2, "prebirth_by_20_weeks", 38, 87), (3, "adviser_by_16_half", 22, 86),
    (4, "plan_actions_named", 55, 57),
])  # fmt: skip
def test_each_measure_is_about_where_the_story_has_it(answers, number, measure, then, now):
    tied = of(answers, number, measure)
    assert tied.then.value == pytest.approx(then, abs=13) and tied.now.value == pytest.approx(now, abs=8)


def test_what_is_held_has_been_so_from_april_to_september(answers):
    assert {answers[number].short for number in (1, 2)} == {"April to September"}


def test_whom_one_heard_about_domestic_abuse_is_written_down_only_since_september(answers):
    tied = of(answers, 5, "abuse_two_agencies")
    assert tied.then.value is None and "since September" in answers[4].short
    assert tied.now.value == pytest.approx(64, abs=20)


# The plan


def test_one_action_was_done_two_days_late_and_one_is_done_in_four_of_seven_teams(answers):
    tasks = {task.words: task for task in answers[0].tasks}
    late = next(task for words, task in tasks.items() if words.startswith("Name the cover"))
    assert late.verdict(TODAY).state == State.MET_LATE and (late.done - late.due).days == 2
    pieces = next(task for words, task in tasks.items() if words.startswith("Bring every caseload"))
    assert (pieces.counted, pieces.action.counted_of, pieces.action.counted_unit) == (4, 7, "teams")


def test_two_of_the_four_actions_for_written_plans_are_not_begun(answers):
    tasks = answers[3].tasks
    assert len(tasks) == 4 and sum(task.begun is None and task.done is None for task in tasks) == 2


def test_each_tie_keeps_the_words_for_which_it_was_suggested(answers):
    assert all(len(tied.tie.shares) >= 2 for one in answers for tied in one.ties)


def test_an_audit_agrees_with_the_measure_and_young_people_partly(answers):
    pieces = [piece.row for piece in evidence.for_recommendation(answers[0].recommendation.fact.pk)]
    assert [(row.kind, row.day, row.number) for row in pieces] == [
        ("young_people", date(2026, 10, 3), 11), ("audit", date(2026, 9, 16), 18),
    ]  # fmt: skip


def test_the_board_met_four_times_and_decided_each_time():
    assert [meeting.decisions.count() > 0 for meeting in Meeting.objects.all()] == [True] * 4


def test_nothing_of_it_was_written_down_after_the_evening_of_the_pictures():
    assert all(row.at <= NOW for kind in (Action, Meeting) for row in kind.objects.all())


def test_what_the_service_owed_after_the_inspection_was_done_in_time():
    states = {clock.duty.code: clock.state for clock in clocks(TODAY)}
    assert {states[code] for code in ("OF01", "OF05", "OF06")} == {State.MET}


def test_the_lead_inspector_is_invited_and_may_read_on_the_day_of_the_pictures():
    ottilie = Worker.objects.get(role="inspector")
    assert Reach(ottilie, NOW).standings().exists()
    assert not Reach(ottilie, NOW.replace(year=2027)).standings().exists()


def test_it_is_kept_once():
    thread.keep(NOW)
    assert Report.objects.count() == Plan.objects.count() == 1


def test_a_city_can_be_made_whose_report_is_left_to_whoever_puts_it_in(monkeypatch):
    done = []
    monkeypatch.setattr(command, "keep_lives", lambda *told: done.append("lives"))
    monkeypatch.setattr(command, "_keep_thread", lambda now: done.append("thread"))
    command.main(["--children", "5", "--without-report"], now=NOW)
    assert done == ["lives"]
    command.main(["--children", "5"], now=NOW)
    assert done == ["lives", "lives", "thread"]
