"""Babies who are not born yet: a working-day clock and the weeks of pregnancy, whichever comes first."""

from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import court, immediate_safety, ordinary, partner_agency, plan_and_review
from goldthread.duties.roles import allocated_social_worker, conference_chair, front_door_manager
from goldthread.duties.shape import Duty, Pregnancy, Trigger, local
from goldthread.duties.words import before_birth
from goldthread.duties.words import court as court_words
from goldthread.law.sources import local_practice, working_together_2023

take_early_referral = Duty(
    "Take the referral of an unborn child once the pregnancy is far enough",
    code="PB01",
    when=before_birth.pregnancy_told_early,
    within=weeks(12),
    no_later=Pregnancy(local("referral of an unborn child taken", weeks(12))),
    until=(w.referral_received, before_birth.pregnancy_settled),
    unless=(w.born,),
    one_at_a_time=True,
    owner=front_door_manager,
    law=local_practice.about("babies not yet born"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="Where we are told of a pregnancy, as by a midwife at booking, before the week from which referrals are taken. A "
    "referral itself is decided on as any other, within a working day.",
    last_said="We were told on {day}.",
    asks="Take the referral",
)

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

plan_with_lawyer = Duty(
    "Hold the legal planning meeting for the unborn child",
    code="PB05A",
    when=before_birth.birth_threshold,
    within=local("legal planning for an unborn child", working_days(10)),
    no_later=Pregnancy(local("legal planning before birth", weeks(28))),
    until=(before_birth.legal_planned,),
    unless=(before_birth.no_proceedings, w.born),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("legal planning before a birth").to_check("the week of pregnancy by which it is held"),
    since=date(2013, 4, 15),
    climbs=court,
    last_said="It was decided on {day} that a court may be needed.",
    asks="Hold the legal planning meeting",
)

letter_before_birth = Duty(
    "Send the letter before proceedings for the unborn child",
    code="PB05B",
    when=before_birth.legal_planned,
    within=local("letter before proceedings for an unborn child", working_days(5)),
    until=(before_birth.letter_before_birth, court_words.pre_proceedings.begins),
    unless=(before_birth.no_proceedings, w.born),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("legal planning before a birth").to_check("the days by which the letter goes out"),
    since=date(2013, 4, 15),
    climbs=court,
    last_said="The legal planning meeting was held on {day}.",
    asks="Send the letter",
)

share_birth_plan = Duty(
    "Share the plan for the birth and for going home with maternity services",
    code="PB06",
    when=w.need.begins,
    within=weeks(22),
    no_later=Pregnancy(local("birth plan shared", weeks(34))),
    until=(before_birth.birth_plan_shared,),
    unless=(w.born, w.need.ends),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=local_practice.about("babies not yet born").to_check("the week of pregnancy agreed with maternity services"),
    since=date(2013, 4, 15),
    climbs=partner_agency,
    note="By the week of pregnancy; a referral taken after that week leaves it owed until the birth.",
    last_said="The referral was accepted on {day}.",
    asks="Share the plan with the midwife",
)

plan_going_home = Duty(
    "Hold the discharge planning meeting before the baby leaves hospital",
    code="PB07",
    during=w.need,
    when=w.born,
    within=local("discharge planning meeting", days(2)),
    before=before_birth.hospital_left,
    until=(before_birth.discharge_met,),
    already=weeks(4),
    owner=allocated_social_worker,
    law=local_practice.about("babies not yet born").to_check("the days agreed with maternity services"),
    since=date(2013, 4, 15),
    climbs=immediate_safety,
    note="Only for a baby who was open to us before the birth. A meeting in the four weeks before the birth counts.",
    last_said="The child was born on {day}.",
    asks="Hold the meeting before the baby goes home",
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

RULES = (
    take_early_referral,
    start_before_birth,
    finish_before_birth,
    conference_before_birth,
    plan_with_lawyer,
    letter_before_birth,
    share_birth_plan,
    plan_going_home,
    review_after_birth,
)
