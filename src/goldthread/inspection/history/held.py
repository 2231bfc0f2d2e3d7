"""What people confirmed in the reports that are held here, many reports in one question to the database."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from goldthread.inspection.history.names import slug_of
from goldthread.inspection.history.scales import scale_of
from goldthread.inspection.history.values import JUDGEMENT as JUDGED
from goldthread.inspection.history.values import REPORT, Claim, Source, When
from goldthread.inspection.models import Confirmed, Fact, Report
from goldthread.inspection.models.reports import AUTHORITY, ENDED, FRAMEWORK, IMPROVEMENT, INSPECTOR, JUDGEMENT, PUBLISHED, STARTED


@dataclass(frozen=True, slots=True)
class Said:
    """One fact of a held report as the last person who read it says it is."""

    fact: int
    kind: str
    area: str
    page: int | None
    value: object
    by: str
    at: datetime


@dataclass(slots=True)
class Held:
    """A report that is held, with its confirmed facts in their order. `waiting` counts the facts nobody has looked at yet."""

    pk: int
    said: list[Said] = field(default_factory=list)
    waiting: int = 0
    ours: bool = False

    def one(self, kind: str) -> str:
        return next((str(said.value) for said in self.said if said.kind == kind and said.value), "")

    def day(self, kind: str) -> date | None:
        words = self.one(kind)
        return date.fromisoformat(words) if words else None

    @property
    def when(self) -> When | None:
        """The days of the inspection; where they are not confirmed, the day it was published."""
        start, end = self.day(STARTED), self.day(ENDED)
        first = start or end or self.day(PUBLISHED)
        return When(first, end if start and end else None) if first else None

    @property
    def things(self) -> list[Said]:
        """What the report asks to improve."""
        return [said for said in self.said if said.kind == IMPROVEMENT]


def reports(slug: str) -> list[Held]:
    """The reports held of one authority, those of which nobody confirmed the authority left out."""
    named = [said.fact for said in _newest(Confirmed.objects.filter(fact__kind=AUTHORITY)) if slug_of(str(said.value)) == slug]
    return _held(Report.objects.filter(facts__in=named).distinct())


def every_report() -> dict[str, list[Held]]:
    """The held reports of every authority."""
    found: dict[str, list[Held]] = defaultdict(list)
    for held in _held(Report.objects.all()):
        if name := held.one(AUTHORITY):
            found[slug_of(name)].append(held)
    return found


def _held(reports: Iterable[Report]) -> list[Held]:
    found = {report.pk: Held(report.pk, ours=report.ours) for report in reports}
    facts = {pk: report for pk, report in Fact.objects.filter(report__in=found).values_list("pk", "report")}
    said = _newest(Confirmed.objects.filter(fact__report__in=found), struck=True)
    for one in said:
        if one.value is not None:
            found[facts[one.fact]].said.append(one)
    for fact in facts.keys() - {one.fact for one in said}:
        found[facts[fact]].waiting += 1
    return list(found.values())


def _newest(rows, struck: bool = False) -> list[Said]:
    """The newest word on each fact, in the order of the report; without those that are no facts unless `struck`."""
    newest: dict[int, Confirmed] = {}
    for row in rows.select_related("fact", "by").order_by("fact__place", "fact_id", "at", "pk"):
        newest[row.fact_id] = row
    said = (
        Said(row.fact_id, row.fact.kind, row.fact.area, row.fact.page, row.value, row.by.name if row.by else "", row.at)
        for row in newest.values()
    )
    return [one for one in said if struck or one.value is not None]


def claims_of(held: Held) -> list[Claim]:
    """What a held report's confirmed judgements claim. None where no day of it is confirmed."""
    when = held.when
    if when is None:
        return []
    published = held.day(PUBLISHED)
    scale = scale_of(held.one(FRAMEWORK)).code
    return [
        Claim(JUDGED, when, scale=scale, area=said.area, grade=str(said.value["grade"]), published=published, inspector=held.one(INSPECTOR),
              sources=(Source("the report held here", None, REPORT, held.pk, said.page),))
        for said in held.said
        if said.kind == JUDGEMENT and isinstance(said.value, dict) and said.value.get("grade")
    ]  # fmt: skip
