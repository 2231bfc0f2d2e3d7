"""Health of children in care."""

from goldthread.duties.words.kinds import Word

plan_made = Word("health.plan_made", "the health plan was written")
strengths_scored = Word("health.strengths_scored", "the carer's strengths and difficulties score was obtained")
strengths_unscored = Word(
    "health.strengths_unscored", "it was written down why there is no strengths and difficulties score"
)
immunised = Word("health.immunised", "the child's immunisations were checked and up to date")
summary_given = Word("health.summary_given", "the young person was given the summary of their health")
