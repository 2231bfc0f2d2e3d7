"""Lists 10 and 11: children for whom adoption was decided, and adopters."""

from datetime import date

import pytest

from tests.exchange.annexed import listed, one

CARE = ("looked_after", date(2024, 3, 4))
DECIDED = date(2024, 9, 2)


def decision(**values):
    return "adoption_decision", DECIDED, values


@pytest.mark.parametrize(
    "values, listed_on",
    [
        ({}, True), ({"adopted": date(2025, 11, 20)}, True), ({"adopted": date(2025, 11, 19)}, False), ({"adopted": date(2026, 12, 1)}, True),
        ({"reversed_on": date(2025, 11, 20)}, True), ({"reversed_on": date(2025, 11, 19)}, False),
    ],
)  # fmt: skip
def test_a_decision_is_listed_while_it_stands_and_for_a_year_after_it_is_settled(service, values, listed_on):
    service.child(CARE, decision(**values))
    assert bool(listed(10)) is listed_on


def test_every_step_towards_adoption_has_its_day(service):
    steps = {"placement_order": date(2025, 1, 6), "matched": date(2025, 6, 2), "placed": date(2025, 7, 1), "adopted": date(2026, 3, 2), "early_placement": date(2024, 5, 1)}
    service.child(CARE, decision(**steps), family=77)
    row = one(10)
    assert list(row.values())[1] == "77"
    assert [row[column] for column in (
        "Date the Child Entered Care", "Date of Decision that Child Should be Placed for Adoption", "Date of Placement Order",
        "Date of Matching Child and Prospective Adopters", "Date Placed for Adoption", "Date of Adoption Order",
        "Date the child was placed for fostering in FFA or concurrent planning placement",
    )] == [CARE[1], DECIDED, *list(steps.values())]  # fmt: skip


def test_steps_after_the_inspection_have_not_been_taken(service):
    service.child(CARE, decision(placement_order=date(2025, 1, 6), placed=date(2025, 7, 1), reversed_on=date(2026, 3, 2), reversed_because="RD2"))
    row = one(10, on=date(2025, 3, 1))
    assert (row["Date of Placement Order"], row["Date Placed for Adoption"]) == (date(2025, 1, 6), None)
    assert row["Reason Why Child No Longer Placed for Adoption"] is None
    assert one(10)["Reason Why Child No Longer Placed for Adoption"] == "RD2 - The Court did not make a placement order"


def test_adopters_on_their_way_are_listed_and_others_for_a_year(service):
    asked = date(2024, 1, 8)
    for name, values in {"on-the-way": {}, "adopted": {"adopted": date(2025, 11, 20)}, "left": {"left": date(2025, 11, 19)}}.items():
        service.child(("adopter", asked, {**values, "left_because": "1"}), reference=name, born=None)
    rows = {row["Individual adopter identifier"]: row for row in listed(11)}
    assert set(rows) == {"on-the-way", "adopted"}
    assert rows["on-the-way"]["Reason for leaving adoption process"] is None


def test_an_adopter_has_every_step_and_answer(service):
    steps = {name: date(2026, 1, n) for n, name in enumerate(("stage_1_began", "stage_1_ended", "stage_2_began", "stage_2_ended", "applied", "approved", "matched", "placed"), 5)}
    more = {"family": "F9", "early_placement": True, "children_placed": 2, "left": date(2026, 11, 2), "left_because": "2"}
    service.child(("adopter", date(2026, 1, 4), {**steps, **more}), reference="P1", sex="F", ethnicity="WBRI", disabilities=["NONE"])
    assert list(one(11).values()) == [
        "P1", "F9", "b) Female", "a) WBRI", "b) No", "a) Yes", date(2026, 1, 4), *steps.values(), 2, None, date(2026, 11, 2), "2 - Process put on hold",
    ]  # fmt: skip
