"""Serious incidents, and the deaths of children and care leavers. These duties go on after a death."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import months, working_days
from goldthread.duties.ladders import ordinary, regulator
from goldthread.duties.roles import director, partnership, safeguarding_partners
from goldthread.duties.rules.deaths import DEATHS
from goldthread.duties.shape import Duty
from goldthread.duties.words import incidents as i
from goldthread.law.sources import (
    children_act_2004,
    practice_review_panel_guidance,
    practice_reviews_2018,
    working_together_2015,
    working_together_2018,
    working_together_2023,
)

_SINCE_2018, _SINCE_2023 = date(2018, 6, 29), date(2023, 12, 15)
_TO_2023 = date(2023, 12, 14)
_KNOWN = "The authority became aware of the incident on {day}."

notify = Duty(
    "Tell the national panel of the serious incident, and the safeguarding partners too",
    code="SI01",
    when=i.known,
    within=working_days(5),
    until=(i.notified,),
    paired=True,
    after_death=True,
    owner=director,
    law=working_together_2023.chapter(5),
    also=(children_act_2004.section("16C"),),
    since=_SINCE_2023,
    ends_at=None,
    climbs=regulator,
    note="The Act asks for it; the guidance gives the five working days.",
    last_said=_KNOWN,
    asks="Tell the national panel",
)
notify_2018 = replace(notify, law=working_together_2018.chapter(4), since=_SINCE_2018, up_to=_TO_2023)

rapid_review = Duty(
    "Send the rapid review to the national panel, counted from becoming aware",
    code="SI02",
    when=i.known,
    within=working_days(15),
    until=(i.rapidly_reviewed,),
    paired=True,
    after_death=True,
    owner=partnership,
    owed_by=safeguarding_partners,
    law=working_together_2023.chapter(5).to_check("whether the 15 working days run from awareness or notification"),
    since=_SINCE_2023,
    ends_at=None,
    climbs=regulator,
    note="The guidance of 2018 counts from becoming aware, the panel's own from the notification. The earlier day is safe; "
    "an authority may keep the other alone.",
    last_said=_KNOWN,
    asks="Send the rapid review",
)
rapid_review_2018 = replace(
    rapid_review,
    law=working_together_2018.chapter(4).to_check("whether the 15 working days run from awareness or notification"),
    since=_SINCE_2018,
    up_to=_TO_2023,
)

rapid_review_of_panel = replace(
    rapid_review,
    says="Send the rapid review to the national panel, counted from the notification",
    code="SI02B",
    when=i.notified,
    law=practice_review_panel_guidance.about("rapid reviews").to_check(
        "whether the 15 working days run from awareness or notification"
    ),
    since=_SINCE_2018,
    last_said="The national panel was told on {day}.",
)

practice_review = Duty(
    "Publish the practice review, or say why it is late",
    code="SI03",
    when=i.review_begun,
    within=months(6),
    until=(i.review_published, i.delay_explained),
    paired=True,
    after_death=True,
    owner=partnership,
    owed_by=safeguarding_partners,
    law=working_together_2023.chapter(5),
    also=(practice_reviews_2018.whole(),),
    since=_SINCE_2023,
    ends_at=None,
    climbs=regulator,
    last_said="It was decided on {day} to hold a practice review.",
    asks="Publish the review, or explain the delay",
)
practice_review_2018 = replace(practice_review, law=working_together_2018.chapter(4), since=_SINCE_2018, up_to=_TO_2023)

_BOARDS = "the editions of 2006 to 2015, and what was saved between June 2018 and September 2019"

serious_review_decision = Duty(
    "Decide whether to hold a serious review",
    code="SI08A",
    when=i.known,
    within=months(1),
    until=(i.serious_review_decided,),
    paired=True,
    after_death=True,
    owner=partnership,
    owed_by=safeguarding_partners,
    law=working_together_2015.chapter(4).to_check(_BOARDS),
    since=date(2006, 4, 6),
    up_to=date(2019, 9, 29),
    ends_at=None,
    climbs=ordinary,
    note="The review of the years before 2019, under the safeguarding boards. Decided by whoever chaired the local safeguarding children board.",
    last_said=_KNOWN,
    asks="Decide on a review",
)

serious_review = replace(
    serious_review_decision,
    says="Finish the serious review",
    code="SI08B",
    when=i.serious_review_begun,
    within=months(6),
    until=(i.serious_review_finished,),
    last_said="It was decided on {day} to hold a review.",
    note="",
    asks="Finish the review",
)

RULES = (
    notify_2018,
    notify,
    rapid_review_2018,
    rapid_review,
    rapid_review_of_panel,
    practice_review_2018,
    practice_review,
    serious_review_decision,
    serious_review,
    *DEATHS,
)
