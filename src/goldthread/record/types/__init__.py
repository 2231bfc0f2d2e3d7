"""The entry types, by part of the service. Importing this fills the register."""

from goldthread.record.types.assessment import Assessment, Enquiry, StrategyDiscussion
from goldthread.record.types.care import (
    AdoptionDecision,
    CarePlan,
    LegalStatus,
    LookedAfter,
    Placement,
    PreviousPermanence,
    Review,
)
from goldthread.record.types.front_door import Closing, Contact, EarlyHelp, Referral, Warning
from goldthread.record.types.health_education import (
    EducationPlan,
    HealthAssessment,
    Schooling,
    StrengthsAndDifficulties,
    YearInCare,
)
from goldthread.record.types.leaving_care import LeavingCare, LeavingCareContact, PathwayPlan
from goldthread.record.types.lists import Adopter, ListAnswers
from goldthread.record.types.missing import MissingEpisode, ReturnInterview
from goldthread.record.types.people import Address, Allocation, PersonDetails, Relationship
from goldthread.record.types.plans import Booking, Conference, CoreGroup, NeedPlan, NeedPlanReview, ProtectionPlan
from goldthread.record.types.work import CaseNote, Oversight, Visit

__all__ = [
    "Address", "Adopter", "AdoptionDecision", "Allocation", "Assessment", "Booking", "CarePlan", "CaseNote", "Closing", "Conference",
    "Contact", "CoreGroup", "EarlyHelp", "EducationPlan", "Enquiry", "HealthAssessment", "LeavingCare", "LeavingCareContact", "LegalStatus", "ListAnswers",
    "LookedAfter", "MissingEpisode", "NeedPlan", "NeedPlanReview", "Oversight", "PathwayPlan", "PersonDetails", "Placement",
    "PreviousPermanence", "ProtectionPlan", "Referral", "Relationship", "ReturnInterview", "Review", "Schooling",
    "StrategyDiscussion", "StrengthsAndDifficulties", "Visit", "Warning", "YearInCare",
]
