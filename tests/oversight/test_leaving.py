"""A worker leaves: nobody is left without an owner. The move is one step, and it is refused if anybody is left over."""

import threading

import pytest
from django.db import IntegrityError, connections, transaction

from goldthread.oversight import leaving
from goldthread.people import accounts
from goldthread.people.given import Refused
from goldthread.people.models import AccountAct, Worker
from goldthread.people.sight import NotAllowed
from goldthread.record.models import Restriction, Standing, Version
from goldthread.record.reach import Reach
from tests.web import family

WHY = "He has moved to Leeds."


@pytest.fixture
def office(db):
    made = family.office()
    return {**made, "people": family.larkfields(made["priya"]), "ivy": family.worker("ivy", "administrator")}


def reach(office, who="ngozi"):
    return Reach(office[who], family.NOW)


def test_an_account_with_a_child_is_not_closed_by_anybody(office):
    for who in ("ivy", "ngozi"):
        with pytest.raises(Refused, match="3 open records"):
            accounts.close(office["priya"], WHY, by=office[who], now=family.NOW)
    assert Worker.objects.get(username="priya").is_active and not AccountAct.objects.exists()


def test_the_database_refuses_it_as_well(office):
    with pytest.raises(IntegrityError, match="hand them over"), transaction.atomic():
        Worker.objects.filter(username="priya").update(is_active=False)


def test_everybody_is_handed_over_and_the_account_closed_in_one_step(office):
    leaving.close(office["priya"], WHY, {"social_worker": office["marcus"]}, reach(office))
    assert set(Standing.objects.filter(is_child=True).values_list("worker__username", flat=True)) == {"marcus"}
    assert not Worker.objects.get(username="priya").is_active
    assert AccountAct.objects.get().act == accounts.CLOSED


def test_they_may_wait_in_the_team_whose_manager_holds_them_by_name(office):
    leaving.close(office["priya"], WHY, {"social_worker": None}, reach(office))
    children = Standing.objects.filter(is_child=True, open=True)
    assert children.count() == 3 and set(children.values_list("worker", "team__manager__username")) == {(None, "ngozi")}


def test_a_record_that_is_closed_to_whoever_hands_over_keeps_all_of_it_from_moving(office):
    kofi = office["people"]["Kofi"]
    for who in ("priya", "nora"):
        Restriction.objects.create(person_id=kofi, worker=office[who], why="A colleague’s family")
    with pytest.raises(NotAllowed), transaction.atomic():
        leaving.close(office["priya"], WHY, {"social_worker": office["marcus"]}, reach(office))
    assert set(Standing.objects.filter(is_child=True).values_list("worker__username", flat=True)) == {"priya"}
    assert Worker.objects.get(username="priya").is_active


@pytest.mark.parametrize("to", [{}, {"personal_adviser": None}])
def test_a_part_for_which_nobody_is_chosen_is_refused(office, to):
    with pytest.raises(Refused):
        leaving.close(office["priya"], WHY, to, reach(office))
    assert Worker.objects.get(username="priya").is_active


def test_only_children_without_a_worker_may_wait(office):
    chair = family.worker("rhys", "conference_chair")
    with Reach(office["ngozi"], family.NOW).act() as act:
        act.write(office["people"]["Ama"], "allocation", family.TODAY, {"works_as": "conference_chair", "worker": chair.pk, "team": office["east"].pk})
    assert leaving.parts(chair) == {"conference_chair": 1}
    head = family.worker("hal", "head_of_service")
    with pytest.raises(Refused, match="Choose who takes over"):
        leaving.close(chair, WHY, {"conference_chair": None}, Reach(head, family.NOW))


def test_nobody_is_handed_to_the_leaver_or_to_somebody_who_has_left(office):
    gone = family.worker("gone", "social_worker", office["east"])
    Worker.objects.filter(pk=gone.pk).update(is_active=False)
    gone.refresh_from_db()
    for taker in (office["priya"], gone):
        with pytest.raises(Refused, match="works here"):
            leaving.close(office["priya"], WHY, {"social_worker": taker}, reach(office))


def test_a_role_that_does_not_write_is_not_given_to_who_holds_a_child(office):
    from goldthread.people.given import Given

    with pytest.raises(Refused, match="Hand them over first"):
        accounts.change(office["priya"], Given("Priya", "director", office["east"].pk), by=office["ivy"], now=family.NOW)


def test_the_count_is_told_to_who_may_see_no_child(office):
    assert accounts.left_with(office["priya"]) == 3 and accounts.left_with(office["marcus"]) == 0


def test_nobody_is_allocated_to_somebody_who_has_left(office):
    Worker.objects.filter(username="marcus").update(is_active=False)
    with pytest.raises(NotAllowed, match="closed"), reach(office).act() as act:
        act.write(office["people"]["Ama"], "allocation", family.TODAY, {"works_as": "personal_adviser", "worker": office["marcus"].pk})


@pytest.mark.django_db(transaction=True)
def test_a_child_given_at_the_same_moment_keeps_the_account_open():
    """Whoever allocates holds the account until they are done: closing waits for them, and then counts their child too."""
    made = family.office()
    people = family.larkfields(made["marcus"])
    began, found = threading.Event(), []

    def allocates():
        with Reach(made["ngozi"], family.NOW).act() as act:
            act.correct(*_allocation(people["Ama"]), "Handed over.", until=family.TODAY)
            act.write(people["Ama"], "allocation", family.TODAY, {"works_as": "social_worker", "worker": made["priya"].pk, "team": made["east"].pk})
            began.set()
            held.wait(10)
        connections.close_all()

    held = threading.Event()
    other = threading.Thread(target=allocates)
    other.start()
    assert began.wait(10)
    closing = threading.Thread(target=_closes, args=(made, found))
    closing.start()
    closing.join(1)
    assert closing.is_alive(), "closing did not wait for the allocation"
    held.set()
    other.join(10)
    closing.join(10)
    assert "1 open record" in str(found[0])


def _allocation(person):
    version = Version.objects.get(person=person, type="allocation", superseded_at=None)
    return version.entry, version.number


def _closes(made, found):
    try:
        accounts.close(made["priya"], WHY, by=made["ngozi"], now=family.NOW)
    except Refused as refusal:
        found.append(refusal)
    finally:
        connections.close_all()
