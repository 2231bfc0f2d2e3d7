"""The service's page: how often we do what we must, what climbed, and who waits longest. On it a director's day opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.duties.explain import duty_of
from goldthread.oversight import asked
from goldthread.oversight.climbed import HIGHEST, Climb, Waits, as_rows, climbed, waiting_longest
from goldthread.oversight.teams import TeamLine, team_lines
from goldthread.people.roles import DISPOSE
from goldthread.people.sight import NotAllowed
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.measures import asking, listing, monthly
from goldthread.web.paging import paged
from goldthread.web.parts import DutyGroup, Tally
from goldthread.web.reaching import with_reach
from goldthread.web.today.rows import rows
from goldthread.web.today.telling import telling
from goldthread.web.today.why import curly

MOST = 8
NOT_YOURS = "The service's page is for those who answer for several teams. Measures, with the same figures, are open to everybody."


@with_reach
def page(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The service as it is now, and its main measures to the end of the last whole month."""
    if not reach.sees_service:
        raise NotAllowed(NOT_YOURS)
    if request.GET.get("show") == "climbed":
        return _climbed(request, reach)
    last, climbs, lines = asking.last_month(reach.today), climbed(reach), team_lines(reach)
    if request.GET.get("again") == "1":
        listing.counted(monthly.main(), last, request.now, again=True)
        return redirect("service")
    found = listing.counted(monthly.main(), last, request.now)
    number, waits = waiting_longest(reach, MOST)
    late = asked.unanswered(reach, reach.standings().filter(open=True))
    context = {
        "last": last, "tallies": tallies(lines, climbs, len(late)), "lines": listing.lines(monthly.main(), found), "counted": found, "again": "?again=1",
        **_split(climb_lines(climbs, reach.today)), "climbed_number": len(climbs), "warnings": late[:MOST], "warned": len(late),
        "waits": [_waits(one) for one in waits], "waiting_number": number,
        "disposes": reach.actor.may(DISPOSE),
    }  # fmt: skip
    return render(request, "goldthread/measures/service.html", context)


def _climbed(request: HttpRequest, reach: Reach) -> HttpResponse:
    every = climbed(reach)
    told, code = request.GET.get("told", ""), request.GET.get("duty", "")
    wanted = [c for c in every if told in ("", c.role) and code in ("", c.occurrence.code)]
    shown = paged(wanted, request.GET)
    request.here = "service"
    context = {"groups": (group(reach, shown.rows),) if wanted else (), "shown": shown, "number": len(wanted), "told": _told(wanted[0].says) if told and wanted else ""}
    return render(request, "goldthread/measures/climbed.html", context)


def tallies(lines: Sequence[TeamLine], climbs: Sequence[Climb], late: int) -> tuple[Tally, ...]:
    """The service in six numbers, each opening what it counts."""
    teams = reverse("all_teams")
    return (
        Tally(sum(line.children for line in lines), "children", teams, f"in {wording.count(len(lines), 'team')}"),
        Tally(sum(line.waiting for line in lines), "waiting for a worker", "#waiting"),
        Tally(sum(line.not_seen for line in lines), "not seen in time", teams),
        Tally(sum(line.overdue for line in lines), "duties overdue", teams),
        Tally(len(climbs), "climbed above the team", "#climbed"),
        Tally(late, "warnings past their hour", "#warnings"),
    )


@dataclass(frozen=True, slots=True)
class ClimbLine:
    """Late duties of one kind that have climbed to one role: how many, and the one that is late longest."""

    role: str
    told: str
    duty: str
    number: int
    longest: str
    href: str


def climb_lines(climbs: Sequence[Climb], today: date) -> list[ClimbLine]:
    """What climbed, by who is to be told and by duty: the highest first, then the commonest."""
    found: dict[tuple[str, str], list[Climb]] = {}
    for climb in climbs:
        found.setdefault((climb.role, climb.occurrence.code), []).append(climb)
    ordered = sorted(found.items(), key=lambda pair: (HIGHEST.index(pair[0][0]), -len(pair[1])))
    return [_climb_line(some, today) for _, some in ordered]


def _split(found: Sequence[ClimbLine]) -> dict[str, object]:
    """The first of what climbed highest; the rest, and what stopped at the lowest rung above the team, is folded."""
    first = [line for line in found if line.role != HIGHEST[-1]][:MOST]
    below = found[len(first) :]
    return {"climbs": first, "below": below, "below_number": sum(line.number for line in below)}


def _climb_line(some: Sequence[Climb], today: date) -> ClimbLine:
    first, due = some[0], min(climb.occurrence.due for climb in some)
    address = QueryDict(mutable=True)
    address.update({"show": "climbed", "told": first.role, "duty": first.occurrence.code})
    says = curly(duty_of(first.occurrence).says)
    return ClimbLine(first.role, _told(first.says), says, len(some), f"{wording.length((today - due).days)} late", f"{reverse('service')}?{address.urlencode()}")


def group(reach: Reach, climbs: Sequence[Climb]) -> DutyGroup:
    """These as rows of a list of duties."""
    owed = as_rows(reach, climbs)
    return DutyGroup("", rows(owed, telling(reach, owed)))


def _told(says: str) -> str:
    plain = says.removeprefix("the ")
    return f"{plain[:1].upper()}{plain[1:]}"


def _waits(one: Waits) -> dict[str, object]:
    child = one.child
    return {
        "child": naming.link(child), "days": wording.count(one.days, "working day") if one.days else "since today",
        "since": one.since, "with": _with(child), "team": child.team.name if child.team else "",
    }  # fmt: skip


def _with(child: Standing) -> str:
    manager = child.team.manager if child.team else None
    return manager.name if manager else "nobody manages this team"


