"""Steps of planning care, of visits and of reviews: what was proposed and decided, arranged, asked for and done."""

from goldthread.duties.words import planning_care as care
from goldthread.duties.words import reviewing as reviews
from goldthread.duties.words import visiting
from goldthread.record.fields import Choice, Day, Line, Moment, Words
from goldthread.record.register import EntryType, Says, register, says_episode

_PROPOSED = {
    "care": "That the child comes into care", "outside_area": "A placement outside our area", "distant": "A placement at a distance",
    "ending": "That a placement ends", "schooling": "A move that disrupts schooling", "plan": "A significant change to the care plan",
    "leaving": "That the child stops being looked after",
}  # fmt: skip


def _on(day, word, *what):
    return Says(word, on=day, when={"what": what})


@register
class CareDecision(EntryType):
    """Something proposed that must be approved or considered before it happens. `planned` is the day it is to happen."""

    code, called, group, icon = "care_decision", "proposal around care", "plans", "note"
    day_question = "When was it proposed?"
    headline = ("what", "who")
    speaks = (
        _on("day", care.care_proposed, "care"), _on("approved", care.care_approved, "care"), _on("dropped", care.care_not_needed, "care"),
        _on("day", care.outside_area_proposed, "outside_area"), _on("planned", care.outside_area_planned, "outside_area"),
        _on("approved", care.outside_area_approved, "outside_area"), _on("dropped", care.outside_area_dropped, "outside_area"),
        _on("day", care.distant_proposed, "distant"), _on("planned", care.distant_planned, "distant"),
        _on("approved", care.distant_approved, "distant"), _on("consulted", care.distant_consulted, "distant"),
        _on("dropped", care.distant_dropped, "distant"),
        _on("day", care.ending_proposed, "ending"), _on("planned", care.ending_planned, "ending"), _on("dropped", care.ending_dropped, "ending"),
        _on("day", care.schooling_move_proposed, "schooling"), _on("planned", care.schooling_move_planned, "schooling"),
        _on("consulted", care.schooling_move_consulted, "schooling"), _on("approved", care.schooling_move_approved, "schooling"),
        _on("dropped", care.schooling_move_dropped, "schooling"),
        _on("day", reviews.plan_change_proposed, "plan"), _on("planned", reviews.plan_change_planned, "plan"),
        _on("happened", reviews.plan_changed, "plan"), _on("dropped", reviews.plan_change_dropped, "plan"),
        _on("urgent", reviews.plan_change_urgent, "plan"),
        _on("day", care.leaving_proposed, "leaving"), _on("planned", care.leaving_planned, "leaving"),
        _on("assessed", care.leaving_assessed, "leaving"), _on("approved", care.leaving_approved, "leaving"),
        _on("dropped", care.leaving_dropped, "leaving"),
    )  # fmt: skip

    what = Choice("What was proposed?", _PROPOSED)
    planned = Day("For what day is it planned?")
    because = Words("Why, and what do the child and the family say?")
    consulted = Day("When was the virtual school head or the other council consulted?", only_if=("what", ("schooling", "distant")))
    assessed = Day("When were the services the child needs afterwards assessed?", only_if=("what", ("leaving",)))
    approved = Day("When was it approved?", only_if=("what", tuple(w for w in _PROPOSED if w not in ("ending", "plan"))))
    who = Line("Who approved it?")
    urgent = Day("If no review could consider it first, when was the reason written down?", only_if=("what", ("plan",)))
    happened = Day("When was the plan changed?", only_if=("what", ("plan",)))
    dropped = Day("If it was given up or refused, when?")


@register
class CareStep(EntryType):
    """One thing done for a child in care that no other entry says."""

    code, called, group, icon = "care_step", "step in planning care", "plans", "note"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(care.moved_in_emergency, when={"what": ("moved",)}),
        Says(care.extension_panel_asked, when={"what": ("panel",)}),
        Says(care.refusal_review_asked, when={"what": ("refusal",)}),
        Says(care.refusal_review_decided, on="done", when={"what": ("refusal",)}),
        Says(care.parents_placement_decided, when={"what": ("parents",)}),
        Says(care.detention_plan_made, when={"what": ("detention",)}),
        Says(care.section_20_considered, when={"what": ("section_20",)}),
        Says(care.savings_referred, when={"what": ("savings",)}),
        Says(care.savings_not_needed, when={"what": ("saved",)}),
    )

    what = Choice("What was done?", {
        "moved": "The child was moved at once, to keep somebody safe", "panel": "The panel was asked about extending a temporary approval",
        "refusal": "A review of a refused approval was asked for", "parents": "It was decided whether a placement with parents goes on",
        "detention": "The detention placement plan was made", "section_20": "It was considered whether section 20 is still right",
        "savings": "The child was put forward for a savings account", "saved": "The child was found to have an account or a trust fund"})
    done = Day("When was the review decided?", only_if=("what", ("refusal",)))
    note = Words("What was found, and what follows?")


@register
class CareArrangement(EntryType):
    """Something that holds for a while and changes what is owed to a child in care."""

    code, called, group, icon = "care_arrangement", "arrangement in care", "plans", "note"
    day_question, lasts = "Since when?", True
    headline = ("kind",)
    speaks = (
        *says_episode(visiting.fewer_visits, kind=("fewer_visits",)),
        *says_episode(reviews.fewer_meetings, kind=("fewer_meetings",)),
        *says_episode(visiting.arranged_by_others, kind=("others",)),
        *says_episode(visiting.short_breaks, kind=("short_breaks",)),
        *says_episode(visiting.short_break, kind=("short_break",)),
    )

    kind = Choice("What is it?", {
        "fewer_visits": "Long-term foster care: the child agrees to fewer visits",
        "fewer_meetings": "Long-term foster care: the child agrees to fewer review meetings",
        "others": "Somebody else is responsible for where the child lives",
        "short_breaks": "A series of short breaks, from its first day", "short_break": "One stay in a series of short breaks"})
    where = Line("Where, and with whom?")
    note = Words("What was agreed, with whom?", hint="What the child says, and how often visits and reviews are to be")


@register
class VisitStep(EntryType):
    """What belongs to visiting a child in care and is no visit."""

    code, called, group, icon = "visit_step", "about visits in care", "visits", "visit"
    day_question, has_time = "When?", True
    headline = ("what",)
    speaks = (
        Says(visiting.spoken_remotely, when={"what": ("remote",)}),
        Says(visiting.visit_not_practicable, when={"what": ("not_practicable",)}),
        Says(visiting.visit_requested, when={"what": ("requested",)}),
        Says(visiting.home_notice_received, when={"what": ("home_notice",)}),
        Says(visiting.visit_worrying, on=("at", "day"), when={"what": ("worrying",)}),
        Says(visiting.visit_worry_passed_on, on="passed_on", when={"what": ("worrying",)}),
    )

    what = Choice("What was it?", {
        "requested": "Somebody asked for a visit", "remote": "We spoke with the child by video or telephone",
        "not_practicable": "A visit or review in time was not practicable", "home_notice": "The inspectorate's notice about the home came",
        "worrying": "A visit found what cannot wait"})
    passed_on = Moment("When was it written up and passed on?", only_if=("what", ("worrying",)))
    said = Words("What the child said")
    note = Words("What was it, and what follows?")


@register
class ReviewArranged(EntryType):
    """A day set for a review, and what must come before it."""

    code, called, group, icon = "review_arranged", "review arranged", "meetings", "clock"
    day_question = "When was the day of the review set?"
    headline = ("where",)
    speaks = (
        Says(reviews.review_arranged),
        Says(reviews.review_set_for, on="set_for"),
        Says(reviews.review_child_heard, on="child_heard"),
        Says(reviews.review_report_given, on="report_given"),
        Says(reviews.review_called_off, on="called_off"),
    )

    set_for = Day("For what day?")
    where = Line("Where?")
    child_heard = Day("When did the reviewing officer speak with the child?")
    said = Words("What the child said")
    report_given = Day("When did the reviewing officer have the social worker's report?")
    called_off = Day("If it will not happen on that day, when was it called off?")


@register
class ReviewStep(EntryType):
    """What happens between reviews: a review asked for sooner, a look half-way, an independent visitor."""

    code, called, group, icon = "review_step", "between reviews", "meetings", "people"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        _on("day", reviews.review_asked_sooner, "sooner"),
        _on("day", reviews.review_needed_before, "before"),
        _on("by", reviews.review_needed_by, "before"),
        _on("not_needed", reviews.review_not_needed, "sooner", "before"),
        _on("day", reviews.midway_checked, "midway"),
        _on("day", reviews.visitor_wanted, "visitor"),
        _on("appointed", reviews.visitor_appointed, "visitor"),
        _on("declined", reviews.visitor_declined, "visitor"),
    )

    what = Choice("What was it?", {
        "sooner": "A review was asked for sooner", "before": "A remand, detention or accommodation is to end, and a review comes first",
        "midway": "The reviewing officer looked half-way", "visitor": "An independent visitor would help the child"})
    by = Day("On what day does it end?", only_if=("what", ("before",)))
    not_needed = Day("If no earlier review is needed after all, when was that decided?", only_if=("what", ("sooner", "before")))
    appointed = Day("When was the visitor appointed?", only_if=("what", ("visitor",)))
    declined = Day("If the child did not want one, when did they say so?", only_if=("what", ("visitor",)))
    note = Words("What was found, and what follows?")


@register
class ReviewDispute(EntryType):
    """A formal dispute that the reviewing officer raised."""

    code, called, group, icon = "review_dispute", "reviewing officer's dispute", "meetings", "warning"
    day_question = "When was it raised?"
    headline = ("about",)
    speaks = (Says(reviews.dispute_raised), Says(reviews.dispute_resolved, on="resolved"), Says(reviews.dispute_sent_on, on="sent_on"))

    about = Line("What is it about, in a few words?")
    raised_with = Line("With whom is it now?")
    resolved = Day("When was it resolved?")
    sent_on = Day("If it was sent to Cafcass, when?")
    note = Words("What was said on both sides, and what came of it?")
