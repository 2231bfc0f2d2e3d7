"""Promises of the reference engine that hold for every rule, and the corners of same-day order."""

from datetime import date, datetime, timedelta

from goldthread.clock.spans import working_days
from goldthread.clock.times import LONDON
from goldthread.duties import State, as_known, occurrences, state
from goldthread.duties.settings import Chosen, Receipt, Settings
from tests.duties.lives import life, only, owed, rules


def test_nothing_said_is_nothing_owed():
    assert occurrences([]) == []


def test_words_no_rule_asks_about_owe_nothing():
    assert occurrences(life("2026-03-02 health.teeth_checked")) == []


def test_an_occurrence_names_the_entries_that_opened_and_met_it():
    visit = owed("CP05", "2026-09-01 protection_plan.begins p", "2026-09-10 visit.child_seen")[0]
    assert (visit.opened_by, visit.met_by, visit.owner) == (1, 2, "allocated_social_worker")


def test_two_visits_on_one_day_are_one_step_of_the_chain():
    seen = "2026-09-10 visit.child_seen"
    assert len(owed("CP05", "2026-09-01 protection_plan.begins p", seen, seen)) == 2


def test_a_visit_on_the_day_the_plan_began_meets_the_first_duty():
    first, second = owed("CP05", "2026-09-01 protection_plan.begins p", "2026-09-01 visit.child_seen")
    assert first.met == date(2026, 9, 1)
    assert second.opened == date(2026, 9, 1)
    assert second.met is None


def test_a_visit_before_the_plan_meets_nothing():
    assert only("CP05", "2026-09-01 protection_plan.begins p", "2026-08-31 visit.child_seen").met is None


def test_an_interview_at_ten_does_not_answer_for_a_child_found_at_eight_that_evening():
    found = only(
        "MI03",
        "2026-06-08 missing.begins m",
        "2026-06-10 20:00 missing.ends m",
        "2026-06-10 10:00 return_interview.held",
    )
    assert found.met is None


def test_an_episode_that_ends_as_another_begins_ends_only_its_own_duties():
    reviews = owed(
        "LR01",
        "2026-01-05 looked_after.begins first",
        "2026-03-02 looked_after.ends first",
        "2026-03-02 looked_after.begins second",
    )
    assert [(o.opened, o.ended) for o in reviews] == [(date(2026, 1, 5), date(2026, 3, 2)), (date(2026, 3, 2), None)]


def test_closing_the_work_ends_a_plan_that_nobody_ended():
    visit = only("CN03", "2026-01-05 need.begins n", "2026-02-02 need_plan.begins p", "2026-02-10 need.ends n")
    assert visit.ended == date(2026, 2, 10)
    assert visit.ended_by == 3


def test_leaving_care_ends_visits_to_a_placement_that_nobody_ended():
    visit = only(
        "LV01", "2026-01-05 looked_after.begins c", "2026-01-05 placement.begins p", "2026-01-07 looked_after.ends c"
    )
    assert visit.ended == date(2026, 1, 7)


def test_everything_ends_when_a_child_dies():
    found = occurrences(
        life("2026-01-05 need.begins n", "2026-01-06 protection_plan.begins p", "2026-01-20 person.died")
    )
    assert found
    assert all(o.ended == date(2026, 1, 20) for o in found)


def test_duties_of_childhood_lapse_at_eighteen_and_those_of_leaving_care_do_not():
    found = occurrences(
        life("2008-06-01 person.born", "2026-01-05 looked_after.begins c", "2026-05-01 leaving_care.begins l")
    )
    lapses = {o.code: o.lapses for o in found if o.met is None}
    assert lapses["LR01"] == date(2026, 6, 1)
    assert lapses["LC08"] == date(2033, 6, 1) if "LC08" in lapses else True
    assert lapses["WF03"] is None


def test_an_orphan_end_ends_nothing_of_its_own():
    assert owed("LV01", "2026-01-05 placement.ends p") == []


def test_an_end_before_its_beginning_is_left_out():
    assert only("LR01", "2026-01-05 looked_after.begins c", "2026-01-01 looked_after.ends c").ended is None


def test_the_latest_expected_date_is_the_one_recorded_last():
    later = life("2026-09-06 person.expected", recorded="2026-06-20")
    earlier = [s._replace(entry=9, key="9") for s in life("2026-09-20 person.expected", recorded="2026-02-01")]
    referral = [s._replace(entry=8, key="8") for s in life("2026-06-01 referral.received")]
    [found] = occurrences(later + earlier + referral, rules("PB03"))
    assert found.due == date(2026, 6, 14)


class TestAsKnown:
    """The same life on an earlier day."""

    plan = life("2026-09-01 protection_plan.begins p")
    visit = [s._replace(entry=2, key="v") for s in life("2026-09-10 visit.child_seen", recorded="2026-09-18 09:00")]
    moved = [
        s._replace(entry=3, key="v", recorded=datetime(2026, 9, 25, 9, tzinfo=LONDON))
        for s in life("2026-09-17 visit.child_seen")
    ]

    def test_an_entry_written_down_later_is_not_known_before(self):
        said = self.plan + self.visit
        assert [o.met for o in occurrences(said, rules("CP05"), known=date(2026, 9, 17))] == [None]
        assert [o.met for o in occurrences(said, rules("CP05"), known=date(2026, 9, 18))] == [date(2026, 9, 10), None]

    def test_a_moment_is_asked_to_the_minute(self):
        said = self.plan + self.visit
        assert occurrences(said, rules("CP05"), known=datetime(2026, 9, 18, 8, 59, tzinfo=LONDON))[0].met is None
        assert occurrences(said, rules("CP05"), known=datetime(2026, 9, 18, 9, 0, tzinfo=LONDON))[0].met

    def test_a_correction_takes_the_place_of_what_it_corrects_from_its_own_moment(self):
        corrected = [s._replace(superseded=self.moved[0].recorded) for s in self.visit]
        said = self.plan + corrected + self.moved
        assert occurrences(said, rules("CP05"), known=date(2026, 9, 24))[0].met == date(2026, 9, 10)
        assert occurrences(said, rules("CP05"))[0].met == date(2026, 9, 17)

    def test_a_voided_entry_is_gone_today_and_was_there_then(self):
        voided = [s._replace(superseded=datetime(2026, 9, 30, tzinfo=LONDON)) for s in self.visit]
        assert len(as_known(voided)) == 0
        assert len(as_known(voided, date(2026, 9, 20))) == 1

    def test_a_correction_does_not_make_the_writing_up_late(self):
        first = life("2026-06-05 visit.made v", recorded="2026-06-05 16:00")
        second = [s._replace(recorded=datetime(2026, 7, 1, tzinfo=LONDON)) for s in first]
        first = [s._replace(superseded=second[0].recorded) for s in first]
        [written] = occurrences(first + second, rules("LV13"))
        assert written.met == date(2026, 6, 5)

    def test_a_holiday_announced_later_is_not_counted_on(self):
        referral = life("2022-09-16 referral.received")
        assert occurrences(referral, rules("FD01"), known=date(2022, 9, 9) + timedelta(days=7))[0].due == date(
            2022, 9, 20
        )
        early = life("2022-09-05 conference.transfer_notified")
        assert occurrences(early, rules("S408"), known=date(2022, 9, 6))[0].due == date(2022, 9, 26)
        assert occurrences(early, rules("S408"))[0].due == date(2022, 9, 27)


class TestSettings:
    """Local numbers are settings with a day they begin."""

    plan = ("2026-01-05 protection_plan.begins p", "2026-01-12 visit.child_seen", "2026-03-02 visit.child_seen")

    def test_a_number_that_changes_does_not_rewrite_history(self):
        changed = Settings((Chosen("protection visit", working_days(15), date(2026, 2, 1)),))
        found = owed("CP05", *self.plan, settings=changed)
        assert [o.span.split(" (")[0] for o in found] == ["10 working days", "10 working days", "15 working days"]

    def test_the_latest_number_begun_is_the_one_that_holds(self):
        changed = Settings(
            (
                Chosen("protection visit", working_days(5), date(2026, 3, 1)),
                Chosen("protection visit", working_days(15), date(2026, 2, 1)),
            )
        )
        assert owed("CP05", *self.plan, settings=changed)[-1].span.startswith("5 working days")

    def test_local_numbers_say_so(self):
        assert owed("CP05", *self.plan)[0].span == "10 working days (local: protection visit)"

    def test_a_day_of_receipt_moves_working_days_and_nothing_else(self):
        receipt = Settings(receipt=Receipt.NEXT_WORKING_DAY)
        assert owed("LV01", "2026-12-19 placement.begins p", settings=receipt)[0].due == date(2026, 12, 26)
        assert owed("FD01", "2026-12-19 referral.received", settings=receipt)[0].due == date(2026, 12, 22)

    def test_settings_with_and_without_school_terms_do_not_meet(self):
        from goldthread.clock.calendars import SchoolDays, Term

        terms = Settings(
            school=SchoolDays((Term(date(2026, 11, 2), date(2026, 12, 18)), Term(date(2027, 1, 4), date(2027, 2, 12))))
        )
        broken = "2026-12-09 schooling.broken"
        assert owed("LE03", broken, settings=terms)[0].due != owed("LE03", broken)[0].due


def test_a_rule_is_chosen_by_the_day_that_opened_the_duty():
    old = owed("LR01", "2011-03-31 looked_after.begins c")[0]
    new = owed("LR01", "2011-04-01 looked_after.begins c")[0]
    assert (old.span, new.span) == ("4 weeks", "20 working days")
    assert (old.since, new.since) == (date(1991, 10, 14), date(2011, 4, 1))


def test_every_open_child_has_a_next_date():
    for opening in ("need", "need_plan", "protection_plan", "looked_after", "leaving_care"):
        found = occurrences(life(f"2026-03-02 {opening}.begins e"))
        assert any(state(o, date(2030, 1, 1)).state is State.OVERDUE for o in found), opening


def test_a_return_to_care_does_not_inherit_the_old_care_plan():
    plans = owed(
        "LA01",
        "2026-01-05 looked_after.begins a",
        "2026-01-05 placement.begins p",
        "2026-01-12 care_plan.made",
        "2026-02-20 looked_after.ends a",
        "2026-02-20 placement.ends p",
        "2026-03-02 looked_after.begins b",
        "2026-03-02 placement.begins q",
    )
    assert [o.met for o in plans] == [date(2026, 1, 12), None]
