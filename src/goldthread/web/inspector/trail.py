"""What an inspector looked at, in order: every child opened or refused, every list, every file."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from goldthread.clock.times import start_of
from goldthread.people.models import Invitation
from goldthread.record.reach import Reach
from goldthread.record.trail.reading import looks_of
from goldthread.web import naming
from goldthread.web.said import Link

PAGES = {"child": "the child’s page", "entry": "one entry", "inspector_sample": "a sample drawn"}


@dataclass(frozen=True, slots=True)
class Looked:
    """One look. `child` is None for a list or a file; `name` says who where the reader may see that child."""

    at: datetime
    page: str
    child: int | None
    name: Link | str
    reason: str
    refused: bool


def looks(reach: Reach, invitation: Invitation) -> list[Looked]:
    """Newest first, within the days of the invitation."""
    start = start_of(invitation.day)
    end = start_of(invitation.until + timedelta(days=1))
    rows = looks_of(invitation.inspector_id, start, end)
    seen = reach.standings_seen({row["person"] for row in rows if row["person"]})
    return [_looked(row, seen) for row in rows]


def _looked(row: dict, seen: dict) -> Looked:
    child = row["person"]
    name = naming.link(seen[child]) if child in seen else "a child whose record you may not see" if child else ""
    return Looked(row["at"], PAGES.get(row["page"], row["page"].replace("_", " ")), child, name, row["reason"], row["refused"])

