"""The rules, by family. `RULES` holds every version of every one that is owed to a child, in the order of the rule book.

`SERVICE_RULES` are what the service itself owes: asked of its own words, and never of a child's.
"""

from goldthread.duties.rules import (
    assessment,
    care_entry,
    care_reviews,
    care_visits,
    enquiry,
    front_door,
    health_education,
    inspection,
    leaving_care,
    missing,
    need,
    oversight,
    protection,
    standing,
    unborn,
)
from goldthread.duties.shape import Duty

FAMILIES: dict[str, tuple[Duty, ...]] = {
    "Front door": front_door.RULES,
    "Assessment": assessment.RULES,
    "Enquiry": enquiry.RULES,
    "Protection plan": protection.RULES,
    "Child in need plan": need.RULES,
    "Unborn children": unborn.RULES,
    "Entering care": care_entry.RULES,
    "Visits in care": care_visits.RULES,
    "Reviews in care": care_reviews.RULES,
    "Health and education": health_education.RULES,
    "Missing": missing.RULES,
    "Leaving care": leaving_care.RULES,
    "Oversight": oversight.RULES,
    "Always": standing.RULES,
}
RULES: tuple[Duty, ...] = tuple(duty for family in FAMILIES.values() for duty in family)
CODES: tuple[str, ...] = tuple(dict.fromkeys(code for duty in RULES for code in duty.codes))
SERVICE_FAMILIES: dict[str, tuple[Duty, ...]] = {"Inspection and the service's own clocks": inspection.SERVICE_RULES}
SERVICE_RULES: tuple[Duty, ...] = inspection.SERVICE_RULES
SERVICE_CODES: tuple[str, ...] = inspection.SERVICE_CODES
