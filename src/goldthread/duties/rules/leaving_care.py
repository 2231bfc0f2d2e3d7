"""Young people who are leaving care, or will be."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, weeks
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import allocated_social_worker, leaving_care_manager, personal_adviser
from goldthread.duties.shape import Duty, Eligible, Step, UnderAge, local
from goldthread.law.sources import care_leavers_2010, care_planning_2010, children_act_1989, leaving_care_act_2000

_eligible = Eligible(w.looked_after, age=16, total=weeks(13).counting_first_day(), counted_from=14)

needs_assessment = Duty(
    "Assess the young person's needs for leaving care",
    code="LC01",
    during=_eligible,
    within=months(3),
    until=(w.pathway_needs_assessed,),
    already=months(3),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(42, 1),
    since=date(2011, 4, 1),
    climbs=ordinary,
    note="From the sixteenth birthday, or the later day on which 13 weeks of care since the age of 14 are complete.",
    asks="Complete the needs assessment",
)

needs_assessment_2001 = replace(
    needs_assessment, law=leaving_care_act_2000.whole(), since=date(2001, 10, 1), up_to=date(2011, 3, 31)
)

pathway_plan = Duty(
    "Agree the first pathway plan",
    code="LC02",
    during=_eligible,
    when=w.pathway_needs_assessed,
    first_only=True,
    within=local("first pathway plan", months(3)),
    until=(w.pathway_plan_made,),
    already=months(12),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(43).to_check("the regulation gives no number; 3 months is local"),
    since=date(2011, 4, 1),
    climbs=ordinary,
    last_said="The needs assessment was completed on {day}.",
    asks="Agree the pathway plan",
)

adviser = Duty(
    "Name a personal adviser, and never be without one",
    code="LC04",
    during=(_eligible, w.leaving_care),
    holds=w.personal_adviser,
    within=local("personal adviser named", months(3)),
    owner=leaving_care_manager,
    law=children_act_1989.schedule(2, "19C"),
    since=date(2001, 10, 1),
    ends_at=25,
    climbs=ordinary,
    note="The Act gives no number.",
    asks="Name a personal adviser",
)

review_pathway_plan = Duty(
    "Review the pathway plan",
    code="LC05",
    when=(w.pathway_plan_made, w.pathway_plan_reviewed),
    every=months(6),
    until=(w.pathway_plan_reviewed,),
    unless=(w.leaving_care.ends,),
    one_at_a_time=True,
    owner=personal_adviser,
    law=care_leavers_2010.regulation(7, 2),
    since=date(2001, 10, 1),
    ends_at=25,
    climbs=ordinary,
    asks="Review the pathway plan",
)

keep_in_touch = Duty(
    "Keep in touch with the young person",
    code="LC08",
    during=w.leaving_care,
    outside=(w.looked_after,),
    every=(
        Step("LC08", local("keeping in touch to 21", weeks(8)), UnderAge(21), says="to the age of 21"),
        Step("LC08", local("keeping in touch from 21", weeks(12)), says="from the age of 21"),
    ),
    until=(w.in_touch,),
    owner=personal_adviser,
    law=children_act_1989.section("23C", 2),
    since=date(2001, 10, 1),
    ends_at=25,
    climbs=child_not_seen,
    note="The Act says keep in touch and gives no number.",
    last_said="Last in touch {day}.",
    asks="Be in touch with the young person",
)

RULES = (needs_assessment_2001, needs_assessment, pathway_plan, adviser, review_pathway_plan, keep_in_touch)
