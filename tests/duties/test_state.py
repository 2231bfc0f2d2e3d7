"""What is true of an occurrence on the day asked, to the minute where hours are known."""

from datetime import date, datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.duties import State, state
from tests.duties.lives import only, owed

PLAN = "2026-09-01 protection_plan.begins p"
FOUND = ("2026-06-08 missing.begins m", "2026-06-20 14:00 missing.ends m")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 8, 31), State.NOT_YET),
        (date(2026, 9, 1), State.OWED),
        (date(2026, 9, 15), State.OWED),
        (date(2026, 9, 16), State.OVERDUE),
    ],
)
def test_a_duty_is_owed_to_the_end_of_its_due_day(on: date, expected: State) -> None:
    assert state(only("CP05", PLAN), on).state is expected


def test_a_duty_met_late_was_overdue_on_the_day_between() -> None:
    visit = owed("CP05", PLAN, "2026-09-18 visit.child_seen")[0]
    assert state(visit, date(2026, 9, 17)).state is State.OVERDUE
    assert state(visit, date(2026, 9, 18)).state is State.MET_LATE
    assert state(visit, date(2026, 9, 18)).breach


def test_done_on_the_due_day_is_in_time() -> None:
    assert state(owed("CP05", PLAN, "2026-09-15 visit.child_seen")[0], date(2026, 9, 15)).state is State.MET


def test_ended_before_it_was_due_is_no_breach_and_ended_after_is() -> None:
    before = only("CP05", PLAN, "2026-09-14 protection_plan.ends p")
    on_the_day = only("CP05", PLAN, "2026-09-15 protection_plan.ends p")
    after = only("CP05", PLAN, "2026-09-16 protection_plan.ends p")
    asked = date(2026, 12, 1)
    assert [state(o, asked).state for o in (before, on_the_day, after)] == [State.ENDED, State.ENDED, State.MISSED]
    assert [state(o, asked).breach for o in (before, on_the_day, after)] == [False, False, True]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(13, 59, State.OWED), (14, 0, State.OWED), (14, 1, State.OVERDUE)],
)
def test_hours_are_asked_to_the_minute(hour: int, minute: int, expected: State) -> None:
    assert state(only("MI03", *FOUND), datetime(2026, 6, 23, hour, minute, tzinfo=LONDON)).state is expected


def test_asked_of_a_whole_day_a_duty_in_hours_is_owed_on_that_day() -> None:
    assert state(only("MI03", *FOUND), date(2026, 6, 23)).state is State.OWED
    assert state(only("MI03", *FOUND), date(2026, 6, 24)).state is State.OVERDUE


def test_a_duty_in_hours_opens_at_its_hour() -> None:
    assert state(only("MI03", *FOUND), datetime(2026, 6, 20, 13, tzinfo=LONDON)).state is State.NOT_YET


@pytest.mark.parametrize(("held", "expected"), [("13:59", State.MET), ("14:01", State.MET_LATE)])
def test_a_minute_decides_where_both_hours_are_known(held: str, expected: State) -> None:
    interview = only("MI03", *FOUND, f"2026-06-23 {held} return_interview.held")
    assert state(interview, date(2026, 7, 1)).state is expected


def test_where_only_the_day_of_the_interview_is_known_the_day_decides() -> None:
    assert state(only("MI03", *FOUND, "2026-06-23 return_interview.held"), date(2026, 7, 1)).state is State.MET


class TestUnknown:
    """Could not tell is an answer, and never 'met'."""

    def test_from_the_day_of_the_entry_that_does_not_say(self) -> None:
        visit = only("CP05", PLAN, "2026-09-10 visit.seen_unsaid")
        assert state(visit, date(2026, 9, 9)).state is State.OWED
        assert state(visit, date(2026, 9, 10)).state is State.UNKNOWN
        assert state(visit, date(2026, 12, 1)).state is State.UNKNOWN

    def test_a_visit_in_time_after_it_settles_the_matter(self) -> None:
        visit = owed("CP05", PLAN, "2026-09-10 visit.seen_unsaid", "2026-09-14 visit.child_seen")[0]
        assert state(visit, date(2026, 9, 14)).state is State.MET

    def test_after_the_due_day_it_is_late_whether_met_or_not(self) -> None:
        visit = only("CP05", PLAN, "2026-09-20 visit.seen_unsaid")
        assert state(visit, date(2026, 9, 19)).state is State.OVERDUE
        assert state(visit, date(2026, 9, 21)).state is State.UNKNOWN
        assert state(visit, date(2026, 9, 21)).breach

    def test_a_plan_that_ends_late_after_such_a_visit_is_not_called_missed(self) -> None:
        visit = only("CP05", PLAN, "2026-09-10 visit.seen_unsaid", "2026-10-01 protection_plan.ends p")
        assert state(visit, date(2026, 12, 1)).state is State.UNKNOWN

    def test_an_entry_that_says_seen_is_not_doubted_for_what_another_left_out(self) -> None:
        alone = owed("CP06", PLAN, "2026-09-10 visit.seen_alone", "2026-09-11 visit.alone_unsaid")[0]
        assert state(alone, date(2026, 12, 1)).state is State.MET


def test_states_that_ask_for_something_are_three() -> None:
    assert [s for s in State if s.is_open] == [State.OWED, State.OVERDUE, State.UNKNOWN]


def test_owed_on_agrees_with_the_states_that_are_open() -> None:
    for said in ([PLAN], [PLAN, "2026-09-18 visit.child_seen"], [PLAN, "2026-09-18 protection_plan.ends p"]):
        for o in owed("CP05", *said):
            for on in (date(2026, 8, 1), date(2026, 9, 1), date(2026, 9, 17), date(2026, 9, 18), date(2027, 1, 1)):
                assert o.owed_on(on) is state(o, on).state.is_open
