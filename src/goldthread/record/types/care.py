"""Being looked after: the period of care, its legal basis, where the child lives, and the reviews."""

from goldthread.duties import words
from goldthread.duties.words import adopting, court, planning_care, reviewing, visiting
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Line, Postcode, Whole, Words, YesNo
from goldthread.record.register import CHAIRS, SAID, EntryType, Says, register, says_episode

CARE, LEGAL, HOME = 5, 6, 7  # lanes
TEMPORARY = tuple(c for c in codes.PLACEMENT if c.startswith("T"))
OTHER_ARRANGEMENTS = ("K3", "H5", "P2", "P3")
HOME_AGAIN = ("E4A", "E4B", "E4")
LASTING = (*(c for c in codes.PLACEMENT if c not in TEMPORARY), "", None)  # not said: taken to last, which asks more of us


@register
class LookedAfter(EntryType):
    """A period of being looked after, however many placements it has. SSD: ssd_cla_episodes."""

    code, called, group, icon = "looked_after", "period of being looked after", "plans", "visit"
    day_question, lasts, lane = "When did it begin?", True, CARE
    headline = ("end_reason",)
    speaks = (
        *says_episode(words.looked_after),
        Says(planning_care.returned_home, on="until", when={"end_reason": HOME_AGAIN}),
        Says(visiting.custody.begins, on="until", when={"end_reason": ("E9",)}),
        Says(visiting.custody.ends, on="released", when={"end_reason": ("E9",)}),
    )

    primary_need = Choice("Main reason", codes.NEED, ssd="clae_cla_primary_need_code", max_length=2)
    end_reason = Choice("Why did it end?", codes.CARE_END, ssd="clae_cla_episode_ceased_reason", max_length=4)
    because = Words("How did it come about?")
    released = Day("When did the young person leave custody?", only_if=("end_reason", ("E9",)))


@register
class LegalStatus(EntryType):
    """SSD: ssd_legal_status."""

    code, called, group, icon = "legal_status", "legal status", "plans", "note"
    day_question, lasts, lane = "When did it begin?", True, LEGAL
    headline = ("status",)
    speaks = (*says_episode(words.legal_status), *says_episode(planning_care.section_20, status=("V2",)))

    status = Choice("Which?", codes.LEGAL_STATUS, ssd="lega_legal_status", max_length=4)
    court = Line("Court and number of the order")
    expires = Day("If the order has an end date, which?")


def _approved(episode, how):
    when = {"approval": (how,)}
    return Says(episode.begins, when=when), Says(episode.ends, on=("approval_settled", "until"), when=when)


@register
class Placement(EntryType):
    """Where a looked-after child lives. A temporary move does not end the home it is from. SSD: ssd_cla_placement."""

    code, called, group, icon = "placement", "placement", "plans", "visit"
    day_question, lasts, lane = "When did the child move in?", True, HOME
    headline = ("kind", "carer")
    speaks = (
        *says_episode(words.placement, kind=LASTING),
        *says_episode(adopting.placed, kind=("A3", "A4", "A5", "A6")),
        Says(words.permanence_agreed, on="permanence_agreed"),
        Says(words.placement_plan_made, on="plan_agreed"),
        Says(words.placement_notified, on="notified"),
        *says_episode(words.parents_placement, unassessed=(True,)),
        *says_episode(words.care_order_at_home, order_at_home=("full",)),
        *says_episode(words.interim_order_at_home, order_at_home=("interim",)),
        *_approved(words.temporary_approval, "temporary"),
        Says(words.temporary_approval_extended, on="approval_extended"),
        *_approved(words.outside_approval, "outside"),
        Says(planning_care.extended_to, on="extended_to"),
        *says_episode(planning_care.outside_area, outside_area=(True,)),
        *says_episode(planning_care.distant, distant=(True,)),
        *says_episode(planning_care.other_arrangements, kind=OTHER_ARRANGEMENTS),
        *says_episode(planning_care.unregistered, registered=(False,)),
        *says_episode(planning_care.detention, detained=(True,)),
        Says(planning_care.outside_area_told, on="area_told"),
    )

    kind = Choice("What kind of placement?", codes.PLACEMENT, ssd="clap_cla_placement_type", max_length=4)
    carer = Line("With whom?")
    provider = Choice("Who provides it?", codes.PROVIDER, ssd="clap_cla_placement_provider", max_length=4)
    urn = Line("Ofsted number of the home", ssd="clap_cla_placement_urn", max_length=12)
    postcode = Postcode("Postcode", ssd="clap_cla_placement_postcode", max_length=12)
    home_postcode = Postcode("Postcode the child came from", max_length=12)
    start_reason = Choice("Why did it begin?", codes.EPISODE_START, ssd="clae_cla_episode_start_reason", max_length=2)
    change_reason = Choice("Why did it end?", codes.PLACE_CHANGE, ssd="clap_cla_placement_change_reason", max_length=6)
    plan_agreed = Day("When was the placement plan agreed with the carer?")
    notified = Day("When had everyone who must know been told in writing?")
    permanence_agreed = Day("When was it agreed that the child stays until 18?")
    unassessed = YesNo("With parents, before the assessment is complete?")
    order_at_home = Choice("With parents under which order?", {"full": "Full care order", "interim": "Interim care order"},
                           only_if=("kind", ("P1",)))
    approval = Choice("Is the carer approved for this child?", {
        "full": "Yes", "temporary": "Temporarily, as somebody the child knows", "outside": "Not yet: an emergency outside their approval"})
    approval_settled = Day("When was the approval settled?", only_if=("approval", ("temporary", "outside")))
    approval_extended = Day("When was the temporary approval extended?", only_if=("approval", ("temporary",)))
    extended_to = Day("Until what day?", only_if=("approval", ("temporary",)))
    location = Line("Which council's area?", max_length=60)
    outside_area = YesNo("Is it outside our own area?")
    distant = YesNo("Is it in an area that does not border ours?")
    area_told = Day("When was the other council told in writing?", hint="With the assessment, the care plan and the reasons")
    registered = YesNo("Is the home registered?", only_if=("kind", ("K3", "H5")))
    detained = YesNo("On remand to youth detention?", only_if=("kind", ("R5", "K1")))
    miles = Whole("How many miles from home, in a straight line?", hint="Rounded up to a whole mile")


@register
class CarePlan(EntryType):
    """SSD: ssd_cla_care_plan."""

    code, called, group, icon = "care_plan", "care plan", "plans", "note"
    approved_by = CHAIRS
    day_question = "When was it made?"
    speaks = (Says(words.care_plan_made), Says(planning_care.permanence_planned, when={"aim": SAID}))

    aim = Choice("What is the plan for permanence?", codes.AIM)
    plan = Words("What is the plan, and what does the child say about it?")


@register
class Review(EntryType):
    """A review of a looked-after child's plan. SSD: ssd_cla_reviews."""

    code, called, group, icon = "review", "looked-after review", "meetings", "people"
    day_question, has_time = "When was it held?", True
    headline = ("participation",)
    speaks = (
        Says(words.review_held),
        Says(reviewing.review_meeting_held, when={"meeting": (True,)}),
        Says(reviewing.review_meeting_unsaid, when={"meeting": (None,)}),
        Says(reviewing.review_adjourned, when={"adjourned": (True,)}),
        Says(reviewing.review_completed, on="completed"),
        Says(reviewing.review_decisions_sent, on="decisions_sent"),
        Says(reviewing.review_decisions_answered, on="decisions_answered"),
        Says(reviewing.review_recorded, on="record_written"),
        Says(reviewing.review_record_shared, on="record_shared"),
    )

    participation = Choice("How did the child take part?", codes.PARTICIPATION, ssd="clar_cla_review_participation", max_length=4)
    said = Words("What the child said")
    decided = Words("What was decided, by whom and by when?")
    meeting = YesNo("Was there a meeting?")
    adjourned = YesNo("Was it adjourned, or is it one of a series?")
    completed = Day("When were all its parts done?", only_if=("adjourned", (True,)))
    decisions_sent = Day("When were the decisions sent?")
    decisions_answered = Day("When did the team manager answer them?")
    record_written = Day("When was the full record written?")
    record_shared = Day("When was the record given to everybody?")


@register
class AdoptionDecision(EntryType):
    """The decision that a child should be placed for adoption, and what came of it. SSD: ssd_permanence."""

    code, called, group, icon = "adoption_decision", "decision on adoption", "plans", "note"
    day_question = "When was it decided that the child should be placed for adoption?"
    headline = ("reversed_because",)
    speaks = (
        Says(court.placement_order_needed),
        Says(court.placement_order_applied, on=("order_applied", "placement_order")),
        Says(court.placement_order_dropped, on="reversed_on"),
        Says(adopting.decided),
        Says(adopting.matched, on="matched"),
        Says(adopting.may_be_placed.begins, on=("consented", "placement_order")),
        Says(adopting.may_be_placed.ends, on=("adopted", "reversed_on")),
        Says(adopting.adopted, on="adopted"),
        Says(adopting.reversed_, on="reversed_on"),
    )

    order_applied = Day("When was the placement order applied for?")
    matched = Day("When was the child matched?", ssd="perm_matched_date")
    consented = Day("If the parents consented to placement, when?")
    placement_order = Day("Date of the placement order", ssd="perm_placement_order_date")
    placed = Day("When was the child placed?", ssd="perm_placed_for_adoption_date")
    adopted = Day("Date of the adoption order", ssd="perm_permanence_order_date")
    reversed_on = Day("When was the decision reversed?", ssd="perm_decision_reversed_date")
    reversed_because = Choice("Why?", codes.REVERSED, ssd="perm_decision_reversed_reason", max_length=4)
    by_foster_carer = YesNo("Adopted by the former foster carer?", ssd="perm_adopted_by_carer_flag")
    adopters = Whole("How many adopters?", ssd="perm_number_of_adopters")
    adopters_sex = Line("Sex of the adopters", ssd="perm_adopter_sex", max_length=4)
    adopters_status = Line("Legal status of the adopters", ssd="perm_adopter_legal_status", max_length=4)
    early_placement = Day("Placed early with carers who may adopt", ssd="perm_placed_ffa_cp_date")
    family = Line("Number of the family, as a return gives it", max_length=40, told=True)


@register
class PreviousPermanence(EntryType):
    """How a child who is looked after again had left care before. SSD: ssd_cla_previous_permanence."""

    code, called, group, icon = "previous_permanence", "earlier permanence", "plans", "note"
    day_question = "When were you told?"
    headline = ("option",)

    option = Choice("Which?", codes.PERMANENCE, ssd="lapp_previous_permanence_option", max_length=2)
    ordered = Line("Date of the order, as far as known", ssd="lapp_previous_permanence_order_date", max_length=12)
    authority = Line("Which council?", ssd="lapp_previous_permanence_la", max_length=12)
