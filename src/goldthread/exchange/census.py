"""The children in need census: its modules, in every shape that years and suppliers have given them."""

from goldthread.exchange import codes
from goldthread.exchange.kinds import DAY, FLAG, IDENTIFIER, TEXT, UPN, coded, number, several
from goldthread.exchange.shapes import Column, Shape

ROOT, CHILD_TAG = "Message", "Child"

_CHILD = Column("LAchildID", IDENTIFIER, "the child", "the child cannot be told")
_REFERRED = Column("CINreferralDate", DAY, "the day of the referral")
_ABUSE = coded(codes.ABUSE, "categories of abuse")


def _day(name: str, plain: str, without: str = "") -> Column:
    return Column(name, DAY, plain, without)


CHILD = Shape(
    "cin.child",
    (
        _CHILD,
        Column("UPN", UPN, "the pupil number"),
        Column("FormerUPN", UPN, "the former pupil number"),
        Column("UPNunknown", UPN, "why there is no pupil number"),
        _day("PersonBirthDate", "the date of birth"),
        _day("ExpectedPersonBirthDate", "the expected date of birth"),
        Column("Sex", coded(codes.SEX, "codes for sex", also=codes.SEX_SPELLINGS), "the sex", also=("GenderCurrent",)),
        _day("PersonDeathDate", "the date of death"),
        Column("Ethnicity", coded(codes.ETHNICITY, "ethnicity codes"), "the ethnicity"),
        Column("Disability", several(coded(codes.DISABILITY, "disability codes")), "the disabilities"),
    ),
    ("LAchildID",),
    spans=(("PersonBirthDate", "PersonDeathDate"),),
)  # fmt: skip

EPISODE = Shape(
    "cin.episode",
    (
        _CHILD,
        _day("CINreferralDate", "the day of the referral", "a referral without its day cannot be placed in a life"),
        Column("ReferralSource", coded(codes.REFERRAL_SOURCE, "referral source codes", codes.REFERRAL_SOURCE_TERMS), "who referred"),
        Column("PrimaryNeedCode", coded(codes.NEED, "primary need codes"), "the primary need"),
        _day("CINclosureDate", "the day of closing"),
        Column("ReasonForClosure", coded(codes.CLOSURE, "reasons for closing", codes.CLOSURE_TERMS), "why it was closed"),
        _day("DateOfInitialCPC", "the day of the initial conference"),
        Column("ReferralNFA", FLAG, "whether the referral went no further"),
    ),
    ("CINreferralDate",),
    "CINreferralDate",
    (("CINreferralDate", "CINclosureDate"),),
)  # fmt: skip

ASSESSMENT = Shape(
    "cin.assessment",
    (
        _CHILD, _REFERRED,
        _day("AssessmentActualStartDate", "the day the assessment began", "an assessment without its day cannot be placed in a life"),
        _day("AssessmentInternalReviewDate", "the day of the internal review"),
        _day("AssessmentAuthorisationDate", "the day it was authorised"),
        Column("AssessmentFactors", several(coded(codes.FACTORS, "assessment factors", codes.FACTOR_TERMS)), "the factors"),
    ),
    ("AssessmentActualStartDate",),
    "AssessmentActualStartDate",
    (("AssessmentActualStartDate", "AssessmentAuthorisationDate"),),
)  # fmt: skip

NEED_PLAN = Shape(
    "cin.need_plan",
    (
        _CHILD, _REFERRED,
        _day("CINPlanStartDate", "the day the plan began", "a plan without the day it began cannot be placed in a life"),
        _day("CINPlanEndDate", "the day the plan ended"),
    ),
    ("CINPlanStartDate",),
    "CINPlanStartDate",
    (("CINPlanStartDate", "CINPlanEndDate"),),
)  # fmt: skip

ENQUIRY = Shape(
    "cin.section_47",
    (
        _CHILD, _REFERRED,
        _day("S47ActualStartDate", "the day the enquiry began", "an enquiry without its day cannot be placed in a life"),
        _day("InitialCPCtarget", "the target day of the conference"),
        _day("DateOfInitialCPC", "the day of the initial conference"),
        Column("ICPCnotRequired", FLAG, "whether a conference was needed"),
    ),
    ("S47ActualStartDate",),
    "S47ActualStartDate",
    (("S47ActualStartDate", "DateOfInitialCPC"),),
)  # fmt: skip

PROTECTION_PLAN = Shape(
    "cin.protection_plan",
    (
        _CHILD, _REFERRED,
        _day("CPPstartDate", "the day the plan began", "a plan without the day it began cannot be placed in a life"),
        _day("CPPendDate", "the day the plan ended"),
        Column("InitialCategoryOfAbuse", _ABUSE, "the first category"),
        Column("LatestCategoryOfAbuse", _ABUSE, "the latest category"),
        Column("NumberOfPreviousCPP", number(0, 99), "the number of earlier plans"),
    ),
    ("CPPstartDate",),
    "CPPstartDate",
    (("CPPstartDate", "CPPendDate"),),
)  # fmt: skip

PROTECTION_REVIEW = Shape(
    "cin.protection_review",
    (
        _CHILD, _REFERRED,
        _day("CPPstartDate", "the day the plan began"),
        _day("CPPreviewDate", "the day of the review", "a review without its day cannot be placed in a life"),
    ),
    ("CPPreviewDate",),
    "CPPreviewDate",
)  # fmt: skip

PRE_PROCEEDINGS = Shape(
    "cin.pre_proceedings",
    (
        _CHILD, _REFERRED,
        _day("PPStartDate", "the day it began", "pre-proceedings without the day they began cannot be placed in a life"),
        _day("LBPSentDate", "the day of the letter before proceedings"),
        Column("FGDMMeetingOffer", FLAG, "whether a family meeting was offered"),
        Column("FGDMMeetingFac", FLAG, "whether a family meeting was held"),
        _day("InitialPPMeetingDate", "the day of the first meeting"),
        Column("ReviewMeetingsCount", number(0, 99), "the number of review meetings"),
        _day("StepDecisionDate", "the day of the decision"),
        Column("PPOutcome", TEXT, "the outcome"),
        _day("CourtAppDate", "the day of the application"),
        _day("LetterInitCPDate", "the day of the letter of issue"),
    ),
    ("PPStartDate",),
    "PPStartDate",
)  # fmt: skip

WITHIN = {
    "Assessments": ASSESSMENT, "CINPlanDates": NEED_PLAN, "Section47": ENQUIRY, "ChildProtectionPlans": PROTECTION_PLAN,
    "PreProceedingsandFGDM": PRE_PROCEEDINGS,
}  # fmt: skip
"""Which table each group inside CINdetails is."""

SHAPES = (CHILD, EPISODE, PROTECTION_REVIEW, *WITHIN.values())
