"""Promises of what stands around the list: warnings, what is planned and awaited, what was done, who knew the family, all teams."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.duties.roles import ROLES, SENIORS
from goldthread.oversight import asked, planned, stale
from goldthread.oversight.done import done
from goldthread.oversight.knew import knew
from goldthread.oversight.owners import may_lie_with, owner_of, with_holders
from goldthread.oversight.teams import check_may_see, own_team, team_lines
from goldthread.oversight.worklist import as_made, near, owed_to, own, own_of, worklist
from goldthread.people.models import Team, Worker
from goldthread.people.sight import NotAllowed
from goldthread.record.models import Occurrence, Standing
from tests.web import trips

TODAY = date(2026, 11, 20)
ON_PLAN = ("protection_plan", date(2026, 11, 2), {"latest_category": "NEG"})
SEEN = {"made": True, "child_seen": True, "seen_alone": True}


def nov(day: int) -> date:
    return date(2026, 11, day)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=UTC)


def warning(answer_by=None, **values):
    return ("warning", TODAY, {"raised_by": "Grace", "said": "Please see him.", **({"answer_by": answer_by} if answer_by else {}), **values})


def warnings_for(office, worker):
    reach = office.reach(worker)
    return asked.waiting(worker, near(reach, worker))


# Desks


def test_no_duty_slips_through_the_net_by_which_a_desk_is_read(office):
    gwen = Worker.objects.create_user("gwen", None, name="Gwen", role="reviewing_officer")
    dean = Worker.objects.create_user("dean", None, name="Dean", role="personal_adviser", team=office.east)
    people = [office.child("Kofi", office.priya, entries=[ON_PLAN]), office.child("Ezra")]
    with office.reach(office.ngozi).act() as act:
        act.write(people[0], "allocation", nov(2), {"works_as": "reviewing_officer", "worker": gwen.pk})
        act.write(people[0], "allocation", nov(2), {"works_as": "personal_adviser", "worker": dean.pk, "team": office.east.pk})
    Occurrence.objects.filter(person__in=people, code="WF03").delete()
    template = Occurrence.objects.filter(person=people[0]).first()
    for person in people:
        for role in ROLES:
            template.pk, template.person_id, template.owner, template.met, template.ended = None, person, role, None, None
            template.save()
    reach = office.reach(office.colin)
    everything = owed_to(reach, reach.standings())
    for worker in (office.priya, office.huw, office.ngozi, office.colin, gwen, dean):
        caught = [r for r in owed_to(reach, near(reach, worker), which=may_lie_with(worker, near(reach, worker))) if r.owner == worker]
        assert len(caught) == sum(r.owner == worker for r in everything)


def test_whoever_is_told_next_reads_only_those_about_whom_something_is_owed_above_the_team(office):
    people = [office.child("Kofi", office.priya, entries=[ON_PLAN]), office.child("Ezra")]
    reach = office.reach(office.colin)
    Occurrence.objects.filter(person__in=people, owner__in=SENIORS).delete()
    assert near(reach, office.colin) == []
    one = Occurrence.objects.filter(person=people[0], met=None, ended=None, lapses=None).first()
    one.pk, one.owner = None, "service_manager"
    one.save()
    assert [s.person_id for s in near(reach, office.colin)] == people[:1]
    one.met = TODAY
    one.save()
    assert near(reach, office.colin) == []


def test_ones_own_children_are_the_same_from_what_lies_near_as_from_the_record(office):
    dean = Worker.objects.create_user("dean", None, name="Dean", role="personal_adviser", team=office.east)
    kofi, *_ = [office.child("Kofi", office.priya, entries=[ON_PLAN]), office.child("Ezra"), office.child("Esi")]
    with office.reach(office.ngozi).act() as act:
        act.write(kofi, "allocation", nov(2), {"works_as": "personal_adviser", "worker": dean.pk, "team": office.east.pk})
    for worker in (office.priya, office.huw, office.ngozi, office.colin, dean):
        reach = office.reach(worker)
        assert {s.pk for s in own_of(near(reach, worker), worker)} == {s.pk for s in own(reach, worker)}
    assert len(own_of(near(office.reach(office.ngozi), office.ngozi), office.ngozi)) == 2


def test_holders_are_read_once_however_many_children_there_are(office):
    trips_made = []
    for n in range(4):
        office.child(f"Kofi{n}", office.priya)
        with trips.counted() as made:
            children = with_holders(office.reach(office.ngozi).standings())
            assert {(c.team.manager, c.worker, c.person.family) for c in children} == {(office.ngozi, office.priya, None)}
        trips_made.append(len(made))
    assert len(children) == 4 and set(trips_made) == {trips_made[0]} and trips_made[0] <= 4
    assert all(owner_of(c, "service_manager") == office.colin for c in children)


def test_a_stored_duty_names_its_entries_by_number_again(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN])
    (row,) = [r for r in worklist(office.reach(office.priya)).everything if r.code == "CP05"]
    assert isinstance(row.occurrences[0].opened_by, str) and isinstance(as_made(row.occurrences[0]).opened_by, int)


# Warnings


def test_a_warning_waits_on_the_workers_desk_and_on_the_managers_where_there_is_no_worker(office):
    office.child("Idris", office.priya, entries=[warning(at(18))])
    office.child("Ezra", entries=[warning(at(17))])
    assert [a.child.forename for a in warnings_for(office, office.priya)] == ["Idris"]
    assert [a.child.forename for a in warnings_for(office, office.ngozi)] == ["Ezra"]


def test_warnings_come_by_the_hour_they_must_be_answered_by(office):
    for name, hour in (("Kofi", 20), ("Idris", 18)):
        office.child(name, office.priya, entries=[warning(at(hour))])
    assert [a.child.forename for a in warnings_for(office, office.priya)] == ["Idris", "Kofi"]


def test_a_warning_without_an_hour_is_to_be_answered_within_the_rules_hours(office):
    office.child("Idris", office.priya, entries=[warning()])
    (found,) = warnings_for(office, office.priya)
    assert found.answer_by - found.raised == timedelta(hours=24) and not found.late(at(17))


def test_an_answered_or_withdrawn_warning_waits_for_nobody(office):
    office.child("Idris", office.priya, entries=[warning(at(18), answered_at=at(16), answered_by=office.priya.pk)])
    kofi = office.child("Kofi", office.priya)
    with office.reach(office.priya).act() as act:
        number = act.write(kofi, *warning(at(18)))
    with office.reach(office.priya).act() as act:
        act.withdraw(number, 1, "It was about another child.")
    assert warnings_for(office, office.priya) == []


def test_who_is_told_next_is_the_manager_and_then_the_one_above(office):
    office.child("Idris", office.priya, entries=[warning(at(18))])
    office.child("Ezra", entries=[warning(at(18))])
    assert warnings_for(office, office.priya)[0].next == office.ngozi
    assert warnings_for(office, office.ngozi)[0].next == office.colin


def test_what_went_past_a_team_is_what_it_did_not_answer_in_time_or_somebody_else_answered(office):
    office.child("Late", office.priya, entries=[warning(at(16))])
    office.child("Elsewhere", office.priya, entries=[warning(at(18), answered_at=at(17), answered_by=office.colin.pk)])
    office.child("Kept", office.priya, entries=[warning(at(18), answered_at=at(17), answered_by=office.ngozi.pk)])
    reach = office.reach(office.ngozi)
    found = asked.went_past(reach, office.east, reach.standings())
    assert [a.child.forename for a in found] == ["Late", "Elsewhere"]


def test_a_contact_on_which_somebody_has_decided_is_not_waiting(office):
    person = office.child("Idris", office.priya, entries=[("contact", TODAY, {"who": "Police", "decide_by": at(20)}),
                                                           ("contact", TODAY, {"who": "School", "outcome": "none", "decided_at": at(16)})])  # fmt: skip
    assert [u.who for u in asked.undecided(Standing.objects.filter(pk=person))] == ["Police"]


# Planned, awaited, old


def test_only_bookings_that_are_ahead_and_not_called_off_count_as_planned(office):
    kofi = office.child("Kofi", office.priya, entries=[
        ("booking", nov(10), {"what": "visit"}), ("booking", nov(25), {"what": "visit", "called_off": "ill"}), ("booking", nov(26), {"what": "visit"}),
    ])  # fmt: skip
    assert [b.day for b in planned.bookings([kofi], TODAY)[kofi]] == [nov(26)]


def test_what_was_asked_for_again_after_it_came_is_awaited_again(office):
    kofi = office.child("Kofi", office.priya, entries=[("health_assessment", nov(3), {"kind": "requested"}), ("health_assessment", nov(5), {"kind": "initial"})])
    children = list(Standing.objects.filter(pk=kofi))
    assert planned.awaited(children, TODAY) == []
    with office.reach(office.priya).act() as act:
        act.write(kofi, "health_assessment", nov(18), {"kind": "requested"})
    assert [a.asked for a in planned.awaited(children, TODAY)] == [nov(18)]


@pytest.mark.parametrize("weeks, found", [(11, 0), (13, 1)])
def test_what_people_may_be_told_is_old_after_twelve_weeks(office, weeks, found):
    kofi = office.child("Kofi", office.priya)
    with office.reach(office.priya).act() as act:
        act.write(kofi, "relationship", TODAY - timedelta(weeks=weeks), {"other": act.new_person(), "relation": "aunt_uncle", "may_be_told": "the school"})
    assert len(stale.unconfirmed(Standing.objects.filter(pk=kofi), TODAY)) == found


# Done


def test_what_one_worker_wrote_is_theirs_and_a_visit_to_sisters_is_one_act(office):
    ama, esi = (office.child(name, office.priya, family=7, entries=[ON_PLAN]) for name in ("Ama", "Esi"))
    with office.reach(office.priya).act() as act:
        together = act.together()
        for person in (ama, esi):
            act.write(person, "visit", TODAY, SEEN, together=together)
    reach = office.reach(office.priya)
    children = with_holders(own(reach, office.priya))
    found = done(reach, office.priya, children, TODAY)
    (visit,) = found.acts
    assert len(visit.children) == len(visit.entries) == len(found.seen) == len(found.alone) == 2
    assert {o.code for _, o in found.met} == {"CP05", "CP06"} and {o.code for _, o in found.late} == {"CP05"}
    assert done(reach, office.huw, children, TODAY).acts == []


def test_what_was_withdrawn_was_not_done(office):
    kofi = office.child("Kofi", office.priya)
    with office.reach(office.priya).act() as act:
        number = act.write(kofi, "visit", TODAY, SEEN)
    with office.reach(office.priya).act() as act:
        act.withdraw(number, 1, "It was another child.")
    reach = office.reach(office.priya)
    found = done(reach, office.priya, with_holders(own(reach, office.priya)), TODAY)
    assert found.acts == [] and found.seen == []


# Families and teams


def test_who_knew_a_family_is_whoever_worked_with_anybody_in_it(office):
    office.child("Ama", office.huw, family=7)
    ezra, other = office.child("Ezra", family=7), office.child("Jude")
    children = Standing.objects.select_related("person").filter(pk__in=[ezra, other])
    assert knew(children)[7] == {office.huw.pk: 2026} and not knew(children)["one", other]


def test_a_manager_or_member_has_a_team_and_others_are_refused_another_in_a_sentence(office):
    west = Team.objects.create(name="West")
    assert own_team(office.priya) == own_team(office.ngozi) == office.east and own_team(office.colin) is None
    check_may_see(office.colin, west)
    with pytest.raises(NotAllowed, match="The page of West"):
        check_may_see(office.ngozi, west)


def test_all_teams_are_counted_like_each_one(office):
    office.child("Kofi", office.priya, entries=[ON_PLAN, ("visit", nov(4), SEEN)])
    office.child("Ezra")
    (line,) = team_lines(office.reach(office.colin))
    assert (line.team, line.children, line.waiting, line.not_seen) == (office.east, 2, 1, 1) and line.overdue >= 1
