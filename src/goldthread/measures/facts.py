"""The flat relations that measures are counted from: one for each entry type, the occurrences, and a few made of these.

No words that people wrote are in them, and no names: codes, numbers, days, yes and no. Every moment is the day in
England on which it falls. `ends` is `until`, or the last day of all while something goes on.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from django.db import models

from goldthread.duties.sql.states import MET_LATE, OVER
from goldthread.measures.relations import FOREVER, MADE
from goldthread.record import fields
from goldthread.record.register import EntryType, entry_type

ENTRY_TYPES = (
    "person", "address", "allocation", "contact", "early_help", "referral", "closing", "assessment", "strategy_discussion", "enquiry",
    "conference", "core_group", "protection_plan", "need_plan", "need_plan_review", "visit", "oversight", "looked_after",
    "legal_status", "placement", "care_plan", "review", "adoption_decision", "previous_permanence", "health_assessment",
    "sdq", "year_in_care", "education_plan", "missing", "return_interview", "pathway_plan", "leaving_care",
    "leaving_care_contact",
)  # fmt: skip
FACTUAL = {
    fields.Choice: "text", fields.YesNo: "boolean", fields.Day: "date", fields.Moment: "date", fields.Whole: "integer",
    fields.EntryNumber: "bigint", fields.ToWorker: "bigint", fields.ToTeam: "bigint", fields.Choices: "text",
}  # fmt: skip
HEADER = {"person": "bigint", "entry": "bigint", "day": "date", "until": "date", "ends": "date"}
OCCURRENCE = {
    "person": "bigint", "code": "text", "opened": "date", "due": "date", "met": "date", "met_late": "boolean",
    "over": "date", "closed": "date", "unsure": "date", "opened_by": "text", "met_by": "text",
}  # fmt: skip


@cache
def columns(name: str) -> dict[str, str]:
    """The columns of a relation that is read from the record, with the kind of each."""
    if name == "occurrences":
        return OCCURRENCE
    if name == "team":
        return {"team": "bigint", "name": "text"}
    return {**HEADER, **{f.column: FACTUAL[type(f)] for f in _factual(entry_type(name))}, **_made(name)}


def from_record(name: str, known: datetime | None = None) -> str:
    """SQL that reads a relation from the record's tables: as it stands, or with the entries as they were known at a moment."""
    if name == "occurrences":
        return _OCCURRENCES
    if name == "team":
        return "SELECT id AS team, name FROM people_team"
    kind = entry_type(name)
    facts = [_fact(f) for f in _factual(kind)] + [f"{said} AS {column}" for column, said in _MADE.get(name, {}).items()]
    return f"""SELECT v.person_id AS person, v.entry, v.day, v.until, coalesce(v.until, {FOREVER}) AS ends{"".join(", " + f for f in facts)}
    FROM record_version v JOIN {kind._meta.db_table} t ON t.version_id = v.id
    WHERE v.type = '{name}' AND NOT v.withdrawn AND {_stood(known)}"""


RECORDED = (*ENTRY_TYPES, "occurrences", "team")


def _factual(kind: type[EntryType]) -> list[models.Field]:
    return [f for f in kind.questions() if type(f) in FACTUAL]


def _fact(field: models.Field) -> str:
    if isinstance(field, fields.Moment):
        return f"(t.{field.column} AT TIME ZONE 'Europe/London')::date AS {field.column}"
    if isinstance(field, fields.Choices):
        return f"' ' || array_to_string(t.{field.column}, ' ') || ' ' AS {field.column}"
    return f't."{field.column}"'


# The district is the first half of a postcode; without a space, all but its last three signs.
_DISTRICT = "CASE WHEN strpos(trim(t.postcode), ' ') > 0 THEN split_part(upper(trim(t.postcode)), ' ', 1) ELSE left(upper(trim(t.postcode)), -3) END"
_MADE = {
    "address": {"district": _DISTRICT},
    "contact": {"received": "coalesce((v.at AT TIME ZONE 'Europe/London')::date, v.day)"},
    "person": {"recorded": "v.recorded_at::text"},
    "missing": {"found": "coalesce((t.found_at AT TIME ZONE 'Europe/London')::date, v.until)"},
}


def _made(name: str) -> dict[str, str]:
    return {column: "date" if column in ("received", "found") else "text" for column in _MADE.get(name, {})}


def _stood(known: datetime | None) -> str:
    if known is None:
        return "v.superseded_at IS NULL"
    moment = f"timestamptz '{known.isoformat()}'"
    return f"v.recorded_at <= {moment} AND (v.superseded_at IS NULL OR v.superseded_at > {moment})"


_OCCURRENCES = f"""SELECT person_id AS person, code, opened, due, met,
      {MET_LATE} AS met_late,
      {OVER} AS over, least(coalesce(met, {FOREVER}), coalesce(lapses, ended, {FOREVER})) AS closed,
      unsure, opened_by, met_by FROM record_occurrence"""

NAMES = (*RECORDED, *MADE)


def needed(names: Iterable[str]) -> list[str]:
    """These relations and what they are made of, each before whatever reads it."""
    from goldthread.measures.sql import names_in

    wanted = {name for name in names if name in NAMES}
    for name in reversed(MADE):
        if name in wanted:
            wanted |= set(names_in(MADE[name]))
    return [name for name in NAMES if name in wanted]
