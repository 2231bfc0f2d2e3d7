"""Danger, emergency powers and assessments of special kinds: what the front door and assessment teams write down besides."""

from goldthread.duties.words import assessing, enquiring, front
from goldthread.record.fields import Choice, Day, Line, Moment, ToWorker, Words
from goldthread.record.register import EntryType, Says, register

NOW, URGENT, HARM, ELSEWHERE = "danger", "urgent", "harm", "elsewhere"


@register
class Concern(EntryType):
    """Information that a child is in danger or may suffer significant harm, whoever it came from."""

    code, called, group, icon = "concern", "concern for a child's safety", "contacts", "warning"
    day_question, has_time = "When did you learn of it?", True
    headline = ("what",)
    speaks = (
        Says(front.danger_learned, on=("at", "day"), when={"what": (NOW,)}),
        Says(front.danger_acted, on="acted", when={"what": (NOW,)}),
        Says(front.danger_unfounded, on="unfounded", when={"what": (NOW,)}),
        Says(enquiring.harm_suspected_urgently, on=("at", "day"), when={"what": (URGENT,)}),
        Says(enquiring.harm_suspected, on=("at", "day"), when={"what": (HARM,)}),
        Says(enquiring.found_from_elsewhere, on=("at", "day"), when={"what": (ELSEWHERE,)}),
        Says(enquiring.harm_unfounded, on="unfounded", when={"what": (URGENT, HARM, ELSEWHERE)}),
        Says(enquiring.home_enquires, on="home_enquires", when={"what": (ELSEWHERE,)}),
    )

    what = Choice("What is it about?", {
        NOW: "A risk to life, or serious harm that is near",
        URGENT: "Reason to suspect serious harm that cannot wait",
        HARM: "Reason to suspect significant harm",
        ELSEWHERE: "A child of another area was found here and may suffer harm",
    })  # fmt: skip
    said = Words("What was said or seen, and by whom?", hint="In their own words, as far as you can")
    acted = Moment("When was the child made safe?", only_if=("what", (NOW,)))
    done = Words("What was done, and by whom?")
    unfounded = Day("If a manager decided that there is no such danger or harm, when?")
    because = Words("Because", only_if=("unfounded", None))
    home_enquires = Day("When did the home authority agree in writing to enquire?", only_if=("what", (ELSEWHERE,)))


@register
class MoveAway(EntryType):
    """A child with a plan moves into another authority's area."""

    code, called, group, icon = "move_away", "move to another authority's area", "plans", "note"
    day_question = "When did you learn of the move?"
    headline = ("authority",)
    speaks = (
        Says(front.move_learned),
        Says(front.move_told, on="told"),
        Says(front.move_papers_sent, on="papers_sent"),
        Says(front.move_off, on="off"),
    )

    authority = Line("Which authority?")
    told = Day("When was the other authority told?", hint="By telephone, to a named person")
    told_whom = Line("Who was told?", only_if=("told", None))
    papers_sent = Day("When did the papers go?")
    off = Day("If the move came to nothing, when was that clear?")
    note = Words("What else should be known?")


@register
class EmergencyPower(EntryType):
    """An emergency protection order, police protection or a child assessment order, from its first day to its last."""

    code, called, group, icon = "emergency_power", "emergency power", "plans", "warning"
    day_question, until_question, has_time, lasts = "When did it begin?", "When did it end?", True, True
    headline = ("kind",)
    speaks = (
        Says(enquiring.emergency_order.begins, on=("at", "day"), when={"kind": ("order",)}),
        Says(enquiring.emergency_order_until, on="runs_until", when={"kind": ("order",)}),
        Says(enquiring.emergency_order_extended, on="extended", when={"kind": ("order",)}),
        Says(enquiring.emergency_extended_until, on="extended_until", when={"kind": ("order",)}),
        Says(enquiring.care_applied_for, on="care_applied", when={"kind": ("order",)}),
        Says(enquiring.emergency_order.ends, on=("ended_at", "until"), when={"kind": ("order",)}),
        Says(enquiring.police_protection.begins, on=("at", "day"), when={"kind": ("police",)}),
        Says(enquiring.police_protection.ends, on=("ended_at", "until"), when={"kind": ("police",)}),
        Says(enquiring.assessment_order.begins, when={"kind": ("assessment",)}),
        Says(enquiring.order_assessment_done, on="assessed", when={"kind": ("assessment",)}),
        Says(enquiring.assessment_order.ends, on="until", when={"kind": ("assessment",)}),
    )

    kind = Choice("Which power?", {"order": "Emergency protection order", "police": "Police protection",
                                   "assessment": "Child assessment order"})  # fmt: skip
    runs_until = Day("Until what day does the order run?", hint="The day in the order itself", only_if=("kind", ("order",)))
    extended = Day("If it was extended, when does the extension begin?", only_if=("kind", ("order",)))
    extended_until = Day("Until what day does the extended order run?", only_if=("extended", None))
    care_applied = Day("When was a care order applied for?", only_if=("kind", ("order",)))
    assessed = Day("When was the assessment done?", only_if=("kind", ("assessment",)))
    ended_at = Moment("At what hour did it end?")
    officer = Line("Which officer or court?")
    what_follows = Words("What happens to the child next, who decided and why?")


@register
class ProtectionMedical(EntryType):
    """A medical that a strategy discussion asked for."""

    code, called, group, icon = "protection_medical", "child protection medical", "meetings", "people"
    day_question, has_time = "When was it decided on?", True
    headline = ("urgency",)
    speaks = (
        Says(enquiring.medical_urgent, on=("at", "day"), when={"urgency": ("now",)}),
        Says(enquiring.medical_wanted, on=("at", "day"), when={"urgency": ("later",)}),
        Says(enquiring.medical_done, on="done"),
        Says(enquiring.medical_off, on="off"),
    )

    urgency = Choice("How soon?", {"now": "At once: injuries and signs that do not last", "later": "For neglect, or harm some time back"})
    done = Moment("When was it done?")
    found = Words("What was found?")
    off = Day("If it was declined or no longer needed, when?")


@register
class SpecialAssessment(EntryType):
    """An assessment of a special kind: of a homeless young person, a carer, or an age."""

    code, called, group, icon = "special_assessment", "assessment of a special kind", "plans", "note"
    day_question = "When did they come, ask, or when was the need noticed?"
    headline = ("what",)
    speaks = (
        Says(assessing.homeless_came, when={"what": ("homeless",)}),
        Says(assessing.homeless_housed, on="housed", when={"what": ("homeless",)}),
        Says(assessing.homeless_decided, on="done", when={"what": ("homeless",)}),
        Says(assessing.homeless_off, on="off", when={"what": ("homeless",)}),
        Says(assessing.young_carer_noticed, when={"what": ("young_carer",)}),
        Says(assessing.young_carer_assessed, on="done", when={"what": ("young_carer",)}),
        Says(assessing.parent_carer_noticed, when={"what": ("parent_carer",)}),
        Says(assessing.parent_carer_assessed, on="done", when={"what": ("parent_carer",)}),
        Says(assessing.carer_declined, on="off", when={"what": ("young_carer", "parent_carer")}),
        Says(assessing.age_doubted, when={"what": ("age",)}),
        Says(assessing.age_decided, on="done", when={"what": ("age",)}),
        Says(assessing.age_settled, on="off", when={"what": ("age",)}),
    )

    what = Choice("Which assessment?", {
        "homeless": "A young person of 16 or 17 who has nowhere to live",
        "young_carer": "A young carer's needs",
        "parent_carer": "The needs of a parent who cares for a disabled child",
        "age": "The age of a young person",
    })  # fmt: skip
    housed = Day("When did the young person have somewhere suitable to stay?", only_if=("what", ("homeless",)))
    where = Line("Where?", only_if=("housed", None))
    wishes = Words("What does the young person want?", hint="In their own words")
    done = Day("When was it finished and decided?")
    decided = Words("What was decided, and why?")
    off = Day("If it was declined or turned out not to be needed, when?")
    by = ToWorker("Who assessed?")


@register
class NeedsAdvice(EntryType):
    """Social care's part in an education, health and care needs assessment."""

    code, called, group, icon = "needs_advice", "advice on education, health and care needs", "plans", "note"
    day_question = "When were you asked for advice?"
    speaks = (
        Says(assessing.advice_asked),
        Says(assessing.advice_sent, on="sent"),
        Says(assessing.needs_assessment_asked, on="assessment_asked"),
        Says(assessing.needs_assessment_ended, on="ended"),
    )

    assessment_asked = Day("When was the needs assessment itself asked for?")
    sent = Day("When was the advice sent?")
    advice = Words("What does the advice say?")
    ended = Day("When was the plan made final, or was it decided that none is needed?")


@register
class CourtReport(EntryType):
    """A report that a court directed the authority to write about a child at home."""

    code, called, group, icon = "court_report", "report for a court", "plans", "note"
    day_question = "When did the court direct it?"
    headline = ("kind",)
    speaks = (
        Says(assessing.report_directed, when={"kind": ("37",)}),
        Says(assessing.report_due, on="due", when={"kind": ("37",)}),
        Says(assessing.report_filed, on="filed", when={"kind": ("37",)}),
        Says(assessing.welfare_directed, when={"kind": ("7",)}),
        Says(assessing.welfare_due, on="due", when={"kind": ("7",)}),
        Says(assessing.welfare_filed, on="filed", when={"kind": ("7",)}),
        Says(assessing.report_off, on="off"),
    )

    kind = Choice("Under which section?", {"37": "Section 37: should there be a care or supervision order?", "7": "Section 7: the child's welfare"})
    due = Day("By what day does the court want it?", hint="The day in the court's order")
    filed = Day("When was it filed?")
    found = Words("What does it say?")
    off = Day("If the court no longer wants it, since when?")
