"""Ofsted's Annex A lists: the columns of each, as workbooks of 2021, 2024 and 2026 head them."""

from goldthread.exchange import spelt_care, spelt_need, spelt_people
from goldthread.exchange.authorities import AUTHORITY
from goldthread.exchange.kinds import DAY, IDENTIFIER, POSTCODE, TEXT, Kind, Unreadable, number
from goldthread.exchange.shapes import Column, Shape
from goldthread.exchange.spelt_people import answer
from goldthread.exchange.spelt_sources import SOURCE

UASC_NOW = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
MISSING = "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"
EMERGENCY = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
CARE_AGAIN = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
UASC_EVER = "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
PERMANENCE = "What is the permanence plan for this child?"
OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"
ABSENT = "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months"

CHILD = Column(
    "Child Unique ID", IDENTIFIER, "the child", "the child cannot be told",
    also=("Child ID", "Unique Child ID", "Child Unique Identifier", "Child Identifier", "Unique ID", "ID of Child", "Person ID"),
    pattern=r"\b(child|childs|person|client|mosaic|lcs|liquidlogic|system)\b.*\b(id|identifier|ref|reference|number)\b"
    r"|^(id|identifier|reference)$|\b(id|identifier|reference) (of )?(the )?(child|person|client)\b",
)  # fmt: skip
SEX = Column("Sex", spelt_people.SEX.kind(), "the sex", also=("Gender", "Child Gender", "Sex of Child"))
ETHNICITY = Column("Ethnicity", spelt_people.ETHNIC.kind(), "the ethnicity", also=("Ethnic Origin", "Ethnic Group"))
BORN = Column("Date of Birth", DAY, "the date of birth", also=("DOB", "Child Date of Birth", "Date of Birth of Child"), pattern=r"\bdate\b.*\bbirth\b|\bdob\b|^birth ?date$")


def _age(text: str) -> int:
    """Completed years: extracts give fractions, and -1 for an unborn child."""
    try:
        age = int(float(text) // 1)
    except ValueError:
        age = 1000
    if not -2 <= age <= 120:
        raise Unreadable("which is not an age in years")
    return age


AGE = Column("Age of Child (Years)", Kind(_age), "the age", also=("Age", "Age of Child", "Age in Years"))
ABOUT = (CHILD, SEX, ETHNICITY, BORN, AGE)
DISABLED = Column("Does the Child have a Disability", answer(spelt_people.DISABLED), "the disability", also=("Disability", "Disabled"))
TEAM = Column("Allocated Team", TEXT, "the team", also=("Team",))
WORKER = Column("Allocated Worker", TEXT, "the worker", also=("Worker", "Allocated Social Worker", "Social Worker"))
NEED = spelt_need.NEED.kind()
YES_NO = answer(spelt_people.YES_NO)
COUNT = number(0, 999)


def _day(name: str, plain: str, without: str = "", also: tuple[str, ...] = ()) -> Column:
    return Column(name, DAY, plain, without, also)


CONTACTS = Shape(
    "annex_a.1",
    (
        *ABOUT,
        _day("Date of Contact", "the day of the contact", "a contact without its day cannot be placed in a life", ("Contact Date",)),
        Column("Contact Source", SOURCE.kind(), "who made the contact", also=("Source of Contact",)),
    ),
    ("Date of Contact",), "Date of Contact", loose=True,
)  # fmt: skip

EARLY_HELP = Shape(
    "annex_a.2",
    (
        *ABOUT,
        _day("Assessment start date", "the day it began", "an assessment without its day cannot be placed in a life", ("EHA start date", "Early help assessment start date")),
        _day("Assessment completion date", "the day it was completed", also=("EHA completion date", "Early help assessment completion date")),
        Column("Organisation completing assessment", TEXT, "the organisation", also=("Organisation completing the assessment", "Organisation")),
    ),
    ("Assessment start date",), "Assessment start date", (("Assessment start date", "Assessment completion date"),), loose=True,
)  # fmt: skip

REFERRALS = Shape(
    "annex_a.3",
    (
        *ABOUT,
        _day("Date of referral", "the day of the referral", "a referral without its day cannot be placed in a life", ("Referral Date",)),
        Column("Referral Source", SOURCE.kind(), "who referred", also=("Source of Referral",)),
        Column("Referral NFA?", answer(spelt_people.NFA), "whether it went no further", also=("NFA", "Referral NFA")),
        Column("Number of Referrals in Last 12 Months", COUNT, "the number of referrals"),
        TEAM, WORKER,
    ),
    ("Date of referral",), "Date of referral", loose=True,
)  # fmt: skip

ASSESSMENTS = Shape(
    "annex_a.4",
    (
        *ABOUT, DISABLED,
        _day("Continuous Assessment Start Date", "the day it began", "an assessment without its day cannot be placed in a life",
             ("Assessment Start Date", "Single Assessment Start Date", "C&F Assessment Start Date")),
        Column("Child Seen During Continuous Assessment", answer(spelt_people.SEEN), "whether the child was seen", also=("Child Seen",)),
        _day("Continuous Assessment Date of Authorisation", "the day it was authorised", also=("Continuous Assessment Authorisation Date", "Assessment Authorisation Date", "Date of Authorisation")),
        Column("Was the child assessed as requiring LA children's social care support?", YES_NO, "whether support was needed",
               also=("Was the child assessed as requiring LA childrens social care support",)),
        TEAM, WORKER,
    ),
    ("Continuous Assessment Start Date",), "Continuous Assessment Start Date",
    (("Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"),), loose=True,
)  # fmt: skip

ENQUIRIES = Shape(
    "annex_a.5",
    (
        *ABOUT, DISABLED,
        _day("Strategy discussion initiating Section 47 Enquiry Start Date", "the day it began", "an enquiry without its day cannot be placed in a life",
             ("Section 47 Enquiry Start Date", "Section 47 Start Date")),
        Column("Was an Initial Child Protection Conference deemed unnecessary?", YES_NO, "whether a conference was needed"),
        _day("Date of Initial Child Protection Conference", "the day of the conference", also=("ICPC Date", "Date of ICPC")),
        Column("Did the Initial Child Protection Conference Result in a Child Protection Plan", YES_NO, "whether a plan was made"),
        Column("Number of Section 47 Enquiries in the last 12 months", COUNT, "the number of enquiries"),
        Column("Number of ICPCs in the last 12 months", COUNT, "the number of conferences"),
        TEAM, WORKER,
    ),
    ("Strategy discussion initiating Section 47 Enquiry Start Date",), "Strategy discussion initiating Section 47 Enquiry Start Date",
    (("Strategy discussion initiating Section 47 Enquiry Start Date", "Date of Initial Child Protection Conference"),), loose=True,
)  # fmt: skip

IN_NEED = Shape(
    "annex_a.6",
    (
        *ABOUT, DISABLED,
        _day("CIN Start Date", "the day it began", also=("Child in Need Start Date",)),
        Column("Primary Need Code", NEED, "the primary need", also=("Primary Need",)),
        _day("Date Child Was Last Seen", "the day the child was last seen", also=("Date Last Seen",)),
        _day("CIN Closure Date", "the day of closing"),
        Column("Reason for Closure", spelt_need.CLOSURE.kind(), "why it was closed", also=("CIN Closure Reason",)),
        Column("Case Status", spelt_need.STATUS.kind(), "the standing"),
        TEAM, WORKER,
    ),
    ("CIN Start Date",), "CIN Start Date", (("CIN Start Date", "CIN Closure Date"),), loose=True,
)  # fmt: skip

PROTECTION = Shape(
    "annex_a.7",
    (
        *ABOUT, DISABLED,
        _day("Child Protection Plan Start Date", "the day it began", "a plan without the day it began cannot be placed in a life", ("CPP Start Date", "CP Plan Start Date")),
        Column("Initial Category of Abuse", spelt_need.ABUSE.kind(), "the first category"),
        Column("Latest Category of Abuse", spelt_need.ABUSE.kind(), "the latest category"),
        _day("Date of the Last Statutory Visit", "the day of the last visit", also=("Date of Last Statutory Visit",)),
        Column("Was the Child Seen Alone?", answer(spelt_people.SEEN_ALONE), "whether the child was seen alone"),
        _day("Date of latest review conference", "the day of the latest conference"),
        _day("Child Protection Plan End Date", "the day it ended", also=("CPP End Date", "CP Plan End Date")),
        Column(EMERGENCY, YES_NO, "the emergency protection"),
        Column("Number of Previous Child Protection Plans", COUNT, "the number of earlier plans"),
        TEAM, WORKER,
    ),
    ("Child Protection Plan Start Date",), "Child Protection Plan Start Date",
    (("Child Protection Plan Start Date", "Child Protection Plan End Date"),), loose=True,
)  # fmt: skip

IN_CARE = Shape(
    "annex_a.8",
    (
        *ABOUT,
        Column(UASC_NOW, answer(spelt_people.ASYLUM), "whether the child seeks asylum alone", also=("UASC within the Last 12 Months", "UASC")),
        DISABLED,
        _day("Date Started to be Looked After", "the day care began", "care without the day it began cannot be placed in a life"),
        Column("Child's Category of Need", NEED, "the category of need", also=("Category of Need",)),
        Column(CARE_AGAIN, YES_NO, "whether it is a second period"),
        _day("Start date of current legal status", "the day the legal status began"),
        Column("Child's Legal Status", spelt_care.LEGAL.kind(), "the legal status", also=("Legal Status",)),
        _day("Date of Latest Statutory Review", "the day of the latest review"),
        _day("Date of Last Social Work Visit", "the day of the last visit"),
        Column(PERMANENCE, spelt_care.PERMANENCE.kind(), "the permanence plan", also=("Permanence Plan",)),
        _day("Date of Last IRO Visit / Contact to the Child", "the day the reviewing officer was last in touch", also=("Date of Last IRO Visit",)),
        _day("Date of Last Health Assessment", "the day of the last health assessment"),
        _day("Date of Last Dental Check", "the day of the last dental check"),
        Column("Number of Placements in the Last 12 months", COUNT, "the number of placements"),
        _day("Date Ceased to be Looked After", "the day care ended"),
        Column("Reason Ceased to be Looked After", spelt_care.CEASED.kind(), "why care ended"),
        _day("Start Date of Most Recent Placement", "the day the placement began"),
        Column("Placement Type", spelt_care.PLACEMENT.kind(), "the kind of placement"),
        Column("Placement Provider", spelt_care.PROVIDER.kind(), "the provider"),
        Column("Placement postcode", POSTCODE, "the placement postcode"),
        Column("URN of Placement", TEXT, "the Ofsted number", also=("URN",)),
        Column("Placement Location", spelt_care.LOCATION.kind(), "whether it is in the area"),
        Column("LA of Placement", AUTHORITY, "the authority of the placement"),
        Column(MISSING, COUNT, "the number of missing episodes"),
        Column(ABSENT, COUNT, "the number of absences"),
        Column(OFFERED, answer(spelt_people.OFFERED), "whether an interview was offered"),
        Column(ACCEPTED, answer(spelt_people.ACCEPTED), "whether it was accepted"),
        TEAM, WORKER,
    ),
    ("Date Started to be Looked After",), "Date Started to be Looked After",
    (("Date Started to be Looked After", "Date Ceased to be Looked After"),), loose=True,
)  # fmt: skip

LEAVING = Shape(
    "annex_a.9",
    (
        *ABOUT,
        Column(UASC_EVER, answer(spelt_people.ASYLUM), "whether the young person sought asylum alone", also=("UASC",)),
        DISABLED, TEAM, WORKER,
        Column("Allocated Personal Advisor", TEXT, "the personal adviser", also=("Personal Advisor", "Allocated Personal Adviser")),
        Column("Eligibility Category", spelt_care.ELIGIBILITY.kind(), "the eligibility"),
        _day("Latest Pathway Plan Review Date", "the day of the latest pathway plan review"),
        Column("LA in Touch", spelt_care.IN_TOUCH.kind(), "whether the authority is in touch", also=("In Touch",)),
        _day("Latest Date of Contact", "the day of the latest contact"),
        Column("Type of Accommodation", spelt_care.HOME.kind(), "the accommodation", also=("Accommodation Type",)),
        Column("Suitability of Accommodation", spelt_care.SUITABLE.kind(), "whether it suits"),
        Column("Activity Status", spelt_care.ACTIVITY.kind(), "the activity"),
    ),
    ("LA in Touch",), "Latest Date of Contact", loose=True,
)  # fmt: skip

ADOPTION = Shape(
    "annex_a.10",
    (
        *ABOUT, Column("Family identifier", TEXT, "the family"), DISABLED,
        _day("Date the Child Entered Care", "the day care began"),
        _day("Date of Decision that Child Should be Placed for Adoption", "the day of the decision"),
        _day("Date of Placement Order", "the day of the placement order"),
        _day("Date of Matching Child and Prospective Adopters", "the day of the match"),
        _day("Date Placed for Adoption", "the day of placing"),
        _day("Date of Adoption Order", "the day of the adoption order"),
        _day("Date of Decision that Child Should No Longer be Placed for Adoption", "the day the decision was reversed"),
        Column("Reason Why Child No Longer Placed for Adoption", spelt_care.REVERSED.kind(), "why it was reversed"),
        _day("Date the child was placed for fostering in FFA or concurrent planning placement", "the day of fostering for adoption"),
    ),
    ("Date the Child Entered Care",), "Date the Child Entered Care", loose=True,
)  # fmt: skip

ADOPTERS = Shape(
    "annex_a.11",
    (
        Column("Individual adopter identifier", IDENTIFIER, "the adopter", "the adopter cannot be told", also=("Adopter ID",)),
        Column("Family identifier", TEXT, "the family"), SEX, ETHNICITY,
        Column("Disability", answer(spelt_people.DISABLED), "the disability"),
        Column("Is the (prospective) adopter fostering for adoption?", YES_NO, "whether they foster for adoption"),
        _day("Date enquiry received", "the day of the enquiry"),
        _day("Date Stage 1 started", "the day stage 1 began"), _day("Date Stage 1 ended", "the day stage 1 ended"),
        _day("Date Stage 2 started", "the day stage 2 began"), _day("Date Stage 2 ended", "the day stage 2 ended"),
        _day("Date application submitted", "the day of the application"), _day("Date application approved", "the day of approval"),
        _day("Date adopter matched with child(ren)", "the day of the match"),
        _day("Date child/children placed with adopter(s)", "the day of placing"),
        Column("No. of children placed", number(0, 20), "the number of children"),
        _day("Date of Adoption Order", "the day of the adoption order"),
        _day("Date of leaving adoption process", "the day of leaving"),
        Column("Reason for leaving adoption process", spelt_care.LEFT_ADOPTING.kind(), "why they left"),
    ),
    ("Individual adopter identifier", "Date enquiry received"), "Date enquiry received", loose=True,
)  # fmt: skip

SHAPES = (CONTACTS, EARLY_HELP, REFERRALS, ASSESSMENTS, ENQUIRIES, IN_NEED, PROTECTION, IN_CARE, LEAVING, ADOPTION, ADOPTERS)
