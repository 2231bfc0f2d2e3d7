"""The service's page: how often we do what we must, what climbed, and who waits longest. On it a director's day opens."""

from collections.abc import Sequence
from itertools import groupby

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from goldthread.oversight import asked
from goldthread.oversight.climbed import Climb, Waits, as_rows, climbed, waiting_longest
from goldthread.oversight.teams import TeamLine, team_lines
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
    number, waits = waiting_longest(reach, MOST)
    late = asked.unanswered(reach, reach.standings().filter(open=True))
    context = {
        "last": last, "tallies": tallies(lines, climbs, len(late)), "lines": listing.lines(monthly.main(), last),
        "climbs": groups(reach, climbs, MOST), "climbed_number": len(climbs), "warnings": late[:MOST], "warned": len(late),
        "waits": [_waits(one) for one in waits], "waiting_number": number,
    }  # fmt: skip
    return render(request, "goldthread/measures/service.html", context)


def _climbed(request: HttpRequest, reach: Reach) -> HttpResponse:
    every = climbed(reach)
    wanted = [climb for climb in every if climb.role == request.GET.get("told")] or every
    shown = paged(wanted, request.GET)
    request.here = "service"
    context = {"groups": groups(reach, shown.rows, len(shown.rows)), "shown": shown, "number": len(wanted)}
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


def groups(reach: Reach, climbs: Sequence[Climb], most: int) -> tuple[DutyGroup, ...]:
    """Late duties under the role that is to be told of them, the highest first."""
    shown = climbs[:most]
    told = telling(reach, owed := as_rows(reach, shown))
    said = dict(zip(map(id, shown), rows(owed, told), strict=True))
    made = []
    for (role, says), some in groupby(shown, key=lambda climb: (climb.role, climb.says)):
        number = sum(climb.role == role for climb in climbs)
        made.append(DutyGroup(_heading(says), tuple(said[id(climb)] for climb in some), f"told-{role}", _all(role), number))
    return tuple(made)


def _heading(says: str) -> str:
    return f"Told to the {says.removeprefix('the ')}"


def _all(role: str) -> str:
    address = QueryDict(mutable=True)
    address.update({"show": "climbed", "told": role})
    return f"{reverse('service')}?{address.urlencode()}"


def _waits(one: Waits) -> dict[str, object]:
    child = one.child
    return {
        "child": naming.link(child), "days": wording.count(one.days, "working day") if one.days else "since today",
        "since": one.since, "with": _with(child), "team": child.team.name if child.team else "",
    }  # fmt: skip


def _with(child: Standing) -> str:
    manager = child.team.manager if child.team else None
    return manager.name if manager else "nobody manages this team"


