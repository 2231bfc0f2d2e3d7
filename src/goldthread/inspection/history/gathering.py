"""All that is claimed about an authority: what is built in, what people added, what was confirmed in its reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from goldthread.inspection import models
from goldthread.inspection.history import birmingham
from goldthread.inspection.history.held import Held, claims_of
from goldthread.inspection.history.milestones import milestones
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.history.scales import box_of
from goldthread.inspection.history.values import DAY, JUDGEMENT, REPORT, UNREAD, Asked, Claim, Source, When

BUILT_IN = {slug_of(birmingham.AUTHORITY): (birmingham.AUTHORITY, birmingham.CLAIMS, birmingham.ASKED)}
NOT_GRADES = (UNREAD, "not_judged")
NEAR = timedelta(days=10)  # a printed day of publication and the website's differ by up to a week


def claims(slug: str, reports: Sequence[Held], on: date, ours: bool = False) -> tuple[Claim, ...]:
    """Every claim about one authority, in the order of days; the same one from several sources once. Nothing after `on`."""
    rows = models.Claim.objects.filter(authority__in=spellings(slug)).order_by("pk")
    judged = [claim for held in reports for claim in claims_of(held)]
    return settled([*built_in(slug), *map(added, standing(rows)), *judged, *milestones([held.pk for held in reports], ours, on)])


def built_in(slug: str) -> tuple[Claim, ...]:
    return BUILT_IN[slug][1] if slug in BUILT_IN else ()


def asked_of(slug: str) -> tuple[Asked, ...]:
    return BUILT_IN[slug][2] if slug in BUILT_IN else ()


def spellings(slug: str) -> list[str]:
    """Each way this authority's name is written among the claims that were added."""
    names = models.Claim.objects.order_by().values_list("authority", flat=True).distinct()
    return [name for name in names if slug_of(name) == slug]


def standing(rows: Iterable[models.Claim]) -> list[models.Claim]:
    """The rows that nobody has taken back."""
    rows = list(rows)
    gone = {row.withdraws_id for row in rows if row.withdraws_id}
    return [row for row in rows if row.pk not in gone and not row.withdraws_id]


def added(row: models.Claim) -> Claim:
    """A row as a claim. A published judgement's source day is the day it was published."""
    kind = REPORT if row.kind == JUDGEMENT and row.source_day else ""
    source = Source(row.source, When(row.source_day) if row.source_day else None, kind, claim=row.pk)
    when = When(row.day, row.until, row.exact)
    published = row.source_day if kind else None
    return Claim(row.kind, when, row.words, "", row.scale, row.area, row.grade, (source,), published)


def settled(found: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with the same inspection under the same days, and the same claim from several sources once."""
    found = list(found)
    days = {id(claim): inspection.when for inspection in inspections(found) for claim in inspection.claims}
    once: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        moved = replace(claim, when=days.get(id(claim), claim.when))
        key = (moved.kind, moved.when, box_of(moved.scale).code if moved.scale else "", moved.area, moved.grade, _told(moved))
        once[key] = once[key].also(moved.sources) if key in once else moved
    return tuple(sorted(once.values(), key=lambda claim: (claim.when.first, claim.when.last)))


def _told(claim: Claim) -> str:
    """What makes a claim another one than its grade: nothing for a graded judgement, else its words."""
    return "" if claim.kind == JUDGEMENT and claim.area else claim.words.casefold().strip(" .")


@dataclass(slots=True)
class Inspection:
    """Judgements that belong together. Sources may give it other days: those of its claims still say so before they settle."""

    box: str
    claims: list[Claim]

    @property
    def when(self) -> When:
        """The most exact of its days: first those with a beginning and an end, of these the first that was said."""
        return min((claim.when for claim in self.claims), key=lambda when: (when.exact != DAY, when.until is None))

    @property
    def graded(self) -> list[Claim]:
        return [claim for claim in self.claims if claim.grade and claim.grade not in NOT_GRADES]

    @property
    def key(self) -> str:
        """Its address among the inspections of an authority."""
        return f"{self.when.last.isoformat()}-{self.box}"

    @property
    def report(self) -> int | None:
        return next((source.report for claim in self.claims for source in claim.sources if source.report), None)


def inspections(found: Iterable[Claim]) -> list[Inspection]:
    """The judgements by inspection, in the order of days."""
    made: list[Inspection] = []
    judged = [claim for claim in found if claim.kind == JUDGEMENT]
    for claim in sorted(judged, key=lambda claim: claim.when.exact != DAY):  # the exact ones first: others join them
        box = box_of(claim.scale).code if claim.scale else ""
        same = next((one for one in made if one.box == box and any(same_inspection(claim, other) for other in one.claims)), None)
        if same:
            same.claims.append(claim)
        else:
            made.append(Inspection(box, [claim]))
    return sorted(made, key=lambda one: (one.when.first, one.when.last, one.box))


def same_inspection(one: Claim, other: Claim) -> bool:
    """Whether two judgements of a framework are of one inspection: their days meet, or they were published together."""
    if one.when.overlaps(other.when):
        return True
    if one.when.exact != DAY or other.when.exact != DAY:
        return False
    return any(abs(a - b) <= NEAR for a in _published(one) for b in _published(other))


def _published(claim: Claim) -> set[date]:
    """The days it may have been published: where only one day is said, that may be it."""
    return {claim.published or claim.when.last} | ({claim.when.day} if claim.when.until is None else set())
