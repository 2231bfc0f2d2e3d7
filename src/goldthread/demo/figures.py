"""Proportions of the city, after rounded national figures: good enough for a made-up place, not to be quoted.

Shares are weights; lengths are years unless they say otherwise. What a child's way through the service can be, and how
long each part lasts, is chosen so that on any one day the city looks like the national picture.
"""

from typing import NamedTuple

CHILDREN_IN_FAMILY = ((1, 33), (2, 30), (3, 20), (4, 11), (5, 6))  # with those soon grown up; 45, 27, 16, 8, 4 are open
AGES_AT_REFERRAL = (((0.0, 1.0), 10), ((1.0, 5.0), 24), ((5.0, 10.0), 28), ((10.0, 16.0), 31), ((16.0, 17.6), 7))

# What comes of a referral.
WAYS = (("refused", 7), ("assessed", 45), ("need", 33), ("protection", 9.0), ("care", 4.8))
UNACCOMPANIED = 2.2  # beside those weights: a young person who came here alone
ENQUIRY_WITHOUT_CONFERENCE = 0.29  # of those whose way is neither protection nor care
CONFERENCE_WITHOUT_PLAN = 0.02
CONFERENCE_IN_TIME = 0.79
ASSESSMENT_IN_TIME = 0.84  # of those that are not cut short; 83 % of all
BACK_WITHIN_A_YEAR = 0.37
BACK_LATER = 0.1
STEPS_DOWN = 0.6

PLAN_LENGTHS = (((0.12, 0.25), 20), ((0.25, 0.5), 12), ((0.5, 1.0), 40), ((1.0, 2.0), 24), ((2.0, 3.0), 4))
NEED_MEDIAN, NEED_SPREAD = 0.5, 0.85
NEED_LONG = (1.5, 5.0)  # a disabled child's plan
STEP_DOWN_LENGTH = (0.2, 0.6)
CATEGORY_SPREAD = 0.4  # plans whose category is drawn and not the one the family's story suggests
CATEGORIES = (("NEG", 49), ("EMO", 37), ("PHY", 7), ("SAB", 4), ("MUL", 3))


class WayOut(NamedTuple):
    """How a period of care ends: the reason in the code of the returns, its share, and how long care then lasts."""

    reason: str
    share: float
    shortest: float
    longest: float


EIGHTEEN = "18"
WAYS_OUT = (
    (1, (WayOut("E11", 36, 1.2, 2.4), WayOut("E47", 26, 0.6, 1.6), WayOut("E4A", 32, 0.15, 1.2), WayOut(EIGHTEEN, 4, 0, 0))),
    (5, (WayOut("E11", 14, 1.2, 2.6), WayOut("E47", 28, 0.7, 1.9), WayOut("E4A", 38, 0.1, 1.6), WayOut(EIGHTEEN, 19, 0, 0))),
    (10, (WayOut("E46", 15, 0.8, 2.0), WayOut("E4A", 52, 0.1, 1.6), WayOut(EIGHTEEN, 31, 0, 0))),
    (16, (WayOut("E4B", 28, 0.05, 0.9), WayOut("E13", 20, 0.1, 1.5), WayOut(EIGHTEEN, 50, 0, 0))),
    (18, (WayOut("E4B", 20, 0.05, 0.5), WayOut(EIGHTEEN, 80, 0, 0))),
)  # fmt: skip
# Age at entry to care changes who among the referred comes into it.
CARE_BY_AGE = ((1, 3.2), (5, 0.9), (10, 0.7), (16, 0.85), (18, 2.4))
SIBLING_COMES_TOO = 0.75
CARE_AFTER_PLAN = 0.35

HOMES_UNDER_16 = (("U6", 46), ("U4", 9), ("U3", 17), ("U1", 5), ("K2", 13), ("P1", 8), ("U5", 2))
HOMES_FROM_16 = (("U6", 36), ("U4", 8), ("U3", 8), ("K2", 18), ("K3", 26), ("P1", 4))
MOVES_A_YEAR = 0.55
AGREEMENT_FIRST = 0.4  # begins by agreement under section 20; the others under an interim order
MISSING_IN_CARE = 0.11
LEAVES_AFTER_CARE = (2.0, 7.0)  # years of leaving care after 18

CONTACTS_BESIDE = ((2, 30), (3, 45), (4, 25))  # for each referral, calls that did not become one
WORKER_STAYS = 2.2
CHILDREN_A_WORKER = 16
WORKERS_A_TEAM = 7


class Habits(NamedTuple):
    """How a service keeps its promises: shares of what goes wrong in the ways real services go wrong."""

    late: float = 0.09  # of visits and meetings
    late_assessment: float = 0.17
    unseen: float = 0.06
    unsaid: float = 0.04  # a visit that does not say whether the child was seen alone
    alone: float = 0.8
    slow: float = 0.18  # written up days later
    wrong: float = 0.025  # corrected afterwards
    waits: float = 0.06  # for a worker, longer than the standard
    drift: float = 0.03  # left open after the work is done
    forgotten: float = 0.06  # one-off tasks never done


HUMAN = Habits()
TIDY = Habits(0, 0, 0, 0, 1, 0, 0, 0, 0, 0)
