"""Days and periods, printed in every way."""

from datetime import date

import pytest

from goldthread.inspection.reading.dates import read_day, read_period


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("3 December 2018 to 14 December 2018", date(2018, 12, 3), date(2018, 12, 14)),
        ("21 March to 1 April 2022", date(2022, 3, 21), date(2022, 4, 1)),
        ("10 to 14 October 2022", date(2022, 10, 10), date(2022, 10, 14)),
        ("11 – 22 July 2022", date(2022, 7, 11), date(2022, 7, 22)),
        ("9–24 November 2017", date(2017, 11, 9), date(2017, 11, 24)),
        ("9-24 November 2017", date(2017, 11, 9), date(2017, 11, 24)),
        ("12 \u2500 23 June 2023", date(2023, 6, 12), date(2023, 6, 23)),
        ("1/06/2015 – 25/06/2015", date(2015, 6, 1), date(2015, 6, 25)),
        ("18 March 2014 – 09 April 2014", date(2014, 3, 18), date(2014, 4, 9)),
        ("26th February 2024 to 8th March 2024", date(2024, 2, 26), date(2024, 3, 8)),
        ("Monday 6 to Friday 10 March 2023", date(2023, 3, 6), date(2023, 3, 10)),
        ("29 November to 10 January 2020", date(2019, 11, 29), date(2020, 1, 10)),
        ("14 Sept to 2 Oct 2015", date(2015, 9, 14), date(2015, 10, 2)),
    ],
)
def test_a_period_has_its_first_and_its_last_day(printed, start, end):
    assert read_period(printed) == (start, end, "")


def test_of_two_periods_the_first_day_of_the_first_and_the_last_day_of_the_last_count():
    printed = "19 November-11 December 2013 and 28 – 30 January 2014"
    assert read_period(printed) == (date(2013, 11, 19), date(2014, 1, 30), "")


def test_one_day_printed_is_the_last_day_and_no_first_day_is_made_up():
    assert read_period("11 July 2022") == (None, date(2022, 7, 11), "")


@pytest.mark.parametrize("printed", ["", "to be agreed", "July 2022", "11 to 22", "31 June 2022", "99/99/2015"])
def test_what_names_no_day_gives_none(printed):
    assert read_period(printed) is None


@pytest.mark.parametrize(
    ("printed", "doubt"),
    [
        ("6 to 2 May 2019", "not in order"),
        ("3 January to 30 December 2019", "longer than an inspection lasts"),
        ("29 Febuary 2016 to 4 March 2016", "“Febuary” was taken for February"),
        ("31 June to 4 July 2016", "does not exist"),
    ],
)
def test_an_odd_period_is_read_and_doubted(printed, doubt):
    period = read_period(printed)
    assert doubt in period.doubt


@pytest.mark.parametrize("printed", ["17 January 2019", "17/01/2019", "17/1/19", "17th January 2019", "Thursday 17 January 2019"])
def test_a_day_is_read_in_every_way_of_writing_it(printed):
    assert read_day(printed) == date(2019, 1, 17)


@pytest.mark.parametrize("printed", ["", "January 2019", "45 January 2019", "30/02/2019"])
def test_what_is_no_day_gives_none(printed):
    assert read_day(printed) is None
