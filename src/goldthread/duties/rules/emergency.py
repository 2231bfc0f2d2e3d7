"""Emergency protection orders, police protection and child assessment orders."""

from datetime import date

from goldthread.clock.spans import days, hours
from goldthread.duties.ladders import court, immediate_safety
from goldthread.duties.roles import allocated_social_worker, police
from goldthread.duties.shape import Duty
from goldthread.duties.words import enquiring
from goldthread.law.sources import children_act_1989

_SINCE_1991 = date(1991, 10, 14)

emergency_order_ends = Duty(
    "Decide what follows the emergency protection order before it runs out",
    code="S409A",
    during=enquiring.emergency_order,
    when=enquiring.emergency_order.begins,
    within=days(8).counting_first_day(),
    dated=enquiring.emergency_order_until,
    until=(enquiring.emergency_order_extended, enquiring.care_applied_for, enquiring.emergency_order.ends),
    owner=allocated_social_worker,
    law=children_act_1989.section(45, 1),
    also=(children_act_1989.section(45, 2),),
    since=_SINCE_1991,
    climbs=court,
    note="The day in the order holds. At most eight days; where the last of them is a Sunday or a public holiday the court "
    "may let the order run to noon of the next day that is neither, and that day is then in the order.",
    last_said="The order was made on {day}.",
    asks="Have the order extended, apply for a care order or end it",
)

extended_order_ends = Duty(
    "Decide what follows the extended emergency protection order before it runs out",
    code="S409B",
    during=enquiring.emergency_order,
    when=enquiring.emergency_order_extended,
    within=days(7).counting_first_day(),
    dated=enquiring.emergency_extended_until,
    until=(enquiring.care_applied_for, enquiring.emergency_order.ends),
    first_only=True,
    owner=allocated_social_worker,
    law=children_act_1989.section(45, 5),
    also=(children_act_1989.section(45, 6),),
    since=_SINCE_1991,
    climbs=court,
    note="Once only, and by at most seven days. Counted from the day the extension begins where the order's own day is not "
    "written down.",
    last_said="The order was extended on {day}.",
    asks="Apply for a care order or end it",
)

police_protection_ends = Duty(
    "Return the child, find them a place by agreement or have an order before police protection ends",
    code="S410",
    during=enquiring.police_protection,
    within=hours(72),
    until=(enquiring.police_protection.ends, enquiring.emergency_order.begins),
    owed_by=police,
    owner=allocated_social_worker,
    law=children_act_1989.section(46, 6),
    since=_SINCE_1991,
    climbs=immediate_safety,
    note="Hours by the clock from the moment the child was taken into police protection; where the hour is not known, from "
    "the first moment of that day.",
    last_said="Police protection began on {day}.",
    asks="Return the child, find them a place or have an order",
)

assessment_order_ends = Duty(
    "Do the assessment that the child assessment order is for",
    code="S411",
    during=enquiring.assessment_order,
    within=days(7).counting_first_day(),
    until=(enquiring.order_assessment_done,),
    owner=allocated_social_worker,
    law=children_act_1989.section(43, 5),
    since=_SINCE_1991,
    climbs=court,
    note="Counted from the day stated in the order, that day included.",
    last_said="The time of the order began on {day}.",
    asks="Do the assessment",
)

RULES = (emergency_order_ends, extended_order_ends, police_protection_ends, assessment_order_ends)
