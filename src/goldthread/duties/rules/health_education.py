"""The health and schooling of children in care."""

from datetime import date

from goldthread.clock.spans import months, school_days, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import partner_agency
from goldthread.duties.roles import allocated_social_worker, virtual_school_head
from goldthread.duties.shape import Aged, Carry, Duty, Nth, Step, UnderAge, local
from goldthread.law.sources import care_planning_2010, education_guidance, health_guidance

_SINCE_2011 = date(2011, 4, 1)

first_health_assessment = Duty(
    "Have the child's health assessed by a doctor before the first review",
    code="LH01",
    during=w.looked_after,
    within=working_days(20),
    before=w.review_held,
    until=(w.health_assessed,),
    already=months(3),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(7, 1),
    since=_SINCE_2011,
    climbs=partner_agency,
    note="Not needed again if it was done in the 3 months before. If the review is held sooner, this was due by then.",
    asks="Get the health assessment done",
)

ask_for_health_assessment = Duty(
    "Ask for the health assessment, with consent",
    code="LH02",
    during=w.looked_after,
    within=local("health request", working_days(5)),
    until=(w.health_requested, w.health_assessed),
    already=months(3),
    owner=allocated_social_worker,
    law=health_guidance.whole().to_check("the number of days in the guidance"),
    since=_SINCE_2011,
    climbs=partner_agency,
    asks="Ask for the health assessment",
)

health_reviews = Duty(
    "Have the child's health reviewed",
    code="LH03",
    during=w.looked_after,
    when=w.health_assessed,
    every=(
        Step("LH03", months(6), UnderAge(5), says="before the fifth birthday"),
        Step("LH04", months(12), says="from the fifth birthday"),
    ),
    until=(w.health_assessed,),
    carry=Carry(w.health_assessed, within=months(3)),
    only_carried=True,
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(7, 3),
    since=_SINCE_2011,
    climbs=partner_agency,
    last_said="Health was last assessed on {day}.",
    asks="Get the health review done",
)

dental_checks = Duty(
    "Have the child's teeth checked",
    code="LH05",
    during=w.looked_after,
    every=(
        Step("LH05", local("first dental check", months(6)), Nth(0), says="the first"),
        Step("LH05", local("dental check", months(12)), says="each later one"),
    ),
    until=(w.dental_checked,),
    owner=allocated_social_worker,
    law=health_guidance.whole().to_check(
        "the guidance gives no number; the national statistic asks for one in the year"
    ),
    since=date(2013, 4, 15),
    climbs=partner_agency,
    asks="Get the child's teeth checked",
)

first_education_plan = Duty(
    "Complete the first personal education plan",
    code="LE01",
    during=Aged(w.looked_after, 3),
    within=working_days(10),
    until=(w.education_plan_made,),
    owner=virtual_school_head,
    law=education_guidance.whole().to_check("the 10 working days; some authorities count school days"),
    since=_SINCE_2011,
    climbs=partner_agency,
    note="In time for the first review. For children from the age of 3, when nursery education begins.",
    asks="Complete the education plan",
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
    since=date(2014, 7, 1),
    climbs=partner_agency,
    note="School days come from the authority's term dates; until they are given, working days are counted.",
    last_said="The move broke the child's schooling on {day}.",
    asks="Find a school place",
)

RULES = (
    first_health_assessment,
    ask_for_health_assessment,
    health_reviews,
    dental_checks,
    first_education_plan,
    school_place,
)
