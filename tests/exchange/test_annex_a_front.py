"""Lists 1 to 5 and what every list begins with."""

from datetime import date

import pytest

from tests.exchange.annexed import ON, TEAM, WORKER, listed, one

SOURCE, NFA, BEFORE = "Contact Source", "Referral NFA?", "Number of Referrals in Last 12 Months"
UNNEEDED = "Was an Initial Child Protection Conference deemed unnecessary?"
HELD, PLANNED = "Date of Initial Child Protection Conference", "Did the Initial Child Protection Conference Result in a Child Protection Plan"
NEEDED = "Was the child assessed as requiring LA children's social care support?"
SEEN = "Child Seen During Continuous Assessment"
POLICE = {"source": "6"}


def test_contacts_of_six_months_are_listed_and_no_others(service):
    days = [date(2026, 5, 19), date(2026, 5, 20), ON]
    service.child(*[("contact", day, POLICE) for day in days])
    assert [row["Date of Contact"] for row in listed(1)] == days[1:]
    assert [row["Date of Contact"] for row in listed(1, on=date(2026, 11, 19))] == days[:2]


def test_six_months_before_the_end_of_a_long_month_is_the_last_day_of_the_short_one(service):
    service.child(("contact", date(2026, 2, 28), POLICE), ("contact", date(2026, 2, 27), POLICE))
    assert len(listed(1, on=date(2026, 8, 31))) == 1


def test_a_contact_about_brothers_and_sisters_is_a_row_for_each(service):
    for reference in ("B-2", "A-1"):
        service.child(("contact", ON, POLICE), reference=reference)
    assert [row["Child Unique ID"] for row in listed(1)] == ["A-1", "B-2"]


@pytest.mark.parametrize("code, words", [("6", "q) 6: Police"), ("5D", "p1) 5D: LA services"), ("10", "u) 10: Unknown"), ("", "u) 10: Unknown")])
def test_a_source_stands_in_the_words_of_the_template(service, code, words):
    service.child(("contact", ON, {"source": code}))
    assert one(1)[SOURCE] == words


@pytest.mark.parametrize("sex, words", [("M", "a) Male"), ("F", "b) Female"), ("U", "c) Not stated/recorded (or unborn)"), ("", "c) Not stated/recorded (or unborn)")])
def test_sex_is_headed_gender_until_2026(service, sex, words):
    service.child(("contact", ON, POLICE), sex=sex)
    assert (one(1)["Gender"], one(1, layout=2026)["Sex"]) == (words, words)
    assert "Sex" not in one(1)


def test_what_nobody_asked_is_not_yet_obtained(service):
    service.child(("contact", ON, POLICE))
    assert one(1)["Ethnicity"] == "t) NOBT"


@pytest.mark.parametrize(
    "born, expected, said, age",
    [
        (date(2015, 11, 20), None, date(2015, 11, 20), 11),
        (date(2015, 11, 21), None, date(2015, 11, 21), 10),
        (date(2026, 11, 20), None, date(2026, 11, 20), 0),
        (None, date(2027, 1, 5), date(2027, 1, 5), -1),
        (None, None, None, None),
        (date(1899, 5, 1), None, date(1899, 5, 1), 127),
    ],
)
def test_age_is_completed_years_and_an_unborn_child_is_minus_one(service, born, expected, said, age):
    service.child(("contact", ON, POLICE), born=born, expected=expected)
    row = one(1)
    assert (row["Date of Birth"], row["Age of Child (Years)"]) == (said, age)


def test_a_baby_born_after_the_inspection_was_not_born_yet(service):
    service.child(("contact", date(2026, 10, 1), POLICE), born=date(2026, 11, 1))
    assert one(1, on=date(2026, 10, 15))["Age of Child (Years)"] == -1


def test_early_help_is_listed_while_it_goes_on_and_for_six_months(service):
    early, late = date(2025, 1, 6), date(2026, 9, 7)
    service.child(("early_help", early, {"organisation": "Oak School", "until": date(2025, 2, 3), "help_until": date(2025, 6, 1)}), reference="ended")
    service.child(("early_help", early, {"organisation": "Oak School", "until": date(2025, 2, 3)}), reference="goes-on")
    service.child(("early_help", late, {"organisation": "Family hub", "help_until": date(2026, 10, 1)}), reference="lately")
    rows = {row["Child Unique ID"]: row for row in listed(2)}
    assert set(rows) == {"goes-on", "lately"}
    assert rows["goes-on"]["Assessment completion date"] == date(2025, 2, 3)
    assert (rows["lately"]["Assessment completion date"], rows["lately"]["Organisation completing assessment"]) == (None, "Family hub")


def test_a_referral_counts_those_of_the_twelve_months_before_it_and_not_itself(service):
    days = [date(2025, 9, 30), date(2025, 10, 1), date(2026, 4, 1), date(2026, 10, 1)]
    service.child(*[("referral", day, {"decision": "no_further"}) for day in days])
    (row,) = listed(3)
    assert (row["Date of referral"], row[BEFORE], row[NFA]) == (days[-1], 2, "a) Yes")


def test_a_count_that_a_return_told_stands_where_the_record_knows_less(service):
    service.child(("referral", date(2026, 10, 1), {"decision": "no_further", "earlier": 3}))
    assert one(3)[BEFORE] == 3


@pytest.mark.parametrize("decision, decided, said", [("accepted", ON, "b) No"), ("no_further", ON, "a) Yes"), ("", None, None), ("no_further", date(2026, 11, 21), None)])
def test_a_referral_that_nobody_has_decided_on_says_neither(service, decision, decided, said):
    service.child(("referral", ON, {"decision": decision, "decided": decided}))
    assert one(3)[NFA] == said


def test_work_was_done_by_whom_it_names_or_who_held_the_child_or_who_wrote_it(service):
    service.child(("referral", ON, {"worker": service.priya.pk, "team": service.east.pk}), reference="a")
    service.child(("referral", ON, {"worker_named": "Somebody Else", "team_named": "West"}), reference="b")
    held = ("allocation", date(2026, 1, 5), {"works_as": "social_worker", "worker": service.priya.pk, "team": service.east.pk})
    service.child(held, ("referral", ON), reference="c")
    service.child(("referral", ON), reference="d")
    assert [(row[TEAM], row[WORKER]) for row in listed(3)] == [("East", "Priya"), ("West", "Somebody Else"), ("East", "Priya"), ("East", "Ngozi")]


def test_assessments_are_listed_while_they_are_open_or_lately_authorised(service):
    start = date(2026, 3, 2)
    for until in (date(2026, 5, 19), date(2026, 5, 20), date(2026, 11, 21), None):
        service.child(("assessment", start, {"until": until, "outcome": "services"}), reference=f"until-{until}")
    rows = {row["Child Unique ID"]: row for row in listed(4)}
    assert set(rows) == {"until-2026-05-20", "until-2026-11-21", "until-None"}
    assert (rows["until-2026-05-20"]["Continuous Assessment Date of Authorisation"], rows["until-2026-05-20"][NEEDED]) == (date(2026, 5, 20), "a) Yes")
    assert (rows["until-2026-11-21"]["Continuous Assessment Date of Authorisation"], rows["until-2026-11-21"][NEEDED]) == (None, None)


@pytest.mark.parametrize("outcome, said", [("services", "a) Yes"), ("early_help", "b) No"), ("none", "b) No"), ("", None)])
def test_support_was_needed_if_the_work_goes_on(service, outcome, said):
    service.child(("assessment", date(2026, 9, 1), {"until": date(2026, 10, 1), "outcome": outcome}))
    assert one(4)[NEEDED] == said


def test_a_child_was_seen_if_the_assessment_or_a_visit_in_its_time_says_so(service):
    assessed = ("assessment", date(2026, 9, 1), {"until": date(2026, 10, 1)})
    service.child(assessed, reference="a")
    service.child(assessed, ("visit", date(2026, 9, 8), {"made": True, "child_seen": True}), reference="b")
    service.child(assessed, ("visit", date(2026, 10, 8), {"made": True, "child_seen": True}), reference="c")
    service.child(("assessment", date(2026, 9, 1), {"until": date(2026, 10, 1), "child_seen": False}), reference="d")
    assert [row[SEEN] for row in listed(4)] == ["c) Unknown", "a) Yes", "c) Unknown", "b) No"]


@pytest.mark.parametrize("codes, said", [([], "c) Unknown"), (["NONE"], "b) No"), (["AUT", "LD"], "a) Yes"), (["ANY"], "a) Yes")])
def test_disability_is_yes_no_or_not_known(service, codes, said):
    service.child(("assessment", date(2026, 9, 1)), disabilities=codes)
    assert one(4)["Does the Child have a Disability"] == said


def test_an_enquiry_has_the_conference_it_led_to(service):
    first, second = date(2026, 7, 1), date(2026, 9, 1)
    service.child(
        ("enquiry", first, {"until": date(2026, 7, 8), "conference_needed": False}), ("enquiry", second, {"until": date(2026, 9, 8), "conference_needed": True}),
        ("conference", date(2026, 9, 18), {"kind": "initial", "decision": "plan"}), ("conference", date(2026, 11, 10), {"kind": "review", "decision": "continue"}),
    )  # fmt: skip
    rows = listed(5)
    assert [(row[UNNEEDED], row[HELD], row[PLANNED]) for row in rows] == [("a) Yes", None, None), ("b) No", date(2026, 9, 18), "a) Yes")]
    assert [row["Number of Section 47 Enquiries in the last 12 months"] for row in rows] == [0, 1]
    assert [row["Number of ICPCs in the last 12 months"] for row in rows] == [0, 0]


def test_an_open_enquiry_says_nothing_of_a_conference(service):
    service.child(("enquiry", date(2026, 11, 2), {"until": date(2026, 11, 25), "conference_needed": True}))
    assert (one(5)[UNNEEDED], one(5)[HELD]) == (None, None)
    assert one(5, on=date(2026, 11, 25))[UNNEEDED] == "b) No"


def test_a_conference_for_a_child_who_moved_here_on_a_plan_belongs_to_no_enquiry(service):
    service.child(("enquiry", date(2026, 9, 1)), ("conference", date(2026, 9, 10), {"kind": "initial", "transfer_notified": date(2026, 9, 2)}))
    assert one(5)[HELD] is None


def test_a_conference_after_the_inspection_has_not_been_held(service):
    service.child(("enquiry", date(2026, 11, 2)), ("conference", date(2026, 11, 20), {"kind": "initial", "decision": "no_plan"}))
    assert (one(5)[HELD], one(5)[PLANNED]) == (date(2026, 11, 20), "b) No")
    assert (one(5, on=date(2026, 11, 19))[HELD], one(5, on=date(2026, 11, 19))[PLANNED]) == (None, None)
