"""Before proceedings, and in court until the final order."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import weeks, working_days
from goldthread.duties import roles
from goldthread.duties.ladders import court as court_ladder
from goldthread.duties.roles import allocated_social_worker, legal_adviser, service_manager
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import court
from goldthread.law.sources import (
    children_act_1989,
    court_practice_direction,
    local_practice,
    public_law_guidance,
    wellbeing_and_schools_2026,
)

_SINCE_2014 = date(2014, 4, 22)
_SINCE_2021 = date(2021, 3, 1)

letter = Duty(
    "Send the letter before proceedings",
    code="CT01",
    when=court.gateway_decided,
    within=local("letter before proceedings", working_days(5)),
    until=(court.pre_proceedings.begins,),
    unless=(court.proceedings.begins,),
    owner=allocated_social_worker,
    law=local_practice.about("work before proceedings").to_check("whether the authority's own number is another"),
    since=date(2013, 4, 15),
    climbs=court_ladder,
    note="Counted from the decision of the legal gateway. No longer owed once the application is issued.",
    last_said="The letter was decided on {day}.",
    asks="Send the letter before proceedings",
)

first_meeting = Duty(
    "Hold the first pre-proceedings meeting",
    code="CT02",
    during=court.pre_proceedings,
    within=local("first meeting before court", working_days(10)),
    until=(court.pre_proceedings_met,),
    unless=(court.proceedings.begins,),
    owner=allocated_social_worker,
    law=local_practice.about("work before proceedings").to_check("whether the authority's own number is another"),
    since=date(2013, 4, 15),
    climbs=court_ladder,
    last_said="The letter before proceedings was sent on {day}.",
    asks="Hold the first meeting",
)

half_way = Duty(
    "Review pre-proceedings half-way",
    code="CT03A",
    during=court.pre_proceedings,
    within=local("half way review before court", weeks(8)),
    until=(court.pre_proceedings_reviewed,),
    unless=(court.proceedings.begins,),
    owner=service_manager,
    law=public_law_guidance.about("pre-proceedings").to_check("the review half-way, after 6 to 8 weeks"),
    since=_SINCE_2021,
    climbs=court_ladder,
    note="The guidance says 6 to 8 weeks.",
    last_said="The letter before proceedings was sent on {day}.",
    asks="Review pre-proceedings",
)

decide_pre_proceedings = Duty(
    "Decide whether pre-proceedings end, go on or go to court",
    code="CT03",
    during=court.pre_proceedings,
    within=weeks(16),
    until=(court.pre_proceedings.ends, court.proceedings.begins, court.pre_proceedings_extended),
    owner=service_manager,
    law=public_law_guidance.about("pre-proceedings").to_check("the usual 12 to 16 weeks, and from which day"),
    since=_SINCE_2021,
    climbs=court_ladder,
    note="The guidance says 12 to 16 weeks; 16 are the usual most. Counted from the letter before proceedings.",
    last_said="The letter before proceedings was sent on {day}.",
    asks="Step down, extend, or issue",
)

extended_pre_proceedings = Duty(
    "End the longer pre-proceedings, or go to court",
    code="CT03B",
    during=court.pre_proceedings,
    when=court.pre_proceedings_extended,
    within=local("more time before court", weeks(8)),
    dated=court.pre_proceedings_extended_to,
    restarts=True,
    until=(court.pre_proceedings.ends, court.proceedings.begins),
    owner=service_manager,
    law=public_law_guidance.about("pre-proceedings").to_check("how long they may go on for"),
    since=_SINCE_2021,
    climbs=court_ladder,
    note="A later day is the one that the decision names.",
    last_said="It was decided on {day} that pre-proceedings go on.",
    asks="Step down or issue",
)

offer_family_meeting = Duty(
    "Offer the family a decision-making meeting before going to court",
    code="CT04",
    when=court.gateway_decided,
    within=local("family meeting offered", working_days(5)),
    before=court.proceedings.begins,
    until=(court.family_meeting_offered, court.family_meeting_unsuitable),
    owner=allocated_social_worker,
    law=local_practice.about("family decision-making").to_check(
        "from which day section 31ZA of the Children Act 1989 is in force"
    ),
    also=(wellbeing_and_schools_2026.section(1),),
    since=date(2026, 4, 29),
    climbs=court_ladder,
    note="Section 31ZA will make it the law on a day that regulations appoint; until then it is the authority's own "
    "promise. The letter before proceedings says the offer, which comes before any application.",
    asks="Offer the meeting, or record why it is not in the child's interests",
)

hold_family_meeting = Duty(
    "Hold the family's decision-making meeting before going to court",
    code="CT04B",
    when=court.family_meeting_accepted,
    within=local("family meeting held", weeks(4)),
    before=court.proceedings.begins,
    until=(court.family_meeting_held,),
    unless=(court.family_meeting_off,),
    owner=allocated_social_worker,
    law=offer_family_meeting.law,
    also=offer_family_meeting.also,
    since=date(2026, 4, 29),
    climbs=court_ladder,
    last_said="The family accepted on {day}.",
    asks="Hold the meeting",
)

finish_proceedings = Duty(
    "Finish care proceedings",
    code="CT05",
    during=court.proceedings,
    within=weeks(26),
    until=(court.proceedings.ends,),
    unless=(court.proceedings_extended,),
    owner=allocated_social_worker,
    owed_by=roles.court,
    law=children_act_1989.section(32, 1, "a", "ii"),
    also=(court_practice_direction.whole(),),
    since=_SINCE_2014,
    climbs=court_ladder,
    note="Counted from the day the application was issued.",
    last_said="The application was issued on {day}.",
    asks="Finish, or ask the court to extend before the day",
)

finish_extended = Duty(
    "Finish the care proceedings that were extended",
    code="CT05B",
    during=court.proceedings,
    when=court.proceedings_extended,
    within=weeks(8),
    dated=court.proceedings_extended_to,
    restarts=True,
    until=(court.proceedings.ends,),
    owner=allocated_social_worker,
    owed_by=roles.court,
    law=children_act_1989.section(32, 5),
    also=(children_act_1989.section(32, 8),),
    since=_SINCE_2014,
    climbs=court_ladder,
    note="At most 8 weeks at a time. The day in the order holds; without one, 8 weeks from the day it was granted.",
    last_said="The court extended the proceedings on {day}.",
    asks="Finish, or ask the court to extend again before the day",
)

file_papers = Duty(
    "File and serve the papers of the application",
    code="CT06A",
    during=court.proceedings,
    within=working_days(2).counting_first_day(),
    until=(court.papers_served,),
    already=weeks(1),
    owner=legal_adviser,
    law=court_practice_direction.whole().to_check("the smaller steps; the court allocates by the same day"),
    since=_SINCE_2014,
    climbs=court_ladder,
    note="The day of issue is Day 1.",
    last_said="The application was issued on {day}.",
    asks="File and serve the papers",
)

management_hearing = Duty(
    "Hold the first management hearing",
    code="CT06",
    during=court.proceedings,
    within=working_days(18).counting_first_day(),
    until=(court.case_management_held,),
    owner=legal_adviser,
    owed_by=roles.court,
    law=court_practice_direction.whole(),
    since=_SINCE_2014,
    climbs=court_ladder,
    note="The day of issue is Day 1. Not before Day 12, and not later than Day 18.",
    last_said="The application was issued on {day}.",
    asks="Be ready for the hearing, not before Day 12",
)

file_care_plan = Duty(
    "File the care plan with the court",
    code="CT07",
    when=court.court_plan_directed,
    within=local("care plan for the court, where no day was set", weeks(4)),
    dated=court.court_plan_wanted,
    until=(court.court_plan_filed,),
    unless=(court.proceedings.ends,),
    paired=True,
    owner=allocated_social_worker,
    law=children_act_1989.section("31A"),
    since=_SINCE_2014,
    climbs=court_ladder,
    note="The day is the court's.",
    last_said="The court gave its direction on {day}.",
    asks="File the care plan",
)
file_care_plan_1991 = replace(
    file_care_plan,
    law=children_act_1989.section("31A").to_check("from which day before 22 April 2014 the section held"),
    since=date(1991, 10, 14),
    up_to=date(2014, 4, 21),
)

RULES = (
    letter,
    first_meeting,
    half_way,
    decide_pre_proceedings,
    extended_pre_proceedings,
    offer_family_meeting,
    hold_family_meeting,
    finish_proceedings,
    finish_extended,
    file_papers,
    management_hearing,
    file_care_plan_1991,
    file_care_plan,
)
