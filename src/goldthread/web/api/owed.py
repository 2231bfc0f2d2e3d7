"""What is owed: to one child with the reasons, and what lies on a worker's or a team's desk."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query

from goldthread.clock.times import day_of
from goldthread.duties import State
from goldthread.duties.asjson import as_json
from goldthread.duties.explain import duty_of
from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import Owed, owed_to, with_siblings, worklist
from goldthread.people.models import Team, Worker
from goldthread.people.roles import EVERY_ROLE
from goldthread.web import naming
from goldthread.web.api.caller import Caller
from goldthread.web.api.paging import a_page, tag_of, unless_same
from goldthread.web.api.problems import Problem, nothing_there
from goldthread.web.api.scopes import READ_DUTIES, READ_WORKLISTS
from goldthread.web.api.shapes import (
    NUMBERS,
    DeskOut,
    DutiesOut,
    IfNoneMatch,
    Known,
    OnAPage,
    PageNumber,
    Reference,
    WorkerOut,
)
from goldthread.web.api.site import operation
from goldthread.web.api.written import who

STATES = {state.value: state for state in State}
ONE_OF_TWO = "Name a worker or a team, and not both: ?worker=12 or ?team=3."
Desk = Annotated[int | None, Query(None, ge=1, le=NUMBERS)]
Asked = Annotated[str, Query("", max_length=40, alias="state", pattern="^[a-z ]*$", description=f"Only those in this state: {', '.join(STATES)}.")]


@operation("GET", "/children/{reference}/duties", READ_DUTIES, DutiesOut, summary="Read what is owed to a child", operation_id="read_duties", also={304: None})
def duties(request: HttpRequest, response: HttpResponse, reference: Reference, state: Asked = "", known: Known = "", have: IfNoneMatch = None):
    """Every duty, met or not, with its reason, how its day was found, who owes it and which law says so."""
    opened = request.auth.child(reference, "duties", known)
    if state and state not in STATES:
        raise Problem("not-valid", "Put right what is named in errors, and ask again.", [("state", f"Choose one of: {', '.join(STATES)}.")])
    explainer, on = opened.explainer, day_of(opened.when)
    items = [as_json(o, explainer.explain(o), explainer.how(o), on) for o in opened.child.owed]
    told = {"child": opened.reference, "on": opened.when, "known": opened.child.known, "items": [i for i in items if state in ("", i["state"])]}
    return unless_same(request, response, told, tag_of(told), have)


@operation("GET", "/worklist", READ_WORKLISTS, DeskOut, summary="Read a worklist", operation_id="read_worklist")
def desk(request: HttpRequest, worker: Desk = None, team: Desk = None, page: PageNumber = 1, size: OnAPage = 50):
    """What lies on a worker’s desk, or is owed to the children whom a team holds, earliest first. Only children whom the integration may see."""
    caller = request.auth
    if (worker is None) == (team is None):
        raise Problem("not-valid", ONE_OF_TWO, [("worker", ONE_OF_TWO)])
    rows = _of_worker(caller, worker) if worker else _of_team(caller, team)
    caller.reach.looked_at(caller.page("worklist"), f"worker {worker}" if worker else f"team {team}")
    return {"on": caller.reach.today, **a_page(rows, page, size, _row)}


def _of_worker(caller: Caller, number: int) -> list[Owed]:
    owner = workers_of(caller).filter(pk=number).first()
    if owner is None:
        raise nothing_there()
    return worklist(caller.reach, owner).everything


def _of_team(caller: Caller, number: int) -> list[Owed]:
    if not teams_of(caller).filter(pk=number).exists():
        raise nothing_there()
    return with_siblings(owed_to(caller.reach, with_holders(caller.reach.standings().filter(team=number, open=True))))


def workers_of(caller: Caller) -> QuerySet[Worker]:
    """People whose desks an integration may ask about: of its team, or all."""
    found = Worker.objects.at_work().select_related("team")
    return found if caller.reach.sees_service else found.filter(team=caller.reach.actor.team_id or -1)


def teams_of(caller: Caller) -> QuerySet[Team]:
    return Team.objects.all() if caller.reach.sees_service else Team.objects.filter(pk=caller.reach.actor.team_id or -1)


def _row(owed: Owed) -> dict[str, Any]:
    first = owed.occurrences[0]
    duty = duty_of(first)
    return {
        "code": owed.code, "says": duty.asks or duty.says, "children": [{"reference": c.reference, "name": naming.full(c)} for c in owed.children],
        "state": owed.verdict.state.value, "reason": owed.verdict.reason, "due": owed.due, "due_at": first.due_at, "plan_by": first.plan_by,
        "owner": who(owed.owner),
    }  # fmt: skip


@operation("GET", "/workers", READ_WORKLISTS, list[WorkerOut], summary="List workers", operation_id="list_workers")
def workers(request: HttpRequest):
    """Who works here, for their numbers: those of its team for an integration of a team."""
    found = workers_of(request.auth).order_by("name", "pk")
    return [{"number": w.pk, "name": w.name, "role": EVERY_ROLE[w.role].name, "team": who(w.team)} for w in found]
