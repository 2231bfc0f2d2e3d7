"""Children who went missing from care, and children for whom adoption is the plan."""

from functools import partial

from goldthread.measures.definitions.care import IN_CARE, NOT_COUNTED, SECTION
from goldthread.measures.shape import FellDue, Happened, Measure, Period, Within

_measure = partial(Measure, section=SECTION)

missing_episodes = _measure(
    code="missing_episodes",
    title="Times children went missing",
    sentence="How many times in the twelve months a child went missing.",
    numerator="times missing",
    denominator="",
    rows=Happened("missing"),
    kind="count",
    kind_of="x.kind",
    happened="x.found",
    period=Period.YEAR,
    polarity="lower",
    source="Annex A list 8; ADCS Safeguarding Pressures",
    unit="times missing",
)

missing_in_care = _measure(
    code="missing_in_care",
    title="Children in care who were missing in the year",
    sentence="Of the children looked after at the end of the day, how many were missing at least once in the twelve months.",
    numerator="those missing at least once",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("m", Within("missing")),),
    counts="coalesce(m.times, 0) >= 1",
    happened="m.last",
    period=Period.YEAR,
    polarity="lower",
    source="Annex A list 8; DfE Children looked after in England",
    excludes=NOT_COUNTED,
)

missing_three_times = _measure(
    code="missing_three_times",
    title="Children in care who were missing three times or more",
    sentence="Of the children looked after at the end of the day, how many were missing three times or more in the twelve months.",
    numerator="those missing three times or more",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("m", Within("missing")),),
    counts="coalesce(m.times, 0) >= 3",
    happened="m.last",
    period=Period.YEAR,
    polarity="lower",
    source="Annex A list 8",
    excludes=NOT_COUNTED,
)

return_interviews_in_72_hours = _measure(
    code="return_interviews_in_72_hours",
    title="Return interviews within 72 hours",
    sentence="Of the return interviews whose last hour passed in the twelve months, how many had been held, or offered and declined, by then.",
    numerator="those held or declined in time",
    denominator="return interviews that were due",
    rows=FellDue(("MI03",)),
    period=Period.YEAR,
    clock="72 hours from when the child was found",
    polarity="higher",
    target=90,
    source="Statutory guidance on children who run away or go missing; Annex A list 8",
    duties=("MI03",),
    unit="interviews",
)

return_interviews_offered = _measure(
    code="return_interviews_offered",
    title="Return interviews offered",
    sentence="Of the times in the twelve months a missing child was found, after how many a return interview was offered.",
    numerator="those after which an interview was offered",
    denominator="times a missing child was found",
    rows=Happened("found_again", on="found"),
    counts="x.offered",
    began="x.day",
    happened="x.interview_on",
    period=Period.YEAR,
    polarity="higher",
    target=95,
    source="Annex A list 8",
    unit="times missing",
)

return_interviews_accepted = _measure(
    code="return_interviews_accepted",
    title="Return interviews accepted",
    sentence="Of the return interviews offered after a child was found in the twelve months, how many the child accepted.",
    numerator="those the child accepted",
    denominator="interviews offered",
    rows=Happened("found_again", on="found", where="x.offered"),
    counts="x.accepted",
    began="x.day",
    happened="x.interview_on",
    period=Period.YEAR,
    polarity="higher",
    source="Annex A list 8",
    unit="interviews",
)

adoption_care_to_placed = _measure(
    code="adoption_care_to_placed",
    title="Days from care to the adopters' home (A1)",
    sentence="For the children adopted in the three years, how many days went by on average from entering care to moving in with their adopters.",
    numerator="days from entering care to moving in with the adopters",
    denominator="children adopted",
    rows=Happened("adoptions", on="adopted"),
    value="x.placed - x.care_from",
    kind="mean",
    began="x.care_from",
    happened="x.placed",
    period=Period.THREE_YEARS,
    clock="days",
    polarity="lower",
    target=426,
    source="Adoption scorecard A1; Annex A list 10",
)

adoption_care_to_carer = _measure(
    code="adoption_care_to_carer",
    title="Days from care to the adopters' home, the foster carer's counted (A10)",
    sentence="As above, but for a child adopted by their foster carer the days end with the move to that carer.",
    numerator="days from entering care to moving in with the people who adopted them",
    denominator="children adopted",
    rows=Happened("adoptions", on="adopted"),
    value="CASE WHEN x.by_foster_carer THEN x.with_carer_from ELSE x.placed END - x.care_from",
    kind="mean",
    began="x.care_from",
    happened="CASE WHEN x.by_foster_carer THEN x.with_carer_from ELSE x.placed END",
    period=Period.THREE_YEARS,
    clock="days",
    polarity="lower",
    target=426,
    source="Adoption scorecard A10; Annex A list 10",
)

adoption_order_to_match = _measure(
    code="adoption_order_to_match",
    title="Days from the placement order to the match (A2)",
    sentence="For the children matched in the three years, how many days went by on average from the placement order to the match.",
    numerator="days from the placement order to the match",
    denominator="children matched after a placement order",
    rows=Happened("adoptions", on="matched", where="x.placement_order IS NOT NULL"),
    value="x.matched - x.placement_order",
    kind="mean",
    began="x.placement_order",
    happened="x.matched",
    period=Period.THREE_YEARS,
    clock="days",
    polarity="lower",
    target=121,
    source="Adoption scorecard A2; Annex A list 10",
)

left_care_adopted = _measure(
    code="left_care_adopted",
    title="Children who left care adopted",
    sentence="Of the periods of care that ended in the twelve months, how many ended with an adoption.",
    numerator="those that ended with an adoption (E11, E12)",
    denominator="periods of care that ended",
    rows=Happened("care_periods", on="until"),
    counts="CASE WHEN x.end_reason IN ('E11', 'E12') THEN TRUE WHEN x.end_reason <> '' THEN FALSE END",
    kind_of="x.end_reason",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source="DfE Children looked after in England; ADCS",
    unit="periods of care",
)

adoption_reversed = _measure(
    code="adoption_reversed",
    title="Decisions on adoption reversed",
    sentence="How many decisions that a child should be placed for adoption were reversed in the twelve months.",
    numerator="decisions reversed",
    denominator="",
    rows=Happened("adoption_decision", on="reversed_on"),
    kind="count",
    kind_of="x.reversed_because",
    began="x.day",
    happened="x.reversed_on",
    period=Period.YEAR,
    polarity="lower",
    source="ADCS Safeguarding Pressures; SSDA903",
    unit="decisions",
)

MEASURES = (
    missing_episodes,
    missing_in_care,
    missing_three_times,
    return_interviews_in_72_hours,
    return_interviews_offered,
    return_interviews_accepted,
    adoption_care_to_placed,
    adoption_care_to_carer,
    adoption_order_to_match,
    left_care_adopted,
    adoption_reversed,
)
