"""Children with a child in need plan, whose duties rest while a protection plan is in force, and help of other kinds."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, court, ordinary
from goldthread.duties.roles import allocated_social_worker, team_manager
from goldthread.duties.shape import Carry, Duty, Nth, Step, Trigger, While, local
from goldthread.duties.words import assessing, helping
from goldthread.law.sources import (
    children_act_1989,
    framework_2000,
    local_practice,
    short_breaks_2011,
    working_together_2023,
)

_SINCE_2013 = date(2013, 4, 15)

agree_need_plan = Duty(
    "Agree a child in need plan with the family",
    code="CN01",
    when=Trigger(assessing.services_needed, unless=w.need_plan),
    within=local("child in need plan agreed", working_days(20)),
    until=(w.need_plan.begins, helping.need_plan_declined),
    unless=(w.protection_plan.begins, w.looked_after.begins, w.need.ends),
    outside=(w.protection_plan, w.looked_after),
    owner=allocated_social_worker,
    law=local_practice.about("child in need plans"),
    also=(children_act_1989.section(17), working_together_2023.chapter(3)),
    since=_SINCE_2013,
    climbs=ordinary,
    note="The guidance asks for a plan and gives no number. A child on a protection plan or in care has that plan instead.",
    last_said="The assessment that found the need was authorised on {day}.",
    asks="Agree the plan with the family",
)

review_need_plan_2000 = Duty(
    "Review the child in need plan",
    code="CN02",
    during=w.need_plan,
    inside=(w.need,),
    outside=(w.protection_plan,),
    every=months(6),
    until=(w.need_plan_reviewed,),
    owner=allocated_social_worker,
    law=framework_2000.chapter(4).to_check("the text of at least every six months"),
    since=date(2000, 4, 1),
    up_to=date(2013, 4, 14),
    climbs=ordinary,
    asks="Review the plan",
)

review_need_plan = Duty(
    "Review the child in need plan",
    code="CN02",
    during=w.need_plan,
    inside=(w.need,),
    outside=(w.protection_plan,),
    every=(
        Step("CN02", local("first child in need review", weeks(6)), Nth(0), says="the first review"),
        Step("CN02", local("child in need review", months(3)), says="each later review"),
    ),
    until=(w.need_plan_reviewed,),
    owner=allocated_social_worker,
    law=local_practice.about("child in need plans").to_check("the older national text of at least every six months"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    asks="Review the plan",
)

visit_child_in_need = Duty(
    "Visit the child who has a child in need plan",
    code="CN03",
    during=w.need_plan,
    inside=(w.need,),
    outside=(w.protection_plan,),
    every=(
        Step(
            "CN03",
            local("child in need visit with short breaks", weeks(12)),
            While(helping.family_breaks),
            says="while the family has short breaks for a disabled child",
        ),
        Step("CN03", local("child in need visit", working_days(20)), says="otherwise"),
    ),
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    carry=Carry(w.visit_child_seen, within=days(14), stages=(w.protection_plan,)),
    owner=allocated_social_worker,
    law=local_practice.about("visits to children in need"),
    since=date(2013, 4, 15),
    climbs=child_not_seen,
    note="A child stepped down from a protection plan is counted from the last visit before.",
    last_said="Last seen {day}.",
    asks="See the child",
)

challenge_long_need_plan = Duty(
    "Challenge a child in need plan that goes on too long",
    code="CN04",
    during=w.need_plan,
    inside=(w.need,),
    outside=(w.protection_plan,),
    every=(
        Step(
            "CN04", local("first challenge to a long child in need plan", months(6)), Nth(0), says="the first challenge"
        ),
        Step("CN04", local("later challenges to a long child in need plan", months(3)), says="each later one"),
    ),
    until=(helping.need_plan_challenged,),
    owner=team_manager,
    law=local_practice.about("long child in need plans"),
    since=_SINCE_2013,
    climbs=ordinary,
    note="Held on their days they come at 6, 9 and 12 months.",
    last_said="A manager last challenged the plan on {day}.",
    asks="Challenge the plan",
)

close_when_decided = Duty(
    "Close the work after it was decided to",
    code="CN05A",
    when=helping.closing_decided,
    within=local("closing after the decision", working_days(10)),
    until=(w.need.ends,),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("closing"),
    since=_SINCE_2013,
    climbs=ordinary,
    last_said="It was decided on {day}.",
    asks="Close the work",
)

tell_of_closing = Duty(
    "Write the closing summary and tell the family and everyone who worked with them",
    code="CN05B",
    when=w.need.ends,
    within=local("closing told to everyone", working_days(10)),
    until=(helping.closing_told,),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("closing"),
    since=_SINCE_2013,
    climbs=ordinary,
    last_said="The work was closed on {day}.",
    asks="Write the summary and tell everyone",
)

review_family_breaks = Duty(
    "Review the short breaks of a family whose child is not in care",
    code="CN06",
    during=helping.family_breaks,
    every=local("short breaks review", months(6)),
    until=(helping.family_breaks_reviewed,),
    owner=allocated_social_worker,
    law=local_practice.about("short breaks"),
    also=(short_breaks_2011.whole(),),
    since=date(2011, 4, 1),
    climbs=ordinary,
    note="The regulations give no number.",
    last_said="The short breaks were last reviewed on {day}.",
    asks="Review the short breaks",
)

visit_under_supervision = Duty(
    "Visit the child under a supervision order",
    code="CN07A",
    during=helping.supervision_order,
    every=local("supervision order visit", weeks(6)),
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=local_practice.about("visits under a supervision order"),
    also=(children_act_1989.section(35),),
    since=_SINCE_2013,
    climbs=child_not_seen,
    last_said="Last seen {day}.",
    asks="See the child",
)

supervision_ends = Duty(
    "Decide what follows the supervision order before it runs out",
    code="CN07B",
    during=helping.supervision_order,
    within=months(12).counting_first_day(),
    dated=helping.supervision_until,
    until=(helping.supervision_extended, helping.supervision_decided, helping.supervision_order.ends),
    owner=allocated_social_worker,
    law=children_act_1989.schedule(3, 6),
    also=(children_act_1989.section(35),),
    since=date(1991, 10, 14),
    climbs=court,
    note="The order ends after a year, or sooner where it says so, unless it is extended before then.",
    asks="Apply to extend it, or write down what follows",
)

extended_supervision_ends = replace(
    supervision_ends,
    says="Decide what follows the extended supervision order before it runs out",
    code="CN07C",
    when=helping.supervision_extended,
    within=months(36).counting_first_day(),
    dated=helping.supervision_extended_until,
    from_start=True,
    restarts=True,
    until=(helping.supervision_decided, helping.supervision_order.ends),
    note="An order can be extended to three years in all, counted from the day it was first made.",
    last_said="The order was extended on {day}.",
    asks="Write down what follows",
)

RULES = (
    agree_need_plan,
    review_need_plan_2000,
    review_need_plan,
    visit_child_in_need,
    challenge_long_need_plan,
    close_when_decided,
    tell_of_closing,
    review_family_breaks,
    visit_under_supervision,
    supervision_ends,
    extended_supervision_ends,
)
