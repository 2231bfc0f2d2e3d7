"""Foster carers: approved, reviewed, visited, supervised; and what others are told of them."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties.ladders import approval_lapsing, corporate, regulator
from goldthread.duties.roles import fostering_manager, fostering_reviewer, supervising_social_worker
from goldthread.duties.rules import fostering_applying
from goldthread.duties.shape import Carry, Duty, Nth, Step, While, local
from goldthread.duties.words import fostering as f
from goldthread.law.sources import (
    fostering_2002,
    fostering_2011,
    fostering_guidance,
    fostering_standards,
    fostering_standards_2002,
    local_practice,
)

_SINCE_2002 = date(2002, 4, 1)
_BEFORE_2011 = date(2011, 3, 31)
_SINCE_2011 = date(2011, 4, 1)
_SINCE_2013 = date(2013, 4, 15)

_APPROVED = Duty(
    "Review the foster carer's approval",
    code="FO01",
    during=f.approved,
    every=(
        Step("FO01", months(12), Nth(0), says="the first review"),
        Step("FO02", months(12), says="each later one"),
    ),
    until=f.reviewed,
    ends_at=None,
    owner=fostering_reviewer,
    law=fostering_2011.regulation(28, 2),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="Earlier where something has changed. An early review brings the next one nearer.",
    last_said="The approval was last reviewed on {day}.",
    asks="Review the approval",
)

reviews_2002 = replace(
    _APPROVED,
    law=fostering_2002.regulation(29, 2),
    since=_SINCE_2002,
    up_to=_BEFORE_2011,
)

first_review_at_panel = replace(
    _APPROVED,
    says="Bring the first review of a foster carer to the panel",
    code="FO01B",
    every=None,
    within=months(12),
    until=f.review_at_panel,
    law=fostering_2011.regulation(28, 5),
    note="A review that the panel has not seen is not enough the first time.",
    last_said="",
    asks="Bring the review to panel",
)

first_review_at_panel_2002 = replace(
    first_review_at_panel, law=fostering_2002.regulation(29, 5), since=_SINCE_2002, up_to=_BEFORE_2011
)

unannounced_visits = replace(
    _APPROVED,
    says="Visit the foster home unannounced",
    code="FO03",
    every=months(12),
    until=f.visited_unannounced,
    owner=supervising_social_worker,
    law=fostering_standards.about("standard 21.8"),
    note="At least one in every year. Who must be seen is a local rule.",
    last_said="The last unannounced visit was on {day}.",
    asks="Visit unannounced",
)

unannounced_visits_2002 = replace(
    unannounced_visits,
    law=fostering_standards_2002.whole().to_check("which standard of 2002 asked for it"),
    since=_SINCE_2002,
    up_to=_BEFORE_2011,
)

home_inspections = replace(
    _APPROVED,
    says="Inspect the foster home without appointment",
    code="FO04",
    every=months(12),
    until=f.home_inspected,
    owner=supervising_social_worker,
    law=fostering_standards.about("standard 10.5"),
    note="Whether the home is still suitable. An appointment makes it another visit.",
    last_said="The home was last inspected on {day}.",
    asks="Inspect the home",
)

supervision = replace(
    _APPROVED,
    says="Supervise the foster carer",
    code="FO05",
    every=(
        Step(
            "FO05",
            local("supervision of a carer without a child", months(3)),
            While(f.empty),
            says="while no child is placed",
        ),
        Step("FO05", local("supervision of a foster carer", weeks(6)), says="otherwise"),
    ),
    until=f.supervised,
    owner=supervising_social_worker,
    law=fostering_guidance.about("supervision, from paragraph 5.67").to_check(
        "the numbers are local: the guidance gives none"
    ),
    since=_SINCE_2013,
    note="Where nobody wrote down that no child is placed, one is taken to be.",
    last_said="The carer was last supervised on {day}.",
    asks="Supervise the carer",
)

resignation = Duty(
    "End the approval of a foster carer who resigned",
    code="FO10",
    when=f.resigned,
    within=days(28),
    until=f.approved.ends,
    one_at_a_time=True,
    ends_at=None,
    owner=fostering_manager,
    law=fostering_2011.regulation(28, 13),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="It ends by itself on that day and the notice cannot be withdrawn: by then every child has another home.",
    last_said="The notice was received on {day}.",
    asks="Find other homes and end the approval",
)

development_standards = Duty(
    "Complete the training, support and development standards",
    code="FO11",
    during=f.approved,
    outside=(f.other_approval,),
    within=months(12),
    until=f.standards_met,
    ends_at=None,
    owner=supervising_social_worker,
    law=fostering_standards.about("standard 20"),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    last_said="The carer was approved on {day}.",
    asks="Complete the standards",
)

development_standards_connected = replace(
    development_standards,
    code="FO11B",
    during=f.other_approval,
    outside=(),
    within=months(18),
    note="Connected persons and short-break carers have half a year longer.",
)

events = Duty(
    "Tell Ofsted and the others of a significant event",
    code="FO12",
    when=f.event_happened,
    within=local("significant event in a foster home told", working_days(1)),
    until=f.event_notified,
    paired=True,
    ends_at=None,
    owner=fostering_manager,
    law=fostering_2011.regulation(36).to_check("the number is local: the regulation says without delay"),
    since=_SINCE_2011,
    climbs=regulator,
    note="Which events, and who is told of each, is in schedule 7.",
    last_said="It happened on {day}.",
    asks="Tell those whom schedule 7 names",
)

events_2002 = replace(
    events,
    law=fostering_2002.whole().to_check("the regulation of 2002 and its schedule; the number is local"),
    since=_SINCE_2002,
    up_to=_BEFORE_2011,
    note="",
)

_CHECKS = replace(
    _APPROVED,
    says="Renew the criminal record check of the foster carer",
    code="FO13A",
    every=local("criminal record check of a carer", months(36)),
    until=f.records_checked,
    carry=Carry(f.records_checked, within=months(36)),
    owner=supervising_social_worker,
    law=local_practice.about("checks on foster carers").to_check("how often; it is local"),
    since=_SINCE_2013,
    note="Counted from the last check, which may have been before the approval.",
    last_said="The last check was on {day}.",
    asks="Renew the check",
)

medicals = replace(
    _CHECKS,
    says="Renew the medical of the foster carer",
    code="FO13B",
    every=local("medical of a carer", months(24)),
    until=f.health_checked,
    carry=Carry(f.health_checked, within=months(24)),
    last_said="The last medical was on {day}.",
    asks="Renew the medical",
)

safety_checks = replace(
    _CHECKS,
    says="Check the health and safety of the foster home",
    code="FO13C",
    every=local("safety check of a foster home", months(12)),
    until=f.safety_checked,
    carry=Carry(f.safety_checked, within=months(12)),
    asks="Check the home",
)

information = Duty(
    "Send another service the information it asked for about a carer",
    code="FO14",
    when=f.information_asked,
    within=working_days(15),
    until=f.information_sent,
    paired=True,
    ends_at=None,
    owner=fostering_manager,
    law=fostering_2011.whole().to_check("the regulation as amended in 2013"),
    also=(fostering_guidance.whole(),),
    since=date(2013, 7, 1),
    climbs=corporate,
    note="With the carer's consent.",
    last_said="They asked on {day}.",
    asks="Send the information",
)

RULES: tuple[Duty, ...] = (
    _APPROVED,
    reviews_2002,
    first_review_at_panel,
    first_review_at_panel_2002,
    unannounced_visits,
    unannounced_visits_2002,
    home_inspections,
    supervision,
    *fostering_applying.RULES,
    resignation,
    development_standards,
    development_standards_connected,
    events,
    events_2002,
    _CHECKS,
    medicals,
    safety_checks,
    information,
)
