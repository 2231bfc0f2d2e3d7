"""How a due day was found can be read and found again: for every unit, for every example of the rule book."""

from datetime import date

import pytest

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.spans import (
    Roll,
    Unit,
    hours,
    months,
    school_days,
    terms,
    uk_working_days,
    weeks,
    working_days,
    yearly,
)
from goldthread.clock.times import spoken_day, spoken_moment
from goldthread.duties import Settings, occurrences
from goldthread.duties import words as w
from goldthread.duties.book import SPECS
from goldthread.duties.examples import read_examples
from goldthread.duties.explain import Explainer, span_of
from goldthread.duties.rules import RULES, STATISTICS
from goldthread.duties.settings import Chosen, Receipt
from goldthread.duties.shape import Pregnancy, local
from tests.duties.lives import life
from tests.duties.test_forms import BEFORE, REPORT, SECURE, SUMMARY, duty, with_entry

EXAMPLES = [example for path in sorted(SPECS.glob("*.yaml")) for example in read_examples(path)]
TERMS = SchoolDays((Term(date(2026, 9, 2), date(2026, 10, 23)), Term(date(2026, 11, 2), date(2026, 12, 18)), Term(date(2027, 1, 4), date(2027, 3, 25))))


def how(rule, *said, settings=None, place=-1, known=None):
    spoken = said[0] if isinstance(said[0], list) else life(*said)
    chosen = settings or Settings()
    owed = occurrences(spoken, (rule,), chosen, known)[place]
    return Explainer(spoken, date(2026, 11, 20), "Kofi", (rule,), chosen, known).how(owed)


def once(span, **fields):
    return duty(when=w.referral_received, within=span, until=w.referral_decided, **fields)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{min(e.codes)} {e.says}"[:60])
def test_the_last_sentence_of_every_example_s_count_ends_on_its_due_day(example):
    rules = tuple(rule for rule in (*RULES, *STATISTICS) if set(rule.codes) & example.codes)
    if not rules:
        pytest.skip("of the service itself")
    spoken = example.person.spoken
    explainer = Explainer(spoken, date(2026, 11, 20), "", rules, example.settings, example.known)
    for o in occurrences(spoken, rules, example.settings, example.known):
        found = explainer.how(o)
        assert (spoken_moment(o.due_at) if o.due_at else spoken_day(o.due)) in found.says[-1], (o, found.says)
        if found.days and o.due > o.counted_from:
            assert found.days[-1].day == o.due
            assert max((d.ordinal or 0 for d in found.days), default=0) <= max(_number(o), 0) or not span_of(o.span).by_calendar


def _number(o):
    return span_of(o.span).number


def test_working_days_leave_out_weekends_and_name_each_holiday():
    found = how(once(working_days(10)), "2026-03-30 referral.received")
    assert found.says == (
        "Counted from Monday 30 March 2026: that is day 0.",
        "Not counted: 4 days of weekends, Friday 3 April 2026 (Good Friday), Monday 6 April 2026 (Easter Monday).",
        "10 working days end on Wednesday 15 April 2026.",
    )
    assert [d.ordinal for d in found.days if d.ordinal] == list(range(1, 11))
    assert found.calendar == "Counted in working days in England."


def test_a_holiday_of_another_nation_is_left_out_where_all_nations_count():
    english = how(once(working_days(10)), "2026-03-10 referral.received")
    everywhere = how(once(uk_working_days(10)), "2026-03-10 referral.received")
    assert "Tuesday 17 March" not in " ".join(english.says)
    assert "Tuesday 17 March 2026" in " ".join(everywhere.says)
    assert "every part of the United Kingdom" in everywhere.calendar


def test_school_days_are_counted_in_the_terms_that_were_given_and_else_as_working_days():
    given = how(once(school_days(5)), "2026-10-22 referral.received", settings=Settings(school=TERMS))
    assert given.says[-1] == "5 school days end on Thursday 5 November 2026."
    assert "School holiday" in given.says[1]
    without = how(once(school_days(5)), "2026-10-22 referral.received")
    assert without.says[-1] == "5 working days end on Thursday 29 October 2026."


def test_a_term_is_the_next_one_and_both_ends_are_named():
    found = how(once(terms(1)), "2026-10-05 referral.received", settings=Settings(school=TERMS))
    assert found.says[-1] == (
        "The term of that day ends on Friday 18 December 2026 and is not counted; the next school term ends on Thursday 25 March 2027."
    )
    assert found.days == ()
    assert how(once(terms(1)), "2026-10-05 referral.received").says[-1] == "4 months end on Friday 5 February 2027."
    beyond = how(once(terms(1)), "2027-02-05 referral.received", settings=Settings(school=TERMS))
    assert beyond.says[-1] == "The term dates are not given, so 4 months are counted: to Saturday 5 June 2027."


def test_a_month_that_is_shorter_says_so():
    assert how(once(months(1)), "2026-01-31 referral.received").says[-1] == (
        "February has no day 31, so 1 month ends on its last day, Saturday 28 February 2026."
    )
    assert how(once(months(1)), "2026-01-28 referral.received").says[-1] == "1 month ends on Saturday 28 February 2026."


def test_a_yearly_day_is_named():
    assert how(once(yearly(11, 30)), "2026-10-05 referral.received").says[-1] == "until the next 30 November: Monday 30 November 2026."


def test_the_first_day_may_be_day_one():
    found = how(once(working_days(3).counting_first_day()), "2026-10-05 referral.received")
    assert found.says[0].endswith("that is day 1.") and found.days[0].ordinal == 1


def test_a_last_day_that_is_moved_says_from_where():
    found = how(once(weeks(1).rolled(Roll.FORWARD)), "2026-10-03 referral.received")
    assert found.says[-1] == "Saturday 10 October 2026 is no working day, so it is moved to Monday 12 October 2026."


def test_what_comes_on_a_day_off_begins_on_the_next_working_day_where_the_authority_counts_so():
    settings = Settings(receipt=Receipt.NEXT_WORKING_DAY)
    found = how(once(working_days(1)), "2026-10-03 referral.received", settings=settings)
    assert "It came on a day off, so it counts as come on Monday 5 October 2026." in found.says
    assert found.says[-1].endswith("Tuesday 6 October 2026.")


@pytest.mark.parametrize(
    "received, way, due",
    [("2026-10-24 20:00", "back", "7pm on Sunday 25 October 2026"), ("2026-03-28 20:00", "forward", "9pm on Sunday 29 March 2026")],
)
def test_hours_across_a_change_of_the_clock_are_as_they_pass(received, way, due):
    found = how(once(hours(24)), f"{received} referral.received")
    assert found.says[1] == f"The clocks went {way} in between: hours are counted as they pass."
    assert found.says[2] == f"24 hours end at {due}."
    assert found.days == ()


def test_an_hour_nobody_wrote_down_is_said():
    assert "because the hour is not known" in how(once(hours(24)), "2026-06-01 referral.received").says[0]


def test_hours_in_total_say_what_earlier_times_took_up():
    said = ["2026-06-01 10:00 placement.begins a", "2026-06-03 02:00 placement.ends a", "2026-06-10 09:00 placement.begins b"]
    assert how(SECURE, *said).says[-1] == (
        "Earlier times in 28 days took up 40 hours, so it is due at 5pm on Thursday 11 June 2026."
    )


def test_a_day_set_by_the_record_is_said_and_not_counted():
    spoken = with_entry(["2026-03-02 referral.received", "2026-07-20 contact.decided"], 7, 0, 1)
    assert how(REPORT, spoken).says == ("The record sets the day: Monday 20 July 2026.",)


def test_what_is_counted_back_begins_at_the_event():
    found = how(BEFORE, "2026-02-02 conference.initial_held", "2026-04-13 conference.review_booked")
    assert found.says[0].endswith("on Monday 13 April 2026.")
    assert found.says[-1] == "5 working days before is Thursday 2 April 2026."
    assert [d.day for d in found.days if d.ordinal == 5] == [date(2026, 4, 2)]
    late = how(BEFORE, "2026-02-02 conference.initial_held", "2026-02-04 conference.review_booked")
    assert late.says[-1] == "That day had gone by when it opened, so it is due on Monday 2 February 2026, at once."


def test_what_makes_it_due_sooner_is_named():
    by_age = how(SUMMARY, "2008-02-29 person.born", "2024-06-01 looked_after.begins c")
    assert by_age.says[-1] == "It is due sooner, on the last day before the birthday at 18: Saturday 28 February 2026."
    unborn = once(working_days(45), no_later=Pregnancy(local("weeks before a test", weeks(28))))
    weeks_reached = how(unborn, "2026-11-20 person.expected", "2026-08-03 referral.received")
    assert weeks_reached.says[-1] == "It is due sooner, when 28 weeks of pregnancy are reached: Friday 28 August 2026."
    event = once(working_days(10), before=w.contact_decided)
    assert how(event, "2026-06-01 referral.received", "2026-06-03 contact.decided").says[-1].endswith("Wednesday 3 June 2026.")


def test_the_calendar_is_the_one_that_was_known_then():
    """The holiday of 19 September 2022 was announced on the 10th."""
    before = how(once(working_days(10)), "2022-09-06 referral.received", known=date(2022, 9, 7))
    after = how(once(working_days(10)), "2022-09-06 referral.received", known=date(2022, 9, 30))
    assert before.says[-1].endswith("Tuesday 20 September 2022.") and after.says[-1].endswith("Wednesday 21 September 2022.")
    assert before.calendar.endswith("as known on Wednesday 7 September 2022.")


# The number that applied


def number(*chosen, on="2026-06-01"):
    rule = once(local("test number", working_days(10)))
    spoken, settings = life(f"{on} referral.received"), Settings(chosen)
    [owed] = occurrences(spoken, (rule,), settings)
    [found] = Explainer(spoken, date(2026, 11, 20), "", (rule,), settings).explain(owed).numbers
    return found


def test_a_usual_number_names_nobody():
    found = number()
    assert (found.value, found.usual, found.since, found.by, found.why) == ("10 working days", "10 working days", None, "", "")


def test_a_settled_number_says_since_when_by_whom_and_why_and_only_from_its_day():
    chosen = Chosen("test number", working_days(5), date(2026, 5, 1), "Sunita", "Agreed.")
    later = Chosen("test number", working_days(3), date(2026, 7, 1), "Ngozi", "Again.")
    found = number(chosen, later)
    assert (found.value, found.usual, found.since, found.by, found.why) == ("5 working days", "10 working days", date(2026, 5, 1), "Sunita", "Agreed.")
    assert number(chosen, later, on="2026-04-30").by == ""
    assert number(chosen, later, on="2026-07-01").by == "Ngozi"


def test_every_unit_of_time_is_told():
    told = {Unit.WORKING_DAY, Unit.SCHOOL_DAY, Unit.UK_WORKING_DAY, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.HOUR, Unit.TERM, Unit.YEARLY, Unit.SET}
    assert told == set(Unit)
