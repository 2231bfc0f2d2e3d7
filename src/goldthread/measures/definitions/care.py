"""Children in care: how many, why and for how long."""

from functools import partial

from goldthread.measures.shape import Happened, In, Measure, Open, Period, Within

SECTION = "Looked after children"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Children looked after in England"
A_CHILD = "(p.born IS NULL OR p.born > [18 years old])"
IN_CARE = Open("in_care", where=A_CHILD)
NOT_COUNTED = "short breaks (V3, V4); young people from 18"

in_care = _measure(
    code="in_care",
    title="Children in care",
    sentence="How many children were looked after at the end of the day.",
    numerator="children looked after",
    denominator="",
    rows=IN_CARE,
    beside=(("s", In("legal_status", ("status",))),),
    kind="count",
    kind_of="coalesce(s.status, '')",
    period=Period.DAY,
    source=f"{_DFE}; Annex A list 8",
    excludes=NOT_COUNTED,
)

in_care_rate = _measure(
    code="in_care_rate",
    title="Children in care per 10,000",
    sentence="Children looked after at the end of the day for every 10,000 people under 18 in the area.",
    numerator="children looked after",
    denominator="people under 18",
    rows=IN_CARE,
    kind="rate",
    period=Period.DAY,
    source=f"{_DFE}; LG Inform 891; National Framework",
    excludes=NOT_COUNTED,
)

care_started = _measure(
    code="care_started",
    title="Children who began to be looked after",
    sentence="How many children began to be looked after in the twelve months; a child counts once.",
    numerator="children who began to be looked after",
    denominator="",
    rows=Happened("care_periods", each="child"),
    kind="count",
    kind_of="x.primary_need",
    period=Period.YEAR,
    source=f"{_DFE}; Annex A list 8",
    excludes="short breaks; a second start of the same child in the period",
)

care_ended = _measure(
    code="care_ended",
    title="Children who stopped being looked after",
    sentence="How many times in the twelve months a child stopped being looked after, and why.",
    numerator="periods of care that ended",
    denominator="",
    rows=Happened("care_periods", on="until"),
    kind="count",
    kind_of="x.end_reason",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source=f"{_DFE}; ADCS Safeguarding Pressures",
    unit="periods of care",
)

unaccompanied = _measure(
    code="unaccompanied",
    title="Children in care who came to this country alone",
    sentence="Of the children looked after at the end of the day, how many came to this country alone to seek asylum.",
    numerator="those who came alone to seek asylum",
    denominator="children looked after",
    rows=IN_CARE,
    counts="coalesce(p.unaccompanied, FALSE) AND coalesce(p.unaccompanied_ended > [day], TRUE)",
    period=Period.DAY,
    source=f"{_DFE}; regional benchmarking",
    excludes=f"{NOT_COUNTED}; where it is not said, the child is taken not to have come alone, as in the return",
)

dual_plan = _measure(
    code="dual_plan",
    title="Children in care who are on a protection plan too",
    sentence="Of the children looked after at the end of the day, how many were on a protection plan as well.",
    numerator="those on a protection plan too",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("cp", In("protection_plan")),),
    counts="cp.person IS NOT NULL",
    period=Period.DAY,
    polarity="lower",
    target=2,
    source="Annex A lists 7 and 8",
    excludes=NOT_COUNTED,
)

returned_to_care = _measure(
    code="returned_to_care",
    title="Children back in care within 12 months",
    sentence="Of the periods of care that began in the twelve months, how many were of a child who had left care in the twelve months before.",
    numerator="those of a child whose last period of care ended in the 12 months before",
    denominator="periods of care that began",
    rows=Happened("care_periods"),
    counts="x.ended_before IS NOT NULL AND [12 months after x.ended_before] >= x.day",
    happened="x.ended_before",
    period=Period.YEAR,
    clock="12 months from the end of the last period of care",
    polarity="lower",
    target=10,
    source="Annex A list 8; ADCS Safeguarding Pressures",
    unit="periods of care",
)

back_after_permanence = _measure(
    code="back_after_permanence",
    title="Children back in care after adoption or a special guardianship",
    sentence="Of the periods of care that began in the twelve months, how many were of a child who had left care before for adoption, special "
    "guardianship or a child arrangements order.",
    numerator="those of a child with an earlier permanence (P1, P2, P3), or whose last period of care ended so",
    denominator="periods of care that began",
    rows=Happened("care_periods"),
    beside=(("v", Within("previous_permanence", yes="v.option IN ('P1', 'P2', 'P3')", since="DATE '1990-01-01'")),),
    counts="coalesce(v.yes, FALSE) OR coalesce(x.ended_so IN ('E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48'), FALSE)",
    period=Period.YEAR,
    polarity="lower",
    source="SSDA903 previous permanence; ADCS Safeguarding Pressures",
    unit="periods of care",
)


def _agreed(months: int, said: str) -> Measure:
    """Children in care by agreement for so long."""
    return _measure(
        code=f"agreed_over_{months}_months",
        title=f"Children in care by agreement for {said} or more",
        sentence=f"Of the children looked after by agreement (section 20) at the end of the day, how many have been so for {said} or more.",
        numerator=f"those for whom it began {said} ago or earlier",
        denominator="children looked after by agreement",
        rows=Open("legal_status", where=f"{A_CHILD} AND x.status = 'V2'"),
        counts=f"x.day <= [{months} months ago]",
        period=Period.DAY,
        clock=f"{months} months from the day the agreement began",
        polarity="lower",
        source="Needed by whoever watches for drift",
    )


interim_order_days = _measure(
    code="interim_order_days",
    title="Days under an interim care order",
    sentence="For half of the children under an interim care order at the end of the day, it has lasted no longer than so many days.",
    numerator="days since the interim care order",
    denominator="children under an interim care order",
    rows=Open("legal_status", where=f"{A_CHILD} AND x.status = 'C1'"),
    value="[day] - x.day",
    kind="median",
    period=Period.DAY,
    polarity="lower",
    source="Needed by whoever watches for drift",
)

with_parents_on_order = _measure(
    code="with_parents_on_order",
    title="Children on a care order who live with their parents",
    sentence="Of the children under a full care order at the end of the day, how many lived with their parents.",
    numerator="those placed with parents (P1)",
    denominator="children under a full care order",
    rows=Open("legal_status", where=f"{A_CHILD} AND x.status = 'C2'"),
    beside=(("h", In("homes", ("kind",))),),
    counts="NULLIF(h.kind, '') = 'P1'",
    period=Period.DAY,
    source="SSDA903; Annex A list 8",
)

permanence_by_4_months = _measure(
    code="permanence_by_4_months",
    title="Children with a plan for permanence within four months",
    sentence="Of the children looked after at the end of the day for four months or more, how many had a care plan that says the aim within four months.",
    numerator="those with a care plan that says its aim no later than four months after care began",
    denominator="children looked after for four months or more",
    rows=Open("care_periods", where=f"{A_CHILD} AND x.day <= [4 months ago]"),
    counts="coalesce(x.permanence_on <= [4 months after x.day], FALSE)",
    due="[4 months after x.day]",
    happened="x.permanence_on",
    period=Period.DAY,
    clock="4 months, by when the second review is held",
    polarity="higher",
    source="Care planning guidance: a plan for permanence by the second review",
    excludes=NOT_COUNTED,
)

referral_to_care_days = _measure(
    code="referral_to_care_days",
    title="Days from the referral to care",
    sentence="For half of the periods of care begun in the twelve months, no more than so many days had gone by since the referral.",
    numerator="days from the last referral before it",
    denominator="periods of care that began",
    rows=Happened("care_periods", where="x.referred IS NOT NULL"),
    value="x.day - x.referred",
    kind="median",
    began="x.referred",
    happened="x.day",
    period=Period.YEAR,
    source="Drift and delay tool",
    unit="periods of care",
)

plan_to_care_days = _measure(
    code="plan_to_care_days",
    title="Days from the protection plan to care",
    sentence="For half of the periods of care begun in the twelve months by children who had been on a protection plan, no more than so many days "
    "had gone by since the plan began.",
    numerator="days from the start of the last protection plan before it",
    denominator="periods of care that began, of children who had been on a protection plan",
    rows=Happened("care_periods", where="x.planned IS NOT NULL"),
    value="x.day - x.planned",
    kind="median",
    began="x.planned",
    happened="x.day",
    period=Period.YEAR,
    source="Drift and delay tool",
    unit="periods of care",
)

MEASURES = (
    in_care,
    in_care_rate,
    care_started,
    care_ended,
    unaccompanied,
    dual_plan,
    returned_to_care,
    back_after_permanence,
    _agreed(6, "six months"),
    _agreed(12, "twelve months"),
    interim_order_days,
    with_parents_on_order,
    permanence_by_4_months,
    referral_to_care_days,
    plan_to_care_days,
)
