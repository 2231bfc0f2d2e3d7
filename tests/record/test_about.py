"""Whom a record is about, who holds them, and that children's lists hold children only."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from goldthread.duties import Settings, Spoken
from goldthread.duties.words.kinds import ADULT, CARER, CHILD, HOME, WORKER, episode
from goldthread.oversight.owners import owner_of
from goldthread.oversight.worklist import near, own
from goldthread.people.models import Interest, Opening, Worker
from goldthread.people.roles import OPEN, ROLES
from goldthread.people.sight import NotAllowed, SayWhy
from goldthread.record import standing
from goldthread.record.derive import NoOwner, Told, work_out
from goldthread.record.lives import Life
from goldthread.record.models import Restriction, Standing
from goldthread.record.reach import Reach
from goldthread.record.search import search
from goldthread.record.standing import HOLDS, stand

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
LATER = NOW + timedelta(hours=4)
DAY = date(2026, 11, 2)


def write(reach, name, part="", worker=None, team=None, entries=()):
    """Somebody with a name and a holder in a part, and further entries as (type, day, values). Gives their number."""
    with reach.act() as act:
        person = act.new_person()
        act.write(person, "person", DAY, {"forename": name, "surname": "Fairweather"})
        if part:
            act.write(person, "allocation", DAY, {"works_as": part, "worker": worker and worker.pk, "team": team and team.pk})
        for kind, day, values in entries:
            act.write(person, kind, day, values)
    return person


@pytest.fixture
def everybody(office, priya, kofi):
    """One of each: Kofi who waits in East, and a carer, an adult, a worker and a home that North holds; and somebody only mentioned."""
    nora, north = Reach(office["ana"], NOW), office["north"]
    found = {about: write(nora, about.title(), part, office["nora"], north) for about, part in HOLDS.items() if about != CHILD}
    return {**found, CHILD: kofi, "": write(priya, "Gran")}


def test_a_record_says_whom_it_is_about_and_who_holds_them(everybody, office):
    for about, person in everybody.items():
        one = Standing.objects.get(pk=person)
        assert (one.about, one.is_child) == (about, about == CHILD)
        assert one.worker == (office["nora"] if about not in ("", CHILD) else None)


def test_a_person_of_whom_something_was_said_as_a_child_stays_a_child(office, priya, kofi):
    with priya.act() as act:
        act.write(kofi, "allocation", DAY, {"works_as": "supervising_social_worker", "worker": office["nora"].pk, "team": office["north"].pk})
    one = Standing.objects.get(pk=kofi)
    assert one.about == CHILD and one.is_child and one.worker is None and one.team == office["east"]


def test_lists_and_counts_of_children_hold_children_only(everybody, office):
    reach = Reach(office["dina"], NOW)
    assert set(reach.standings().values_list("person", flat=True)) == {everybody[CHILD]}
    assert [f.standing.person_id for f in search(reach, "Fairweather")] == []
    assert set(reach.others().values_list("about", flat=True)) == {CARER, ADULT, WORKER, HOME}
    assert set(reach.others(CARER).values_list("person", flat=True)) == {everybody[CARER]}
    assert set(reach.everybody().values_list("person", flat=True)) == set(everybody.values())


def everyone_who_signs_in(office):
    """A worker of each role in each team and in none, with those of the office."""
    for role in ROLES:
        for team in (office["east"], office["north"], None):
            yield Worker.objects.create_user(f"{role} {team}", None, name=role, role=role, team=team)
    yield from (w for w in office.values() if isinstance(w, Worker))


def opens(reach, person):
    """Whether the record is opened, having said why where the role says why."""
    try:
        reach.check(person)
    except SayWhy:
        return True
    except NotAllowed:
        return False
    return True


def compare(office, everybody):
    """Each worker's lists beside what the one question about each record answers; of somebody only mentioned, a relative may be opened."""
    for actor in everyone_who_signs_in(office):
        reach = Reach(actor, NOW)
        listed, opened = reach.seen_people(), {person for person in everybody.values() if opens(reach, person)}
        assert listed - opened == set() and opened - listed <= {everybody[""]}, actor.username
        yield actor, listed


def test_what_is_listed_and_what_is_opened_are_the_same(everybody, office):
    """The one question to the database and the one about a single record, for every role, team and kind."""
    north = office["north"]
    north.manager, north.told_next = office["ngozi"], office["dina"]
    north.save()
    office["priya"].person_id = everybody[WORKER]
    office["priya"].save()
    assert any(listed for _, listed in compare(office, everybody))


def test_they_are_the_same_where_records_are_restricted(everybody, office):
    for person in everybody.values():
        Restriction.objects.create(person_id=person, worker=office["nora"], why="A colleague’s family")
    Standing.objects.update(restricted=True)
    assert {actor.username for actor, listed in compare(office, everybody) if listed} == {"nora"}


@pytest.mark.parametrize("restricted", [False, True])
def test_they_are_the_same_where_everybody_opened_everything(everybody, office, restricted):
    """Who may open sees what is like a child's record; nobody who opened it sees a worker's or an allegation for it."""
    workers = list(everyone_who_signs_in(office))
    for person in everybody.values():
        if restricted:
            Restriction.objects.create(person_id=person, worker=office["nora"], why="A colleague’s family")
        Opening.objects.bulk_create(Opening(worker=w, person_id=person, reason="To be sure of it", beyond=True, at=NOW, until=LATER) for w in workers)
    Standing.objects.update(restricted=restricted)
    like_children = {everybody[about] for about in (CHILD, CARER, HOME, "")}
    for actor in workers:
        reach = Reach(actor, NOW)
        listed, opened = reach.seen_people(), {person for person in everybody.values() if opens(reach, person)}
        assert listed == opened, actor.username
        assert not actor.may(OPEN) or listed >= like_children
        assert not restricted or actor == office["nora"] or listed <= like_children
        assert not Reach(actor, LATER).but.opened


@pytest.mark.parametrize("opened", [False, True])
def test_nobody_lists_or_opens_a_record_of_their_own_family(everybody, office, opened):
    """Each worker has an interest in everybody; Priya's own supervision is hers all the same."""
    workers = list(everyone_who_signs_in(office))
    office["priya"].person_id = everybody[WORKER]
    office["priya"].save()
    for person in everybody.values():
        Interest.objects.bulk_create(Interest(worker=w, person_id=person, why="My cousin", by=w, at=NOW) for w in workers)
        if opened:
            Opening.objects.bulk_create(Opening(worker=w, person_id=person, reason="To be sure of it", beyond=True, at=NOW, until=LATER) for w in workers)
    for actor in workers:
        reach = Reach(Worker.objects.get(pk=actor.pk), NOW)
        own = {everybody[WORKER]} if actor == office["priya"] else set()
        assert reach.seen_people() == {person for person in everybody.values() if opens(reach, person)} == own, actor.username


def test_an_interest_closes_the_records_of_the_whole_family_and_of_nobody_else(office, priya, kofi):
    with priya.act() as act:
        ama, other = act.new_person(family=77), act.new_person(family=78)
        cousin = act.new_person(family=77)
        for person in (ama, other, cousin):
            act.write(person, "person", DAY, {"forename": "Ama", "surname": "Larkfield"})
            act.write(person, "referral", DAY, {"source": "2A", "decision": "accepted", "decided": DAY})
    Interest.objects.create(worker=office["priya"], person_id=ama, why="My sister’s daughter", by=office["priya"], at=NOW)
    mine = Reach(office["priya"], NOW)
    assert mine.seen_people() == {kofi, other} and mine.closed_to_me() == {ama, cousin}
    assert [f.standing.person_id for f in search(mine, "Ama Larkfield") if f.standing.person_id in (ama, cousin)] == []
    for person in (ama, cousin):
        with pytest.raises(NotAllowed, match="An interest is registered"):
            mine.check(person)
        with pytest.raises(NotAllowed, match="An interest"), mine.act() as act:
            act.write(person, "note", DAY, {"title": "Nothing"})
        Reach(office["ngozi"], NOW).check(person)
    Interest.objects.update(ended_at=NOW, ended_by=office["ngozi"], ended_why="It was somebody else")
    assert Reach(office["priya"], NOW).seen_people() == {kofi, ama, other, cousin}


def test_a_workers_own_record_is_for_them_and_those_above_them(everybody, office):
    office["priya"].person_id = everybody[WORKER]
    office["priya"].save()
    office["north"].manager = office["ngozi"]
    office["north"].save()
    may = {name for name in ("ngozi", "priya", "nora", "ana", "dina") if everybody[WORKER] in Reach(office[name], NOW).seen_people()}
    assert may == {"ngozi", "priya", "nora", "dina"}  # not Ana, who sees every child
    with pytest.raises(NotAllowed, match="them and the people who manage them"):
        Reach(office["ana"], NOW).check(everybody[WORKER])


def test_an_allegation_is_for_those_who_deal_with_it_and_those_who_lead(everybody, office):
    assert everybody[ADULT] not in Reach(office["ana"], NOW).seen_people() | Reach(office["priya"], NOW).seen_people()
    assert everybody[ADULT] in Reach(office["nora"], NOW).seen_people() & Reach(office["dina"], NOW).seen_people()
    with pytest.raises(NotAllowed, match="Ask the designated officer"):
        Reach(office["ana"], NOW).check(everybody[ADULT])


def test_seeing_a_child_does_not_open_the_record_of_the_carer(everybody, office, kofi):
    """The carer who is in Kofi's family list has a record of her own, which her own team holds."""
    with Reach(office["ngozi"], NOW).act() as act:
        act.write(kofi, "relationship", DAY, {"other": everybody[CARER], "relation": "foster_carer"})
        act.write(kofi, "relationship", DAY, {"other": everybody[""], "relation": "grandparent"})
    priya = Reach(office["priya"], NOW)
    priya.check(everybody[""])
    with pytest.raises(NotAllowed, match="Another team"):
        priya.check(everybody[CARER])


def test_everybody_has_a_desk(everybody, office):
    """Whatever part a rule names, a duty about each kind lies with somebody."""
    from goldthread.duties.roles import ROLES as PARTS

    office["north"].manager = office["ngozi"]
    office["north"].save()
    for about in (CARER, ADULT, WORKER, HOME):
        one = Standing.objects.get(pk=everybody[about])
        assert all(owner_of(one, part) for part in PARTS)
        assert owner_of(one, HOLDS[about]) == office["nora"]
    carer, worker = (Standing.objects.get(pk=everybody[about]) for about in (CARER, WORKER))
    assert owner_of(carer, "fostering_manager") == office["ngozi"] == owner_of(carer, "adoption_manager")
    assert owner_of(worker, "team_manager") == office["nora"]  # a worker's own manager, not that of the team they are in


# Being approved and being in post


@pytest.fixture
def approval(monkeypatch):
    """An episode about carers, as words of fostering have it."""
    approved = episode("test.approved", "they are approved", "approval began", "approval ended", CARER)
    monkeypatch.setitem(standing.BEGINS, approved.begins.name, approved)
    monkeypatch.setitem(standing.ENDS, approved.ends.name, approved)
    for word in (approved.begins, approved.ends):
        monkeypatch.setitem(standing.ABOUT, word.name, CARER)
    monkeypatch.setattr(standing, "GOES_ON", standing.GOES_ON | {approved.name})
    return approved


def said(word, day=DAY, entry=7):
    return Spoken(word.name, day, None, str(entry), entry, NOW, None)


def test_a_carer_is_open_while_approved_and_is_never_a_kind_of_child(approval):
    life = Life(1, [said(approval.begins)])
    now = stand(life, None)
    assert (now["about"], now["is_child"], now["open"], now["kind"], now["kinds"]) == (CARER, False, True, "", [])
    life.spoken.append(said(approval.ends, date(2026, 11, 9)))
    assert stand(life, None)["open"] is False


def test_a_carer_who_died_is_not_open(approval):
    life = Life(1, [said(approval.begins)])
    life.facts["person"].append({"day": DAY, "recorded_at": NOW, "died": date(2026, 11, 5)})
    assert stand(life, None)["open"] is False


def test_an_approved_carer_whom_nobody_holds_waits_in_a_queue_like_a_child(approval):
    """Decision 21: an owner always. A next date is asked of children only."""
    told = [Told(Life(1, [said(approval.begins)]), "WR-1", False)]
    assert work_out(told, now=NOW, queue=5, settings=Settings()).adrift == [(1, DAY, "supervising_social_worker")]
    told[0].life.facts["allocation"].clear()
    with pytest.raises(NoOwner, match="A carer would be open with nobody to hold them"):
        work_out(told, now=NOW, queue=None, settings=Settings())


def test_the_database_asks_a_next_date_of_children_only(everybody):
    Standing.objects.filter(pk=everybody[CARER]).update(open=True, next_due=None)
    for about in ("", CARER):
        with pytest.raises(IntegrityError, match="children_are_what"), transaction.atomic():
            Standing.objects.filter(pk=everybody[CHILD]).update(about=about)


def test_what_is_owed_about_a_carer_lies_on_the_desk_of_whoever_supervises_them(everybody, office):
    Standing.objects.filter(pk=everybody[CARER]).update(open=True)
    nora = Reach(office["nora"], NOW)
    assert [s.person_id for s in near(nora, office["nora"])] == [everybody[CARER]]
    assert not own(nora, office["nora"]).exists()  # "my children" are children
