"""The people who do the work: supervision, registration, workload, audits, and agency workers."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, yearly
from goldthread.duties.ladders import corporate, ordinary, service_level
from goldthread.duties.roles import employer, principal_social_worker, quality_lead, team_manager
from goldthread.duties.rules.on_file import ON_FILE
from goldthread.duties.shape import Duty, InFirst, Step, local
from goldthread.duties.words import workforce as k
from goldthread.law.sources import (
    agency_guidance_2024,
    employer_standards,
    local_practice,
    registration_rules,
    reviewing_officers_handbook,
)

_SINCE_2014 = date(2014, 5, 1)

supervision = Duty(
    "Supervise the social worker",
    code="WF01",
    during=k.in_post,
    outside=(k.newly_qualified,),
    every=local("supervision of a social worker", months(1), _SINCE_2014),
    until=(k.supervised,),
    owner=team_manager,
    owed_by=employer,
    law=employer_standards.about("supervision"),
    since=_SINCE_2014,
    ends_at=None,
    climbs=ordinary,
    last_said="Last supervised on {day}.",
    asks="Hold the supervision",
)

first_year_supervision = Duty(
    "Supervise the newly qualified social worker",
    code="WF02",
    during=k.newly_qualified,
    inside=(k.in_post,),
    every=(
        Step("WF02", weeks(1), InFirst(weeks(6)), says="in the first six weeks"),
        Step("WF02", weeks(2), InFirst(months(6)), says="to the end of six months"),
        Step("WF02", months(1), says="afterwards"),
    ),
    until=(k.supervised,),
    owner=team_manager,
    owed_by=employer,
    law=employer_standards.about("the first year").to_check("whether the new early-career scheme replaces it"),
    since=_SINCE_2014,
    ends_at=None,
    climbs=ordinary,
    last_said="Last supervised on {day}.",
    asks="Hold the supervision",
)

renewal = Duty(
    "Renew the registration with Social Work England",
    code="WF10A",
    when=k.registration_year,
    within=yearly(11, 30),
    until=(k.registration_renewed,),
    unless=(k.in_post.ends,),
    owner=principal_social_worker,
    law=registration_rules.about("renewal"),
    since=date(2019, 12, 2),
    ends_at=None,
    climbs=corporate,
    note="Each social worker renews; the principal social worker sees that everybody has.",
    last_said="The year of registration began on {day}.",
    asks="Renew the registration",
)

learning = replace(
    renewal,
    says="Record two pieces of professional learning, one of them talked over with a peer",
    code="WF10B",
    until=(k.learning_recorded,),
    law=registration_rules.about("continuing professional development"),
    note="A registration is not renewed without them.",
    asks="Record the learning",
)

workload = Duty(
    "Check how many children the worker carries",
    code="WF11",
    during=k.in_post,
    every=local("workload check", months(1)),
    until=(k.workload_checked,),
    owner=team_manager,
    owed_by=employer,
    law=local_practice.about("workloads").to_check(
        "no national number; 12 to 18 children is usual in protection and care"
    ),
    also=(reviewing_officers_handbook.about("workloads: 50 to 70 children for a reviewing officer"),),
    since=date(2013, 4, 15),
    ends_at=None,
    climbs=service_level,
    note="And before another child is allocated.",
    last_said="Last checked on {day}.",
    asks="Check the workload",
)

audits = Duty(
    "Audit the record of a child",
    code="WF07A",
    during=k.manages,
    every=local("audit by each manager", months(1)),
    until=(k.audit_made,),
    owner=quality_lead,
    owed_by=employer,
    law=local_practice.about("audits"),
    since=date(2013, 4, 15),
    ends_at=None,
    climbs=service_level,
    last_said="Last audited on {day}.",
    asks="Audit a record",
)

agency_checks = Duty(
    "Check the experience, references and last post of the agency social worker",
    code="WF12A",
    during=k.agency,
    within=days(0),
    until=(k.agency_checked,),
    already=months(3),
    owner=principal_social_worker,
    owed_by=employer,
    law=agency_guidance_2024.whole().to_check("the numbers, and what the Act of 2026 changes"),
    since=date(2024, 10, 31),
    ends_at=None,
    climbs=service_level,
    note="Three years of experience in direct practice; three months since a permanent post in the same region.",
    last_said="The engagement began on {day}.",
    asks="Check before the work begins",
)

agency_notice = Duty(
    "Let the notice of the agency social worker run, and end the engagement",
    code="WF12B",
    during=k.agency,
    when=k.agency_notice,
    within=weeks(4),
    until=(k.agency.ends,),
    owner=principal_social_worker,
    owed_by=employer,
    law=agency_guidance_2024.whole().to_check("that notice is four weeks, or what a permanent worker gives"),
    since=date(2024, 10, 31),
    ends_at=None,
    climbs=service_level,
    note="Four weeks is the notice; a day before is sooner than agreed.",
    last_said="Notice was given on {day}.",
    asks="End the engagement",
)

RULES = (
    supervision,
    first_year_supervision,
    *ON_FILE,
    audits,
    renewal,
    learning,
    workload,
    agency_checks,
    agency_notice,
)
