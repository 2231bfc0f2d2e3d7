"""Foster carers: what is written about them."""

from goldthread.duties.words import fostering as f
from goldthread.record.fields import Choice, Day, Line, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode

APPROVED_AS = {
    "foster": "Foster carer", "connected": "Connected person: family or friend of the child", "short_breaks": "Short breaks only",
}  # fmt: skip


@register
class FosteringApplication(EntryType):
    """Somebody applies to foster. `day` is the day the application was received."""

    code, called, group, icon = "fostering_application", "application to foster", "plans", "note"
    day_question = "When was the application received?"
    speaks = (
        Says(f.application_received),
        Says(f.stage_1_complete, on="stage_1_complete"),
        Says(f.stage_1_told, on="stage_1_told"),
        Says(f.stage_1_refused, on="stage_1_told", when={"goes_on": (False,)}),
        Says(f.withdrawn, on="withdrawn"),
    )

    who = Words("Who applies, and who lives in their home?")
    stage_1_complete = Day("When was everything that stage 1 asks for there?")
    stage_1_told = Day("When were they told whether the assessment goes on?", hint="With the reasons, where it does not")
    goes_on = YesNo("Does it go on?")
    withdrawn = Day("If they withdrew, when?")
    note = Words("What was found, and what follows?")


@register
class FosteringDecision(EntryType):
    """What the panel recommends and the decision-maker decides about a carer. `day` is the day the final minutes were there."""

    code, called, group, icon = "fostering_decision", "decision on a foster carer", "plans", "note"
    day_question = "When did the decision-maker receive the panel's recommendation and final minutes?"
    headline = ("about",)
    speaks = (
        Says(f.minutes_received),
        Says(f.decided, on="decided"),
        Says(f.told_decision, on="told"),
        Says(f.decision_sent, on="sent"),
        Says(f.determined, on="determined"),
        Says(f.represented, on="represented"),
        Says(f.review_asked, on="review_asked"),
        Says(f.determination_final, on="final"),
    )

    about = Choice("About what?", {"approval": "Approval", "review": "A review", "change": "Changed terms", "ending": "Ending the approval"})
    decided = Day("When was it decided?")
    told = Day("When were they told by word of mouth?")
    sent = Day("When was it sent in writing?")
    determined = Day("If they were given notice that they will not be approved, or that terms will change or end, when?")
    represented = Day("When did they make representations?")
    review_asked = Day("When did they ask for an independent review?")
    final = Day("When was the determination made final?")
    note = Words("What was decided, and why?")


@register
class FosterApproval(EntryType):
    """A household is approved to foster, until it ends."""

    code, called, group, icon = "foster_approval", "approval to foster", "plans", "people"
    day_question, until_question, lasts = "When were they approved?", "When did the approval end?", True
    headline = ("approved_as",)
    speaks = (
        *says_episode(f.approved),
        *says_episode(f.other_approval, approved_as=("connected", "short_breaks")),
        Says(f.standards_met, on="standards_met"),
        Says(f.resigned, on="resigned"),
    )

    approved_as = Choice("As what?", APPROVED_AS)
    terms = Words("For which children?", hint="How many, of what ages, for how long")
    standards_met = Day("When were the training, support and development standards completed?")
    resigned = Day("If they resigned, when was their written notice received?", hint="The approval ends 28 days later; the notice cannot be withdrawn")
    end_reason = Words("Why did it end?")


@register
class FosterHomeEmpty(EntryType):
    """A time in which no child is placed with the carer."""

    code, called, group, icon = "foster_home_empty", "time without a child placed", "plans", "people"
    day_question, until_question, lasts = "When did the last child leave?", "When did a child come?", True
    speaks = says_episode(f.empty)

    note = Words("Why, and what is agreed?")


@register
class FosterCarerStep(EntryType):
    """A review, visit, supervision or check of a foster carer."""

    code, called, group, icon = "foster_carer_step", "review, visit or check of a foster carer", "visits", "visit"
    headline = ("what",)
    speaks = (
        Says(f.reviewed, when={"what": ("review",)}),
        Says(f.review_at_panel, on="panel", when={"what": ("review",)}),
        Says(f.supervised, when={"what": ("supervision",)}),
        Says(f.visited_unannounced, when={"what": ("unannounced",)}),
        Says(f.home_inspected, when={"what": ("inspection",)}),
        Says(f.records_checked, when={"what": ("records",)}),
        Says(f.health_checked, when={"what": ("medical",)}),
        Says(f.safety_checked, when={"what": ("safety",)}),
    )

    what = Choice("What was done?", {
        "review": "Review of the approval", "supervision": "Supervision", "unannounced": "Unannounced visit",
        "inspection": "Inspection of the home without appointment", "visit": "Another visit", "records": "Criminal record check renewed",
        "medical": "Medical renewed", "safety": "Health and safety of the home checked",
    })  # fmt: skip
    panel = Day("When did the panel consider the review?", only_if=("what", ("review",)))
    children_seen = YesNo("Were the children seen?")
    by = Line("Who did it?")
    said = Words("What the carers and the children said")
    note = Words("What was found, and what follows?")


@register
class FosteringEvent(EntryType):
    """Something in a foster home that schedule 7 of the Fostering Regulations names."""

    code, called, group, icon = "fostering_event", "significant event in a foster home", "contacts", "warning"
    day_question = "When did it happen?"
    speaks = (Says(f.event_happened), Says(f.event_notified, on="notified"))

    what = Words("What happened?")
    notified = Day("When had Ofsted and the others been told?")
    told = Words("Who was told?")


@register
class CarerInformation(EntryType):
    """Another service asks, with consent, for what is known of a carer."""

    code, called, group, icon = "carer_information", "request for information on a carer", "contacts", "note"
    day_question = "When did they ask?"
    headline = ("who",)
    speaks = (Says(f.information_asked), Says(f.information_sent, on="sent"))

    who = Line("Which service?")
    sent = Day("When was the information sent?")
    note = Words("What was sent?")
