"""Before a birth and just after."""

from goldthread.duties.words.kinds import Word

pregnancy_told_early = Word("pregnancy.told_early", "we were told of a pregnancy before its referral is taken")
pregnancy_settled = Word("pregnancy.settled", "it was decided that the pregnancy needs no referral")
birth_threshold = Word(
    "pregnancy.threshold_met", "it was decided that the unborn child may need the protection of a court"
)
legal_planned = Word("pregnancy.legal_planned", "the legal planning meeting for the unborn child was held")
letter_before_birth = Word("pregnancy.letter_sent", "the letter before proceedings for the unborn child was sent")
no_proceedings = Word("pregnancy.no_proceedings", "it was decided that the unborn child needs no court")
birth_plan_shared = Word(
    "birth_plan.shared", "the plan for the birth and for going home was shared with maternity services"
)
discharge_met = Word("discharge_meeting.held", "the discharge planning meeting was held")
hospital_left = Word("hospital.left", "the baby left hospital")
