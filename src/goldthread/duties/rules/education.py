"""The schooling of children in care."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, school_days, terms, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import partner_agency
from goldthread.duties.roles import virtual_school_head
from goldthread.duties.shape import Aged, Duty, local
from goldthread.duties.words import education
from goldthread.law.sources import care_planning_2010, education_guidance, local_practice

_SINCE_2010 = date(2010, 4, 1)
_SINCE_2014 = date(2014, 7, 1)

first_education_plan = Duty(
    "Complete the first personal education plan",
    code="LE01",
    during=Aged(w.looked_after, 3),
    within=local("first education plan", working_days(10), _SINCE_2010),
    until=(w.education_plan_made,),
    owner=virtual_school_head,
    law=education_guidance.whole().to_check("the 10 working days; some authorities count school days"),
    since=_SINCE_2010,
    climbs=partner_agency,
    note="In time for the first review. For children from the age of 3, when nursery education begins.",
    asks="Complete the education plan",
)

checked_education_plan = Duty(
    "Have the first personal education plan checked and ready for the first review",
    code="LE01B",
    during=Aged(w.looked_after, 3),
    within=working_days(20),
    before=w.review_held,
    until=education.plan_checked,
    owner=virtual_school_head,
    law=care_planning_2010.regulation(5),
    also=(education_guidance.whole(),),
    since=date(2011, 4, 1),
    climbs=partner_agency,
    note="Completed is not checked: the virtual school looks at how good it is. If the review is held sooner, this was due by then.",
    asks="Check the education plan",
)

education_plan_each_term = Duty(
    "Review the personal education plan",
    code="LE02",
    during=Aged(w.looked_after, 3),
    when=w.education_plan_made,
    every=terms(1),
    until=(w.education_plan_made,),
    owner=virtual_school_head,
    law=education_guidance.whole(),
    since=_SINCE_2014,
    climbs=partner_agency,
    note="Once in every school term, so by the end of the term after. Until the authority's term dates are given, 4 months are counted.",
    last_said="The plan was last completed on {day}.",
    asks="Review the education plan",
)

education_plan_half_yearly = replace(
    education_plan_each_term,
    every=months(6),
    law=education_guidance.whole().to_check("the edition of 2010, which asked for every six months"),
    since=_SINCE_2010,
    up_to=date(2014, 6, 30),
    note="",
)

school_place = Duty(
    "Find a suitable school after an emergency move",
    code="LE03",
    when=w.schooling_broken,
    within=school_days(20),
    until=(w.schooling_found,),
    unless=(w.looked_after.ends,),
    owner=virtual_school_head,
    law=education_guidance.whole(),
    since=_SINCE_2014,
    climbs=partner_agency,
    note="School days come from the authority's term dates; until they are given, working days are counted.",
    last_said="The move broke the child's schooling on {day}.",
    asks="Find a school place",
)

school_changed = Duty(
    "Pass the education plan and the record to the child's new school",
    code="LE04",
    when=education.school_changed,
    within=local("record to a new school", school_days(10)),
    until=education.record_passed_on,
    unless=(w.looked_after.ends,),
    paired=True,
    owner=virtual_school_head,
    law=local_practice.about("change of school").to_check("the number of days; it is local"),
    since=date(2013, 4, 15),
    climbs=partner_agency,
    note="The designated teacher of the old school passes them on.",
    last_said="The child changed school on {day}.",
    asks="See that the record has gone to the new school",
)

RULES = (
    first_education_plan,
    checked_education_plan,
    education_plan_each_term,
    education_plan_half_yearly,
    school_place,
    school_changed,
)
