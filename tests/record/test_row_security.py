"""What the database shows a worker is what people.sight lets them open: with every check of the application left out."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from goldthread.people.models import Interest, Opening, Worker
from goldthread.people.roles import CHANGE_SETTINGS, IMPROVE, INVITE, INVITED, LOAD, ROLES, SERVICE, TEAM
from goldthread.people.roles import OPEN as OPENS
from goldthread.people.sight import LEADS_IN_LAW, NotAllowed, SayWhy
from goldthread.record.act import Act
from goldthread.record.acting import COUNTING, SETTLING, Acting, acting
from goldthread.record.models import (
    Identifier,
    Look,
    Mark,
    NameToken,
    Occurrence,
    Person,
    Restriction,
    Spoken,
    Standing,
    Version,
)
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from tests.record.securing import DAY, NOW, declare, open_beyond, read_by, records, workers

REFUSED = "42501"  # insufficient privilege


@pytest.fixture
def those(office):
    return records(office)


def may_open(worker, people):
    """Whose records the application lets this worker open."""
    found = set()
    for person in people:
        try:
            Reach(worker, NOW).check(person)
            found.add(person)
        except SayWhy:  # they see it in lists, and the database does not ask for the reason
            found.add(person)
        except NotAllowed:
            pass
    return found


def written(act, person):
    with act:
        act.write(person, "note", DAY, {"title": "A call"})


def refused(worker, change, now=NOW, work=""):
    """The SQLSTATE with which the database refuses a change by this worker, or None where it was made."""
    try:
        with acting(Acting(worker.pk, now, work)), transaction.atomic():
            change()
    except DatabaseError as error:
        return error.__cause__.sqlstate
    return None


def test_every_role_in_every_relation_reads_what_sight_lets_them_open_and_nothing_else(office, those):
    office["priya"].person_id = those["worker"]
    office["priya"].save()
    office["north"].manager, office["north"].told_next = office["ngozi"], office["dina"]
    office["north"].save()
    called = {number: name for name, number in those.items()}
    for worker in workers(office):
        shown, open_to = read_by(worker), may_open(worker, those.values())
        assert {called[p] for p in shown} == {called[p] for p in open_to}, worker.username


def test_nobody_reads_nothing(office, those):
    with acting(Acting(None, NOW)):
        for table in (Person, Version, Spoken, Occurrence, Standing, NameToken, Restriction, Look, Mark, Identifier, *REGISTER.values()):
            assert not table.objects.exists(), table.__name__


@pytest.mark.parametrize("whose", ["in north", "restricted, in east", "hidden uncle", "worker"])
def test_a_record_of_others_is_not_read_counted_searched_or_joined_to(office, those, whose):
    priya, person = office["priya"], those[whose]
    Look.objects.create(at=NOW, worker=office["nora"], person_id=person, page="child")
    Mark.objects.create(entry=1, person_id=person, worker=office["nora"], at=NOW)
    Identifier.objects.create(scheme="upn", value="A123", person_id=person)
    with acting(Acting(priya.pk, NOW)):
        for table in (Version, Spoken, Occurrence, NameToken, Look, Mark, Identifier, Restriction):
            assert table.objects.filter(person=person).count() == 0, table.__name__
        assert NameToken.objects.filter(token__startswith="f", person=person).count() == 0
        assert REGISTER["person"].objects.filter(version__person=person).count() == 0
        assert REGISTER["person"].objects.filter(forename=those_name(whose)).count() == 0
        assert Person.objects.filter(pk=person, standing__worker=office["nora"]).count() == (whose == "in north")  # named in a record that is open


def those_name(whose):
    return {"in north": "Noor", "restricted, in east": "Rose", "hidden uncle": "Uncle", "worker": "Worker"}[whose]


def test_of_somebody_named_in_an_open_record_the_name_is_read_and_no_more(office, those):
    with acting(Acting(office["priya"].pk, NOW)):
        assert Standing.objects.get(pk=those["in north"]).forename == "Noor"
        assert not Standing.objects.filter(pk__in=[those["hidden uncle"], those["aunt"]]).exists()
        assert Person.objects.filter(pk=those["hidden uncle"]).exists() and not Person.objects.filter(pk=those["aunt"]).exists()


@pytest.mark.parametrize("whose", ["in north", "restricted, in east", "worker"])
def test_a_record_of_others_is_not_written(office, those, whose):
    priya, person, number = office["priya"], those[whose], Version.objects.get(person=those[whose], type="person").pk
    version = Version(entry=10**9, type="note", person_id=person, day=DAY, recorded_at=NOW, entered_at=NOW, by=priya)
    assert refused(priya, lambda: written(Act(priya, NOW), person)) == REFUSED  # an act that asks nobody
    assert refused(priya, version.save) == REFUSED
    assert refused(priya, lambda: Version.objects.filter(pk=number).update(superseded_at=NOW)) is None
    assert refused(priya, lambda: Standing.objects.filter(pk=person).update(surname="Gone")) is None
    assert refused(priya, lambda: Occurrence.objects.filter(person=person).delete()) is None
    assert Version.objects.get(pk=number).superseded_at is None and Standing.objects.get(pk=person).surname == "Fairweather"


def test_an_act_is_the_only_way_to_write_about_somebody_whom_one_may_see(office, those):
    priya = office["priya"]
    made = Version(entry=10**9, type="note", person_id=those["in east"], day=DAY, recorded_at=NOW, entered_at=NOW, by=priya)
    assert refused(priya, made.save) == REFUSED
    assert refused(priya, lambda: written(Reach(priya, NOW).act(), those["in east"])) is None
    assert Version.objects.get(person=those["in east"], type="note").by == priya


def test_nobody_writes_in_the_name_of_another(office, those):
    priya = office["priya"]

    assert refused(priya, lambda: written(Act(office["nora"], NOW), those["in east"])) == REFUSED
    assert refused(priya, lambda: Look.objects.create(at=NOW, worker=office["nora"], page="child")) == REFUSED


def test_what_was_written_is_never_overwritten_or_removed(office, those):
    priya = office["priya"]
    for table in (*REGISTER.values(), Look, Mark):
        column = "version" if hasattr(table, "code") else "person"
        assert refused(priya, lambda t=table, c=column: t.objects.update(**{c: F(c)})) == REFUSED, table
        assert refused(priya, lambda t=table: t.objects.all()._raw_delete("default")) == REFUSED, table
    assert refused(priya, lambda: Version.objects.all()._raw_delete("default")) == REFUSED


def test_a_child_is_handed_to_another_team_and_is_theirs_from_then_on(office, those):
    ngozi = office["ngozi"]
    with acting(Acting(ngozi.pk, NOW)), Reach(ngozi, NOW).act() as act:
        old = Version.objects.get(person=those["in east"], type="allocation", superseded_at=None)
        act.end(old.entry, NOW.date())
        act.write(those["in east"], "allocation", NOW.date(), {"works_as": "social_worker", "team": office["north"].pk, "worker": office["nora"].pk})
        act.write(those["in east"], "note", NOW.date(), {"title": "Handed over"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('goldthread.touched', '', true)")  # as at the end of the act's transaction
    assert those["in east"] not in read_by(ngozi)
    assert those["in east"] in read_by(office["nora"])


def test_a_new_person_is_written_down_with_a_reference_that_nobody_has(office, those):
    nora = office["nora"]
    hidden = Person.objects.get(pk=those["restricted, in east"])
    with acting(Acting(nora.pk, NOW)), Reach(nora, NOW).act() as act:
        with pytest.raises(DatabaseError), transaction.atomic():
            act.new_person(reference=hidden.reference)
        person = act.new_person()
        act.write(person, "person", DAY, {"forename": "Ivy"})
    assert Person.objects.filter(reference=Person.objects.get(pk=person).reference).count() == 1


def test_twenty_and_more_are_written_about_in_one_act(office, those):
    ana = office["ana"]
    with acting(Acting(ana.pk, NOW)), Reach(ana, NOW).act() as act:
        for number in range(25):
            act.write(act.new_person(), "person", DAY, {"forename": f"Child {number}"})
    assert Standing.objects.filter(forename__startswith="Child ").count() == 25


def test_an_interest_closes_the_person_and_their_family_whatever_else_opens_them(office, those):
    dina, priya = office["dina"], office["priya"]
    Person.objects.filter(pk__in=[those["in north"], those["priya's, in north"]]).update(family=77)
    before = read_by(priya)
    interest = declare(priya, those["in north"])
    open_beyond(priya, those["priya's, in north"])
    assert before - read_by(priya) == {those["priya's, in north"]}
    declare(dina, those["in north"])
    assert not {those["in north"], those["priya's, in north"]} & read_by(dina)
    assert refused(priya, lambda: Interest.objects.filter(pk=interest.pk).update(ended_at=NOW)) is None
    interest.refresh_from_db()
    assert interest.ended_at is None
    Interest.objects.update(ended_at=NOW)
    assert those["priya's, in north"] in read_by(priya) & read_by(dina)


def test_a_record_opened_with_a_reason_is_read_until_its_time_is_over(office, those):
    priya = office["priya"]
    open_beyond(priya, those["in north"])
    assert those["in north"] in read_by(priya)
    assert those["in north"] not in read_by(priya, NOW + timedelta(hours=3))
    open_beyond(priya, those["restricted, in east"]), open_beyond(priya, those["worker"])
    assert those["restricted, in east"] in read_by(priya) and those["worker"] not in read_by(priya)
    other = Opening(worker=office["nora"], person_id=those["in east"], reason="To look", beyond=True, at=NOW, until=NOW + timedelta(hours=1))
    assert refused(priya, other.save) == REFUSED


def test_everybody_is_counted_for_whoever_works_here_and_nothing_is_written_meanwhile(office, those):
    assert read_by(office["priya"], work=COUNTING) == set(those.values())
    admin = Worker.objects.create_user("admin", None, name="Admin", role="administrator")
    assert read_by(admin, work=COUNTING) == set(those.values()) and read_by(admin) == set()
    gone = Worker.objects.create_user("gone", None, name="Gone", role="director", is_active=False)
    assert read_by(gone, work=COUNTING) == set()
    assert read_by(admin, work=SETTLING) == set(those.values())
    assert read_by(office["priya"], work=SETTLING) == read_by(office["priya"])

    assert refused(office["priya"], lambda: written(Act(office["priya"], NOW), those["in east"]), work=COUNTING) == REFUSED


@pytest.mark.parametrize("role", ROLES)
def test_the_database_knows_each_role_as_the_application_does(db, role):
    worker, may = Worker.objects.create_user("w", None, name="W", role=role), ROLES[role].may
    with acting(Acting(worker.pk, NOW)), connection.cursor() as cursor:
        cursor.execute("SELECT way, opens, improves, invites, loads, settles, leads FROM gt_me()")
        way = {SERVICE: "service", TEAM: "team", INVITED: "invited"}.get(ROLES[role].sees, "own")
        assert cursor.fetchone() == (way, *(act in may for act in (OPENS, IMPROVE, INVITE, LOAD, CHANGE_SETTINGS)), role == LEADS_IN_LAW)
