"""Who answers for a duty: in law, and in the office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A part somebody plays for a child. `name` is stored; `says` is read."""

    name: str
    says: str

    def __str__(self) -> str:
        return self.says


@dataclass(frozen=True, slots=True)
class Body:
    """Who owes a duty in law."""

    name: str
    says: str

    def __str__(self) -> str:
        return self.says


authority = Body("authority", "the local authority")
referrer = Body("referrer", "whoever refers")
safeguarding_partners = Body("safeguarding_partners", "the safeguarding partners")
inspectorate = Body("inspectorate", "the inspectorate")
court = Body("court", "the court")
employer = Body("employer", "the employer")
health_services = Body("health_services", "health services")
police = Body("police", "the police")
carer = Body("carer", "the carer")
applicant = Body("applicant", "the applicant")
complainant = Body("complainant", "whoever complains")
registered_provider = Body("registered_provider", "the registered provider of the home")

allocated_social_worker = Role("allocated_social_worker", "the child's social worker")
team_manager = Role("team_manager", "the team manager")
service_manager = Role("service_manager", "the service manager")
head_of_service = Role("head_of_service", "the head of service")
assistant_director = Role("assistant_director", "the assistant director")
director = Role("director", "the director of children's services")
lead_member = Role("lead_member", "the lead member")
out_of_hours_team = Role("out_of_hours_team", "the out-of-hours team")
front_door_manager = Role("front_door_manager", "the front-door manager")
conference_chair = Role("conference_chair", "the conference chair")
independent_reviewing_officer = Role("independent_reviewing_officer", "the independent reviewing officer")
reviewing_manager = Role("reviewing_manager", "the reviewing officers' manager")
personal_adviser = Role("personal_adviser", "the personal adviser")
leaving_care_manager = Role("leaving_care_manager", "the leaving care manager")
fostering_manager = Role("fostering_manager", "the fostering manager")
nominated_officer = Role("nominated_officer", "the nominated officer")
return_interviewer = Role("return_interviewer", "the return interview service")
virtual_school_head = Role("virtual_school_head", "the virtual school head")
health_lead = Role("health_lead", "the designated nurse or doctor")
legal_adviser = Role("legal_adviser", "the authority's lawyer")
complaints_manager = Role("complaints_manager", "the complaints or information governance manager")
performance_team = Role("performance_team", "the performance team")
performance_board = Role("performance_board", "the performance board")
partnership = Role("partnership", "the safeguarding partnership")
supervising_social_worker = Role("supervising_social_worker", "the supervising social worker")
fostering_reviewer = Role("fostering_reviewer", "the reviewing officer of foster carers")
fostering_decision_maker = Role("fostering_decision_maker", "the fostering decision-maker")
adoption_manager = Role("adoption_manager", "the adoption manager")
adoption_social_worker = Role("adoption_social_worker", "the adoption social worker")
adoption_decision_maker = Role("adoption_decision_maker", "the adoption decision-maker")
private_fostering_worker = Role("private_fostering_worker", "the private fostering social worker")
designated_officer = Role("designated_officer", "the designated officer")
data_protection_officer = Role("data_protection_officer", "the data protection officer")
registered_manager = Role("registered_manager", "the registered manager")
independent_person = Role("independent_person", "the independent person")
principal_social_worker = Role("principal_social_worker", "the principal social worker")
practice_lead = Role("practice_lead", "the practice lead")
quality_lead = Role("quality_lead", "the quality lead")
records_manager = Role("records_manager", "the records manager")
conference_administrator = Role("conference_administrator", "the conference administrator")
kinship_lead = Role("kinship_lead", "the lead for kinship care")
lead_practitioner = Role("lead_practitioner", "the lead practitioner")
partner_contact = Role("partner_contact", "the named contact in the partner agency")
answerer = Role("warning_answerer", "whoever was named to answer the warning")

ROLES: dict[str, Role] = {r.name: r for r in list(globals().values()) if isinstance(r, Role)}

# Parts that are played above a team, by whoever is told after its manager.
SENIORS = frozenset({"service_manager", "head_of_service", "assistant_director", "director", "nominated_officer", "fostering_decision_maker",
                     "adoption_decision_maker", "principal_social_worker"})  # fmt: skip
