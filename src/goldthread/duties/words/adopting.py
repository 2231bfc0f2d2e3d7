"""Adoption: the child's plan, decision, match and placement; and the adopters, applying and approved."""

from goldthread.duties.words.kinds import CARER, Word, episode

# The child
planned = Word("adoption.planned", "a review found that adoption is the plan for permanence")
considered = Word("adoption.considered", "the panel or the decision-maker considered the plan for adoption")
papers_received = Word("adoption.papers_received", "the decision-maker received the papers on the child")
papers_decided = Word("adoption.papers_decided", "the decision-maker decided on the papers on the child")
papers_told = Word("adoption.papers_told", "the decision on the child was told by word of mouth")
papers_sent = Word("adoption.papers_sent", "the decision on the child was sent in writing")
decided = Word("adoption.decided", "it was decided that the child should be placed for adoption")
reversed_ = Word("adoption.reversed", "it was decided that the child should not be adopted after all")
matched = Word("adoption.matched", "the child was matched with adopters")
may_be_placed = episode(
    "adoption.may_be_placed",
    "the child may be placed for adoption",
    "the authority to place the child for adoption was obtained",
    "the child was adopted or will not be",
)
placed = episode(
    "adoption.placed",
    "the child is placed for adoption",
    "the child was placed for adoption",
    "the placement for adoption ended",
)
applied = Word("adoption.applied", "the adopters applied to the court")
adopted = Word("adoption.adopted", "the child was adopted")
celebrated = Word("adoption.celebrated", "the adoption was celebrated in court")
letter_given = Word("adoption.letter_given", "the adopters were given the later life letter")
book_given = Word("adoption.book_given", "the adopters were given the life story book")
return_notified = Word("adoption.return_notified", "notice was given that the child is to be returned")
received_back = Word("adoption.received_back", "the child was received back")
disrupted = Word("adoption.disrupted", "the placement for adoption broke down")
disruption_met = Word("adoption.disruption_met", "the disruption meeting was held")

# Adopters, applying
registered = Word("adopting.registered", "a registration of interest in adopting was received", CARER)
registration_answered = Word(
    "adopting.registration_answered", "the registration of interest was accepted or refused", CARER
)
stage_1_begun = Word("adopting.stage_1_begun", "the agency accepted the registration and stage 1 began", CARER)
stage_1_decided = Word("adopting.stage_1_decided", "the decision on stage 1 was made", CARER)
stage_1_passed = Word("adopting.stage_1_passed", "the applicants may go on to stage 2", CARER)
went_on = Word("adopting.went_on", "the applicants told the agency that they wish to go on to stage 2", CARER)
report_sent = Word("adopting.report_sent", "the report was sent to the applicants", CARER)
report_answered = Word("adopting.report_answered", "the applicants sent their comments on the report", CARER)
left = Word("adopting.left", "the applicants left the process", CARER)

# Adopters, decided on
minutes_received = Word("adopting.minutes_received", "the decision-maker received the papers on the adopters", CARER)
adopters_decided = Word("adopting.decided", "the decision-maker decided on the adopters", CARER)
adopters_told = Word("adopting.told", "the decision on the adopters was told by word of mouth", CARER)
adopters_sent = Word("adopting.sent", "the decision on the adopters was sent in writing", CARER)
determined = Word("adopting.determined", "notice was given of a determination not to approve the adopters", CARER)
represented = Word("adopting.represented", "representations were made to the adoption agency", CARER)
review_asked = Word("adopting.review_asked", "an independent review of the adoption determination was asked for", CARER)
determination_final = Word("adopting.determination_final", "the adoption determination was made final", CARER)

# Adopters, approved
approved = episode(
    "adopting.approved",
    "the adopters are approved",
    "the adopters were approved",
    "the approval as adopters ended",
    CARER,
)
with_child = episode(
    "adopting.with_child",
    "a child is placed with the adopters",
    "a child was placed with the adopters",
    "the child left or was adopted",
    CARER,
)
reviewed = Word("adopting.reviewed", "the approval of the adopters was reviewed", CARER)
