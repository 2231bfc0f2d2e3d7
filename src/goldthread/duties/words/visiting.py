"""Visits to children in care."""

from goldthread.duties.words.kinds import Word, episode

spoken_remotely = Word("visit.remote", "the child was spoken with by video or telephone")
visit_not_practicable = Word("visit.not_practicable", "a visit or review in time was found not to be practicable")
visit_requested = Word("visit.requested", "the child, the carer or another asked for a visit")
home_notice_received = Word("visit.home_notice_received", "the inspectorate's notice about the home came")
visit_worrying = Word("visit.worrying", "a visit found what cannot wait")
visit_worry_passed_on = Word("visit.worry_passed_on", "what the visit found was written up and passed on")
fewer_visits = episode(
    "fewer_visits",
    "the child is in a long-term foster placement and agrees to fewer visits",
    "the child in a long-term foster placement agreed to fewer visits",
    "the child no longer agreed to fewer visits, or the placement ended",
)
arranged_by_others = episode(
    "arranged_by_others",
    "somebody else is responsible for where the child in care lives",
    "somebody else became responsible for where the child in care lives",
    "the living arrangements made by somebody else ended",
)
short_breaks = episode(
    "short_breaks",
    "the child has a series of short breaks",
    "the first day of a series of short breaks came",
    "the series of short breaks ended",
)
short_break = episode(
    "short_break", "the child is away on a short break", "a short break began", "the short break ended"
)
custody = episode(
    "custody",
    "the young person who was looked after is in custody",
    "the child was detained and so stopped being looked after",
    "the young person left custody",
)
