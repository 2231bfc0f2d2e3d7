"""The time of a page is read in one place, and can be fixed."""

from datetime import UTC, datetime, timedelta

import pytest

from goldthread.web import clockwork


def test_a_fixed_clock_stands_still_in_english_time(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"
    assert clockwork.now() == clockwork.now() == datetime(2026, 11, 20, 17, 28, tzinfo=UTC)


def test_a_fixed_moment_in_summer_is_english_summer_time(settings):
    settings.GOLDTHREAD_NOW = "2026-07-01T00:30"
    assert clockwork.now() == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert clockwork.today().isoformat() == "2026-07-01"


def test_a_clock_that_runs_onwards_moves(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28 onwards"
    first = clockwork.now()
    assert datetime(2026, 11, 20, 17, 28, tzinfo=UTC) < first < clockwork.now()


def test_without_a_setting_the_time_is_real(settings):
    settings.GOLDTHREAD_NOW = ""
    assert clockwork.now().utcoffset() is not None


def test_a_moment_that_cannot_be_read_is_refused(settings):
    settings.GOLDTHREAD_NOW = "last Friday"
    with pytest.raises(ValueError, match="last Friday"):
        clockwork.now()


def test_a_clock_can_be_told_to_run_from_a_moment(settings):
    settings.GOLDTHREAD_NOW, settings.GOLDTHREAD_BEGAN = "", 0
    evening = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
    clockwork.run_from(evening)
    assert evening < clockwork.now() < evening + timedelta(minutes=1)
