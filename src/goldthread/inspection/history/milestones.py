"""Days in the life of an inspection that were written down for its clocks, as claims: visits, a commissioner, a direction."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from goldthread.duties import service
from goldthread.duties.words import Word
from goldthread.inspection.history.values import EVENT, MEASURES, Claim, Source, When
from goldthread.inspection.models import Milestone

TOLD: dict[str, Word] = {
    word.name: word
    for word in (
        service.monitoring_visited, service.focused_visited, service.priority_action, service.joint_letter, service.statement_sent,
        service.commissioner_named, service.commissioner_reported, service.adviser_visited,
    )
}  # fmt: skip
SHORT = {
    service.monitoring_visited.name: "monitoring visit", service.focused_visited.name: "focused visit",
    service.priority_action.name: "priority action asked for", service.joint_letter.name: "joint inspection’s letter",
    service.statement_sent.name: "statement of action sent", service.commissioner_named.name: "commissioner named",
    service.commissioner_reported.name: "commissioner’s report", service.adviser_visited.name: "adviser’s visit",
}  # fmt: skip
BEGINS, ENDS = service.direction.begins.name, service.direction.ends.name


def milestones(reports: Sequence[int], ours: bool, on: date) -> list[Claim]:
    """What happened by that day, of these reports and, for our own authority, of no report in particular."""
    which = Q(report__in=reports) | Q(report=None) if ours else Q(report__in=reports)
    rows = Milestone.objects.filter(which, day__lte=on, withdraws=None, withdrawn_by=None).select_related("by").order_by("day", "pk")
    found = list(rows)
    return [*(_event(row) for row in found if row.word in TOLD), *_directions(found)]


def _event(row: Milestone) -> Claim:
    said = TOLD[row.word].says
    words = f"{said[:1].upper()}{said[1:]}{f': {row.words}' if row.words else ''}"
    return Claim(EVENT, When(row.day), words, SHORT[row.word], sources=(_source(row),))


def _directions(rows: Iterable[Milestone]) -> Iterable[Claim]:
    """Each direction with the first day on which it was lifted after it."""
    rows = list(rows)
    for row in rows:
        if row.word == BEGINS:
            ends = next((other for other in rows if other.word == ENDS and other.day >= row.day), None)
            sources = (_source(row), _source(ends)) if ends else (_source(row),)
            yield Claim(MEASURES, When(row.day, ends.day if ends else None), "direction of the Secretary of State", sources=tuple(dict.fromkeys(sources)))


def _source(row: Milestone) -> Source:
    return Source(f"written down here by {row.by.name}" if row.by else "written down here")
