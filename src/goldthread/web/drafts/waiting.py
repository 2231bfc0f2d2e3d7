"""What a worker left half-written, for Today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from goldthread.people.models import Worker
from goldthread.record.asking import ask
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.drafts.models import Draft

CLOSED_TITLE = "Something you began about a child whose record is no longer open to you"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One form left half-written. `children` are references; `note` says whose part is empty still; `body` is what was typed in each field."""

    number: UUID
    kind: str
    title: str
    href: str
    children: tuple[str, ...]
    began: datetime
    kept: datetime
    device: str
    note: str = ""
    body: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def said(self, name: str) -> str:
        """What stands in one field; "" for nothing."""
        return next(iter(self.body.get(name, ())), "")


def drafts_of(reach: Reach) -> list[Waiting]:
    """The acting person's own drafts, newest first. A child they may no longer see is not named."""
    drafts = list(Draft.objects.filter(worker=reach.actor, saved_at=None).order_by("-kept_at"))
    named = {reference for draft in drafts for reference in draft.children}
    seen = {s.reference: s for s in reach.everybody().filter(reference__in=named)} if named else {}
    return [_waiting(draft, seen) for draft in drafts]


def of_kind(worker: Worker, kind: str) -> list[Draft]:
    """A worker's own drafts of one kind of form that is about nobody, newest first."""
    return list(Draft.objects.filter(worker=worker, kind=kind, saved_at=None).order_by("-kept_at"))


def _waiting(draft: Draft, seen: dict[str, Standing]) -> Waiting:
    children = [seen[reference] for reference in draft.children if reference in seen]
    title, note = (draft.title, _empty(draft, children)) if len(children) == len(draft.children) else (CLOSED_TITLE, "")
    href = reverse("draft", args=[draft.pk])
    return Waiting(draft.pk, draft.kind, title, href, tuple(draft.children), draft.began_at, draft.kept_at, draft.device_words, note, draft.body)


def _empty(draft: Draft, children: Sequence[Standing]) -> str:
    """'Esi’s part is empty.', where some children of several have nothing written yet."""
    begun = {name.rpartition("-")[2] for name, values in draft.body.items() if "-" in name and any(values)}
    empty = [naming.first(child) for child in children if str(child.person_id) not in begun]
    if not begun or not empty:
        return ""
    return f"{wording.listed(map(wording.possessive, empty))} {'part is' if len(empty) == 1 else 'parts are'} empty."


class Begun(NamedTuple):
    """Who began a form, by name, and when it was last kept."""

    name: str
    kept_at: datetime


BEGUN = """SELECT w.name, b.kept_at, b.children FROM web_begun b JOIN people_worker w ON w.id = b.worker_id
           WHERE b.kind = %s AND b.children && %s::varchar[] ORDER BY b.kept_at"""


def begun_about(children: Iterable[str], kind: str) -> dict[str, Begun]:
    """For each of these children, by reference: the newest form of a kind that anybody began and has not saved.

    That somebody began is told to whoever may see the child; what they wrote is theirs alone.
    """
    wanted = set(children)
    if not wanted:
        return {}
    [found] = ask((BEGUN, [kind, list(wanted)]))
    return {reference: Begun(name, kept_at) for name, kept_at, about in found for reference in about if reference in wanted}


def device_of(user_agent: str) -> str:
    """Which kind of thing somebody writes on, as its browser says."""
    if "Mobi" in user_agent:
        return "phone"
    return "tablet" if "iPad" in user_agent or "Android" in user_agent else "computer"
