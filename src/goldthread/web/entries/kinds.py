"""Which types of entry somebody may write about a child, in the groups of the timeline."""

from dataclasses import dataclass

from django.urls import NoReverseMatch

from goldthread.duties.words.kinds import CHILD
from goldthread.people.models import Worker
from goldthread.record.register import REGISTER, EntryType
from goldthread.web.addresses import address_of
from goldthread.web.entries.answers import called
from goldthread.web.entries.permissions import is_offered, may_write_kind

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


def ways_to_write(actor: Worker, reference: str, whom: str = CHILD) -> list[tuple[str, list[Way]]]:
    """The types this person may write about such a person, under the headings of the timeline."""
    allowed = [kind for kind in REGISTER.values() if is_offered(kind, whom) and may_write_kind(actor, kind)]
    found = [(heading, [Way(called(k), write_address(k, reference, whom)) for k in allowed if k.group == group]) for group, heading in GROUPS.items()]
    return [(heading, ways) for heading, ways in found if ways]


def write_address(kind: type[EntryType], reference: str, whom: str = CHILD) -> str:
    """Where an entry of this type is written: its hand-made page where it has one, which are made for children."""
    if kind.code == "allocation":
        return address_of("allocate", reference)
    if whom not in ("", CHILD):
        return address_of("entry_write", reference, kind.code)
    try:
        return f"{address_of(HAND_MADE[kind.code])}?child={reference}"
    except (KeyError, NoReverseMatch):
        return address_of("entry_write", reference, kind.code)
