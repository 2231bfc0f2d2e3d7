"""Contacts and referrals."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import hours, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import immediate_safety, ordinary
from goldthread.duties.roles import front_door_manager, referrer
from goldthread.duties.shape import Duty, local
from goldthread.duties.words import front
from goldthread.law.sources import (
    framework_2000,
    local_practice,
    since_2013,
    working_together_2006,
    working_together_2010,
    working_together_2023,
)

_LAST_OF_2006, _FIRST_OF_2010 = date(2010, 3, 16), date(2010, 3, 17)
_LAST_OF_2010, _FIRST_OF_2013 = date(2013, 4, 14), date(2013, 4, 15)

decide_on_contact = Duty(
    "Decide what happens next on the contact",
    code="FD02",
    when=w.contact_received,
    within=local("contact decision", working_days(1)),
    until=(w.contact_decided,),
    paired=True,
    ends_at=None,
    owner=front_door_manager,
    law=local_practice.about("front-door procedures"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    last_said="The contact was received on {day}.",
    asks="Decide what happens next on the contact",
)

decide_on_referral = Duty(
    "Decide what happens next on the referral, and tell the referrer it arrived",
    code="FD01",
    when=w.referral_received,
    within=working_days(1),
    until=(w.referral_decided,),
    paired=True,
    ends_at=None,
    owner=front_door_manager,
    law=working_together_2023.chapter(3),
    also=(*since_2013, working_together_2010.chapter(5), working_together_2006.chapter(5), framework_2000.chapter(3)),
    since=date(2000, 4, 1),
    climbs=immediate_safety,
    note="The same span in every edition since the Framework of 2000. A referral that comes on a day off counts from "
    "the day it came: day 1 is the next working day.",
    last_said="The referral was received on {day}.",
    asks="Decide on the referral",
)

acknowledge_referral = Duty(
    "Tell the referrer that the referral arrived",
    code="FD01A",
    when=w.referral_received,
    within=working_days(1),
    until=(front.referral_acknowledged,),
    paired=True,
    ends_at=None,
    owner=front_door_manager,
    law=working_together_2023.chapter(3),
    also=(*since_2013, working_together_2010.chapter(5), working_together_2006.chapter(5), framework_2000.chapter(3)),
    since=date(2000, 4, 1),
    climbs=ordinary,
    note="The other half of the duty to decide: both are due on the same day.",
    last_said="The referral was received on {day}.",
    asks="Tell the referrer it arrived",
)

rated_red = Duty(
    "Gather what other agencies know on the contact rated red, and decide",
    code="FD03A",
    when=front.rated_red,
    within=local("decision on a red contact", hours(4)),
    until=(front.rating_decided,),
    paired=True,
    ends_at=None,
    owner=front_door_manager,
    law=local_practice.about("gathering information at the front door").to_check(
        "the ratings and hours that the agencies here agreed"
    ),
    since=date(2011, 4, 1),
    climbs=immediate_safety,
    last_said="The contact was rated on {day}.",
    asks="Decide on the contact",
)

rated_amber = replace(
    rated_red,
    says="Gather what other agencies know on the contact rated amber, and decide",
    code="FD03B",
    when=front.rated_amber,
    within=local("decision on an amber contact", hours(24)),
    climbs=ordinary,
)

rated_green = replace(
    rated_amber,
    says="Gather what other agencies know on the contact rated green, and decide",
    code="FD03C",
    when=front.rated_green,
    within=local("decision on a green contact", hours(72)),
)

confirm_in_writing_2006 = Duty(
    "Confirm in writing a referral made by telephone",
    code="FD04",
    when=front.referral_telephoned,
    within=hours(48),
    until=(front.referral_written,),
    paired=True,
    ends_at=None,
    owed_by=referrer,
    owner=front_door_manager,
    law=working_together_2006.chapter(5).to_check("the hours that the text gave"),
    since=date(2006, 4, 1),
    up_to=_LAST_OF_2006,
    climbs=ordinary,
    last_said="The referral was made by telephone on {day}.",
    asks="Ask the referrer to write",
)

confirm_in_writing_2010 = replace(
    confirm_in_writing_2006,
    law=working_together_2010.chapter(5).to_check("the hours that the text gave"),
    since=_FIRST_OF_2010,
    up_to=_LAST_OF_2010,
)

confirm_in_writing = replace(
    confirm_in_writing_2006,
    within=local("telephone referral confirmed in writing", hours(48)),
    law=local_practice.about("referrals by telephone").to_check("the hours asked of agencies here"),
    since=_FIRST_OF_2013,
    up_to=None,
    note="National text until April 2013, local since.",
)

ask_after_referral_2006 = Duty(
    "Ask after a written referral that nobody acknowledged",
    code="FD05",
    when=front.referral_written,
    within=working_days(3),
    until=(front.referral_chased,),
    unless=(front.referral_acknowledged,),
    paired=True,
    ends_at=None,
    owed_by=referrer,
    owner=front_door_manager,
    law=working_together_2006.chapter(5).to_check("the number of days that the text gave"),
    since=date(2006, 4, 1),
    up_to=_LAST_OF_2006,
    climbs=ordinary,
    last_said="The referral came in writing on {day}.",
    asks="Tell the referrer it arrived",
)

ask_after_referral_2010 = replace(
    ask_after_referral_2006,
    law=working_together_2010.chapter(5).to_check("the number of days that the text gave"),
    since=_FIRST_OF_2010,
    up_to=_LAST_OF_2010,
)

ask_after_referral = replace(
    ask_after_referral_2006,
    within=local("referrer asks after the referral", working_days(3)),
    law=local_practice.about("referrals that nobody acknowledged").to_check(
        "the number of days asked of agencies here"
    ),
    since=_FIRST_OF_2013,
    up_to=None,
    note="The referrer's own duty. It is kept here because whoever has to ask was not told.",
)

tell_outcome = Duty(
    "Tell the referrer what was decided",
    code="FD06",
    when=w.referral_decided,
    within=local("referrer told what was decided", working_days(5)),
    until=(front.outcome_told,),
    paired=True,
    ends_at=None,
    owner=front_door_manager,
    law=working_together_2023.chapter(3),
    also=(*since_2013, working_together_2010.chapter(5), working_together_2006.chapter(5)),
    since=date(2006, 4, 1),
    climbs=ordinary,
    note="The guidance asks for it and gives no number of days.",
    last_said="It was decided on {day}.",
    asks="Tell the referrer what was decided",
)

RULES = (
    decide_on_contact,
    decide_on_referral,
    acknowledge_referral,
    rated_red,
    rated_amber,
    rated_green,
    confirm_in_writing_2006,
    confirm_in_writing_2010,
    confirm_in_writing,
    ask_after_referral_2006,
    ask_after_referral_2010,
    ask_after_referral,
    tell_outcome,
)
