"""Before proceedings, court and orders."""

from goldthread.duties.words import court as words
from goldthread.record.fields import Choice, Day, Line, Moment, Words, YesNo
from goldthread.record.register import SAID, EntryType, Says, register, says_episode

_LETTER = {"decision": ("letter",)}


@register
class PreProceedings(EntryType):
    """From the legal gateway to the end of work before proceedings. The episode begins with the letter."""

    code, called, group, icon = "pre_proceedings", "work before proceedings", "plans", "note"
    day_question, until_question, lasts = "When did the legal gateway decide?", "When did pre-proceedings end?", True
    headline = ("decision", "outcome")
    speaks = (
        Says(words.gateway_decided, when=_LETTER),
        Says(words.pre_proceedings.begins, on="letter_sent"),
        Says(words.pre_proceedings.ends, on="until", when={"letter_sent": SAID}),
        Says(words.pre_proceedings_met, on="first_met"),
        Says(words.pre_proceedings_reviewed, on="reviewed"),
        Says(words.pre_proceedings_extended, on="extended"),
        Says(words.pre_proceedings_extended_to, on="extended_to"),
        Says(words.family_meeting_offered, on="meeting_offered"),
        Says(words.family_meeting_unsuitable, on="meeting_unsuitable"),
        Says(words.family_meeting_accepted, on="meeting_accepted"),
        Says(words.family_meeting_held, on="meeting_held"),
        Says(words.family_meeting_off, on="meeting_off"),
    )

    decision = Choice("What was decided?", {"letter": "A letter before proceedings", "issue": "To go to court at once", "neither": "Neither"})
    because = Words("Because")
    letter_sent = Day("When was the letter before proceedings sent?", only_if=("decision", ("letter",)))
    meeting_offered = Day("When was the family offered a decision-making meeting?", hint="The letter says so too")
    meeting_unsuitable = Day("If such a meeting is not in the child's interests, when was that decided?")
    meeting_accepted = Day("When did the family accept?")
    meeting_off = Day("If they no longer wanted it, since when?")
    meeting_held = Day("When was the family's meeting held?")
    first_met = Day("When was the first pre-proceedings meeting held?")
    reviewed = Day("When was it reviewed half-way?")
    extended = Day("If it was decided to go on for longer, when?")
    extended_to = Day("Until what day?", only_if=("extended", None))
    outcome = Choice("How did it end?", {"stepped_down": "Stepped down", "issued": "We went to court", "other": "Otherwise"})


@register
class Proceedings(EntryType):
    """Care proceedings, from the issue of the application to the final order. What happens on the way are court steps."""

    code, called, group, icon = "proceedings", "care proceedings", "plans", "note"
    day_question, until_question, lasts = "When was the application issued?", "When was the final order made?", True
    headline = ("order",)
    speaks = (
        *says_episode(words.proceedings),
        Says(words.papers_served, on="papers_served"),
        Says(words.case_management_held, on="first_hearing"),
    )

    court = Line("Which court, and which number?")
    papers_served = Day("When were the papers filed and served?")
    first_hearing = Day("When was the first management hearing?", hint="From Day 12 to Day 18, the day of issue being Day 1")
    order = Line("Which final order?")
    next_steps = Words("What happens next?")


@register
class CourtStep(EntryType):
    """One thing that the court directs or decides, or that is asked for it, with the day it sets."""

    code, called, group, icon = "court_step", "step in court", "plans", "note"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(words.proceedings_extended, when={"what": ("extended",)}),
        Says(words.proceedings_extended_to, on="by", when={"what": ("extended",)}),
        Says(words.court_plan_directed, when={"what": ("care_plan",)}),
        Says(words.court_plan_wanted, on="by", when={"what": ("care_plan",)}),
        Says(words.court_plan_filed, on="done", when={"what": ("care_plan",)}),
        Says(words.guardianship_report_asked, when={"what": ("guardianship_report",)}),
        Says(words.guardianship_report_wanted, on="by", when={"what": ("guardianship_report",)}),
        Says(words.guardianship_reported, on="done", when={"what": ("guardianship_report",)}),
        Says(words.guardianship_dropped, on="given_up", when={"what": ("guardianship_report",)}),
        Says(words.secure_ordered, when={"what": ("secure_order",)}),
        Says(words.secure_order_expires, on="by", when={"what": ("secure_order",)}),
        Says(words.secure_reviewed, when={"what": ("secure_review",)}),
        Says(words.guardianship_reviewed, when={"what": ("guardianship_review",)}),
    )

    what = Choice("What is it?", {
        "extended": "The court extended the proceedings", "care_plan": "The court wants the care plan",
        "guardianship_report": "Notice of special guardianship, or the court wants a report on it",
        "secure_order": "A secure accommodation order", "secure_review": "A review of secure accommodation",
        "guardianship_review": "A review of a special guardian's support"})
    by = Day("Which day does it set?", hint="When the report is wanted, or until when the order or the extension runs")
    done = Day("When was it filed?", only_if=("what", ("care_plan", "guardianship_report")))
    given_up = Day("If it was given up, when?", only_if=("what", ("guardianship_report",)))
    note = Words("What matters about it?")


@register
class GuardianshipSupport(EntryType):
    """A special guardian's support plan, in money or otherwise. Its reviews are court steps."""

    code, called, group, icon = "guardianship_support", "special guardian's support plan", "plans", "note"
    day_question, lasts = "When did the plan begin?", True
    speaks = says_episode(words.guardianship_support)

    money = YesNo("Does it give money?")
    note = Words("What support is given, and by whom?")


@register
class ContactRefused(EntryType):
    """Contact with somebody refused in an emergency, without an order."""

    code, called, group, icon = "contact_refused", "contact refused without an order", "plans", "warning"
    day_question, until_question, lasts = "When was contact refused?", "When did contact begin again?", True
    headline = ("who",)
    speaks = (*says_episode(words.contact_refused), Says(words.contact_order_applied, on="applied"))

    who = Line("Contact with whom?")
    because = Words("Why could it not wait for the court?")
    applied = Day("When was the court asked?")


@register
class SecureAccommodation(EntryType):
    """A child kept in secure accommodation. Until a court made an order the hours are counted."""

    code, called, group, icon = "secure", "secure accommodation", "plans", "warning"
    day_question, until_question, lasts, has_time = "When was the child placed there?", "When did the child leave?", True, True
    headline = ("where",)
    speaks = (
        *says_episode(words.secure),
        Says(words.secure_without_order.begins, on=("at", "day"), when={"ordered_before": (False, None)}),
        Says(words.secure_without_order.ends, on=("ordered_at", "released_at", "until"), when={"ordered_before": (False, None)}),
        Says(words.secure_young_approved, on="young_approved"),
    )

    where = Line("Where?")
    ordered_before = YesNo("Had a court made an order before?")
    ordered_at = Moment("If a court made one afterwards, at what time?")
    released_at = Moment("At what time was the child released?")
    young_approved = Day("If the child is under 13, when was it approved?")
    because = Words("Why is there no other way to keep the child or others safe?")
