"""How much a child weighs in a caseload: local practice, visible and dated."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Weight:
    """What one child of this kind weighs. `letter` stands in the bar."""

    kind: str
    letter: str
    says: str
    each: Decimal


SINCE = date(2026, 4, 1)
WEIGHTS = (
    Weight("protection", "P", "protection plan", Decimal("1.5")),
    Weight("care", "C", "in care", Decimal("1.25")),
    Weight("in_need", "N", "in need", Decimal("1")),
    Weight("assessment", "A", "being assessed", Decimal("1.25")),
    Weight("leaving_care", "L", "leaving care", Decimal("1")),
    Weight("open", "O", "open, no plan yet", Decimal("1")),
)
BY_KIND = {w.kind: w for w in WEIGHTS}
