"""Children with a child in need plan. These duties rest while a protection plan is in force."""

from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.shape import Carry, Duty, Nth, Step, local
from goldthread.law.sources import local_practice

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
    every=local("child in need visit", working_days(20)),
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

RULES = (review_need_plan, visit_child_in_need)
