"""Settings said in a manifest and read back are the same settings."""

from datetime import date

import pytest

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.spans import weeks, working_days
from goldthread.duties.replay.events import Refused
from goldthread.duties.replay.settingsfile import said, settings_in, settings_of
from goldthread.duties.settings import DEFAULTS, Chosen, Kept, LeapDay, NotExceeding, Receipt, Settings, WhenItChanges

FULL = Settings(
    (Chosen("protection visit", working_days(5)), Chosen("protection visit", working_days(10), date(2020, 1, 1)),
     Chosen("seen alone", weeks(3).counting_first_day(), date(2021, 4, 1))),
    (Kept("CP05", date(2019, 1, 1)), Kept("LV13", None)),
    WhenItChanges.EXPIRY, Receipt.NEXT_WORKING_DAY, NotExceeding.NEXT_DAY, LeapDay.FEBRUARY,
)  # fmt: skip


def test_nothing_is_said_of_the_usual_settings():
    assert said(DEFAULTS) == {}
    assert settings_of({}, "here") == DEFAULTS


def test_every_setting_comes_back():
    back = settings_of(said(FULL), "here")
    assert said(back) == said(FULL)
    assert (back.kept, back.when_it_changes, back.receipt, back.not_exceeding, back.leap_day) == (
        FULL.kept, FULL.when_it_changes, FULL.receipt, FULL.not_exceeding, FULL.leap_day,
    )  # fmt: skip
    assert {(c.name, c.span) for c in back.chosen} == {(c.name, c.span) for c in FULL.chosen}


def test_school_terms_come_back_with_the_days_on_which_schools_are_closed():
    closed = frozenset({date(2026, 10, 5), date(2026, 10, 23)})
    school = SchoolDays((Term(date(2026, 9, 2), date(2026, 10, 23)), Term(date(2026, 11, 2), date(2026, 12, 18))), closed)
    back = settings_of(said(Settings(school=school)), "here").school
    days = [date(2026, 9, 1).fromordinal(n) for n in range(date(2026, 8, 25).toordinal(), date(2026, 12, 20).toordinal())]
    assert [back.reason(day) is None for day in days] == [school.reason(day) is None for day in days]


@pytest.mark.parametrize("text", ["leap day: 28 February\nkept:\n  CP05: 2019-01-01\n  LV13:\n", "settings:\n  leap day: 28 February\n  kept: {CP05: 2019-01-01, LV13: null}\n"])
def test_a_file_says_the_same_by_itself_and_as_part_of_a_life_file(tmp_path, text):
    (tmp_path / "ours.yaml").write_text(text)
    read = settings_in(tmp_path / "ours.yaml")
    assert (read.leap_day, read.kept) == (LeapDay.FEBRUARY, (Kept("CP05", date(2019, 1, 1)), Kept("LV13", None)))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("protection visit: soon", "soon"), ("a visit: 5 days", "there is no setting 'a visit'"), ("kept: {XX99: 2020-01-01}", "no duty XX99"),
     ("kept: {CP05: 2020-02-30}", "February 2020 had no day 30"), ("just words", "name: value"), ("", "is empty"), ("kept: often", "cannot be used"), ("{", "not YAML")],
)  # fmt: skip
def test_what_is_no_setting_is_refused_by_name(tmp_path, text, sentence):
    (tmp_path / "ours.yaml").write_text(text)
    with pytest.raises(Refused, match="ours.yaml") as refused:
        settings_in(tmp_path / "ours.yaml")
    assert sentence in str(refused.value)
