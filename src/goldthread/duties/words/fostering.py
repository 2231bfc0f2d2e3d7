"""Foster carers: applying, approved, reviewed. Said of the carers' household."""

from goldthread.duties.words.kinds import CARER, Word, episode

# Applying
application_received = Word("fostering.application_received", "an application to foster was received", CARER)
stage_1_complete = Word("fostering.stage_1_complete", "all that stage 1 asks for had been received", CARER)
stage_1_told = Word("fostering.stage_1_told", "the applicant was told whether the assessment goes on", CARER)
stage_1_refused = Word("fostering.stage_1_refused", "the applicant was told that the assessment does not go on", CARER)
withdrawn = Word("fostering.withdrawn", "the applicant withdrew", CARER)

# The panel and the decision
minutes_received = Word(
    "fostering.minutes_received", "the decision-maker received the panel's recommendation and final minutes", CARER
)
decided = Word("fostering.decided", "the fostering decision-maker decided", CARER)
told_decision = Word("fostering.told_decision", "the carer was told the fostering decision by word of mouth", CARER)
decision_sent = Word("fostering.decision_sent", "the fostering decision was sent in writing", CARER)
determined = Word(
    "fostering.determined", "notice was given of a determination not to approve, or to change or end it", CARER
)
represented = Word("fostering.represented", "representations were made to the fostering service", CARER)
review_asked = Word(
    "fostering.review_asked", "an independent review of the fostering determination was asked for", CARER
)
determination_final = Word("fostering.determination_final", "the fostering determination was made final", CARER)

# Approved
approved = episode(
    "fostering.approved",
    "the carer is approved to foster",
    "the foster carer was approved",
    "the approval to foster ended",
    CARER,
)
other_approval = episode(
    "fostering.connected",
    "the carer is approved as a connected person or for short breaks",
    "the carer was approved as a connected person or for short breaks",
    "the approval as a connected person or for short breaks ended",
    CARER,
)
empty = episode(
    "fostering.empty",
    "no child is placed with the foster carer",
    "the last child left the foster carer",
    "a child came to the foster carer",
    CARER,
)
resigned = Word("fostering.resigned", "the foster carer's notice of resignation was received", CARER)
standards_met = Word(
    "fostering.standards_met", "the foster carer completed the training, support and development standards", CARER
)

# Looked after well
reviewed = Word("fostering.reviewed", "the foster carer's approval was reviewed", CARER)
review_at_panel = Word("fostering.review_at_panel", "the fostering panel considered the review", CARER)
supervised = Word("fostering.supervised", "the foster carer was supervised", CARER)
visited_unannounced = Word("fostering.visited_unannounced", "the foster home was visited unannounced", CARER)
home_inspected = Word("fostering.home_inspected", "the foster home was inspected without appointment", CARER)
records_checked = Word("fostering.records_checked", "the criminal record check of the foster carer was renewed", CARER)
health_checked = Word("fostering.health_checked", "the medical of the foster carer was renewed", CARER)
safety_checked = Word("fostering.safety_checked", "the health and safety of the foster home was checked", CARER)

# What others must know
event_happened = Word("fostering.event_happened", "something happened that schedule 7 names", CARER)
event_notified = Word("fostering.event_notified", "Ofsted and the others were told of the event", CARER)
information_asked = Word("fostering.information_asked", "another service asked for information on the carer", CARER)
information_sent = Word("fostering.information_sent", "the information on the carer was sent", CARER)
