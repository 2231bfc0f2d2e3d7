"""Visits to children in care. A move to another placement starts them again."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.shape import After, Before, Duty, InFirst, Nth, Step, local
from goldthread.law.sources import care_planning_2010

_OTHER_REGIMES = (w.parents_placement, w.temporary_approval, w.interim_order_at_home, w.care_order_at_home)


_SHARED = Duty(
    "Visit the child",
    code="",
    inside=(w.looked_after,),
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(28),
    since=date(2011, 4, 1),
    climbs=child_not_seen,
    last_said="Last seen {day}.",
    asks="See the child",
)

placement_visits = replace(
    _SHARED,
    says="Visit the child in the placement",
    code="LV01",
    during=w.placement,
    outside=_OTHER_REGIMES,
    every=(
        Step("LV01", weeks(1), Nth(0), care_planning_2010.regulation(28, 2, "a"), "the first visit"),
        Step("LV02", weeks(6), InFirst(months(12)), care_planning_2010.regulation(28, 2, "b"), "in the first year"),
        Step(
            "LV03",
            months(3),
            After(w.permanence_agreed),
            care_planning_2010.regulation(28, 2, "c", "i"),
            "after the first year, where the child is to stay until 18",
        ),
        Step(
            "LV04", weeks(6), None, care_planning_2010.regulation(28, 2, "c", "ii"), "after the first year, otherwise"
        ),
    ),
    law=care_planning_2010.regulation(28, 2),
)

parents_visits = replace(
    _SHARED,
    says="Visit the child placed with parents before assessment",
    code="LV06",
    during=w.parents_placement,
    every=(
        Step("LV06", weeks(1), Before(w.review_held), says="until the first review"),
        Step("LV06", weeks(6), says="afterwards"),
    ),
    law=care_planning_2010.regulation(28, 3),
)

temporary_visits = replace(
    _SHARED,
    says="Visit the child whose placement is not settled",
    code="LV07",
    during=(w.temporary_approval, w.interim_order_at_home),
    every=(
        Step("LV07", weeks(1), Before(w.review_held), says="until the first review"),
        Step("LV07", weeks(4), says="afterwards"),
    ),
    law=care_planning_2010.regulation(28, 4),
    note="With a connected person who has temporary approval, or with parents under an interim care order.",
)

care_order_visits = replace(
    _SHARED,
    says="Visit the child who lives with parents under a care order",
    code="LV08",
    during=w.care_order_at_home,
    every=(Step("LV08", weeks(1), Nth(0), says="the first visit"), Step("LV08", weeks(6), says="each later visit")),
    law=care_planning_2010.regulation(28, 5),
)

write_up = Duty(
    "Write up the visit",
    code="LV13",
    when=w.visit_made,
    within=local("visit write-up", working_days(2)),
    until=(w.visit_written_up,),
    paired=True,
    recording_meets=True,
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(30).to_check("the regulation gives no number; 2 working days is local"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="A visit made in time and written up late is on time for the visit and late for the record.",
    last_said="The visit was made on {day}.",
    asks="Write up the visit",
)

RULES = (placement_visits, parents_visits, temporary_visits, care_order_visits, write_up)
