"""The entry types, by part of the service. Importing this fills the register."""

from goldthread.record.types.adoption import (
    Adopter,
    AdopterDecision,
    AdopterReview,
    AdoptersChild,
    AdoptionPapers,
    AdoptionPlan,
    AdoptionStep,
)
from goldthread.record.types.allegations import Allegation, AllegationProgress
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
from goldthread.record.types.court import (
    ContactRefused,
    CourtStep,
    GuardianshipSupport,
    PreProceedings,
    Proceedings,
    SecureAccommodation,
)
from goldthread.record.types.fostering import (
    CarerInformation,
    FosterApproval,
    FosterCarerStep,
    FosterHomeEmpty,
    FosteringApplication,
    FosteringDecision,
    FosteringEvent,
)
from goldthread.record.types.front_door import Closing, Contact, EarlyHelp, Referral, Warning
from goldthread.record.types.health_education import (
    EducationPlan,
    HealthAssessment,
    Schooling,
    StrengthsAndDifficulties,
    YearInCare,
)
from goldthread.record.types.homes import Home, HomeCheck, HomeEvent
from goldthread.record.types.incidents import DeathKnown, SeriousIncident
from goldthread.record.types.leaving_care import LeavingCare, LeavingCareContact, PathwayPlan
from goldthread.record.types.lists import ListAnswers
from goldthread.record.types.missing import MissingEpisode, ReturnInterview
from goldthread.record.types.people import Address, Allocation, PersonDetails, Relationship
from goldthread.record.types.plans import Booking, Conference, CoreGroup, NeedPlan, NeedPlanReview, ProtectionPlan
from goldthread.record.types.private_fostering import (
    AwayVisit,
    LongStay,
    PrivateFostering,
    PrivateFosteringChange,
    PrivateFosteringPlan,
)
from goldthread.record.types.rights import AccessRequest, Complaint, DataBreach, FreedomRequest
from goldthread.record.types.steps_care import (
    CareArrangement,
    CareDecision,
    CareStep,
    ReviewArranged,
    ReviewDispute,
    ReviewStep,
    VisitStep,
)
from goldthread.record.types.steps_front import (
    Concern,
    CourtReport,
    EmergencyPower,
    MoveAway,
    NeedsAdvice,
    ProtectionMedical,
    SpecialAssessment,
)
from goldthread.record.types.steps_health import HealthStep, SchoolChange, TryingToReach
from goldthread.record.types.steps_leaving import LeavingCareStep, LifeAfterCare
from goldthread.record.types.steps_plans import (
    BeforeBirth,
    FamilyBreaks,
    LeadPractitioner,
    PlanStep,
    SignificantChange,
    SupervisionOrder,
)
from goldthread.record.types.work import CaseNote, Oversight, Visit
from goldthread.record.types.workforce import Handover, Post, RecordAudit, RecordWork, RegistrationYear, WorkerStep

__all__ = [
    "Address", "Adopter", "AdoptionDecision", "Allocation", "Assessment", "Booking", "CarePlan", "CaseNote", "Closing", "Conference",
    "Contact", "CoreGroup", "EarlyHelp", "EducationPlan", "Enquiry", "HealthAssessment", "LeavingCare", "LeavingCareContact", "LegalStatus", "ListAnswers",
    "LookedAfter", "MissingEpisode", "NeedPlan", "NeedPlanReview", "Oversight", "PathwayPlan", "PersonDetails", "Placement",
    "PreviousPermanence", "ProtectionPlan", "Referral", "Relationship", "ReturnInterview", "Review", "Schooling",
    "BeforeBirth", "Concern", "CourtReport", "EmergencyPower", "FamilyBreaks", "LeadPractitioner", "MoveAway", "NeedsAdvice",
    "PlanStep", "ProtectionMedical", "SignificantChange", "SpecialAssessment", "SupervisionOrder",
    "StrategyDiscussion", "StrengthsAndDifficulties", "Visit", "Warning", "YearInCare",
    "CareArrangement", "CareDecision", "CareStep", "ContactRefused", "CourtStep", "GuardianshipSupport", "PreProceedings", "Proceedings",
    "ReviewArranged", "ReviewDispute", "ReviewStep", "SecureAccommodation", "VisitStep",
    "AccessRequest", "Allegation", "AllegationProgress", "AwayVisit", "Complaint", "DataBreach", "DeathKnown", "FreedomRequest", "Handover",
    "Home", "HomeCheck", "HomeEvent", "LeavingCareStep", "LifeAfterCare", "LongStay", "Post", "PrivateFostering", "PrivateFosteringChange",
    "PrivateFosteringPlan", "RecordAudit", "RecordWork", "RegistrationYear", "SeriousIncident", "WorkerStep",
    "HealthStep", "SchoolChange", "TryingToReach",
    "CarerInformation", "FosterApproval", "FosterCarerStep", "FosterHomeEmpty", "FosteringApplication", "FosteringDecision", "FosteringEvent",
    "AdopterDecision", "AdopterReview", "AdoptersChild", "AdoptionPapers", "AdoptionPlan", "AdoptionStep",
]
