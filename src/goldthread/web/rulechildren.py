"""The children behind one count of a duty: who is owed it, since when, and why it is as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.duties import Occurrence, Settings, State
from goldthread.duties.explain import explain
from goldthread.duties.rules import RULES
from goldthread.duties.shape import Duty
from goldthread.oversight.worklist import as_made
from goldthread.people.sight import NotAllowed
from goldthread.record.lives import Life
from goldthread.record.local.inforce import in_force
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, rulecounts, wording
from goldthread.web.mine.listing import holder
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link
from goldthread.web.today.why import curly


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One time that a duty is owed to a child."""

    child: Link
    age: str
    team: str
    worker: str
    opened: str
    due: str
    why: str


@with_reach
def children(request: HttpRequest, reach: Reach, code: str, of: str) -> HttpResponse:
    """The rows behind one count of a duty today. That the list was opened is written down."""
    duty, which = _asked(code, of)
    if not rulecounts.sees_children(reach):
        raise NotAllowed(f"The role of {reach.actor.plays.name.lower()} is not shown whom a duty is owed to.")
    rows = rulecounts.rows(reach, duty)[which]
    reach.looked_at("rule_children", f"{duty.code}, {which.value}")
    shown = paged(rows, request.GET)
    request.here = "counted"
    context = {
        "duty": duty, "code": code, "of": rulecounts.SAYS[which], "lines": _lines(reach, duty, shown.rows), "shown": shown,
        "noun": rulecounts.noun(duty), "number": len({person for person, _ in rows}), "times": len(rows),
    }  # fmt: skip
    return render(request, "goldthread/about/rule_children.html", context)


def _asked(code: str, of: str) -> tuple[Duty, State]:
    """The newest version of a duty that children are owed, and one of the states it is counted in."""
    duties = [duty for duty in RULES if code in duty.codes]
    if not duties or of not in {state.value for state in rulecounts.STATES}:
        raise Http404
    return duties[-1], State(of)


def _lines(reach: Reach, duty: Duty, rows: Sequence[tuple[int, Occurrence]]) -> list[OwedLine]:
    """Rows with their reasons; lives are read for these alone."""
    seen = {s.person_id: s for s in rulecounts.whom(reach, duty).filter(person__in={person for person, _ in rows})}
    lives, settings = reach.lives(seen.values()), in_force()
    return [_line(reach, seen[person], as_made(o), lives[person], settings) for person, o in rows if person in seen]


def _line(reach: Reach, child: Standing, o: Occurrence, life: Life, settings: Settings) -> OwedLine:
    hour = f", {wording.clock_time(o.due_at)}" if o.due_at else ""
    told = explain(o, life.spoken, reach.now, naming.first(child), settings=settings)
    return OwedLine(
        child=naming.link(child), age=naming.age(child, reach.today), team=child.team.name if child.team else "no team",
        worker=holder(child) if child.open else "no longer open", opened=wording.short_day_with_year(o.opened),
        due=f"{wording.short_day_with_year(o.due)}{hour}", why=curly(told.sentence),
    )  # fmt: skip
