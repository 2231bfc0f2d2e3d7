"""Lists 6 and 7: children in need, and on a protection plan."""

from datetime import date

import pytest

from tests.exchange.annexed import ON, TEAM, WORKER, listed, one

STATUS, CLOSED, LAST_SEEN, BEGAN = "Case Status", "CIN Closure Date", "Date Child Was Last Seen", "CIN Start Date"
VISITED, ALONE = "Date of the Last Statutory Visit", "Was the Child Seen Alone?"
EMERGENCY = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
SEEN = {"made": True, "child_seen": True}
PLAN = ("protection_plan", date(2026, 9, 15), {"initial_category": "NEG", "latest_category": "EMO"})


def test_a_child_in_need_is_listed_with_the_referral_that_began_it(service):
    service.in_need(day=date(2024, 3, 4), need="N4")
    row = one(6)
    assert (row[BEGAN], row["Primary Need Code"], row[CLOSED], row["Reason for Closure"]) == (date(2024, 3, 4), "N4 - Family in acute stress", None, None)
    assert (row[STATUS], row[TEAM], row[WORKER]) == ("c) Child in need plan", "East", None)


def test_a_child_who_is_only_referred_is_not_in_need_yet(service):
    child = service.child(("referral", date(2026, 11, 2), {"decision": "accepted"}))
    assert listed(6) == []
    service.add(child, "assessment", date(2026, 11, 4))
    assert one(6)[STATUS] == "d) Open assessment"


@pytest.mark.parametrize(
    "more, status",
    [
        ([("looked_after", date(2026, 9, 20)), PLAN], "a) Looked after child"),
        ([("looked_after", date(2026, 9, 20)), ("legal_status", date(2026, 9, 20), {"status": "V4"}), PLAN], "b) Child Protection plan"),
        ([PLAN, ("assessment", date(2026, 9, 2))], "b) Child Protection plan"),
        ([("assessment", date(2026, 9, 2))], "c) Child in need plan"),
    ],
)
def test_the_highest_standing_that_applies_is_told(service, more, status):
    service.in_need(*more)
    assert one(6)[STATUS] == status


def test_a_child_whose_work_has_ended_is_listed_for_six_months(service):
    child, referral = service.in_need(day=date(2025, 9, 1))
    service.add(child, "closing", date(2026, 5, 20), {"closes": referral, "reason": "RC7"})
    row = one(6)
    assert (row[STATUS], row[CLOSED]) == ("e) Closed episode", date(2026, 5, 20))
    assert row["Reason for Closure"] == "RC7 - Services ceased for any other reason, including child no longer in need"
    assert listed(6, on=date(2026, 11, 21)) == []
    assert one(6, on=date(2026, 5, 19))[STATUS] == "c) Child in need plan"


def test_a_child_who_came_back_is_listed_once_with_the_time_that_goes_on(service):
    child, referral = service.in_need(day=date(2025, 9, 1))
    service.add(child, "closing", date(2026, 7, 1), {"closes": referral, "reason": "RC7"})
    service.add(child, "referral", date(2026, 10, 5), {"decision": "accepted"})
    assert (one(6)[BEGAN], one(6)[CLOSED]) == (date(2026, 10, 5), None)


@pytest.mark.parametrize(
    "held, status, need",
    [
        (("looked_after", date(2025, 3, 3), {"primary_need": "N5"}), "a) Looked after child", "N5 - Family dysfunction"),
        (PLAN, "b) Child Protection plan", "N0 - Not stated"),
        (("need_plan", date(2026, 2, 2)), "c) Child in need plan", "N0 - Not stated"),
    ],
)
def test_a_child_in_care_or_on_a_plan_of_whom_no_referral_is_known_is_in_need_since_that_began(service, held, status, need):
    service.child(held)
    row = one(6)
    assert (row[BEGAN], row[STATUS], row["Primary Need Code"], row[CLOSED]) == (held[1], status, need, None)


def test_without_a_referral_the_first_of_what_goes_on_began_it(service):
    service.child(("need_plan", date(2023, 3, 1), {"until": date(2023, 9, 1)}), ("looked_after", date(2026, 9, 20)), PLAN)
    assert (one(6)[BEGAN], one(6)[STATUS]) == (PLAN[1], "a) Looked after child")


def test_a_plan_that_has_ended_says_nothing_of_need_without_a_referral(service):
    service.child(("protection_plan", date(2026, 1, 5), {"until": date(2026, 9, 1), "initial_category": "NEG"}))
    assert listed(6) == []


def test_a_child_whose_work_had_ended_and_who_came_into_care_since_is_in_need_again(service):
    child, referral = service.in_need(day=date(2025, 9, 1))
    with service.reach.act() as act:
        act.end(service.entry(child, "need_plan"), date(2026, 7, 1))
    service.add(child, "closing", date(2026, 7, 1), {"closes": referral, "reason": "RC7"})
    service.add(child, "looked_after", date(2026, 10, 5))
    row = one(6)
    assert (row[BEGAN], row[STATUS], row[CLOSED]) == (date(2026, 10, 5), "a) Looked after child", None)


def test_a_referral_that_is_known_comes_before_what_followed_it(service):
    service.in_need(("looked_after", date(2026, 9, 20)), day=date(2026, 9, 1))
    assert one(6)[BEGAN] == date(2026, 9, 1)


def test_last_seen_is_the_last_visit_on_which_the_child_was_seen(service):
    service.in_need(("visit", date(2026, 8, 3), SEEN), ("visit", date(2026, 10, 5), SEEN), ("visit", date(2026, 11, 9), {"made": True, "child_seen": False}))
    assert one(6)[LAST_SEEN] == date(2026, 10, 5)
    assert one(6, on=date(2026, 10, 4))[LAST_SEEN] is None


def test_a_child_seen_in_the_assessment_was_seen(service):
    service.in_need(("assessment", date(2026, 9, 2), {"child_seen": True, "seen_on": date(2026, 9, 9)}))
    assert one(6)[LAST_SEEN] == date(2026, 9, 9)


def test_a_grown_care_leaver_is_in_list_nine_and_not_in_need(service):
    child, _ = service.in_need(("leaving_care", date(2025, 3, 2), {"eligibility": "former_relevant"}), born=date(2007, 3, 2))
    assert (listed(6), len(listed(9))) == ([], 1)


def test_the_team_and_worker_are_those_of_now_or_the_last(service):
    held = {"works_as": "social_worker", "worker": service.priya.pk, "team": service.east.pk}
    child, referral = service.in_need()
    with service.reach.act() as act:
        act.end(service.entry(child, "allocation"), date(2026, 9, 7))
        act.write(child, "allocation", date(2026, 9, 7), held)
    assert (one(6)[TEAM], one(6)[WORKER]) == ("East", "Priya")
    assert (one(6, on=date(2026, 9, 6))[TEAM], one(6, on=date(2026, 9, 6))[WORKER]) == ("East", None)


def test_a_protection_plan_is_listed_until_six_months_after_its_end(service):
    service.in_need(("protection_plan", date(2025, 9, 1), {"until": date(2026, 5, 20), "initial_category": "PHY", "latest_category": "MUL"}))
    row = one(7)
    assert (row["Child Protection Plan Start Date"], row["Child Protection Plan End Date"]) == (date(2025, 9, 1), date(2026, 5, 20))
    assert (row["Initial Category of Abuse"], row["Latest Category of Abuse"]) == ("b) Physical abuse", "e) Multiple/not recommended")
    assert listed(7, on=date(2026, 11, 21)) == []


@pytest.mark.parametrize(
    "visit, alone",
    [
        ({"made": True, "child_seen": True, "seen_alone": True}, "a) Yes"),
        ({"made": True, "child_seen": True, "seen_alone": False}, "b) No"),
        ({"made": True, "child_seen": True}, "c) Unknown"),
        ({"made": True, "child_seen": False}, "b) No"),
    ],
)
def test_the_last_visit_in_the_plan_says_whether_the_child_was_seen_alone(service, visit, alone):
    service.in_need(PLAN, ("visit", date(2026, 9, 14), SEEN), ("visit", date(2026, 11, 2), visit), ("visit", date(2026, 11, 9), {"made": False}))
    assert (one(7)[VISITED], one(7)[ALONE]) == (date(2026, 11, 2), alone)


def test_a_plan_without_a_visit_says_nothing_of_one(service):
    service.in_need(PLAN, ("visit", date(2026, 9, 14), SEEN))
    assert (one(7)[VISITED], one(7)[ALONE]) == (None, None)


def test_the_latest_review_conference_is_one_of_this_plan(service):
    review = {"kind": "review", "decision": "continue"}
    service.in_need(("conference", date(2026, 9, 1), review), PLAN, ("conference", date(2026, 11, 11), review), ("conference", ON, {"kind": "initial"}))
    assert one(7)["Date of latest review conference"] == date(2026, 11, 11)


def test_earlier_plans_are_counted_here_or_told_from_elsewhere(service):
    earlier = ("protection_plan", date(2020, 1, 6), {"until": date(2020, 6, 1)})
    service.in_need(earlier, ("protection_plan", date(2026, 9, 15), {"previous_plans": 0}), reference="a")
    service.in_need(earlier, ("protection_plan", date(2026, 9, 15), {"previous_plans": 3}), reference="b")
    assert [row["Number of Previous Child Protection Plans"] for row in listed(7)] == [1, 3]


def test_emergency_protection_in_the_six_months_before_is_told(service):
    service.in_need(PLAN, ("legal_status", date(2026, 5, 18), {"status": "L2", "until": date(2026, 5, 20)}), reference="a")
    service.in_need(PLAN, ("legal_status", date(2026, 5, 16), {"status": "L1", "until": date(2026, 5, 19)}), reference="b")
    assert [row[EMERGENCY] for row in listed(7)] == ["a) Yes", "b) No"]


def test_what_an_earlier_list_told_without_a_day_is_believed_for_a_month(service):
    service.in_need(PLAN, ("list_answers", date(2026, 10, 20), {"emergency": True}))
    assert one(7)[EMERGENCY] == "a) Yes"
    assert one(7, on=date(2026, 11, 21))[EMERGENCY] == "b) No"


def test_a_child_whose_referral_was_accepted_after_the_inspection_was_not_in_need_yet(service):
    service.child(("referral", date(2026, 11, 19), {"decision": "accepted", "decided": date(2026, 11, 21)}), ("visit", ON, SEEN))
    assert listed(6) == []
    assert len(listed(6, on=date(2026, 11, 21))) == 1
