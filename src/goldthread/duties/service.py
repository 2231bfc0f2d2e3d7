"""The words of the service's own duties: what happens to an authority, not to a child.

They are kept apart from the words of children's duties, so that no child's record is ever asked for them. Where a year's
work has never been written down, `*.unsaid` says so: nothing is then taken for done, and nothing for late.
"""

from goldthread.duties.words import Episode, Word

# Inspection
inspection_announced = Word("inspection.announced", "the inspectors said that they would come")
lists_supplied = Word("inspection.lists_supplied", "the child-level lists were given to the inspectors")
inspected = Word("inspection.ended", "an inspection that gives judgements ended")
draft_received = Word("inspection.draft_received", "the draft report came")
draft_answered = Word("inspection.draft_answered", "the comments on the draft report were sent")
report_received = Word("inspection.report_received", "the inspection report came")
report_published = Word("inspection.published", "the inspection report was published")
statement_sent = Word("statement.sent", "the written statement of action was sent")
statement_due = Word("statement.due", "the written statement of action had to be sent")
inadequate = Episode(
    "inadequate",
    "the service is judged inadequate",
    Word("inadequate.begins", "the service was judged inadequate"),
    Word("inadequate.ends", "the service was no longer judged inadequate"),
)
monitoring_visited = Word("monitoring.visited", "inspectors made a monitoring visit")
focused_visited = Word("focused.visited", "inspectors made a focused visit")
priority_action = Word("focused.priority_action", "a letter after a focused visit asked for priority action")
priority_plan_sent = Word("focused.plan_sent", "the action plan that answers the letter was sent")
joint_letter = Word("joint.letter_received", "the letter after a joint area inspection asked for a written statement")
joint_statement_sent = Word("joint.statement_sent", "the partners' written statement was sent")

# Who stands over the service
direction = Episode(
    "direction",
    "a direction of the Secretary of State is in force",
    Word("direction.begins", "the Secretary of State directed the authority"),
    Word("direction.ends", "the direction was lifted"),
)
commissioner_named = Word("commissioner.named", "a commissioner was named")
commissioner_reported = Word("commissioner.reported", "the commissioner reported")
adviser_visited = Word("adviser.visited", "an adviser of the Department for Education visited")

# The year
year_ended = Word("year.ended", "the year ended")
half_year_ended = Word("half_year.ended", "the half-year ended")
quarter_ended = Word("quarter.ended", "the quarter ended")
self_evaluation_shared = Word("self_evaluation.shared", "the self-evaluation was shared with the inspectorate")
engagement_met = Word("engagement.met", "the yearly engagement meeting was held")
engagement_unsaid = Word("engagement.unsaid", "no yearly engagement meeting had been written down")
reviewing_reported = Word("report.reviewing_officers", "the reviewing officers' annual report was published")
reviewing_unsaid = Word("report.reviewing_officers_unsaid", "no reviewing officers' report had been written down")
private_fostering_reported = Word("report.private_fostering", "the annual report on private fostering was presented")
private_fostering_unsaid = Word("report.private_fostering_unsaid", "no private fostering report had been written down")
allegations_reported = Word("report.designated_officer", "the designated officer's annual report was presented")
allegations_unsaid = Word("report.designated_officer_unsaid", "no designated officer's report had been written down")
virtual_school_reported = Word("report.virtual_school", "the virtual school's annual report was presented")
virtual_school_unsaid = Word("report.virtual_school_unsaid", "no virtual school's report had been written down")
partners_reported = Word("report.safeguarding_partners", "the safeguarding partners' yearly report was published")
partners_unsaid = Word("report.safeguarding_partners_unsaid", "no safeguarding partners' report had been written down")
fostering_reported = Word("report.fostering", "the fostering service reported to the executive")
fostering_unsaid = Word("report.fostering_unsaid", "no fostering report to the executive had been written down")
adoption_reported = Word("report.adoption", "the adoption service reported to the executive")
adoption_unsaid = Word("report.adoption_unsaid", "no adoption report to the executive had been written down")
looked_after_returned = Word("return.looked_after", "the looked-after children return was loaded")
looked_after_unsaid = Word("return.looked_after_unsaid", "no looked-after children return had been written down")
need_returned = Word("return.need", "the children in need census was loaded")
need_unsaid = Word("return.need_unsaid", "no children in need census had been written down")

# Reform
kinship_law_made = Word("kinship_offer.law_made", "the Act that asks for a kinship local offer was passed")
kinship_offer_published = Word("kinship_offer.published", "the kinship local offer was published")
kinship_offer_reviewed = Word("kinship_offer.reviewed", "the kinship local offer was reviewed")

SERVICE_EPISODES: tuple[Episode, ...] = tuple(v for v in list(globals().values()) if isinstance(v, Episode))
SERVICE_WORDS: dict[str, Word] = {
    w.name: w
    for v in list(globals().values())
    for w in ([v] if isinstance(v, Word) else [v.begins, v.ends] if isinstance(v, Episode) else [])
}
SILENCES = frozenset(name for name in SERVICE_WORDS if name.endswith("unsaid"))
"""Said where nothing had been written down by the end of a day."""

COUNTED_OUT = SILENCES | {year_ended.name, half_year_ended.name, quarter_ended.name, statement_due.name}
"""Said by the calendar or by silence, never by a person."""
