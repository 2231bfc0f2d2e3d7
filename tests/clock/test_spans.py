"""Lengths of time: units that do not convert, and the first day, rolling and receipt as they are said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.calendars import (
    NotPublished,
    SchoolDays,
    Term,
    working_days_in_england,
    working_days_in_the_united_kingdom,
)
from goldthread.clock.spans import (
    SET_DAY,
    Roll,
    Span,
    Unit,
    days,
    hours,
    months,
    school_days,
    span,
    terms,
    uk_working_days,
    weeks,
    working_days,
    yearly,
)
from goldthread.clock.times import LONDON

SCHOOL = SchoolDays((Term(date(2026, 11, 2), date(2026, 12, 18)), Term(date(2027, 1, 4), date(2027, 2, 12))))

WORKED = [
    ("T02", working_days(1), date(2026, 12, 19), date(2026, 12, 21)),
    ("T02", working_days(1).deemed_received_next_working_day(), date(2026, 12, 19), date(2026, 12, 22)),
    ("T20", working_days(10).counting_first_day(), date(2026, 3, 25), date(2026, 4, 9)),
    ("T26", weeks(16).counting_first_day(), date(2026, 5, 4), date(2026, 8, 23)),
    ("T26", weeks(24).counting_first_day(), date(2026, 5, 4), date(2026, 10, 18)),
    ("T28", weeks(24), date(2020, 6, 1), date(2020, 11, 16)),
    ("T28", weeks(16), date(2020, 6, 1), date(2020, 9, 21)),
    ("T40", weeks(13).counting_first_day(), date(2026, 1, 5), date(2026, 4, 5)),
    ("T40", weeks(13), date(2026, 1, 5), date(2026, 4, 6)),
    ("T44", working_days(10), date(2026, 12, 22), date(2027, 1, 8)),
    ("T44", working_days(20), date(2026, 12, 22), date(2027, 1, 22)),
    ("T46", months(1), date(2026, 3, 31), date(2026, 4, 30)),
    ("T46", months(1).rolled(Roll.FORWARD), date(2026, 1, 31), date(2026, 3, 2)),
    ("T48", working_days(5), date(2026, 5, 1), date(2026, 5, 11)),
    ("T48", working_days(15), date(2026, 5, 1), date(2026, 5, 26)),
    ("T48", working_days(15), date(2026, 5, 11), date(2026, 6, 2)),
    ("T50", weeks(26), date(2026, 2, 9), date(2026, 8, 10)),
    ("T50", weeks(8), date(2026, 8, 10), date(2026, 10, 5)),
    ("T50", working_days(12).counting_first_day(), date(2026, 2, 9), date(2026, 2, 24)),
    ("T50", working_days(18).counting_first_day(), date(2026, 2, 9), date(2026, 3, 4)),
    ("T54", months(3), date(2025, 8, 31), date(2025, 11, 30)),
    ("T54", months(6), date(2025, 11, 28), date(2026, 5, 28)),
    ("T56", working_days(7), date(2026, 12, 23), date(2027, 1, 6)),
    ("T60", months(2).counting_first_day(), date(2026, 4, 29), date(2026, 6, 28)),
    ("T64", working_days(20), date(2026, 12, 14), date(2027, 1, 14)),
    ("T64", weeks(4), date(2026, 12, 14), date(2027, 1, 11)),
    ("T66", days(28), date(2026, 5, 1), date(2026, 5, 29)),
    ("T76", weeks(12), date(2026, 12, 1), date(2027, 2, 23)),
    ("T76", months(3), date(2026, 12, 1), date(2027, 3, 1)),
]


@pytest.mark.parametrize(("number", "length", "start", "due"), WORKED)
def test_worked_examples_of_spans(number: str, length: Span, start: date, due: date) -> None:
    assert length.due(start) == due


def test_school_days_skip_the_christmas_holiday() -> None:
    assert school_days(20).due(date(2026, 12, 9), school=SCHOOL) == date(2027, 1, 20)


YEAR = SchoolDays(
    (
        Term(date(2026, 9, 2), date(2026, 10, 23)),
        Term(date(2026, 11, 2), date(2026, 12, 18)),
        Term(date(2027, 1, 4), date(2027, 2, 12)),
        Term(date(2027, 2, 22), date(2027, 3, 25)),
    )
)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 9, 2), date(2027, 3, 25)),
        (date(2026, 10, 28), date(2027, 3, 25)),
        (date(2026, 8, 20), date(2027, 3, 25)),
    ],
)
def test_once_a_term_is_by_the_end_of_the_next_and_a_half_term_holiday_divides_nothing(start: date, due: date) -> None:
    assert terms(1).due(start, school=YEAR) == due


def test_a_term_that_nobody_gave_the_days_of_is_not_guessed() -> None:
    with pytest.raises(NotPublished, match="enter the next term dates"):
        terms(1).due(date(2027, 1, 4), school=YEAR)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 11, 30), date(2027, 11, 30)),
        (date(2026, 12, 1), date(2027, 11, 30)),
        (date(2026, 1, 1), date(2026, 11, 30)),
    ],
)
def test_a_yearly_day_is_the_next_one_after_today(start: date, due: date) -> None:
    assert yearly(11, 30).due(start) == due


def test_a_yearly_day_may_be_today_where_the_first_day_counts() -> None:
    assert yearly(11, 30).counting_first_day().due(date(2026, 11, 30)) == date(2026, 11, 30)


def test_a_yearly_day_that_a_year_has_not_is_the_last_of_its_month() -> None:
    assert yearly(2, 29).due(date(2026, 1, 5)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("length", "event", "due"),
    [
        (working_days(2), date(2026, 4, 8), date(2026, 4, 2)),
        (working_days(1), date(2026, 12, 29), date(2026, 12, 24)),
        (working_days(0), date(2026, 4, 5), date(2026, 4, 5)),
        (weeks(10), date(2026, 9, 20), date(2026, 7, 12)),
        (months(1), date(2026, 3, 31), date(2026, 2, 28)),
    ],
)
def test_a_span_can_be_counted_back_from_an_event(length: Span, event: date, due: date) -> None:
    assert length.counted_back().due(event) == due


def test_what_cannot_be_counted_back_says_so() -> None:
    with pytest.raises(ValueError, match="cannot be counted back"):
        hours(3).counted_back().due(date(2026, 1, 5))


def test_a_day_that_the_record_sets_is_never_counted() -> None:
    with pytest.raises(ValueError, match="set by the record"):
        SET_DAY.due(date(2026, 1, 5))


def test_freedom_of_information_counts_no_bank_holiday_of_any_nation() -> None:
    assert uk_working_days(20).due(date(2026, 2, 26)) == date(2026, 3, 27)  # 17 March is left out
    assert working_days(20).due(date(2026, 2, 26)) == date(2026, 3, 26)


def test_the_holidays_of_every_nation_are_as_they_were_known() -> None:
    before, after = (working_days_in_england(day).everywhere for day in (date(2022, 9, 9), date(2022, 9, 10)))
    assert before.counts(date(2022, 9, 19))
    assert not after.counts(date(2022, 9, 19))


def test_school_days_cannot_be_counted_before_the_terms_are_given() -> None:
    with pytest.raises(ValueError, match="term dates"):
        school_days(20).due(date(2026, 12, 9))


def test_information_requests_are_counted_with_the_holidays_of_every_nation() -> None:
    everywhere = working_days_in_the_united_kingdom()
    assert working_days(20).due(date(2026, 3, 2), everywhere) > working_days(20).due(date(2026, 3, 2))


def test_a_span_as_it_was_counted_before_a_holiday_was_announced() -> None:
    as_then = working_days_in_england(known=date(2022, 9, 1))
    assert working_days(15).due(date(2022, 9, 1), as_then) == date(2022, 9, 22)
    assert working_days(15).due(date(2022, 9, 1)) == date(2022, 9, 23)


@pytest.mark.parametrize(
    ("start", "number", "due"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 9, 30), 1, date(2026, 10, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 8, 31), 12, date(2027, 8, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(start: date, number: int, due: date) -> None:
    assert months(number).due(start) == due


def test_months_added_twice_are_not_months_added_once() -> None:
    twice = months(6).due(months(6).due(date(2026, 8, 31)))
    assert twice == date(2027, 8, 28) != months(12).due(date(2026, 8, 31))


def test_units_do_not_convert() -> None:
    start = date(2026, 12, 1)
    assert len({weeks(12).due(start), months(3).due(start), weeks(13).due(start)}) == 3
    assert weeks(8).due(start) != months(2).due(start)


def test_a_day_on_a_weekend_stays_there_unless_the_span_says_otherwise() -> None:
    saturday = date(2026, 2, 28)
    assert months(3).due(date(2025, 11, 28)) == saturday
    assert months(3).rolled(Roll.FORWARD).due(date(2025, 11, 28)) == date(2026, 3, 2)
    assert months(3).rolled(Roll.BACK).due(date(2025, 11, 28)) == date(2026, 2, 27)


def test_counting_the_first_day_of_a_weekend_starts_on_the_next_working_day() -> None:
    assert working_days(1).counting_first_day().due(date(2026, 11, 21)) == date(2026, 11, 23)


def test_a_span_of_nothing_ends_on_the_day_it_starts() -> None:
    assert working_days(0).due(date(2026, 11, 21)) == date(2026, 11, 21)
    assert days(0).due(date(2026, 11, 21)) == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("found", "due"),
    [
        (datetime(2026, 10, 23, 20, tzinfo=LONDON), datetime(2026, 10, 26, 19, tzinfo=LONDON)),
        (datetime(2026, 3, 27, 20, tzinfo=LONDON), datetime(2026, 3, 30, 21, tzinfo=LONDON)),
        (datetime(2026, 6, 20, 14, tzinfo=LONDON), datetime(2026, 6, 23, 14, tzinfo=LONDON)),
    ],
)
def test_hours_are_real_hours_over_a_change_of_the_clock(found: datetime, due: datetime) -> None:
    assert hours(72).due_at(found) == due
    assert due.astimezone(UTC) - found.astimezone(UTC) == timedelta(hours=72)


def test_only_hours_end_at_a_moment() -> None:
    with pytest.raises(ValueError, match="ends on a day"):
        working_days(1).due_at(datetime(2026, 6, 20, 14, tzinfo=LONDON))


def test_a_span_shorter_than_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter than nothing"):
        working_days(-1)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (working_days(1), "1 working day"),
        (weeks(6), "6 weeks"),
        (weeks(16).counting_first_day(), "16 weeks, counting the first day"),
        (months(1).rolled(Roll.FORWARD), "1 month, moved to the next working day if it is not one"),
    ],
)
def test_a_span_says_itself_in_english(length: Span, said: str) -> None:
    assert str(length) == said


counted_units = st.sampled_from([unit for unit in Unit if unit not in (Unit.YEARLY, Unit.SET)])
some_length = st.one_of(
    st.builds(Span, st.integers(0, 400), counted_units),
    st.builds(yearly, st.integers(1, 12), st.integers(1, 31)),
    st.just(SET_DAY),
)
any_span = st.builds(
    lambda length, *how: Span(length.number, length.unit, *how),
    some_length,
    st.booleans(),
    st.sampled_from(Roll),
    st.booleans(),
    st.booleans(),
)


@settings(derandomize=True, deadline=None)
@given(any_span)
def test_a_span_can_be_read_back_from_what_it_says(length: Span) -> None:
    assert span(str(length)) == length


@pytest.mark.parametrize("written", ["", "soon", "10", "ten working days", "10 fortnights", "3 days, perhaps"])
def test_what_is_no_span_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(ValueError, match="not a length of time|not understood"):
        span(written)


counted = st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.WEEK, Unit.MONTH])


@settings(derandomize=True, deadline=None, max_examples=200)
@given(counted, st.integers(1, 60), st.dates(date(1991, 1, 1), date(2035, 1, 1)))
def test_counting_the_first_day_is_never_later_and_a_longer_span_is_never_sooner(
    unit: Unit, number: int, start: date
) -> None:
    length = Span(number, unit)
    assert length.counting_first_day().due(start) <= length.due(start)
    assert Span(number + 1, unit).due(start) >= length.due(start)
