"""Children who are fostered privately, or live in a hospital, school or home for long."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, months, weeks, working_days
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import child_not_seen, corporate, ordinary
from goldthread.duties.roles import (
    allocated_social_worker,
    carer,
    health_services,
    private_fostering_worker,
    team_manager,
)
from goldthread.duties.shape import Duty, InFirst, Step, local
from goldthread.duties.words import private_fostering as p
from goldthread.law.sources import children_act_1989, local_practice, long_stays_2011, private_fostering_2005

_SINCE_2005 = date(2005, 7, 1)

check_plan = Duty(
    "Visit the home where the child is to be fostered privately, and speak to everyone",
    code="PF01",
    when=p.notified,
    within=working_days(7),
    until=(p.checked,),
    partly=(p.visited,),
    paired=True,
    owner=private_fostering_worker,
    law=private_fostering_2005.regulation(4, 1),
    since=_SINCE_2005,
    climbs=child_not_seen,
    last_said="The authority was told of the plan on {day}.",
    asks="Visit the home and speak to everyone",
)

check_arrangement = replace(
    check_plan,
    says="Visit the child who is fostered privately already, and speak to everyone",
    code="PF02",
    when=(),
    during=p.fostered,
    paired=False,
    law=private_fostering_2005.regulation(7, 1),
    last_said="The authority became aware of the private fostering on {day}.",
)

visits = Duty(
    "Visit the child who is fostered privately",
    code="PF03",
    during=p.fostered,
    every=(
        Step(
            "PF03",
            weeks(6),
            InFirst(months(12)),
            private_fostering_2005.regulation(8, 1, "a"),
            says="in the first year since the authority became aware",
        ),
        Step("PF04", weeks(12), None, private_fostering_2005.regulation(8, 1, "b"), says="in later years"),
    ),
    until=(p.visited,),
    owner=private_fostering_worker,
    law=private_fostering_2005.regulation(8, 1),
    since=_SINCE_2005,
    climbs=child_not_seen,
    note="The child is spoken to alone unless that would be wrong.",
    last_said="Last visited on {day}.",
    asks="Visit the child",
)

visit_report = Duty(
    "Write the report of the private fostering visit",
    code="PF03B",
    when=p.visited,
    within=local("report of a private fostering visit", working_days(5)),
    until=(p.visit_reported,),
    paired=True,
    owner=private_fostering_worker,
    law=private_fostering_2005.regulation(8).to_check("the regulation gives no number; 5 working days is local"),
    since=_SINCE_2005,
    climbs=ordinary,
    last_said="The visit was made on {day}.",
    asks="Write the report",
)

notice = Duty(
    "Tell the authority of private fostering that is planned",
    code="PF05",
    when=p.planned,
    within=days(0),
    before=p.started,
    ahead=weeks(6),
    until=(p.notified,),
    paired=True,
    owner=private_fostering_worker,
    owed_by=carer,
    law=private_fostering_2005.regulation(3),
    since=_SINCE_2005,
    climbs=corporate,
    note="At once where the child is to come sooner than in six weeks, or nobody knows when.",
    last_said="It was decided on {day}.",
    asks="Ask the carers for their notice",
)

suitability = Duty(
    "Decide whether the private fostering is suitable",
    code="PF06",
    during=p.fostered,
    within=local("private fostering decided on", working_days(45)),
    until=(p.suitability_decided,),
    owner=team_manager,
    law=local_practice.about("private fostering"),
    since=_SINCE_2005,
    climbs=ordinary,
    last_said="The authority became aware of the private fostering on {day}.",
    asks="Decide whether it is suitable",
)

change = Duty(
    "Tell the authority what changed in the private fostering, or that it ended",
    code="PF07",
    when=p.changed,
    within=hours(48),
    until=(p.change_told,),
    paired=True,
    owner=private_fostering_worker,
    owed_by=carer,
    law=private_fostering_2005.regulation(9).to_check("what is to be told within 48 hours, by regulations 9 and 10"),
    also=(private_fostering_2005.regulation(10),),
    since=_SINCE_2005,
    climbs=corporate,
    last_said="It changed on {day}.",
    asks="Ask the carers for their notice of the change",
)

long_stay_notice = Duty(
    "Tell the authority of the child who lives in a hospital, school or home for long",
    code="PF09A",
    during=p.long_stay,
    within=months(3),
    until=(p.long_stay_notified,),
    already=months(12),
    owner=team_manager,
    owed_by=health_services,
    law=children_act_1989.section(85, 1).to_check("whether three months have passed or are only intended"),
    also=(children_act_1989.section(86, 1),),
    since=date(1991, 10, 14),
    climbs=ordinary,
    note="Owed by whoever accommodates the child: health, education, or the home. At once where three months are "
    "intended from the beginning.",
    last_said="The stay began on {day}.",
    asks="Ask whoever accommodates the child",
)

long_stay_welfare = Duty(
    "Find out how the child fares who lives in a hospital, school or home for long",
    code="PF09B",
    during=p.long_stay,
    when=p.long_stay_notified,
    within=local("welfare on a long stay", working_days(14)),
    until=(p.long_stay_checked,),
    owner=allocated_social_worker,
    law=children_act_1989.section(85, 4).to_check("the Act gives no number; 14 working days is local"),
    since=date(1991, 10, 14),
    climbs=ordinary,
    last_said="The authority was told on {day}.",
    asks="Find out how the child fares",
)

long_stay_visits = Duty(
    "Visit the child who lives in a hospital, school or home for long",
    code="PF09C",
    during=p.long_stay,
    when=p.long_stay_notified,
    every=local("visits on a long stay", months(3)),
    until=(p.long_stay_visited,),
    owner=allocated_social_worker,
    law=children_act_1989.section("86A").to_check("how often the regulations of 2011 ask for visits"),
    also=(long_stays_2011.regulation(3),),
    since=date(2011, 4, 1),
    climbs=ordinary,
    last_said="Last visited on {day}.",
    asks="Visit the child",
)

RULES = (
    check_plan,
    check_arrangement,
    visits,
    visit_report,
    notice,
    suitability,
    change,
    long_stay_notice,
    long_stay_welfare,
    long_stay_visits,
)
NOT_DUTIES = (
    NotADuty(
        "PF08",
        "When a stay with somebody who is no relative is private fostering: 28 days or more, or meant to be",
        Kind.STATUS,
        "It says what private fostering is. Somebody decides that and writes the arrangement down; its duties begin then.",
    ),
)
