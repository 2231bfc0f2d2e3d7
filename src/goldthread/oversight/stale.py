"""Facts that were true when somebody last asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.record import models
from goldthread.record.models import Standing

LONG = timedelta(weeks=12)


@dataclass(slots=True)
class Stale:
    """What somebody around a child may be told, and the day it was last confirmed."""

    child: Standing
    relation: str
    confirmed: date


def unconfirmed(standings: Iterable[Standing], today: date, most: int = 2) -> list[Stale]:
    """What people may be told and nobody has confirmed for twelve weeks, the longest ago first; one for each child."""
    children = {s.person_id: s for s in standings}
    rows = (
        models.Relationship.objects.filter(version__superseded_at=None, version__withdrawn=False, version__until=None,
                                           version__person__among=children, version__day__lt=today - LONG)
        .exclude(may_be_told="").select_related("version").order_by("version__day", "version__entry")
    )  # fmt: skip
    say = models.Relationship._meta.get_field("relation").say
    first: dict[int, Stale] = {}
    for r in rows:
        child = children[r.version.person_id]
        first.setdefault(child.person_id, Stale(child, say(r.relation).lower() or "family", r.version.day))
    return list(first.values())[:most]
