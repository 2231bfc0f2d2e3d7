"""Visits to children in care. A move to another placement starts them again."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.shape import After, Before, Duty, InFirst, Nth, Step, While, local
from goldthread.duties.words import visiting
from goldthread.law.sources import care_planning_2010, care_planning_2020, foster_placement_1991, fostering_2002

_OTHER_REGIMES = (
    w.parents_placement,
    w.temporary_approval,
    w.interim_order_at_home,
    w.care_order_at_home,
    visiting.arranged_by_others,
)
_SINCE_2011 = date(2011, 4, 1)
_SINCE_2015 = date(2015, 4, 1)
_2020 = (date(2020, 4, 24), date(2020, 9, 25))
_NOW = date(2020, 9, 26)


_SHARED = Duty(
    "Visit the child",
    code="",
    inside=(w.looked_after,),
    until=(w.visit_child_seen,),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(28),
    since=_NOW,
    climbs=child_not_seen,
    last_said="Last seen {day}.",
    asks="See the child",
)
_FIRST = Step("LV01", weeks(1), Nth(0), care_planning_2010.regulation(28, 2, "a"), "the first visit")
_FIRST_YEAR = Step(
    "LV02", weeks(6), InFirst(months(12)), care_planning_2010.regulation(28, 2, "b"), "in the first year"
)
_LONG_TERM = Step(
    "LV05",
    months(6),
    While(visiting.fewer_visits),
    care_planning_2010.regulation(28, "3A"),
    "after the first year, in a long-term foster placement where the child agrees",
)
_TO_STAY = Step(
    "LV03",
    months(3),
    After(w.permanence_agreed),
    care_planning_2010.regulation(28, 2, "c", "i"),
    "after the first year, where the child is to stay until 18",
)
_OTHERWISE = Step(
    "LV04", weeks(6), None, care_planning_2010.regulation(28, 2, "c", "ii"), "after the first year, otherwise"
)


def _versions(duty: Duty, since: date = _SINCE_2011) -> tuple[Duty, ...]:
    """The duty before the summer of 2020, as it was relaxed then, and since."""
    relaxed = replace(
        duty,
        every=tuple(replace(step, law=care_planning_2020.whole()) for step in duty.steps),
        until=(w.visit_child_seen, visiting.spoken_remotely),
        law=care_planning_2020.whole(),
        since=_2020[0],
        up_to=_2020[1],
        note=f"{duty.note} As soon as reasonably practicable where the time could not be kept; by video or telephone "
        "where nobody could come.".strip(),
    )
    return (replace(duty, since=since, up_to=date(2020, 4, 23)), relaxed, duty)


placement_visits = replace(
    _SHARED,
    says="Visit the child in the placement",
    code="LV01",
    during=w.placement,
    outside=_OTHER_REGIMES,
    every=(_FIRST, _FIRST_YEAR, _LONG_TERM, _TO_STAY, _OTHERWISE),
    law=care_planning_2010.regulation(28, 2),
    note="The child is spoken to alone, unless there is a reason against it (regulation 29).",
)
placement_visits_2011 = replace(
    placement_visits,
    every=(_FIRST, _FIRST_YEAR, _TO_STAY, _OTHERWISE),
    since=_SINCE_2011,
    up_to=date(2015, 3, 31),
)
placement_visits_2002 = replace(
    placement_visits,
    every=(
        replace(_FIRST, law=None),
        replace(_FIRST_YEAR, law=None),
        Step("LV03", months(3), None, says="after the first year"),
    ),
    law=fostering_2002.whole().to_check("the regulation; it speaks of foster placements only"),
    since=date(2002, 4, 1),
    up_to=date(2011, 3, 31),
)
placement_visits_1991 = replace(
    placement_visits_2002,
    law=foster_placement_1991.whole().to_check("the regulation; it speaks of foster placements only"),
    since=date(1991, 10, 14),
    up_to=date(2002, 3, 31),
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

RULES = (
    placement_visits_1991,
    placement_visits_2002,
    placement_visits_2011,
    *_versions(placement_visits, _SINCE_2015),
    *_versions(parents_visits),
    *_versions(temporary_visits),
    *_versions(care_order_visits),
    write_up,
)
