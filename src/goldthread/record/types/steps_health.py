"""Steps of health and education of children in care, and of missing children."""

from goldthread.duties.words import education, going_missing, health
from goldthread.record.fields import Choice, Day, EntryNumber, Line, Words, YesNo
from goldthread.record.register import EntryType, Says, register


@register
class HealthStep(EntryType):
    """What follows a health assessment: the plan, immunisations, and what a young person takes along."""

    code, called, group, icon = "health_step", "step for the child's health", "school_health", "note"
    headline = ("what",)
    speaks = (
        Says(health.plan_made, when={"what": ("plan",)}),
        Says(health.immunised, when={"what": ("immunised",)}),
        Says(health.summary_given, when={"what": ("summary",)}),
    )

    what = Choice("What was done?", {
        "plan": "The health plan was written", "immunised": "Immunisations were checked and are up to date",
        "behind": "Immunisations were checked and are not up to date", "summary": "The young person was given the summary of their health",
    })  # fmt: skip
    by = Line("Who did it?")
    note = Words("What does it say, and what follows?")


@register
class SchoolChange(EntryType):
    """A child in care changes school, and what the new school must know."""

    code, called, group, icon = "school_change", "change of school", "school_health", "note"
    day_question = "When did the child change school?"
    headline = ("school",)
    speaks = (Says(education.school_changed), Says(education.record_passed_on, on="passed_on"))

    school = Line("To which school?")
    passed_on = Day("When were the education plan and the record passed to the new school?")
    note = Words("Why the change, and what does the child say about it?")


@register
class TryingToReach(EntryType):
    """Somebody tries to reach a child who is missing. It is no visit."""

    code, called, group, icon = "trying_to_reach", "attempt to reach a missing child", "contacts", "phone"
    day_question, has_time = "When?", True
    headline = ("how",)
    speaks = (Says(going_missing.reached_for, on=("at", "day"), key="episode"),)

    episode = EntryNumber("During which time missing?")
    how = Choice("How?", {"call": "Call or message", "family": "Through family or friends", "visit": "Went where the child may be", "other": "Otherwise"})
    answered = YesNo("Did the child answer?")
    note = Words("What came of it, and what is tried next?")
