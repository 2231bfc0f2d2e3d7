"""Contacts and referrals."""

from datetime import date

from goldthread.clock.spans import working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import immediate_safety, ordinary
from goldthread.duties.roles import front_door_manager
from goldthread.duties.shape import Duty, local
from goldthread.law.sources import local_practice, working_together_2023

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
    since=date(2000, 4, 1),
    climbs=immediate_safety,
    note="The same span in every edition since the Framework of 2000. A referral that comes on a day off counts from "
    "the day it came: day 1 is the next working day.",
    last_said="The referral was received on {day}.",
    asks="Decide on the referral",
)

RULES = (decide_on_contact, decide_on_referral)
