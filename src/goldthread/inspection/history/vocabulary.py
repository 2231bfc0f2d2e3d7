"""What inspectors ask for again and again, as themes, each with the words it goes by.

A word of a phrase stands for itself and its plural; one that ends in * for every word that begins so; … for any words between.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that reports ask to improve. Sharing one of its `phrases` is why it is suggested; `but_not` are longer

    phrases that hold one of them and mean something else.
    """

    code: str
    label: str
    phrases: tuple[str, ...]
    but_not: tuple[str, ...] = ()


def _theme(code: str, label: str, *phrases: str, but_not: tuple[str, ...] = ()) -> Theme:
    return Theme(code, label, phrases, but_not)


THEMES = (
    _theme("permanence", "Permanence: a settled home for good",
           "permanence", "permanency", "permanent home", "permanent plan", "early permanence", "parallel plan*", "placement order",
           "special guardian*", "foster to adopt", "fostering to adopt", "family finding", "long term … match*"),
    _theme("leaving_care", "Young people leaving care",
           "care leaver", "leaving care", "pathway plan*", "personal adviser", "personal advisor", "staying put", "transition to adulthood",
           "care experienced", "care leaving"),
    _theme("domestic_abuse", "Domestic abuse: every notification weighed",
           "domestic abuse", "domestic violence", "marac", "coercive control"),
    _theme("early_help", "Early help and partners",
           "early help", "early support", "early intervention", "common assessment", "caf", "cafs", "partner led", "team around the",
           "preventative service", "early enough"),
    _theme("missing_exploited", "Missing and exploited children",
           "missing", "exploit*", "cse", "contextual safeguarding", "return home interview", "return interview", "trafficked", "trafficking",
           "gang", "extra familial", "outside the home", "extremis*", "radicalis*"),
    _theme("written_plans", "Written plans",
           "written plan", "care plan*", "quality … plans", "plans are", "plans that", "plans to", "plans for children",
           "child in need plan", "children in need plan", "protection plan … specific", "protection plan … clear", "planning for children",
           "children’s plans", "plans have", "all plans", "plans include", "plans contain", "plans clearly", "contingency", "contingencies",
           "safety plan*", "pathway plans", "pathway planning", "assessment and planning", "assessments and planning", "effective plan*",
           "assessments and plan", "implementation of plans",
           but_not=("action plan", "business plan", "strategic plan*", "improvement plan*", "education plan", "development plan", "plans are in place to",
                    "expedite plans", "draft plans", "recovery plan", "workforce plan*", "communication plan", "quality … recording",
                    "quality assurance", "work plan", "service plan*", "training plan*")),
    _theme("homes", "Fostering, and the choice of home",
           "fostering service", "foster carer", "fostering panel", "fostering recruitment", "range of placement", "placement choice", "sufficiency",
           "placement breakdown", "placement stability", "stability of placement", "sufficient … placements", "sufficient … homes", "choice of home",
           "choice of placement", "unregistered", "unregulated", "matching … placement", "placement matching", "matching process*",
           "out of area", "out of borough", "distance from", "availability of placement", "fostering", "supported lodgings", "residential", "placements for",
           "number of placement", "placed at a distance", "children’s homes", "suitable placement", "stability for children", "stable home",
           "suitable homes", "secure homes", "emergency placement", "placement option",
           but_not=("private fostering", "fostering to adopt", "residential assessment")),
    _theme("oversight", "Management oversight; knowing what is done",
           "management oversight", "managers’ oversight", "manager oversight", "oversight by", "oversight of", "oversight and", "supervis*", "quality assur*", "audit*",
           "performance management", "performance information", "performance data", "management information", "data", "rationale",
           "management decision*", "scrutin*", "oversight", "managers … challenge", "reflective", "management arrangements",
           "performance report*", "front line managers", "management grip", "line of sight", "managers … ensure"),
    _theme("disabled", "Disabled children",
           "disabled", "disabilit*", "special educational need*", "complex health"),
    _theme("education", "Education of children in care",
           "virtual school", "personal education plan", "peps", "pep", "educational attainment", "education* … looked after", "education* … in care",
           "looked after … education*", "children in care … education*", "pupil premium", "exclusion", "school attendance", "absence from school", "key stage", "attainment",
           "educational outcome", "educational progress", "educational achievement", "education, employment and training support", "achieve well",
           "attend school", "education for looked", "alternative provision", "not in full time education", "educational provision"),
    _theme("courts", "Trust of the courts, and work before court",
           "court", "courts", "pre proceedings", "public law outline", "plo", "care proceedings", "letter before", "letters before", "cafcass",
           "legal advice", "legal intervention", "legal planning", "legal framework", "legal gateway"),
    _theme("before_birth", "Assessment before birth",
           "pre birth", "unborn", "before birth", "expectant", "pregnan*"),
    _theme("housing", "Housing at the table",
           "housing", "homeless*", "accommodation", "bed and breakfast", "tenanc*", "semi independent"),
    _theme("front_door", "The front door: contacts, thresholds, decisions",
           "front door", "contacts and referral", "contact and referral", "threshold", "mash", "referral*", "step down", "stepped down", "step up",
           "initial response", "first contact", "single point of", "consent", "contacts", "multi agency safeguarding hub", "emergency duty",
           "out of hours", "level of need", "levels of need", "initial decision",
           but_not=("point of referral",)),
    _theme("assessment", "Assessments of need and risk",
           "assessments", "assessment of", "quality of assessment", "single assessment", "assessment practice", "chronolog*", "risk assess*",
           "parenting assessment", "assessment and", "assess risk", "assessment is", "assessment process", "assessment framework", "assessing", "protocol for assessment"),
    _theme("protection", "Protection: strategy meetings, conferences, core groups",
           "strategy discussion", "strategy meeting", "core group", "child protection conference", "case conference", "section 47", "s47", "child protection enquir*",
           "child protection investigation*", "child protection chair", "child protection process", "child protection response", "initial conference",
           "protection plan", "child protection work", "child protection practice", "child protection",
           but_not=("no child protection concerns",)),
    _theme("children_in_need", "Children in need: seen, reviewed, not left",
           "child in need", "children in need", "unallocated", "visits to children", "visited in accordance", "drift", "delay*", "statutory visit", "visiting", "visited",
           "neglect*", "seen alone", "see them on their own", "children are seen",
           but_not=("children in need of help", "child in need of help")),
    _theme("reviews", "Reviews, and officers who challenge",
           "reviewing officer", "iro", "iros", "dispute resolution", "escalation", "reviews of", "conference chairs", "looked after children review*", "looked after review*",
           "statutory review*", "following reviews", "independent chair", "reviews take place", "child protection chairs", "reviews … timely"),
    _theme("health", "Health and emotional wellbeing",
           "health", "dental", "camhs", "emotional", "wellbeing", "well being", "therap*", "strengths and difficulties", "substance",
           but_not=("health and wellbeing board", "health and well being board")),
    _theme("voice", "Children heard and taking part",
           "voice*", "views", "wishes", "children in care council", "participat*", "listen*", "feedback", "advoca*", "complain*", "independent visitor",
           "consult with children", "consult* … young people", "direct work", "lived experience", "children’s experiences", "see them on their own",
           "engagement of young people", "involvement of", "care council",
           but_not=("participate in education", "participation in education")),
    _theme("identity", "Identity, diversity and life stories",
           "identity", "divers*", "cultur*", "ethnic*", "life story", "life journey", "later life letter", "later in life letter", "religio*", "racial", "language", "equality",
           "individual needs", "sense of their", "memory box*", "histor* … life", "life stories", "genital mutilation"),
    _theme("adoption", "Adoption",
           "adopt*"),
    _theme("kinship", "Family and friends who care; going home; private fostering",
           "connected person*", "connected carer", "kinship", "family and friends", "privately fostered", "private fostering", "return home", "returning home",
           "return to their famil*", "reunif*", "family group conference", "placed with parents", "placement with parents", "family time", "contact arrangement*",
           "friends and family", "living with parents", "siblings", "regulation 24", "viability",
           but_not=("return home interview",)),
    _theme("workforce", "Workers: enough of them, staying, trained",
           "workforce", "caseload", "case load", "workload", "recruitment", "turnover", "retention", "staffing", "training", "social work capacity", "vacanc*",
           "capacity", "agency staff", "changes of social worker", "change of social worker", "newly qualified", "professional development",
           "principal social worker", "consistent social worker", "consistency of social worker", "stable workforce", "recruit*", "practice model",
           "model of practice", "skills", "research", "same social worker", "relationships with their social workers", "social workers have",
           but_not=("education, training", "training, employment", "training and employment", "education, employment or training", "education, employment and training", "employment, education and training", "employment or training", "education or training", "employment and training")),
    _theme("records", "Records and systems",
           "recording", "recorded", "case record*", "records", "electronic", "ict", "it system", "case file", "information system", "client record", "information sharing",
           "record keeping", "share information", "sharing of information", "sharing information", "written record", "recordings"),
    _theme("corporate_parents", "Corporate parents and leaders",
           "corporate parent*", "elected member", "councillor", "political", "leadership", "senior leader", "chief executive", "director",
           "governance", "strategic", "commission*", "lead member", "joint strategic", "improvement plan*", "leaders"),
    _theme("partners", "Agencies working together",
           "partner", "partnership", "multi agency", "inter agency", "joint working", "agencies", "joint work*", "joined up", "single and multi"),
    _theme("board", "The safeguarding board’s own work",
           "lscb", "safeguarding board", "safeguarding children board", "bscb", "sscb", "board", "sub group", "subgroup", "annual report", "serious case review", "scr", "case reviews",
           "section 11", "business plan", "child death*", "scb", "learning and improvement framework", "lay member*", "local safeguarding children",
           but_not=("corporate parenting board", "improvement board", "wellbeing board", "well being board", "justice board")),
    _theme("allegations", "Allegations against people who work with children",
           "designated officer", "allegation", "lado", "position of trust", "positions of trust"),
    _theme("young_alone", "Children who come alone, and young carers",
           "asylum*", "unaccompanied", "young carer", "migrant", "home educat*", "elective* … home educat*", "electively", "educated at home"),
)  # fmt: skip
BY_CODE = {theme.code: theme for theme in THEMES}
