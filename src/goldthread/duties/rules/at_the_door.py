"""What else comes through the front door: danger that cannot wait, whose the child is, and what happened before."""

from dataclasses import replace
from datetime import date

from goldthread.clock.spans import days, months, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import immediate_safety, ordinary
from goldthread.duties.roles import allocated_social_worker, front_door_manager, team_manager
from goldthread.duties.shape import Duty, Trigger, local
from goldthread.duties.words import enquiring, front
from goldthread.law.sources import children_act_1989, data_returns, local_practice, working_together_2023

act_at_once = Duty(
    "Make the child safe at once",
    code="FD07A",
    when=front.danger_learned,
    within=days(0),
    until=(
        front.danger_acted,
        enquiring.emergency_order.begins,
        enquiring.police_protection.begins,
        w.looked_after.begins,
    ),
    unless=(front.danger_unfounded,),
    owner=allocated_social_worker,
    law=working_together_2023.chapter(3),
    also=(children_act_1989.section(44), children_act_1989.section(46)),
    since=date(1999, 12, 1),
    climbs=immediate_safety,
    note="At once: the same day is the latest. Nobody waits for a day that is due.",
    last_said="Word of the danger came on {day}.",
    asks="Make the child safe",
)

discuss_danger = replace(
    act_at_once,
    says="Hold a strategy discussion on the day when word of danger came",
    code="FD07B",
    until=(w.strategy_held,),
    owner=team_manager,
    note="Where a child must be made safe at once, the discussion may come straight after.",
    asks="Hold a strategy discussion",
)

allocate_referral = Duty(
    "Give the accepted referral to a named worker",
    code="FD08",
    when=Trigger(w.need.begins, unless=w.social_worker),
    within=local("allocation of an accepted referral", working_days(2)),
    until=(w.social_worker.begins,),
    unless=(w.need.ends,),
    owner=team_manager,
    law=local_practice.about("allocation"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    last_said="The referral was accepted on {day}.",
    asks="Name a social worker",
)

tell_new_authority = Duty(
    "Tell the other authority that a child with a plan moves there",
    code="FD09A",
    when=front.move_learned,
    within=local("other authority told of a move", working_days(1)),
    until=(front.move_told,),
    unless=(front.move_off,),
    paired=True,
    owner=allocated_social_worker,
    law=local_practice.about("children who move to another authority").to_check("the regional protocol"),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="By telephone first. The plan stays ours until the other authority has held its conference.",
    last_said="We learned of the move on {day}.",
    asks="Ring the other authority",
)

send_papers = replace(
    tell_new_authority,
    says="Send the papers to the authority where a child with a plan moves",
    code="FD09B",
    within=local("papers sent after a move", working_days(5)),
    until=(front.move_papers_sent,),
    note="",
    asks="Send the papers",
)

read_history = Duty(
    "Read what happened before, where a child is referred again within twelve months",
    code="FD10",
    when=Trigger(w.referral_received, times=2, in_last=months(12)),
    within=local("history read on a second referral", working_days(1)),
    until=(front.history_read,),
    paired=True,
    owner=front_door_manager,
    law=local_practice.about("children who are referred again"),
    also=(data_returns.about("referrals within twelve months of one before"),),
    since=date(2013, 4, 15),
    climbs=ordinary,
    note="The national figures count a second referral within twelve months and give no deadline. It belongs to the "
    "decision on the referral, and so is due with it.",
    last_said="The second referral was received on {day}.",
    asks="Read what happened before",
)

RULES = (
    act_at_once,
    discuss_danger,
    allocate_referral,
    tell_new_authority,
    send_papers,
    read_history,
)
