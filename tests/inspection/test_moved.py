"""Green only where a measure moved and held for two whole quarters; and never where nobody can know."""

from datetime import date, timedelta

import pytest

from goldthread.clock.ages import add_months
from goldthread.inspection.aims import Aim, Outcome, Point
from goldthread.inspection.moved import moved
from goldthread.inspection.pace import on_the_way, pace
from goldthread.inspection.quarters import quarter_start, soonest_held, whole_quarters

SINCE = date(2026, 2, 13)
AIM = Aim(SINCE, 80)


def month_end(number):
    """The last day of the month so many months after February 2026."""
    return add_months(date(2026, 3, 1), number) - timedelta(days=1)


def after(*values, of=200, unknown=0):
    """Month ends from the end of February 2026."""
    return [Point(month_end(n), value, of, unknown) for n, value in enumerate(values)]


def then(value, of=200, unknown=0):
    return Point(SINCE, value, of, unknown)


def verdict(aim, baseline, points):
    return moved(aim, baseline, points)


def test_held_needs_the_target_met_at_every_month_end_of_two_whole_quarters():
    found = verdict(AIM, then(38), after(40, 45, 82, 83, 82, 84, 82, 83, 84))
    assert found.outcome is Outcome.HELD
    assert found.short == "April to September"
    assert found.held_since == date(2026, 4, 1)
    assert "from 38% to 84%" in found.why
    assert "two whole quarters, April to September" in found.why


@pytest.mark.parametrize("month", range(6))
def test_one_month_end_under_the_target_in_either_quarter_is_not_held(month):
    values = [82, 83, 82, 84, 82, 83]
    values[month] = 79.9
    found = verdict(AIM, then(38), after(40, 45, *values, 84))
    assert found.outcome is Outcome.MOVING
    assert found.held_since is None


def test_one_quarter_is_not_two():
    found = verdict(AIM, then(38), after(40, 45, 60, 70, 79, 84, 82, 83, 84))
    assert found.outcome is Outcome.MOVING
    assert found.short == "up 46 points; at its target"
    assert found.soonest == date(2026, 12, 31)
    assert "December 2026 at the earliest" in found.why


def test_months_before_the_first_whole_quarter_do_not_count_towards_it():
    found = verdict(AIM, then(38), after(82, 83, 82, 83, 84, 82, 83))
    assert found.outcome is Outcome.MOVING
    assert found.soonest == date(2026, 9, 30)


def test_what_was_held_and_fell_under_again_is_held_no_longer():
    found = verdict(AIM, then(38), after(40, 45, 82, 83, 82, 84, 82, 83, 78))
    assert found.outcome is Outcome.MOVING
    assert found.short == "up 40 points; below target"
    assert found.soonest == date(2027, 6, 30)


def test_three_quarters_are_said_as_three():
    found = verdict(AIM, then(38), after(40, 45, *[82] * 9))
    assert found.outcome is Outcome.HELD
    assert found.short == "April to December"


def test_held_over_new_year_says_both_years():
    found = moved(Aim(date(2026, 7, 10), 80), Point(date(2026, 7, 10), 40, 200), [Point(month_end(n), 85, 200) for n in range(5, 14)])
    assert found.short == "October 2026 to March 2027"


def test_a_figure_missing_in_a_quarter_means_it_was_not_held_then():
    found = verdict(AIM, then(38), after(40, 45, 82, None, 82, 84, 82, 83, 84))
    assert found.outcome is Outcome.MOVING


def test_a_month_with_nobody_to_count_says_nothing_either_way():
    points = after(40, 45, 82, None, 82, 84, None, 83, 84)
    empty = [p._replace(of=0) if p.value is None else p for p in points]
    assert verdict(AIM, then(38), empty).short == "April to September"
    assert verdict(AIM, then(38), [*empty, Point(month_end(9), None)]).outcome is Outcome.HELD


def test_a_quarter_with_nobody_to_count_shows_nothing():
    points = after(40, 45, None, None, None, 84, 82, 83, 84)
    empty = [p._replace(of=0) if p.value is None else p for p in points]
    assert verdict(AIM, then(38), empty).outcome is Outcome.MOVING


def test_where_there_was_nobody_to_count_since_that_is_said():
    assert verdict(AIM, then(38), [Point(month_end(n), None) for n in range(4)]).short == "nobody to count"


def test_a_measure_that_met_its_target_already_cannot_show_a_change():
    found = verdict(AIM, then(81), after(*[85] * 9))
    assert found.outcome is Outcome.CANNOT_TELL
    assert "at its target already" in found.short
    assert "choose another measure" in found.why


def test_where_the_inspection_day_is_not_known_nothing_is_green_however_good_it_is_now():
    for baseline in (None, then(None), then(0, of=200, unknown=200)):
        found = verdict(AIM, baseline, after(*[None] * 7, 90, 91))
        assert found.outcome is Outcome.CANNOT_TELL
        assert found.short == "written down only since September"


def test_where_nothing_is_known_now_we_cannot_tell():
    assert verdict(AIM, then(38), []).outcome is Outcome.CANNOT_TELL
    assert verdict(AIM, then(38), after(40, 42, 44, None)).short == "not known now"


def test_two_figures_are_too_early_to_say_anything():
    found = verdict(AIM, then(38), after(60, 70))
    assert (found.outcome, found.short) == (Outcome.CANNOT_TELL, "too early to say")
    assert "are 2 figures" in found.why
    assert "is one figure" in verdict(AIM, then(38), after(60)).why


def test_up_and_still_under_the_target_is_moving():
    found = verdict(Aim(SINCE, 95), then(71, 219), after(71, 72, 74, 78, 81, 82, 80, 84, 86, of=219))
    assert found.outcome is Outcome.MOVING
    assert "from 71% to 86%, up 15 points" in found.why
    assert found.pace == date(2027, 3, 1)
    assert found.short == "at this pace, March 2027"


def test_two_points_of_thirty_five_are_no_movement():
    found = verdict(Aim(SINCE, 90), then(55), after(55, 56, 58, 56, 57, 56, 58, 57, 57))
    assert found.outcome is Outcome.NOT_MOVED
    assert found.short == "up 2 points"
    assert "a tenth of the way to its target of 90%" in found.why


def test_one_good_month_is_no_movement():
    assert verdict(AIM, then(50), after(50, 51, 50, 49, 50, 51, 50, 50, 70)).outcome is Outcome.NOT_MOVED


def test_what_two_children_make_is_no_movement():
    of_ten = verdict(AIM, then(40, of=10), after(40, 60, 60, 60, of=10))
    assert of_ten.outcome is Outcome.NOT_MOVED
    assert "20 points" in of_ten.why
    assert verdict(AIM, then(40, of=100), after(40, 60, 60, 60, of=100)).outcome is Outcome.MOVING


def test_down_in_three_figures_in_a_row_is_worse():
    found = verdict(AIM, then(60), after(58, 52, 51, 50))
    assert found.outcome is Outcome.WORSE
    assert found.short == "down 10 points"
    assert "from 60% to 50%" in found.why


def test_no_change_is_said_to_be_the_same():
    assert verdict(AIM, then(60), after(60, 60, 60)).short == "the same"


def test_where_more_writing_down_could_be_all_that_changed_we_cannot_tell():
    found = verdict(AIM, then(40, unknown=80), after(45, 60, 65, 70, of=200, unknown=4))
    assert found.outcome is Outcome.CANNOT_TELL
    assert found.short == "may be better writing only"
    assert "80 of 200 were not written down then, and 4 of 200 are not now" in found.why


def test_where_the_unwritten_could_not_make_up_the_difference_it_moved():
    found = verdict(AIM, then(40, unknown=10), after(60, 65, 70, unknown=6))
    assert found.outcome is Outcome.MOVING
    assert "Of the 200 then, 10 do not say; they are not counted as done." in found.notes


def test_a_fall_that_may_be_missing_writing_is_not_called_worse():
    found = verdict(AIM, then(60), after(50, 48, 47, unknown=60))
    assert found.outcome is Outcome.CANNOT_TELL
    assert found.short == "may be missing writing only"


def test_where_less_is_better_everything_is_turned_round():
    aim = Aim(SINCE, 10, higher=False)
    assert verdict(aim, then(30), after(25, 20, *[9] * 6, 8)).outcome is Outcome.HELD
    assert verdict(aim, then(30), after(36, 37, 38)).short == "up 8 points"
    assert verdict(aim, then(30), after(36, 37, 38)).outcome is Outcome.WORSE
    assert verdict(aim, then(30), after(24, 22, 20)).short == "down 10 points; above target"


def test_where_less_is_better_the_unwritten_are_not_taken_for_good_either():
    aim = Aim(SINCE, 10, higher=False)
    found = verdict(aim, then(30), [*after(25, 20, *[9] * 6), Point(month_end(8), 8, 200, 0)])
    assert found.outcome is Outcome.HELD


def test_days_are_measured_as_days():
    aim = Aim(SINCE, 20, higher=False, share=False)
    found = verdict(aim, Point(SINCE, 42.5, 60), [Point(month_end(n), v, 60) for n, v in enumerate((40, 36, 33, 30))])
    assert found.outcome is Outcome.MOVING
    assert "from 42.5 to 30" in found.why
    assert "points" not in found.why


# The pace


def test_a_pace_is_said_from_six_figures_on_that_all_go_the_right_way():
    steady = after(22, 25, 28, 31, 34, 37, 40, 43, 46)
    assert pace(AIM, then(21), steady) == date(2027, 10, 1)
    assert pace(AIM, then(21), steady[:5]) is None


def test_no_pace_is_said_where_the_second_half_stands_still_or_turns():
    assert pace(AIM, then(20), after(25, 30, 35, 40, 45, 45, 44, 44, 44)) is None


def test_no_pace_is_said_farther_off_than_three_years():
    assert pace(Aim(SINCE, 95), then(20), after(20.1, 20.3, 20.5, 20.7, 21, 21.2, 21.5, 21.8, 22)) is None


def test_no_pace_is_said_for_what_is_there_already():
    assert pace(AIM, then(20), after(30, 40, 50, 60, 70, 75, 80, 85)) is None


# What stands around it


def test_small_numbers_are_said():
    found = verdict(AIM, then(38, of=8), after(10, 80, 85, 90, of=8))
    assert found.notes[0] == "Small numbers: 8 then, so one more or fewer is 12 points."
    assert found.notes[1].startswith("Small numbers: 8 now")


def test_what_the_plan_wanted_by_now_is_said():
    aim = Aim(SINCE, 95, trajectory=((date(2026, 8, 31), 80), (date(2026, 12, 31), 95)))
    [note] = verdict(aim, then(71), after(72, 74, 78, 80, 82, 83)).notes
    assert note.startswith("The plan wanted 79% by now: as planned")
    [behind] = verdict(aim, then(71), after(72, 74, 75, 75, 75, 76, 77)).notes
    assert "3 points behind" in behind
    far = Aim(SINCE, 95, trajectory=((date(2026, 3, 31), 90),))
    assert on_the_way(far, then(71), date(2026, 6, 1)) == 90
    assert on_the_way(far, then(71), date(2026, 1, 1)) is None


def test_the_soonest_day_starts_again_after_each_month_that_missed():
    assert soonest_held(AIM, after(82, 83, 82)) == date(2026, 9, 30)
    assert soonest_held(AIM, after(82, 83, 82, 83, 84, 70)) == date(2027, 3, 31)
    assert soonest_held(AIM, after(82, 83, 82, 83, 70)) == date(2026, 12, 31)


def test_quarters_that_do_not_follow_one_another_are_not_two_in_a_row():
    points = after(*[85] * 5)[2:] + [Point(month_end(n), 85, 200) for n in range(8, 11)]
    assert len(whole_quarters(SINCE, points)) == 1


@pytest.mark.parametrize("day, start", [(date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 6, 30), date(2026, 4, 1)), (date(2026, 12, 31), date(2026, 10, 1))])
def test_quarters_of_the_year(day, start):
    assert quarter_start(day) == start
