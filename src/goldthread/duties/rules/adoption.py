"""Children for whom adoption is the plan: considered, decided, waiting, placed, adopted or come back."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.accounted import Kind, NotADuty
from goldthread.duties.ladders import approval_lapsing, child_not_seen, immediate_safety, ordinary, plan_and_review
from goldthread.duties.roles import (
    adoption_decision_maker,
    adoption_manager,
    adoption_social_worker,
    allocated_social_worker,
    independent_reviewing_officer,
)
from goldthread.duties.rules import adopters
from goldthread.duties.shape import Before, Duty, Nth, Step, local
from goldthread.duties.words import adopting as a
from goldthread.law.sources import (
    adoption_agencies_2005,
    adoption_and_children_2002,
    adoption_guidance,
    adoption_standards,
    local_practice,
)

_SINCE_2005 = date(2005, 12, 30)
_SINCE_2011 = date(2011, 4, 1)

plan_considered = Duty(
    "Have the plan for adoption considered by the panel or the decision-maker",
    code="AD01",
    when=a.planned,
    within=months(2),
    until=(a.considered, a.decided),
    unless=(w.looked_after.ends,),
    paired=True,
    owner=allocated_social_worker,
    law=adoption_standards.about("standard 17").to_check("the 2 months in the standard as revised"),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="By the panel where no placement order is needed, otherwise by the decision-maker.",
    last_said="The review of {day} found that adoption is the plan.",
    asks="Bring the plan for adoption to the decision-maker",
)

decision = Duty(
    "Decide on the papers",
    code="AD02",
    when=(a.papers_received, a.minutes_received),
    within=working_days(7),
    until=(a.papers_decided, a.adopters_decided),
    unless=(a.left,),
    paired=True,
    ends_at=None,
    owner=adoption_decision_maker,
    law=adoption_standards.about("standard 23"),
    also=(
        adoption_agencies_2005.regulation(19),
        adoption_agencies_2005.regulation("30B"),
        adoption_agencies_2005.regulation(33),
    ),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="On whether a child should be placed, on a match, and on adopters: counted from the day the recommendation and "
    "minutes, or the papers, were there.",
    last_said="The papers were received on {day}.",
    asks="Decide",
)

decision_told = replace(
    decision,
    says="Tell those concerned the decision by word of mouth",
    code="AD02B",
    when=(a.papers_decided, a.adopters_decided),
    within=working_days(2),
    until=(a.papers_told, a.adopters_told),
    owner=adoption_manager,
    law=adoption_standards.about("standard 23").to_check("the 2 working days"),
    also=(adoption_guidance.whole(),),
    note="",
    last_said="It was decided on {day}.",
    asks="Tell them the decision",
)

decision_sent = replace(
    decision_told,
    says="Send the decision in writing",
    code="AD02C",
    within=working_days(5),
    until=(a.papers_sent, a.adopters_sent),
    law=adoption_standards.about("standard 23").to_check("the 5 working days"),
    note="Told by word of mouth is not sent.",
    asks="Send the decision",
)

waiting_reviews = Duty(
    "Review the child who may be placed for adoption and is not placed",
    code="AD10",
    during=a.may_be_placed,
    outside=(a.placed,),
    inside=(w.looked_after,),
    every=(
        Step("AD10", months(3), Nth(0), says="the first review"),
        Step("AD10", months(6), says="each later one"),
    ),
    until=w.review_held,
    owner=independent_reviewing_officer,
    law=adoption_agencies_2005.regulation(36, 1),
    since=_SINCE_2005,
    climbs=plan_and_review,
    last_said="The last review was on {day}.",
    asks="Hold the review",
)

visits = Duty(
    "Visit the child and the adopters",
    code="AD11",
    during=a.placed,
    inside=(w.looked_after,),
    every=(
        Step("AD11", weeks(1), Before(w.review_held), says="until the first review"),
        Step(
            "AD11", local("visit after the first adoption review", weeks(4)), says="afterwards, as the review decides"
        ),
    ),
    until=w.visit_child_seen,
    unsure=(w.visit_seen_unsaid,),
    partly=(w.visit_made,),
    owner=adoption_social_worker,
    law=adoption_agencies_2005.regulation(36, 4),
    since=_SINCE_2005,
    climbs=child_not_seen,
    note="A written report of each visit goes on the record.",
    last_said="Last seen {day}.",
    asks="See the child and the adopters",
)

placed_reviews = Duty(
    "Review the child who is placed for adoption",
    code="AD12",
    during=a.placed,
    inside=(w.looked_after,),
    every=(
        Step("AD12", weeks(4), Nth(0), says="the first review"),
        Step("AD12", months(3), Nth(1), says="the second"),
        Step("AD12", months(6), says="each later one"),
    ),
    until=w.review_held,
    owner=independent_reviewing_officer,
    law=adoption_agencies_2005.regulation(36, 3),
    since=_SINCE_2005,
    climbs=plan_and_review,
    last_said="The last review was on {day}.",
    asks="Hold the review",
)

later_life_letter = Duty(
    "Give the adopters the later life letter",
    code="AD14A",
    when=a.celebrated,
    within=working_days(10),
    until=a.letter_given,
    paired=True,
    owner=adoption_social_worker,
    law=adoption_guidance.chapter(5).to_check("the paragraph"),
    since=_SINCE_2011,
    climbs=ordinary,
    last_said="The adoption was celebrated on {day}.",
    asks="Give the letter",
)

life_story_book = replace(
    later_life_letter,
    says="Give the adopters the life story book",
    code="AD14B",
    until=a.book_given,
    asks="Give the book",
)

received_back = Duty(
    "Receive back the child who is to be returned",
    code="AD15",
    when=a.return_notified,
    within=days(7).counting_first_day(),
    until=a.received_back,
    paired=True,
    owner=adoption_social_worker,
    law=adoption_and_children_2002.section(35),
    since=_SINCE_2005,
    climbs=immediate_safety,
    note="Seven days that begin with the day of the notice, the adopters' or the agency's.",
    last_said="Notice was given on {day}.",
    asks="Find a home and receive the child",
)

disruption = Duty(
    "Hold the disruption meeting",
    code="AD16",
    when=a.disrupted,
    within=local("disruption meeting", weeks(6)),
    until=a.disruption_met,
    paired=True,
    owner=adoption_manager,
    law=local_practice.about("disruption of placements for adoption").to_check("within how long; it is local"),
    since=date(2013, 4, 15),
    climbs=approval_lapsing,
    last_said="The placement broke down on {day}.",
    asks="Hold the meeting",
)

match = Duty(
    "Match the child with adopters",
    code="AD17",
    when=a.decided,
    within=months(6),
    until=(a.matched, a.placed.begins),
    unless=(a.reversed_, a.adopted, w.looked_after.ends),
    one_at_a_time=True,
    owner=adoption_social_worker,
    law=adoption_standards.about("standard 17").to_check("the aim of 6 months in the standard as revised"),
    since=_SINCE_2011,
    climbs=approval_lapsing,
    note="An aim. Counted from the decision that the child should be placed, not from the placement order.",
    last_said="It was decided on {day} that the child should be placed for adoption.",
    asks="Find a match",
)

RULES: tuple[Duty, ...] = (
    plan_considered,
    decision,
    decision_told,
    decision_sent,
    *adopters.RULES,
    waiting_reviews,
    visits,
    placed_reviews,
    later_life_letter,
    life_story_book,
    received_back,
    disruption,
    match,
)

NOT_DUTIES: tuple[NotADuty, ...] = (
    NotADuty(
        "AD13",
        "Adopters may apply to the court once the child has lived with them for at least 10 weeks",
        Kind.LIMIT,
        "it says how early adopters may do something that they need not do: an application sooner than that is asked about "
        "when it is written down",
    ),
)
