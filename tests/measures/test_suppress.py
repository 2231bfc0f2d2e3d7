"""What is printed gives nobody away."""

from datetime import date
from random import Random

import pytest

from goldthread.measures.figures import Figure
from goldthread.measures.suppress import HIDDEN, NONE, shown

DAY = date(2026, 3, 31)


def share(numerator, denominator, unknown=0, group=""):
    return Figure("cp_seen_in_time", DAY, group, numerator, denominator, unknown, 100 * numerator / denominator if denominator else None)


def count(number, group=""):
    return Figure("on_plan", DAY, group, number, 0, 0, float(number))


@pytest.mark.parametrize("number", range(1, 6))
def test_one_to_five_is_hidden_with_its_percentage(number):
    [told] = shown([share(number, 40)])
    assert (told.numerator, told.denominator, told.value) == (HIDDEN, HIDDEN, HIDDEN)


@pytest.mark.parametrize("rest", range(1, 6))
def test_what_is_left_of_the_whole_is_hidden_too(rest):
    assert shown([share(40 - rest, 40)])[0].value == HIDDEN


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 40), (6, 40), (34, 40), (40, 40)])
def test_nobody_and_six_are_shown(numerator, denominator):
    told = shown([share(numerator, denominator)])[0]
    assert (told.numerator, told.denominator, told.value) == (str(numerator), str(denominator), f"{100 * numerator / denominator:.1f}")


def test_of_nobody_there_is_nothing_to_say():
    assert shown([share(0, 0)])[0].value == NONE


def test_a_few_who_cannot_be_told_are_hidden_by_themselves():
    told = shown([share(20, 40, unknown=3)])[0]
    assert (told.numerator, told.unknown) == ("20", HIDDEN)


def test_those_who_cannot_be_told_are_hidden_where_they_would_give_away_a_few_who_did_not_count():
    told = shown([share(20, 40, unknown=17)])[0]
    assert (told.numerator, told.unknown) == ("20", HIDDEN)
    assert shown([share(20, 40, unknown=10)])[0].unknown == "10"


def test_one_hidden_part_takes_the_next_smallest_with_it():
    told = shown([share(20, 60, group="East"), share(3, 40, group="North"), share(10, 30, group="South")])
    assert [t.value == HIDDEN for t in told] == [False, True, True]


def test_two_hidden_parts_hide_each_other():
    told = shown([share(20, 60, group="East"), share(3, 40, group="North"), share(2, 30, group="South")])
    assert [t.value == HIDDEN for t in told] == [False, True, True]


def test_parts_of_another_day_or_measure_do_not_matter():
    other = Figure("cp_seen_in_time", date(2026, 2, 28), "East", 20, 60, 0, 33.3)
    assert shown([share(3, 40, group="North"), other])[1].value != HIDDEN


def test_a_small_count_is_hidden_and_a_large_one_is_whole():
    assert [t.value for t in shown([count(4)])] == [HIDDEN]
    assert [t.value for t in shown([count(111)])] == ["111"]


def test_no_sum_gives_a_hidden_part_back():
    chance = Random(4)
    for _ in range(300):
        parts = [count(chance.choice((0, 3, 7, 8, 20)), group) for group in "ABCDE"]
        hidden = [t.value == HIDDEN for t in shown(parts)]
        others = [p for p, h in zip(parts, hidden, strict=True) if p.numerator and p.numerator > 5]
        assert all(h for p, h in zip(parts, hidden, strict=True) if p.numerator in range(1, 6))
        assert sum(hidden) != 1 or not others
