"""What a worker left half-written, for Today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from goldthread.record.reach import Reach
from goldthread.web.drafts.models import Draft

CLOSED_TITLE = "Something you began about a child whose record is no longer open to you"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One form left half-written. `children` are references."""

    number: UUID
    kind: str
    title: str
    href: str
    children: tuple[str, ...]
    began: datetime
    kept: datetime
    device: str


def drafts_of(reach: Reach) -> list[Waiting]:
    """The acting person's own drafts, newest first. A child they may no longer see is not named."""
    drafts = list(Draft.objects.filter(worker=reach.actor, saved_at=None).order_by("-kept_at"))
    named = {reference for draft in drafts for reference in draft.children}
    seen = set(reach.standings().filter(reference__in=named).values_list("reference", flat=True)) if named else set()
    return [_waiting(draft, seen) for draft in drafts]


def _waiting(draft: Draft, seen: set[str]) -> Waiting:
    title = draft.title if seen.issuperset(draft.children) else CLOSED_TITLE
    href = reverse("draft", args=[draft.pk])
    return Waiting(draft.pk, draft.kind, title, href, tuple(draft.children), draft.began_at, draft.kept_at, draft.device_words)


def begun_about(references: Iterable[str], kind: str) -> dict[str, Draft]:
    """Forms of one kind that anybody left half-written, by the child they are about. What they say is the writer's own."""
    wanted = list(references)
    found = Draft.objects.filter(children__overlap=wanted, kind=kind, saved_at=None).select_related("worker").order_by("kept_at") if wanted else ()
    return {reference: draft for draft in found for reference in draft.children}


def device_of(user_agent: str) -> str:
    """Which kind of thing somebody writes on, as its browser says."""
    if "Mobi" in user_agent:
        return "phone"
    return "tablet" if "iPad" in user_agent or "Android" in user_agent else "computer"
