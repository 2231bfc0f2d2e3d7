"""The working days of England, as the law and the announcements made them."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.calendars import (
    ANNOUNCED,
    PUBLISHED_TO,
    NotPublished,
    SchoolDays,
    Term,
    WorkingDays,
    working_days_in_england,
    working_days_in_the_united_kingdom,
)

ENGLAND = working_days_in_england()
days_of_a_life = st.dates(date(1991, 1, 1), date(2040, 12, 31))

ONE_OFF = [
    (date(2002, 6, 3), "Golden Jubilee"),
    (date(2002, 6, 4), "the spring holiday, moved"),
    (date(2011, 4, 29), "a royal wedding"),
    (date(2012, 6, 4), "the spring holiday, moved"),
    (date(2012, 6, 5), "Diamond Jubilee"),
    (date(2020, 5, 8), "early May, moved to VE Day"),
    (date(2022, 6, 2), "the spring holiday, moved"),
    (date(2022, 6, 3), "Platinum Jubilee"),
    (date(2022, 9, 19), "a state funeral"),
    (date(2023, 5, 8), "a coronation"),
]
BANK_HOLIDAYS_OF_2026 = [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]


@pytest.mark.parametrize(("day", "why"), ONE_OFF)
def test_one_off_and_moved_holidays_do_not_count(day: date, why: str) -> None:
    assert not ENGLAND.counts(day), why


@pytest.mark.parametrize("day", [date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)])
def test_the_day_a_holiday_moved_away_from_counts(day: date) -> None:
    assert ENGLAND.counts(day)


def test_the_weekdays_of_2026_that_do_not_count_are_its_bank_holidays() -> None:
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    off = [(day.month, day.day) for day in year if day.weekday() < 5 and not ENGLAND.counts(day)]
    assert off == BANK_HOLIDAYS_OF_2026


@pytest.mark.parametrize("day", [date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)])
def test_days_on_which_only_the_council_is_closed_count(day: date) -> None:
    assert ENGLAND.counts(day)


def test_a_day_that_does_not_count_says_why() -> None:
    assert ENGLAND.reason(date(2026, 11, 21)) == "Saturday"
    assert ENGLAND.reason(date(2026, 4, 3)) == "Good Friday"
    assert ENGLAND.reason(date(2026, 11, 20)) is None


def test_a_holiday_announced_while_clocks_were_running_was_not_known_before() -> None:
    before = working_days_in_england(known=date(2022, 9, 9))
    assert before.counts(date(2022, 9, 19))
    assert before.add(date(2022, 9, 5), 10) == date(2022, 9, 19)
    assert ENGLAND.add(date(2022, 9, 5), 10) == date(2022, 9, 20)
    assert not working_days_in_england(known=date(2022, 9, 10)).counts(date(2022, 9, 19))


def test_before_a_move_was_announced_the_usual_day_was_the_holiday() -> None:
    before = working_days_in_england(known=date(2019, 1, 1))
    assert not before.counts(date(2020, 5, 4))
    assert before.counts(date(2020, 5, 8))


@pytest.mark.parametrize("announced", ANNOUNCED, ids=lambda a: str(a.day))
def test_every_announcement_is_a_holiday_of_the_library_and_was_known_before_it_came(announced) -> None:
    assert not ENGLAND.counts(announced.day)
    assert announced.known_from < announced.day


def test_calendars_are_made_once_for_each_day_something_became_known() -> None:
    assert working_days_in_england(date(2026, 1, 1)) is working_days_in_england(None)
    assert working_days_in_england(date(2022, 9, 8)) is working_days_in_england(date(2022, 9, 9))


@pytest.mark.parametrize(
    "day", [date(2026, 1, 2), date(2026, 3, 17), date(2026, 7, 13), date(2026, 8, 3), date(2026, 11, 30)]
)
def test_information_rights_leave_out_the_holidays_of_every_nation(day: date) -> None:
    assert ENGLAND.counts(day)
    assert not working_days_in_the_united_kingdom().counts(day)


def test_years_whose_holidays_nobody_has_announced_are_refused_where_it_matters() -> None:
    assert ENGLAND.require_published(PUBLISHED_TO) == PUBLISHED_TO
    with pytest.raises(NotPublished, match="are not published yet"):
        ENGLAND.require_published(PUBLISHED_TO + timedelta(days=1))


@pytest.mark.parametrize("day", [date(1950, 3, 1), date(2090, 3, 1)])
def test_days_outside_the_tables_are_counted_step_by_step_and_agree(day: date) -> None:
    assert ENGLAND.add(day, 10) == _by_hand(ENGLAND, day, 10)
    assert ENGLAND.between(day, ENGLAND.add(day, 10)) == 10
    assert ENGLAND.on_or_before(day) <= day


@settings(derandomize=True, deadline=None, max_examples=200)
@given(days_of_a_life, st.integers(1, 70))
def test_looking_a_day_up_agrees_with_counting_by_hand(day: date, number: int) -> None:
    assert ENGLAND.add(day, number) == _by_hand(ENGLAND, day, number)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(days_of_a_life, st.integers(1, 70))
def test_adding_and_counting_between_are_each_others_opposite(day: date, number: int) -> None:
    assert ENGLAND.between(day, ENGLAND.add(day, number)) == number
    assert ENGLAND.between(ENGLAND.add(day, number), day) == -number


@settings(derandomize=True, deadline=None, max_examples=200)
@given(days_of_a_life)
def test_the_last_counted_day_before_counts_and_nothing_between_does(day: date) -> None:
    before = ENGLAND.on_or_before(day)
    assert ENGLAND.counts(before)
    assert not any(ENGLAND.counts(before + timedelta(days=n)) for n in range(1, (day - before).days + 1))


SCHOOL = SchoolDays(
    (Term(date(2026, 11, 2), date(2026, 12, 18)), Term(date(2027, 1, 4), date(2027, 2, 12))),
    closed=frozenset({date(2027, 1, 4)}),
)


def test_school_days_leave_out_holidays_weekends_and_days_the_school_is_closed() -> None:
    assert SCHOOL.reason(date(2026, 12, 21)) == "School holiday"
    assert SCHOOL.reason(date(2026, 12, 19)) == "Saturday"
    assert SCHOOL.reason(date(2027, 1, 4)) == "School closed"
    assert SCHOOL.counts(date(2027, 1, 5))


def test_school_days_beyond_the_terms_that_are_published_are_refused() -> None:
    assert SCHOOL.add(date(2026, 12, 17), 2) == date(2027, 1, 5)
    with pytest.raises(NotPublished):
        SCHOOL.add(date(2027, 2, 11), 5)


def _by_hand(calendar: WorkingDays, day: date, number: int) -> date:
    while number:
        day += timedelta(days=1)
        number -= calendar.counts(day)
    return day


def test_a_calendar_is_right_for_threads_that_are_the_first_to_ask_at_the_same_moment():
    """As in a server that was just started: a table filled by two would put every day of a duty years too early."""
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            calendar, together = WorkingDays("working days", ("ENG",)), Barrier(4)

            def ask(calendar=calendar, together=together):
                together.wait()
                return calendar.add(date(2026, 11, 20), 1), calendar.on_or_before(date(2026, 11, 22)), calendar.between(date(2026, 11, 20), date(2026, 11, 24))

            with ThreadPoolExecutor(4) as threads:
                answers = {asked.result() for asked in [threads.submit(ask) for _ in range(4)]}
            answers.add(ask(together=Barrier(1)))
            assert answers == {(date(2026, 11, 23), date(2026, 11, 20), 2)}
    finally:
        sys.setswitchinterval(switching)
