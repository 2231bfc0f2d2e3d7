"""Which types of entry somebody may write about a child, in the groups of the timeline."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from goldthread.people.models import Worker
from goldthread.record.register import REGISTER, EntryType
from goldthread.web.entries.answers import called
from goldthread.web.entries.permissions import may_write_kind

HAND_MADE = {"visit": "visit_new", "contact": "contact_new", "note": "note_new"}
GROUPS = {
    "visits": "Visits", "contacts": "Calls and contacts", "meetings": "Meetings and decisions", "plans": "Plans and orders",
    "school_health": "School and health", "people": "People and addresses", "other": "Other",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One type somebody may write, and where."""

    label: str
    href: str


def ways_to_write(actor: Worker, reference: str) -> list[tuple[str, list[Way]]]:
    """The types this person may write, under the headings of the timeline."""
    allowed = [kind for kind in REGISTER.values() if kind.offered and may_write_kind(actor, kind)]
    found = [(heading, [Way(called(k), write_address(k, reference)) for k in allowed if k.group == group]) for group, heading in GROUPS.items()]
    return [(heading, ways) for heading, ways in found if ways]


def write_address(kind: type[EntryType], reference: str) -> str:
    """Where an entry of this type is written: its hand-made page where it has one."""
    if kind.code == "allocation":
        return reverse("allocate", args=[reference])
    try:
        return f"{reverse(HAND_MADE[kind.code])}?child={reference}"
    except (KeyError, NoReverseMatch):
        return reverse("entry_write", args=[reference, kind.code])
