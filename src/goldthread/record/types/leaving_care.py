"""From sixteen to twenty-five."""

from goldthread.duties import words
from goldthread.duties.words import after_care
from goldthread.record import codes
from goldthread.record.fields import Choice, Whole, Words, YesNo
from goldthread.record.register import CHAIRS, EntryType, Says, register, says_episode


@register
class PathwayPlan(EntryType):
    """The needs assessment, the plan, and each review of it."""

    code, called, group, icon = "pathway_plan", "pathway plan", "plans", "note"
    approved_by = CHAIRS
    day_question = "When?"
    headline = ("kind",)
    speaks = (
        Says(words.pathway_needs_assessed, when={"kind": ("assessment",)}),
        Says(words.pathway_plan_made, when={"kind": ("plan",)}),
        Says(words.pathway_plan_reviewed, when={"kind": ("review",)}),
    )

    kind = Choice("Which?", {"assessment": "Needs assessment", "plan": "Pathway plan", "review": "Review of the pathway plan"},
                  ssd="clea_pathway_plan_review_date")
    said = Words("What the young person wants")
    plan = Words("What will be done, who does it and by when?")


@register
class LeavingCare(EntryType):
    """Being owed leaving care services. SSD: ssd_care_leavers."""

    code, called, group, icon = "leaving_care", "leaving care", "plans", "note"
    day_question, lasts = "Since when?", True
    headline = ("eligibility",)
    speaks = (*says_episode(words.leaving_care), *says_episode(after_care.relevant, eligibility=("relevant",)))

    eligibility = Choice("In which sense?", codes.ELIGIBILITY, ssd="clea_care_leaver_eligibility")


@register
class LeavingCareContact(EntryType):
    """In touch, or not; where they live and what they do. At birthdays this is a return (SSDA903 OC3)."""

    code, called, group, icon = "leaving_care_contact", "contact with a care leaver", "contacts", "phone"
    day_question = "When?"
    headline = ("in_touch", "accommodation", "activity")
    speaks = (Says(words.in_touch, when={"in_touch": ("YES",)}), Says(after_care.visited_at_home, when={"visited": (True,)}))

    in_touch = Choice("In touch?", codes.IN_TOUCH, ssd="clea_care_leaver_in_touch", max_length=4)
    visited = YesNo("Did the adviser visit them where they live?")
    activity = Choice("What do they do?", codes.ACTIVITY, ssd="clea_care_leaver_activity", max_length=2)
    accommodation = Choice("Where do they live?", codes.ACCOMMODATION, ssd="clea_care_leaver_accommodation", max_length=2)
    suitable = YesNo("Is it suitable?", ssd="clea_care_leaver_accom_suitable")
    said = Words("What the young person said")
    birthday = Whole("For the return: which birthday?")
