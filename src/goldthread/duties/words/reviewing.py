"""What surrounds a review of a child's care."""

from goldthread.duties.words.kinds import Word, episode

review_arranged = Word("review.arranged", "a day was set for the review")
review_set_for = Word("review.set_for", "the review is to be held")
review_called_off = Word("review.called_off", "the review that had a day was called off")
review_child_heard = Word("review.child_heard", "the reviewing officer spoke with the child before the review")
review_report_given = Word("review.report_given", "the reviewing officer had the social worker's report")
review_asked_sooner = Word("review.asked_sooner", "a review was asked for sooner than planned")
review_needed_before = Word(
    "review.needed_before", "a remand or detention is to end, or nobody will take over the care"
)
review_needed_by = Word("review.needed_by", "what the review is needed before is to happen")
review_not_needed = Word("review.not_needed_sooner", "it was decided that no earlier review is needed")
review_adjourned = Word("review.adjourned", "a review was adjourned")
review_completed = Word("review.completed", "all parts of the review were done")
review_decisions_sent = Word("review.decisions_sent", "the decisions of the review were sent")
review_decisions_answered = Word("review.decisions_answered", "the team manager answered the decisions of the review")
review_recorded = Word("review.recorded", "the full record of the review was written")
review_record_shared = Word("review.record_shared", "the record of the review was given to everybody")
review_meeting_held = Word("review.meeting_held", "a review meeting was held")
review_meeting_unsaid = Word("review.meeting_unsaid", "a review does not say whether there was a meeting")
fewer_meetings = episode(
    "fewer_meetings",
    "the child in a long-term foster placement agrees to fewer review meetings",
    "the child in a long-term foster placement agreed to fewer review meetings",
    "the child no longer agreed to fewer review meetings, or the placement ended",
)
midway_checked = Word("review.midway_checked", "the reviewing officer looked half-way at how the plan goes")
plan_change_proposed = Word("care_plan.change_proposed", "a significant change to the care plan was proposed")
plan_change_planned = Word("care_plan.change_planned", "the change to the care plan is to be made")
plan_changed = Word("care_plan.changed", "a significant change to the care plan was made")
plan_change_dropped = Word("care_plan.change_dropped", "the change to the care plan was given up")
plan_change_urgent = Word("care_plan.change_urgent", "it was recorded why no review could consider the change first")
dispute_raised = Word("dispute.raised", "the reviewing officer raised a formal dispute")
dispute_resolved = Word("dispute.resolved", "the dispute was resolved")
dispute_sent_on = Word("dispute.sent_to_cafcass", "the dispute was sent to Cafcass")
visitor_wanted = Word("visitor.wanted", "a review found that an independent visitor would help the child")
visitor_appointed = Word("visitor.appointed", "an independent visitor was appointed")
visitor_declined = Word("visitor.declined", "the child did not want an independent visitor")
