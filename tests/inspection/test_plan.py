"""A plan answers a report: actions with owners and days, whose lateness is what lateness is everywhere."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from goldthread.duties import State
from goldthread.inspection import plan as plans
from goldthread.inspection.models import Action, Confirmed, Plan, Tie
from goldthread.inspection.plan import Refused
from goldthread.inspection.tasks import number_of, owned, task, tasks
from goldthread.people.sight import NotAllowed
from tests.inspection.planning import READ, Improving, at

NOVEMBER = date(2026, 11, 20)


@pytest.fixture
def improving(db):
    return Improving()


@pytest.fixture
def plan(improving):
    return improving.begun()


def only(plan, on=None):
    [found] = tasks(plan, on)
    return found


def stepped(improving, action, kind, day, now=None, **more):
    return plans.step(action, kind, day, now=now or at(day), by=improving.miriam, **more)


def test_a_report_has_one_plan_however_often_it_is_begun(improving):
    assert improving.begun() == improving.begun()
    assert Plan.objects.count() == 1


def test_a_plan_needs_something_that_a_person_has_confirmed(db):
    improving = Improving(confirmed=False)
    with pytest.raises(Refused, match="Read it beside its pages first"):
        improving.begun()


def test_what_a_person_struck_out_is_nothing_to_answer(db):
    improving = Improving()
    for fact in improving.facts:
        Confirmed.objects.create(fact=fact, value=None, why="Not an improvement.", by=improving.miriam, at=at(NOVEMBER))
    with pytest.raises(Refused):
        improving.begun()


def test_a_plan_answers_a_report_about_this_service_only(db):
    with pytest.raises(Refused, match="another one"):
        Improving(ours=False).begun()


@pytest.mark.parametrize("who", ["priya", "ngozi"])
def test_only_who_leads_improvement_begins_a_plan_and_writes_in_it(improving, who):
    worker = getattr(improving, who)
    with pytest.raises(NotAllowed, match="does not lead improvement"):
        plans.begin(improving.report, READ, worker)
    plan = improving.begun()
    with pytest.raises(NotAllowed):
        improving.action(plan, by=worker)
    with pytest.raises(NotAllowed):
        plans.tie(plan, improving.facts[0], "cp_seen_in_time", 95, now=READ, by=worker)


def test_an_action_is_owed_until_its_day_and_overdue_after_it(improving, plan):
    improving.action(plan)
    found = only(plan)
    assert found.verdict(date(2026, 9, 30)).state is State.OWED
    assert found.verdict(date(2026, 10, 1)).state is State.OVERDUE
    assert found.not_begun(NOVEMBER)


def test_an_action_done_two_days_after_its_day_stays_two_days_late(improving, plan):
    stepped(improving, improving.action(plan), plans.DONE, date(2026, 10, 2))
    found = only(plan)
    assert found.verdict(NOVEMBER).state is State.MET_LATE
    assert found.days_late == 2


def test_an_action_done_in_time_is_met_and_was_owed_before(improving, plan):
    stepped(improving, improving.action(plan), plans.DONE, date(2026, 6, 1))
    assert only(plan).verdict(NOVEMBER).state is State.MET
    assert only(plan, date(2026, 5, 1)).verdict(date(2026, 5, 1)).state is State.OWED


def test_what_was_done_before_it_was_agreed_counts(improving, plan):
    stepped(improving, improving.action(plan), plans.DONE, date(2026, 3, 1))
    assert only(plan).verdict(NOVEMBER).state is State.MET


def test_an_action_done_piece_by_piece_says_how_many(improving, plan):
    action = improving.action(plan, counted_of=7, counted_unit="teams")
    stepped(improving, action, plans.COUNTED, date(2026, 6, 1), counted=2)
    stepped(improving, action, plans.COUNTED, date(2026, 10, 1), counted=4)
    assert only(plan).counted == 4
    assert only(plan).begun == date(2026, 6, 1)
    assert not only(plan).not_begun(NOVEMBER)


def test_more_than_there_are_cannot_be_done(improving, plan):
    action = improving.action(plan, counted_of=7, counted_unit="teams")
    with pytest.raises(Refused, match="7 teams"):
        stepped(improving, action, plans.COUNTED, NOVEMBER, counted=8)
    with pytest.raises(Refused, match="nothing"):
        stepped(improving, improving.action(plan), plans.COUNTED, NOVEMBER, counted=1)


def test_a_later_day_agreed_in_time_is_the_day_that_counts(improving, plan):
    action = improving.action(plan)
    stepped(improving, action, plans.DUE, date(2026, 9, 20), due=date(2026, 12, 31), words="The panel meets in December.")
    assert only(plan).due == date(2026, 12, 31)
    assert only(plan).moved
    assert only(plan).verdict(NOVEMBER).state is State.OWED


def test_a_later_day_agreed_once_it_was_late_does_not_take_the_lateness_away(improving, plan):
    action = improving.action(plan)
    stepped(improving, action, plans.DUE, date(2026, 10, 5), due=date(2026, 12, 31), words="Two people left.")
    assert only(plan).due == date(2026, 9, 30)
    assert only(plan).promised == date(2026, 12, 31)
    assert only(plan).verdict(NOVEMBER).state is State.OVERDUE


def test_an_action_that_was_given_up_is_no_longer_owed_and_says_why(improving, plan):
    stepped(improving, improving.action(plan), plans.DROPPED, date(2026, 6, 1), words="The rota made it needless.")
    assert only(plan).verdict(NOVEMBER).state is State.ENDED
    assert only(plan).why == "The rota made it needless."


def test_an_action_given_up_after_its_day_was_missed(improving, plan):
    stepped(improving, improving.action(plan), plans.DROPPED, NOVEMBER, words="Too late now.")
    assert only(plan).verdict(NOVEMBER).state is State.MISSED


def test_what_was_not_done_after_all_is_owed_again(improving, plan):
    action = improving.action(plan)
    stepped(improving, action, plans.DONE, date(2026, 6, 1))
    stepped(improving, action, plans.REOPENED, date(2026, 7, 1), words="Two teams had not begun.")
    assert only(plan).done is None
    assert only(plan).verdict(NOVEMBER).state is State.OVERDUE
    assert only(plan, date(2026, 6, 15)).done == date(2026, 6, 1)


def test_another_owner_is_agreed_with_a_reason_and_may_say_what_became_of_it(improving, plan):
    action = improving.action(plan)
    with pytest.raises(Refused, match="Say why"):
        stepped(improving, action, plans.OWNER, date(2026, 5, 1), owner=improving.priya)
    stepped(improving, action, plans.OWNER, date(2026, 5, 1), owner=improving.priya, words="She runs the rota.")
    assert only(plan).owner == improving.priya
    plans.step(action, plans.DONE, date(2026, 6, 1), now=at(NOVEMBER), by=improving.priya)
    with pytest.raises(NotAllowed):
        plans.step(action, plans.BEGUN, date(2026, 6, 1), now=at(NOVEMBER), by=improving.ngozi)


@pytest.mark.parametrize(
    "kind, sentence",
    [(plans.OWNER, "who owns it"), (plans.DUE, "Say which day"), (plans.COUNTED, "how many"), (plans.DROPPED, "Say why"), ("lost", "not something")],
)
def test_a_step_that_says_too_little_is_refused_with_what_to_say(improving, plan, kind, sentence):
    with pytest.raises(Refused, match=sentence):
        stepped(improving, improving.action(plan), kind, NOVEMBER)


@pytest.mark.parametrize("more, sentence", [({"words": " "}, "what will be done"), ({"counted_of": 7}, "how many there are"), ({"due": date(2020, 1, 1)}, "more than a year ago")])
def test_an_action_that_says_too_little_is_refused(improving, plan, more, sentence):
    with pytest.raises(Refused, match=sentence):
        improving.action(plan, **more)


def test_an_action_answers_a_recommendation_of_the_plans_own_report(improving, plan):
    other = improving.report.facts.filter(kind="published").get()
    with pytest.raises(Refused, match="its own recommendations"):
        plans.act(plan, other, "Do it", owner=improving.colin, due=NOVEMBER, now=READ, by=improving.miriam)


@pytest.mark.parametrize(("code", "sentence"), [("no_such_measure", "There is no measure “no_such_measure”"), ("referrals", "“Referrals” is better neither")])
def test_only_a_measure_that_is_counted_and_can_be_better_is_tied(improving, plan, code, sentence):
    with pytest.raises(Refused, match=sentence):
        plans.tie(plan, improving.facts[0], code, 10, now=READ, by=improving.miriam)
    assert not Tie.objects.filter(plan=plan).exists()


def test_a_measure_is_tied_once_and_another_target_is_another_tie(improving, plan):
    said = {"now": READ, "by": improving.miriam}
    path = [(date(2026, 12, 31), 90), (date(2026, 6, 30), 80)]
    first = plans.tie(plan, improving.facts[0], "cp_seen_in_time", 95, trajectory=path, shares=["plan", "seen"], **said)
    assert first.trajectory == [["2026-06-30", 80.0], ["2026-12-31", 90.0]]
    with pytest.raises(Refused, match="tied to the recommendation already"):
        plans.tie(plan, improving.facts[0], "cp_seen_in_time", 90, **said)
    with pytest.raises(Refused, match="Say why"):
        plans.untie(first, " ", **said)
    plans.untie(first, "The board wants less, sooner.", **said)
    plans.tie(plan, improving.facts[0], "cp_seen_in_time", 90, **said)
    assert [t.target for t in Tie.objects.filter(plan=plan, end=None)] == [90]
    with pytest.raises(Refused, match="already"):
        plans.untie(first, "Again.", **said)


def test_the_database_refuses_to_change_what_was_agreed(improving, plan):
    action = improving.action(plan)
    with pytest.raises(ProgrammingError, match="never overwritten"), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(due=NOVEMBER)
    with pytest.raises(ProgrammingError, match="never overwritten"), transaction.atomic():
        action.delete()


def test_actions_are_counted_by_the_state_they_are_in(improving, plan):
    improving.action(plan)
    stepped(improving, improving.action(plan, "Another"), plans.DONE, date(2026, 6, 1))
    found = tasks(plan)
    assert number_of(found, NOVEMBER, State.MET, State.MET_LATE) == 1
    assert number_of(found, NOVEMBER, State.OVERDUE) == 1
    assert task(found[0].action).words == "Name the cover for every absence"


def test_what_somebody_owes_to_the_plan_is_theirs_until_it_is_done_or_somebody_elses(improving, plan):
    late = improving.action(plan)
    later = improving.action(plan, "Another", date(2026, 12, 31))
    given = improving.action(plan, "A third", date(2026, 12, 1))
    stepped(improving, given, plans.OWNER, date(2026, 5, 1), owner=improving.priya, words="She runs the rota.")
    assert [t.action for t in owned(improving.ngozi, NOVEMBER)] == [late, later]
    assert [t.action for t in owned(improving.priya, NOVEMBER)] == [given]
    stepped(improving, late, plans.DONE, date(2026, 11, 1))
    assert [t.action for t in owned(improving.ngozi, NOVEMBER)] == [later]
    assert owned(improving.helen, NOVEMBER) == []
