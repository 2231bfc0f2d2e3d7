"""What care leavers are owed where they live, after 21, and when they stay with carers or go back to family."""

from datetime import date

from goldthread.clock.spans import days, months, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import child_not_seen, ordinary
from goldthread.duties.roles import leaving_care_manager, personal_adviser
from goldthread.duties.shape import Aged, Duty, Nth, Step, local
from goldthread.duties.words import after_care as a
from goldthread.law.sources import care_leavers_2010, children_act_1989

_SINCE_2011 = date(2011, 4, 1)

review_in_new_home = Duty(
    "Review the pathway plan after the authority first provided accommodation",
    code="LC06",
    during=a.provided_home,
    within=days(28),
    until=(w.pathway_plan_reviewed,),
    owner=personal_adviser,
    law=care_leavers_2010.regulation(7, 3).to_check("the wording and the number of days"),
    since=_SINCE_2011,
    ends_at=25,
    climbs=ordinary,
    last_said="The accommodation was first provided on {day}.",
    asks="Review the pathway plan",
)

visits_at_home = Duty(
    "Visit the young person in accommodation that the authority provides",
    code="LC07A",
    during=a.provided_home,
    every=(
        Step("LC07A", days(7), Nth(0), says="the first visit"),
        Step("LC07A", months(2), says="each later visit"),
    ),
    until=(a.visited_at_home,),
    partly=(w.in_touch,),
    owner=personal_adviser,
    law=care_leavers_2010.regulation(8, 2),
    since=_SINCE_2011,
    ends_at=25,
    climbs=child_not_seen,
    last_said="Last visited where they live on {day}.",
    asks="Visit the young person",
)

visit_before_review = Duty(
    "Visit the young person again before the plan is reviewed",
    code="LC07B",
    during=a.provided_home,
    when=a.visited_at_home,
    first_only=True,
    from_start=True,
    within=days(28),
    before=w.pathway_plan_reviewed,
    until=(a.visited_at_home,),
    owner=personal_adviser,
    law=care_leavers_2010.regulation(8, 2),
    since=_SINCE_2011,
    ends_at=25,
    climbs=child_not_seen,
    note="The review itself is due 28 days after the accommodation was first provided.",
    last_said="First visited there on {day}.",
    asks="Visit the young person before the review",
)

offer_after_21 = Duty(
    "Tell the young person what support there is to 25",
    code="LC09A",
    during=Aged(w.leaving_care, 21),
    every=(
        Step("LC09A", local("offer of support at 21", months(1)), Nth(0), says="the first time"),
        Step("LC09A", months(12), says="each later time"),
    ),
    until=(a.support_offered,),
    owner=personal_adviser,
    law=children_act_1989.section("23CZB").to_check("that the offer is made again every 12 months"),
    since=date(2018, 4, 1),
    ends_at=25,
    climbs=ordinary,
    note="Before April 2018 the duty ended at 21, or went on while in education.",
    last_said="The support was last offered on {day}.",
    asks="Tell the young person what support there is",
)

assess_after_21 = Duty(
    "Assess what the young person who asked for support after 21 needs",
    code="LC09B",
    when=a.support_requested,
    within=local("support to 25 assessed", working_days(20)),
    until=(a.support_assessed,),
    one_at_a_time=True,
    owner=personal_adviser,
    law=children_act_1989.section("23CZB").to_check("the Act gives no number; 20 working days is local"),
    since=date(2018, 4, 1),
    ends_at=25,
    climbs=ordinary,
    last_said="The young person asked on {day}.",
    asks="Assess the needs",
)

staying_put = Duty(
    "Look at how staying put is going, and support it",
    code="LC10",
    during=a.staying_put,
    every=local("staying put looked at", months(6)),
    until=(a.staying_put_reviewed,),
    owner=personal_adviser,
    law=children_act_1989.section("23CZA").to_check("the Act gives no number; 6 months is local"),
    since=date(2014, 5, 13),
    ends_at=21,
    climbs=ordinary,
    note="To the twenty-first birthday.",
    last_said="Last looked at on {day}.",
    asks="Look at how staying put is going",
)

status_after_six_months = Duty(
    "Decide what the young person is owed after six months with family",
    code="LC12",
    during=a.back_with_family,
    within=months(6),
    until=(a.status_decided,),
    owner=leaving_care_manager,
    law=care_leavers_2010.regulation(3),
    since=_SINCE_2011,
    ends_at=18,
    climbs=ordinary,
    note="After six months in a row with a parent or the like a young person is no relevant child any more.",
    last_said="The young person went to live with family on {day}.",
    asks="Decide what the young person is owed",
)

AFTER_CARE = (
    review_in_new_home,
    visits_at_home,
    visit_before_review,
    offer_after_21,
    assess_after_21,
    staying_put,
    status_after_six_months,
)
