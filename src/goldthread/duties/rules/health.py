"""The health of children in care."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, working_days, yearly
from goldthread.duties import words as w
from goldthread.duties.ladders import partner_agency
from goldthread.duties.roles import allocated_social_worker, health_lead, health_services, personal_adviser
from goldthread.duties.shape import Aged, Carry, Duty, Nth, Step, UnderAge, local
from goldthread.duties.words import health
from goldthread.law.sources import (
    care_planning_2010,
    children_amendments_2002,
    data_returns,
    health_guidance,
    reviews_1991,
)

_SINCE_1991 = date(1991, 10, 14)
_SINCE_2002 = date(2002, 4, 1)
_SINCE_2009 = date(2009, 11, 1)
_SINCE_2011 = date(2011, 4, 1)
_BEFORE_2011 = date(2011, 3, 31)

first_health_assessment = Duty(
    "Have the child's health assessed by a doctor before the first review",
    code="LH01",
    during=w.looked_after,
    within=working_days(20),
    before=w.review_held,
    until=(w.health_assessed,),
    already=months(3),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(7, 1),
    since=_SINCE_2011,
    climbs=partner_agency,
    note="Not needed again if it was done in the 3 months before. If the review is held sooner, this was due by then.",
    asks="Get the health assessment done",
)

first_health_plan = Duty(
    "Have the child's health plan ready for the first review",
    code="LH01B",
    during=w.looked_after,
    within=working_days(20),
    before=w.review_held,
    until=health.plan_made,
    already=months(3),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(7, 2),
    since=_SINCE_2011,
    climbs=partner_agency,
    note="An assessment without a plan written from it is not enough. If the review is held sooner, this was due by then.",
    asks="Get the health plan",
)

ask_for_health_assessment = Duty(
    "Ask for the health assessment, with consent",
    code="LH02",
    during=w.looked_after,
    within=local("health request", working_days(5)),
    until=(w.health_requested, w.health_assessed),
    already=months(3),
    owner=allocated_social_worker,
    law=health_guidance.whole().to_check("the number of days in the guidance"),
    since=_SINCE_2011,
    climbs=partner_agency,
    asks="Ask for the health assessment",
)

health_reviews = Duty(
    "Have the child's health reviewed",
    code="LH03",
    during=w.looked_after,
    when=w.health_assessed,
    every=(
        Step("LH03", months(6), UnderAge(5), says="before the fifth birthday"),
        Step("LH04", months(12), says="from the fifth birthday"),
    ),
    until=(w.health_assessed,),
    carry=Carry(w.health_assessed, within=months(3)),
    only_carried=True,
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(7, 3),
    since=_SINCE_2011,
    climbs=partner_agency,
    last_said="Health was last assessed on {day}.",
    asks="Get the health review done",
)

health_reviews_2002 = replace(
    health_reviews,
    law=reviews_1991.regulation(6),
    also=(children_amendments_2002.whole(),),
    since=_SINCE_2002,
    up_to=_BEFORE_2011,
)

health_reviews_1991 = replace(
    health_reviews,
    every=(
        Step("LH03", months(6), UnderAge(2), says="before the second birthday"),
        Step("LH04", months(12), says="from the second birthday"),
    ),
    law=reviews_1991.regulation(6),
    since=_SINCE_1991,
    up_to=date(2002, 3, 31),
)

dental_checks = Duty(
    "Have the child's teeth checked",
    code="LH05",
    during=w.looked_after,
    every=(
        Step("LH05", local("first dental check", months(6)), Nth(0), says="the first"),
        Step("LH05", local("dental check", months(12)), says="each later one"),
    ),
    until=(w.dental_checked,),
    owner=allocated_social_worker,
    law=health_guidance.whole().to_check(
        "the guidance gives no number; the national statistic asks for one in the year"
    ),
    since=date(2013, 4, 15),
    climbs=partner_agency,
    asks="Get the child's teeth checked",
)

_STRENGTHS = Duty(
    "Obtain the carer's strengths and difficulties score, or write down why there is none",
    code="LH06",
    during=Aged(w.looked_after, 4),
    every=months(12),
    until=(health.strengths_scored, health.strengths_unscored),
    ends_at=17,
    owner=allocated_social_worker,
    law=health_guidance.about("strengths and difficulties"),
    since=date(2008, 4, 1),
    climbs=partner_agency,
    note="From the fourth birthday to the day before the seventeenth. A child who leaves care within the first 12 months "
    "is owed none. The return also counts whether there was one between 1 April and 31 March.",
    last_said="The last questionnaire was on {day}.",
    asks="Get the strengths and difficulties questionnaire",
)

first_strengths = replace(
    _STRENGTHS,
    says="Have a first strengths and difficulties questionnaire when the child enters care",
    code="LH06B",
    every=None,
    within=local("first strengths and difficulties", months(3)),
    already=months(6),
    law=health_guidance.about("strengths and difficulties").to_check(
        "that one on entry is asked for here; it is local"
    ),
    since=date(2013, 4, 15),
    note="",
    last_said="",
)

immunisations = Duty(
    "Have the child's immunisations checked and brought up to date by the end of the year",
    code="LH07",
    during=w.looked_after,
    every=yearly(3, 31),
    until=health.immunised,
    owner=health_lead,
    owed_by=health_services,
    law=data_returns.about("children looked after: immunisations up to date at 31 March"),
    since=date(2010, 4, 1),
    climbs=partner_agency,
    note="Which are due when is in the national schedule. What the yearly return says by itself meets nothing.",
    last_said="Immunisations were last checked on {day}.",
    asks="Check immunisations",
)

health_summary = Duty(
    "Give the young person a summary of their health before they turn 18",
    code="LH08",
    during=(Aged(w.looked_after, 16), w.leaving_care),
    within=months(24),
    by_age=18,
    until=health.summary_given,
    owner=personal_adviser,
    owed_by=health_services,
    law=health_guidance.about("care leavers"),
    since=_SINCE_2009,
    climbs=partner_agency,
    note="Their health history, in their own hands, when they leave care.",
    asks="Give the health summary",
)

RULES = (
    first_health_assessment,
    first_health_plan,
    ask_for_health_assessment,
    health_reviews,
    health_reviews_2002,
    health_reviews_1991,
    dental_checks,
    _STRENGTHS,
    first_strengths,
    immunisations,
    health_summary,
)
