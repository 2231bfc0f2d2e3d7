"""Days and lengths are said one way everywhere."""

from datetime import UTC, date, datetime

import pytest

from goldthread.web import wording

TODAY = date(2026, 11, 20)


def test_a_day_always_has_its_weekday():
    assert wording.long_day(TODAY) == "Friday 20 November"
    assert wording.short_day(TODAY) == "Fri 20 Nov"


def test_a_day_long_ago_says_its_year():
    assert wording.short_day(date(2025, 2, 27), TODAY) == "Thu 27 Feb 2025"


def test_a_day_after_new_year_but_near_needs_no_year():
    assert wording.long_day(date(2027, 1, 25), TODAY) == "Monday 25 January"


def test_a_day_that_is_not_recorded_is_said_to_be_unknown():
    assert wording.long_day(None, TODAY) == wording.moment_words(None) == wording.ago(None, TODAY) == "not known"


@pytest.mark.parametrize(
    ("hour", "minute", "words"), [(17, 28, "5:28pm"), (10, 0, "10am"), (0, 5, "12:05am"), (12, 0, "12pm")]
)
def test_times_are_said_as_people_say_them(hour, minute, words):
    assert wording.clock_time(datetime(2026, 11, 20, hour, minute, tzinfo=wording.ENGLAND)) == words


def test_a_time_kept_in_summer_is_said_in_english_time():
    assert wording.clock_time(datetime(2026, 7, 1, 9, 30, tzinfo=UTC)) == "10:30am"


def test_a_moment_just_after_midnight_in_summer_belongs_to_the_english_day():
    assert wording.as_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


def test_kept_words_say_the_second():
    assert wording.clock_time(datetime(2026, 11, 20, 17, 34, 7, tzinfo=wording.ENGLAND), seconds=True) == "5:34:07pm"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (21, "21 days"), (63, "9 weeks"), (635, "21 months"), (1100, "3 years")],
)
def test_a_length_is_said_in_the_largest_unit_that_says_enough(days, words):
    assert wording.length(days) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 19), "yesterday"),
        (date(2026, 11, 21), "tomorrow"),
        (date(2026, 11, 12), "8 days ago"),
        (date(2026, 9, 2), "11 weeks ago"),
        (date(2025, 2, 27), "21 months ago"),
        (date(2026, 12, 1), "in 11 days"),
    ],
)
def test_a_fact_says_how_fresh_it_is(day, words):
    assert wording.ago(day, TODAY) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [(date(2018, 3, 2), "8 years old"), (date(2026, 4, 10), "7 months old"), (date(2026, 11, 1), "2 weeks old"), (None, "age not known")],
)  # fmt: skip
def test_an_age_is_said_as_a_family_would_say_it(born, words):
    assert wording.old(born, TODAY) == words


def test_a_baby_not_yet_born_has_weeks_before_birth_and_no_age():
    assert wording.age(None, TODAY, expected=date(2027, 4, 18)) == "21 weeks before birth"
    assert wording.age(date(2026, 11, 25), TODAY) == "due now"


def test_a_child_born_on_a_leap_day_has_a_birthday_every_year():
    assert wording.years_old(date(2016, 2, 29), date(2026, 2, 28)) == 9
    assert wording.years_old(date(2016, 2, 29), date(2026, 3, 1)) == 10


def test_names_in_a_row_read_as_a_sentence():
    assert wording.listed(["Ama", "Kofi", "Esi"]) == "Ama, Kofi and Esi"
    assert wording.listed(["Ama", "Kofi"], last="or") == "Ama or Kofi"
    assert wording.listed(["Ama"]) == "Ama"
    assert wording.listed([]) == ""


def test_a_number_agrees_with_its_noun():
    assert wording.count(1, "child", "children") == "1 child"
    assert wording.count(1200, "child", "children") == "1,200 children"
