"""The looked-after children return (SSDA903): its tables, as CSV files and as one XML file."""

from goldthread.exchange import codes
from goldthread.exchange.kinds import DAY, FLAG, IDENTIFIER, PART_DAY, POSTCODE, TEXT, UPN, URN, coded, number
from goldthread.exchange.shapes import Column, Shape

_CHILD = Column("CHILD", IDENTIFIER, "the child", "the child cannot be told", also=("CHILDID", "CHILD ID", "Child identifier"))
_DOB = Column("DOB", DAY, "the date of birth", also=("Date of birth",))
_SEX = Column("SEX", coded(codes.SEX, "codes for sex", also=codes.SEX_SPELLINGS), "the sex")


def _day(name: str, plain: str, without: str = "") -> Column:
    return Column(name, DAY, plain, without)


def _flag(name: str, plain: str) -> Column:
    return Column(name, FLAG, plain)


HEADER = Shape(
    "ssda903.header",
    (
        _CHILD, _SEX, _DOB,
        Column("ETHNIC", coded(codes.ETHNICITY, "ethnicity codes"), "the ethnicity", also=("ETHNICITY",)),
        Column("UPN", UPN, "the pupil number"),
        _flag("MOTHER", "whether she is a mother"),
        _day("MC_DOB", "her child's date of birth"),
        _flag("UASC", "whether the child is seeking asylum alone"),
    ),
    ("CHILD", "SEX", "ETHNIC"),
)  # fmt: skip

EPISODES = Shape(
    "ssda903.episodes",
    (
        _CHILD,
        _day("DECOM", "the day the episode began", "an episode without the day it began cannot be placed in a life"),
        Column("RNE", coded(codes.EPISODE_BEGAN, "codes for why an episode began"), "why the episode began"),
        Column("LS", coded(codes.LEGAL_STATUS, "legal status codes"), "the legal status"),
        Column("CIN", coded(codes.NEED, "category of need codes"), "the category of need"),
        Column("PLACE", coded(codes.PLACEMENT, "placement codes", codes.PLACEMENT_TERMS), "the kind of placement", also=("PL",)),
        Column("PLACE_PROVIDER", coded(codes.PROVIDER, "placement provider codes"), "the provider"),
        _day("DEC", "the day the episode ended"),
        Column("REC", coded(codes.EPISODE_ENDED, "codes for why an episode ended"), "why the episode ended"),
        Column("REASON_PLACE_CHANGE", coded(codes.PLACEMENT_CHANGED, "reasons for a placement change"), "why the placement changed"),
        Column("HOME_POST", POSTCODE, "the home postcode"),
        Column("PL_POST", POSTCODE, "the placement postcode"),
        Column("URN", URN, "the Ofsted number"),
    ),
    ("DECOM", "RNE"),
    "DECOM",
    (("DECOM", "DEC"),),
)  # fmt: skip

REVIEWS = Shape(
    "ssda903.reviews",
    (
        _CHILD, _DOB,
        _day("REVIEW", "the day of the review", "a review without its day cannot be placed in a life"),
        Column("REVIEW_CODE", coded(codes.TOOK_PART, "codes for taking part"), "how the child took part"),
    ),
    ("REVIEW",),
    "REVIEW",
)  # fmt: skip

UASC = Shape("ssda903.uasc", (_CHILD, _SEX, _DOB, _day("DUC", "the day the status ceased")), ("DUC",))

OC2 = Shape(
    "ssda903.oc2",
    (
        _CHILD, _DOB,
        Column("SDQ_SCORE", number(0, 40), "the strengths and difficulties score"),
        Column("SDQ_REASON", coded(codes.SDQ_REASON, "reasons for no score"), "why there is no score"),
        _flag("CONVICTED", "whether the child was convicted"),
        _flag("HEALTH_CHECK", "whether development was checked"),
        _flag("IMMUNISATIONS", "whether immunisations are up to date"),
        _flag("TEETH_CHECK", "whether a dentist saw the child"),
        _flag("HEALTH_ASSESSMENT", "whether there was a health assessment"),
        _flag("SUBSTANCE_MISUSE", "whether there is substance misuse"),
        _flag("INTERVENTION_RECEIVED", "whether help was received"),
        _flag("INTERVENTION_OFFERED", "whether help was offered"),
    ),
    ("IMMUNISATIONS", "HEALTH_ASSESSMENT"),
)  # fmt: skip

OC3 = Shape(
    "ssda903.oc3",
    (
        _CHILD, _DOB,
        Column("IN_TOUCH", coded(codes.IN_TOUCH, "in touch codes"), "whether the authority is in touch"),
        Column("ACTIV", coded(codes.ACTIVITY, "activity codes", codes.ACTIVITY_TERMS), "the activity"),
        Column("ACCOM", coded(codes.ACCOMMODATION, "accommodation codes"), "the accommodation"),
    ),
    ("IN_TOUCH", "ACCOM"),
)  # fmt: skip

AD1 = Shape(
    "ssda903.ad1",
    (
        _CHILD, _DOB,
        _day("DATE_INT", "the day of the decision for adoption"),
        _day("DATE_MATCH", "the day of the match"),
        _flag("FOSTER_CARE", "whether a former foster carer adopted"),
        Column("NB_ADOPTR", coded(codes.ADOPTERS, "numbers of adopters"), "the number of adopters"),
        Column("SEX_ADOPTR", coded(codes.ADOPTERS_SEX, "codes for the adopters"), "the sex of the adopters"),
        Column("LS_ADOPTR", coded(codes.ADOPTERS_STATUS, "codes for the adopters' status"), "the adopters' status"),
    ),
    ("DATE_INT", "DATE_MATCH"),
)  # fmt: skip

PLACED = Shape(
    "ssda903.placed_for_adoption",
    (
        _CHILD, _DOB,
        _day("DATE_PLACED", "the day of the decision", "a decision without its day cannot be placed in a life"),
        _day("DATE_PLACED_CEASED", "the day the decision was reversed"),
        Column("REASON_PLACED_CEASED", coded(codes.PLACED_CEASED, "reasons for reversing it"), "why it was reversed"),
    ),
    ("DATE_PLACED",),
    "DATE_PLACED",
    (("DATE_PLACED", "DATE_PLACED_CEASED"),),
)  # fmt: skip

PREVIOUS = Shape(
    "ssda903.previous_permanence",
    (
        _CHILD, _DOB,
        Column("PREV_PERM", coded(codes.PREVIOUS_ORDER, "codes for a previous order"), "the previous order"),
        Column("LA_PERM", TEXT, "the authority of the order"),
        Column("DATE_PERM", PART_DAY, "the day of the order"),
    ),
    ("PREV_PERM",),
)  # fmt: skip

MISSING = Shape(
    "ssda903.missing",
    (
        _CHILD, _DOB,
        Column("MISSING", coded(codes.AWAY, "codes for missing and away"), "whether missing or away"),
        _day("MIS_START", "the day the child went missing", "a missing episode without its day cannot be placed in a life"),
        _day("MIS_END", "the day the child was found"),
    ),
    ("MIS_START",),
    "MIS_START",
    (("MIS_START", "MIS_END"),),
)  # fmt: skip

WORKERS = Shape(
    "ssda903.social_workers",
    (
        _CHILD, _DOB,
        Column("SW_ID", IDENTIFIER, "the social worker's number", "the social worker cannot be told"),
        _day("SW_DECOM", "the day the worker was given", "the day the worker was given is not known"),
        _day("SW_DEC", "the day the worker ended"),
        Column("SW_REASON", coded(codes.WORKER_CHANGED, "reasons for the change of worker"), "why the worker changed"),
    ),
    ("SW_DECOM",),
    "SW_DECOM",
    (("SW_DECOM", "SW_DEC"),),
)  # fmt: skip

LIBERTY = Shape(
    "ssda903.deprivation_of_liberty",
    (
        _CHILD, _DOB,
        _day("DOLO_START", "the day the order began", "an order without its day cannot be placed in a life"),
        _day("DOLO_END", "the day the order ended"),
    ),
    ("DOLO_START",),
    "DOLO_START",
    (("DOLO_START", "DOLO_END"),),
)  # fmt: skip

SHAPES = (HEADER, EPISODES, REVIEWS, UASC, OC2, OC3, AD1, PLACED, PREVIOUS, MISSING, WORKERS, LIBERTY)

ROOT, CHILD_TAG = "EXPSSDA903", "CHILD"

WITHIN = {
    "AMISSING": MISSING, "AREVIEW": REVIEWS, "PERMANENCE": PREVIOUS, "OC2": OC2, "AD_PLACED": PLACED,
}  # fmt: skip
"""Which table each group inside HEADER of the XML form is."""

BESIDE = (AD1, OC3, UASC)
"""Tables whose columns stand directly in HEADER of the XML form, one row a child, if any of them is filled."""
