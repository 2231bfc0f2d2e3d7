"""Law and guidance of the reform: what already asks something of somebody by a day, and what does not yet."""

from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import service as s
from goldthread.duties import words as w
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import immediate_safety, ordinary, service_level
from goldthread.duties.roles import kinship_lead, team_manager
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import helping
from goldthread.law.sources import (
    families_first_guide,
    local_practice,
    wellbeing_and_schools_2026,
    working_together_2023,
)

name_lead_practitioner = Duty(
    "Name who leads the work under the child in need plan",
    code="RF04A",
    during=w.need_plan,
    inside=(w.need,),
    within=local("lead practitioner named", working_days(2)),
    until=(helping.lead_practitioner.begins, w.social_worker.begins),
    already=months(24),
    owner=team_manager,
    law=working_together_2023.whole(),
    also=(families_first_guide.whole(),),
    since=date(2023, 12, 15),
    climbs=ordinary,
    note="A lead practitioner, who need not be a social worker, or the child's social worker. The guidance gives no number; "
    "the assessment, the plan and its visits keep their own clocks whoever leads.",
    asks="Name a lead practitioner",
)

oversee_lead_practitioner = Duty(
    "Have a social worker look at the work that a lead practitioner leads",
    code="RF04B",
    during=helping.lead_practitioner,
    inside=(w.need,),
    every=local("lead practitioner's work looked at", weeks(6)),
    until=(helping.practice_overseen, w.manager_looked),
    owner=team_manager,
    law=working_together_2023.whole(),
    also=(families_first_guide.whole(),),
    since=date(2023, 12, 15),
    climbs=ordinary,
    note="The guidance asks for a social worker's oversight and gives no number.",
    last_said="A social worker last looked on {day}.",
    asks="Look at the lead practitioner's work",
)

name_protection_lead = Duty(
    "Name the lead child protection practitioner for the enquiry",
    code="RF05",
    during=w.enquiry,
    within=local("lead child protection practitioner named", days(0)),
    until=(helping.protection_lead_named,),
    already=weeks(4),
    owner=team_manager,
    law=families_first_guide.whole().to_check("whether this area has begun, and what Working Together 2026 says"),
    since=date(2025, 4, 1),
    climbs=immediate_safety,
    note="Only where multi-agency child protection teams have begun: elsewhere it is marked as not kept.",
    asks="Name the lead child protection practitioner",
)

RULES = (name_lead_practitioner, oversee_lead_practitioner, name_protection_lead)

publish_kinship_offer = Duty(
    "Publish the kinship local offer by the time the law asks for it",
    code="RF02A",
    when=s.kinship_law_made,
    within=months(2).counting_first_day(),
    until=s.kinship_offer_published,
    ends_at=None,
    owner=kinship_lead,
    law=wellbeing_and_schools_2026.section(5),
    also=(wellbeing_and_schools_2026.section(78, 2, "a"),),
    since=date(2026, 4, 29),
    climbs=service_level,
    note="The section came into force at the end of two months beginning with the day the Act was passed: on 29 June 2026.",
    last_said="The Act was passed on {day}.",
    asks="Publish the kinship local offer",
)

review_kinship_offer = Duty(
    "Review the kinship local offer and bring it up to date",
    code="RF02B",
    when=s.kinship_offer_published,
    every=local("kinship local offer reviewed", months(12)),
    until=s.kinship_offer_reviewed,
    ends_at=None,
    owner=kinship_lead,
    law=wellbeing_and_schools_2026.section(5),
    also=(local_practice.about("the kinship local offer"),),
    since=date(2026, 6, 29),
    climbs=service_level,
    note="From time to time, says the law, and gives no number.",
    last_said="It was last published or reviewed on {day}.",
    asks="Review the kinship local offer",
)

SERVICE_RULES = (publish_kinship_offer, review_kinship_offer)

NOT_DUTIES = (
    NotADuty(
        "RF01",
        "Multi-agency child protection teams support the authority in its section 47 duties",
        Kind.NOT_IN_FORCE,
        "Section 3 of the Children's Wellbeing and Schools Act 2026 waits for a day to be appointed, planned for 2027, and "
        "gives no number of days.",
    ),
    NotADuty(
        "RF03",
        "Education and childcare agencies are part of the safeguarding arrangements",
        Kind.NOT_IN_FORCE,
        "Section 2 of the Children's Wellbeing and Schools Act 2026 asks for arrangements and gives no number of days; its "
        "first day is to be checked.",
    ),
    NotADuty(
        "RF06",
        "The outcomes and enablers of the national framework are followed",
        Kind.NO_TIME,
        "Guidance for the whole service since December 2023, with no number of days for any child; an edition of 2026 was "
        "consulted on.",
    ),
)
