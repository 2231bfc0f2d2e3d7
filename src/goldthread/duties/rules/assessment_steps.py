"""What an assessment asks for besides being finished, and the assessments of special kinds."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import court, immediate_safety, ordinary, partner_agency
from goldthread.duties.roles import allocated_social_worker, service_manager, team_manager
from goldthread.duties.shape import Carry, Duty, Trigger, local
from goldthread.duties.words import assessing, protecting
from goldthread.law.sources import (
    age_assessment_guidance,
    children_act_1989,
    homeless_guidance_2010,
    homeless_guidance_2018,
    local_practice,
    since_2013,
    southwark,
    special_needs_2014,
    working_together_2023,
    young_carers_2015,
)

_SINCE_2013 = date(2013, 4, 15)
_OLD_LAW = date(1991, 10, 14)

explain_lateness = Duty(
    "Write down why the assessment will run late, agree it with a manager and tell the family",
    code="AS06",
    when=(Trigger(w.referral_received, unless=w.need), Trigger(w.assessment.begins)),
    within=working_days(45),
    until=(assessing.late_explained,),
    unless=(w.assessment.ends, w.referral_unassessed, w.need.ends),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=working_together_2023.chapter(3),
    also=since_2013,
    since=_SINCE_2013,
    climbs=ordinary,
    note="Only where the assessment is still open after 45 working days: once it is authorised, no reason is owed. The "
    "reason comes before the day, not after it.",
    asks="Finish the assessment, or write down why it runs late",
)

first_checkpoint = Duty(
    "Look at whether the assessment is on course and can end sooner",
    code="AS08A",
    during=w.assessment,
    within=local("first check of an assessment", working_days(10)),
    until=(assessing.checked, w.manager_looked),
    owner=team_manager,
    law=local_practice.about("assessments on course"),
    since=_SINCE_2013,
    climbs=ordinary,
    asks="Look at whether the assessment is on course",
)

second_checkpoint = replace(
    first_checkpoint,
    says="Look a second time at whether the assessment is on course",
    code="AS08B",
    when=assessing.checked,
    within=local("second check of an assessment", working_days(10)),
    first_only=True,
    last_said="A manager looked on {day}.",
)

share_assessment = Duty(
    "Give the family a copy of the assessment",
    code="AS09A",
    when=w.assessment.ends,
    within=local("assessment shared with the family", working_days(10)),
    until=(assessing.shared,),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("sharing assessments"),
    since=_SINCE_2013,
    climbs=ordinary,
    last_said="The assessment was authorised on {day}.",
    asks="Give the family a copy",
)

tell_referrer = replace(
    share_assessment,
    says="Tell the referrer how the assessment ended",
    code="AS09B",
    within=local("referrer told of the assessment", working_days(10)),
    until=(assessing.referrer_told,),
    asks="Tell the referrer how it ended",
)

renew_assessment = Duty(
    "Bring the assessment of a child with a plan up to date",
    code="AS10A",
    during=(w.need_plan, w.protection_plan),
    inside=(w.need,),
    every=local("assessment brought up to date", months(12)),
    until=(w.assessment.ends,),
    carry=Carry(w.assessment.ends, within=months(12)),
    owner=allocated_social_worker,
    law=local_practice.about("assessments of children with a plan"),
    since=_SINCE_2013,
    climbs=ordinary,
    note="Counted from the last assessment that was authorised.",
    last_said="The last assessment was authorised on {day}.",
    asks="Assess the child again",
)

assess_change = Duty(
    "Assess again after a significant change for a child with a plan",
    code="AS10B",
    during=(w.need_plan, w.protection_plan),
    inside=(w.need,),
    when=protecting.change_learned,
    within=local("assessment after a significant change", working_days(45)),
    until=(w.assessment.ends,),
    unless=(protecting.change_settled,),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=local_practice.about("assessments of children with a plan"),
    since=_SINCE_2013,
    climbs=ordinary,
    last_said="The change was learned of on {day}.",
    asks="Assess the child again",
)

house_tonight = Duty(
    "Find somewhere suitable for the homeless young person to stay, the same day",
    code="AS11A",
    when=assessing.homeless_came,
    within=days(0),
    until=(assessing.homeless_housed, w.looked_after.begins),
    unless=(assessing.homeless_off,),
    owner=allocated_social_worker,
    law=children_act_1989.section(20),
    also=(southwark.whole(), homeless_guidance_2018.whole(), homeless_guidance_2010.whole()),
    since=date(2009, 5, 20),
    climbs=immediate_safety,
    last_said="The young person came on {day}.",
    asks="Find somewhere to stay tonight",
)

decide_on_section_20 = replace(
    house_tonight,
    says="Assess the homeless young person and decide with them whether section 20 applies",
    code="AS11B",
    within=local("homeless young person assessed", working_days(10)),
    until=(assessing.homeless_decided,),
    law=children_act_1989.section(20).to_check("the number of days in the local protocol with housing"),
    note="Without delay, and never later than the 45 working days of any assessment. The young person's own informed "
    "wishes are part of the decision.",
    asks="Decide with the young person whether section 20 applies",
)

send_advice = Duty(
    "Send social care's advice on education, health and care needs",
    code="AS12A",
    when=assessing.advice_asked,
    within=weeks(6),
    until=(assessing.advice_sent,),
    unless=(assessing.needs_assessment_ended,),
    paired=True,
    ends_at=25,
    owner=allocated_social_worker,
    law=special_needs_2014.regulation(8).to_check("whether the reforms of 2026 change it"),
    since=date(2014, 9, 1),
    climbs=partner_agency,
    last_said="The advice was asked for on {day}.",
    asks="Send the advice",
)

finish_needs_assessment = replace(
    send_advice,
    says="Finish the education, health and care needs assessment, with a final plan or a decision that none is needed",
    code="AS12B",
    when=assessing.needs_assessment_asked,
    within=weeks(20),
    until=(assessing.needs_assessment_ended,),
    unless=(),
    owner=service_manager,
    law=special_needs_2014.regulation(13).to_check("whether the reforms of 2026 change it"),
    note="The whole way from the request to the final plan; the authority's special needs team leads it.",
    last_said="The assessment was asked for on {day}.",
    asks="Ask the special needs team how far it is",
)

assess_age = Duty(
    "Decide the age of the young person, with reasons",
    code="AS13",
    when=assessing.age_doubted,
    within=local("age assessment", days(28)),
    until=(assessing.age_decided,),
    unless=(assessing.age_settled,),
    paired=True,
    ends_at=None,
    owner=allocated_social_worker,
    law=age_assessment_guidance.whole().to_check("the number of days, which the law does not give"),
    since=date(2003, 7, 14),
    climbs=ordinary,
    note="By two trained social workers. It does not end with a birthday that is itself in doubt.",
    last_said="It was decided on {day} that the age is to be assessed.",
    asks="Decide the age of the young person, with reasons",
)

assess_young_carer = Duty(
    "Assess the needs of the young carer",
    code="AS14A",
    when=assessing.young_carer_noticed,
    within=local("young carer's needs assessment", working_days(45)),
    until=(assessing.young_carer_assessed,),
    unless=(assessing.carer_declined,),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=children_act_1989.section("17ZA"),
    also=(young_carers_2015.whole(),),
    since=date(2015, 4, 1),
    climbs=ordinary,
    note="The law gives no number; the 45 working days of any assessment are the usual measure.",
    last_said="It was noticed on {day}.",
    asks="Assess the child's needs as a young carer",
)

assess_parent_carer = replace(
    assess_young_carer,
    says="Assess the needs of the parent who cares for the disabled child",
    code="AS14B",
    when=assessing.parent_carer_noticed,
    within=local("parent carer's needs assessment", working_days(45)),
    until=(assessing.parent_carer_assessed,),
    law=children_act_1989.section("17ZD"),
    also=(),
    asks="Assess the needs of the parent who cares",
)

report_to_court = Duty(
    "File the report under section 37",
    code="AS15",
    when=assessing.report_directed,
    within=weeks(8),
    dated=assessing.report_due,
    until=(assessing.report_filed,),
    unless=(assessing.report_off,),
    paired=True,
    owner=allocated_social_worker,
    law=children_act_1989.section(37, 4).to_check("whether the day of the direction counts as the first"),
    since=_OLD_LAW,
    climbs=court,
    last_said="The court directed it on {day}.",
    asks="File the report",
)

welfare_report = replace(
    report_to_court,
    says="File the welfare report under section 7",
    code="AS16",
    when=assessing.welfare_directed,
    within=local("welfare report without a day", weeks(8)),
    dated=assessing.welfare_due,
    until=(assessing.welfare_filed,),
    law=children_act_1989.section(7),
    note="The court sets the day, often 8 to 12 weeks ahead; the local number holds only until that day is written down.",
)

RULES = (
    explain_lateness,
    first_checkpoint,
    second_checkpoint,
    share_assessment,
    tell_referrer,
    renew_assessment,
    assess_change,
    house_tonight,
    decide_on_section_20,
    send_advice,
    finish_needs_assessment,
    assess_age,
    assess_young_carer,
    assess_parent_carer,
    report_to_court,
    welfare_report,
)
