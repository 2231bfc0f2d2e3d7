"""Small bars say in their shape what the words beside them say."""

import re

import pytest

from goldthread.web.pictures.bars import DayCount, Kind, Load, against_limit, day_bar, load_bar, most_of

PROTECTION = Kind("P", "protection plan", 1.5, "seg-cp")
CARE = Kind("C", "in care", 1.25, "seg-la")
NEED = Kind("N", "in need", 1, "seg-cin")
ASSESSED = Kind("A", "being assessed", 1.25, "seg-as")


def width(picture, cls):
    found = re.search(rf'class="{cls}"[^>]*? width="([\d.]+)"', picture)
    return float(found.group(1)) if found else 0


def test_a_duty_on_day_four_of_ten_is_two_fifths_along():
    assert width(day_bar(DayCount(4, 10)), "run") == 48


def test_only_a_duty_that_is_over_has_red():
    assert width(day_bar(DayCount(12, 10)), "over") == 20
    assert 'class="over"' not in day_bar(DayCount(10, 10))


def test_amber_comes_before_red():
    assert width(day_bar(DayCount(10, 10, soon=True)), "near") == 120


def test_a_bar_of_no_days_at_all_can_be_drawn():
    assert day_bar(DayCount(0, 0)).startswith("<svg")


def test_weight_counts_each_child_by_what_is_agreed_for_their_kind():
    assert Load(((PROTECTION, 8), (CARE, 2), (NEED, 4), (ASSESSED, 4)), 20).weight == 23.5


def test_the_bar_says_its_own_sentence():
    load = Load(((PROTECTION, 8), (CARE, 2), (NEED, 4), (ASSESSED, 4)), 20)
    words = "8 protection plan, 2 in care, 4 in need, 4 being assessed. Weight 23.5 of 20 agreed."
    assert load.words() == words
    assert words in load_bar(load, 25)


def test_room_is_said_in_words_against_that_persons_own_limit():
    assert against_limit(Load(((PROTECTION, 8), (CARE, 2), (NEED, 4), (ASSESSED, 4)), 20)) == "3.5 over"
    assert against_limit(Load(((PROTECTION, 3), (CARE, 3), (NEED, 6), (ASSESSED, 2)), 20)) == "room for 3.25"
    assert against_limit(Load(((PROTECTION, 5), (CARE, 2), (NEED, 7), (ASSESSED, 2)), 20)) == "room for none"
    assert against_limit(Load(((NEED, 2),))) == "no limit agreed"


def test_bars_of_one_table_share_one_measure():
    loads = [Load(((NEED, 10),), 20), Load(((NEED, 30),), 20)]
    assert most_of(loads) == 30
    assert width(load_bar(loads[1], 30), "seg-cin") == pytest.approx(
        3 * width(load_bar(loads[0], 30), "seg-cin"), abs=0.2
    )


def test_somebody_with_no_children_has_an_empty_bar_and_a_sentence():
    assert "no children. Weight 0 of 20 agreed." in load_bar(Load(((NEED, 0),), 20), 20)


def test_a_table_of_nobody_does_not_divide_by_nought():
    assert most_of([]) == 1
