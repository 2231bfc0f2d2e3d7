"""Young people who are leaving care, or will be."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks
from goldthread.duties import words as w
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import child_not_seen, ordinary, service_level
from goldthread.duties.roles import allocated_social_worker, leaving_care_manager, performance_team, personal_adviser
from goldthread.duties.rules.after_care import AFTER_CARE
from goldthread.duties.shape import Birthday, Duty, Eligible, Step, UnderAge, local
from goldthread.duties.words import after_care as a
from goldthread.law.sources import (
    care_leavers_2010,
    care_leavers_return,
    care_planning_2010,
    children_act_1989,
    leaving_care_2001,
    leaving_care_act_2000,
)

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

relevant_assessment = replace(
    needs_assessment,
    says="Assess the needs of the young person who became a relevant child without an assessment",
    code="LC03A",
    during=a.relevant,
    already=months(24),
    owner=personal_adviser,
    law=care_leavers_2010.regulation(5).to_check("the wording, and that it is three months from becoming relevant"),
    note="An assessment made while the child was in care meets it.",
    last_said="The young person became a relevant child on {day}.",
)

relevant_plan = replace(
    pathway_plan,
    says="Agree the pathway plan of the young person who became a relevant child without one",
    code="LC03B",
    during=a.relevant,
    already=months(24),
    owner=personal_adviser,
    law=care_leavers_2010.regulation(6).to_check("the regulation gives no number; 3 months is local"),
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
    since=date(2011, 4, 1),
    ends_at=25,
    climbs=ordinary,
    asks="Review the pathway plan",
)

review_pathway_plan_2001 = replace(
    review_pathway_plan, law=leaving_care_2001.whole(), since=date(2001, 10, 1), up_to=date(2011, 3, 31)
)

review_when_asked = Duty(
    "Review the pathway plan when the young person or the adviser asks for it",
    code="LC05B",
    when=a.review_requested,
    within=local("pathway review when asked for", days(28)),
    until=(w.pathway_plan_reviewed,),
    unless=(w.leaving_care.ends,),
    one_at_a_time=True,
    owner=personal_adviser,
    law=care_leavers_2010.regulation(7, 2).to_check("the regulation gives no number of days from the request"),
    since=date(2011, 4, 1),
    ends_at=25,
    climbs=ordinary,
    last_said="A review was asked for on {day}.",
    asks="Review the pathway plan",
)

keep_in_touch = Duty(
    "Keep in touch with the young person",
    code="LC08",
    during=w.leaving_care,
    outside=(w.looked_after, a.provided_home),
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
    note="The Act says keep in touch and gives no number. It rests while the authority provides the accommodation, where "
    "the adviser visits.",
    last_said="Last in touch {day}.",
    asks="Be in touch with the young person",
)

in_touch_at_birthday = Duty(
    "Count the young person as in touch around the birthday",
    code="LC13",
    during=w.leaving_care,
    when=Birthday((17, 18, 19, 20, 21)),
    within=months(1),
    until=(w.in_touch,),
    already=months(3),
    owner=performance_team,
    law=care_leavers_return.about("care leavers around their birthdays").to_check("the window of this year's guide"),
    since=date(2013, 4, 1),
    ends_at=None,
    climbs=service_level,
    note="The return counts contact from 3 months before the birthday to 1 month after it.",
)

RULES = (
    needs_assessment_2001,
    needs_assessment,
    pathway_plan,
    relevant_assessment,
    relevant_plan,
    adviser,
    review_pathway_plan_2001,
    review_pathway_plan,
    review_when_asked,
    keep_in_touch,
    *AFTER_CARE,
)
STATISTICS = (in_touch_at_birthday,)
NOT_DUTIES = (
    NotADuty(
        "LC11",
        "Support to stay close to a former children's home",
        Kind.NOT_IN_FORCE,
        "Section 7 of the Children's Wellbeing and Schools Act 2026 begins on a day still to be appointed, and sets no number.",
    ),
)
