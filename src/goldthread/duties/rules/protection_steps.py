"""What a protection plan asks for besides visits and reviews: that it is written, challenged, checked and followed by help."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary, plan_and_review
from goldthread.duties.roles import (
    allocated_social_worker,
    conference_chair,
    head_of_service,
    independent_reviewing_officer,
    performance_team,
    service_manager,
    team_manager,
)
from goldthread.duties.shape import Carry, Duty, Nth, Step, Trigger, local
from goldthread.duties.words import court, helping, protecting
from goldthread.law.sources import (
    children_act_guidance_2,
    data_returns,
    local_practice,
    since_2013,
    working_together_1999,
    working_together_2006,
    working_together_2010,
    working_together_2023,
)

_SINCE_2013 = date(2013, 4, 15)
_CONFERENCE = Carry(w.initial_conference_held, within=days(31))
_CHILDHOOD = months(216)

see_bedroom = Duty(
    "See the bedroom of the child who is on a protection plan",
    code="CP07",
    during=w.protection_plan,
    inside=(w.need,),
    every=local("bedroom seen", months(3)),
    until=(protecting.bedroom_seen,),
    unsure=(protecting.bedroom_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=local_practice.about("seeing a child's bedroom"),
    since=_SINCE_2013,
    climbs=child_not_seen,
    note="Every other visit in some areas, once between two conferences in others.",
    last_said="The bedroom was last seen on {day}.",
    asks="See the bedroom",
)

try_again = Duty(
    "Try again to see the child on a protection plan who was not seen on a visit",
    code="CP08A",
    during=w.protection_plan,
    inside=(w.need,),
    when=protecting.child_not_seen,
    within=local("another try to see a child on a plan", working_days(2)),
    until=(w.visit_child_seen, w.strategy_held),
    one_at_a_time=True,
    owner=team_manager,
    law=local_practice.about("children who are not seen"),
    since=_SINCE_2013,
    climbs=child_not_seen,
    last_said="The child was not seen on the visit of {day}.",
    asks="See the child, or hold a strategy discussion",
)

not_seen_by_us = Duty(
    "Hold a strategy discussion where no social worker has seen the child on a plan for so long",
    code="CP08B",
    during=w.protection_plan,
    inside=(w.need,),
    every=local("not seen by a social worker", weeks(4)),
    until=(w.visit_child_seen, w.strategy_held),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made, protecting.seen_by_other),
    owner=team_manager,
    law=local_practice.about("children who are not seen"),
    since=_SINCE_2013,
    climbs=child_not_seen,
    note="A formal trigger in some areas, beside the duty to visit: somebody other than a social worker is not enough.",
    last_said="Last seen, or discussed, on {day}.",
    asks="See the child, or hold a strategy discussion",
)

not_seen_by_anybody = replace(
    not_seen_by_us,
    says="Hold a strategy discussion where nobody has seen the child on a plan for so long",
    code="CP08C",
    every=local("not seen by anybody", weeks(6)),
    until=(w.visit_child_seen, protecting.seen_by_other, w.strategy_held),
    partly=(w.visit_made,),
    owner=head_of_service,
    note="A health visitor, a teacher or anybody else who works with the child may have seen them.",
)

write_plan = Duty(
    "Write the full protection plan with the core group and share it",
    code="CP09",
    during=w.protection_plan,
    inside=(w.need,),
    within=working_days(10),
    before=w.core_group_held,
    until=(protecting.plan_shared,),
    carry=_CONFERENCE,
    owner=allocated_social_worker,
    law=working_together_2023.chapter(3),
    also=(
        *since_2013,
        working_together_2010.chapter(5),
        working_together_2006.chapter(5),
        working_together_1999.whole(),
    ),
    since=date(1999, 12, 1),
    climbs=plan_and_review,
    note="By the first core group, which is due within the same 10 working days.",
    asks="Write the plan and share it",
)

challenge_long_plan = Duty(
    "Challenge a protection plan that goes on too long",
    code="CP10A",
    during=w.protection_plan,
    inside=(w.need,),
    every=(
        Step(
            "CP10A", local("first challenge to a long protection plan", months(9)), Nth(0), says="the first challenge"
        ),
        Step("CP10A", local("second challenge to a long protection plan", months(6)), Nth(1), says="the second"),
        Step("CP10A", local("third challenge to a long protection plan", months(3)), Nth(2), says="the third"),
        Step("CP10A", local("later challenges to a long protection plan", months(6)), says="each later one"),
    ),
    until=(protecting.plan_challenged, court.gateway_decided),
    owner=service_manager,
    law=local_practice.about("long protection plans"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="Held on their days they come at 9, 15, 18 and 24 months. A legal planning meeting that decides on a letter before proceedings counts as a challenge.",
    last_said="A senior manager last challenged the plan on {day}.",
    asks="Challenge the plan with the chair",
)

challenge_repeated_plan = Duty(
    "Ask hard why the child is on a protection plan again",
    code="CP10B",
    during=w.protection_plan,
    inside=(w.need,),
    when=Trigger(w.protection_plan.begins, times=2, in_last=_CHILDHOOD),
    within=local("repeated protection plan looked at", working_days(20)),
    until=(protecting.plan_challenged, court.gateway_decided),
    owner=service_manager,
    law=local_practice.about("repeated protection plans"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="Every plan after the child's first, however long ago that was. Published figures count those within two years too.",
    last_said="The plan began on {day}.",
    asks="Challenge the plan with the chair",
)

two_years_as_counted = Duty(
    "End the protection plan within two years, as the national statistic counts it",
    code="CP10S",
    when=w.protection_plan.begins,
    within=months(24),
    until=(w.protection_plan.ends,),
    paired=True,
    owner=performance_team,
    law=data_returns.about("protection plans of two years or more"),
    since=date(2010, 4, 1),
    climbs=plan_and_review,
    note="A plan is never ended for the sake of a statistic: it counts, and asks nobody for anything.",
    last_said="The plan began on {day}.",
)

help_after_plan = Duty(
    "Agree a child in need plan after the protection plan, or write down that the family did not want one",
    code="CP11",
    when=Trigger(w.protection_plan.ends, unless=w.need_plan),
    within=local("child in need plan after protection", working_days(10)),
    until=(w.need_plan.begins, helping.need_plan_declined),
    unless=(w.protection_plan.begins, w.need.ends),
    outside=(w.looked_after,),
    owner=allocated_social_worker,
    law=local_practice.about("help after a protection plan"),
    since=_SINCE_2013,
    climbs=ordinary,
    note="Some areas ask for at least three months of help afterwards; the reviews of the child in need plan watch over "
    "that.",
    last_said="The protection plan ended on {day}.",
    asks="Agree a child in need plan",
)

decide_on_early_review = Duty(
    "Decide whether a significant change brings the review conference forward",
    code="CP12",
    during=w.protection_plan,
    inside=(w.need,),
    when=protecting.change_learned,
    within=local("early review conference decided", working_days(5)),
    until=(protecting.change_decided, w.review_conference_held),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("early review conferences").to_check("the days agreed with the chairs here"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="Such as a new injury, an adult who moves in, a child who leaves, a birth, or a plan that cannot be carried out.",
    last_said="The change was learned of on {day}.",
    asks="Decide with the chair whether to bring the review forward",
)

join_plans = Duty(
    "Decide how the protection plan and the care plan go together",
    code="CP14A",
    during=w.protection_plan,
    when=w.looked_after.begins,
    within=local("protection plan and care plan joined", working_days(20)),
    until=(protecting.plans_joined, w.protection_plan.ends),
    unless=(w.looked_after.ends,),
    owner=independent_reviewing_officer,
    law=children_act_guidance_2.whole(),
    also=(working_together_2023.chapter(3),),
    since=date(2011, 4, 1),
    climbs=plan_and_review,
    note="Both clocks go on. One meeting may be the conference and the review at once; where the child is safe in care the "
    "protection plan normally ends. The number is local: by the first review.",
    last_said="The child began to be looked after on {day}.",
    asks="Decide with the chair and the reviewing officer",
)

join_plans_in_care = replace(
    join_plans,
    code="CP14B",
    during=w.looked_after,
    when=w.protection_plan.begins,
    unless=(),
    last_said="The protection plan began on {day}.",
)

check_plan_first = Duty(
    "Check the plan half way to the first review conference",
    code="CP15A",
    during=w.protection_plan,
    inside=(w.need,),
    within=local("chair's first check of the plan", weeks(6)),
    until=(protecting.plan_checked,),
    unless=(w.review_conference_held,),
    carry=_CONFERENCE,
    owner=conference_chair,
    law=local_practice.about("checks between conferences").to_check("the weeks agreed with the chairs here"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    asks="Check how the plan is getting on",
)

check_plan_later = replace(
    check_plan_first,
    says="Check the plan half way to the next review conference",
    code="CP15B",
    when=w.review_conference_held,
    within=local("chair's later checks of the plan", months(3)),
    unless=(),
    restarts=True,
    carry=None,
    last_said="The last conference was held on {day}.",
)

RULES = (
    see_bedroom,
    try_again,
    not_seen_by_us,
    not_seen_by_anybody,
    write_plan,
    challenge_long_plan,
    challenge_repeated_plan,
    help_after_plan,
    decide_on_early_review,
    join_plans,
    join_plans_in_care,
    check_plan_first,
    check_plan_later,
)
STATISTICS = (two_years_as_counted,)
