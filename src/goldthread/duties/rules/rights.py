"""Complaints by or about children in stages, and what people may ask to know."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import Roll, days, hours, months, uk_working_days, working_days
from goldthread.duties.ladders import corporate
from goldthread.duties.roles import (
    complainant,
    complaints_manager,
    data_protection_officer,
    director,
    team_manager,
)
from goldthread.duties.shape import Duty
from goldthread.duties.words import rights as r
from goldthread.law.instruments import Citation
from goldthread.law.sources import (
    complaints_guidance_2006,
    data_protection_1998,
    data_use_and_access_2025,
    freedom_of_information_2000,
    representations_2006,
    uk_gdpr,
)

_SINCE_2006, _SINCE_2018 = date(2006, 9, 1), date(2018, 5, 25)
_ANSWERED = "The answer at stage 1 was sent on {day}."

stage_1 = Duty(
    "Answer the complaint, or extend the time and say so",
    code="IN01",
    during=r.complaint,
    within=working_days(10),
    until=(r.answered, r.extended),
    paired=True,
    after_death=True,
    owner=team_manager,
    law=representations_2006.regulation(14),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    note="Counted from the day the complaint came, or the later day on which it was agreed to begin.",
    last_said="The complaint came on {day}.",
    asks="Answer the complaint",
)

stage_1_extended = replace(
    stage_1,
    says="Answer the complaint whose time was extended",
    code="IN01B",
    when=r.extended,
    from_start=True,
    one_at_a_time=True,
    within=working_days(20),
    until=(r.answered,),
    note="Extended where it is complex or an advocate is waited for.",
    last_said="The time was extended on {day}.",
)

ask_for_stage_2 = Duty(
    "Ask for stage 2, or let the complaint be closed",
    code="IN02",
    during=r.complaint,
    when=r.answered,
    within=working_days(20),
    until=(r.stage_2.begins, r.complaint.ends),
    paired=True,
    after_death=True,
    owner=complaints_manager,
    owed_by=complainant,
    law=complaints_guidance_2006.about("stage 2"),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    note="Nothing is late for whoever complains: after this day the authority may close the complaint. They may also ask "
    "when the answer at stage 1 is overdue.",
    last_said=_ANSWERED,
    asks="Close the complaint, unless stage 2 was asked for",
)

stage_2 = Duty(
    "Investigate the complaint and send the answer with the report, or extend the time and say so",
    code="IN03",
    during=r.stage_2,
    inside=(r.complaint,),
    within=working_days(25),
    until=(r.stage_2.ends, r.stage_2_extended),
    paired=True,
    after_death=True,
    owner=complaints_manager,
    law=representations_2006.regulation(17),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    last_said="Stage 2 was asked for on {day}.",
    asks="Send the answer with the report",
)

stage_2_extended = replace(
    stage_2,
    says="Send the answer and the report of the investigation whose time was extended",
    code="IN03B",
    when=r.stage_2_extended,
    from_start=True,
    one_at_a_time=True,
    within=working_days(65),
    until=(r.stage_2.ends,),
    last_said="The time was extended on {day}.",
)

ask_for_panel = replace(
    ask_for_stage_2,
    says="Ask for a review panel, or let the complaint be closed",
    code="IN04",
    when=r.stage_2.ends,
    until=(r.panel_asked, r.complaint.ends),
    law=representations_2006.regulation(18),
    note="Nothing is late for whoever complains: after this day the authority may close the complaint.",
    last_said="The answer at stage 2 was sent on {day}.",
    asks="Close the complaint, unless a panel was asked for",
)

panel = Duty(
    "Hold the review panel",
    code="IN05",
    during=r.complaint,
    when=r.panel_asked,
    within=working_days(30),
    until=(r.panel_held,),
    paired=True,
    after_death=True,
    owner=complaints_manager,
    law=representations_2006.regulation(19, 4),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    last_said="A panel was asked for on {day}.",
    asks="Hold the panel",
)

panel_report = replace(
    panel,
    says="Send the report of the review panel",
    code="IN06A",
    when=r.panel_held,
    within=working_days(5),
    until=(r.panel_reported,),
    law=representations_2006.regulation(20),
    last_said="The panel met on {day}.",
    asks="Ask the panel for its report",
)

panel_answer = replace(
    panel,
    says="Answer the report of the review panel",
    code="IN06B",
    when=r.panel_reported,
    within=working_days(15),
    until=(r.panel_answered,),
    owner=director,
    law=representations_2006.regulation(20),
    last_said="The panel's report came on {day}.",
    asks="Answer the report",
)

in_time = Duty(
    "Complain within a year of what it is about",
    code="IN07",
    when=r.happened,
    within=months(12),
    until=(r.complaint.begins,),
    paired=True,
    after_death=True,
    owner=complaints_manager,
    owed_by=complainant,
    law=representations_2006.regulation(9),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    note="A complaint that comes later may still be taken up.",
    last_said="It happened on {day}.",
    asks="Decide whether to take it up all the same",
)

own_information = Duty(
    "Give somebody the information about them, or extend the time and say so",
    code="IN08",
    during=r.access_request,
    within=months(1).rolled(Roll.FORWARD),
    dated=r.access_due,
    until=(r.access_request.ends, r.access_extended),
    paired=True,
    owner=complaints_manager,
    law=Citation(uk_gdpr, "article 12(3)"),
    also=(data_use_and_access_2025.whole(),),
    since=_SINCE_2018,
    ends_at=None,
    climbs=corporate,
    note="Where the clock stood still for clarification, the day that was worked out then holds.",
    last_said="The request was complete on {day}.",
    asks="Give the information",
)
own_information_1998 = replace(
    own_information,
    says="Give somebody the information about them",
    within=days(40),
    dated=None,
    until=(r.access_request.ends,),
    law=data_protection_1998.section(7),
    also=(),
    since=date(2000, 3, 1),
    up_to=date(2018, 5, 24),
    note="",
)

own_information_extended = replace(
    own_information,
    says="Give somebody the information about them for which the time was extended",
    code="IN08B",
    when=r.access_extended,
    from_start=True,
    one_at_a_time=True,
    dated=None,
    within=months(3).rolled(Roll.FORWARD),
    until=(r.access_request.ends,),
    note="One month and two more, where the request is complex.",
    last_said="The time was extended on {day}.",
)

freedom_of_information = Duty(
    "Answer the freedom of information request",
    code="IN09",
    when=r.freedom_requested,
    within=uk_working_days(20),
    until=(r.freedom_answered,),
    paired=True,
    owner=complaints_manager,
    law=freedom_of_information_2000.section(10, 1),
    also=(freedom_of_information_2000.section(10, 6),),
    since=date(2005, 1, 1),
    ends_at=None,
    climbs=corporate,
    note="A bank holiday in any nation of the United Kingdom is no working day here.",
    last_said="The request came on {day}.",
    asks="Answer the request",
)

breach = Duty(
    "Tell the Information Commissioner of the breach of personal data",
    code="IN10",
    when=r.breach_known,
    within=hours(72),
    until=(r.breach_reported, r.breach_harmless),
    paired=True,
    owner=data_protection_officer,
    law=Citation(uk_gdpr, "article 33"),
    since=_SINCE_2018,
    ends_at=None,
    climbs=corporate,
    note="Real hours, weekends included. A breach that is unlikely to be a risk to anybody need not be told; the reason is "
    "written down.",
    last_said="The breach became known on {day}.",
    asks="Tell the Information Commissioner, or write down why it is no risk",
)

RULES = (
    in_time,
    stage_1,
    stage_1_extended,
    ask_for_stage_2,
    stage_2,
    stage_2_extended,
    ask_for_panel,
    panel,
    panel_report,
    panel_answer,
    own_information_1998,
    own_information,
    own_information_extended,
    freedom_of_information,
    breach,
)
