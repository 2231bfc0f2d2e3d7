"""Reviews of children in care. A placement move leaves them alone; a new period of care starts them again."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import Span, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import plan_and_review
from goldthread.duties.roles import independent_reviewing_officer
from goldthread.duties.rules.care_visits_other import BEYOND_SHORT_BREAKS
from goldthread.duties.shape import Carry, Duty, Nth, Step
from goldthread.duties.words import reviewing, visiting
from goldthread.law.instruments import Citation
from goldthread.law.sources import care_planning_2010, care_planning_2020, reviews_1991

_SINCE_2011 = date(2011, 4, 1)


def _reviews(first: Span, law: Citation, later: Citation, since: date, up_to: date | None = None) -> Duty:
    """The chain of reviews, with the first interval as a version of the law has it."""
    return Duty(
        "Hold the review of the child's care",
        code="LR01",
        during=w.looked_after,
        every=(
            Step("LR01", first, Nth(0), law, "the first review"),
            Step("LR02", months(3), Nth(1), later, "the second"),
            Step("LR03", months(6), None, later, "each later review"),
        ),
        until=(w.review_held,),
        owner=independent_reviewing_officer,
        law=law,
        since=since,
        up_to=up_to,
        climbs=plan_and_review,
        asks="Hold the review",
    )


reviews_from_1991 = _reviews(
    weeks(4), reviews_1991.whole(), reviews_1991.whole(), date(1991, 10, 14), date(2011, 3, 31)
)
reviews_from_2011 = _reviews(
    working_days(20),
    care_planning_2010.regulation(33, 1),
    care_planning_2010.regulation(33, 2),
    _SINCE_2011,
    date(2020, 4, 23),
)
reviews_in_2020 = replace(
    _reviews(
        working_days(20),
        care_planning_2020.whole(),
        care_planning_2020.whole(),
        date(2020, 4, 24),
        date(2020, 9, 25),
    ),
    note="As soon as reasonably practicable where the time could not be kept.",
)
reviews = _reviews(
    working_days(20), care_planning_2010.regulation(33, 1), care_planning_2010.regulation(33, 2), date(2020, 9, 26)
)

long_term_meetings = Duty(
    "Hold a review meeting, where the child agreed to fewer of them",
    code="LR06",
    during=reviewing.fewer_meetings,
    inside=(w.looked_after,),
    every=months(12),
    until=(reviewing.review_meeting_held,),
    unsure=(reviewing.review_meeting_unsaid,),
    partly=(w.review_held,),
    carry=Carry(reviewing.review_meeting_held, within=months(12)),
    owner=independent_reviewing_officer,
    law=care_planning_2010.regulation(33).to_check("the 12 months, as the amendment of 2015 words them"),
    since=date(2015, 4, 1),
    climbs=plan_and_review,
    note="The plan is reviewed every 6 months as before; a meeting may be held every 12.",
    last_said="The last meeting was on {day}.",
    asks="Hold the review as a meeting",
)

short_break_reviews = Duty(
    "Hold the review of the child who has short breaks",
    code="LR07",
    during=visiting.short_breaks,
    every=(
        Step("LR07", months(3), Nth(0), says="the first review"),
        Step("LR07", months(6), says="each later review"),
    ),
    until=(w.review_held,),
    owner=independent_reviewing_officer,
    law=care_planning_2010.regulation(48, 3),
    since=_SINCE_2011,
    climbs=plan_and_review,
    note="Counted from the first day of placement in the series.",
    asks="Hold the review",
)

no_short_break = replace(
    reviews,
    says="Hold the review of the child whose short break has become a stay in care",
    code="LR07B",
    during=BEYOND_SHORT_BREAKS,
    every=(
        Step("LR07B", working_days(20), Nth(0), care_planning_2010.regulation(33, 1), "the first review"),
        Step("LR07B", months(3), Nth(1), care_planning_2010.regulation(33, 2), "the second"),
        Step("LR07B", months(6), None, care_planning_2010.regulation(33, 2), "each later review"),
    ),
    also=(care_planning_2010.regulation(48),),
    since=_SINCE_2011,
    note="A stay of more than 17 days, or more than 75 days in 12 months, is no short break.",
)

RULES = (
    reviews_from_1991,
    reviews_from_2011,
    reviews_in_2020,
    reviews,
    long_term_meetings,
    short_break_reviews,
    no_short_break,
)
