"""Strategy discussions and section 47 enquiries, and the initial conference that follows them."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, immediate_safety, ordinary, partner_agency, plan_and_review
from goldthread.duties.roles import allocated_social_worker, conference_chair, performance_team, team_manager
from goldthread.duties.shape import Duty, Trigger, local
from goldthread.duties.words import enquiring
from goldthread.law.sources import (
    children_act_1989,
    data_returns,
    local_practice,
    since_2013,
    working_together_1999,
    working_together_2006,
    working_together_2010,
    working_together_2023,
)

_SINCE_1999 = date(1999, 12, 1)
_SINCE_1991 = date(1991, 10, 14)
_SINCE_2013 = date(2013, 4, 15)
_EDITIONS = (
    *since_2013,
    working_together_2010.chapter(5),
    working_together_2006.chapter(5),
    working_together_1999.whole(),
)

hold_strategy_discussion = Duty(
    "Hold a strategy discussion",
    code="S401A",
    when=enquiring.harm_suspected,
    within=local("strategy discussion", working_days(3)),
    until=(w.strategy_held,),
    unless=(enquiring.harm_unfounded,),
    one_at_a_time=True,
    owner=team_manager,
    law=working_together_2023.chapter(3),
    also=(children_act_1989.section(47), *_EDITIONS),
    since=_SINCE_1999,
    climbs=immediate_safety,
    note="As soon as possible, says the guidance, and gives no number. Counted from the information that gave reason to "
    "suspect harm, whether the child was known before or not.",
    last_said="The information came on {day}.",
    asks="Hold a strategy discussion",
)

hold_urgent_discussion = replace(
    hold_strategy_discussion,
    says="Hold a strategy discussion the same day",
    code="S401B",
    when=enquiring.harm_suspected_urgently,
    within=local("urgent strategy discussion", days(0)),
    note="For serious or urgent harm.",
)

start_enquiry = Duty(
    "Start section 47 enquiries the same day",
    code="S402",
    when=Trigger(w.enquiry_agreed, unless=w.enquiry),
    within=local("enquiries started", days(0)),
    until=(w.enquiry.begins,),
    unless=(w.need.ends,),
    one_at_a_time=True,
    owner=team_manager,
    law=children_act_1989.section(47, 1),
    since=_SINCE_1991,
    climbs=immediate_safety,
    note="The law gives no number. A discussion during enquiries that are already being made starts nothing anew.",
    last_said="The strategy discussion agreed enquiries on {day}.",
    asks="Start the enquiries",
)

see_child_in_enquiry = Duty(
    "See the child in the enquiry",
    code="S403A",
    during=w.enquiry,
    within=local("seen in an enquiry", working_days(2)),
    until=(enquiring.enquiry_child_seen, w.visit_child_seen),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=children_act_1989.section(47, 4),
    since=_SINCE_2013,
    climbs=child_not_seen,
    note="The law asks for reasonable steps to see the child and gives no number.",
    asks="See the child",
)

see_child_alone_in_enquiry = replace(
    see_child_in_enquiry,
    says="See the child alone in the enquiry",
    code="S403B",
    within=local("seen alone in an enquiry", working_days(2)),
    until=(enquiring.enquiry_seen_alone, w.visit_seen_alone),
    unsure=(w.visit_seen_unsaid, w.visit_alone_unsaid, enquiring.enquiry_alone_unsaid),
    partly=(w.visit_made, w.visit_child_seen, enquiring.enquiry_child_seen),
    law=children_act_1989.section(47, "5A"),
    note="So that the child's own wishes and feelings are heard. The law gives no number.",
    asks="See the child alone",
)

answer_refused_access = Duty(
    "Decide with a lawyer what to do when we are kept from seeing the child",
    code="S403C",
    when=enquiring.access_refused,
    within=local("lawyer asked when access is refused", days(0)),
    until=(
        enquiring.access_answered,
        w.visit_child_seen,
        enquiring.enquiry_child_seen,
        enquiring.emergency_order.begins,
    ),
    owner=team_manager,
    law=children_act_1989.section(47),
    since=_SINCE_1991,
    climbs=immediate_safety,
    last_said="We were kept from seeing the child on {day}.",
    asks="Decide with a lawyer what to do",
)

finish_enquiry = Duty(
    "Finish the section 47 enquiry and have its outcome authorised",
    code="S404",
    when=Trigger(w.enquiry_agreed, unless=w.enquiry),
    within=local("enquiry finished", working_days(15)),
    until=(w.enquiry.ends,),
    unless=(w.need.ends,),
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=local_practice.about("section 47 enquiries"),
    also=(working_together_2023.chapter(3),),
    since=_SINCE_2013,
    climbs=ordinary,
    note="Early enough for the conference to be held in time. Counted from the strategy discussion that started it.",
    last_said="The strategy discussion agreed enquiries on {day}.",
    asks="Finish the enquiry",
)

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
    also=_EDITIONS,
    since=_SINCE_1999,
    climbs=plan_and_review,
    note="Counted from the strategy discussion that agreed enquiries, the last of them if there were several. The "
    "national statistic counts from the start of the enquiry instead: it is another number.",
    last_said="The strategy discussion agreed enquiries on {day}.",
    asks="Hold the conference",
)

conference_as_counted = replace(
    initial_conference,
    says="Hold the initial child protection conference, as the national statistic counts it",
    code="S405S",
    when=Trigger(w.enquiry.begins, unless=w.protection_plan),
    owner=performance_team,
    law=data_returns.about("initial conferences"),
    also=(),
    since=date(2012, 4, 1),
    note="The duty counts from the strategy discussion instead, and may be due on another day.",
    last_said="The enquiries started on {day}.",
)

arrange_medical = Duty(
    "Have the child protection medical done",
    code="S412A",
    when=enquiring.medical_wanted,
    within=local("child protection medical", working_days(10)),
    until=(enquiring.medical_done,),
    unless=(enquiring.medical_off,),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("child protection medicals").to_check("the days agreed with health services here"),
    since=_SINCE_2013,
    climbs=partner_agency,
    note="For neglect, or harm that lies some time back.",
    last_said="It was decided on {day} that one is needed.",
    asks="Have the medical done",
)

arrange_medical_at_once = replace(
    arrange_medical,
    says="Have the child protection medical done at once",
    code="S412B",
    when=enquiring.medical_urgent,
    within=local("urgent child protection medical", hours(24)),
    note="For injuries and other signs that do not last.",
)

enquire_where_found = Duty(
    "Discuss and enquire for a child who was found here, wherever they live",
    code="S413",
    when=enquiring.found_from_elsewhere,
    within=local("strategy discussion on a child found here", working_days(3)),
    until=(w.strategy_held, enquiring.home_enquires),
    unless=(enquiring.harm_unfounded,),
    one_at_a_time=True,
    owner=team_manager,
    law=children_act_1989.section(47, 1),
    since=_SINCE_1991,
    climbs=immediate_safety,
    note="The authority where the child lives or is found enquires. The clocks are those of any other child.",
    last_said="The child was found here on {day}.",
    asks="Hold a strategy discussion, or have the home authority's word that it enquires",
)

RULES = (
    hold_strategy_discussion,
    hold_urgent_discussion,
    start_enquiry,
    see_child_in_enquiry,
    see_child_alone_in_enquiry,
    answer_refused_access,
    finish_enquiry,
    initial_conference,
    arrange_medical,
    arrange_medical_at_once,
    enquire_where_found,
)
STATISTICS = (conference_as_counted,)
