"""Assessments: the single assessment since 2013, and the initial and core assessments before it."""

from datetime import date

from goldthread.clock.spans import working_days
from goldthread.duties import words as w
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.shape import Duty, Trigger, local
from goldthread.law.sources import (
    framework_2000,
    local_practice,
    since_2013,
    working_together_2006,
    working_together_2010,
    working_together_2023,
)

_CLOSED = (w.referral_unassessed, w.need.ends)
_OLD_REGIME_ENDS = date(2013, 4, 14)

finish_assessment = Duty(
    "Finish the assessment and have it authorised",
    code="AS01",
    when=(Trigger(w.referral_received, unless=w.need), Trigger(w.assessment.begins)),
    within=working_days(45),
    until=(w.assessment.ends,),
    unless=_CLOSED,
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=working_together_2023.chapter(3),
    also=since_2013,
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="Counted from the referral; for a child already open, from the start of the new assessment. A new referral or "
    "enquiry during an assessment starts no second clock.",
    asks="Finish the assessment",
)

see_child_in_assessment = Duty(
    "See the child during the assessment",
    code="AS07",
    during=w.assessment,
    within=local("seen in assessment", working_days(10)),
    until=(w.assessment_child_seen, w.visit_child_seen),
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=allocated_social_worker,
    law=local_practice.about("seeing the child in an assessment"),
    since=date(2013, 4, 15),
    climbs=child_not_seen,
    note="The law asks for the child's wishes and feelings and gives no number.",
    asks="See the child",
)

initial_assessment_2000 = Duty(
    "Finish the initial assessment",
    code="AS02",
    when=w.referral_received,
    within=working_days(7),
    until=(w.initial_assessment.ends,),
    unless=_CLOSED,
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=framework_2000.chapter(3).to_check("the exact first and last day of the 7 working days"),
    also=(working_together_2006.chapter(5),),
    since=date(2000, 4, 1),
    up_to=date(2010, 3, 16),
    asks="Finish the initial assessment",
)

initial_assessment_2010 = Duty(
    "Finish the initial assessment",
    code="AS03",
    when=w.referral_received,
    within=working_days(10),
    until=(w.initial_assessment.ends,),
    unless=_CLOSED,
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=working_together_2010.chapter(5).to_check("the day from which 10 working days applied"),
    since=date(2010, 3, 17),
    up_to=_OLD_REGIME_ENDS,
    asks="Finish the initial assessment",
)

core_assessment = Duty(
    "Finish the core assessment",
    code="AS04",
    when=(w.initial_assessment.ends, w.enquiry_agreed, w.core_assessment.begins),
    within=working_days(35),
    until=(w.core_assessment.ends,),
    unless=_CLOSED,
    one_at_a_time=True,
    owner=allocated_social_worker,
    law=framework_2000.chapter(3),
    also=(working_together_2010.chapter(5), working_together_2006.chapter(5)),
    since=date(2000, 4, 1),
    up_to=_OLD_REGIME_ENDS,
    note="Counted from the end of the initial assessment, the strategy discussion that began enquiries, or new "
    "information, whichever started it.",
    asks="Finish the core assessment",
)

RULES = (
    finish_assessment,
    see_child_in_assessment,
    initial_assessment_2000,
    initial_assessment_2010,
    core_assessment,
)
NOT_DUTIES = (
    NotADuty(
        "AS05",
        "In the trial authorities of 2011 to 2013 no national limit on assessments applied",
        Kind.SETTING,
        "An authority that was named for the trials loads its history of those years with AS02, AS03 and AS04 marked as "
        "not kept; which authorities they were, and from which day each, is to be checked.",
    ),
)
