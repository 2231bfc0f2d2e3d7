"""Words of allegations against people who work with children. They are said of the adult."""

from goldthread.duties.words.kinds import ADULT, Word, episode

learned = Word("allegation.learned", "the employer or the police learned of an allegation", ADULT)
allegation = episode(
    "allegation",
    "the designated officer has an open allegation",
    "the designated officer was told of an allegation",
    "the outcome of the allegation was written down",
    ADULT,
)
evaluated = Word("allegation.evaluated", "the designated officer decided what happens next", ADULT)
meeting_held = Word("allegation.meeting_held", "the allegations meeting was held", ADULT)
meeting_unneeded = Word("allegation.meeting_unneeded", "it was decided that no allegations meeting is needed", ADULT)
progress_reviewed = Word("allegation.progress_reviewed", "the progress of the allegation was looked at", ADULT)
removed = Word("allegation.person_removed", "the adult was removed from the work, or would have been", ADULT)
barring_referred = Word("allegation.barring_referred", "the Disclosure and Barring Service was told", ADULT)
