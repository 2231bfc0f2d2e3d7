"""Children's homes that the authority runs: what the provider owes."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, months
from goldthread.duties.ladders import regulator
from goldthread.duties.roles import independent_person, registered_manager, registered_provider
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import homes as h
from goldthread.law.sources import childrens_homes_2015

_SINCE = date(2015, 4, 1)

visit = Duty(
    "Visit the home as the independent person, and report",
    code="CH01",
    during=h.running,
    every=months(1),
    until=(h.visited,),
    owner=independent_person,
    owed_by=registered_provider,
    law=childrens_homes_2015.regulation(44),
    since=_SINCE,
    ends_at=None,
    climbs=regulator,
    last_said="Last visited on {day}.",
    asks="Visit the home",
)

quality = Duty(
    "Complete the review of the quality of care",
    code="CH02A",
    during=h.running,
    every=months(6),
    until=(h.quality_reviewed,),
    owner=registered_manager,
    owed_by=registered_provider,
    law=childrens_homes_2015.regulation(45),
    since=_SINCE,
    ends_at=None,
    climbs=regulator,
    last_said="Last completed on {day}.",
    asks="Complete the review",
)

quality_report = Duty(
    "Send the report of the quality of care to the inspectorate",
    code="CH02B",
    when=h.quality_reviewed,
    within=days(28),
    until=(h.review_sent,),
    paired=True,
    owner=registered_manager,
    owed_by=registered_provider,
    law=childrens_homes_2015.regulation(45).to_check("that it is 28 days from the completion"),
    since=_SINCE,
    ends_at=None,
    climbs=regulator,
    last_said="The review was completed on {day}.",
    asks="Send the report",
)

tell_inspectorate = Duty(
    "Tell the inspectorate of the serious event in the home",
    code="CH03A",
    when=h.event,
    within=local("serious event in a home", hours(24)),
    until=(h.inspectorate_told,),
    paired=True,
    owner=registered_manager,
    owed_by=registered_provider,
    law=childrens_homes_2015.regulation(40).to_check("'without delay': the regulation gives no number"),
    since=_SINCE,
    ends_at=None,
    climbs=regulator,
    last_said="It happened on {day}.",
    asks="Tell the inspectorate now",
)

tell_placing_authority = replace(
    tell_inspectorate,
    says="Tell the authority that placed the child of the serious event in the home",
    code="CH03B",
    until=(h.placing_authority_told,),
    asks="Tell the placing authority now",
)

record_restraint = Duty(
    "Write down the restraint",
    code="CH04A",
    when=h.restrained,
    within=hours(24),
    until=(h.restraint_recorded,),
    paired=True,
    owner=registered_manager,
    owed_by=registered_provider,
    law=childrens_homes_2015.regulation(35, 3),
    since=_SINCE,
    ends_at=None,
    climbs=regulator,
    last_said="The restraint was used on {day}.",
    asks="Write it down",
)

talk_restraint_over = replace(
    record_restraint,
    says="Speak with those who were involved in the restraint, and sign the record",
    code="CH04B",
    within=hours(48),
    until=(h.restraint_talked_over,),
    asks="Speak with those who were involved",
)

hear_child = replace(
    record_restraint,
    says="Add to the record what the child said of the restraint",
    code="CH04C",
    within=days(5),
    until=(h.restraint_child_heard,),
    asks="Ask the child, and add what they say",
)

RULES = (
    visit,
    quality,
    quality_report,
    tell_inspectorate,
    tell_placing_authority,
    record_restraint,
    talk_restraint_over,
    hear_child,
)
