"""Birthdays, pregnancy, moments and how days are written and read."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.ages import add_months, age_on, last_day_before, reaches, weeks_of_pregnancy
from goldthread.clock.reading import NotADay, read_day, read_moment, read_time
from goldthread.clock.times import LONDON, day_of, end_of, spoken_day, spoken_moment, spoken_time, start_of


def test_somebody_born_on_a_leap_day_turns_eighteen_on_the_first_of_march() -> None:
    born = date(2008, 2, 29)
    assert reaches(born, 18) == date(2026, 3, 1)
    assert last_day_before(born, 18) == date(2026, 2, 28)
    assert reaches(born, 16) == date(2024, 2, 29)


@pytest.mark.parametrize(("day", "age"), [(date(2026, 9, 9), 15), (date(2026, 9, 10), 16), (date(2010, 9, 9), -1)])
def test_an_age_is_reached_at_the_start_of_the_birthday(day: date, age: int) -> None:
    assert age_on(date(2010, 9, 10), day) == age


@settings(derandomize=True)
@given(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(0, 30))
def test_the_day_before_a_birthday_nobody_is_that_age_yet(born: date, age: int) -> None:
    assert age_on(born, reaches(born, age)) == age
    assert age_on(born, last_day_before(born, age)) == age - 1


@pytest.mark.parametrize(
    ("weeks", "day"),
    [
        (12, date(2026, 3, 8)),
        (14, date(2026, 3, 22)),
        (20, date(2026, 5, 3)),
        (28, date(2026, 6, 28)),
        (30, date(2026, 7, 12)),
        (34, date(2026, 8, 9)),
        (40, date(2026, 9, 20)),
    ],
)
def test_weeks_of_pregnancy_come_from_the_expected_date(weeks: int, day: date) -> None:
    assert weeks_of_pregnancy(date(2026, 9, 20), weeks) == day


def test_months_backwards_clip_too() -> None:
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_a_moment_belongs_to_its_day_in_england() -> None:
    late_in_june = datetime.fromisoformat("2026-06-01T23:30:00+00:00")
    assert day_of(late_in_june) == date(2026, 6, 2)
    assert day_of(date(2026, 6, 1)) == date(2026, 6, 1)
    assert start_of(date(2026, 6, 1)) < end_of(date(2026, 6, 1)) < start_of(date(2026, 6, 2))


def test_days_and_times_are_written_as_people_say_them() -> None:
    assert spoken_day(date(2026, 11, 5), near=date(2026, 11, 20)) == "Thursday 5 November"
    assert spoken_day(date(2025, 11, 5), near=date(2026, 11, 20)) == "Wednesday 5 November 2025"
    assert spoken_time(datetime(2026, 11, 20, 17, 28, tzinfo=LONDON)) == "5:28pm"
    assert spoken_time(datetime(2026, 11, 20, 0, 0, tzinfo=LONDON)) == "12am"
    assert spoken_moment(datetime(2026, 10, 26, 19, tzinfo=LONDON), date(2026, 1, 1)) == "7pm on Monday 26 October"


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-05",
        "2026-11-5",
        "2026/11/05",
        "20261105",
        "Thu 2026-11-05",
        "05/11/2026",
        "5/11/2026",
        "05-11-2026",
        "5.11.2026",
        "5 November 2026",
        "5-Nov-2026",
        "Thursday 5 Nov 2026",
        "Thu 5th nov 2026",
        "5th of November 2026",
        "November 5, 2026",
        "Thursday, Nov 5th 2026",
    ],
)
def test_a_day_may_be_written_in_many_ways(written: str) -> None:
    assert read_day(written) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2026-11-05 14:30", time(14, 30)),
        ("2026-11-05T14:30", time(14, 30)),
        ("2026-11-05T14:30:00", time(14, 30)),
        ("5 November 2026, 2.30pm", time(14, 30)),
        ("5 November 2026 at 9am", time(9)),
        ("2026-11-05 12am", time(0)),
        ("2026-11-05T14:30Z", time(14, 30)),
        ("2026-11-05T15:30+01:00", time(14, 30)),
    ],
)
def test_a_moment_may_be_written_in_many_ways(written: str, hour: time) -> None:
    assert read_moment(written) == datetime.combine(date(2026, 11, 5), hour, LONDON)


def test_a_moment_without_an_hour_is_a_day() -> None:
    assert read_moment("2026-11-05") == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-02-29", "February 2026 had no day 29"),
        ("31/04/2026", "April 2026 had no day 31"),
        ("2026-13-01", "no such month"),
        ("11/25/2026", "no such month"),
        ("0026-01-01", "in the year 26"),
        ("2026", "is not a day"),
        ("2026115", "is not a day"),
        ("2026-11/05", "is not a day"),
        ("05/11/26", "is not a day"),
        ("5 Nob 2026", "is not a day"),
        ("Smarch 5, 2026", "is not a day"),
        ("5 Novembre", "is not a day"),
        ("2026-11-05 noon", "is not a day"),
        ("", "is not a day"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(NotADay, match=why):
        read_day(written)


@pytest.mark.parametrize("written", ["25:00", "14:60", "13pm", "0am", "noon", "14", ""])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(NotADay, match="not a time of day"):
        read_time(written)


def test_an_offset_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(NotADay, match="not a moment"):
        read_moment("2026-11-05Tx+99:00")


@settings(derandomize=True)
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_day_can_be_read_back_from_how_it_is_spoken(day: date) -> None:
    assert read_day(spoken_day(day)) == day == read_day(day.isoformat())
    assert read_day(f"{day:%d/%m/%Y}") + timedelta(days=1) == day + timedelta(days=1)
