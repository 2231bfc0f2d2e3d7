"""List 9: young people owed leaving care services at the inspection."""

from datetime import date, timedelta
from typing import Any

from goldthread.clock.ages import reaches
from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.about import Cell, age, child_and_facts, disabled, facts, holders, team_and_worker
from goldthread.exchange.annex_a_out.front import Rows
from goldthread.exchange.annex_a_out.known import Known
from goldthread.exchange.annex_a_out.need import ADULT, in_care_now, short_breaks

COUNTS_FROM, RELEVANT = 14, 16
LONG_ENOUGH = timedelta(weeks=13)


def leaving(child: Known) -> Rows:
    eligibility = _eligibility(child)
    if not eligibility:
        return
    known = facts(child)
    contact = child.latest("leaving_care_contact")
    yield (
        *child_and_facts(child), labels.YES if known and known.unaccompanied else labels.NO, disabled(child), *_held_by(child), _adviser(child),
        labels.ELIGIBILITY[eligibility], _reviewed(child), *_in_touch(contact),
    )  # fmt: skip


def _eligibility(child: Known) -> str:
    """As the record says; where it says nothing of leaving care, eligible and relevant children follow from their time in care."""
    owed = child.of("leaving_care")
    if owed:
        current = child.latest("leaving_care", lambda entry: entry.until is None and entry.eligibility)
        return current.eligibility if current else ""
    return _from_care(child)


def _from_care(child: Known) -> str:
    """Eligible (looked after) or relevant (no longer), aged 16 or 17, after 13 weeks in care since 14, some of it at 16 or over.

    Children Act 1989, schedule 2 paragraph 19B and section 23A; Care Leavers (England) Regulations 2010, regulation 3.
    """
    known, years = facts(child), age(child)
    if years is None or not RELEVANT <= years < ADULT or known.born is None:
        return ""
    counted = _in_care_from(child, reaches(known.born, COUNTS_FROM))
    if counted < LONG_ENOUGH or not _in_care_from(child, reaches(known.born, RELEVANT)):
        return ""
    return "eligible" if in_care_now(child) else "relevant"


def _in_care_from(child: Known, day: date) -> timedelta:
    times = ((max(care.day, day), care.until or child.on) for care in child.of("looked_after") if not short_breaks(child, care))
    return sum((until - begun for begun, until in times if until > begun), timedelta())


def _held_by(child: Known) -> tuple[Cell, Cell]:
    """Who holds the young person now: a social worker, else the personal adviser; else whoever held them last."""
    held = [*holders(child, "personal_adviser"), *holders(child)]
    current = [a for a in held if a.until is None]
    return team_and_worker(child, next(iter(reversed(current or held)), None))


def _adviser(child: Known) -> Cell:
    return team_and_worker(child, next(iter(reversed(holders(child, "personal_adviser"))), None))[1]


def _reviewed(child: Known) -> date | None:
    review = child.latest("pathway_plan", lambda plan: plan.kind == "review")
    return review.day if review else None


def _in_touch(contact: Any) -> tuple[Cell, ...]:
    """In touch, day, accommodation, suitability, activity."""
    if contact is None:
        return (None,) * 5
    return (
        labels.IN_TOUCH.get(contact.in_touch), contact.day, labels.HOME.get(contact.accommodation),
        labels.SUITABLE.get(contact.suitable) if contact.accommodation else None, labels.ACTIVITY.get(contact.activity),
    )  # fmt: skip
