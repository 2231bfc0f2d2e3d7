"""What surrounds a review of a child's care: before it, after it, and between two of them."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import plan_and_review
from goldthread.duties.roles import (
    allocated_social_worker,
    independent_reviewing_officer,
    reviewing_manager,
    team_manager,
)
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import reviewing as r
from goldthread.duties.words import visiting
from goldthread.law.sources import (
    care_planning_2010,
    children_act_1989,
    local_practice,
    reviewing_officers_handbook,
)

_SINCE_2011 = date(2011, 4, 1)
_SOONER = local("review brought forward", working_days(10))

asked_sooner = Duty(
    "Hold the review that was asked for sooner",
    code="LR04",
    during=w.looked_after,
    when=(r.review_asked_sooner, visiting.visit_worrying),
    within=_SOONER,
    until=(w.review_held,),
    unless=(r.review_not_needed,),
    one_at_a_time=True,
    owner=independent_reviewing_officer,
    law=care_planning_2010.regulation(33, 3),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="When the reviewing officer asks, or a visit finds that the child is not safe or well looked after. The "
    "regulation gives no number.",
    last_said="It was asked for on {day}.",
    asks="Hold the review",
)
needed_before = Duty(
    "Hold the review before a remand, a detention or the accommodation ends",
    code="LR04B",
    when=r.review_needed_before,
    within=_SOONER,
    dated=r.review_needed_by,
    before=w.looked_after.ends,
    until=(w.review_held,),
    unless=(r.review_not_needed,),
    owner=independent_reviewing_officer,
    law=care_planning_2010.regulation(33, 3),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="Where a remand or detention is about to end, or accommodation is to stop and no parent takes over.",
    last_said="It was known on {day}.",
    asks="Hold the review before the day",
)

change_of_plan = Duty(
    "Hold a review before the care plan is changed significantly",
    code="LR05",
    when=r.plan_change_proposed,
    within=local("review before a change of plan", working_days(20)),
    dated=r.plan_change_planned,
    before=r.plan_changed,
    until=(w.review_held, r.plan_change_urgent),
    unless=(r.plan_change_dropped,),
    one_at_a_time=True,
    owner=independent_reviewing_officer,
    law=care_planning_2010.regulation(32, 2),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="Unless that is not reasonably practicable, which is written down.",
    last_said="The change was proposed on {day}.",
    asks="Hold the review before the change",
)

_AFTER = Duty(
    "Send the decisions of the review",
    code="LR08A",
    when=w.review_held,
    within=working_days(5),
    until=(r.review_decisions_sent,),
    paired=True,
    owner=independent_reviewing_officer,
    law=reviewing_officers_handbook.whole().to_check("the paragraph, and the same in the care planning guidance"),
    since=_SINCE_2011,
    climbs=plan_and_review,
    last_said="The review was held on {day}.",
    asks="Send the decisions",
)
decisions = _AFTER
answered = replace(
    _AFTER,
    says="Answer the decisions of the review",
    code="LR08B",
    when=r.review_decisions_sent,
    until=(r.review_decisions_answered,),
    owner=team_manager,
    last_said="The decisions were sent on {day}.",
    asks="Confirm the decisions, or say what cannot be agreed",
)
recorded = replace(
    _AFTER,
    says="Write the full record of the review",
    code="LR08C",
    within=working_days(15),
    until=(r.review_recorded,),
    asks="Write the record",
)
shared = replace(
    _AFTER,
    says="Give the record of the review to everybody who should have it",
    code="LR08D",
    within=working_days(20),
    until=(r.review_record_shared,),
    asks="Send the record",
)

complete_adjourned = replace(
    _AFTER,
    says="Complete the review that was adjourned",
    code="LR09",
    when=r.review_adjourned,
    within=working_days(20),
    until=(r.review_completed,),
    law=reviewing_officers_handbook.whole().to_check("the 20 working days for an adjourned review or a series"),
    last_said="The review was adjourned on {day}.",
    asks="Complete the review",
)

hear_child = Duty(
    "Speak with the child before the review",
    code="LR10",
    when=r.review_arranged,
    within=months(6),
    dated=r.review_set_for,
    before=w.review_held,
    until=(r.review_child_heard,),
    unless=(r.review_called_off, w.looked_after.ends),
    paired=True,
    owner=independent_reviewing_officer,
    law=children_act_1989.section("25B", 1, "c"),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="Before each review: no later than the day for which it is set.",
    asks="Speak with the child, and write down what they said",
)

report = replace(
    hear_child,
    says="Give the reviewing officer the social worker's report",
    code="LR13",
    dated=None,
    before=r.review_set_for,
    ahead=local("social worker's report before a review", working_days(5)),
    until=(r.review_report_given,),
    owner=allocated_social_worker,
    law=local_practice.about("reports for reviews"),
    since=date(2013, 4, 15),
    note="3 to 5 working days before, as the authority sets it.",
    asks="Write the report",
)

midway = Duty(
    "Look half-way to the next review at how the plan goes",
    code="LR11",
    during=w.looked_after,
    when=w.review_held,
    within=local("half way look by the reviewing officer", months(3)),
    until=(r.midway_checked,),
    restarts=True,
    owner=independent_reviewing_officer,
    law=local_practice.about("reviewing officers"),
    also=(reviewing_officers_handbook.whole(),),
    since=date(2013, 4, 15),
    climbs=plan_and_review,
    last_said="The last review was held on {day}.",
    asks="Look at how the plan goes, and write it down",
)

dispute = Duty(
    "Resolve the reviewing officer's formal dispute",
    code="LR12",
    when=r.dispute_raised,
    within=working_days(20),
    until=(r.dispute_resolved, r.dispute_sent_on),
    paired=True,
    owner=reviewing_manager,
    law=reviewing_officers_handbook.chapter(6),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="20 working days in all, from the team manager to the director. The reviewing officer may go to Cafcass at any "
    "time.",
    last_said="The dispute was raised on {day}.",
    asks="Resolve it, or send it on",
)

visitor = Duty(
    "Appoint an independent visitor for the child",
    code="LR14",
    during=w.looked_after,
    when=r.visitor_wanted,
    within=local("independent visitor appointed", months(3)),
    until=(r.visitor_appointed, r.visitor_declined),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=children_act_1989.section("23ZB").to_check("the Act gives no number; it is considered at each review"),
    since=_SINCE_2011,
    climbs=plan_and_review,
    last_said="The review found so on {day}.",
    asks="Appoint a visitor, or record that the child does not want one",
)

RULES = (
    asked_sooner,
    needed_before,
    change_of_plan,
    decisions,
    answered,
    recorded,
    shared,
    complete_adjourned,
    hear_child,
    report,
    midway,
    dispute,
    visitor,
)
