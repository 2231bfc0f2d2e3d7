"""The words of a child's life: from the front door to leaving care. Families of work have modules of their own beside."""

from goldthread.duties.words.kinds import Word, episode

# The person
born = Word("person.born", "the child was born")
expected = Word("person.expected", "the baby is expected")
died = Word("person.died", "the child died")

# The front door
contact_received = Word("contact.received", "a contact was received")
contact_decided = Word("contact.decided", "it was decided what happens next on the contact")
referral_received = Word("referral.received", "a referral was received")
referral_decided = Word("referral.decided", "it was decided what happens next on the referral")
referral_unassessed = Word("referral.assessment_unneeded", "it was decided that no assessment is needed")
need = episode(
    "need", "the child is open to children's social care", "the referral was accepted", "the work was closed"
)

# Assessment and enquiry
assessment = episode(
    "assessment", "an assessment is being done", "the assessment started", "the assessment was authorised"
)
initial_assessment = episode(
    "initial_assessment",
    "an initial assessment is being done (before 2013)",
    "the initial assessment started",
    "the initial assessment was finished",
)
core_assessment = episode(
    "core_assessment",
    "a core assessment is being done (before 2013)",
    "the core assessment started",
    "the core assessment was finished",
)
assessment_child_seen = Word("assessment.child_seen", "the child was seen during the assessment")
strategy_held = Word("strategy.held", "a strategy discussion was held")
enquiry_agreed = Word("strategy.enquiry_agreed", "a strategy discussion agreed section 47 enquiries")
conference_unneeded = Word("enquiry.conference_unneeded", "the enquiry ended with no need for a conference")
enquiry = episode(
    "enquiry", "section 47 enquiries are being made", "section 47 enquiries started", "section 47 enquiries ended"
)
initial_conference_held = Word("conference.initial_held", "the initial conference was held")
review_conference_held = Word("conference.review_held", "a review conference was held")
transfer_notified = Word("conference.transfer_notified", "another authority told us the child has moved here on a plan")
review_conference_booked = Word("conference.review_booked", "a review conference is booked")
conference_report_shared = Word("conference.report_shared", "the family had the report for the conference")
core_group_held = Word("core_group.held", "the core group met")

# Plans
protection_plan = episode(
    "protection_plan", "the child is on a protection plan", "the protection plan began", "the protection plan ended"
)
need_plan = episode(
    "need_plan", "the child has a child in need plan", "the child in need plan began", "the child in need plan ended"
)
need_plan_reviewed = Word("need_plan.reviewed", "the child in need plan was reviewed")

# Visits: made, child seen and seen alone are three facts
visit_made = Word("visit.made", "a visit was made")
visit_child_seen = Word("visit.child_seen", "the child was seen on a visit")
visit_seen_alone = Word("visit.seen_alone", "the child was seen alone")
visit_seen_unsaid = Word("visit.seen_unsaid", "a visit does not say whether the child was seen")
visit_alone_unsaid = Word("visit.alone_unsaid", "a visit does not say whether the child was seen alone")
visit_written_up = Word("visit.written_up", "the visit was written up")

# Who works with the child
social_worker = episode(
    "social_worker",
    "the child has a named social worker",
    "a named social worker was given",
    "the named social worker ended",
)
reviewing_officer = episode(
    "reviewing_officer",
    "the child has a reviewing officer",
    "an independent reviewing officer was named",
    "the reviewing officer ended",
)
personal_adviser = episode(
    "personal_adviser",
    "the young person has a personal adviser",
    "a personal adviser was named",
    "the personal adviser ended",
)
manager_looked = Word("oversight.recorded", "a manager looked at how things are going and wrote it down")

# Care
looked_after = episode(
    "looked_after",
    "the child is looked after",
    "the child began to be looked after",
    "the child stopped being looked after",
)
legal_status = episode("legal_status", "a legal status is in force", "a legal status began", "a legal status ended")
placement = episode("placement", "the child lives in this placement", "a placement began", "the placement ended")
parents_placement = episode(
    "parents_placement",
    "the child is placed with parents before assessment",
    "a placement with parents began",
    "the placement with parents ended",
)
care_order_at_home = episode(
    "care_order_at_home",
    "the child lives with parents under a care order",
    "a care order was made and the child lives with parents",
    "the child stopped living with parents under a care order",
)
interim_order_at_home = episode(
    "interim_order_at_home",
    "the child lives with parents under an interim care order",
    "an interim care order was made and the child lives with parents",
    "the child stopped living with parents under an interim care order",
)
outside_approval = episode(
    "outside_approval",
    "the placement is outside what the carer is approved for",
    "an emergency placement outside the carer's approval began",
    "the placement outside the carer's approval was put right or ended",
)
temporary_approval = episode(
    "temporary_approval",
    "the carer has temporary approval as a connected person",
    "the connected person was temporarily approved",
    "the temporary approval ended",
)
temporary_approval_extended = Word("temporary_approval.extended", "the temporary approval was extended")
permanence_agreed = Word("placement.permanence_agreed", "it was agreed that the child stays in this placement until 18")
care_plan_made = Word("care_plan.made", "the care plan was made")
placement_plan_made = Word("placement.plan_made", "the placement plan was agreed with the carer")
placement_notified = Word("placement.notified", "everyone who must know of the placement was told in writing")
review_held = Word("review.held", "a looked-after review was held")
health_requested = Word("health.requested", "a health assessment was asked for")
health_assessed = Word("health.assessed", "a health assessment was done")
dental_checked = Word("health.teeth_checked", "the child saw a dentist")
education_plan_made = Word("education_plan.made", "the personal education plan was completed")
schooling_broken = Word("schooling.broken", "an emergency move broke the child's schooling")
schooling_found = Word("schooling.found", "the child started at a suitable school")

# Missing
missing = episode("missing", "the child is missing", "the child went missing", "the child was found")
return_interview_held = Word("return_interview.held", "the return interview was held")
return_interview_declined = Word("return_interview.declined", "the return interview was offered and declined")

# Leaving care
leaving_care = episode(
    "leaving_care",
    "the young person is owed leaving care services",
    "leaving care services began",
    "leaving care services ended",
)
pathway_needs_assessed = Word("pathway.needs_assessed", "the pathway needs assessment was completed")
pathway_plan_made = Word("pathway_plan.made", "the pathway plan was agreed")
pathway_plan_reviewed = Word("pathway_plan.reviewed", "the pathway plan was reviewed")
in_touch = Word("leaving_care.in_touch", "the adviser was in touch")

# Warnings
warning_raised = Word("warning.raised", "somebody raised a warning")
warning_answered = Word("warning.answered", "the warning was answered by a named person")
