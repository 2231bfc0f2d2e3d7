"""Children who have been missing."""

from datetime import date

from goldthread.clock.spans import hours
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen
from goldthread.duties.roles import return_interviewer
from goldthread.duties.shape import Duty
from goldthread.law.sources import missing_guidance

return_interview = Duty(
    "Offer and hold the return interview",
    code="MI03",
    when=w.missing.ends,
    within=hours(72),
    until=(w.return_interview_held, w.return_interview_declined),
    paired=True,
    owner=return_interviewer,
    law=missing_guidance.about("independent return interviews"),
    since=date(2009, 7, 1),
    climbs=child_not_seen,
    note="Real hours, weekends and clock changes included. Where the hour is not known, from the start of the day.",
    last_said="The child was found on {day}.",
    asks="Hold the return interview",
)

RULES = (return_interview,)
