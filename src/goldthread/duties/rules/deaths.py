"""What is owed when a child or a care leaver has died."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, months, weeks, working_days
from goldthread.duties.ladders import immediate_safety, partner_agency, regulator
from goldthread.duties.roles import director, health_lead, health_services, police, safeguarding_partners, team_manager
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import incidents as i
from goldthread.law.sources import (
    child_death_guidance_2018,
    sudden_death_guidelines,
    working_together_2018,
    working_together_2023,
)

_SINCE_2018 = date(2018, 10, 1)
_KNOWN = "It became known on {day} that the child had died."

notify = Duty(
    "Tell the Secretary of State and the inspectorate of the death in care, or of a care leaver under 25",
    code="SI04",
    when=(i.death_in_care, i.death_after_care),
    within=working_days(5),
    until=(i.death_notified,),
    paired=True,
    after_death=True,
    owner=director,
    law=working_together_2023.chapter(5).to_check("the number, and up to what age care leavers are meant"),
    since=date(2023, 12, 15),
    ends_at=None,
    climbs=regulator,
    note="Whatever the cause of the death.",
    last_said="The death became known on {day}.",
    asks="Tell the Secretary of State and the inspectorate",
)
notify_2018 = replace(
    notify,
    says="Tell the Secretary of State and the inspectorate of the death in care",
    when=i.death_in_care,
    law=working_together_2018.chapter(4).to_check("the number"),
    since=date(2018, 6, 29),
    up_to=date(2023, 12, 14),
)

tell_partners = Duty(
    "Tell the child death review partners of the death",
    code="SI05",
    when=i.death_known,
    within=hours(48),
    until=(i.death_partners_told,),
    paired=True,
    after_death=True,
    owner=health_lead,
    owed_by=health_services,
    law=child_death_guidance_2018.about("notification").to_check("whether it is 24 or 48 hours"),
    since=_SINCE_2018,
    ends_at=None,
    climbs=partner_agency,
    last_said=_KNOWN,
    asks="Ask whether the form was sent",
)

speak_together = Duty(
    "Speak with police and health about the sudden death",
    code="SI06A",
    when=i.sudden_death,
    within=days(0),
    until=(i.response_begun,),
    paired=True,
    after_death=True,
    owner=team_manager,
    law=child_death_guidance_2018.about("the joint agency response").to_check("that it is the same day"),
    since=_SINCE_2018,
    ends_at=None,
    climbs=immediate_safety,
    last_said=_KNOWN,
    asks="Speak with police and health now",
)

visit_family = replace(
    speak_together,
    says="Visit the family at home after the sudden death",
    code="SI06B",
    within=hours(48),
    until=(i.home_visited,),
    owed_by=police,
    law=child_death_guidance_2018.about("the joint agency response").to_check("whether it is 24 or 48 hours"),
    note="By police and health together.",
    asks="Ask whether the family was visited",
)

meet = replace(
    speak_together,
    says="Meet with police and health about the sudden death",
    code="SI06C",
    within=local("meeting on a sudden death", working_days(3)),
    until=(i.response_met,),
    law=child_death_guidance_2018.about("the joint agency response").to_check("two or three working days"),
    asks="Hold the meeting",
)


def _before_2018(now: Duty) -> Duty:
    """The same under the guidelines of 2004 and 2016, which were no statutory guidance."""
    law = sudden_death_guidelines.whole()
    return replace(now, law=law, since=date(2004, 9, 1), up_to=date(2018, 9, 30))


review = Duty(
    "Hold the child death review meeting",
    code="SI07A",
    when=i.death_known,
    within=months(3),
    until=(i.death_reviewed,),
    paired=True,
    after_death=True,
    owner=health_lead,
    owed_by=health_services,
    law=child_death_guidance_2018.about("the child death review meeting").to_check("that it is 3 months"),
    since=_SINCE_2018,
    ends_at=None,
    climbs=partner_agency,
    last_said=_KNOWN,
    asks="Ask whether the meeting was held",
)

panel = replace(
    review,
    says="Review the death in the overview panel once the report is complete",
    code="SI07B",
    when=i.death_report_ready,
    within=weeks(6),
    until=(i.death_panel_held,),
    owed_by=safeguarding_partners,
    law=child_death_guidance_2018.about("the overview panel").to_check("that it is 6 weeks from a complete report"),
    last_said="The report was complete on {day}.",
    asks="Ask whether the panel has met",
)

panel_in_a_year = replace(
    panel,
    says="Review the death in the overview panel within the year",
    code="SI07C",
    when=i.death_known,
    within=months(12),
    law=child_death_guidance_2018.about("the overview panel").to_check("that the aim is 12 months"),
    note="An aim, where other proceedings do not hold the panel up.",
    last_said=_KNOWN,
)

DEATHS = (
    notify_2018,
    notify,
    tell_partners,
    _before_2018(speak_together),
    speak_together,
    _before_2018(visit_family),
    visit_family,
    _before_2018(meet),
    meet,
    review,
    panel,
    panel_in_a_year,
)
