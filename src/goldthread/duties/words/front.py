"""What the front door does besides receiving and deciding."""

from goldthread.duties.words.kinds import Word

# A contact with a rating
rated_red = Word("contact.rated_red", "the contact was rated red")
rated_amber = Word("contact.rated_amber", "the contact was rated amber")
rated_green = Word("contact.rated_green", "the contact was rated green")
rating_decided = Word("contact.rating_decided", "it was decided what happens next on the rated contact")

# The referral and the referrer
referral_telephoned = Word("referral.telephoned", "a referral was made by telephone")
referral_written = Word("referral.written", "the referral came in writing")
referral_acknowledged = Word("referral.acknowledged", "the referrer was told that the referral arrived")
referral_chased = Word("referral.chased", "the referrer asked after the referral")
outcome_told = Word("referral.outcome_told", "the referrer was told what was decided")
history_read = Word("referral.history_read", "what happened before was read and thought about in the decision")

# Danger now
danger_learned = Word("danger.learned", "word came of a risk to life or of serious harm that is near")
danger_acted = Word("danger.acted", "something was done at once that made the child safe")
danger_unfounded = Word("danger.unfounded", "a manager decided that the child is in no such danger")

# Moving away with an open plan
move_learned = Word("move_away.learned", "we learned that the child with a plan moves to another authority's area")
move_told = Word("move_away.told", "the other authority was told of the child who moves there")
move_papers_sent = Word("move_away.papers_sent", "the papers went to the other authority")
move_off = Word("move_away.off", "the move to another authority's area came to nothing")
