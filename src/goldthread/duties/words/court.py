"""Before proceedings, in court, and orders."""

from goldthread.duties.words.kinds import Word, episode

# Before proceedings
gateway_decided = Word("legal_gateway.decided", "it was decided to send a letter before proceedings")
pre_proceedings = episode(
    "pre_proceedings",
    "pre-proceedings are under way",
    "the letter before proceedings was sent",
    "pre-proceedings ended",
)
pre_proceedings_met = Word("pre_proceedings.met", "the first pre-proceedings meeting was held")
pre_proceedings_reviewed = Word("pre_proceedings.reviewed", "pre-proceedings were reviewed half-way")
pre_proceedings_extended = Word("pre_proceedings.extended", "it was decided that pre-proceedings go on for longer")
pre_proceedings_extended_to = Word("pre_proceedings.extended_to", "the longer pre-proceedings are to end")
family_meeting_offered = Word("pre_proceedings.meeting_offered", "the family was offered a decision-making meeting")
family_meeting_unsuitable = Word(
    "pre_proceedings.meeting_unsuitable", "it was decided that a family meeting is not in the child's interests"
)
family_meeting_accepted = Word("pre_proceedings.meeting_accepted", "the family accepted a decision-making meeting")
family_meeting_held = Word("pre_proceedings.meeting_held", "the family decision-making meeting was held")
family_meeting_off = Word("pre_proceedings.meeting_off", "the family no longer wanted the decision-making meeting")

# Care proceedings
proceedings = episode(
    "proceedings", "care proceedings are under way", "the application was issued", "the final order was made"
)
papers_served = Word("proceedings.papers_served", "the application was allocated and its papers filed and served")
case_management_held = Word("proceedings.first_hearing_held", "the court's first management hearing was held")
proceedings_extended = Word("proceedings.extended", "the court extended the proceedings")
proceedings_extended_to = Word("proceedings.extended_to", "the extended proceedings are to end")
court_plan_directed = Word("court.care_plan_directed", "the court directed that the care plan be filed")
court_plan_wanted = Word("court.care_plan_wanted", "the court wants the care plan")
court_plan_filed = Word("court.care_plan_filed", "the care plan was filed with the court")
placement_order_needed = Word(
    "placement_order.needed", "it was decided in proceedings that the child should be placed for adoption"
)
placement_order_applied = Word("placement_order.applied", "a placement order was applied for")
placement_order_dropped = Word("placement_order.dropped", "the decision for adoption was reversed")

# Special guardianship
guardianship_report_asked = Word(
    "special_guardianship.report_asked", "notice of a special guardianship application came, or the court asked"
)
guardianship_report_wanted = Word("special_guardianship.report_wanted", "the court wants the report on the guardian")
guardianship_reported = Word("special_guardianship.reported", "the report on the special guardian was filed")
guardianship_dropped = Word("special_guardianship.dropped", "the special guardianship application was given up")
guardianship_support = episode(
    "special_guardianship_support",
    "a special guardian has a support plan",
    "a special guardian's support plan began",
    "the special guardian's support plan ended",
)
guardianship_reviewed = Word("special_guardianship.reviewed", "the special guardian's support was reviewed")

# Contact and liberty
contact_refused = episode(
    "contact_refused",
    "contact is refused without an order",
    "contact was refused without an order",
    "contact began again",
)
contact_order_applied = Word("contact_refused.order_applied", "the court was asked for leave to refuse contact")
secure = episode(
    "secure",
    "the child is in secure accommodation",
    "the child was placed in secure accommodation",
    "the child left secure accommodation",
)
secure_without_order = episode(
    "secure_without_order",
    "the child is in secure accommodation without a court order",
    "the child was locked in without a court order",
    "the child was released, or the court made an order",
)
secure_young_approved = Word("secure.young_approved", "secure accommodation was approved for a child under 13")
secure_reviewed = Word("secure.reviewed", "the secure accommodation review was held")
secure_ordered = Word("secure.ordered", "the court made a secure accommodation order")
secure_order_expires = Word("secure.order_expires", "the secure accommodation order runs out")
