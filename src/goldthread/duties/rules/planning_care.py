"""Decisions around care that somebody must approve or consider first, and plans for permanence and for home.

A decision that must come first is owed from the day it is proposed, or else from the day it takes effect without one.
"""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import approval_lapsing, ordinary, partner_agency, plan_and_review
from goldthread.duties.roles import (
    allocated_social_worker,
    director,
    independent_reviewing_officer,
    nominated_officer,
    virtual_school_head,
)
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import planning_care as p
from goldthread.law.sources import care_planning_2010, children_act_1989, permanence_guidance

_SINCE_2011 = date(2011, 4, 1)
_SINCE_2014 = date(2014, 1, 27)
_SINCE_2015 = date(2015, 4, 1)
_DECISION = local("decision on a proposed placement", working_days(5))

outside_area = Duty(
    "Approve the placement outside our area before it begins",
    code="LA05",
    when=(p.outside_area_proposed, p.outside_area.begins),
    within=_DECISION,
    dated=p.outside_area_planned,
    before=p.outside_area.begins,
    until=(p.outside_area_approved,),
    unless=(p.outside_area_dropped, w.looked_after.ends),
    already=months(1),
    one_at_a_time=True,
    owner=nominated_officer,
    law=care_planning_2010.regulation(11, 1, "a"),
    since=_SINCE_2014,
    climbs=approval_lapsing,
    note="Before the decision takes effect.",
    asks="Decide before the placement begins",
)
outside_area_2011 = replace(
    outside_area,
    law=care_planning_2010.regulation(11).to_check("the paragraph as it was first made"),
    since=_SINCE_2011,
    up_to=date(2014, 1, 26),
)

distant = Duty(
    "Approve the placement at a distance before it begins",
    code="LA06",
    when=(p.distant_proposed, p.distant.begins),
    within=_DECISION,
    dated=p.distant_planned,
    before=p.distant.begins,
    until=(p.distant_approved,),
    unless=(p.distant_dropped, w.looked_after.ends),
    already=months(1),
    one_at_a_time=True,
    owner=director,
    law=care_planning_2010.regulation(11, 1, "b"),
    since=_SINCE_2014,
    climbs=approval_lapsing,
    note="Outside our area and in none that borders it. Before the decision takes effect.",
    asks="Decide before the placement begins",
)
consult_area = replace(
    distant,
    says="Consult the council of the placement at a distance, and give it the care plan",
    code="LA06B",
    until=(p.distant_consulted,),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(11, 5),
    climbs=partner_agency,
    asks="Consult the other council, and give it the care plan",
)

tell_area = Duty(
    "Tell the other council of the placement in its area, in writing",
    code="LA07",
    during=p.outside_area,
    inside=(w.looked_after,),
    within=working_days(5),
    until=(p.outside_area_told,),
    already=months(1),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(13, 4),
    since=_SINCE_2014,
    climbs=partner_agency,
    note="Before the placement or, in an emergency, within 5 working days of its start; with the assessment, the care "
    "plan and the reasons.",
    last_said="The placement outside our area began on {day}.",
    asks="Tell the other council",
)

review_before_move = Duty(
    "Hold a review before the placement is ended",
    code="LA08",
    when=p.ending_proposed,
    within=local("review before a move", working_days(10)),
    dated=p.ending_planned,
    before=w.placement.ends,
    until=(w.review_held,),
    unless=(p.ending_dropped, p.moved_in_emergency),
    one_at_a_time=True,
    owner=independent_reviewing_officer,
    law=children_act_1989.section("22D"),
    also=(care_planning_2010.regulation(14),),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="With the views of the child, the parents and the carer, and notice given. Not where somebody is at risk: then "
    "the review follows as soon as it can.",
    last_said="It was proposed on {day}.",
    asks="Hold the review before the move",
)
review_after_move = Duty(
    "Hold a review after the move that could not wait",
    code="LA08B",
    during=w.looked_after,
    when=p.moved_in_emergency,
    within=local("review after an emergency move", working_days(10)),
    until=(w.review_held,),
    owner=independent_reviewing_officer,
    law=children_act_1989.section("22D").to_check("as soon as practicable; the number is local"),
    since=_SINCE_2011,
    climbs=plan_and_review,
    last_said="The child was moved on {day}.",
    asks="Hold the review",
)

schooling_approved = Duty(
    "Approve the move that disrupts the child's schooling before it is made",
    code="LA09",
    when=p.schooling_move_proposed,
    within=_DECISION,
    dated=p.schooling_move_planned,
    before=w.placement.begins,
    until=(p.schooling_move_approved,),
    unless=(p.schooling_move_dropped, w.looked_after.ends),
    one_at_a_time=True,
    owner=nominated_officer,
    law=care_planning_2010.regulation(10),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="In the last years before examinations above all. In an emergency see the duty to find a school.",
    last_said="The move was proposed on {day}.",
    asks="Decide before the move",
)
schooling_consulted = replace(
    schooling_approved,
    says="Ask the virtual school head about the move that disrupts the child's schooling",
    code="LA09B",
    until=(p.schooling_move_consulted,),
    owner=virtual_school_head,
    asks="Consult the virtual school head before the move",
)

permanence = Duty(
    "Agree a plan for permanence by the second review",
    code="LA17",
    during=w.looked_after,
    when=w.review_held,
    first_only=True,
    within=months(3),
    until=(p.permanence_planned,),
    already=months(4),
    owner=allocated_social_worker,
    law=permanence_guidance.about("permanence"),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="The second review is due 3 months after the first: about 4 months after the child came into care.",
    last_said="The first review was held on {day}.",
    asks="Record the plan for permanence",
)

approve_leaving = Duty(
    "Approve that the child stops being looked after, before it happens",
    code="LA19",
    when=(p.leaving_proposed, p.returned_home),
    within=local("decision to stop looking after", working_days(10)),
    dated=p.leaving_planned,
    before=w.looked_after.ends,
    until=(p.leaving_approved,),
    unless=(p.leaving_dropped,),
    already=months(1),
    one_at_a_time=True,
    owner=nominated_officer,
    law=care_planning_2010.regulation(39),
    since=_SINCE_2015,
    climbs=plan_and_review,
    note="The director, for a young person of 16 or 17 accommodated under section 20.",
    asks="Decide before the child leaves care",
)
assess_leaving = replace(
    approve_leaving,
    says="Assess the services the child will need, before they stop being looked after",
    code="LA19B",
    until=(p.leaving_assessed,),
    already=months(3),
    owner=allocated_social_worker,
    asks="Assess before the child leaves care",
)

plan_at_home = Duty(
    "Have a child in need plan in place when the child goes home from care",
    code="LA20",
    when=p.returned_home,
    within=days(0),
    until=(w.need_plan.begins,),
    unless=(w.looked_after.begins, w.need.ends),
    already=months(3),
    owner=allocated_social_worker,
    law=permanence_guidance.about("returning home"),
    also=(children_act_1989.section(17),),
    since=_SINCE_2015,
    climbs=ordinary,
    last_said="The child went home on {day}.",
    asks="Make the plan",
)
review_at_home = Duty(
    "Review the plan after the child went home from care",
    code="LA20B",
    when=p.returned_home,
    within=local("review after going home", weeks(6)),
    until=(w.need_plan_reviewed,),
    unless=(w.looked_after.begins, w.need.ends),
    owner=allocated_social_worker,
    law=permanence_guidance.about("returning home").to_check("the guidance gives no number; 4 to 6 weeks are local"),
    also=(children_act_1989.section(17),),
    since=_SINCE_2015,
    climbs=ordinary,
    last_said="The child went home on {day}.",
    asks="Review the plan",
)

RULES = (
    outside_area_2011,
    outside_area,
    distant,
    consult_area,
    tell_area,
    review_before_move,
    review_after_move,
    schooling_approved,
    schooling_consulted,
    permanence,
    approve_leaving,
    assess_leaving,
    plan_at_home,
    review_at_home,
)

NOT_DUTIES = (
    NotADuty(
        "LA21",
        "Keep the record of a child who was looked after to the 75th anniversary of the birth, or 15 years from the death",
        Kind.LIMIT,
        "Nothing in the record can be destroyed, so it is kept past its last day. Letting it go then is for the records "
        "manager to decide outside the record.",
    ),
)
