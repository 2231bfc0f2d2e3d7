"""What people confirmed in the reports that are held here, by authority; many reports in as many questions as one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.inspection.facts import HEADINGS
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.history.scales import scale_of
from goldthread.inspection.history.values import JUDGEMENT as JUDGED
from goldthread.inspection.history.values import REPORT, Claim, Source, When
from goldthread.inspection.models import Fact
from goldthread.inspection.models.reports import AUTHORITY, IMPROVEMENT
from goldthread.inspection.reports import WAITING, Said, held_of, said_of
from goldthread.inspection.reports import Held as HeldFact


@dataclass(frozen=True, slots=True)
class Held:
    """A held report: what people said of it, the things to improve that they confirmed, and how many facts still wait."""

    pk: int
    said: Said
    things: tuple[HeldFact, ...] = ()
    waiting: int = 0

    @property
    def when(self) -> When | None:
        """The days of the inspection; where they are not confirmed, the day it was published."""
        first = self.said.start or self.said.end or self.said.published
        return When(first, self.said.end if self.said.start else None) if first else None


def reports(slug: str) -> list[Held]:
    """The reports held of one authority, with all their facts. Those of which nobody confirmed the authority are left out."""
    return [held for of_it in _by_authority(_named(slug)).values() for held in of_it]


def every_report() -> dict[str, list[Held]]:
    """The held reports of every authority, without what they ask to improve."""
    return _by_authority(names(), [kind for kind in HEADINGS if kind != IMPROVEMENT])


def names() -> dict[int, str]:
    """The authority of each held report, as people said."""
    every = Fact.objects.filter(kind=AUTHORITY).values_list("report", flat=True)
    said = {pk: said_of(facts).authority for pk, facts in held_of(every, [AUTHORITY]).items()}
    return {pk: name for pk, name in said.items() if name}


def _named(slug: str) -> list[int]:
    return [pk for pk, name in names().items() if slug_of(name) == slug]


def _by_authority(wanted: Iterable[int], kinds: Iterable[str] = HEADINGS) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = defaultdict(list)
    for pk, facts in held_of(wanted, kinds).items():
        said = said_of(facts)
        if said.authority:
            found[slug_of(said.authority)].append(_held(pk, said, facts))
    return found


def _held(pk: int, said: Said, facts: list[HeldFact]) -> Held:
    things = tuple(one for one in facts if one.stands and one.fact.kind == IMPROVEMENT)
    return Held(pk, said, things, sum(one.state == WAITING for one in facts))


def claims_of(held: Held) -> list[Claim]:
    """What a held report's confirmed judgements claim. None where no day of it is confirmed."""
    when, said = held.when, held.said
    if when is None:
        return []
    scale = scale_of(said.framework).code
    return [
        Claim(JUDGED, when, scale=scale, area=one.area, grade=one.grade, published=said.published, inspector=said.inspector,
              sources=(Source("the report held here", None, REPORT, held.pk, one.page),))
        for one in said.judgements
    ]  # fmt: skip
