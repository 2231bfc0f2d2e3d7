from datetime import date

import pytest

from goldthread.exchange.days import NotADay, day_from, day_from_sheet_number, part_or_whole_day_from
from goldthread.exchange.rows import PartDate


@pytest.mark.parametrize(
    "text",
    ["25/01/2015", "25-01-2015", "25.1.2015", "2015-01-25", "2015/1/25", "25 January 2015", "25-Jan-2015", "25th Jan 2015",
     "25/01/2015 00:00", "25/01/2015 13:45:10", "2015-01-25T00:00:00Z", "2015-01-25 00:00:00"],
)  # fmt: skip
def test_a_day_is_understood_as_people_and_systems_write_it(text):
    assert day_from(text) == date(2015, 1, 25)


def test_the_day_comes_first_even_where_the_month_could():
    assert day_from("03/04/2015") == date(2015, 4, 3)


def test_a_29_february_that_never_was_names_the_days_that_may_be_meant():
    with pytest.raises(NotADay, match=r"a day that never was: February 2019 had 28 days \(28/02/2019 or 01/03/2019 may be meant\)"):
        day_from("29/02/2019")


def test_a_29_february_of_a_leap_year_is_a_day():
    assert day_from("29/02/2020") == date(2020, 2, 29)


def test_a_31_november_is_no_day_and_99_is_not_taken_for_the_next_month():
    with pytest.raises(NotADay, match="30/11/2020 or 01/12/2020"):
        day_from("31/11/2020")
    with pytest.raises(NotADay) as told:
        day_from("99/11/2020")
    assert "may be meant" not in str(told.value)


def test_a_month_in_front_is_told_and_not_turned_round():
    with pytest.raises(NotADay, match="month 25, and there are twelve, so the month may stand first"):
        day_from("12/25/2015")


@pytest.mark.parametrize("text", ["25/01/15", "25-Jan-15", "1.2.99"])
def test_a_year_in_two_digits_is_refused_not_guessed(text):
    with pytest.raises(NotADay, match="two digits"):
        day_from(text)


@pytest.mark.parametrize("text", ["1066-04-13", "01/01/0001", "2999-01-01"])
def test_a_year_outside_any_lifetime_is_refused(text):
    with pytest.raises(NotADay, match="out of any child's lifetime"):
        day_from(text)


@pytest.mark.parametrize("text", ["WBRI", "43831", "", "25/01", "٢٥/٠١/٢٠١٥", "25/01/2015 or so", "1" * 5000])
def test_what_is_no_date_is_said_to_be_none(text):
    with pytest.raises(NotADay, match="not a date"):
        day_from(text)


def test_a_spreadsheets_own_number_is_a_day_only_within_a_lifetime():
    assert day_from_sheet_number(42029.0) == date(2015, 1, 25)
    for number in (-3, 12, 9_000_000, 398768):
        with pytest.raises(NotADay):
            day_from_sheet_number(number)


def test_a_day_of_which_only_part_is_known_keeps_that_part():
    assert part_or_whole_day_from("zz/03/2015") == PartDate(2015, 3)
    assert part_or_whole_day_from("zz/zz/2015") == PartDate(2015, None)
    assert part_or_whole_day_from("25/01/2015") == date(2015, 1, 25)
    with pytest.raises(NotADay, match="month 13"):
        part_or_whole_day_from("zz/13/2015")
