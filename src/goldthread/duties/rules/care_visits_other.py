"""Visits to children in care beside the usual ones: short breaks, custody, arrangements of others, and visits asked for."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, immediate_safety
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.shape import Beyond, Duty, InFirst, Nth, Step, local
from goldthread.duties.words import visiting
from goldthread.law.sources import care_planning_2010, care_planning_2020, visits_in_detention_2010

_SINCE_2011 = date(2011, 4, 1)
BEYOND_SHORT_BREAKS = Beyond(visiting.short_break, one=days(17), total=75, within=months(12))

_SHARED = Duty(
    "Visit the child",
    code="",
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(28),
    since=_SINCE_2011,
    climbs=child_not_seen,
    last_said="Last seen {day}.",
    asks="See the child",
)

arranged_by_others = replace(
    _SHARED,
    says="Visit the child in care for whose living arrangements somebody else is responsible",
    code="LV09",
    during=visiting.arranged_by_others,
    inside=(w.looked_after,),
    every=(
        Step("LV09", weeks(1), Nth(0), says="the first visit"),
        Step("LV09", weeks(6), InFirst(months(12)), says="in the first year"),
        Step("LV09", months(3), says="afterwards"),
    ),
    law=care_planning_2010.regulation(28, 6).to_check("the intervals"),
    note="Counted from the day the arrangements began or changed.",
)

asked_for = replace(
    _SHARED,
    says="Visit the child when somebody asks for it",
    code="LV10",
    during=w.looked_after,
    when=visiting.visit_requested,
    within=local("visit on request", working_days(5)),
    law=care_planning_2010.regulation(28, 7).to_check("a reasonable time; the number is local"),
    note="The child, the carer, or whoever is responsible for the placement may ask.",
    last_said="A visit was asked for on {day}.",
)

after_notice = replace(
    asked_for,
    says="Visit the child after the inspectorate's notice about the home",
    code="LV10B",
    when=visiting.home_notice_received,
    within=weeks(1),
    law=care_planning_2010.regulation(28, 7).to_check("the week, and the notice under section 30A"),
    note="A notice under section 30A of the Care Standards Act 2000.",
    last_said="The notice came on {day}.",
)

short_break_visits = replace(
    _SHARED,
    says="Visit the child on a short break",
    code="LV11",
    during=visiting.short_breaks,
    every=(
        Step("LV11", months(3), Nth(0), says="the first visit"),
        Step("LV11", months(6), says="each later visit"),
    ),
    law=care_planning_2010.regulation(48, 3, "c"),
    note="On a day when the child is placed. Sooner where that was agreed with the reviewing officer and the parents.",
)

no_short_break = replace(
    _SHARED,
    says="Visit the child whose short break has become a stay in care",
    code="LV11B",
    during=BEYOND_SHORT_BREAKS,
    every=(
        Step("LV11B", weeks(1), Nth(0), care_planning_2010.regulation(28, 2, "a"), "the first visit"),
        Step("LV11B", weeks(6), None, care_planning_2010.regulation(28, 2, "b"), "each later visit"),
    ),
    law=care_planning_2010.regulation(28, 2),
    also=(care_planning_2010.regulation(48),),
    note="A stay of more than 17 days, or more than 75 days in 12 months, is no short break: what is owed to every child "
    "in care is owed.",
)

in_custody = replace(
    _SHARED,
    says="Visit the young person in custody who was looked after",
    code="LV12",
    during=visiting.custody,
    within=working_days(10),
    law=visits_in_detention_2010.regulation(4),
    note="In private, and so far as reasonably practicable. Not for a young person who has become a relevant child.",
    last_said="The young person was detained on {day}.",
)

in_custody_again = replace(
    _SHARED,
    says="Visit the young person in custody when somebody asks for it",
    code="LV12B",
    during=visiting.custody,
    when=visiting.visit_requested,
    within=local("visit on request", working_days(5)),
    law=visits_in_detention_2010.regulation(4).to_check("later visits; the number is local"),
    last_said="A visit was asked for on {day}.",
)

worrying = Duty(
    "Write up what a visit found that cannot wait, and pass it on",
    code="LV13B",
    when=visiting.visit_worrying,
    within=local("worrying visit written up", hours(24)),
    until=(visiting.visit_worry_passed_on,),
    paired=True,
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(30).to_check("the regulation gives no number; 24 hours are local"),
    also=(care_planning_2010.regulation(31),),
    since=date(2013, 4, 15),
    climbs=immediate_safety,
    note="Where the child is not safe or well looked after, a review is owed too.",
    last_said="The visit was on {day}.",
    asks="Write it up, and tell the manager and the reviewing officer",
)

not_practicable = replace(
    _SHARED,
    says="Make the visit or hold the review as soon as it can be done",
    code="LV14",
    when=visiting.visit_not_practicable,
    within=local("visit or review once practicable", working_days(10)),
    until=(w.visit_child_seen, visiting.spoken_remotely, w.review_held),
    law=care_planning_2020.whole().to_check(
        "the exact wording; as soon as reasonably practicable, the number is local"
    ),
    since=date(2020, 4, 24),
    up_to=date(2020, 9, 25),
    note="While the relaxation of 2020 was in force. Narrower rules followed it.",
    last_said="It was found not to be practicable on {day}.",
    asks="See or speak with the child, or hold the review",
)

RULES = (
    arranged_by_others,
    asked_for,
    after_notice,
    short_break_visits,
    no_short_break,
    in_custody,
    in_custody_again,
    worrying,
    not_practicable,
)
