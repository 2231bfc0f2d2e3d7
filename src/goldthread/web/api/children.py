"""Finding a child, and where one stands."""

from django.http import HttpRequest, HttpResponse

from goldthread.people.models import Team, Worker
from goldthread.record.search import Found, search
from goldthread.record.standing import SAY_KIND
from goldthread.web import naming
from goldthread.web.api.paging import a_page, tag_of, unless_same
from goldthread.web.api.scopes import READ_CHILDREN
from goldthread.web.api.shapes import ChildOut, FindIn, IfNoneMatch, Known, Reference
from goldthread.web.api.shapes import Found as FoundOut
from goldthread.web.api.site import operation
from goldthread.web.api.written import who
from goldthread.web.child.opening import Opened
from goldthread.web.finding.views import BECAUSE, holder, is_late

STANDS = (
    "forename", "surname", "other_names", "sex", "ethnicity", "born", "expected", "died", "open", "kind", "kinds", "kind_since", "legal_status",
    "category", "held_since", "last_seen",
)  # fmt: skip


@operation("POST", "/children/find", READ_CHILDREN, FoundOut, summary="Find children", operation_id="find_children")
def find(request: HttpRequest, body: FindIn):
    """Children by name, date of birth, postcode or reference, best first, each with the reason. Sent as a body, so that no name stands in an
    address or a log."""
    caller = request.auth
    asked = " ".join(body.q.split())
    caller.reach.looked_at(caller.page("find"), asked)
    found = search(caller.reach, asked) if asked else []
    return a_page(found, body.page, body.size, lambda one: _found(one, asked, caller.reach.today))


def _found(found: Found, asked: str, today) -> dict:
    child = found.standing
    return {
        "reference": child.reference, "name": naming.full(child), "born": child.born, "because": BECAUSE.get(found.because, found.because).format(asked),
        "open": child.open, "kind": SAY_KIND[child.kind] if child.open else "not open", "holder": holder(child), "next_date": child.next_due,
        "overdue": is_late(child, today),
    }  # fmt: skip


@operation("GET", "/children/{reference}", READ_CHILDREN, ChildOut, summary="Read a child", operation_id="read_child", also={304: None})
def read(request: HttpRequest, response: HttpResponse, reference: Reference, known: Known = "", have: IfNoneMatch = None):
    """Where a child stands: who they are, what the service does, who holds them and the next date."""
    told = _child(request.auth.child(reference, "child", known))
    return unless_same(request, response, told, tag_of(told), have)


def _child(opened: Opened) -> dict:
    stands = opened.standing
    workers = Worker.objects.in_bulk([pk for part in ("worker", "adviser", "chair") if (pk := stands[part])])
    team = Team.objects.filter(pk=stands["team"]).first()
    return {
        "reference": opened.reference, "about": opened.about, "known": opened.child.known, "name": opened.child.name, **{name: stands[name] for name in STANDS},
        "team": who(team), **{part: who(workers.get(stands[part])) for part in ("worker", "adviser", "chair")},
        "last_seen_alone": stands["last_alone"], "next_date": stands["next_due"],
    }  # fmt: skip
