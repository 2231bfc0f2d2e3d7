"""Who may see whom, as a table; the refusal is a sentence that says what to do."""

import pytest

from goldthread.duties.words.kinds import ADULT, CARER, HOME, WORKER
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, APPROVE, LOAD, OPEN, ROLES, SAYS_WHY, WRITE
from goldthread.people.sight import (
    Held,
    NotAllowed,
    SayWhy,
    can_list,
    can_open,
    can_see,
    check_can_open,
    check_can_see,
    check_may,
)

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
    (worker("analyst", None), IN_EAST, False),  # who says why first
    (worker("analyst", None), Held(EAST, frozenset(), said=frozenset({10})), True),
    (worker("analyst", None), Held(EAST, frozenset({10})), True),
    (worker("analyst", None), Held(EAST, frozenset(), about=CARER), True),
    (worker("analyst", None), Held(EAST, frozenset(), about=HOME), True),
    (worker("quality_lead", None, pk=99), RESTRICTED, True),
    (worker("administrator", NORTH, pk=99), RESTRICTED, False),
    (worker("administrator"), Held(EAST, frozenset({10})), False),
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


# Their own family, and whom they know

MINE = {"interests": frozenset({10})}
HOWEVER = [
    Held(EAST, frozenset({10}), **MINE),
    Held(EAST, frozenset(), restricted_to=frozenset({10}), **MINE),
    Held(EAST, frozenset(), opened=frozenset({10}), said=frozenset({10}), **MINE),
    Held(EAST, frozenset({10}), about=WORKER, line=frozenset({10}), own=5, **MINE),
    Held(EAST, frozenset({10}), about=ADULT, **MINE),
]


@pytest.mark.parametrize("held", HOWEVER)
@pytest.mark.parametrize("role", ROLES)
def test_an_interest_closes_a_record_whatever_else_opens_it(role, held):
    actor = worker(role, person_id=4)
    assert not can_see(actor, held) and not can_list(actor, held) and not can_open(actor, held)
    with pytest.raises(NotAllowed, match="interest is registered|does not see"):
        check_can_see(actor, held)


def test_an_interest_of_one_worker_closes_nothing_to_another():
    assert can_see(worker("social_worker", pk=11), HOWEVER[0])


def test_an_interest_does_not_close_somebodys_own_supervision():
    assert can_see(worker("social_worker", person_id=5), Held(EAST, frozenset(), about=WORKER, own=5, **MINE))


# Opening for a while

ELSEWHERE, NAMED = Held(NORTH, frozenset()), Held(EAST, frozenset(), restricted_to=frozenset({99}))


@pytest.mark.parametrize("role", ROLES)
def test_who_works_with_children_may_open_what_is_closed_to_them(role):
    for held in (ELSEWHERE, NAMED):
        actor = worker(role)
        assert can_open(actor, held) is (actor.may(OPEN) and not can_see(actor, held)), (role, held)


def test_the_roles_that_may_open_are_those_that_work_with_children():
    assert {r.code for r in ROLES.values() if OPEN in r.may} == {
        "social_worker", "personal_adviser", "front_door", "team_manager", "conference_chair", "reviewing_officer", "head_of_service",
    }  # fmt: skip
    assert {r.code for r in ROLES.values() if r.opens == SAYS_WHY} == {"analyst", "quality_lead", "practice_lead", "director"}


@pytest.mark.parametrize("held", [ELSEWHERE, NAMED])
def test_an_opening_shows_the_record_to_whom_opened_it_and_to_nobody_else(held):
    from dataclasses import replace

    opened = replace(held, opened=frozenset({10}))
    assert can_see(worker("social_worker"), opened) and can_list(worker("social_worker"), opened)
    assert not can_see(worker("social_worker", pk=11), opened)
    assert not can_see(worker("administrator"), opened)  # a role that may not open has no use of an opening left from before


@pytest.mark.parametrize("about", [WORKER, ADULT])
def test_records_of_workers_and_of_allegations_are_never_opened(about):
    held = Held(NORTH, frozenset(), about=about, own=5)
    assert not can_open(worker("social_worker"), held)
    assert not can_see(worker("social_worker"), Held(NORTH, frozenset(), about=about, own=5, opened=frozenset({10})))


def test_what_is_open_already_is_not_opened_again():
    with pytest.raises(NotAllowed, match="already"):
        check_can_open(worker("social_worker"), IN_EAST)


def test_who_says_why_is_told_so_and_sees_lists_before():
    with pytest.raises(SayWhy, match="says why before opening"):
        check_can_see(worker("director", None), IN_EAST)
    assert can_list(worker("director", None), IN_EAST)
