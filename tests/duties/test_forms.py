"""What a duty may say beyond a span after a word: days set by the record, counted back, on birthdays, in total, in short breaks."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest

from goldthread.clock.spans import Span, days, hours, months, school_days, terms, uk_working_days, weeks, working_days
from goldthread.clock.times import LONDON
from goldthread.duties import Duty, Occurrence, Settings, occurrences
from goldthread.duties import words as w
from goldthread.duties.ladders import ordinary
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.settings import Chosen, Kept
from goldthread.duties.shape import Aged, Beyond, Birthday, Trigger, local
from goldthread.law.sources import local_practice
from tests.duties.lives import life

LAW = local_practice.about("tests")


def duty(**fields: Any) -> Duty:
    usual: dict[str, Any] = {"owner": allocated_social_worker, "law": LAW, "since": date(2000, 1, 1), "climbs": ordinary}
    return Duty("Do it", code="X1", **{**usual, **fields})


def found(rule: Duty, said: Iterable[str], settings: Settings | None = None) -> list[Occurrence]:
    return occurrences(life(*said), (rule,), settings or Settings())


# A day that the record sets

REPORT = duty(when=w.referral_received, within=weeks(8), until=w.referral_decided, dated=w.contact_decided)


def with_entry(said: Iterable[str], entry: int, *places: int) -> list[Any]:
    """The words of a life, some of them said by one entry."""
    return [s._replace(entry=entry) if n in places else s for n, s in enumerate(life(*said))]


def test_a_day_set_by_the_entry_that_opened_it_takes_the_place_of_the_span():
    spoken = with_entry(["2026-03-02 referral.received", "2026-07-20 contact.decided"], 7, 0, 1)
    [owed] = occurrences(spoken, (REPORT,))
    assert (owed.due, owed.plan_by, owed.span) == (date(2026, 7, 20), date(2026, 7, 20), "on the day set")


def test_a_day_set_on_a_sunday_is_planned_by_the_friday():
    spoken = with_entry(["2026-03-02 referral.received", "2026-05-03 contact.decided"], 7, 0, 1)
    [owed] = occurrences(spoken, (REPORT,))
    assert (owed.due, owed.plan_by) == (date(2026, 5, 3), date(2026, 5, 1))


def test_a_day_set_by_another_entry_sets_nothing():
    [owed] = found(REPORT, ["2026-03-02 referral.received", "2026-07-20 contact.decided"])
    assert (owed.due, owed.span) == (date(2026, 4, 27), "8 weeks")


def test_what_must_come_before_an_event_is_due_that_day_when_it_comes_sooner_than_was_planned():
    rule = duty(when=w.referral_received, within=weeks(8), until=w.referral_decided, dated=w.contact_decided, before=w.placement.begins)
    said = ["2026-03-02 referral.received", "2026-07-20 contact.decided", "2026-06-01 placement.begins p"]
    assert [o.due for o in occurrences(with_entry(said, 7, 0, 1), (rule,))] == [date(2026, 6, 1)]
    assert [o.due for o in occurrences(with_entry(said[:2], 7, 0, 1), (rule,))] == [date(2026, 7, 20)]


# So long before an event

BEFORE = duty(
    when=w.initial_conference_held,
    within=months(3),
    before=w.review_conference_booked,
    ahead=local("report before a test", working_days(5)),
    until=w.conference_report_shared,
)


def test_what_is_owed_before_an_event_is_counted_back_from_the_day_it_is_booked_for():
    [owed] = found(BEFORE, ["2026-02-02 conference.initial_held", "2026-04-13 conference.review_booked"])
    assert owed.due == date(2026, 4, 2)  # over Easter
    assert owed.span == "5 working days, counted back (local: report before a test)"


def test_a_booking_so_near_that_the_day_has_gone_is_due_at_once():
    [owed] = found(BEFORE, ["2026-02-02 conference.initial_held", "2026-02-04 conference.review_booked"])
    assert owed.due == owed.opened == date(2026, 2, 2)


def test_without_a_booking_the_span_holds():
    [owed] = found(BEFORE, ["2026-02-02 conference.initial_held"])
    assert owed.due == date(2026, 5, 2)


def test_how_long_before_is_a_local_number_with_a_day_it_begins():
    longer = Settings((Chosen("report before a test", working_days(10), date(2026, 3, 1)),))
    said = ["2026-02-02 conference.initial_held", "2026-03-02 conference.initial_held", "2026-04-30 conference.review_booked"]
    assert [o.due for o in found(BEFORE, said, longer)] == [date(2026, 4, 23), date(2026, 4, 16)]


# Birthdays

YEARS = duty(when=Birthday((17, 18, 19)), during=w.leaving_care, within=months(1), until=w.in_touch, ends_at=None)


def test_each_birthday_in_the_stretch_opens_it():
    said = ["2008-05-10 person.born", "2026-01-05 leaving_care.begins l", "2027-05-20 leaving_care.in_touch"]
    assert [(o.opened, o.due) for o in found(YEARS, said)] == [
        (date(2026, 5, 10), date(2026, 6, 10)),
        (date(2027, 5, 10), date(2027, 6, 10)),
    ]


def test_a_birthday_needs_a_birth_date_and_nothing_around_it():
    alone = duty(when=Birthday((16,)), within=weeks(1), until=w.in_touch, ends_at=None)
    assert [o.opened for o in found(alone, ["2010-02-28 person.born"])] == [date(2026, 2, 28)]
    assert found(alone, ["2020-01-01 leaving_care.begins l"]) == []


def test_a_leap_day_child_has_the_birthday_in_march():
    alone = duty(when=Birthday((17,)), within=weeks(1), until=w.in_touch, ends_at=None)
    assert [o.opened for o in found(alone, ["2008-02-29 person.born"])] == [date(2025, 3, 1)]


SUMMARY = duty(during=Aged(w.looked_after, 16), within=months(30), by_age=18, until=w.health_assessed, ends_at=None)


def test_what_is_owed_before_an_age_is_due_the_day_before_the_birthday():
    [owed] = found(SUMMARY, ["2008-02-29 person.born", "2024-06-01 looked_after.begins c"])
    assert (owed.due, owed.plan_by) == (date(2026, 2, 28), date(2026, 2, 27))


def test_an_age_that_had_gone_by_sets_no_day():
    [owed] = found(SUMMARY, ["2006-01-01 person.born", "2024-06-01 looked_after.begins c"])
    assert owed.due == date(2026, 12, 1)


# Said so often

THIRD = duty(when=Trigger(w.missing.begins, times=3, in_last=days(90)), within=working_days(3), until=w.strategy_held)


def missing(*starts: str) -> list[str]:
    return [f"{start} missing.begins m{n}" for n, start in enumerate(starts)]


def test_only_the_third_time_in_ninety_days_opens_it():
    assert [o.opened for o in found(THIRD, missing("2026-01-01", "2026-02-01", "2026-03-31"))] == [date(2026, 3, 31)]


def test_three_times_over_ninety_one_days_open_nothing():
    assert found(THIRD, missing("2026-01-01", "2026-02-01", "2026-04-01")) == []


def test_twice_on_one_day_are_two_times():
    assert len(found(THIRD, missing("2026-01-01", "2026-01-01", "2026-01-02"))) == 1


def test_a_fourth_time_opens_it_again():
    assert len(found(THIRD, missing("2026-01-01", "2026-01-05", "2026-01-09", "2026-01-12"))) == 2


# Short breaks

STAYS = duty(during=Beyond(w.placement, days(17), 75, months(12)), within=working_days(20), until=w.review_held)


def stays(*pairs: tuple[str, str]) -> list[str]:
    return [
        line
        for n, (start, end) in enumerate(pairs)
        for line in (f"{start} placement.begins p{n}", *([f"{end} placement.ends p{n}"] if end else []))
    ]


def test_stays_of_sixteen_and_seventeen_days_are_short_breaks_and_one_of_eighteen_is_not():
    """T68."""
    said = stays(("2026-01-01", "2026-01-16"), ("2026-02-01", "2026-02-17"), ("2026-03-01", "2026-03-18"))
    assert [(o.opened, o.ended) for o in found(STAYS, said)] == [(date(2026, 3, 18), date(2026, 3, 18))]


def test_a_stay_that_goes_on_is_no_short_break_from_its_eighteenth_day():
    [owed] = found(STAYS, stays(("2026-03-02", "")))
    assert (owed.opened, owed.due) == (date(2026, 3, 19), date(2026, 4, 20))


def test_more_than_seventy_five_days_in_twelve_months_are_no_short_breaks():
    said = stays(*((f"2026-{month:02}-01", f"2026-{month:02}-15") for month in range(1, 7)))
    assert [o.opened for o in found(STAYS, said)] == [date(2026, 6, 1)]


def test_days_of_more_than_twelve_months_ago_are_forgotten():
    said = stays(*((f"2025-{month:02}-01", f"2025-{month:02}-15") for month in range(1, 6)), ("2026-01-10", "2026-01-15"))
    assert found(STAYS, said) == []


# Hours in total

SECURE = duty(during=w.placement, within=hours(72), in_any=days(28), until=w.placement.ends)


def test_hours_of_earlier_stays_in_the_twenty_eight_days_are_used_up():
    """T67: 40 hours first, so 32 are left."""
    said = [
        "2026-06-01 10:00 placement.begins a",
        "2026-06-03 02:00 placement.ends a",
        "2026-06-10 09:00 placement.begins b",
    ]
    assert [o.due_at for o in found(SECURE, said)] == [
        datetime(2026, 6, 4, 10, tzinfo=LONDON),
        datetime(2026, 6, 11, 17, tzinfo=LONDON),
    ]


def test_hours_of_a_stay_before_the_twenty_eight_days_count_no_more():
    said = [
        "2026-06-01 10:00 placement.begins a",
        "2026-06-03 02:00 placement.ends a",
        "2026-07-01 09:00 placement.begins b",
    ]
    assert found(SECURE, said)[1].due_at == datetime(2026, 7, 4, 9, tzinfo=LONDON)


def test_a_stay_across_the_first_of_the_twenty_eight_days_counts_from_there():
    said = [
        "2026-06-01 12:00 placement.begins a",
        "2026-06-02 06:00 placement.ends a",
        "2026-06-29 09:00 placement.begins b",
    ]
    assert found(SECURE, said)[1].due_at == datetime(2026, 7, 2, 3, tzinfo=LONDON)


def test_when_nothing_is_left_it_is_due_at_once():
    said = [
        "2026-06-01 10:00 placement.begins a",
        "2026-06-05 10:00 placement.ends a",
        "2026-06-10 09:00 placement.begins b",
    ]
    assert found(SECURE, said)[1].due_at == datetime(2026, 6, 10, 9, tzinfo=LONDON)


# Kept here


@pytest.mark.parametrize(
    ("since", "opened"),
    [
        (None, []),
        (date(2026, 3, 1), [date(2026, 3, 2)]),
        (date(1999, 1, 1), [date(2026, 2, 2), date(2026, 3, 2)]),
    ],
)
def test_a_duty_opens_only_from_the_day_the_record_keeps_it(since, opened):
    rule = duty(when=w.referral_received, within=working_days(1), until=w.referral_decided)
    said = ["2026-02-02 referral.received", "2026-03-02 referral.received"]
    assert [o.opened for o in found(rule, said, Settings(kept=(Kept("X1", since),)))] == opened


# Units that need an authority's calendar


@pytest.mark.parametrize(
    ("asked", "counted"),
    [(school_days(20), working_days(20)), (terms(1), months(4)), (uk_working_days(20), uk_working_days(20))],
)
def test_without_term_dates_school_time_is_counted_in_other_days(asked: Span, counted: Span):
    rule = duty(when=w.referral_received, within=asked, until=w.referral_decided)
    [owed] = found(rule, ["2026-02-26 referral.received"])
    assert (owed.due, owed.span) == (counted.due(date(2026, 2, 26)), str(counted))
