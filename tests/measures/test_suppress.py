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


@pytest.mark.parametrize(
    ("numbers", "hidden"),
    [
        ((1, 1, 9, 20), 3),  # 2 is 1 and 1
        ((5, 5, 9, 20), 3),  # 10 is 5 and 5
        ((5, 5, 5, 9, 20), 4),
        ((1, 6, 9, 20), 3),  # 7 with one small part is 1 and 6
        ((5, 9, 9, 20), 3),  # of two parts no more than 9, one small, 14 is 5 and 9
        ((2, 3, 9, 20), 2),
        ((3, 9, 12, 20), 2),
        ((0, 6, 9, 20), 0),
    ],
)
def test_what_is_hidden_is_not_told_by_its_sum(numbers, hidden):
    told = shown([count(number, group) for group, number in zip("ABCDE", numbers, strict=False)])
    assert [t.value for t in told].count(HIDDEN) == hidden


def test_nor_are_those_of_a_share():
    told = shown([share(1, 40, group="East"), share(1, 50, group="North"), share(20, 60, group="South"), share(30, 90, group="West")])
    assert [t.value == HIDDEN for t in told] == [True, True, True, False]


def test_of_all_sums_of_hidden_parts_each_could_be_another():
    chance = Random(7)
    for _ in range(60):
        numbers = sorted(chance.choice((0, 1, 1, 5, 5, 6, 7, 8)) for _ in range(6))
        told = [t.value == HIDDEN for t in shown([count(n, group) for n, group in zip(numbers, "ABCDEF", strict=True)])]
        secret = [n for n, h in zip(numbers, told, strict=True) if h]
        if any(n and not h for n, h in zip(numbers, told, strict=True)):
            assert len(secret) != 1
            assert {*secret} not in ({1}, {5}, {1, 6})


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
