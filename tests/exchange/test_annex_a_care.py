"""Lists 8 and 9: children in care, and leaving care."""

from datetime import date

import pytest

from goldthread.exchange import annex_a
from tests.exchange.annexed import ON, TEAM, WORKER, listed, one

CARE = ("looked_after", date(2025, 3, 3), {"primary_need": "N1"})
ENDED = ("looked_after", date(2025, 3, 3), {"until": date(2026, 6, 1), "end_reason": "E4A"})
PLACEMENTS, IRO = "Number of Placements in the Last 12 months", "Date of Last IRO Visit / Contact to the Child"
LOCATION, POSTCODE, LA = "Placement Location", "Placement postcode", "LA of Placement"
IN_TOUCH, ELIGIBILITY = "LA in Touch", "Eligibility Category"


def home(day, until=None, kind="U6", **more):
    return "placement", day, {"kind": kind, "until": until, **more}


def test_a_child_in_care_is_listed_and_one_who_left_for_six_months(service):
    service.child(CARE, reference="a")
    service.child(ENDED, reference="b")
    rows = {row["Child Unique ID"]: row for row in listed(8)}
    assert (rows["a"]["Date Ceased to be Looked After"], rows["a"]["Reason Ceased to be Looked After"]) == (None, None)
    assert (rows["b"]["Date Ceased to be Looked After"], rows["b"]["Reason Ceased to be Looked After"]) == (
        date(2026, 6, 1), "e) E4A: Returned home - part of planning")  # fmt: skip
    assert [row["Child Unique ID"] for row in listed(8, on=date(2026, 12, 2))] == ["a"]


@pytest.mark.parametrize("status, rows", [("C2", 1), ("V2", 1), ("V3", 0), ("V4", 0)])
def test_short_breaks_are_not_in_the_list_of_children_in_care(service, status, rows):
    service.child(CARE, ("legal_status", date(2025, 3, 3), {"status": status}))
    assert len(listed(8)) == rows


def test_a_child_who_left_care_and_has_short_breaks_since_is_listed_with_the_care_they_left(service):
    breaks = ("looked_after", date(2026, 9, 1)), ("legal_status", date(2026, 9, 1), {"status": "V4"})
    service.child(ENDED, ("legal_status", date(2025, 3, 3), {"status": "C2", "until": date(2026, 6, 1)}), *breaks)
    assert one(8)["Date Ceased to be Looked After"] == date(2026, 6, 1)


def test_short_breaks_that_begin_on_the_day_care_ended_are_no_part_of_it(service):
    breaks = ("looked_after", date(2026, 6, 1)), ("legal_status", date(2026, 6, 1), {"status": "V3"})
    service.child(ENDED, ("legal_status", date(2025, 3, 3), {"status": "C2", "until": date(2026, 6, 1)}), *breaks)
    row = one(8)
    assert (row["Date Ceased to be Looked After"], row["Child's Legal Status"]) == (date(2026, 6, 1), "C2: FCO")


def test_a_legal_status_of_a_time_in_care_that_ended_on_its_first_day_is_its_own(service):
    service.child(("looked_after", date(2026, 6, 1), {"until": date(2026, 6, 1)}), ("legal_status", date(2026, 6, 1), {"status": "V3", "until": date(2026, 6, 1)}))
    assert listed(8) == []


def test_short_breaks_before_care_are_no_earlier_time_in_care(service):
    breaks = ("looked_after", date(2026, 2, 2), {"until": date(2026, 2, 9)}), ("legal_status", date(2026, 2, 2), {"status": "V3", "until": date(2026, 2, 9)})
    service.child(*breaks, ("looked_after", date(2026, 6, 1)), ("legal_status", date(2026, 6, 1), {"status": "C1"}))
    assert one(8)[annex_a.CARE_AGAIN] == "b) No"


def test_the_legal_status_and_its_beginning_are_those_at_the_inspection(service):
    service.child(CARE, ("legal_status", date(2025, 3, 3), {"status": "C1", "until": date(2025, 10, 1)}), ("legal_status", date(2025, 10, 1), {"status": "C2"}))
    row = one(8)
    assert (row["Start date of current legal status"], row["Child's Legal Status"]) == (date(2025, 10, 1), "C2: FCO")
    assert one(8, on=date(2025, 9, 30))["Child's Legal Status"] == "C1: ICO"


def test_the_newest_of_each_meeting_visit_and_check_is_told(service):
    day = date(2026, 10, 5)
    service.child(
        CARE, ("review", day), ("visit", day, {"made": True}), ("care_plan", day, {"aim": "sgo"}), ("health_assessment", day, {"kind": "requested"}),
        ("health_assessment", date(2026, 2, 2), {"kind": "initial"}), ("health_assessment", date(2026, 3, 2), {"kind": "dental"}),
    )  # fmt: skip
    row = one(8)
    assert (row["Date of Latest Statutory Review"], row["Date of Last Social Work Visit"], row[annex_a.PERMANENCE]) == (day, day, "c) SGO/CAO")
    assert (row["Date of Last Health Assessment"], row["Date of Last Dental Check"]) == (date(2026, 2, 2), date(2026, 3, 2))


def test_the_reviewing_officer_met_the_child_at_a_review_or_on_a_visit_of_their_own(service):
    gwen = service.worker("gwen", "reviewing_officer")
    child = service.child(CARE, ("allocation", date(2025, 3, 10), {"works_as": "reviewing_officer", "worker": gwen.pk}))
    service.add(child, "review", date(2026, 4, 1), {"participation": "PN1"})
    service.add(child, "review", date(2026, 9, 1), {"participation": "PN7"})
    assert one(8)[IRO] == date(2026, 4, 1)
    service.reach = type(service.reach)(gwen, service.reach.now)
    with service.reach.act() as act:
        act.write(child, "visit", date(2026, 10, 1), {"made": True})
    assert one(8)[IRO] == date(2026, 10, 1)


def test_placements_of_twelve_months_are_counted_with_the_one_that_went_on_and_without_temporary_ones(service):
    service.child(
        CARE, home(date(2025, 3, 3), date(2025, 11, 19)), home(date(2025, 11, 19), date(2026, 2, 2)), home(date(2026, 2, 2), date(2026, 2, 9), "T2"),
        home(date(2026, 2, 9)),
    )  # fmt: skip
    assert one(8)[PLACEMENTS] == 2
    assert one(8, on=date(2026, 11, 19))[PLACEMENTS] == 3


def test_another_placement_with_the_same_carer_is_no_placement_more(service):
    service.child(
        CARE, home(date(2025, 3, 3), date(2026, 2, 2), start_reason="S"), home(date(2026, 2, 2), date(2026, 4, 1), "U4", start_reason="T"),
        home(date(2026, 4, 1), date(2026, 6, 1), "U1", start_reason="U"), home(date(2026, 6, 1), start_reason="P"),
    )  # fmt: skip
    assert one(8)[PLACEMENTS] == 2
    assert one(8, on=date(2027, 3, 1))[PLACEMENTS] == 2  # the first carer again, by the placements that are in these twelve months


def test_the_newest_home_is_told_with_its_provider_and_number(service):
    service.child(CARE, home(date(2026, 2, 9), kind="K2", provider="PR4", postcode="WR1 2AB", urn="SC123456", outside_area=True, location="330"))
    row = one(8)
    assert (row["Start Date of Most Recent Placement"], row["Placement Type"], row["Placement Provider"]) == (date(2026, 2, 9), "p) K2: Children's Homes", "e) PR4: Private provision")
    assert (row[POSTCODE], row["URN of Placement"], row[LOCATION], row[LA]) == ("WR1 2AB", "SC123456", "b) Out", "Birmingham")


def test_a_confidential_home_has_no_postcode(service):
    service.child(CARE, home(date(2026, 2, 9), postcode="WR1 2AB", location="CON", outside_area=False))
    assert (one(8)[POSTCODE], one(8)[LOCATION], one(8)[LA]) == (None, "a) In", "CON - confidential")


def test_where_nobody_said_it_the_area_stays_blank(service):
    service.child(CARE, home(date(2026, 2, 9)))
    assert (one(8)[LOCATION], one(8)[LA]) == (None, None)


def test_a_second_time_in_care_within_twelve_months_is_told(service):
    service.child(("looked_after", date(2024, 1, 8), {"until": date(2025, 12, 1), "end_reason": "E4B"}), ("looked_after", date(2026, 6, 1)))
    assert one(8)[annex_a.CARE_AGAIN] == "a) Yes"
    assert one(8, on=date(2026, 12, 2))[annex_a.CARE_AGAIN] == "b) No"


def test_times_missing_are_counted_apart_from_times_away(service):
    child = service.child(CARE)
    for day, kind in ((date(2025, 11, 20), "M"), (date(2026, 3, 2), "M"), (date(2026, 4, 2), "M"), (date(2026, 5, 4), "A")):
        service.add(child, "missing", day, {"kind": kind, "until": day})
    row = one(8)
    assert (row[annex_a.MISSING], row[annex_a.ABSENT], row[annex_a.OFFERED], row[annex_a.ACCEPTED]) == (2, 1, None, None)


def test_the_interview_after_the_last_time_missing_is_the_one_that_is_told(service):
    child = service.child(CARE)
    first = service.add(child, "missing", date(2026, 3, 2), {"kind": "M", "until": date(2026, 3, 2)})
    service.add(child, "return_interview", date(2026, 3, 4), {"episode": first, "offered": True, "accepted": True})
    assert (one(8)[annex_a.OFFERED], one(8)[annex_a.ACCEPTED]) == ("a) Yes", "a) Yes")
    last = service.add(child, "missing", date(2026, 4, 2), {"kind": "M", "until": date(2026, 4, 2)})
    assert (one(8)[annex_a.OFFERED], one(8)[annex_a.ACCEPTED]) == (None, None)
    service.add(child, "return_interview", date(2026, 4, 4), {"episode": last, "offered": True, "accepted": False})
    assert (one(8)[annex_a.OFFERED], one(8)[annex_a.ACCEPTED]) == ("a) Yes", "b) No")


def test_what_a_list_counted_without_days_is_added_to_by_what_came_after_it(service):
    told = ("list_answers", date(2026, 11, 2), {"missing": 3, "placements": 2, "interview_offered": True, "interview_accepted": False})
    child = service.child(CARE, home(date(2025, 3, 3)), told)
    row = one(8)
    assert (row[annex_a.MISSING], row[PLACEMENTS], row[annex_a.OFFERED], row[annex_a.ACCEPTED]) == (3, 2, "a) Yes", "b) No")
    service.add(child, "missing", date(2026, 11, 9), {"kind": "M", "until": date(2026, 11, 9)})
    assert one(8)[annex_a.MISSING] == 4


@pytest.mark.parametrize(
    "facts, in_care, leaving",
    [
        ({"unaccompanied": True}, "a) Yes", "a) Yes"),
        ({"unaccompanied": True, "unaccompanied_ended": date(2025, 11, 20)}, "a) Yes", "a) Yes"),
        ({"unaccompanied": True, "unaccompanied_ended": date(2025, 11, 19)}, "b) No", "a) Yes"),
        ({"unaccompanied": False}, "b) No", "b) No"),
        ({}, "b) No", "b) No"),
    ],
)
def test_a_child_who_came_alone_is_told_in_care_for_the_last_year_and_leaving_care_for_ever(service, facts, in_care, leaving):
    service.child(CARE, ("leaving_care", date(2026, 9, 1), {"eligibility": "eligible"}), born=date(2010, 9, 1), **facts)
    assert (one(8)[annex_a.UASC_NOW], one(9)[annex_a.UASC_EVER]) == (in_care, leaving)


@pytest.mark.parametrize(
    "born, care, said",
    [
        (date(2010, 3, 1), (date(2025, 3, 3), None), "d) Eligible child"),
        (date(2010, 3, 1), (date(2026, 10, 1), None), None),
        (date(2011, 3, 1), (date(2025, 3, 3), None), None),
        (date(2010, 3, 1), (date(2025, 3, 3), date(2026, 6, 1)), "a) Relevant child"),
        (date(2010, 3, 1), (date(2025, 3, 3), date(2026, 2, 1)), None),
        (date(2010, 3, 1), (date(2020, 3, 3), date(2024, 6, 1)), None),
    ],
)
def test_eligible_and_relevant_follow_from_thirteen_weeks_in_care_since_fourteen(service, born, care, said):
    begun, until = care
    service.child(("looked_after", begun, {"until": until}), born=born)
    assert [row[ELIGIBILITY] for row in listed(9)] == ([said] if said else [])


def test_what_the_record_says_of_leaving_care_goes_before_what_follows_from_care(service):
    care = ("looked_after", date(2025, 3, 3))
    service.child(care, ("leaving_care", date(2026, 3, 1), {"eligibility": "qualifying"}), born=date(2010, 3, 1), reference="a")
    service.child(care, ("leaving_care", date(2026, 3, 1), {"eligibility": "eligible", "until": date(2026, 9, 1)}), born=date(2010, 3, 1), reference="b")
    assert [(row["Child Unique ID"], row[ELIGIBILITY]) for row in listed(9)] == [("a", "c) Qualifying care leaver")]


def test_the_last_contact_says_where_a_young_person_lives_and_what_they_do(service):
    owed = ("leaving_care", date(2025, 3, 1), {"eligibility": "former_relevant"})
    first = ("leaving_care_contact", date(2026, 5, 1), {"in_touch": "NO"})
    last = ("leaving_care_contact", date(2026, 10, 1), {"in_touch": "YES", "accommodation": "Z", "suitable": True, "activity": "G5"})
    service.child(owed, first, last, ("pathway_plan", date(2026, 9, 1), {"kind": "review"}), ("pathway_plan", ON, {"kind": "plan"}), born=date(2007, 3, 1))
    row = one(9)
    assert (row[IN_TOUCH], row["Latest Date of Contact"], row["Latest Pathway Plan Review Date"]) == ("a) Yes", date(2026, 10, 1), date(2026, 9, 1))
    assert (row["Type of Accommodation"], row["Suitability of Accommodation"], row["Activity Status"]) == ("Z: With former foster carers", "a) Suitable", "G5: NEET - other")
    assert one(9, on=date(2026, 9, 1))[IN_TOUCH] == "b) No"


def test_a_young_person_is_held_by_a_social_worker_or_else_by_their_adviser(service):
    owed = ("leaving_care", date(2025, 3, 1), {"eligibility": "former_relevant"})
    dean = service.worker("dean", "personal_adviser", service.east)
    adviser = ("allocation", date(2025, 3, 1), {"works_as": "personal_adviser", "worker": dean.pk, "team": service.east.pk})
    worker = ("allocation", date(2024, 3, 1), {"works_as": "social_worker", "worker": service.priya.pk, "team": service.east.pk})
    service.child(worker, owed, adviser, born=date(2007, 3, 1), reference="a")
    service.child(owed, adviser, born=date(2007, 3, 1), reference="b")
    assert [(row[TEAM], row[WORKER], row["Allocated Personal Advisor"]) for row in listed(9)] == [("East", "Priya", "Dean"), ("East", "Dean", "Dean")]
