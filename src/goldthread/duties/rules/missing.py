"""Children who are missing, and who have been."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, hours, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, immediate_safety
from goldthread.duties.roles import allocated_social_worker, carer, police, return_interviewer, team_manager
from goldthread.duties.shape import Duty, Trigger, local
from goldthread.duties.words import going_missing
from goldthread.law.sources import care_planning_2010, local_practice, missing_guidance

_SINCE_2009 = date(2009, 7, 1)
_SINCE_2013 = date(2013, 4, 15)
_AT_ONCE = missing_guidance.about("reporting a child missing").to_check("the guidance gives no number: at once")
_LONG_MISSING = local_practice.about("children who are missing for long").to_check("after how long; it is local")

report_to_police = Duty(
    "Tell the police that the child is missing",
    code="MI01A",
    when=going_missing.noticed,
    within=local("report of a missing child", hours(1)),
    until=going_missing.police_told,
    paired=True,
    owner=allocated_social_worker,
    owed_by=carer,
    law=_AT_ONCE,
    since=_SINCE_2009,
    climbs=immediate_safety,
    note="Counted from when the carer decided that the child is missing, which is later than when the child was last seen.",
    last_said="It was decided on {day} that the child is missing.",
    asks="See that the police know",
)

report_to_worker = Duty(
    "Tell the child's social worker that the child is missing",
    code="MI01B",
    when=going_missing.noticed,
    within=local("report of a missing child", hours(1)),
    until=going_missing.worker_told,
    paired=True,
    owner=allocated_social_worker,
    owed_by=carer,
    law=_AT_ONCE,
    since=_SINCE_2009,
    climbs=immediate_safety,
    last_said="It was decided on {day} that the child is missing.",
    asks="Write down when the social worker was told",
)

tell_family = Duty(
    "Tell the parents and the reviewing officer that the child is missing",
    code="MI01C",
    when=going_missing.noticed,
    within=local("parents of a missing child told", hours(4)),
    until=going_missing.family_told,
    paired=True,
    owner=allocated_social_worker,
    law=_AT_ONCE,
    since=_SINCE_2009,
    climbs=immediate_safety,
    note="Parents and others with responsibility for the child, unless telling them is not safe.",
    last_said="It was decided on {day} that the child is missing.",
    asks="Tell the parents and the reviewing officer",
)

prevention_check = Duty(
    "See the child as soon as they are back, and ask what happened",
    code="MI02",
    when=w.missing.ends,
    within=local("police check after a return", hours(24)),
    until=going_missing.checked,
    paired=True,
    owner=allocated_social_worker,
    owed_by=police,
    law=missing_guidance.about("safe and well checks").to_check("the guidance gives no number: as soon as possible"),
    since=_SINCE_2009,
    climbs=immediate_safety,
    note="The police's prevention interview, once called the safe and well check. It is not the return interview.",
    last_said="The child was found on {day}.",
    asks="Ask the police whether they have seen the child",
)

return_interview = Duty(
    "Offer and hold the return interview",
    code="MI03",
    when=w.missing.ends,
    within=hours(72),
    until=(w.return_interview_held, w.return_interview_declined),
    paired=True,
    owner=return_interviewer,
    law=missing_guidance.about("independent return interviews"),
    since=_SINCE_2009,
    climbs=child_not_seen,
    note="Real hours, weekends and clock changes included. Where the hour is not known, from the start of the day.",
    last_said="The child was found on {day}.",
    asks="Hold the return interview",
)

repeatedly_missing = Duty(
    "Hold a strategy discussion about a child who was missing three times in 90 days",
    code="MI04A",
    when=Trigger(w.missing.begins, times=3, in_last=days(90)),
    within=local("strategy discussion on a child often missing", working_days(3)),
    until=w.strategy_held,
    one_at_a_time=True,
    owner=team_manager,
    law=local_practice.about("children who are often missing").to_check("how often and within how long; it is local"),
    since=_SINCE_2013,
    climbs=immediate_safety,
    note="A fourth time while it is owed asks for no second discussion; one after the discussion does.",
    last_said="The child went missing again on {day}.",
    asks="Hold a strategy discussion",
)

long_missing = Duty(
    "Hold a strategy discussion about a child who is still missing",
    code="MI04B",
    during=w.missing,
    within=local("strategy discussion on a child still missing", hours(48)),
    until=w.strategy_held,
    owner=team_manager,
    law=_LONG_MISSING,
    since=_SINCE_2013,
    climbs=immediate_safety,
    note="No longer owed when the child is found before.",
    last_said="The child has been missing since {day}.",
    asks="Hold a strategy discussion",
)

_TELLING = Duty(
    "Tell the head of service that the child is still missing",
    code="MI05A",
    during=w.missing,
    within=local("head of service told of a missing child", hours(24)),
    until=going_missing.head_told,
    paired=True,
    owner=team_manager,
    law=_LONG_MISSING,
    since=_SINCE_2013,
    climbs=immediate_safety,
    note="No longer owed when the child is found before.",
    last_said="The child has been missing since {day}.",
    asks="Tell the head of service",
)

tell_director = replace(
    _TELLING,
    says="Tell the director that the child is still missing",
    code="MI05B",
    within=local("director told of a missing child", hours(72)),
    until=going_missing.director_told,
    asks="Tell the director",
)

tell_lead_member = replace(
    _TELLING,
    says="Tell the lead member that the child is still missing",
    code="MI05C",
    within=local("lead member told of a missing child", days(7)),
    until=going_missing.member_told,
    asks="Tell the lead member",
)

keep_trying = Duty(
    "Keep trying to reach the child who is missing, and write it down",
    code="MI06",
    during=w.missing,
    every=local("attempt to reach a missing child", days(7)),
    until=(going_missing.reached_for, w.visit_child_seen),
    owner=allocated_social_worker,
    law=care_planning_2010.regulation(28).to_check(
        "the number is local: the regulation makes no exception for a missing child"
    ),
    since=date(2011, 4, 1),
    climbs=child_not_seen,
    note="Visits and reviews keep their days while the child is missing: no clock stops. An attempt is no visit.",
    last_said="Somebody last tried on {day}.",
    asks="Try to reach the child and write it down",
)

RULES = (
    report_to_police,
    report_to_worker,
    tell_family,
    prevention_check,
    return_interview,
    repeatedly_missing,
    long_missing,
    _TELLING,
    tell_director,
    tell_lead_member,
    keep_trying,
)
