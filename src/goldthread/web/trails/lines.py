"""Lines of the audit in words. Whose record it was is said by name only to those who may open it; to others by its reference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from goldthread.record.trail.acts import LOAD, VERIFY, WORDS
from goldthread.record.trail.reading import references
from goldthread.web import naming
from goldthread.web.entries.answers import called
from goldthread.web.said import Link

PAGES = {
    "child": "the record’s page", "entry": "one entry", "people": "people around them", "search": "the search", "account_login": "",
    "account_logout": "", "audit": "the audit", "audit_file": "the audit, as a file", "inspector_sample": "a sample drawn", "contact_known": "who may be meant by a call",
    "annex_a_workbook": "Annex A", "home": "the first page", "team": "the team’s page", "my_children": "their own children",
}  # fmt: skip
SAID_BY_US = (LOAD, VERIFY)
NOT_SHOWN = "not shown: it may name somebody whose record you may not see"
FORGOTTEN = "taken out when a record was erased"
NOBODY = "nobody signed in"


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: `whom` is a name with a link, a reference or ""; `others` how many more were shown in a list or by a search."""

    number: int
    at: datetime
    who: str
    username: str
    act: str
    page: str
    what: str
    whom: Link | str
    others: int
    reason: str
    refused: bool
    session: str


def shown(reach: Reach, rows: Sequence[dict]) -> list[Shown]:
    """Rows of trail.reading in words, in the same order."""
    seen = {s.person_id: s for s in reach.everybody().filter(person__in=_people(rows))}
    closed = references(row["person"] for row in rows if row["person"] and row["person"] not in seen)
    return [_shown(row, reach, seen, closed) for row in rows]


def _people(rows: Iterable[dict]) -> set[int]:
    return {person for row in rows for person in (row["person"], *row["people"]) if person}


def _shown(row: dict, reach: Reach, seen: dict, closed: dict[int, str]) -> Shown:
    person = row["person"]
    whom = naming.link(seen[person]) if person in seen else closed.get(person, "")
    return Shown(
        row["pk"], row["at"], row["worker__name"] or NOBODY, row["worker__username"] or "", WORDS[row["act"]], page_words(row["page"]), row["what"], whom, len(row["people"]),
        _reason(row, reach, seen), row["refused"], row["session"],
    )  # fmt: skip


def _reason(row: dict, reach: Reach, seen: dict) -> str:
    if row["said"] is not None and row["salt"] is None:
        return FORGOTTEN
    mentioned = _people([row])
    open_to = mentioned <= seen.keys() if mentioned else reach.sees_service
    return row["reason"] if not row["reason"] or row["act"] in SAID_BY_US or open_to else NOT_SHOWN


def page_words(page: str) -> str:
    """What a page or an entry type is called in a line."""
    if page in PAGES:
        return PAGES[page]
    return called(REGISTER[page]).lower() if page in REGISTER else page.replace("_", " ")
