"""Why a duty is as it is, in sentences a parent could read."""

from datetime import date, datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.duties import Settings, count_of, duty_of, explain, occurrences
from tests.duties.lives import life, rules

FRIDAY = date(2026, 11, 20)
PLAN = "2026-10-01 protection_plan.begins p"


def why(code: str, *said: str, on: date | datetime = FRIDAY, last: bool = True, name: str = "Kofi"):
    """The explanation of the last occurrence of a code, or of the first."""
    spoken = life(*said)
    found = [o for o in occurrences(spoken, rules(code)) if o.code == code]
    return explain(found[-1 if last else 0], spoken, on, name)


def test_an_overdue_visit_says_when_the_child_was_last_seen_and_how_far_the_count_has_got() -> None:
    assert why("CP05", PLAN, "2026-11-05 visit.child_seen").sentence == (
        "Last seen Thursday 5 November. Today is day 11 of 10."
    )


def test_it_names_the_child_and_not_the_category() -> None:
    explained = why("CP05", PLAN)
    assert explained.title == "See Kofi who is on a protection plan"
    assert explained.asks == "See Kofi"
    assert explained.would_meet == "What meets it: Kofi was seen on a visit."


def test_without_a_name_it_says_the_child() -> None:
    assert why("CP05", PLAN, name="").title == "See the child who is on a protection plan"


def test_before_the_first_visit_it_says_what_began() -> None:
    assert why("CP05", PLAN, on=date(2026, 10, 5)).sentence == (
        "The protection plan began on Thursday 1 October. Today is day 2 of 10."
    )


def test_a_visit_where_the_child_was_not_seen_is_told_and_is_not_enough() -> None:
    explained = why("CP05", PLAN, "2026-11-05 visit.child_seen", "2026-11-17 visit.made")
    assert explained.sentence.endswith("A visit was made on Tuesday 17 November, and that is not enough.")
    assert [(fact.day, fact.entry) for fact in explained.partly] == [(date(2026, 11, 17), 3)]


def test_a_visit_that_does_not_say_is_named_as_the_missing_fact() -> None:
    explained = why("CP05", PLAN, "2026-11-05 visit.child_seen", "2026-11-17 visit.seen_unsaid")
    assert explained.sentence == (
        "We cannot tell: a visit does not say whether Kofi was seen on Tuesday 17 November. It was due by "
        "Thursday 19 November."
    )
    assert explained.unsure is not None
    assert explained.unsure.entry == 3


def test_weeks_and_months_are_told_by_their_day() -> None:
    assert why("LV01", "2026-11-17 placement.begins p").sentence == (
        "A placement began on Tuesday 17 November. It is due by Tuesday 24 November, in 4 days."
    )
    assert "3 days ago" in why("LV01", "2026-11-10 placement.begins p").sentence
    assert "due by Friday 20 November, today" in why("LV01", "2026-11-13 placement.begins p").sentence


def test_a_due_day_that_is_no_working_day_has_one_to_plan_for() -> None:
    placed = "2026-12-18 placement.begins p"
    assert why("LV01", placed, on=date(2026, 12, 21)).sentence == (
        "A placement began on Friday 18 December. It is due by Friday 25 December, in 4 days. "
        "Plan it for Thursday 24 December, the last working day before."
    )
    assert "Plan it" not in why("LV01", placed, on=date(2026, 12, 25)).sentence


def test_hours_are_told_by_the_clock() -> None:
    found = ("2026-10-20 missing.begins m", "2026-10-23 20:00 missing.ends m")
    now = datetime(2026, 10, 26, 19, 30, tzinfo=LONDON)
    assert why("MI03", *found, on=now).sentence == (
        "Kofi was found on Friday 23 October. It was due by 7pm on Monday 26 October."
    )


def test_done_in_time_says_the_day_and_the_day_it_was_due() -> None:
    assert why("CP05", "2026-11-02 protection_plan.begins p", "2026-11-05 visit.child_seen", last=False).sentence == (
        "Done on Thursday 5 November, in time: it was due by Monday 16 November."
    )


def test_done_late_says_how_late_in_the_days_that_count() -> None:
    assert "3 working days late" in why("CP05", PLAN, "2026-10-20 visit.child_seen", last=False).sentence
    assert "1 working day late" in why("CP05", PLAN, "2026-10-16 visit.child_seen", last=False).sentence
    assert "3 days late" in why("LV01", "2026-11-02 placement.begins p", "2026-11-12 visit.child_seen").sentence


def test_what_was_written_down_later_says_when() -> None:
    spoken = life(PLAN) + [s._replace(entry=2) for s in life("2026-10-08 visit.child_seen", recorded="2026-10-12")]
    explained = explain(occurrences(spoken, rules("CP05"))[0], spoken, FRIDAY)
    assert explained.sentence.endswith("It was written down on Monday 12 October.")


def test_what_ended_says_by_what() -> None:
    missed = why("CP05", PLAN, "2026-10-30 protection_plan.ends p").sentence
    assert missed == (
        "It was due by Thursday 15 October and was not done before it ended: the protection plan ended on "
        "Friday 30 October."
    )
    ended = why("CP05", PLAN, "2026-10-09 protection_plan.ends p").sentence
    assert ended == (
        "No longer owed: the protection plan ended on Friday 9 October. It would have been due by Thursday 15 October."
    )


def test_a_birthday_that_ended_it_is_named() -> None:
    explained = why("LR01", "2008-11-10 person.born", "2026-11-02 looked_after.begins c")
    assert explained.sentence == (
        "No longer owed: the young person turned 18 on Tuesday 10 November. It would have been due by "
        "Monday 30 November."
    ).replace("the young person", "Kofi")


def test_what_has_not_begun_says_when_it_will() -> None:
    explained = why("LC01", "2011-03-01 person.born", "2020-01-06 looked_after.begins c")
    assert explained.sentence == ("This begins on Monday 1 March 2027 and will be due by Tuesday 1 June 2027.")


def test_local_numbers_and_things_to_check_are_cautions() -> None:
    assert "The number is local practice." in why("CP05", PLAN).cautions
    assert why("CP05", PLAN).is_local
    assert not why("LR01", "2026-11-02 looked_after.begins c").is_local
    assert any("to check" in c.lower() for c in why("LA03", "2026-11-02 looked_after.begins c").cautions)


def test_a_date_beyond_the_published_holidays_is_a_caution() -> None:
    explained = why("AS01", "2028-12-01 referral.received")
    assert explained.cautions == ("The bank holidays of 2029 are not published yet, so this date may move.",)


def test_an_unknown_birth_date_is_a_caution() -> None:
    said = ("2026-01-05 looked_after.begins c", "2026-01-20 health.assessed")
    assert any("birth date is not known" in c for c in why("LH03", *said).cautions)


def test_where_the_interval_changes_on_the_way_both_readings_are_shown() -> None:
    said = (
        "2025-09-01 placement.begins p",
        "2025-09-01 placement.permanence_agreed",
        "2025-09-05 visit.child_seen",
        "2026-08-24 visit.child_seen",
    )
    assert why("LV02", *said).cautions == (
        "The interval changes on the way. By the other reading it would be due Tuesday 24 November 2026.",
    )


def test_the_law_is_that_of_the_step() -> None:
    explained = why("LR01", "2026-11-02 looked_after.begins c")
    assert explained.law.endswith("regulation 33(1)")
    assert explained.owner == "the independent reviewing officer"
    assert explained.owed_by == "the local authority"
    assert explained.since == date(2020, 9, 26)


def test_the_count_day_by_day_goes_to_the_due_day_or_to_today() -> None:
    spoken = life(PLAN, "2026-11-05 visit.child_seen")
    visit = occurrences(spoken, rules("CP05"))[-1]
    counted = count_of(visit, FRIDAY)
    assert (counted[0].day, counted[-1].day, counted[-1].ordinal) == (date(2026, 11, 5), FRIDAY, 11)
    assert count_of(visit, date(2026, 11, 10))[-1].day == date(2026, 11, 19)


def test_a_rule_that_is_not_among_the_rules_is_looked_up_in_vain() -> None:
    [visit] = occurrences(life(PLAN), rules("CP05"))
    with pytest.raises(LookupError, match="No rule CP05"):
        duty_of(visit, rules("LR01"))


def test_a_carried_visit_is_told_as_the_last_time_the_child_was_seen() -> None:
    explained = why(
        "CP05",
        "2026-09-01 need_plan.begins n",
        "2026-11-11 visit.child_seen",
        "2026-11-16 protection_plan.begins p",
    )
    assert explained.sentence == "Last seen Wednesday 11 November. Today is day 7 of 10."


def test_as_known_then_the_explanation_knows_no_more() -> None:
    spoken = life(PLAN) + [s._replace(entry=2) for s in life("2026-10-08 visit.made", recorded="2026-10-12")]
    known = date(2026, 10, 10)
    [visit] = occurrences(spoken, rules("CP05"), known=known)
    assert explain(visit, spoken, known, known=known).partly == ()
    assert len(explain(visit, spoken, date(2026, 10, 12)).partly) == 1


def test_settings_reach_the_explanation() -> None:
    spoken = life(PLAN)
    [visit] = occurrences(spoken, rules("CP05"), Settings())
    assert explain(visit, spoken, date(2026, 10, 2), settings=Settings()).days_allowed == 10


def test_a_child_who_was_missing_on_the_due_day_is_said_to_have_been() -> None:
    said = (PLAN, "2026-10-12 missing.begins m", "2026-10-20 missing.ends m")
    assert "Kofi was missing on the due day. The clock does not stop for that." in why("CP05", *said).cautions
    assert "Kofi was missing on the due day. The clock does not stop for that." not in why("CP05", PLAN).cautions


def test_an_hour_nobody_wrote_down_is_a_caution() -> None:
    said = ("2026-06-08 missing.begins m", "2026-06-20 missing.ends m")
    assert any("The hour is not known" in caution for caution in why("MI03", *said).cautions)
