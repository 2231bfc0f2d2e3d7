"""Placements that need somebody's approval, or a place on a register, to stay lawful."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import approval_lapsing, regulator
from goldthread.duties.roles import director, fostering_manager, nominated_officer
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import planning_care
from goldthread.law.sources import care_planning_2010, care_planning_2020, fostering_2002, supported_accommodation_2023

_SINCE_2011 = date(2011, 4, 1)

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
    unless=(w.temporary_approval_extended, planning_care.refusal_review_asked),
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
    dated=planning_care.extended_to,
    until=(w.temporary_approval.ends,),
    one_at_a_time=True,
    owner=nominated_officer,
    law=care_planning_2010.regulation(25),
    since=date(2021, 1, 15),
    climbs=approval_lapsing,
    note="16 weeks and one extension of up to 8, counted from the first day of the approval; the day that the decision "
    "names holds.",
    asks="Decide on approval, or move the child",
)
extended_approval_2011 = replace(extended_approval, since=_SINCE_2011, up_to=date(2020, 8, 12))
extended_approval_2020 = replace(
    extended_approval,
    within=weeks(32),
    law=care_planning_2010.regulation(25).to_check("what of the longer limit of 2020 was kept for extensions"),
    also=(care_planning_2020.whole(),),
    since=date(2020, 8, 13),
    up_to=date(2021, 1, 14),
    note="24 weeks and one extension of up to 8, for approvals that began under the longer limit of 2020: approvals from "
    "before it had run out by 13 August 2020, and those from after it run out from 15 January 2021 on.",
)

ask_panel = Duty(
    "Ask for the panel's view, and tell the reviewing officer, before extending the approval",
    code="LA12A",
    when=w.temporary_approval_extended,
    within=days(0),
    until=(planning_care.extension_panel_asked,),
    already=months(2),
    owner=fostering_manager,
    law=care_planning_2010.regulation(25),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    last_said="The approval was extended on {day}.",
    asks="Record the panel's view, and when the reviewing officer was told",
)

refusal_review = Duty(
    "Follow the review of the refused approval to its outcome",
    code="LA12B",
    during=w.temporary_approval,
    inside=(w.looked_after,),
    when=planning_care.refusal_review_asked,
    within=local("outcome of a refused approval's review", weeks(12)),
    until=(planning_care.refusal_review_decided, w.temporary_approval.ends),
    owner=nominated_officer,
    law=care_planning_2010.regulation(25).to_check("the approval goes on until the outcome; no number is given"),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="While the review is awaited the temporary approval goes on.",
    last_said="The review was asked for on {day}.",
    asks="Ask when the review is decided",
)

placed_with_parents = Duty(
    "Assess and decide on the placement with parents that began before the assessment",
    code="LA13",
    during=w.parents_placement,
    inside=(w.looked_after,),
    within=working_days(10),
    until=(w.assessment.ends, planning_care.parents_placement_decided, w.parents_placement.ends),
    owner=nominated_officer,
    law=care_planning_2010.regulation(19),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="An assessment authorised after the placement began meets it; so does the decision to go on, or the end of the "
    "placement. Regulations 17 and 18 say what is assessed and who decides.",
    last_said="The placement with parents began on {day}.",
    asks="Finish the assessment, and confirm or end the placement",
)

under_sixteen = Duty(
    "Move the child under 16 out of other arrangements",
    code="LA18",
    during=planning_care.other_arrangements,
    within=days(0),
    until=(planning_care.other_arrangements.ends,),
    ends_at=16,
    owner=director,
    law=care_planning_2010.regulation("27A").to_check("the number of the regulation"),
    since=date(2021, 9, 9),
    climbs=regulator,
    note="No child under 16 may be placed in supported accommodation or live on their own: there are no days of grace.",
    last_said="The child was placed there on {day}.",
    asks="Move the child at once",
)

unregistered_home = Duty(
    "Move the child out of accommodation that nobody has registered",
    code="LA18B",
    during=planning_care.unregistered,
    within=days(0),
    until=(planning_care.unregistered.ends,),
    owner=director,
    law=supported_accommodation_2023.whole().to_check("the regulation"),
    since=date(2023, 10, 28),
    climbs=regulator,
    note="To run supported accommodation without being registered is an offence.",
    last_said="The child was placed there on {day}.",
    asks="Move the child at once",
)

RULES = (
    outside_approval,
    temporary_approval_2002,
    temporary_approval_2011,
    temporary_approval_2020,
    temporary_approval,
    extended_approval_2011,
    extended_approval_2020,
    extended_approval,
    ask_panel,
    refusal_review,
    placed_with_parents,
    under_sixteen,
    unregistered_home,
)
