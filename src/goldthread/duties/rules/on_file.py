"""What belongs on a child's file: reasons, notes, the chronology, the handover, and what audits ask for."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import Span, days, hours, months, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import ordinary, service_level
from goldthread.duties.roles import allocated_social_worker, quality_lead, team_manager
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import incidents as i
from goldthread.duties.words import workforce as k
from goldthread.duties.words.kinds import Word
from goldthread.law.sources import local_practice

_SINCE = date(2013, 4, 15)
_OPEN = (w.need, w.assessment, w.need_plan, w.protection_plan, w.looked_after, w.leaving_care)

reasons = Duty(
    "Write down a manager's reasons for the decision",
    code="WF04",
    when=(w.social_worker.begins, w.referral_decided, w.enquiry_agreed, i.known, w.need.ends),
    within=local("reasons of a manager", hours(48)),
    until=(k.reasons_recorded, w.manager_looked),
    owner=team_manager,
    law=local_practice.about("management oversight"),
    since=_SINCE,
    ends_at=None,
    after_death=True,
    climbs=ordinary,
    note="At allocation, the decision on a referral, an enquiry, an incident and the closing.",
    last_said="It was decided on {day}.",
    asks="Write down the reasons",
)


def _note(code: str, says: str, word: Word, name: str, span: Span) -> Duty:
    return Duty(
        says,
        code=code,
        when=word,
        within=local(name, span),
        until=(k.note_written,),
        paired=True,
        recording_meets=True,
        ends_at=None,
        owner=allocated_social_worker,
        law=local_practice.about("writing up"),
        since=_SINCE,
        climbs=ordinary,
        last_said="It happened on {day}.",
        asks="Write the note",
    )


notes = (
    _note("WF05A", "Write the note of something critical", k.note_critical, "critical note", hours(24)),
    _note("WF05B", "Write the note of something significant", k.note_significant, "significant note", working_days(2)),
    _note("WF05C", "Write any other note", k.note_other, "other note", working_days(5)),
)

chronology = Duty(
    "Bring the chronology up to date",
    code="WF06A",
    during=_OPEN,
    every=local("chronology", months(3)),
    until=(k.chronology_updated,),
    owner=allocated_social_worker,
    law=local_practice.about("chronologies").to_check("how often"),
    since=_SINCE,
    ends_at=None,
    climbs=ordinary,
    last_said="Last brought up to date on {day}.",
    asks="Bring the chronology up to date",
)

chronology_for_conference = Duty(
    "Bring the chronology up to date for the review conference",
    code="WF06B",
    when=w.review_conference_booked,
    within=days(0),
    until=(k.chronology_updated,),
    already=days(28),
    owner=allocated_social_worker,
    law=local_practice.about("chronologies").to_check("how long before it counts, and the same before a court hearing"),
    since=_SINCE,
    climbs=ordinary,
    note="Done in the 28 days before the day for which the conference is booked. Before a hearing it is for the court team "
    "to ask.",
    last_said="The conference is booked for {day}.",
    asks="Bring the chronology up to date",
)

audit_actions = Duty(
    "Do what the audit of the record asked for",
    code="WF07B",
    when=k.record_audited,
    within=local("audit actions", working_days(20)),
    until=(k.audit_actions_done,),
    paired=True,
    owner=team_manager,
    law=local_practice.about("audits"),
    since=_SINCE,
    ends_at=None,
    climbs=service_level,
    last_said="The record was audited on {day}.",
    asks="Do the actions of the audit",
)

audit_again = replace(
    audit_actions,
    says="Audit the record again after its actions",
    code="WF07C",
    within=local("record audited again", months(3)),
    until=(k.record_audited_again,),
    owner=quality_lead,
    asks="Audit the record again",
)

summary = Duty(
    "Write the transfer summary before the child's worker changes",
    code="WF09A",
    when=k.worker_changes,
    within=local("transfer summary", days(0)),
    until=(k.transfer_summary,),
    already=days(28),
    paired=True,
    ends_at=None,
    owner=allocated_social_worker,
    law=local_practice.about("handing over").to_check("how long before"),
    since=_SINCE,
    climbs=ordinary,
    note="By the worker who leaves.",
    last_said="The worker changed on {day}.",
    asks="Write the transfer summary",
)

first_visit = Duty(
    "Visit with, or soon after, the change of worker",
    code="WF09B",
    when=k.worker_changes,
    within=local("first visit of a new worker", working_days(5)),
    until=(k.handover_visited, w.visit_child_seen),
    already=days(7),
    ends_at=None,
    unless=(w.need.ends,),
    owner=allocated_social_worker,
    law=local_practice.about("handing over").to_check("the number of days"),
    since=_SINCE,
    climbs=ordinary,
    last_said="The worker changed on {day}.",
    asks="Visit the child",
)

ON_FILE = (
    reasons,
    *notes,
    chronology,
    chronology_for_conference,
    audit_actions,
    audit_again,
    summary,
    first_visit,
)
