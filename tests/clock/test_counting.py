"""The count day by day, as a page shows it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.counting import Tables, count, day_number, start_of_span, tables
from goldthread.clock.spans import days, hours, months, weeks, working_days

SEEN = date(2026, 11, 5)


def test_the_day_it_happened_has_no_number_and_weekends_are_skipped_by_name() -> None:
    counted = count(working_days(10), SEEN, date(2026, 11, 10))
    assert [(c.day.day, c.ordinal, c.skipped) for c in counted] == [
        (5, None, "The day it happened is not counted"),
        (6, 1, ""),
        (7, None, "Saturday"),
        (8, None, "Sunday"),
        (9, 2, ""),
        (10, 3, ""),
    ]


def test_the_count_goes_on_past_the_last_day() -> None:
    counted = {c.day: c.ordinal for c in count(working_days(10), SEEN, date(2026, 11, 20))}
    assert counted[date(2026, 11, 19)] == 10
    assert counted[date(2026, 11, 20)] == 11


def test_where_the_first_day_counts_it_is_number_one() -> None:
    assert count(working_days(10).counting_first_day(), SEEN, SEEN)[0].ordinal == 1


def test_weeks_number_plain_days() -> None:
    assert count(weeks(1), date(2026, 12, 18), date(2026, 12, 25))[-1].ordinal == 7


def test_received_on_a_day_off_counts_from_the_next_working_day() -> None:
    received = working_days(1).deemed_received_next_working_day()
    assert count(received, date(2026, 12, 19), date(2026, 12, 22))[0].day == date(2026, 12, 21)
    assert day_number(received, date(2026, 12, 19), date(2026, 12, 22)) == 1


@pytest.mark.parametrize(("on", "number"), [(date(2026, 11, 5), 0), (date(2026, 11, 8), 1), (date(2026, 11, 20), 11)])
def test_the_number_of_a_day(on: date, number: int) -> None:
    assert day_number(working_days(10), SEEN, on) == number


def test_day_numbers_of_plain_days() -> None:
    assert day_number(days(7), SEEN, SEEN + timedelta(days=3)) == 3
    assert day_number(days(7).counting_first_day(), SEEN, SEEN) == 1


def test_a_table_remembers_the_due_day_and_the_day_to_plan_by() -> None:
    table = Tables(months(3), working_days_in_england())
    assert table[date(2025, 11, 28)] == (date(2026, 2, 28), date(2026, 2, 27))
    assert date(2025, 11, 28) in table


def test_what_counts_the_same_has_one_table() -> None:
    working = working_days_in_england()
    assert tables(months(3), working) is tables(months(3), working)
    assert tables(months(3), working) is not tables(months(3), working_days_in_england(date(2022, 9, 1)))
    assert tables(months(3), working) is not tables(months(3).counting_first_day(), working)


def test_a_span_reaches_back_from_its_end() -> None:
    assert start_of_span(months(3), date(2026, 5, 31)) == date(2026, 2, 28)
    assert start_of_span(weeks(2), date(2026, 5, 31)) == date(2026, 5, 17)
    assert start_of_span(days(14), date(2026, 5, 31)) == date(2026, 5, 17)
    with pytest.raises(ValueError, match="backwards"):
        start_of_span(hours(72), date(2026, 5, 31))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.dates(date(1995, 1, 1), date(2035, 1, 1)), st.integers(1, 45), st.booleans())
def test_the_last_day_of_a_span_carries_its_number(start: date, number: int, first_day: bool) -> None:
    length = working_days(number).counting_first_day() if first_day else working_days(number)
    due = length.due(start)
    assert count(length, start, due)[-1].ordinal == number == day_number(length, start, due)
