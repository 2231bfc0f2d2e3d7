"""Rows of the Annex A lists into what they tell of a child."""

from collections.abc import Callable
from datetime import date
from typing import Any

from goldthread.clock.ages import reaches
from goldthread.exchange import annex_a
from goldthread.exchange.mapping_cin import closing, enquiry, review_conference
from goldthread.exchange.mapping_ssda903 import ADULT, LEAVES, RELEVANT
from goldthread.exchange.rows import Row
from goldthread.exchange.tells import ChildTold


def about(child: ChildTold, row: Row) -> None:
    """The columns that every list begins with."""
    v = row.values
    child.fact(row, "sex", v.get("Sex"))
    child.fact(row, "ethnicity", v.get("Ethnicity"))
    disabled = v.get("Does the Child have a Disability", v.get("Disability"))
    if disabled is not None:
        child.disabled(row, disabled)


def _held(
    child: ChildTold, row: Row, part: str = "social_worker", column: str = "Allocated Worker", since: object = None, until: object = None
) -> None:  # fmt: skip
    worker, team = row.values.get(column), row.values.get("Allocated Team")
    day = since or child.told_on
    if (worker or team) and isinstance(day, date):
        ended = until if isinstance(until, date) else None
        said = ", ".join(str(x) for x in (*([f"until {ended}"] if ended else []), worker, team) if x)
        child.tell(row, "allocation", f"{part} {said}"[:90], day, {"works_as": part, "worker_named": worker, "team_named": team}, ended)


def _answers(child: ChildTold, row: Row, **values: Any) -> None:
    """What a list tells without a day, kept as told up to the day the lists describe; nothing where it tells nothing."""
    said = {name: value for name, value in values.items() if value is not None}
    if said and child.told_on is not None:
        child.tell(row, "list_answers", child.told_on.isoformat(), child.told_on, said)


def contact(child: ChildTold, row: Row) -> None:
    day: date = row.values["Date of Contact"]
    source = row.values.get("Contact Source")
    key = f"{day.isoformat()} {source or ''}"
    again = child.nth(row, key)
    child.tell(row, "contact", f"{key} {again}" if again > 1 else key, day, {"source": source})


def early_help(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Assessment start date"]
    organisation = v.get("Organisation completing assessment")
    child.tell(row, "early_help", day.isoformat(), day, {"organisation": organisation}, v.get("Assessment completion date"), ends=True)


def referral(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Date of referral"]
    no_further = v.get("Referral NFA?")
    child.tell(row, "referral", day.isoformat(), day, {
        "source": v.get("Referral Source"), "decision": None if no_further is None else "no_further" if no_further else "accepted",
        "earlier": v.get("Number of Referrals in Last 12 Months"), **_done_by(v),
    })  # fmt: skip


def _done_by(v: dict[str, Any]) -> dict[str, Any]:
    return {"worker_named": v.get("Allocated Worker"), "team_named": v.get("Allocated Team")}


def assessment(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Continuous Assessment Start Date"]
    supported = v.get(annex_a.ASSESSMENTS.columns[9].name)
    child.tell(row, "assessment", day.isoformat(), day, {
        "kind": "single", "child_seen": v.get("Child Seen During Continuous Assessment"),
        "outcome": None if supported is None else "services" if supported else "none", **_done_by(v),
    }, v.get("Continuous Assessment Date of Authorisation"), ends=True)  # fmt: skip


def section_47(child: ChildTold, row: Row) -> None:
    v = row.values
    planned = v.get("Did the Initial Child Protection Conference Result in a Child Protection Plan")
    enquiry(
        child, row, v["Strategy discussion initiating Section 47 Enquiry Start Date"],
        unneeded=v.get("Was an Initial Child Protection Conference deemed unnecessary?"),
        held=v.get("Date of Initial Child Protection Conference"), decision=None if planned is None else "plan" if planned else "no_plan",
        values={
            "earlier": v.get("Number of Section 47 Enquiries in the last 12 months"),
            "earlier_conferences": v.get("Number of ICPCs in the last 12 months"), **_done_by(v),
        },
    )  # fmt: skip


def _visited(child: ChildTold, row: Row, day: object, seen: bool | None, alone: object = None) -> None:
    if isinstance(day, date):
        child.tell(row, "visit", day.isoformat(), day, {"made": True, "child_seen": seen, "seen_alone": alone})


def in_need(child: ChildTold, row: Row) -> None:
    v = row.values
    day = v.get("CIN Start Date")
    if isinstance(day, date):
        child.tell(row, "referral", day.isoformat(), day, {"primary_need": v.get("Primary Need Code"), "decision": "accepted"})
        closing(child, row, day, v.get("CIN Closure Date"), v.get("Reason for Closure"))
        child.ended_before(row, day)
    else:
        child.note_row(row, "CIN Start Date", "CIN Start Date is blank, so the work with the child cannot be placed in time. What else the row says was kept.")
    _visited(child, row, v.get("Date Child Was Last Seen"), True)
    _answers(child, row, status=v.get("Case Status"))
    _held(child, row, since=day, until=v.get("CIN Closure Date"))


def protection(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Child Protection Plan Start Date"]
    child.tell(row, "protection_plan", day.isoformat(), day, {
        "initial_category": v.get("Initial Category of Abuse"), "latest_category": v.get("Latest Category of Abuse"),
        "previous_plans": v.get("Number of Previous Child Protection Plans"),
    }, v.get("Child Protection Plan End Date"), ends=True)  # fmt: skip
    alone = v.get("Was the Child Seen Alone?")
    _visited(child, row, v.get("Date of the Last Statutory Visit"), True if alone else None, alone)
    if isinstance(reviewed := v.get("Date of latest review conference"), date):
        review_conference(child, row, reviewed)
    _answers(child, row, emergency=v.get(annex_a.EMERGENCY))
    _held(child, row, since=day, until=v.get("Child Protection Plan End Date"))


def in_care(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Date Started to be Looked After"]
    ended = v.get("Date Ceased to be Looked After")
    child.alone(row, v.get(annex_a.UASC_NOW))
    child.tell(row, "looked_after", day.isoformat(), day, {
        "primary_need": v.get("Child's Category of Need"), "end_reason": v.get("Reason Ceased to be Looked After"),
    }, ended, ends=True)  # fmt: skip
    _care_now(child, row, ended)
    for column, kind, values in _LATEST:
        if isinstance(latest := v.get(column), date):
            child.tell(row, kind, f"{values.get('kind', '')} {latest.isoformat()}".strip(), latest, values)
    _visited(child, row, v.get("Date of Last Social Work Visit"), None)
    _answers(child, row, **{name: v.get(column) for name, column in _WITHOUT_DAYS.items()}, permanence=_AIM.get(str(v.get(annex_a.PERMANENCE)), v.get(annex_a.PERMANENCE)))
    _held(child, row, since=day, until=ended)


_LATEST: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Date of Latest Statutory Review", "review", {}),
    ("Date of Last Health Assessment", "health_assessment", {"kind": "review"}),
    ("Date of Last Dental Check", "health_assessment", {"kind": "dental"}),
)
_WITHOUT_DAYS = {
    "placements": "Number of Placements in the Last 12 months", "missing": annex_a.MISSING, "away": annex_a.ABSENT,
    "interview_offered": annex_a.OFFERED, "interview_accepted": annex_a.ACCEPTED, "care_again": annex_a.CARE_AGAIN,
    "officer_in_touch": "Date of Last IRO Visit / Contact to the Child",
}  # fmt: skip
_AIM = {"guardianship": "sgo", "supported": "community"}


def _care_now(child: ChildTold, row: Row, ended: object) -> None:
    v = row.values
    if isinstance(ruled := v.get("Start date of current legal status"), date) and (status := v.get("Child's Legal Status")):
        child.tell(row, "legal_status", ruled.isoformat(), ruled, {"status": status}, ended, ends=True)
    if isinstance(moved := v.get("Start Date of Most Recent Placement"), date):
        child.tell(row, "placement", moved.isoformat(), moved, {
            "kind": v.get("Placement Type"), "provider": v.get("Placement Provider"), "postcode": v.get("Placement postcode"),
            "urn": str(v["URN of Placement"])[:12] if v.get("URN of Placement") else None, "location": v.get("LA of Placement"),
            "outside_area": {"IN": False, "OUT": True}.get(str(v.get("Placement Location"))),
        }, ended, ends=True)  # fmt: skip


def leaving(child: ChildTold, row: Row) -> None:
    v = row.values
    known = child.facts.get("born")
    born: date | None = known[1] if known else None
    if (eligibility := v.get("Eligibility Category")) and born:
        since = reaches(born, ADULT if eligibility == "former_relevant" else RELEVANT)
        since = min(since, child.told_on or since)
        stopped = v.get("LA in Touch") in ("DIED", "NREQ", "RHOM")
        child.tell(row, "leaving_care", "", since, {"eligibility": eligibility}, reaches(born, LEAVES) if stopped else None, ends=True)
    child.alone(row, v.get(annex_a.UASC_EVER))
    _reached(child, row)
    if isinstance(reviewed := v.get("Latest Pathway Plan Review Date"), date):
        child.tell(row, "pathway_plan", f"review {reviewed.isoformat()}", reviewed, {"kind": "review"})
    if v.get("Allocated Worker") is None or v["Allocated Worker"] != v.get("Allocated Personal Advisor"):
        _held(child, row)
    _held(child, row, "personal_adviser", "Allocated Personal Advisor")


def _reached(child: ChildTold, row: Row) -> None:
    v = row.values
    fits = v.get("Suitability of Accommodation")
    values = {
        "in_touch": v.get("LA in Touch"), "activity": v.get("Activity Status"), "accommodation": v.get("Type of Accommodation"),
        "suitable": None if fits is None else fits == "1",
    }  # fmt: skip
    told, day = any(value is not None for value in values.values()), v.get("Latest Date of Contact")
    reached = day or (child.told_on if told else None)
    if isinstance(reached, date):
        child.tell(row, "leaving_care_contact", reached.isoformat(), reached, values)


def adoption(child: ChildTold, row: Row) -> None:
    v = row.values
    if isinstance(entered := v.get("Date the Child Entered Care"), date):
        child.tell(row, "looked_after", entered.isoformat(), entered, {}, v.get("Date of Adoption Order"))
    day = v.get("Date of Decision that Child Should be Placed for Adoption")
    if not isinstance(day, date):
        child.note_row(row, "Date of Decision that Child Should be Placed for Adoption",
                       "The decision for adoption has no day, so it could not be placed in the child's life and was left out.")  # fmt: skip
        return
    child.tell(row, "adoption_decision", day.isoformat(), day, {
        "placement_order": v.get("Date of Placement Order"), "matched": v.get("Date of Matching Child and Prospective Adopters"),
        "placed": v.get("Date Placed for Adoption"), "adopted": v.get("Date of Adoption Order"),
        "reversed_on": v.get("Date of Decision that Child Should No Longer be Placed for Adoption"),
        "reversed_because": v.get("Reason Why Child No Longer Placed for Adoption"),
        "early_placement": v.get("Date the child was placed for fostering in FFA or concurrent planning placement"),
        "family": v.get("Family identifier"),
    })  # fmt: skip


_STEPS = {
    "stage_1_began": "Date Stage 1 started", "stage_1_ended": "Date Stage 1 ended", "stage_2_began": "Date Stage 2 started",
    "stage_2_ended": "Date Stage 2 ended", "applied": "Date application submitted", "approved": "Date application approved",
    "matched": "Date adopter matched with child(ren)", "placed": "Date child/children placed with adopter(s)", "adopted": "Date of Adoption Order",
    "left": "Date of leaving adoption process",
}  # fmt: skip


def adopter(person: ChildTold, row: Row) -> None:
    """How far somebody has come who asked about adopting; without the day they asked, from the first step that has one."""
    v = row.values
    steps = {name: v.get(column) for name, column in _STEPS.items()}
    days = [day for day in (v.get("Date enquiry received"), *steps.values()) if isinstance(day, date)]
    if not days:
        person.note_row(row, "Date enquiry received", "Neither the enquiry nor any step has a day, so it cannot be placed in time and was left out.")
        return
    if v.get("Date enquiry received") is None:
        person.note_row(row, "Date enquiry received", f"The enquiry has no day. It was kept from the first step that has one, {min(days):%d/%m/%Y}.")
    day = v.get("Date enquiry received") or min(days)
    person.tell(row, "adopter", day.isoformat(), day, {
        **steps, "family": v.get("Family identifier"), "early_placement": v.get("Is the (prospective) adopter fostering for adoption?"),
        "children_placed": v.get("No. of children placed"), "left_because": v.get("Reason for leaving adoption process"),
    })  # fmt: skip


TABLES: dict[str, Callable[[ChildTold, Row], None]] = {
    "1": contact, "2": early_help, "3": referral, "4": assessment, "5": section_47, "6": in_need, "7": protection, "8": in_care,
    "9": leaving, "10": adoption, "11": adopter,
}  # fmt: skip
"""What each list tells."""
