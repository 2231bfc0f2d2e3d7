"""The history of an authority's judgements: claims with their sources, scales that do not translate, themes that come back."""

from dataclasses import dataclass
from datetime import date

from goldthread.inspection.history.asked import Column, columns
from goldthread.inspection.history.doubts import Disagreement, Unknown, comparing, disagreements, unknowns
from goldthread.inspection.history.gathering import Inspection, asked_of, claims, inspections
from goldthread.inspection.history.held import reports
from goldthread.inspection.history.values import Claim


@dataclass(frozen=True, slots=True)
class History:
    """Everything the page of an authority shows."""

    name: str
    slug: str
    claims: tuple[Claim, ...]
    inspections: tuple[Inspection, ...]
    columns: tuple[Column, ...]
    disagree: tuple[Disagreement, ...]
    unknown: tuple[Unknown, ...]
    comparing: tuple[str, ...]


def history(name: str, slug: str, on: date, ours: bool = False) -> History:
    """The history of one authority by a day, from what is built in, added, confirmed in its reports, and written down in its plan."""
    held = reports(slug)
    found = claims(slug, held, on, ours)
    judged = inspections(found)
    asked = columns(asked_of(slug), held)
    return History(name, slug, found, tuple(judged), tuple(asked), tuple(disagreements(found, judged, asked)),
                   tuple(unknowns(found, judged, asked)), tuple(comparing(judged)))  # fmt: skip
