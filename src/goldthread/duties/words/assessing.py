"""What belongs to an assessment besides its beginning and end, and the assessments of special kinds."""

from goldthread.duties.words.kinds import Word

# In and after a child and family assessment
late_explained = Word("assessment.late_explained", "why it runs late was written down, agreed and told to the family")
checked = Word("assessment.checked", "a manager looked at whether the assessment is on course")
shared = Word("assessment.shared", "the family had a copy of the assessment")
referrer_told = Word("assessment.referrer_told", "the referrer was told how the assessment ended")
services_needed = Word("assessment.services_needed", "the assessment found that the child needs our services")

# Homeless at 16 or 17
homeless_came = Word("homeless.came", "a young person of 16 or 17 came who has nowhere to live")
homeless_housed = Word("homeless.housed", "the young person had somewhere suitable to stay")
homeless_decided = Word("homeless.decided", "it was decided with the young person whether section 20 applies")
homeless_off = Word("homeless.off", "the young person has a home or no longer wants help")

# Special educational needs
advice_asked = Word("ehc.advice_asked", "we were asked for advice on education, health and care needs")
advice_sent = Word("ehc.advice_sent", "the advice on education, health and care needs was sent")
needs_assessment_asked = Word("ehc.asked", "an education, health and care needs assessment was asked for")
needs_assessment_ended = Word("ehc.ended", "the plan was made final, or it was decided that none is needed")

# Age
age_doubted = Word("age.assessment_needed", "it was decided that the young person's age is to be assessed")
age_decided = Word("age.decided", "the young person's age was decided, with reasons")
age_settled = Word("age.settled", "the young person's age was settled without an assessment")

# Carers
young_carer_noticed = Word(
    "young_carer.noticed", "the child seemed to be a young carer, or asked to be assessed as one"
)
young_carer_assessed = Word("young_carer.assessed", "the young carer's needs were assessed")
parent_carer_noticed = Word(
    "parent_carer.noticed", "a parent who cares for a disabled child seemed to need help or asked to be assessed"
)
parent_carer_assessed = Word("parent_carer.assessed", "the needs of the parent who cares were assessed")
carer_declined = Word("carer_assessment.declined", "the carer's assessment was offered and declined")

# Reports for a court
report_directed = Word("section_37.directed", "the court directed a report under section 37")
report_due = Word("section_37.due", "the report under section 37 is due by the court's order")
report_filed = Word("section_37.filed", "the report under section 37 was filed")
welfare_directed = Word("section_7.directed", "the court directed a welfare report under section 7")
welfare_due = Word("section_7.due", "the welfare report is due by the court's order")
welfare_filed = Word("section_7.filed", "the welfare report was filed")
report_off = Word("court_report.off", "the court no longer wanted the report")
