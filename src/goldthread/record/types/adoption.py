"""Adopters, and the steps of adoption."""

from goldthread.duties.words import adopting as a
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Line, Whole, Words, YesNo
from goldthread.record.register import SAID, EntryType, Says, register, says_episode


@register
class AdoptionPlan(EntryType):
    """A review finds that adoption is the plan for permanence."""

    code, called, group, icon = "adoption_plan", "plan for adoption", "plans", "note"
    day_question = "At the review of which day did adoption become the plan?"
    speaks = (Says(a.planned), Says(a.considered, on="considered"))

    considered = Day("When did the panel or the decision-maker consider it?")
    note = Words("Why adoption, and what does the child say about it?")


@register
class AdoptionPapers(EntryType):
    """The papers on a child, as the agency's decision-maker had them and decided on them."""

    code, called, group, icon = "adoption_papers", "papers for the adoption decision-maker", "plans", "note"
    day_question = "When did the decision-maker receive the papers, or the panel's recommendation and minutes?"
    headline = ("about",)
    speaks = (
        Says(a.papers_received),
        Says(a.papers_decided, on="decided"),
        Says(a.papers_told, on="told"),
        Says(a.papers_sent, on="sent"),
    )

    about = Choice("About what?", {"plan": "Whether the child should be placed for adoption", "match": "A match with adopters", "change": "A change of the plan"})
    decided = Day("When was it decided?")
    told = Day("When were those concerned told by word of mouth?")
    sent = Day("When was the decision sent in writing?")
    note = Words("What was decided, and why?")


@register
class AdoptionStep(EntryType):
    """What follows a placement for adoption: the application, the celebration, a return or a breakdown."""

    code, called, group, icon = "adoption_step", "step after placing for adoption", "plans", "people"
    headline = ("what",)
    speaks = (
        Says(a.applied, when={"what": ("application",)}),
        Says(a.celebrated, when={"what": ("celebration",)}),
        Says(a.letter_given, on="letter", when={"what": ("celebration",)}),
        Says(a.book_given, on="book", when={"what": ("celebration",)}),
        Says(a.return_notified, when={"what": ("return",)}),
        Says(a.received_back, on="received", when={"what": ("return",)}),
        Says(a.disrupted, when={"what": ("disruption",)}),
        Says(a.disruption_met, on="met", when={"what": ("disruption",)}),
    )

    what = Choice("What happened?", {
        "application": "The adopters applied to the court", "celebration": "The adoption was celebrated in court",
        "return": "Notice was given that the child is to be returned", "disruption": "The placement broke down",
    })  # fmt: skip
    letter = Day("When were the adopters given the later life letter?", only_if=("what", ("celebration",)))
    book = Day("When were they given the life story book?", only_if=("what", ("celebration",)))
    received = Day("When was the child received back?", only_if=("what", ("return",)))
    met = Day("When was the disruption meeting held?", only_if=("what", ("disruption",)))
    note = Words("What happened, and what does the child say?")


@register
class Adopter(EntryType):
    """A grown-up who asked about adopting, and how far they have come. `day` is the day they asked."""

    code, called, group, icon = "adopter", "adopter", "plans", "people"
    day_question = "When did they first ask?"
    headline = ("approved", "left_because")
    speaks = (
        Says(a.registered, on="registered"),
        Says(a.registration_answered, on=("answered", "stage_1_began"), when={"registered": SAID}),
        Says(a.stage_1_begun, on="stage_1_began"),
        Says(a.stage_1_decided, on="stage_1_ended"),
        Says(a.stage_1_passed, on="stage_1_ended", when={"passed": (True,)}),
        Says(a.went_on, on="stage_2_began"),
        Says(a.report_sent, on="report_sent"),
        Says(a.report_answered, on="report_answered"),
        Says(a.approved.begins, on="approved"),
        Says(a.approved.ends, on=("approval_ended", "left", "adopted"), when={"approved": SAID}),
        Says(a.with_child.begins, on="placed"),
        Says(a.with_child.ends, on=("child_left", "adopted"), when={"placed": SAID}),
        Says(a.left, on="left"),
    )

    family = Line("Number of their family", max_length=40)
    early_placement = YesNo("Do they foster children whom they may adopt?")
    registered = Day("When was their registration of interest received?")
    answered = Day("When were they told whether it is accepted?")
    stage_1_began = Day("When did stage 1 begin?", hint="The day the agency accepted the registration")
    stage_1_ended = Day("When did stage 1 end?", hint="The day of the decision")
    passed = YesNo("May they go on to stage 2?")
    stage_2_began = Day("When did stage 2 begin?", hint="The day they said that they wish to go on; on the fast track, the day they were accepted for it")
    stage_2_ended = Day("When did stage 2 end?")
    report_sent = Day("When was the report sent to them?")
    report_answered = Day("When did their comments come?")
    applied = Day("When did they apply?")
    approved = Day("When were they approved?")
    approval_ended = Day("If the approval ended, when?")
    matched = Day("When were they matched?")
    placed = Day("When was a child placed with them?")
    child_left = Day("If the child left them, when?")
    children_placed = Whole("How many children were placed?")
    adopted = Day("Date of the adoption order")
    left = Day("When did they leave the process?")
    left_because = Choice("Why?", codes.LEFT_ADOPTING, max_length=1)


@register
class AdopterDecision(EntryType):
    """What is decided about adopters. `day` is the day the decision-maker had the panel's recommendation and minutes."""

    code, called, group, icon = "adopter_decision", "decision on adopters", "plans", "note"
    day_question = "When did the decision-maker receive the panel's recommendation and minutes?"
    headline = ("about",)
    speaks = (
        Says(a.minutes_received),
        Says(a.adopters_decided, on="decided"),
        Says(a.adopters_told, on="told"),
        Says(a.adopters_sent, on="sent"),
        Says(a.determined, on="determined"),
        Says(a.represented, on="represented"),
        Says(a.review_asked, on="review_asked"),
        Says(a.determination_final, on="final"),
    )

    about = Choice("About what?", {"approval": "Approval", "review": "A review of the approval"})
    decided = Day("When was it decided?")
    told = Day("When were they told by word of mouth?")
    sent = Day("When was it sent in writing?")
    determined = Day("If they were given notice that they will not be approved, when?")
    represented = Day("When did they make representations?")
    review_asked = Day("When did they ask for an independent review?")
    final = Day("When was the determination made final?")
    note = Words("What was decided, and why?")


@register
class AdoptersChild(EntryType):
    """A further child lives with approved adopters, until the adoption or until the child leaves."""

    code, called, group, icon = "adopters_child", "further child placed with the adopters", "plans", "people"
    day_question, until_question, lasts = "When was the child placed?", "When was the child adopted, or when did the child leave?", True
    headline = ("end",)
    speaks = says_episode(a.with_child)

    who = Line("Which child?", hint="The reference is enough")
    end = Choice("How did it end?", {"adopted": "The child was adopted", "left": "The child left"})


@register
class AdopterReview(EntryType):
    """The approval of adopters is looked at again."""

    code, called, group, icon = "adopter_review", "review of adopters", "meetings", "people"
    day_question = "When was it held?"
    speaks = (Says(a.reviewed),)

    said = Words("What the adopters said")
    decided = Words("What was found, and what follows?")
