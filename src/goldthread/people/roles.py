"""What each role may see and do, in words a manager can read. Nothing else grants anything."""

from dataclasses import dataclass

TEAM = "the children their team holds"
SERVICE = "every child known to the service, unless the record is restricted to named people"
INVITED = "every child known to the service on the days they are invited, unless the record is restricted; they read and change nothing"
NOBODY = "no child's record"

WRITE, ALLOCATE, APPROVE, LOAD, CHANGE_SETTINGS = "write", "allocate", "approve", "load", "change settings"
IMPROVE, INVITE = "lead improvement", "invite inspectors"


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of worker. `sees` is a scope above; `may` lists acts; `opens_on` names the page a day starts with."""

    code: str
    name: str
    description: str
    sees: str
    may: frozenset[str] = frozenset()
    opens_on: str = "today"


def _role(code, name, description, sees, *may, opens_on="today"):
    return Role(code, name, description, sees, frozenset(may), opens_on)


ROLES = {
    role.code: role
    for role in (
        _role("social_worker", "Social worker", "Works with children and their families and writes the record.", TEAM, WRITE),
        _role("personal_adviser", "Personal adviser", "Supports young people who are leaving care.", TEAM, WRITE),
        _role("front_door", "Front-door worker", "Answers calls, finds out who is already known and decides what follows.",
              SERVICE, WRITE, ALLOCATE, opens_on="search"),
        _role("team_manager", "Team manager", "Holds every child who waits for a worker, allocates, checks and approves.",
              TEAM, WRITE, ALLOCATE, APPROVE, opens_on="team"),
        _role("conference_chair", "Conference chair", "Chairs child protection conferences.", SERVICE, WRITE, APPROVE),
        _role("reviewing_officer", "Independent reviewing officer", "Chairs the reviews of children in care.",
              SERVICE, WRITE, APPROVE),
        _role("head_of_service", "Head of service", "Answers for several teams and for warnings that climbed.",
              SERVICE, WRITE, ALLOCATE, APPROVE, CHANGE_SETTINGS, IMPROVE, INVITE, opens_on="service"),
        _role("director", "Director of children's services", "Answers in law for the whole service.",
              SERVICE, APPROVE, CHANGE_SETTINGS, IMPROVE, INVITE, opens_on="service"),
        _role("quality_lead", "Quality lead", "Audits, learns and leads improvement.", SERVICE, WRITE, IMPROVE, INVITE, opens_on="improvement"),
        _role("analyst", "Analyst", "Loads returns, checks the figures and names faults in the data.",
              SERVICE, WRITE, LOAD, opens_on="load"),
        _role("inspector", "Inspector", "Is invited for named days to read how children are kept safe. Every look is written down.",
              INVITED, opens_on="inspector_room"),
        _role("administrator", "Administrator", "Looks after accounts and settings.", NOBODY, CHANGE_SETTINGS, opens_on="who_sees"),
    )
}
