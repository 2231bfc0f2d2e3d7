"""What a protection plan asks for besides visits and reviews, and what any plan asks for when things change."""

from goldthread.duties.words.kinds import Word

# Visits
bedroom_seen = Word("visit.bedroom_seen", "the child's bedroom was seen on a visit")
bedroom_unsaid = Word("visit.bedroom_unsaid", "a visit does not say whether the bedroom was seen")
child_not_seen = Word("visit.child_not_seen", "the child was not seen on a visit that was to see them")
seen_by_other = Word("child.seen_by_other", "somebody else who works with the child saw them")

# The plan
plan_shared = Word("protection_plan.shared", "the full protection plan was written by the core group and shared")
plan_challenged = Word("protection_plan.challenged", "a senior manager challenged a long or repeated plan")
plan_checked = Word("protection_plan.checked", "the chair looked at the plan between conferences")
plans_joined = Word("protection_plan.joined", "it was decided how the protection plan and the care plan go together")
conference_adjourned = Word("conference.adjourned", "a conference was broken off, to go on another day")

# Change
change_learned = Word("change.learned", "we learned of a significant change for the child")
change_decided = Word("change.decided", "it was decided whether the change brings the review conference forward")
change_settled = Word("change.settled", "a manager decided that the change needs no new assessment")
