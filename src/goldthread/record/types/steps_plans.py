"""What is done around a plan between its meetings, help of other kinds, and the time before a birth."""

from goldthread.duties.words import before_birth, helping, protecting
from goldthread.record.fields import Choice, Day, Line, ToWorker, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class PlanStep(EntryType):
    """Something done about a plan between its meetings, or a decision about it."""

    code, called, group, icon = "plan_step", "step between meetings", "meetings", "people"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(protecting.plan_challenged, when={"what": ("protection_challenged",)}),
        Says(protecting.plan_checked, when={"what": ("chair_checked",)}),
        Says(protecting.plans_joined, when={"what": ("joined",)}),
        Says(helping.need_plan_challenged, when={"what": ("need_challenged",)}),
        Says(helping.need_plan_declined, when={"what": ("need_declined",)}),
        Says(helping.family_breaks_reviewed, when={"what": ("breaks_reviewed",)}),
        Says(helping.practice_overseen, when={"what": ("practice_overseen",)}),
    )

    what = Choice("What was done?", {
        "chair_checked": "The chair looked at the protection plan between conferences",
        "protection_challenged": "A senior manager challenged a long or repeated protection plan",
        "joined": "It was decided how the protection plan and the care plan go together",
        "need_challenged": "A manager challenged a long child in need plan",
        "need_declined": "The family did not want a child in need plan",
        "breaks_reviewed": "The family's short breaks were reviewed",
        "practice_overseen": "A social worker looked at the lead practitioner's work",
    })  # fmt: skip
    note = Words("What was found, what was decided and what follows?")
    by = ToWorker("Who did it?")


@register
class SignificantChange(EntryType):
    """Something happened that matters for the plan: an injury, an adult who moves in, a birth, a plan that is stuck."""

    code, called, group, icon = "significant_change", "significant change", "contacts", "warning"
    day_question = "When did you learn of it?"
    speaks = (
        Says(protecting.change_learned),
        Says(protecting.change_decided, on="decided"),
        Says(protecting.change_settled, on="settled"),
    )

    what = Words("What changed for the child?")
    decided = Day("When was it decided whether to bring the review conference forward?")
    forward = YesNo("Is it brought forward?", only_if=("decided", None))
    because = Words("Because")
    settled = Day("If a manager decided that it needs no new assessment, when?")


@register
class FamilyBreaks(EntryType):
    """Short breaks for the family of a disabled child who is not in care."""

    code, called, group, icon = "family_breaks", "short breaks for the family", "plans", "note"
    day_question, until_question, lasts = "When did they begin?", "When did they end?", True
    headline = ("breaks",)
    speaks = says_episode(helping.family_breaks)

    breaks = Line("What breaks, and how often?")
    note = Words("What should they change for the child and the family?")


@register
class SupervisionOrder(EntryType):
    """A supervision order, from the day it was made."""

    code, called, group, icon = "supervision_order", "supervision order", "plans", "note"
    day_question, until_question, lasts = "When was it made?", "When did it end?", True
    speaks = (
        *says_episode(helping.supervision_order),
        Says(helping.supervision_until, on="runs_until"),
        Says(helping.supervision_extended, on="extended"),
        Says(helping.supervision_extended_until, on="extended_until"),
        Says(helping.supervision_decided, on="decided"),
    )

    runs_until = Day("Until what day does it run?", hint="The day in the order itself; a year where it says none")
    extended = Day("If it was extended, when?")
    extended_until = Day("Until what day does the extended order run?", only_if=("extended", None))
    decided = Day("When was it decided what follows it?")
    what_follows = Words("What follows, and why?")


@register
class LeadPractitioner(EntryType):
    """Who leads the work with a family under a child in need plan, where it is not the social worker."""

    code, called, group, icon = "lead_practitioner", "lead practitioner", "plans", "people"
    day_question, until_question, lasts = "Since when?", "Until what day?", True
    headline = ("who",)
    speaks = says_episode(helping.lead_practitioner)

    who = Line("Who?")
    works_for = Line("Their work")
    overseen_by = ToWorker("Which social worker looks at their work?")


@register
class BeforeBirth(EntryType):
    """What is done for a child before the birth and in the days after it."""

    code, called, group, icon = "before_birth", "step around a birth", "plans", "note"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(before_birth.pregnancy_told_early, when={"what": ("early",)}),
        Says(before_birth.pregnancy_settled, on="settled", when={"what": ("early",)}),
        Says(before_birth.birth_threshold, when={"what": ("threshold",)}),
        Says(before_birth.legal_planned, on="planned", when={"what": ("threshold",)}),
        Says(before_birth.letter_before_birth, on="letter", when={"what": ("threshold",)}),
        Says(before_birth.no_proceedings, on="settled", when={"what": ("threshold",)}),
        Says(before_birth.birth_plan_shared, when={"what": ("birth_plan",)}),
        Says(before_birth.discharge_met, when={"what": ("discharge",)}),
        Says(before_birth.hospital_left, when={"what": ("left",)}),
    )

    what = Choice("What happened?", {
        "early": "We were told of a pregnancy, too early to take the referral",
        "threshold": "It was decided that the unborn child may need the protection of a court",
        "birth_plan": "The plan for the birth and for going home was shared with maternity services",
        "discharge": "The discharge planning meeting was held",
        "left": "The baby left hospital",
    })  # fmt: skip
    planned = Day("When was the legal planning meeting held?", only_if=("what", ("threshold",)))
    letter = Day("When was the letter before proceedings sent?", only_if=("what", ("threshold",)))
    settled = Day("If nothing more is needed, when was that decided?", only_if=("what", ("early", "threshold")))
    note = Words("Who took part, what was decided and what follows?")
