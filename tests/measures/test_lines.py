"""What conditions may say about time, and that no engine counts months, birthdays or working days."""

from datetime import date, timedelta

import pytest

from goldthread.clock.ages import add_months, age_on
from goldthread.clock.calendars import working_days_in_england
from goldthread.measures import MEASURES, calendar, sql
from goldthread.measures.figures import month_ends
from goldthread.measures.lines import Lines, aged, long_ago, start_of, worked
from goldthread.measures.shape import Period

DAYS = [date(2023, 2, 27) + timedelta(days=n) for n in range(0, 800, 3)] + [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]


@pytest.mark.parametrize("months", [1, 3, 6, 12, 24, 30])
def test_so_long_ago_is_the_latest_day_whose_months_have_run_out(months):
    for day in DAYS:
        found = long_ago(day, months)
        assert add_months(found, months) <= day < add_months(found + timedelta(days=1), months)


@pytest.mark.parametrize("years", [1, 4, 10, 16, 18])
def test_the_latest_birthday_of_an_age_agrees_with_the_age(years):
    for day in DAYS:
        assert age_on(aged(day, years), day) >= years > age_on(aged(day, years) + timedelta(days=1), day)


def test_somebody_born_on_29_february_is_eighteen_on_1_march_where_there_is_none():
    assert aged(date(2026, 2, 28), 18) == date(2008, 2, 28)
    assert aged(date(2026, 3, 1), 18) == date(2008, 3, 1)


@pytest.mark.parametrize("number", [1, 21, 46])
def test_working_days_ago_agree_with_the_calendar(number):
    counted = working_days_in_england()
    for day in DAYS:
        found = worked(day, number)
        assert counted.between(found, day) >= number > counted.between(found + timedelta(days=1), day)


@pytest.mark.parametrize(
    ("period", "day", "first"),
    [
        (Period.DAY, date(2026, 2, 28), date(2026, 2, 28)),
        (Period.MONTH, date(2026, 2, 28), date(2026, 2, 1)),
        (Period.MONTH, date(2026, 11, 20), date(2026, 10, 21)),
        (Period.SIX_MONTHS, date(2026, 3, 31), date(2025, 10, 1)),
        (Period.YEAR, date(2025, 2, 28), date(2024, 3, 1)),
        (Period.YEAR, date(2024, 2, 29), date(2023, 3, 1)),
        (Period.FROM_APRIL, date(2026, 3, 31), date(2025, 4, 1)),
        (Period.FROM_APRIL, date(2026, 4, 1), date(2026, 4, 1)),
        (Period.THREE_YEARS, date(2026, 3, 31), date(2023, 4, 1)),
    ],
)
def test_a_period_begins_on_its_first_day(period, day, first):
    assert start_of(period, day) == first


def test_months_and_their_periods_follow_each_other_without_a_gap():
    ends = month_ends(date(2026, 11, 30), 40)
    for before, after in zip(ends, ends[1:], strict=False):
        assert start_of(Period.MONTH, after) == before + timedelta(days=1)


def test_month_ends_end_with_the_day_asked_about():
    assert month_ends(date(2026, 11, 20), 3) == [date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 20)]
    assert month_ends(date(2026, 11, 20), 1) == [date(2026, 11, 20)]


def test_a_bracket_that_is_not_understood_is_named():
    with pytest.raises(ValueError, match=r"\[a fortnight ago\] is not understood"):
        Lines().read("x.day <= [a fortnight ago]")


def test_the_calendar_is_joined_once_for_each_column():
    lines = Lines()
    assert lines.read("[working days from x.day to x.until] <= [12 months after x.day]") == "(c0.working - c1.working) <= c1.months_12"
    assert lines.joins().count("measures_calendar") == 2


def test_the_calendar_counts_working_days_as_the_clock_does():
    rows = {row[0]: dict(zip(calendar.COLUMNS, row, strict=True)) for row in calendar.rows()}
    counted = working_days_in_england()
    for start in DAYS[::20]:
        for days in (0, 1, 5, 30, 120):
            end = start + timedelta(days=days)
            assert rows[end]["working"] - rows[start]["working"] == counted.between(start, end)


def test_the_half_birthday_is_six_months_after_the_birthday():
    rows = {row[0]: dict(zip(calendar.COLUMNS, row, strict=True)) for row in calendar.rows()}
    assert rows[date(2009, 8, 31)]["aged_16_5"] == date(2026, 2, 28)
    assert rows[date(2008, 2, 29)]["aged_17"] == date(2025, 3, 1)


@pytest.mark.parametrize("code", MEASURES)
def test_no_measure_counts_months_or_working_days_in_sql(code):
    text = " ".join(sql.rows_of(MEASURES[code], [date(2026, 3, 31)])).lower()
    assert not any(word in text for word in ("interval '", "interval ", "date_trunc", "dow", "date_add", "age(", "current_date", "now()"))
