"""Entries as JSON: one version as a line, and an entry with all of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Field

from goldthread.people.models import Team, Worker
from goldthread.record import fields
from goldthread.record.reading import Written
from goldthread.web.api.models import TokenEntry
from goldthread.web.api.tokens import BEGINS


def who(somebody: Worker | Team | None) -> dict[str, Any] | None:
    return {"number": somebody.pk, "name": str(somebody)} if somebody else None


def lines(entries: Iterable[Written]) -> list[dict[str, Any]]:
    """Versions of entries, in order, each naming the token that wrote it."""
    found = list(entries)
    wrote = TokenEntry.objects.filter(entry__in={w.number for w in found}).values_list("entry", "version", "token__prefix")
    tokens = {(entry, version): f"{BEGINS}_{prefix}" for entry, version, prefix in wrote}
    return [_line(w, tokens.get((w.number, w.version))) for w in found]


def _line(w: Written, token: str | None) -> dict[str, Any]:
    return {
        "entry": w.number, "version": w.version, "type": w.kind.code, "headline": w.headline(), "day": w.day, "until": w.until, "at": w.at,
        "recorded": w.recorded_at, "entered": w.entered_at, "by": who(w.by), "token": token, "why": w.why, "withdrawn": w.withdrawn,
        "significant": w.significant, "together": w.together, "answers": answers(w),
    }  # fmt: skip


def answers(w: Written) -> dict[str, Any]:
    """Everything that was said, by the names of the fields."""
    return {f.name: _answer(f, value) for f, value, _ in w.said()}


def _answer(field: Field, value: Any) -> Any:
    if isinstance(field, fields.ToPerson):
        return {"reference": value.reference or None, "name": _name_of(value)}
    if isinstance(field, fields.ToWorker | fields.ToTeam):
        return who(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _name_of(person: Any) -> str:
    standing = getattr(person, "standing", None)
    return f"{standing.forename} {standing.surname}".strip() if standing else ""


def entry(versions: list[Written], reference: str) -> dict[str, Any]:
    """An entry with its versions, the newest first."""
    told = lines(versions)
    return {**told[0], "reference": reference, "versions": told}


def tag(w: Written) -> str:
    """The ETag of an entry: its version, so that a correction can name what was read."""
    return f'"{w.number}.{w.version}"'
