"""Every operation, every scope and every kind of child: what is not open to a token does not exist for it, and the refusal is written down."""

import pytest

from goldthread.people.models import Interest
from goldthread.record.models import Look, Person, Restriction, Standing
from goldthread.record.reach import Reach
from goldthread.web.api.models import TokenEntry
from goldthread.web.api.scopes import SCOPES
from tests.api.calling import NOW, VISIT, calls, integration
from tests.api.test_api_tokens import operations

DAY = NOW.date()
ABOUT_A_CHILD = {
    "read_child": ("GET", "/children/{reference}", None), "read_entries": ("GET", "/children/{reference}/entries", None),
    "write_entry": ("POST", "/children/{reference}/entries", VISIT), "read_duties": ("GET", "/children/{reference}/duties", None),
    "read_entry": ("GET", "/entries/{entry}", None),
    "correct_entry": ("PATCH", "/entries/{entry}", {"type": "note", "read": 1, "why": "Said better.", "answers": {}}),
}  # fmt: skip
LISTS = {
    "find_children": ("POST", "/children/find", {"q": "Tallow"}), "read_worklist": ("GET", "/worklist?team={team}", None), "list_workers": ("GET", "/workers", None),
    "list_measures": ("GET", "/measures", None), "read_measure": ("GET", "/measures/none-such", None),
    "list_webhooks": ("GET", "/webhooks", None), "make_webhook": ("POST", "/webhooks", {"address": "https://partner.example/", "events": ["entry.written"]}),
    "rotate_webhook": ("POST", "/webhooks/1/secret", None), "end_webhook": ("DELETE", "/webhooks/1", None), "read_deliveries": ("GET", "/webhooks/1/deliveries", None),
}  # fmt: skip
CHILDREN = ("own", "other", "restricted", "closed", "interest", "unknown")
SEES = {"team": {"own", "closed"}, "service": {"own", "other", "closed"}}


@pytest.fixture
def children(people):
    """A child of each kind, with a note; {kind: (reference, number of the note)}."""
    return {kind: _child(people, kind) for kind in CHILDREN if kind != "unknown"} | {"unknown": ("WR-99999", 2**40)}


def _child(people, kind):
    writer = people["nora" if kind == "other" else "priya"]
    with Reach(writer, NOW).act() as act:
        person = act.new_person(reference=f"T-{kind}")
        act.write(person, "person", DAY, {"forename": kind.title(), "surname": "Tallow", "born": DAY.replace(year=2015)})
        referral = act.write(person, "referral", DAY, {"source": "2A", "decision": "accepted", "decided": DAY})
        if kind == "closed":
            act.write(person, "closing", DAY, {"closes": referral})
        note = act.write(person, "note", DAY, {"note": "A word of nobody else’s business."})
    if kind == "closed":
        assert not Standing.objects.get(person=person).open
        Standing.objects.filter(person=person).update(team=people["east"])
    if kind == "restricted":
        Restriction.objects.create(person_id=person, worker=people["priya"], why="A colleague’s family.")
        Standing.objects.filter(person=person).update(restricted=True)
    return f"T-{kind}", note


def _interest(of, people):
    """Somebody who stands behind the other system has to do with this child."""
    person = Person.objects.get(reference="T-interest")
    Interest.objects.create(worker=of.worker, person=person, why="Its owner’s own family.", by=people["dina"], at=NOW)


def _asked(call, operation, child, people):
    method, path, body = (ABOUT_A_CHILD | LISTS)[operation]
    reference, entry = child
    return call.ask(method, path.format(reference=reference, entry=entry, team=people["east"].pk), body)


def test_the_matrix_has_every_operation():
    assert {operation.operation_id for _, operation in operations()} == set(ABOUT_A_CHILD) | set(LISTS)


@pytest.mark.parametrize("sees", SEES)
@pytest.mark.parametrize("operation", ABOUT_A_CHILD)
def test_a_child_that_is_not_open_to_a_token_is_not_there_for_it(people, children, operation, sees):
    of = integration(people, people["east"] if sees == "team" else None)
    _interest(of, people)
    call, answers = calls(of), {}
    for kind, child in children.items():
        looks = Look.objects.filter(refused=True).count()
        answers[kind] = answer = _asked(call, operation, child, people)
        if kind in SEES[sees]:
            assert answer.status_code in (200, 201), (kind, answer.said)
        else:
            assert answer.status_code == 404, kind
            assert kind == "unknown" or Look.objects.filter(refused=True, worker=of.worker).count() == looks + 1
    # Not a letter differs between a child who is restricted, one of another team, and none at all.
    assert len({answers[kind].content for kind in answers if kind not in SEES[sees]}) == 1
    assert len({tuple(sorted(answers[kind].headers)) for kind in answers if kind not in SEES[sees]}) == 1


@pytest.mark.parametrize("operation", [*ABOUT_A_CHILD, *LISTS])
def test_each_operation_is_open_to_its_own_scope_and_closed_to_every_other(people, children, operation):
    of = integration(people, people["east"])
    own = next(o.auth_callbacks[0].scope for _, o in operations() if o.operation_id == operation)
    for scope in SCOPES:
        before = TokenEntry.objects.count()
        status = _asked(calls(of, scope), operation, children["own"], people).status_code
        assert (status == 403) is (scope != own), scope
        assert scope == own or TokenEntry.objects.count() == before


@pytest.mark.parametrize(("sees", "found"), [("team", {"T-own", "T-closed"}), ("service", {"T-own", "T-other", "T-closed"})])
def test_a_search_and_a_worklist_hold_no_child_that_may_not_be_read(people, children, sees, found):
    of = integration(people, people["east"] if sees == "team" else None)
    _interest(of, people)
    call = calls(of)
    said = {child["reference"] for child in call.post("/children/find", {"q": "Tallow"}).said["items"]}
    assert said == found
    rows = call.get(f"/worklist?team={people['east'].pk}").said["items"]
    assert rows and {c["reference"] for row in rows for c in row["children"]} <= found
