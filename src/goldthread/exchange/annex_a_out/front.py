"""Lists 1 to 5: one row for each contact, early help assessment, referral, assessment and enquiry."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from goldthread.clock.ages import add_months
from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.about import Cell, child_and_facts, disabled, done_by
from goldthread.exchange.annex_a_out.known import Known

Rows = Iterator[tuple[Cell, ...]]
SINCE, YEAR = 6, 12  # months


def contacts(child: Known) -> Rows:
    for contact in _lately(child, "contact"):
        yield *child_and_facts(child), contact.day, labels.SOURCE.get(contact.source, labels.SOURCE[""])


def early_help(child: Known) -> Rows:
    """Assessments of the six months before, and help that goes on."""
    since = child.asked.months_before(SINCE)
    for help_ in child.of("early_help"):
        if help_.day >= since or child.past(help_.help_until) is None:
            yield *child_and_facts(child), help_.day, help_.until, help_.organisation or None


def referrals(child: Known) -> Rows:
    for referral in _lately(child, "referral"):
        no_further = {"no_further": True, "accepted": False}.get(decision(child, referral))
        before = max(earlier(child.of("referral"), referral.day), referral.earlier or 0)
        yield (
            *child_and_facts(child), referral.day, labels.SOURCE.get(referral.source, labels.SOURCE[""]), labels.yes_no(no_further), before,
            *done_by(child, referral, referral.day),
        )  # fmt: skip


def decision(child: Known, referral: Any) -> str:
    """What had been decided on a referral by the inspection; "" where nothing had."""
    return referral.decision if referral.decided is None or referral.decided <= child.on else ""


def assessments(child: Known) -> Rows:
    """Assessments that were open at the inspection or authorised in the six months before."""
    since = child.asked.months_before(SINCE)
    for one in child.of("assessment"):
        if one.until is None or one.until >= since:
            needed = None if one.until is None or not one.outcome else one.outcome == "services"
            yield (
                *child_and_facts(child), disabled(child), one.day, labels.yes_no_unknown(_seen(child, one)), one.until,
                labels.yes_no(needed), *done_by(child, one, one.until or child.on),
            )  # fmt: skip


def _seen(child: Known, assessment: Any) -> bool | None:
    """Whether the child was seen during it: as it says, or as a visit in that time does."""
    until = assessment.until or child.on
    if any(visit.child_seen and assessment.day <= visit.day <= until for visit in child.of("visit")):
        return True
    later = assessment.seen_on is not None and assessment.seen_on > child.on
    return None if later else assessment.child_seen


def enquiries(child: Known) -> Rows:
    """Each enquiry with the initial conference it led to."""
    held = [c for c in child.of("conference") if c.kind == "initial" and c.transfer_notified is None]
    begun = child.of("enquiry")
    for one in _lately(child, "enquiry"):
        conference = _conference(one, begun, held)
        others = [c for c in held if c is not conference]
        yield (
            *child_and_facts(child), disabled(child), one.day, labels.yes_no(_unneeded(one, conference)),
            conference.day if conference else None,
            labels.yes_no({"plan": True, "no_plan": False}.get(conference.decision) if conference else None),
            max(earlier(begun, one.day), one.earlier or 0), max(earlier(others, one.day), one.earlier_conferences or 0),
            *done_by(child, one, one.until or child.on),
        )  # fmt: skip


def _conference(enquiry: Any, begun: Sequence[Any], held: Sequence[Any]) -> Any:
    """The first conference after the enquiry began and before the next one did."""
    following = min((other.day for other in begun if other.day > enquiry.day), default=date.max)
    return next((c for c in held if enquiry.day <= c.day < following), None)


def _unneeded(enquiry: Any, conference: Any) -> bool | None:
    """Whether a conference was deemed unnecessary; not said while the enquiry is open."""
    if conference is not None:
        return False
    decided_later = enquiry.ends is not None and enquiry.until is None
    return None if decided_later or enquiry.conference_needed is None else not enquiry.conference_needed


def earlier(entries: Sequence[Any], day: date) -> int:
    """How many there were in the 12 months before a day, that day not counted."""
    since = add_months(day, -YEAR)
    return sum(since <= entry.day < day for entry in entries)


def _lately(child: Known, kind: str) -> list[Any]:
    since = child.asked.months_before(SINCE)
    return [entry for entry in child.of(kind) if entry.day >= since]
