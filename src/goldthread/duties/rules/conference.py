"""What surrounds a child protection conference: reports before it, decisions and minutes after it, moves between authorities."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import ordinary, plan_and_review
from goldthread.duties.roles import allocated_social_worker, conference_administrator, conference_chair, team_manager
from goldthread.duties.shape import Carry, Duty, Trigger, local
from goldthread.duties.words import enquiring, protecting
from goldthread.law.sources import local_practice, working_together_2006, working_together_2010

_SINCE_2013 = date(2013, 4, 15)

report_before_initial = Duty(
    "Share the report for the initial conference with the parents and the child",
    code="S406A",
    when=Trigger(w.enquiry_agreed, unless=w.protection_plan),
    within=working_days(15),
    before=enquiring.initial_conference_booked,
    ahead=local("report before an initial conference", working_days(2)),
    until=(w.conference_report_shared,),
    unless=(w.initial_conference_held, w.conference_unneeded, w.need.ends),
    restarts=True,
    owner=allocated_social_worker,
    law=local_practice.about("reports for conferences"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="Counted back from the day for which the conference is booked; until it is, from the day by which it must be "
    "held.",
    asks="Share the report with the family",
)

report_before_first_review = Duty(
    "Share the report for the first review conference with the parents and the child",
    code="S406B",
    during=w.protection_plan,
    inside=(w.need,),
    within=months(3),
    before=w.review_conference_booked,
    ahead=local("report before a review conference", working_days(5)),
    until=(w.conference_report_shared,),
    unless=(w.review_conference_held,),
    carry=Carry(w.initial_conference_held, within=days(31)),
    owner=allocated_social_worker,
    law=local_practice.about("reports for conferences"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="Counted back from the day for which the review is booked; until it is, from the day by which it must be held.",
    asks="Share the report with the family",
)

report_before_review = replace(
    report_before_first_review,
    says="Share the report for each later review conference with the parents and the child",
    code="S406C",
    when=w.review_conference_held,
    within=months(6),
    unless=(),
    restarts=True,
    carry=None,
    last_said="The last conference was held on {day}.",
)

send_decisions = Duty(
    "Send the conference's decisions and the outline plan",
    code="S407A",
    when=(w.initial_conference_held, w.review_conference_held),
    within=local("conference decisions sent", working_days(1)),
    until=(enquiring.decisions_sent,),
    paired=True,
    owner=conference_chair,
    law=local_practice.about("what follows a conference").to_check("the days agreed here"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    last_said="The conference was held on {day}.",
    asks="Send the decisions",
)

send_minutes = replace(
    send_decisions,
    says="Send the full minutes of the conference",
    code="S407B",
    within=local("conference minutes sent", working_days(20)),
    until=(enquiring.minutes_sent,),
    owner=conference_administrator,
    asks="Send the minutes",
)

transfer_conference_2006 = Duty(
    "Hold the conference for a child who moved here on a plan",
    code="S408",
    when=w.transfer_notified,
    within=working_days(15),
    until=(w.initial_conference_held,),
    unless=(w.need.ends,),
    owner=team_manager,
    law=working_together_2006.chapter(5),
    since=date(2006, 4, 1),
    up_to=date(2010, 3, 16),
    climbs=ordinary,
    note="Until it is held, the authority that told us keeps the plan.",
    last_said="The other authority told us on {day}.",
    asks="Hold the conference",
)

transfer_conference_2010 = replace(
    transfer_conference_2006,
    law=working_together_2010.chapter(5),
    since=date(2010, 3, 17),
    up_to=date(2013, 4, 14),
)

transfer_conference = replace(
    transfer_conference_2006,
    within=local("transfer conference", working_days(15)),
    law=local_practice.about("children who move here on a plan").to_check("where the present national text says it"),
    also=(working_together_2010.chapter(5),),
    since=_SINCE_2013,
    up_to=None,
)

finish_adjourned = Duty(
    "Hold again the conference that was broken off, or at which too few agencies were",
    code="CP13",
    when=protecting.conference_adjourned,
    within=local("adjourned conference held", working_days(15)),
    until=(w.initial_conference_held, w.review_conference_held),
    unless=(w.conference_unneeded, w.need.ends),
    restarts=True,
    owner=conference_chair,
    law=local_practice.about("conferences that were broken off").to_check("the days agreed here"),
    since=_SINCE_2013,
    climbs=plan_and_review,
    note="The day by which the conference was due in the first place still counts.",
    last_said="The conference was broken off on {day}.",
    asks="Hold the conference",
)

RULES = (
    report_before_initial,
    report_before_first_review,
    report_before_review,
    send_decisions,
    send_minutes,
    transfer_conference_2006,
    transfer_conference_2010,
    transfer_conference,
    finish_adjourned,
)
