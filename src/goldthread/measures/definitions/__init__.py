"""Every measure, by the headings of the Department's and inspectors' indicators, and what the record cannot answer."""

from goldthread.measures.definitions import (
    assessment,
    care,
    care_duties,
    early_help,
    enquiry,
    front_door,
    homes,
    leaving_care,
    missing_adoption,
    plans,
    protection,
    protection_plans,
    unborn,
    workforce,
)
from goldthread.measures.definitions.cannot import CANNOT
from goldthread.measures.shape import Measure

PARTS = (
    front_door, early_help, assessment, unborn, enquiry, protection, protection_plans, plans, care, homes, care_duties, missing_adoption,
    leaving_care, workforce,
)  # fmt: skip
MEASURES: dict[str, Measure] = {m.code: m for part in PARTS for m in part.MEASURES}

__all__ = ["CANNOT", "MEASURES", "PARTS"]
