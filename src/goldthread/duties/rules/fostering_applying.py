"""Applying to foster: the assessment, the decision, and answering a determination."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, working_days
from goldthread.duties.ladders import approval_lapsing, corporate, ordinary
from goldthread.duties.roles import applicant, fostering_decision_maker, fostering_manager
from goldthread.duties.shape import Duty
from goldthread.duties.words import fostering as f
from goldthread.law.sources import fostering_2011, fostering_guidance, fostering_standards, independent_review_2009

_SINCE_2011 = date(2011, 4, 1)

application = Duty(
    "Assess who applied to foster, and decide",
    code="FO06",
    when=f.application_received,
    within=months(8),
    until=(f.decided, f.stage_1_refused),
    unless=(f.withdrawn,),
    ends_at=None,
    owner=fostering_manager,
    law=fostering_standards.about("standard 14").to_check("whether the fostering reforms of 2026 change it"),
    also=(fostering_guidance.whole(),),
    since=_SINCE_2011,
    climbs=ordinary,
    note="Stage 1 and stage 2 may run together. No longer owed when the applicant withdraws.",
    last_said="The application was received on {day}.",
    asks="Bring the assessment to panel and decide",
)

stage_1 = Duty(
    "Tell the applicant, with reasons, where stage 1 shows that they are not suitable",
    code="FO07",
    when=f.stage_1_complete,
    within=working_days(10),
    until=f.stage_1_told,
    unless=(f.withdrawn,),
    paired=True,
    ends_at=None,
    owner=fostering_manager,
    law=fostering_2011.regulation(26),
    since=date(2013, 7, 1),
    climbs=corporate,
    note="That the assessment goes on is said within the same days.",
    last_said="All that stage 1 asks for was there on {day}.",
    asks="Tell the applicant whether the assessment goes on",
)

decision = Duty(
    "Decide on the panel's recommendation",
    code="FO08",
    when=f.minutes_received,
    within=working_days(7),
    until=f.decided,
    unless=(f.withdrawn,),
    paired=True,
    ends_at=None,
    owner=fostering_decision_maker,
    law=fostering_standards.about("standard 14"),
    also=(fostering_guidance.whole(),),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="Counted from the day the final minutes were there, not from the panel.",
    last_said="The recommendation and minutes were received on {day}.",
    asks="Decide",
)

decision_told = replace(
    decision,
    says="Tell the carer the decision by word of mouth",
    code="FO08B",
    when=f.decided,
    within=working_days(2),
    until=f.told_decision,
    owner=fostering_manager,
    law=fostering_standards.about("standard 14").to_check("the 2 working days"),
    note="",
    last_said="It was decided on {day}.",
    asks="Tell the carer",
)

decision_sent = replace(
    decision_told,
    says="Send the carer the decision in writing",
    code="FO08C",
    within=working_days(5),
    until=f.decision_sent,
    law=fostering_standards.about("standard 14").to_check("the 5 working days"),
    note="Told by word of mouth is not sent.",
    asks="Send the decision",
)

answer = Duty(
    "Make representations, or ask for an independent review, if they do not accept the determination",
    code="FO09",
    when=f.determined,
    within=days(28),
    until=(f.represented, f.review_asked),
    unless=(f.determination_final,),
    paired=True,
    ends_at=None,
    owner=fostering_manager,
    owed_by=applicant,
    law=fostering_2011.regulation(27),
    also=(independent_review_2009.whole(),),
    since=_SINCE_2011,
    climbs=corporate,
    note="The applicant's right, and nobody's failing if it is not used: after that day the service makes its decision final.",
    last_said="Notice was given on {day}.",
    asks="Wait for the answer; then make the decision final",
)

RULES: tuple[Duty, ...] = (application, stage_1, decision, decision_told, decision_sent, answer)
