"""What orders and powers ask for: special guardians, contact refused, secure accommodation, placement orders."""

from datetime import date

from goldthread.clock.spans import days, hours, months, working_days
from goldthread.duties.ladders import court as court_ladder
from goldthread.duties.ladders import immediate_safety, ordinary
from goldthread.duties.roles import allocated_social_worker, director, head_of_service, kinship_lead
from goldthread.duties.shape import Duty, Nth, Step, local
from goldthread.duties.words import court
from goldthread.law.sources import (
    adoption_and_children_2002,
    children_act_1989,
    secure_accommodation_1991,
    special_guardianship_2005,
)

_SINCE_1991 = date(1991, 10, 14)
_SINCE_2005 = date(2005, 12, 30)

guardianship_report = Duty(
    "Report on the special guardian to the court",
    code="CT08",
    when=court.guardianship_report_asked,
    within=months(3),
    dated=court.guardianship_report_wanted,
    until=(court.guardianship_reported,),
    unless=(court.guardianship_dropped,),
    paired=True,
    owner=allocated_social_worker,
    law=children_act_1989.section("14A", 8),
    also=(children_act_1989.section("14A", 7),),
    since=_SINCE_2005,
    climbs=court_ladder,
    note="Whoever applies gives 3 months' notice before they may: without a day set by the court, the report is due "
    "by the end of these.",
    last_said="The notice or the court's request came on {day}.",
    asks="File the report",
)

guardianship_support = Duty(
    "Review the support of the special guardian",
    code="CT09",
    during=court.guardianship_support,
    every=months(12),
    until=(court.guardianship_reviewed,),
    owner=kinship_lead,
    law=special_guardianship_2005.regulation(17).to_check("whether support without money is to be reviewed yearly too"),
    also=(special_guardianship_2005.regulation(18),),
    since=_SINCE_2005,
    climbs=ordinary,
    note="Support in money at least once a year, when the yearly statement comes.",
    asks="Review the support",
)

refused_contact = Duty(
    "Ask the court about the contact that was refused, or let it begin again",
    code="CT10",
    during=court.contact_refused,
    within=days(7),
    until=(court.contact_order_applied, court.contact_refused.ends),
    owner=allocated_social_worker,
    law=children_act_1989.section(34, 6),
    since=_SINCE_1991,
    climbs=court_ladder,
    note="Contact may be refused without an order in an emergency, and for no more than 7 days.",
    last_said="Contact was refused on {day}.",
    asks="Apply to the court, or let contact begin again",
)

secure_hours = Duty(
    "Release the child from secure accommodation, or have a court order",
    code="CT11",
    during=court.secure_without_order,
    within=hours(72),
    in_any=days(28),
    until=(court.secure_without_order.ends,),
    owner=allocated_social_worker,
    law=secure_accommodation_1991.regulation(10),
    since=_SINCE_1991,
    climbs=immediate_safety,
    note="72 hours in total in any 28 days. Paragraph (3) lets a limit that ends around a Sunday or a public holiday "
    "run to noon of the day after for some children; the earlier time is shown.",
    last_said="The child was locked in on {day}.",
    asks="Release the child, or go to court",
)

secure_under_13 = Duty(
    "Approve secure accommodation for a child under 13",
    code="CT11B",
    during=court.secure,
    within=days(0),
    until=(court.secure_young_approved,),
    already=days(28),
    ends_at=13,
    owner=director,
    law=secure_accommodation_1991.whole().to_check("the regulation, and whether the Secretary of State approves too"),
    since=_SINCE_1991,
    climbs=immediate_safety,
    note="Before the child is placed there.",
    asks="Record the approval, or move the child",
)

secure_review = Duty(
    "Review the child in secure accommodation",
    code="CT12",
    during=court.secure,
    every=(
        Step("CT12", months(1), Nth(0), says="the first review"),
        Step("CT12", months(3), says="each later review"),
    ),
    until=(court.secure_reviewed,),
    owner=head_of_service,
    law=secure_accommodation_1991.regulation(15),
    since=_SINCE_1991,
    climbs=court_ladder,
    note="By a panel of at least three people.",
    asks="Hold the review",
)

secure_order = Duty(
    "Ask for a further secure accommodation order, or let the child leave, before the order runs out",
    code="CT12B",
    during=court.secure,
    when=court.secure_ordered,
    every=(
        Step(
            "CT12B",
            months(3).counting_first_day(),
            Nth(0),
            secure_accommodation_1991.regulation(11),
            "the first order",
        ),
        Step(
            "CT12B", months(6).counting_first_day(), None, secure_accommodation_1991.regulation(12), "each later order"
        ),
    ),
    dated=court.secure_order_expires,
    until=(court.secure_ordered,),
    owner=head_of_service,
    law=secure_accommodation_1991.regulation(11),
    also=(secure_accommodation_1991.regulation(12),),
    since=_SINCE_1991,
    climbs=court_ladder,
    note="The day in the order holds. Without one the longest that the law allows, the first day counted.",
    last_said="The court made the order on {day}.",
    asks="Apply before the order runs out",
)

placement_order = Duty(
    "Apply for a placement order",
    code="CT13",
    during=court.proceedings,
    when=court.placement_order_needed,
    within=local("placement order application", working_days(10)),
    until=(court.placement_order_applied,),
    unless=(court.placement_order_dropped,),
    owner=allocated_social_worker,
    law=adoption_and_children_2002.section(22).to_check("the Act gives no number; 10 working days is local"),
    since=_SINCE_2005,
    climbs=court_ladder,
    note="Without delay once it was decided, in proceedings, that the child should be placed for adoption.",
    last_said="It was decided on {day}.",
    asks="Apply for the placement order",
)

RULES = (
    guardianship_report,
    guardianship_support,
    refused_contact,
    secure_hours,
    secure_under_13,
    secure_review,
    secure_order,
    placement_order,
)
