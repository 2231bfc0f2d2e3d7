"""What a child in need plan asks for besides visits and reviews, and help of other kinds."""

from goldthread.duties.words.kinds import Word, episode

need_plan_declined = Word("need_plan.declined", "the family did not want a child in need plan")
need_plan_challenged = Word("need_plan.challenged", "a manager challenged a long child in need plan")
closing_decided = Word("closing.decided", "it was decided to close the work")
closing_told = Word("closing.told", "the closing summary was written and the family and others were told")

family_breaks = episode(
    "family_breaks",
    "the family has short breaks and the child is not in care",
    "short breaks for the family began",
    "short breaks for the family ended",
)
family_breaks_reviewed = Word("family_breaks.reviewed", "the family's short breaks were reviewed")

supervision_order = episode(
    "supervision_order",
    "a supervision order is in force",
    "a supervision order was made",
    "the supervision order ended",
)
supervision_until = Word("supervision_order.until", "the supervision order runs out")
supervision_extended = Word("supervision_order.extended", "the supervision order was extended")
supervision_extended_until = Word("supervision_order.extended_until", "the extended supervision order runs out")
supervision_decided = Word("supervision_order.decided", "it was decided what follows the supervision order")

lead_practitioner = episode(
    "lead_practitioner",
    "a lead practitioner leads the work with the family",
    "a lead practitioner was named",
    "the lead practitioner ended",
)
practice_overseen = Word("lead_practitioner.overseen", "a social worker looked at the lead practitioner's work")
protection_lead_named = Word("enquiry.lead_named", "a lead child protection practitioner was named")
