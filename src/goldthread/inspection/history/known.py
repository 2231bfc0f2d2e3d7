"""Every authority something is known of: built in, added as claims, or with a report held here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.inspection import models
from goldthread.inspection.history.gathering import BUILT_IN, Inspection, added, inspections, settled, standing
from goldthread.inspection.history.held import claims_of, every_report
from goldthread.inspection.history.names import short_name, slug_of
from goldthread.inspection.history.values import Claim
from goldthread.inspection.models.reports import AUTHORITY


@dataclass(frozen=True, slots=True)
class Known:
    """An authority in one line: its latest inspection, how many inspections and how many reports."""

    name: str
    slug: str
    latest: Inspection | None
    inspections: int
    reports: int
    ours: bool = False


def everybody(ours: str = "") -> list[Known]:
    """All authorities by name, ours first. `ours` is the name of the authority whose copy this is."""
    held, mine = every_report(), slug_of(ours)
    names = dict(_names(ours, held))
    claimed = _claims()
    for slug, reports in held.items():
        claimed[slug] += [claim for report in reports for claim in claims_of(report)]
    known = [_line(slug, name, claimed[slug], len(held.get(slug, ())), slug == mine) for slug, name in names.items()]
    return sorted(known, key=lambda one: (not one.ours, one.name.casefold()))


def _names(ours: str, held) -> Iterable[tuple[str, str]]:
    if slug_of(ours):
        yield slug_of(ours), short_name(ours)
    for name in models.Claim.objects.order_by().values_list("authority", flat=True).distinct():
        yield slug_of(name), short_name(name)
    for slug, reports in held.items():
        yield slug, short_name(reports[0].one(AUTHORITY))
    for slug, (name, *_) in BUILT_IN.items():
        yield slug, name


def _claims() -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for slug, (_, claims, _) in BUILT_IN.items():
        found[slug] += claims
    for row in standing(models.Claim.objects.order_by("pk")):
        found[slug_of(row.authority)].append(added(row))
    return found


def _line(slug: str, name: str, claims: list[Claim], reports: int, ours: bool) -> Known:
    judged = [one for one in inspections(settled(claims)) if one.graded]
    return Known(name, slug, judged[-1] if judged else None, len(judged), reports, ours)


def name_of(slug: str, ours: str = "") -> str | None:
    """The name of the authority at an address, or None where nothing is known of it."""
    return dict(_names(ours, every_report())).get(slug)
