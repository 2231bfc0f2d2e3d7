"""Who may see whom, as a table; the refusal is a sentence that says what to do."""

import pytest

from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, APPROVE, LOAD, ROLES, WRITE
from goldthread.people.sight import Held, NotAllowed, can_see, check_can_see, check_may

EAST, NORTH = 1, 2


def worker(role, team=EAST, pk=10, **more):
    return Worker(pk=pk, username="w", name="W", role=role, team_id=team, **more)


IN_EAST, RESTRICTED = Held(EAST, frozenset()), Held(EAST, frozenset({10}), restricted_to=frozenset({99}))
TABLE = [
    (worker("social_worker"), IN_EAST, True),
    (worker("social_worker", NORTH), IN_EAST, False),
    (worker("social_worker", NORTH), Held(EAST, frozenset({10})), True),  # allocated across teams
    (worker("social_worker", None), Held(None, frozenset()), False),
    (worker("team_manager", NORTH), IN_EAST, False),
    (worker("conference_chair", None), IN_EAST, True),
    (worker("analyst", None), IN_EAST, True),
    (worker("administrator", EAST), IN_EAST, False),
    (worker("social_worker"), RESTRICTED, False),
    (worker("director", None), RESTRICTED, False),
    (worker("social_worker", NORTH, pk=99), RESTRICTED, True),
    (worker("director", None, is_active=False), IN_EAST, False),
]


@pytest.mark.parametrize(("actor", "held", "sees"), TABLE)
def test_who_sees_whom(actor, held, sees):
    assert can_see(actor, held) is sees


def test_a_refusal_says_why_and_whom_to_ask():
    with pytest.raises(NotAllowed, match="Another team holds this record. Ask"):
        check_can_see(worker("social_worker", NORTH), IN_EAST)
    with pytest.raises(NotAllowed, match="named people only. Ask your head of service"):
        check_can_see(worker("director", None), RESTRICTED)
    with pytest.raises(NotAllowed, match="The role of analyst does not allocate"):
        check_may(worker("analyst"), ALLOCATE)


def test_a_closed_account_may_do_nothing():
    with pytest.raises(NotAllowed):
        check_may(worker("team_manager", is_active=False), WRITE)


def test_every_role_says_in_words_what_it_is_for():
    for role in ROLES.values():
        assert role.description.endswith(".") and role.name[0].isupper() and role.sees


def test_only_managers_and_above_approve_and_only_analysts_load():
    may = {act: {r.code for r in ROLES.values() if act in r.may} for act in (APPROVE, LOAD)}
    assert "social_worker" not in may[APPROVE] and may[LOAD] == {"analyst"}
