"""Adopters: asking, the two stages, the report, a determination, and the approval."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, working_days
from goldthread.duties.ladders import approval_lapsing, corporate, ordinary
from goldthread.duties.roles import adoption_manager, applicant
from goldthread.duties.shape import Duty
from goldthread.duties.words import adopting as a
from goldthread.law.sources import adoption_agencies_2005, adoption_guidance, independent_review_2009

_SINCE_2005 = date(2005, 12, 30)
_SINCE_2013 = date(2013, 7, 1)

registration = Duty(
    "Accept or refuse the registration of interest",
    code="AD03",
    when=a.registered,
    within=working_days(5),
    until=a.registration_answered,
    unless=(a.left,),
    paired=True,
    ends_at=None,
    owner=adoption_manager,
    law=adoption_guidance.about("registration of interest"),
    since=_SINCE_2013,
    climbs=corporate,
    last_said="The registration was received on {day}.",
    asks="Accept or refuse it, and say so",
)

stage_1 = replace(
    registration,
    says="Finish stage 1 and decide whether the applicants may go on",
    code="AD04",
    when=a.stage_1_begun,
    within=months(2),
    until=a.stage_1_decided,
    law=adoption_agencies_2005.regulation(27),
    climbs=ordinary,
    note="Counted from the day the agency accepted the registration.",
    last_said="Stage 1 began on {day}.",
    asks="Decide on stage 1",
)

between_stages = replace(
    registration,
    says="Say whether they wish to go on to stage 2",
    code="AD05",
    when=a.stage_1_passed,
    within=months(6),
    until=a.went_on,
    owed_by=applicant,
    law=adoption_agencies_2005.whole().to_check("the regulation as amended in 2013"),
    also=(adoption_guidance.whole(),),
    note="The longest gap there may be; afterwards they would register anew.",
    last_said="Stage 1 was passed on {day}.",
    asks="Ask the applicants whether they wish to go on",
)

stage_2 = replace(
    registration,
    says="Assess the adopters and decide on their approval",
    code="AD06",
    when=a.went_on,
    within=months(4),
    until=(a.adopters_decided, a.approved.begins),
    paired=False,
    law=adoption_agencies_2005.regulation("30B"),
    climbs=ordinary,
    note="Four months on the fast track too, from the day the agency accepted them for it.",
    last_said="The applicants went on to stage 2 on {day}.",
    asks="Bring the assessment to panel and decide",
)

comments = replace(
    registration,
    says="Send comments on the report",
    code="AD07",
    when=a.report_sent,
    within=working_days(5),
    until=a.report_answered,
    unless=(a.left, a.minutes_received),
    owed_by=applicant,
    law=adoption_agencies_2005.regulation(30),
    note="The applicants' right: without comments the report goes to panel as it is.",
    last_said="The report was sent on {day}.",
    asks="Wait for the comments, then send the report to panel",
)

comments_2005 = replace(
    comments,
    within=working_days(10),
    law=adoption_agencies_2005.whole().to_check("the regulation as it stood before 1 July 2013"),
    since=_SINCE_2005,
    up_to=date(2013, 6, 30),
)

answer = replace(
    registration,
    says="Make representations, or ask for an independent review, if they do not accept the determination",
    code="AD08",
    when=a.determined,
    within=working_days(40).counting_first_day(),
    until=(a.represented, a.review_asked),
    unless=(a.determination_final, a.left),
    owed_by=applicant,
    law=adoption_agencies_2005.regulation("30B"),
    also=(independent_review_2009.whole(),),
    since=_SINCE_2005,
    note="Working days that begin with the date of the notice. The applicants' right, and nobody's failing if it is not "
    "used: after that day the agency makes its decision final.",
    last_said="Notice was given on {day}.",
    asks="Wait for the answer; then make the decision final",
)

approval_reviews = Duty(
    "Review the approval of adopters with whom no child is placed",
    code="AD09",
    during=a.approved,
    outside=(a.with_child,),
    every=months(12),
    until=a.reviewed,
    ends_at=None,
    owner=adoption_manager,
    law=adoption_agencies_2005.regulation("30D"),
    since=_SINCE_2005,
    climbs=approval_lapsing,
    note="Before July 2013 this was regulation 29.",
    last_said="The approval was last reviewed on {day}.",
    asks="Review the approval",
)

RULES: tuple[Duty, ...] = (
    registration,
    stage_1,
    between_stages,
    stage_2,
    comments,
    comments_2005,
    answer,
    approval_reviews,
)
