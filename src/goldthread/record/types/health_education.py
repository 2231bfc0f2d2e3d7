"""Health and learning of children in care, and the school of any child."""

from goldthread.duties import words
from goldthread.duties.words import education, health
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Line, Whole, Words, YesNo
from goldthread.record.register import SAID, EntryType, Says, register


@register
class HealthAssessment(EntryType):
    """A health assessment, dental check or request for one. SSD: ssd_cla_health."""

    code, called, group, icon = "health_assessment", "health assessment", "school_health", "note"
    day_question = "When was it?"
    headline = ("kind",)
    speaks = (
        Says(words.health_assessed, when={"kind": ("initial", "review")}),
        Says(words.dental_checked, when={"kind": ("dental",)}),
        Says(words.health_requested, when={"kind": ("requested",)}),
    )

    kind = Choice("What kind?", {"requested": "Asked for", "initial": "Initial health assessment", "review": "Review health assessment",
                                 "dental": "Dental check", "other": "Other"}, ssd="clah_health_check_type")
    by = Line("Who did it?")
    found = Words("What was found, and what follows?")


@register
class StrengthsAndDifficulties(EntryType):
    """SSD: ssd_sdq_scores."""

    code, called, group, icon = "sdq", "strengths and difficulties questionnaire", "school_health", "note"
    day_question = "When was it completed?"
    headline = ("score", "reason")
    speaks = (Says(health.strengths_scored, when={"score": SAID}), Says(health.strengths_unscored, when={"reason": SAID}))

    score = Whole("Score", hint="0 to 40", ssd="csdq_sdq_score")
    reason = Choice("If there is none, why?", codes.SDQ_REASON, ssd="csdq_sdq_reason", max_length=4)


@register
class YearInCare(EntryType):
    """What the yearly return says of a child looked after for twelve months at 31 March (SSDA903 OC2), and no more."""

    code, called, group, icon = "year_in_care", "yearly health return", "school_health", "note"
    day_question = "For the year that ended on"

    sdq_score = Whole("Strengths and difficulties score")
    sdq_reason = Choice("If there is none, why?", codes.SDQ_REASON, max_length=4)
    convicted = YesNo("Convicted or cautioned in the year?", ssd="clac_cla_conviction_id")
    developmental_check = YesNo("Developmental checks up to date?")
    immunised = YesNo("Immunisations up to date?", ssd="clai_immunisations_status")
    teeth_checked = YesNo("Teeth checked in the year?")
    health_assessed = YesNo("Health assessed in the year?")
    substance_misuse = YesNo("Problem with drink or drugs?", ssd="clas_substance_misused")
    help_received = YesNo("Did they have help with it?", ssd="clas_intervention_received")
    help_offered = YesNo("Was help offered?")


@register
class EducationPlan(EntryType):
    """A personal education plan."""

    code, called, group, icon = "education_plan", "personal education plan", "school_health", "note"
    day_question = "When was it completed?"
    speaks = (Says(words.education_plan_made), Says(education.plan_checked, on="checked_on"))

    school = Line("School")
    attendance = Whole("Attendance this term, per cent")
    said = Words("What the child says about school")
    plan = Words("What will help, who does it and by when?")
    checked_on = Day("When did the virtual school check it?")


@register
class Schooling(EntryType):
    code, called, group, icon = "schooling", "school", "school_health", "note"
    day_question, lasts = "Since when?", True
    headline = ("school",)
    speaks = (Says(words.schooling_found, when={"school": SAID}), Says(words.schooling_broken, on="place_lost"))

    school = Line("School or nursery")
    place_lost = Day("If an emergency move cost the child this place, when?")
    contact = Line("Who do we speak to there?")
