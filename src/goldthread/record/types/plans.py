"""Conferences and the plans they make, child in need plans, and what is booked but has not happened."""

from goldthread.duties import words
from goldthread.duties.words import enquiring, protecting
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, EntryNumber, Line, ToWorker, Whole, Words, YesNo
from goldthread.record.register import CHAIRS, MANAGERS, EntryType, Says, register, says_episode

PROTECTION, NEED = 3, 4  # lanes: a child has one of each at a time


def _actions() -> Whole:
    return Whole("How many actions does the plan have?")


def _actions_named() -> Whole:
    return Whole("How many of them say who does it and by what day?")


@register
class Conference(EntryType):
    """A child protection conference that was held. SSD: ssd_initial_cp_conference, ssd_cp_reviews."""

    code, called, group, icon = "conference", "conference", "meetings", "people"
    approved_by = CHAIRS
    day_question, has_time = "When was it held?", True
    headline = ("kind", "decision")
    speaks = (
        Says(words.initial_conference_held, when={"kind": ("initial",), "adjourned": (False, None)}),
        Says(words.review_conference_held, when={"kind": ("review",), "adjourned": (False, None)}),
        Says(words.transfer_notified, on="transfer_notified"),
        Says(protecting.conference_adjourned, when={"adjourned": (True,)}),
        Says(enquiring.decisions_sent, on="decisions_sent"),
        Says(enquiring.minutes_sent, on="minutes_sent"),
    )

    kind = Choice("Which kind?", {"initial": "Initial conference", "review": "Review conference"})
    transfer_notified = Day("If the child moved here on a plan, when were we told?", ssd="icpc_icpc_transfer_in")
    target = Day("Wanted by", ssd="icpc_icpc_target_date")
    decision = Choice("What was decided?", {"plan": "The child needs a protection plan", "continue": "The plan goes on",
                                            "end": "The plan ends", "no_plan": "No protection plan"}, ssd="icpc_icpc_outcome_cp_flag")
    quorate = YesNo("Were enough agencies there?", ssd="cppr_cp_review_quorate")
    adjourned = YesNo("Was it broken off, to go on another day?", hint="Also where too few agencies were there to decide")
    participation = Choice("How did the child take part?", codes.PARTICIPATION, ssd="cppr_cp_review_participation", max_length=4)
    took_part = Words("Who came, and who sent a report?")
    said = Words("What the child and family said")
    decided = Words("What was decided, by whom and by when?")
    decisions_sent = Day("When were the decisions and the outline plan sent?")
    minutes_sent = Day("When were the full minutes sent?")
    plan = EntryNumber("For which plan?", ssd="cppr_cp_plan_id")
    chair = ToWorker("Who chaired?")


@register
class CoreGroup(EntryType):
    """The family and the workers who carry out the plan."""

    code, called, group, icon = "core_group", "core group", "meetings", "people"
    day_question, has_time = "When was it held?", True
    speaks = (Says(words.core_group_held),)

    took_part = Words("Who came?")
    discussed = Words("What is better, what is not, and who does what by when?")


@register
class ProtectionPlan(EntryType):
    """SSD: ssd_cp_plans."""

    code, called, group, icon = "protection_plan", "protection plan", "plans", "note"
    approved_by = CHAIRS
    day_question, lasts, lane = "When did the plan begin?", True, PROTECTION
    headline = ("latest_category",)
    speaks = (*says_episode(words.protection_plan), Says(protecting.plan_shared, on="shared"))

    initial_category = Choice("First category", codes.ABUSE, ssd="cppl_cp_plan_initial_category", max_length=3)
    latest_category = Choice("Category now", codes.ABUSE, ssd="cppl_cp_plan_latest_category", max_length=3)
    previous_plans = Whole("How many plans before this one?")
    shared = Day("When was the full plan written with the core group and shared?")
    must_change = Words("What must change for the child?")
    actions_in_all = _actions()
    actions_named = _actions_named()
    referral = EntryNumber("For which referral?", ssd="cppl_referral_id")


@register
class NeedPlan(EntryType):
    """SSD: ssd_cin_plans."""

    code, called, group, icon = "need_plan", "child in need plan", "plans", "note"
    approved_by = MANAGERS
    day_question, lasts, lane = "When was the plan agreed?", True, NEED
    speaks = says_episode(words.need_plan)

    must_change = Words("What must change for the child?")
    actions_in_all = _actions()
    actions_named = _actions_named()
    referral = EntryNumber("For which referral?", ssd="cinp_referral_id")


@register
class NeedPlanReview(EntryType):
    code, called, group, icon = "need_plan_review", "review of the child in need plan", "meetings", "people"
    day_question = "When was it held?"
    speaks = (Says(words.need_plan_reviewed),)

    took_part = Words("Who came?")
    discussed = Words("What is better, what is not, and what follows?")


@register
class Booking(EntryType):
    """Something planned. It says nothing happened: duties never count it."""

    code, called, group, icon = "booking", "booking", "meetings", "clock"
    day_question, has_time = "For what day?", True
    headline = ("what",)
    speaks = (Says(words.review_conference_booked, when={"what": ("review_conference",)}),
              Says(enquiring.initial_conference_booked, when={"what": ("initial_conference",)}),
              Says(words.conference_report_shared, on="report_shared"))

    what = Choice("What is planned?", {"visit": "A visit", "initial_conference": "Initial conference", "review_conference": "Review conference",
                                       "core_group": "Core group", "review": "Looked-after review", "other": "Something else"})
    where = Line("Where?")
    invited = Words("Who is invited, and who has replied?")
    report_shared = Day("When did the family have the report?", only_if=("what", ("initial_conference", "review_conference")))
    called_off = Line("If it will not happen, why?")
