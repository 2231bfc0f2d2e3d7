"""Children on a protection plan."""

from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, plan_and_review
from goldthread.duties.roles import allocated_social_worker, conference_chair
from goldthread.duties.shape import Carry, Duty, Nth, Step, local
from goldthread.law.sources import (
    local_practice,
    since_2013,
    working_together_1999,
    working_together_2006,
    working_together_2010,
    working_together_2023,
)

_SINCE_1999 = date(1999, 12, 1)
_EDITIONS = (
    *since_2013,
    working_together_2010.chapter(5),
    working_together_2006.chapter(5),
    working_together_1999.whole(),
)
_STEP_UP = days(14)
_CONFERENCE = Carry(w.initial_conference_held, within=days(31))

first_core_group = Duty(
    "Hold the first core group",
    code="CP01",
    during=w.protection_plan,
    inside=(w.need,),
    within=working_days(10),
    until=(w.core_group_held,),
    carry=_CONFERENCE,
    owner=allocated_social_worker,
    law=working_together_2023.chapter(3),
    also=_EDITIONS,
    since=_SINCE_1999,
    climbs=plan_and_review,
    note="Counted from the initial conference where the plan was entered a few days after it.",
    asks="Hold the core group",
)

later_core_groups = Duty(
    "Hold the next core group",
    code="CP02",
    during=w.protection_plan,
    inside=(w.need,),
    when=w.core_group_held,
    every=local("core group", working_days(20)),
    until=(w.core_group_held,),
    owner=allocated_social_worker,
    law=local_practice.about("core groups"),
    since=date(2013, 4, 15),
    climbs=plan_and_review,
    last_said="The core group last met on {day}.",
    asks="Hold the core group",
)

review_conferences = Duty(
    "Hold the review conference",
    code="CP03",
    during=w.protection_plan,
    inside=(w.need,),
    every=(
        Step("CP03", months(3), Nth(0), says="the first review"),
        Step("CP04", months(6), says="each later review"),
    ),
    until=(w.review_conference_held,),
    carry=_CONFERENCE,
    owner=conference_chair,
    law=working_together_2023.chapter(3),
    also=_EDITIONS,
    since=_SINCE_1999,
    climbs=plan_and_review,
    note="The first is counted from the initial conference, each later one from the conference before it.",
    asks="Hold the review conference",
)

see_child_on_plan = Duty(
    "See the child who is on a protection plan",
    code="CP05",
    during=w.protection_plan,
    inside=(w.need,),
    every=local("protection visit", working_days(10)),
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    carry=Carry(w.visit_child_seen, within=_STEP_UP, stages=(w.need_plan,)),
    owner=allocated_social_worker,
    law=local_practice.about("visits to children on protection plans"),
    also=(working_together_2023.chapter(3),),
    since=date(2013, 4, 15),
    climbs=child_not_seen,
    note="A visit where the child was not seen does not count. A child stepped up from a child in need plan is counted "
    "from the last visit before.",
    last_said="Last seen {day}.",
    asks="See the child",
)

see_child_alone = Duty(
    "See the child alone",
    code="CP06",
    during=w.protection_plan,
    inside=(w.need,),
    every=local("seen alone", weeks(4)),
    until=(w.visit_seen_alone,),
    unsure=(w.visit_alone_unsaid, w.visit_seen_unsaid),
    partly=(w.visit_made, w.visit_child_seen),
    owner=allocated_social_worker,
    law=local_practice.about("seeing a child alone"),
    since=date(2013, 4, 15),
    climbs=child_not_seen,
    last_said="Last seen alone {day}.",
    asks="See the child alone",
)

RULES = (first_core_group, later_core_groups, review_conferences, see_child_on_plan, see_child_alone)
