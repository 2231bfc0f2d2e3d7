"""Every authority something is known of: built in, added as claims, or with a report held here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.inspection import models
from goldthread.inspection.history.gathering import BUILT_IN, Inspection, added, inspections, settled, standing
from goldthread.inspection.history.held import claims_of, every_report, names
from goldthread.inspection.history.names import short_name, slug_of
from goldthread.inspection.history.values import Claim


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
    named = dict(_names(ours, [reports[0].said.authority for reports in held.values()]))
    claimed = _claims()
    for slug, reports in held.items():
        claimed[slug] += [claim for report in reports for claim in claims_of(report)]
    known = [_line(slug, name, claimed[slug], len(held.get(slug, ())), slug == mine) for slug, name in named.items()]
    return sorted(known, key=lambda one: (not one.ours, one.name.casefold()))


def _names(ours: str, held: Iterable[str]) -> Iterable[tuple[str, str]]:
    if slug_of(ours):
        yield slug_of(ours), short_name(ours)
    for name in models.Claim.objects.order_by().values_list("authority", flat=True).distinct():
        yield slug_of(name), short_name(name)
    for name in held:
        yield slug_of(name), short_name(name)
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
    return Known(name, slug, judged[-1] if judged else None, len({one.when for one in judged}), reports, ours)


def addresses(ours: str = "") -> dict[str, str]:
    """The name of each authority by its address, ours first, then by name."""
    named = dict(_names(ours, names().values()))
    return dict(sorted(named.items(), key=lambda pair: (pair[0] != slug_of(ours), pair[1].casefold())))
