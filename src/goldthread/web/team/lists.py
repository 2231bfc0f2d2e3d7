"""The lists behind a team's numbers, with their filters in the address."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.http import QueryDict

from goldthread.duties import State
from goldthread.oversight.board import kept_rows, seeing_codes, seen_this_week
from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import Owed, arrange, owed_to
from goldthread.people.models import Team, Worker
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.speak import HERE
from goldthread.web import wording
from goldthread.web.mine import listing
from goldthread.web.paging import paged
from goldthread.web.parts import DutyGroup
from goldthread.web.today import aside
from goldthread.web.today.rows import rows
from goldthread.web.today.telling import telling

STATES = {
    "overdue": "Overdue duties", "unknown": "Duties of which we cannot tell", "soon": "Due in the next five working days",
    "today": "Due today", "later": "Due after that", "not_seen": "Children not seen in time",
}  # fmt: skip
MET = {"in_time": "Duties met in time this week", "late": "Duties met late this week"}


def children(reach: Reach, team: Team, asked: QueryDict) -> dict[str, object]:
    """Children of a team: waiting, of one worker, not seen in time, seen this week, of one kind."""
    held = reach.standings().filter(team=team, open=True)
    everybody = with_holders(held)
    owed = owed_to(reach, everybody)
    heading, some = _whom(everybody, owed, asked, reach)
    first = listing.first_owed(owed)
    of_kind = listing.ordered(listing.of_kind(some, asked.get("kind", "")), asked.get("by", ""), first)
    shown = paged(of_kind, asked)
    return {
        "team": team, "heading": heading, "number": len(of_kind), "shown": shown, "holders": True,
        "lines": [listing.line(c, first.get(c.person_id), reach.today) for c in shown.rows],
        "chips": listing.kind_chips(some, asked), "orders": listing.orders(asked),
    }  # fmt: skip


def _whom(everybody: Sequence[Standing], owed: Sequence[Owed], asked: QueryDict, reach: Reach) -> tuple[str, list[Standing]]:
    some, said = list(everybody), []
    if asked.get("waiting") in ("0", "1"):
        wait = asked["waiting"] == "1"
        some = [c for c in some if (c.worker_id is None and c.adviser_id is None) == wait]
        said.append("waiting for a worker" if wait else "with a worker")
    if asked.get("not_seen") == "1":
        on = _day(asked.get("on", ""), reach.today)
        late = _not_seen(owed_to(reach, some, _end(on)) if on else owed)
        some, said = [c for c in some if c.person_id in late], [*said, "not seen in time", *([f"on {wording.long_day(on)}"] if on else [])]
    if asked.get("seen") in ("week", "alone"):
        seen = seen_this_week(some, reach.today)[asked["seen"] == "alone"]
        some, said = [c for c in some if c.person_id in seen], [*said, "seen alone this week" if asked["seen"] == "alone" else "seen this week"]
    worker = _worker(asked)
    if worker:
        some, said = [c for c in some if worker.pk in (c.worker_id, c.adviser_id)], [*said, f"of {worker.name}"]
    return " ".join(["Children", *said]), some


def _not_seen(owed: Sequence[Owed]) -> set[int]:
    codes = set(seeing_codes())
    return {r.children[0].person_id for r in owed if r.code in codes and r.verdict.state == State.OVERDUE}


def _worker(asked: QueryDict) -> Worker | None:
    return Worker.objects.filter(username=asked["worker"]).first() if asked.get("worker") else None


def duties(reach: Reach, team: Team, asked: QueryDict) -> dict[str, object]:
    """Duties of a team's children: by state, by whose desk they lie on, as they are or as they were on a day."""
    if asked.get("met") in MET:
        return _met(reach, team, asked)
    on = _day(asked.get("on", ""), reach.today)
    when = _end(on) if on else None
    owed = owed_to(reach, with_holders(reach.standings().filter(team=team, open=True)), when)
    wanted, worker = asked.get("state", ""), _worker(asked)
    some = [r for r in _of_state(owed, wanted, on or reach.today) if worker is None or r.owner == worker]
    heading = STATES.get(wanted, "Everything owed, in order")
    shown = paged(some, asked)
    told = telling(reach if when is None else Reach(reach.actor, when), shown.rows, past=when is not None)
    return {
        "team": team, "heading": heading, "worker": worker, "on": on, "number": len(some), "shown": shown,
        "groups": (DutyGroup("", rows(shown.rows, told)),) if some else (),
    }  # fmt: skip


def _of_state(owed: Sequence[Owed], wanted: str, day: date) -> list[Owed]:
    if wanted == "not_seen":
        codes = set(seeing_codes())
        return [r for r in owed if r.code in codes and r.verdict.state == State.OVERDUE]
    if wanted in STATES:
        return getattr(arrange(owed, day), wanted)
    return arrange(owed, day).everything


def _day(text: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if today - timedelta(days=366) <= day < today else None


def _end(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), HERE)


def _met(reach: Reach, team: Team, asked: QueryDict) -> dict[str, object]:
    held = reach.standings().filter(team=team, open=True)
    found = kept_rows(reach, held, late=asked["met"] == "late")
    shown = paged(found, asked)
    lines = [aside.met_line(child, o, reach.today) for child, o in shown.rows]
    return {"team": team, "heading": MET[asked["met"]], "number": len(found), "shown": shown, "lines": lines, "worker": None, "on": None}
