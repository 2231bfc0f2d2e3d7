"""Rows of the children in need census into what they tell of a child."""

from collections.abc import Callable
from datetime import date

from goldthread.clock.calendars import working_days_in_england
from goldthread.exchange.mapping_ssda903 import pupil_number
from goldthread.exchange.rows import Row
from goldthread.exchange.tells import ChildTold

CONFERENCE_WITHIN = 15  # working days


def child_(child: ChildTold, row: Row) -> None:
    v = row.values
    pupil_number(child, row, v.get("UPN"))
    child.fact(row, "former_upn", v.get("FormerUPN"))
    child.fact(row, "upn_unknown", v.get("UPNunknown"))
    child.fact(row, "sex", v.get("Sex"))
    child.fact(row, "ethnicity", v.get("Ethnicity"))
    child.fact(row, "died", v.get("PersonDeathDate"))
    if v.get("PersonBirthDate") is None:
        child.fact(row, "expected", v.get("ExpectedPersonBirthDate"))
    disabilities = v.get("Disability")
    child.fact(row, "disabilities", list(disabilities) if disabilities else None)


def episode(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["CINreferralDate"]
    no_further = v.get("ReferralNFA")
    child.tell(row, "referral", day.isoformat(), day, {
        "source": v.get("ReferralSource"), "primary_need": v.get("PrimaryNeedCode"),
        "decision": None if no_further is None else "no_further" if no_further else "accepted",
    })  # fmt: skip
    closing(child, row, day, v.get("CINclosureDate"), v.get("ReasonForClosure"))
    conference(child, row, v.get("DateOfInitialCPC"))


def closing(child: ChildTold, row: Row, referred: date, day: object, reason: object) -> None:
    """The end of the work that a referral began."""
    if isinstance(day, date):
        child.tell(row, "closing", referred.isoformat(), day, {"reason": reason}, into="closes", of=("referral", referred.isoformat()))


def conference(child: ChildTold, row: Row, day: object, decision: str | None = None, target: object = None) -> None:
    """An initial conference that was held."""
    if isinstance(day, date):
        child.tell(row, "conference", f"initial {day.isoformat()}", day, {"kind": "initial", "decision": decision, "target": target})


def review_conference(child: ChildTold, row: Row, day: date) -> None:
    child.tell(row, "conference", f"review {day.isoformat()}", day, {"kind": "review"})


def _of_referral(row: Row) -> dict[str, object]:
    referred = row.values.get("CINreferralDate")
    return {"into": "referral", "of": ("referral", referred.isoformat())} if isinstance(referred, date) else {}


def assessment(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["AssessmentActualStartDate"]
    factors = v.get("AssessmentFactors")
    values = {"kind": "single", "review_on": v.get("AssessmentInternalReviewDate"), "factors": list(factors) if factors else None}
    child.tell(row, "assessment", day.isoformat(), day, values, v.get("AssessmentAuthorisationDate"), ends=True, **_of_referral(row))


def need_plan(child: ChildTold, row: Row) -> None:
    day: date = row.values["CINPlanStartDate"]
    child.tell(row, "need_plan", day.isoformat(), day, {}, row.values.get("CINPlanEndDate"), ends=True, **_of_referral(row))


def section_47(child: ChildTold, row: Row) -> None:
    v = row.values
    enquiry(
        child, row, v["S47ActualStartDate"], unneeded=v.get("ICPCnotRequired"), held=v.get("DateOfInitialCPC"),
        target=v.get("InitialCPCtarget"), **_of_referral(row),
    )  # fmt: skip


def enquiry(
    child: ChildTold, row: Row, day: date, *, unneeded: object, held: object, target: object = None, decision: str | None = None,
    values: dict[str, object] | None = None, **more: object,
) -> None:  # fmt: skip
    """Enquiries, the strategy discussion they began with, and the conference they led to.

    Returns do not say when enquiries ended. With a conference, they had by then; with none needed, by the day a
    conference would have been due at the latest.
    """
    child.tell(row, "strategy_discussion", day.isoformat(), day, {"enquiry": True})
    until = held if isinstance(held, date) else _no_later(day, target, child.told_on or child.today) if unneeded else None
    needed = None if unneeded is None and until is None else not unneeded
    said = {"conference_needed": needed, "conference_target": target, **(values or {})}
    child.tell(row, "enquiry", day.isoformat(), day, said, until, **more)
    conference(child, row, held, decision, target)


def _no_later(day: date, target: object, today: date) -> date:
    wanted = target if isinstance(target, date) and target >= day else working_days_in_england().add(day, CONFERENCE_WITHIN)
    return max(day, min(wanted, today))


def protection_plan(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["CPPstartDate"]
    child.tell(row, "protection_plan", day.isoformat(), day, {
        "initial_category": v.get("InitialCategoryOfAbuse"), "latest_category": v.get("LatestCategoryOfAbuse"),
        "previous_plans": v.get("NumberOfPreviousCPP"),
    }, v.get("CPPendDate"), ends=True, **_of_referral(row))  # fmt: skip


def protection_review(child: ChildTold, row: Row) -> None:
    review_conference(child, row, row.values["CPPreviewDate"])


_BEFORE_COURT = {
    "LBPSentDate": "Letter before proceedings sent on {:%d/%m/%Y}.", "InitialPPMeetingDate": "First meeting on {:%d/%m/%Y}.",
    "StepDecisionDate": "Decision on {:%d/%m/%Y}.", "CourtAppDate": "Application to court on {:%d/%m/%Y}.",
    "LetterInitCPDate": "Letter of issue on {:%d/%m/%Y}.", "ReviewMeetingsCount": "{} review meetings.", "PPOutcome": "Outcome {}.",
}  # fmt: skip


def pre_proceedings(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["PPStartDate"]
    said = [words.format(v[column]) for column, words in _BEFORE_COURT.items() if v.get(column) is not None]
    for column, what in (("FGDMMeetingOffer", "offered"), ("FGDMMeetingFac", "held")):
        if v.get(column) is not None:
            said.append(f"Family group decision making {'' if v[column] else 'not '}{what}.")
    child.tell(row, "note", f"pre-proceedings {day.isoformat()}", day, {"kind": "other", "title": "Pre-proceedings began", "note": " ".join(said)})


TABLES: dict[str, Callable[[ChildTold, Row], None]] = {
    "child": child_, "episode": episode, "assessment": assessment, "need_plan": need_plan, "section_47": section_47,
    "protection_plan": protection_plan, "protection_review": protection_review, "pre_proceedings": pre_proceedings,
}  # fmt: skip
"""What each table of the census tells."""
