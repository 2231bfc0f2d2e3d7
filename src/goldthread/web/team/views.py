"""A team's page, the choice between teams, and the lists behind every number."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from goldthread.oversight import asked
from goldthread.oversight.board import Board, board
from goldthread.oversight.knew import knew
from goldthread.oversight.teams import check_may_see, own_team, team_lines
from goldthread.oversight.weights import SINCE, WEIGHTS
from goldthread.oversight.worklist import own
from goldthread.people.accounts import leads
from goldthread.people.models import Team
from goldthread.people.roles import SERVICE
from goldthread.people.sight import NotAllowed
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.drafts.waiting import begun_about
from goldthread.web.entries.judging import few
from goldthread.web.reaching import with_reach
from goldthread.web.team import away, kept, lists, loads, page, past_you
from goldthread.web.team.ways import Ways

NO_TEAM = "You are in no team, so there is no team page for you. Ask your manager if that is wrong."


@with_reach
def team(request: HttpRequest, reach: Reach) -> HttpResponse:
    """One's own team, the one the address names, or all of them for somebody who answers for several."""
    own_one = own_team(reach.actor)
    if own_one is None and "team" not in request.GET and reach.actor.plays.sees == SERVICE:
        return _choose(request, reach)
    chosen = _chosen(request, reach, own_one)
    ways = Ways(chosen, own_one)
    found = board(reach, chosen)
    request.counts = {"my_children": own(reach, reach.actor).count()}
    return render(request, "goldthread/team/team.html", _page(request, reach, found, ways))


def _chosen(request: HttpRequest, reach: Reach, own_one: Team | None = None) -> Team:
    """The team that the address names, or else one's own: `own_one`, where it was read already."""
    named = request.GET.get("team", "")
    if named.isdecimal() and len(named) < 10:
        found = get_object_or_404(Team.objects.select_related("manager", "told_next"), pk=int(named))
        check_may_see(reach.actor, found)
        return found
    mine = own_one or own_team(reach.actor)
    if mine is None:
        raise NotAllowed(NO_TEAM)
    return mine


def _page(request: HttpRequest, reach: Reach, found: Board, ways: Ways) -> dict[str, object]:
    warnings = asked.went_past(reach, found.team, found.children)
    by_name = request.GET.get("by") == "name"
    lines = loads.lines(found, ways, by_name)
    waits = knew(child for w in found.waiting for child in w.children) if found.waiting else {}
    return {
        "team": found.team, "lede": page.lede(found), "warnings": past_you.went_past(warnings[:3], reach.actor, reach.now),
        "tallies": page.tallies(found, ways), "ways": _links(ways, found), "board": found,
        "waiting": page.waiting(found, waits, reach.actor), "waiting_number": sum(len(w.children) for w in found.waiting),
        "whose": _whose(found, reach), "not_seen": page.not_seen(found, _begun(found, reach), {w.child.person_id for w in warnings}),
        "lines": lines, "most": loads.most(lines), "others": loads.others(found, ways, reach.actor), "legend": loads.legend(found),
        "by_name": by_name, "weights_since": SINCE, "kept": kept.kept(found, ways), "desk": page.desk(found, reach.actor),
        "approvals": few(reach),
    }  # fmt: skip


def _links(ways: Ways, found: Board) -> dict[str, str]:
    return {
        "waiting": ways.children(waiting=1), "not_seen": ways.children(not_seen=1), "overdue": ways.duties(state="overdue"),
        "by_weight": ways.page(), "by_name": ways.page(by="name"), "away": ways.away(),
    }  # fmt: skip


def _whose(found: Board, reach: Reach) -> str:
    manager = found.team.manager
    if manager is None:
        return "Nobody manages this team: give it a manager, so that they belong to somebody."
    return f"Until then they are {'yours' if manager == reach.actor else wording.possessive(manager.name)}, by name."


def _begun(found: Board, reach: Reach) -> dict[str, str]:
    """Who has begun to write about a visit to a child not seen in time."""
    drafts = begun_about([n.child.reference for n in found.not_seen[: page.MOST]], "visit")
    return {reference: _has_begun(draft.name, draft.kept_at, reach) for reference, draft in drafts.items()}


def _has_begun(name: str, kept_at: object, reach: Reach) -> str:
    day = wording.as_day(kept_at)
    when = "today" if day == reach.today else wording.long_day(day, reach.today)
    return f"{name.split()[0]} began to write about a visit, {wording.clock_time(kept_at)} {when}; it is not saved yet."


def _choose(request: HttpRequest, reach: Reach) -> HttpResponse:
    return render(request, "goldthread/team/choose.html", {"lines": team_lines(reach), "own": None})


@with_reach
def all_teams(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every team in a few counts."""
    if reach.actor.plays.sees != SERVICE:
        raise NotAllowed("The list of all teams is for those who answer for several. Your own team has its page.")
    request.here = "team"
    return _choose(request, reach)


@with_reach
def children(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Children of a team, filtered by the address."""
    chosen = _chosen(request, reach)
    request.here = "team"
    return render(request, "goldthread/team/children.html", lists.children(reach, chosen, request.GET))


@with_reach
def duties(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Duties owed to a team's children, or met for them this week, filtered by the address."""
    chosen = _chosen(request, reach)
    request.here = "team"
    return render(request, "goldthread/team/duties.html", lists.duties(reach, chosen, request.GET))


@with_reach
def who_is_in(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Who is in next week, and who covers."""
    chosen = _chosen(request, reach)
    request.here = "team"
    return render(request, "goldthread/team/away.html", {"team": chosen, "me_manages": chosen.manager_id == reach.actor.pk or leads(reach.actor), **away.next_week(chosen, reach.today)})


@with_reach
def weights(request: HttpRequest, reach: Reach) -> HttpResponse:
    """How children are weighed in a caseload."""
    request.here = "team"
    return render(request, "goldthread/team/weights.html", {"weights": WEIGHTS, "since": SINCE})
