"""Words of private fostering, and of children who live away from home for long."""

from goldthread.duties.words.kinds import Word, episode

planned = Word("private_fostering.planned", "it was decided that the child shall be fostered privately")
notified = Word("private_fostering.notified", "the authority was told of the private fostering that is planned")
started = Word("private_fostering.started", "the child came to live with the private foster carers")
fostered = episode(
    "private_fostering",
    "the child is fostered privately",
    "the authority became aware that the child is fostered privately",
    "the private fostering ended",
)
checked = Word(
    "private_fostering.checked",
    "the home was visited and the child, the carers, their household and the parents were spoken to",
)
visited = Word("private_fostering.visited", "the child was visited where they are fostered privately")
visit_reported = Word("private_fostering.visit_reported", "the written report of the private fostering visit was made")
suitability_decided = Word("private_fostering.decided", "it was decided whether the private fostering is suitable")
changed = Word("private_fostering.changed", "something changed, or ended, in the private fostering")
change_told = Word("private_fostering.change_told", "the carers told the authority of the change")

long_stay = episode(
    "long_stay",
    "the child lives in a hospital, school or home for three months or more",
    "the child went to live in a hospital, school or home for long",
    "the child left the hospital, school or home",
)
long_stay_notified = Word("long_stay.notified", "the authority was told of the child's long stay away from home")
long_stay_checked = Word("long_stay.checked", "it was found out how the child fares where they stay")
long_stay_visited = Word("long_stay.visited", "the child was visited where they stay for long")
