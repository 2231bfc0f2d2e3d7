"""Plans, approvals, notices and decisions around care."""

from goldthread.duties.words.kinds import Word, episode

# Coming into care, and consent
care_proposed = Word("care.proposed", "it was proposed that the child come into care")
care_approved = Word("care.approved", "it was approved that the child come into care")
care_not_needed = Word("care.not_needed", "it was decided that the child does not come into care")
section_20 = episode(
    "section_20",
    "the child is accommodated by agreement",
    "the child was accommodated by agreement",
    "the accommodation by agreement ended",
)
section_20_considered = Word("section_20.considered", "it was considered whether section 20 is still right")

# Where the child is to live
outside_area_proposed = Word("outside_area.proposed", "a placement outside our area was proposed")
outside_area_planned = Word("outside_area.planned", "the placement outside our area is to begin")
outside_area = episode(
    "outside_area",
    "the child is placed outside our area",
    "a placement outside our area began",
    "the placement outside our area ended",
)
outside_area_approved = Word("outside_area.approved", "the nominated officer approved the placement outside our area")
outside_area_dropped = Word("outside_area.dropped", "the placement outside our area was given up")
outside_area_told = Word("outside_area.told", "the other council was told of the placement in writing")
distant_proposed = Word("distant.proposed", "a placement at a distance was proposed")
distant_planned = Word("distant.planned", "the placement at a distance is to begin")
distant = episode(
    "distant",
    "the child is placed at a distance",
    "a placement at a distance began",
    "the placement at a distance ended",
)
distant_approved = Word("distant.approved", "the director approved the placement at a distance")
distant_consulted = Word("distant.consulted", "the council of a placement at a distance was consulted on the care plan")
distant_dropped = Word("distant.dropped", "the placement at a distance was given up")
ending_proposed = Word("placement_ending.proposed", "it was proposed to end the placement")
ending_planned = Word("placement_ending.planned", "the placement is to end")
ending_dropped = Word("placement_ending.dropped", "it was decided that the placement goes on")
moved_in_emergency = Word("placement_ending.emergency", "the child was moved at once to keep somebody safe")
schooling_move_proposed = Word("schooling_move.proposed", "a move that disrupts schooling was proposed")
schooling_move_planned = Word("schooling_move.planned", "the move that disrupts schooling is to happen")
schooling_move_consulted = Word("schooling_move.consulted", "the virtual school head was asked about the move")
schooling_move_approved = Word(
    "schooling_move.approved", "the nominated officer approved the move that disrupts schooling"
)
schooling_move_dropped = Word("schooling_move.dropped", "the move that disrupts schooling was given up")

# Placements that need something to stay lawful
extension_panel_asked = Word(
    "temporary_approval.panel_asked", "the panel's view was sought and the reviewing officer told"
)
extended_to = Word("temporary_approval.extended_to", "the extended temporary approval runs out")
refusal_review_asked = Word("temporary_approval.review_asked", "a review of the refused approval was asked for")
refusal_review_decided = Word("temporary_approval.review_decided", "the review of the refused approval was decided")
parents_placement_decided = Word(
    "parents_placement.decided", "it was decided whether the placement with parents goes on"
)
detention = episode(
    "detention",
    "the child is on remand in youth detention",
    "the child was remanded to youth detention",
    "the remand to youth detention ended",
)
detention_plan_made = Word("detention.plan_made", "the detention placement plan was made")
other_arrangements = episode(
    "other_arrangements",
    "the child lives in other arrangements",
    "the child was placed in other arrangements",
    "the other arrangements ended",
)
unregistered = episode(
    "unregistered",
    "the child lives where nobody has registered",
    "the child was placed where nobody has registered",
    "the placement was registered or ended",
)

# Permanence, and leaving care for home
permanence_planned = Word("permanence.planned", "a plan for permanence was recorded")
leaving_proposed = Word("care_end.proposed", "it was proposed to stop looking after the child")
leaving_planned = Word("care_end.planned", "the child is to stop being looked after")
leaving_assessed = Word("care_end.assessed", "the services the child needs after care were assessed")
leaving_approved = Word("care_end.approved", "it was approved that the child stop being looked after")
leaving_dropped = Word("care_end.dropped", "it was decided to go on looking after the child")
returned_home = Word("care_end.returned_home", "the child went home from care")
savings_referred = Word("savings.referred", "the child was put forward for a savings account")
savings_not_needed = Word("savings.not_needed", "the child has a savings account or a trust fund already")
