"""One occurrence with everything that explains it, as JSON gives it: the same from the command and from a page."""

from datetime import date, datetime
from typing import Any

from goldthread.duties.explain import Explanation, How, Number
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.telling import Fact


def as_json(o: Occurrence, e: Explanation, how: How, on: date) -> dict[str, Any]:
    """Dates and moments as ISO 8601, entries by number or name, what is not so as null."""
    return {
        "code": o.code,
        "says": e.title,
        "opened": iso(o.opened),
        "opened_at": iso(o.opened_at),
        "opened_by": o.opened_by,
        "counted_from": iso(o.counted_from),
        "span": o.span,
        "due": iso(o.due),
        "due_at": iso(o.due_at),
        "plan_by": iso(o.plan_by),
        "met": iso(o.met),
        "met_at": iso(o.met_at),
        "met_by": o.met_by,
        "ended": iso(o.ended or o.over_by(on)),
        "ended_by": o.ended_by,
        "lapses": iso(o.lapses),
        "unsure": iso(o.unsure),
        "state": e.verdict.state.value,
        "breach": e.verdict.breach,
        "reason": e.verdict.reason,
        "sentence": e.sentence,
        "owner": o.owner,
        "owed_by": e.owed_by,
        "rule": e.rule,
        "since": iso(o.since),
        "law": e.law,
        "local": e.is_local,
        "numbers": [_number(number) for number in e.numbers],
        "would_meet": e.would_meet,
        "facts": {name: fact(found) for name, found in _facts(e) if found},
        "not_enough": [fact(found) for found in e.partly],
        "how": list(how.says),
        "calendar": how.calendar,
        "days": [{"day": iso(d.day), "number": d.ordinal, "left_out": d.skipped} for d in how.days],
        "cautions": list(e.cautions),
    }


def _facts(e: Explanation) -> tuple[tuple[str, Fact | None], ...]:
    return (("opened", e.opened), ("met", e.met), ("ended", e.ended), ("unsure", e.unsure))


def fact(found: Fact) -> dict[str, Any]:
    """What an entry said, on which day, and when it was written down."""
    at = iso(found.at)
    return {"day": iso(found.day), "at": at, "says": found.says, "entry": found.entry, "recorded": iso(found.recorded)}


def _number(number: Number) -> dict[str, Any]:
    return {
        "name": number.name,
        "value": number.value,
        "usual": number.usual,
        "since": iso(number.since),
        "by": number.by,
        "why": number.why,
    }


def iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
