"""The rules, by family. `RULES` holds every version of every one that is owed to a child, in the order of the rule book.

`SERVICE_RULES` are what the service itself owes: asked of its own words, and never of a child's.
"""

from types import ModuleType

from goldthread.duties.accounted import NotADuty
from goldthread.duties.rules import (
    adoption,
    allegations,
    assessment,
    assessment_steps,
    at_the_door,
    care_approvals,
    care_entry,
    care_reviews,
    care_visits,
    care_visits_other,
    conference,
    court,
    court_orders,
    emergency,
    enquiry,
    fostering,
    front_door,
    health_education,
    homes,
    incidents,
    inspection,
    leaving_care,
    missing,
    need,
    oversight,
    planning_care,
    private_fostering,
    protection,
    protection_steps,
    reform,
    reviews_around,
    rights,
    standing,
    unborn,
    workforce,
)
from goldthread.duties.shape import Duty

_WRITTEN_IN: dict[str, tuple[ModuleType, ...]] = {
    "Front door": (front_door, at_the_door),
    "Assessment": (assessment, assessment_steps),
    "Enquiry": (enquiry, conference, emergency),
    "Protection plan": (protection, protection_steps),
    "Child in need plan": (need,),
    "Unborn children": (unborn,),
    "Court and orders": (court, court_orders),
    "Entering care": (care_entry, care_approvals),
    "Planning care": (planning_care,),
    "Visits in care": (care_visits, care_visits_other),
    "Reviews in care": (care_reviews,),
    "Around reviews": (reviews_around,),
    "Health and education": (health_education,),
    "Missing": (missing,),
    "Fostering": (fostering,),
    "Adoption": (adoption,),
    "Leaving care": (leaving_care,),
    "Private fostering and living away": (private_fostering,),
    "Allegations": (allegations,),
    "Deaths and serious incidents": (incidents,),
    "Complaints and information": (rights,),
    "Workforce": (workforce,),
    "Children's homes": (homes,),
    "Reform": (reform,),
    "Oversight": (oversight,),
    "Always": (standing,),
}
_SERVICE_WRITTEN_IN: dict[str, tuple[ModuleType, ...]] = {
    "Inspection and the service's own clocks": (inspection,),
    "Reform of the service": (reform,),
}
_MODULES = sorted(
    {m for some in (*_WRITTEN_IN.values(), *_SERVICE_WRITTEN_IN.values()) for m in some}, key=lambda m: m.__name__
)

FAMILIES: dict[str, tuple[Duty, ...]] = {
    family: tuple(duty for module in modules for duty in module.RULES) for family, modules in _WRITTEN_IN.items()
}
RULES: tuple[Duty, ...] = tuple(duty for family in FAMILIES.values() for duty in family)
CODES: tuple[str, ...] = tuple(dict.fromkeys(code for duty in RULES for code in duty.codes))
SERVICE_FAMILIES: dict[str, tuple[Duty, ...]] = {
    family: tuple(duty for module in modules for duty in module.SERVICE_RULES)
    for family, modules in _SERVICE_WRITTEN_IN.items()
}
SERVICE_RULES: tuple[Duty, ...] = tuple(duty for family in SERVICE_FAMILIES.values() for duty in family)
SERVICE_CODES: tuple[str, ...] = tuple(dict.fromkeys(code for duty in SERVICE_RULES for code in duty.codes))

STATISTICS: tuple[Duty, ...] = tuple(duty for module in _MODULES for duty in getattr(module, "STATISTICS", ()))
"""What a national statistic counts where a duty is counted otherwise: asked for, explained, and on nobody's desk."""

STATISTIC_CODES: tuple[str, ...] = tuple(dict.fromkeys(code for duty in STATISTICS for code in duty.codes))
NOT_DUTIES: tuple[NotADuty, ...] = tuple(row for module in _MODULES for row in getattr(module, "NOT_DUTIES", ()))
