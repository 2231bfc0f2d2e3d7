"""What must hold without a gap, for as long as a child is open or in care."""

from datetime import date

from goldthread.clock.spans import days, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import approval_lapsing, court, ordinary
from goldthread.duties.roles import allocated_social_worker, service_manager
from goldthread.duties.shape import Duty, local
from goldthread.law.sources import children_act_1989, local_practice

named_worker = Duty(
    "Give the child a named social worker, and never leave them without one",
    code="WF08",
    during=(w.need, w.need_plan, w.protection_plan, w.looked_after),
    holds=w.social_worker,
    within=local("named worker", working_days(2)),
    owner=service_manager,
    law=local_practice.about("allocation"),
    since=date(2000, 4, 1),
    climbs=ordinary,
    asks="Name a social worker",
)

named_worker_at_once = Duty(
    "Give the child who is protected or in care a named social worker the same day",
    code="WF08B",
    during=(w.protection_plan, w.looked_after),
    holds=w.social_worker,
    within=local("named worker: protection or care", days(0)),
    owner=service_manager,
    law=local_practice.about("allocation"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    asks="Name a social worker today",
)

somewhere_to_live = Duty(
    "Provide a placement for the child in care, without a gap",
    code="ST01",
    during=w.looked_after,
    holds=w.placement,
    within=days(0),
    owner=allocated_social_worker,
    law=children_act_1989.section("22A"),
    since=date(2011, 4, 1),
    climbs=approval_lapsing,
    asks="Record where the child lives",
)

legal_basis = Duty(
    "Hold a legal basis for the child's care, without a gap",
    code="ST02",
    during=w.looked_after,
    holds=w.legal_status,
    within=days(0),
    owner=allocated_social_worker,
    law=children_act_1989.section(22, 1),
    since=date(1991, 10, 14),
    climbs=court,
    asks="Record the legal status",
)

RULES = (named_worker, named_worker_at_once, somewhere_to_live, legal_basis)
