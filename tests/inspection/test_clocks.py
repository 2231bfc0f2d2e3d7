"""The service's own clocks run on what was written down, what a confirmed report says, and the turns of the year."""

from datetime import date

import pytest

from goldthread.duties import State
from goldthread.inspection import governance
from goldthread.inspection.clocks import ahead, clocks, spoken, standing, written_later
from goldthread.inspection.models import Confirmed, Milestone
from goldthread.inspection.plan import Refused
from tests.inspection.planning import READ, Improving, at

NOVEMBER = date(2026, 11, 20)


@pytest.fixture
def improving(db):
    return Improving()


def says(improving, word, day, **more):
    return governance.milestone(improving.report, word, day, now=more.pop("now", at(day)), by=improving.miriam, **more)


def the(code, on=NOVEMBER):
    [found] = [clock for clock in clocks(on) if clock.occurrence.code == code]
    return found


def test_the_statement_is_owed_seventy_working_days_after_the_report_came(improving):
    says(improving, "inspection.report_received", date(2026, 3, 24))
    assert the("OF01", date(2026, 6, 1)).state is State.OWED
    assert the("OF01").state is State.OVERDUE
    assert the("OF01").due == date(2026, 7, 6)
    assert "The inspection report came on Tuesday 24 March." in the("OF01").told.sentence


def test_a_statement_that_was_sent_is_done_and_names_who_wrote_it_down(improving):
    says(improving, "inspection.report_received", date(2026, 3, 24))
    says(improving, "statement.sent", date(2026, 7, 3))
    assert the("OF01").state is State.MET
    assert the("OF01").told.met.says == "the written statement of action was sent"


def test_the_days_of_a_confirmed_report_need_not_be_written_again(improving):
    assert the("OF07").occurrence.opened == date(2026, 2, 13)
    assert the("OF07").due == date(2029, 2, 13)


def test_a_day_that_nobody_confirmed_starts_no_clock(db):
    improving = Improving()
    end = improving.report.facts.get(kind="inspection_end")
    Confirmed.objects.create(fact=end, value=None, why="Not that day.", by=improving.miriam, at=at(NOVEMBER))
    assert "OF07" not in {clock.occurrence.code for clock in clocks(NOVEMBER)}


def test_a_report_about_another_authority_starts_no_clock_of_ours(db):
    Improving(ours=False)
    assert clocks(NOVEMBER) == []


def test_a_yearly_report_nobody_ever_wrote_down_is_not_called_late(improving):
    assert the("OF11A").due == date(2026, 6, 30)
    assert the("OF11A").state is State.UNKNOWN
    assert "no looked-after children return had been written down by the end of " in the("OF11A").told.sentence


def test_what_nobody_ever_wrote_down_is_owed_until_its_last_day(improving):
    assert the("OF09A").due == date(2027, 3, 31)
    assert the("OF09A").state is State.OWED
    assert the("OF11A", date(2026, 6, 1)).state is State.OWED
    first, second = [clock for clock in clocks(NOVEMBER) if clock.occurrence.code == "OF10B"]
    assert (first.state, second.state) == (State.UNKNOWN, State.OWED)


def test_once_somebody_writes_one_down_the_next_can_be_late(improving):
    says(improving, "return.looked_after", date(2026, 6, 24))
    assert the("OF11A").state is State.MET
    says(improving, "return.need", date(2026, 8, 3))
    assert the("OF11B").state is State.MET_LATE


def test_what_has_to_be_confirmed_about_a_clock_is_said(improving):
    says(improving, "inspection.draft_received", date(2026, 3, 2))
    assert the("OF05", date(2026, 3, 3)).check == "that it is still 10 working days"
    assert the("OF07").check == ""


def test_the_statements_last_day_is_worked_out_and_not_asked_for(improving):
    says(improving, "inadequate.begins", date(2016, 11, 25))
    says(improving, "inspection.report_received", date(2016, 11, 25))
    visit = next(clock for clock in clocks(date(2017, 4, 1)) if clock.occurrence.code == "OF02")
    assert visit.occurrence.opened == the_due_of("OF01", date(2017, 4, 1))


def the_due_of(code, on):
    return next(clock.due for clock in clocks(on) if clock.occurrence.code == code)


def test_an_end_belongs_to_the_last_beginning_that_has_none(improving):
    for word, day in (("inadequate.begins", date(2024, 1, 15)), ("inadequate.ends", date(2024, 9, 2))):
        says(improving, word, day)
    begins, ends = [s for s in spoken(standing(), NOVEMBER) if s.word.startswith("inadequate")]
    assert begins.key == ends.key


def test_what_was_withdrawn_starts_no_clock_and_is_kept(improving):
    wrong = says(improving, "inspection.report_received", date(2026, 3, 24))
    governance.withdraw(wrong, "It came a day later.", now=at(NOVEMBER), by=improving.miriam)
    assert "OF01" not in {clock.occurrence.code for clock in clocks(NOVEMBER)}
    assert Milestone.objects.count() == 2
    with pytest.raises(Refused, match="already"):
        governance.withdraw(wrong, "Again.", now=at(NOVEMBER), by=improving.miriam)


def test_a_withdrawal_says_why(improving):
    with pytest.raises(Refused, match="Say why"):
        governance.withdraw(says(improving, "statement.sent", NOVEMBER), " ", now=READ, by=improving.miriam)


def test_what_is_still_open_stands_first_by_its_day(improving):
    says(improving, "inspection.report_received", date(2026, 3, 24))
    found = clocks(NOVEMBER)
    still = [clock.due for clock in found if clock.state.is_open]
    assert still == sorted(still)
    assert [clock.state.is_open for clock in found] == sorted((clock.state.is_open for clock in found), reverse=True)


def test_what_is_booked_lies_ahead_and_meets_nothing_yet(improving):
    says(improving, "inadequate.begins", date(2026, 9, 1))
    booked = says(improving, "monitoring.visited", date(2026, 12, 9), now=at(NOVEMBER))
    assert ahead(standing(), NOVEMBER) == [booked]
    assert the("OF02").state is State.OWED
    assert written_later(booked) == 0


def test_nothing_that_opens_later_is_shown_today(improving):
    assert all(clock.occurrence.opened <= date(2026, 3, 1) for clock in clocks(date(2026, 3, 1)))
