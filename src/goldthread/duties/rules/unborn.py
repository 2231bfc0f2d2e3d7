"""Babies who are not born yet: a working-day clock and the weeks of pregnancy, whichever comes first."""

from datetime import date

from goldthread.clock.spans import months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import ordinary, plan_and_review
from goldthread.duties.roles import allocated_social_worker, conference_chair
from goldthread.duties.shape import Duty, Pregnancy, Trigger, local
from goldthread.law.sources import local_practice, working_together_2023

start_before_birth = Duty(
    "Start the assessment before the birth",
    code="PB02",
    when=Trigger(w.referral_received, unless=w.need),
    within=working_days(45),
    no_later=Pregnancy(local("assessment started before birth", weeks(20))),
    until=(w.assessment.begins,),
    unless=(w.born, w.referral_unassessed, w.need.ends),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=local_practice.about("babies not yet born").to_check("the week of pregnancy by which it starts"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="Once the week has gone by, only the working days are left, by which it is to be finished too.",
    asks="Start the assessment",
)

finish_before_birth = Duty(
    "Finish the assessment before the birth",
    code="PB03",
    when=Trigger(w.referral_received, unless=w.need),
    within=working_days(45),
    no_later=Pregnancy(local("assessment before birth", weeks(28))),
    until=(w.assessment.ends,),
    unless=(w.born, w.referral_unassessed, w.need.ends),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=local_practice.about("babies not yet born"),
    also=(working_together_2023.chapter(3),),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="The pregnancy date moves when the expected date is revised; the working-day date does not. A week that had "
    "gone by before the referral sets no date.",
    asks="Finish the assessment",
)

conference_before_birth = Duty(
    "Hold the conference before the birth",
    code="PB04",
    when=Trigger(w.enquiry_agreed, unless=w.protection_plan),
    within=working_days(15),
    no_later=Pregnancy(local("conference before birth", weeks(30))),
    until=(w.initial_conference_held,),
    unless=(w.born, w.conference_unneeded, w.need.ends),
    restarts=True,
    owner=conference_chair,
    law=local_practice.about("babies not yet born"),
    also=(working_together_2023.chapter(3),),
    since=date(2013, 4, 15),
    climbs=plan_and_review,
    asks="Hold the conference",
)

review_after_birth = Duty(
    "Hold a review conference after the birth",
    code="PB08",
    during=w.protection_plan,
    inside=(w.need,),
    when=w.born,
    within=local("review after birth", months(1)),
    until=(w.review_conference_held,),
    owner=conference_chair,
    law=local_practice.about("babies not yet born").to_check("the number of days from the birth"),
    since=date(2013, 4, 15),
    climbs=plan_and_review,
    note="Beside the review that is due three months after the conference before the birth.",
    last_said="The child was born on {day}.",
    asks="Hold the review conference",
)

RULES = (start_before_birth, finish_before_birth, conference_before_birth, review_after_birth)
