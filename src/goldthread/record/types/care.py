"""Being looked after: the period of care, its legal basis, where the child lives, and the reviews."""

from goldthread.duties import words
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Line, Postcode, Whole, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode

CARE, LEGAL, HOME = 5, 6, 7  # lanes
TEMPORARY = tuple(c for c in codes.PLACEMENT if c.startswith("T"))
LASTING = (*(c for c in codes.PLACEMENT if c not in TEMPORARY), "", None)  # not said: taken to last, which asks more of us


@register
class LookedAfter(EntryType):
    """A period of being looked after, however many placements it has. SSD: ssd_cla_episodes."""

    code, called, group, icon = "looked_after", "period of being looked after", "plans", "visit"
    day_question, lasts, lane = "When did it begin?", True, CARE
    headline = ("end_reason",)
    speaks = says_episode(words.looked_after)

    primary_need = Choice("Main reason", codes.NEED, ssd="clae_cla_primary_need_code", max_length=2)
    end_reason = Choice("Why did it end?", codes.CARE_END, ssd="clae_cla_episode_ceased_reason", max_length=4)
    because = Words("How did it come about?")


@register
class LegalStatus(EntryType):
    """SSD: ssd_legal_status."""

    code, called, group, icon = "legal_status", "legal status", "plans", "note"
    day_question, lasts, lane = "When did it begin?", True, LEGAL
    headline = ("status",)
    speaks = says_episode(words.legal_status)

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
        Says(words.permanence_agreed, on="permanence_agreed"),
        Says(words.placement_plan_made, on="plan_agreed"),
        Says(words.placement_notified, on="notified"),
        *says_episode(words.parents_placement, unassessed=(True,)),
        *says_episode(words.care_order_at_home, order_at_home=("full",)),
        *says_episode(words.interim_order_at_home, order_at_home=("interim",)),
        *_approved(words.temporary_approval, "temporary"),
        Says(words.temporary_approval_extended, on="approval_extended"),
        *_approved(words.outside_approval, "outside"),
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
    location = Line("Which council's area?", max_length=60)
    outside_area = YesNo("Is it outside our own area?")
    miles = Whole("How many miles from home, in a straight line?", hint="Rounded up to a whole mile")


@register
class CarePlan(EntryType):
    """SSD: ssd_cla_care_plan."""

    code, called, group, icon = "care_plan", "care plan", "plans", "note"
    day_question = "When was it made?"
    speaks = (Says(words.care_plan_made),)

    aim = Choice("What is the plan for permanence?", codes.AIM)
    plan = Words("What is the plan, and what does the child say about it?")


@register
class Review(EntryType):
    """A review of a looked-after child's plan. SSD: ssd_cla_reviews."""

    code, called, group, icon = "review", "looked-after review", "meetings", "people"
    day_question, has_time = "When was it held?", True
    headline = ("participation",)
    speaks = (Says(words.review_held),)

    participation = Choice("How did the child take part?", codes.PARTICIPATION, ssd="clar_cla_review_participation", max_length=4)
    said = Words("What the child said")
    decided = Words("What was decided, by whom and by when?")


@register
class AdoptionDecision(EntryType):
    """The decision that a child should be placed for adoption, and what came of it. SSD: ssd_permanence."""

    code, called, group, icon = "adoption_decision", "decision on adoption", "plans", "note"
    day_question = "When was it decided that the child should be placed for adoption?"
    headline = ("reversed_because",)

    matched = Day("When was the child matched?", ssd="perm_matched_date")
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
