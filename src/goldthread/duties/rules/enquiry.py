"""Section 47 enquiries and the conferences that follow them."""

from datetime import date

from goldthread.clock.spans import working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import ordinary, plan_and_review
from goldthread.duties.roles import conference_chair, team_manager
from goldthread.duties.shape import Duty, Trigger
from goldthread.law.sources import working_together_2010, working_together_2023

initial_conference = Duty(
    "Hold the initial child protection conference",
    code="S405",
    when=Trigger(w.enquiry_agreed, unless=w.protection_plan),
    within=working_days(15),
    until=(w.initial_conference_held,),
    unless=(w.conference_unneeded, w.need.ends),
    restarts=True,
    owner=conference_chair,
    law=working_together_2023.chapter(3),
    since=date(1999, 12, 1),
    climbs=plan_and_review,
    note="Counted from the strategy discussion that agreed enquiries, the last of them if there were several. The "
    "national statistic counts from the start of the enquiry instead: it is another number.",
    last_said="The strategy discussion agreed enquiries on {day}.",
    asks="Hold the conference",
)

transfer_conference = Duty(
    "Hold the conference for a child who moved here on a plan",
    code="S408",
    when=w.transfer_notified,
    within=working_days(15),
    until=(w.initial_conference_held,),
    unless=(w.need.ends,),
    owner=team_manager,
    law=working_together_2010.chapter(5).to_check("where the present national text says it"),
    since=date(2006, 4, 1),
    climbs=ordinary,
    last_said="The other authority told us on {day}.",
    asks="Hold the conference",
)

RULES = (initial_conference, transfer_conference)
