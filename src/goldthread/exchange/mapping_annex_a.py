"""Rows of the Annex A lists into what they tell of a child."""

from collections.abc import Callable
from datetime import date

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
    if v.get("Does the Child have a Disability") is False:
        child.fact(row, "disabilities", ["NONE"])


def _held(child: ChildTold, row: Row, part: str = "social_worker", column: str = "Allocated Worker", since: object = None) -> None:
    worker, team = row.values.get(column), row.values.get("Allocated Team")
    day = since or child.told_on
    if (worker or team) and isinstance(day, date):
        said = ", ".join(str(x) for x in (worker, team) if x)
        child.tell(row, "allocation", f"{part} {said}"[:90], day, {"works_as": part, "named": worker, "team_named": team})


def contact(child: ChildTold, row: Row) -> None:
    day: date = row.values["Date of Contact"]
    source = row.values.get("Contact Source")
    child.tell(row, "contact", f"{day.isoformat()} {source or ''}", day, {"source": source})


def early_help(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Assessment start date"]
    ended = v.get("Assessment completion date")
    done = f" Completed on {ended:%d/%m/%Y}." if isinstance(ended, date) else ""
    child.tell(row, "note", f"early help {day.isoformat()}", day, {
        "kind": "other", "title": "Early help assessment began", "note": f"By {v.get('Organisation completing assessment') or 'an agency not named'}.{done}",
    })  # fmt: skip


def referral(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Date of referral"]
    no_further = v.get("Referral NFA?")
    child.tell(row, "referral", day.isoformat(), day, {
        "source": v.get("Referral Source"), "decision": None if no_further is None else "no_further" if no_further else "accepted",
        "named": v.get("Allocated Worker"), "team_named": v.get("Allocated Team"),
    })  # fmt: skip


def assessment(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Continuous Assessment Start Date"]
    supported = v.get(annex_a.ASSESSMENTS.columns[9].name)
    child.tell(row, "assessment", day.isoformat(), day, {
        "kind": "single", "child_seen": v.get("Child Seen During Continuous Assessment"),
        "outcome": None if supported is None else "services" if supported else "none",
        "named": v.get("Allocated Worker"), "team_named": v.get("Allocated Team"),
    }, v.get("Continuous Assessment Date of Authorisation"), ends=True)  # fmt: skip


def section_47(child: ChildTold, row: Row) -> None:
    v = row.values
    planned = v.get("Did the Initial Child Protection Conference Result in a Child Protection Plan")
    enquiry(
        child, row, v["Strategy discussion initiating Section 47 Enquiry Start Date"],
        unneeded=v.get("Was an Initial Child Protection Conference deemed unnecessary?"),
        held=v.get("Date of Initial Child Protection Conference"), decision=None if planned is None else "plan" if planned else "no_plan",
        more={},
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
    else:
        child.note_row(row, "CIN Start Date", "CIN Start Date is blank, so the work with the child cannot be placed in time. What else the row says was kept.")
    _visited(child, row, v.get("Date Child Was Last Seen"), True)
    if v.get("CIN Closure Date") is None:
        _held(child, row, since=day)


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
    if v.get("Child Protection Plan End Date") is None:
        _held(child, row, since=day)


def in_care(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["Date Started to be Looked After"]
    ended = v.get("Date Ceased to be Looked After")
    child.fact(row, "unaccompanied", v.get(annex_a.UASC_NOW))
    child.tell(row, "looked_after", day.isoformat(), day, {
        "primary_need": v.get("Child's Category of Need"), "end_reason": v.get("Reason Ceased to be Looked After"),
    }, ended, ends=True)  # fmt: skip
    _care_now(child, row, ended)
    for column, kind, values in _LATEST:
        if isinstance(latest := v.get(column), date):
            child.tell(row, kind, f"{values.get('kind', '')} {latest.isoformat()}".strip(), latest, values)
    _visited(child, row, v.get("Date of Last Social Work Visit"), None)
    if aim := v.get("What is the permanence plan for this child?"):
        _remark(child, row, "Plan for permanence", f"The plan for permanence: {str(aim).replace('_', ' ')}.")
    if ended is None:
        _held(child, row, since=day)


_LATEST: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("Date of Latest Statutory Review", "review", {}),
    ("Date of Last Health Assessment", "health_assessment", {"kind": "review"}),
    ("Date of Last Dental Check", "health_assessment", {"kind": "dental"}),
    ("Date of Last IRO Visit / Contact to the Child", "note", {"kind": "other", "title": "The reviewing officer was in touch with the child"}),
)


def _care_now(child: ChildTold, row: Row, ended: object) -> None:
    v = row.values
    if isinstance(ruled := v.get("Start date of current legal status"), date) and (status := v.get("Child's Legal Status")):
        child.tell(row, "legal_status", ruled.isoformat(), ruled, {"status": status}, ended, ends=True)
    if isinstance(moved := v.get("Start Date of Most Recent Placement"), date):
        child.tell(row, "placement", moved.isoformat(), moved, {
            "kind": v.get("Placement Type"), "provider": v.get("Placement Provider"), "postcode": v.get("Placement postcode"),
            "urn": str(v["URN of Placement"])[:12] if v.get("URN of Placement") else None, "location": v.get("LA of Placement") or v.get("Placement Location"),
        }, ended, ends=True)  # fmt: skip


def _remark(child: ChildTold, row: Row, title: str, words: str) -> None:
    if child.told_on is not None:
        child.tell(row, "note", f"{title} {child.told_on.isoformat()}", child.told_on, {"kind": "other", "title": title, "note": words})


def leaving(child: ChildTold, row: Row) -> None:
    v = row.values
    known = child.facts.get("born")
    born: date | None = known[1] if known else None
    if (eligibility := v.get("Eligibility Category")) and born:
        since = reaches(born, ADULT if eligibility == "former_relevant" else RELEVANT)
        since = min(since, child.told_on or since)
        stopped = v.get("LA in Touch") in ("DIED", "NREQ", "RHOM")
        child.tell(row, "leaving_care", "", since, {"eligibility": eligibility}, reaches(born, LEAVES) if stopped else None, ends=True)
    reached = v.get("Latest Date of Contact") or child.told_on
    if isinstance(reached, date):
        fits = v.get("Suitability of Accommodation")
        child.tell(row, "leaving_care_contact", reached.isoformat(), reached, {
            "in_touch": v.get("LA in Touch"), "activity": v.get("Activity Status"), "accommodation": v.get("Type of Accommodation"),
            "suitable": None if fits is None else fits == "1",
        })  # fmt: skip
    if isinstance(reviewed := v.get("Latest Pathway Plan Review Date"), date):
        child.tell(row, "pathway_plan", f"review {reviewed.isoformat()}", reviewed, {"kind": "review"})
    _held(child, row)
    _held(child, row, "personal_adviser", "Allocated Personal Advisor")


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
    })  # fmt: skip


TABLES: dict[str, Callable[[ChildTold, Row], None]] = {
    "1": contact, "2": early_help, "3": referral, "4": assessment, "5": section_47, "6": in_need, "7": protection, "8": in_care,
    "9": leaving, "10": adoption,
}  # fmt: skip
"""What each list tells. List 11 is of adopters, who are not children."""
