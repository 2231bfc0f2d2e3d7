"""What each role may see and do, in words a manager can read. Nothing else grants anything."""

from dataclasses import dataclass

TEAM = "the children their team holds"
SERVICE = "every child known to the service, unless the record is restricted to named people"
INVITED = "every child known to the service on the days they are invited, unless the record is restricted; they read and change nothing"
NOBODY = "no child's record"

WRITE, ALLOCATE, APPROVE, LOAD, CHANGE_SETTINGS = "write", "allocate", "approve", "load", "change settings"
IMPROVE, INVITE, OPEN = "lead improvement", "invite inspectors", "open records beyond their own"
ANSWER, DISPOSE, ACCOUNTS = "answer requests for own information", "decide what is kept and erased", "look after accounts"
INTEGRATE, READ_AUDIT = "look after integrations", "read audit"

SAYS_WHY = "lists and counts as they are, one child’s record after saying why; what they said is kept and holds for eight hours"


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of worker. `sees` is a scope above; `may` lists acts; `opens_on` names the page a day starts with.

    `opens` says how one record is opened where that takes more than being in scope: SAYS_WHY, or nothing.
    """

    code: str
    name: str
    description: str
    sees: str
    may: frozenset[str] = frozenset()
    opens_on: str = "today"
    opens: str = ""


def _role(code, name, description, sees, *may, opens_on="today", opens=""):
    return Role(code, name, description, sees, frozenset(may), opens_on, opens)


ROLES = {
    role.code: role
    for role in (
        _role("social_worker", "Social worker", "Works with children and their families and writes the record.", TEAM, WRITE, OPEN),
        _role("personal_adviser", "Personal adviser", "Supports young people who are leaving care.", TEAM, WRITE, OPEN),
        _role("front_door", "Front-door worker", "Answers calls, finds out who is already known and decides what follows.",
              SERVICE, WRITE, ALLOCATE, OPEN, opens_on="search"),
        _role("team_manager", "Team manager", "Holds every child who waits for a worker, allocates, checks and approves.",
              TEAM, WRITE, ALLOCATE, APPROVE, OPEN, ANSWER, opens_on="team"),
        _role("conference_chair", "Conference chair", "Chairs child protection conferences.", SERVICE, WRITE, APPROVE, OPEN),
        _role("reviewing_officer", "Independent reviewing officer", "Chairs the reviews of children in care.",
              SERVICE, WRITE, APPROVE, OPEN),
        _role("head_of_service", "Head of service", "Answers for several teams and for warnings that climbed.",
              SERVICE, WRITE, ALLOCATE, APPROVE, CHANGE_SETTINGS, IMPROVE, INVITE, OPEN, ANSWER, DISPOSE, READ_AUDIT, opens_on="service"),
        _role("director", "Director of children's services", "Answers in law for the whole service.",
              SERVICE, APPROVE, CHANGE_SETTINGS, IMPROVE, INVITE, DISPOSE, READ_AUDIT, opens_on="service", opens=SAYS_WHY),
        _role("quality_lead", "Quality lead", "Audits, learns and leads improvement.", SERVICE, WRITE, IMPROVE, INVITE, ANSWER, DISPOSE,
              opens_on="improvement", opens=SAYS_WHY),
        _role("practice_lead", "Practice lead", "Answers for how work is done here, and for the local numbers and promises.",
              SERVICE, WRITE, CHANGE_SETTINGS, opens_on="settings", opens=SAYS_WHY),
        _role("analyst", "Analyst", "Loads returns, checks the figures and names faults in the data.",
              SERVICE, WRITE, LOAD, opens_on="load", opens=SAYS_WHY),
        _role("inspector", "Inspector", "Is invited for named days to read how children are kept safe. Every look is written down.",
              INVITED, opens_on="inspector_room"),
        _role("administrator", "Administrator", "Looks after accounts and settings.", NOBODY, CHANGE_SETTINGS, ACCOUNTS, INTEGRATE, READ_AUDIT, opens_on="who_sees"),
    )
}

# Programs that write and read as workers do. They cannot sign in, are no choice on any form, and their tokens say what of this they may do.
INTEGRATIONS = {
    role.code: role
    for role in (
        _role("team_integration", "Integration of a team", "Another system that reads and writes for one team, by its tokens.", TEAM, WRITE),
        _role("service_integration", "Integration of the service", "Another system that reads and writes for the whole service, by its tokens.",
              SERVICE, WRITE),
    )
}
EVERY_ROLE = ROLES | INTEGRATIONS
