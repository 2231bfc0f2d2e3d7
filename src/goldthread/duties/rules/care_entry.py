"""Children who come into care, and placements that need somebody's approval to stay lawful."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import approval_lapsing, partner_agency, plan_and_review
from goldthread.duties.roles import allocated_social_worker, fostering_manager, nominated_officer, reviewing_manager
from goldthread.duties.shape import Duty
from goldthread.law.sources import (
    care_planning_2010,
    care_planning_2020,
    children_act_1989,
    fostering_2002,
    reviewing_officers_handbook,
)

_SINCE_2011 = date(2011, 4, 1)
_CAME_INTO_CARE = "The child began to be looked after on {day}."

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

outside_approval = Duty(
    "Put right a placement outside the carer's approval",
    code="LA10",
    during=w.outside_approval,
    inside=(w.looked_after,),
    within=working_days(6),
    until=(w.outside_approval.ends,),
    owner=fostering_manager,
    law=care_planning_2010.regulation(23),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    asks="Change the terms of approval, or move the child",
)


temporary_approval = Duty(
    "Decide on full approval of the connected person before the temporary approval runs out",
    code="LA11",
    during=w.temporary_approval,
    inside=(w.looked_after,),
    within=weeks(16).counting_first_day(),
    until=(w.temporary_approval.ends,),
    unless=(w.temporary_approval_extended,),
    owner=nominated_officer,
    law=care_planning_2010.regulation(24),
    since=date(2020, 9, 26),
    climbs=approval_lapsing,
    note="'Not exceeding 16 weeks': the first day counts.",
    asks="Decide on approval, extend it, or move the child",
)
temporary_approval_2002 = replace(
    temporary_approval,
    within=weeks(6).counting_first_day(),
    law=fostering_2002.regulation(38),
    since=date(2002, 4, 1),
    up_to=date(2011, 3, 31),
    note="'Not exceeding six weeks': the first day counts.",
)
temporary_approval_2011 = replace(temporary_approval, since=_SINCE_2011, up_to=date(2020, 4, 23))
temporary_approval_2020 = replace(
    temporary_approval,
    within=weeks(24),
    law=care_planning_2020.whole(),
    since=date(2020, 4, 24),
    up_to=date(2020, 9, 25),
    note="The longer limit of 2020, kept for approvals that began under it.",
)

extended_approval = Duty(
    "Decide on full approval of the connected person before the extension runs out",
    code="LA12",
    during=w.temporary_approval,
    inside=(w.looked_after,),
    when=w.temporary_approval_extended,
    from_start=True,
    within=weeks(24).counting_first_day(),
    until=(w.temporary_approval.ends,),
    one_at_a_time=True,
    owner=nominated_officer,
    law=care_planning_2010.regulation(25),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="16 weeks and one extension of up to 8, counted from the first day of the approval.",
    asks="Decide on approval, or move the child",
)

placed_with_parents = Duty(
    "Assess and decide on the placement with parents that began before the assessment",
    code="LA13",
    during=w.parents_placement,
    inside=(w.looked_after,),
    within=working_days(10),
    until=(w.assessment.ends, w.parents_placement.ends),
    owner=nominated_officer,
    law=care_planning_2010.regulation(19),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="An assessment authorised after the placement began meets it, and so does the end of the placement.",
    last_said="The placement with parents began on {day}.",
    asks="Finish the assessment, and confirm or end the placement",
)

RULES = (
    care_plan,
    placement_plan,
    reviewing_officer,
    notices,
    outside_approval,
    temporary_approval_2002,
    temporary_approval_2011,
    temporary_approval_2020,
    temporary_approval,
    extended_approval,
    placed_with_parents,
)
