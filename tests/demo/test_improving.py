"""Promises that lives change after the inspection: the measures of its recommendations move as the demo's story says.

Counted from told lives at a modest size, for more than one seed: the story may not hang on luck.
"""

from datetime import date, timedelta
from itertools import chain

import pytest

from goldthread.demo import followed, wrenford
from goldthread.demo.city import stories
from goldthread.demo.deals import ALL_KEPT, HEARD_SINCE, Deals, wrenford_shares
from goldthread.demo.figures import TIDY
from goldthread.demo.leaving import sixteen_and_a_half
from goldthread.demo.office import staff
from goldthread.demo.telling import Somebody
from tests.demo.conftest import NOW, TODAY
from tests.demo.measuring import (
    actions_named,
    advisers,
    before_birth,
    lives,
    months,
    seen_alone,
    seen_in_time,
    two_agencies,
)

INSPECTED, OCTOBER = date(2026, 2, 13), date(2026, 10, 31)
BEFORE = date(2025, 11, 1), date(2026, 2, 28)
SPRING, SUMMER = (date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 9, 30))
AROUND_THE_INSPECTION = [INSPECTED + timedelta(days=days) for days in range(-40, 20, 10)]
LATELY = [OCTOBER + timedelta(days=days) for days in range(-30, 15, 9)]


@pytest.fixture(scope="module", params=[1, 8], ids="seed {}".format)
def city(request):
    """All children of a city of modest size, with those whom the inspection asked about."""
    office = staff(700, 3.0, request.param)
    told = chain(wrenford.families(NOW), stories(700, 3.0, request.param, office, NOW), followed.families(office, NOW, request.param))
    return list(lives(told))


def mean(measure, city, days):
    return sum(measure(city, day)[0] for day in days) / len(days)


@pytest.mark.parametrize("measure, was", [(before_birth, 0.38), (advisers, 0.25)])
def test_two_promises_were_seldom_kept_before_the_inspection(city, measure, was):
    assert measure(city, *BEFORE)[0] == pytest.approx(was, abs=0.09)


@pytest.mark.parametrize("quarter", [SPRING, SUMMER], ids=["April to June", "July to September"])
@pytest.mark.parametrize("measure", [before_birth, advisers])
def test_and_reach_their_target_in_both_quarters_after_it(city, measure, quarter):
    share, children = measure(city, *quarter)
    assert children >= 16
    assert 0.80 <= share <= 0.97


@pytest.mark.parametrize("measure", [before_birth, advisers])
def test_there_are_children_to_count_in_every_month(city, measure):
    assert all(measure(city, *month)[1] >= 4 for month in months(date(2025, 11, 1), OCTOBER))


def test_children_on_plans_are_seen_in_time_more_often_and_not_often_enough(city):
    before, now = mean(seen_in_time, city, AROUND_THE_INSPECTION), mean(seen_in_time, city, LATELY)
    assert before == pytest.approx(0.71, abs=0.11) and now == pytest.approx(0.86, abs=0.08)
    assert now - before > 0.08


def test_and_seen_alone_more_often_and_not_often_enough(city):
    before, now = mean(seen_alone, city, AROUND_THE_INSPECTION), mean(seen_alone, city, LATELY)
    assert before == pytest.approx(0.49, abs=0.11) and now == pytest.approx(0.70, abs=0.11)
    assert now - before > 0.1


def test_plans_in_which_every_action_has_a_name_and_a_day_stay_as_few_as_they_were(city):
    assert actions_named(city, INSPECTED)[0] == pytest.approx(0.55, abs=0.05)
    assert actions_named(city, OCTOBER)[0] == pytest.approx(0.57, abs=0.05)


def test_nobody_wrote_down_before_september_whom_they_heard_about_domestic_abuse(city):
    assert two_agencies(city, date.min, HEARD_SINCE - timedelta(days=1)) == (0, 0)
    assert two_agencies(city, HEARD_SINCE, OCTOBER)[0] == pytest.approx(0.64, abs=0.15)


def test_a_tidy_service_never_slips():
    told = list(lives(stories(400, 2.0, 3, staff(400, 2.0, 3), NOW, TIDY)))
    for day in (INSPECTED, OCTOBER):
        share, children = seen_in_time(told, day)
        assert children and share == 1


# Dealing


def test_a_share_is_kept_among_few_as_among_many():
    deals = Deals({"call": [(date(2026, 1, 1), 0.6)]}, 1)
    kept = [deals.keeps("call", date(2026, 3, 4)) for _ in range(50)]
    assert all(abs(sum(kept[:n]) - 0.6 * n) <= 0.5 for n in range(1, 51))


def test_a_family_of_four_counts_as_four():
    deals = Deals({"call": [(date(2026, 1, 1), 0.5)]}, 1)
    weights = [4, 1, 3, 2, 1, 5, 2, 2]
    kept = sum(weight for weight in weights if deals.keeps("call", TODAY, weight))
    assert abs(kept - sum(weights) / 2) <= 2.5


def test_each_week_may_have_its_share_and_not_only_each_month():
    deals = Deals({"call": [(date(2026, 1, 1), 0.5)]}, 1)
    monday = date(2026, 3, 2)
    weeks = [[deals.keeps("call", monday + timedelta(days=7 * week + day), weekly=True) for day in range(4)] for week in range(4)]
    assert [sum(week) for week in weeks] == [2, 2, 2, 2]


def test_what_a_month_says_holds_until_the_next_that_says_something():
    deals = Deals({"call": [(date(2026, 1, 1), 0.2), (date(2026, 4, 1), 0.8)]}, 1)
    days = date(2020, 5, 5), date(2026, 3, 31), date(2026, 4, 1), date(2030, 1, 1)
    assert [deals.share("call", day) for day in days] == [0.2, 0.2, 0.8, 0.8]


def test_without_shares_every_promise_is_kept():
    deals = Deals(ALL_KEPT, 1)
    assert all(deals.keeps("visited", TODAY) for _ in range(20))
    assert all(plan["actions_named"] == plan["actions_in_all"] for plan in (deals.actions(TODAY) for _ in range(20)))


def test_the_shares_are_hundredths_by_month():
    assert all(0 < share < 1 for months in wrenford_shares().values() for _, share in months)
    assert all(since.day == 1 for months in wrenford_shares().values() for since, _ in months)


def test_a_plan_has_some_actions_and_never_more_with_a_name_than_there_are():
    deals = Deals(wrenford_shares(), 1)
    plans = [deals.actions(TODAY) for _ in range(200)]
    assert all(1 <= plan["actions_named"] <= plan["actions_in_all"] for plan in plans)


@pytest.mark.parametrize("born, half", [
    (date(2010, 1, 31), date(2026, 7, 31)), (date(2009, 8, 30), date(2026, 2, 28)), (date(2009, 12, 1), date(2026, 6, 1)), (date(2010, 6, 30), date(2026, 12, 30)),
])  # fmt: skip
def test_sixteen_and_a_half_is_six_whole_months_after_the_birthday(born, half):
    assert sixteen_and_a_half(Somebody("Ada", "Ferndown", born)) == half


def test_in_a_city_told_before_the_inspection_nobody_follows_it():
    early = NOW.replace(year=2025, month=6)
    assert list(followed.families(staff(50, 1.0, 1), early, 1)) == []
