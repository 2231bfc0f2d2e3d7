"""Strategy discussions, enquiries, conferences and emergency powers in full."""

from goldthread.duties.words.kinds import Word, episode

# Reason to suspect harm
harm_suspected = Word("harm.suspected", "there was reason to suspect that the child suffers significant harm")
harm_suspected_urgently = Word("harm.suspected_urgently", "there was reason to suspect serious harm that cannot wait")
harm_unfounded = Word("harm.unfounded", "a manager decided that there is no reason to suspect significant harm")
found_from_elsewhere = Word("harm.found_from_elsewhere", "a child of another area was found here and may suffer harm")
home_enquires = Word("harm.home_enquires", "the child's home authority agreed in writing to make the enquiries")

# The enquiry
enquiry_child_seen = Word("enquiry.child_seen", "the child was seen in the enquiry")
enquiry_seen_alone = Word("enquiry.seen_alone", "the child was seen alone in the enquiry")
enquiry_alone_unsaid = Word("enquiry.alone_unsaid", "the enquiry does not say whether the child was seen alone")
access_refused = Word("enquiry.access_refused", "we were kept from seeing the child in the enquiry")
access_answered = Word("enquiry.access_answered", "it was decided with a lawyer what to do about not seeing the child")
medical_urgent = Word("medical.urgent", "it was decided that the child needs a medical at once")
medical_wanted = Word("medical.wanted", "it was decided that the child needs a child protection medical")
medical_done = Word("medical.done", "the child protection medical was done")
medical_off = Word("medical.off", "the child protection medical was declined or no longer needed")

# Around a conference
initial_conference_booked = Word("conference.initial_booked", "an initial conference is booked")
decisions_sent = Word("conference.decisions_sent", "the conference's decisions and outline plan were sent")
minutes_sent = Word("conference.minutes_sent", "the full minutes of the conference were sent")

# Emergency powers
emergency_order = episode(
    "emergency_order",
    "an emergency protection order is in force",
    "an emergency protection order was made",
    "the emergency protection order ended",
)
emergency_order_until = Word("emergency_order.until", "the emergency protection order runs out")
emergency_order_extended = Word("emergency_order.extended", "the emergency protection order was extended")
emergency_extended_until = Word("emergency_order.extended_until", "the extended emergency protection order runs out")
care_applied_for = Word("emergency_order.care_applied", "an application for a care order was made to follow it")
police_protection = episode(
    "police_protection",
    "the child is in police protection",
    "the police took the child into police protection",
    "police protection ended",
)
assessment_order = episode(
    "assessment_order",
    "a child assessment order is in force",
    "the time of a child assessment order began",
    "the child assessment order ended",
)
order_assessment_done = Word("assessment_order.assessed", "the assessment under the child assessment order was done")
