"""Reading what is known of people, now or as it was known at some moment, in as few questions as it takes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from goldthread.duties import Spoken

FACTS = ("person", "address", "allocation", "protection_plan", "legal_status")  # what a standing is made from, besides words

COLUMNS = {
    "person": "forename, surname, other_names, sex, ethnicity, born, expected, died, upn",
    "address": "postcode, kind",
    "allocation": "works_as, worker_id, team_id",
    "protection_plan": "latest_category",
    "legal_status": "status",
}
NAMES = {kind: ("entry", "day", "until", "recorded_at", *columns.split(", ")) for kind, columns in COLUMNS.items()}
TABLES = {"person": "record_persondetails", "address": "record_address", "allocation": "record_allocation",
          "protection_plan": "record_protectionplan", "legal_status": "record_legalstatus"}  # fmt: skip


@dataclass(slots=True)
class Life:
    """What is known of one person: the words, and the standing versions of the few entry types in FACTS."""

    person: int
    spoken: list[Spoken] = field(default_factory=list)
    facts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def latest(self, kind: str) -> dict[str, Any]:
        """The facts of the newest entry of this type, or none."""
        return max(self.facts[kind], key=lambda f: (f["day"], f["recorded_at"]), default={})

    def current(self, kind: str) -> list[dict[str, Any]]:
        """Those that have not ended, oldest first."""
        return sorted((f for f in self.facts[kind] if f["until"] is None), key=lambda f: f["day"])


def read_lives(people: Sequence[int], known: datetime | None = None) -> dict[int, Life]:
    """Lives by person, as they stand, or as they were known at `known`."""
    lives = {person: Life(person) for person in people}
    for row in _rows(_spoken_sql(known), people, known):
        lives[row[0]].spoken.append(Spoken(*row[1:]))
    for kind in FACTS:
        for person, *values in _rows(_facts_sql(kind, known), people, known):
            lives[person].facts[kind].append(dict(zip(NAMES[kind], values, strict=True)))
    return lives


def _rows(sql: str, people: Sequence[int], known: datetime | None) -> Iterable[tuple]:
    """Rows read in binary, which for days and moments is several times faster than Django's own reading of text."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor(binary=True) as cursor:
        yield from cursor.execute(sql, _arguments(people, known))


def _arguments(people: Sequence[int], known: datetime | None) -> list:
    return [list(people)] if known is None else [list(people), known, known]


def standing_then(known: datetime | None, table: str = "v") -> str:
    """SQL that keeps the versions that stood: now, or at the moment given twice as an argument."""
    if known is None:
        return f"{table}.superseded_at IS NULL"
    return f"{table}.recorded_at <= %s AND ({table}.superseded_at IS NULL OR {table}.superseded_at > %s)"


def _spoken_sql(known: datetime | None) -> str:
    superseded = "superseded_at" if known is None else "NULL::timestamptz"  # what stood then had not been replaced yet
    return f"""SELECT person_id, word, day, at, key, entry, recorded_at, {superseded}
               FROM record_spoken v WHERE person_id = ANY(%s) AND {standing_then(known)}"""


def _facts_sql(kind: str, known: datetime | None) -> str:
    return f"""SELECT v.person_id, v.entry, v.day, v.until, v.recorded_at, {COLUMNS[kind]}
               FROM record_version v JOIN {TABLES[kind]} d ON d.version_id = v.id
               WHERE v.person_id = ANY(%s) AND v.type = '{kind}' AND NOT v.withdrawn AND {standing_then(known)}"""
