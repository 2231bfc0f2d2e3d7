"""Children who come into care: plans, reviewing officers, notices, approval to look after them, and consent."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import approval_lapsing, corporate, partner_agency, plan_and_review
from goldthread.duties.roles import allocated_social_worker, head_of_service, reviewing_manager
from goldthread.duties.shape import Duty, Nth, Step, local
from goldthread.duties.words import planning_care
from goldthread.law.sources import (
    care_planning_2010,
    children_act_1989,
    local_practice,
    placement_arrangements_1991,
    reviewing_officers_handbook,
    savings_scheme,
    section_20_guidance,
)

_SINCE_2011 = date(2011, 4, 1)

care_plan = Duty(
    "Prepare the care plan",
    code="LA01",
    during=w.looked_after,
    when=w.placement.begins,
    first_only=True,
    within=working_days(10),
    until=(w.care_plan_made,),
    already=months(3),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(4, 2),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="Before the first placement or, where that is not practicable, within 10 working days of its start.",
    last_said="The first placement began on {day}.",
    asks="Prepare the care plan",
)

care_plan_1991 = replace(
    care_plan,
    within=local("care plan before 2011", working_days(10)),
    law=placement_arrangements_1991.whole().to_check("how long it allowed: as soon as practicable, without a number"),
    since=date(1991, 10, 14),
    up_to=date(2011, 3, 31),
    note="Before the placement or, where that was not practicable, as soon as it was.",
)

placement_plan = Duty(
    "Agree the placement plan with the carer",
    code="LA02",
    during=w.placement,
    inside=(w.looked_after,),
    within=working_days(5),
    until=(w.placement_plan_made,),
    already=months(1),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(9),
    since=_SINCE_2011,
    climbs=plan_and_review,
    asks="Agree the placement plan",
)

reviewing_officer = Duty(
    "Name an independent reviewing officer, and never be without one",
    code="LA03",
    during=w.looked_after,
    holds=w.reviewing_officer,
    within=working_days(5),
    owner=reviewing_manager,
    law=reviewing_officers_handbook.whole().to_check("the paragraph that says 5 working days"),
    also=(children_act_1989.section("25A"),),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="The Act says before the first review; the handbook says within 5 working days.",
    asks="Name a reviewing officer",
)

notices = Duty(
    "Tell everyone who must know of the placement",
    code="LA04",
    during=w.placement,
    inside=(w.looked_after,),
    within=working_days(5),
    until=(w.placement_notified,),
    already=months(1),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(13),
    since=_SINCE_2011,
    climbs=partner_agency,
    note="Before the placement or, in an emergency, within 5 working days of its start.",
    asks="Send the notices",
)

detention_plan = Duty(
    "Make the detention placement plan",
    code="LA14",
    during=planning_care.detention,
    within=working_days(10),
    until=(planning_care.detention_plan_made,),
    owner=allocated_social_worker,
    law=care_planning_2010.whole().to_check("which of regulations 47A to 47F, and the day in April 2013"),
    since=date(2013, 4, 1),
    climbs=plan_and_review,
    note="A child remanded to youth detention accommodation is looked after.",
    last_said="The remand began on {day}.",
    asks="Make the detention placement plan",
)

gateway = Duty(
    "Decide whether the child should come into care",
    code="LA15",
    when=(planning_care.care_proposed, planning_care.section_20.begins),
    within=local("approval to come into care", working_days(1)),
    until=(planning_care.care_approved, planning_care.care_not_needed),
    unless=(w.looked_after.ends,),
    already=months(1),
    one_at_a_time=True,
    owner=head_of_service,
    law=local_practice.about("who may decide what"),
    since=date(2013, 4, 15),
    climbs=approval_lapsing,
    note="Before the child comes into care, or the next working day after an emergency.",
    asks="Decide, and write the decision down",
)

consent = Duty(
    "Consider whether section 20 is still right for the child",
    code="LA16",
    during=planning_care.section_20,
    inside=(w.looked_after,),
    every=(
        Step("LA16", local("section 20: first look", weeks(6)), Nth(0), says="the first time"),
        Step("LA16", local("section 20: second look", weeks(8)), Nth(1), says="the second"),
        Step("LA16", local("section 20: later looks", months(3)), says="each later time"),
    ),
    until=(planning_care.section_20_considered,),
    owner=allocated_social_worker,
    law=section_20_guidance.whole().to_check(
        "the numbers: at each review and, in many places, at 6 weeks, 12 to 16 weeks and 6 months"
    ),
    since=date(2015, 11, 2),
    climbs=plan_and_review,
    note="With legal advice. At each review too.",
    last_said="Last considered {day}.",
    asks="Consider it, take legal advice, and write it down",
)

savings = Duty(
    "Put the child forward for a savings account",
    code="LA22",
    during=w.looked_after,
    within=months(12),
    until=(planning_care.savings_referred, planning_care.savings_not_needed),
    already=months(216),
    owner=allocated_social_worker,
    law=savings_scheme.whole().to_check("the day: a target of the scheme for its payment, not the law"),
    since=date(2012, 1, 1),
    climbs=corporate,
    note="Once the child has been looked after for 12 months without a gap, unless they have a child trust fund.",
    asks="Put the child forward, or record the account they have",
)

RULES = (
    care_plan_1991,
    care_plan,
    placement_plan,
    reviewing_officer,
    notices,
    detention_plan,
    gateway,
    consent,
    savings,
)
