"""Allegations against people who work with children: what employers and the designated officer owe."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import Span, months, weeks, working_days
from goldthread.duties.ladders import corporate
from goldthread.duties.roles import designated_officer, employer
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import allegations as a
from goldthread.law.sources import (
    local_practice,
    safeguarding_vulnerable_groups_2006,
    working_together_2010,
    working_together_2023,
)

_SINCE_2006 = date(2006, 4, 6)
_SINCE_2013 = date(2013, 4, 15)
_REFERRED = "The designated officer was told on {day}."

tell = Duty(
    "Tell the designated officer of the allegation",
    code="LO01",
    when=a.learned,
    within=working_days(1),
    until=(a.allegation.begins,),
    paired=True,
    owner=designated_officer,
    owed_by=employer,
    law=working_together_2023.chapter(2),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    note="In every edition of the guidance since 2006.",
    last_said="The employer or the police learned of it on {day}.",
    asks="Ask the employer for the referral",
)

evaluate = Duty(
    "Decide what happens next on the allegation",
    code="LO02",
    during=a.allegation,
    within=local("allegation decided on", working_days(1)),
    until=(a.evaluated,),
    paired=True,
    owner=designated_officer,
    law=local_practice.about("allegations"),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    last_said=_REFERRED,
    asks="Decide what happens next",
)

meet = Duty(
    "Hold the allegations meeting",
    code="LO03",
    during=a.allegation,
    within=local("allegations meeting", working_days(5)),
    until=(a.meeting_held, a.meeting_unneeded),
    paired=True,
    owner=designated_officer,
    law=local_practice.about("allegations"),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    last_said=_REFERRED,
    asks="Hold the meeting, or say why none is needed",
)


def _finish(code: str, says: str, name: str, span: Span, note: str) -> tuple[Duty, Duty]:
    """One aim in the guidance of 2006 and 2010, and the same as local practice since."""
    now = Duty(
        says,
        code=code,
        during=a.allegation,
        within=local(name, span),
        until=(a.allegation.ends,),
        paired=True,
        owner=designated_officer,
        law=local_practice.about("allegations").to_check("whether these aims still stand anywhere in national text"),
        since=_SINCE_2013,
        ends_at=None,
        climbs=corporate,
        note=note,
        last_said=_REFERRED,
        asks="Reach the outcome and write it down",
    )
    law = working_together_2010.about("allegations, appendix 5")
    return replace(now, within=span, law=law, since=_SINCE_2006, up_to=date(2013, 4, 14)), now


finish = (
    *_finish(
        "LO04A",
        "Reach the outcome of an ordinary allegation",
        "most allegations finished",
        months(1),
        "Meant for 80 in 100.",
    ),
    *_finish(
        "LO04B",
        "Reach the outcome of an allegation that takes longer",
        "nearly all allegations finished",
        months(3),
        "Meant for 90 in 100.",
    ),
    *_finish(
        "LO04C",
        "Reach the outcome of every allegation but the exceptional",
        "every allegation finished",
        months(12),
        "For all but the exceptional.",
    ),
)

progress = Duty(
    "Look at the progress of the allegation",
    code="LO05",
    during=a.allegation,
    every=local("progress of an allegation", weeks(4)),
    until=(a.progress_reviewed,),
    paired=True,
    owner=designated_officer,
    law=local_practice.about("allegations"),
    since=_SINCE_2006,
    ends_at=None,
    climbs=corporate,
    last_said="Last looked at on {day}.",
    asks="Look at the progress",
)

barring = Duty(
    "Tell the Disclosure and Barring Service",
    code="LO06",
    when=a.removed,
    within=local("referral to the barring service", months(1)),
    until=(a.barring_referred,),
    paired=True,
    owner=designated_officer,
    owed_by=employer,
    law=safeguarding_vulnerable_groups_2006.section(35).to_check(
        "the Act gives no number; guidance says about a month"
    ),
    since=date(2009, 10, 12),
    ends_at=None,
    climbs=corporate,
    note="As soon as possible, usually within a month of the conclusion.",
    last_said="The adult was removed from the work on {day}.",
    asks="Ask the employer for the referral",
)

RULES = (tell, evaluate, meet, *finish, progress, barring)
