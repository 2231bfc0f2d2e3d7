"""Protection plans: how many, how long, and who comes back."""

from functools import partial

from goldthread.measures.definitions.protection import NOT_CHILDREN, ON_PLAN
from goldthread.measures.shape import Happened, Measure, Period

SECTION = "Section 47, conference, child protection"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Characteristics of children in need"
ENDED = Happened("plans", on="until")

on_plan = _measure(
    code="on_plan",
    title="Children on a protection plan",
    sentence="How many children were on a protection plan at the end of the day.",
    numerator="children on a protection plan",
    denominator="",
    rows=ON_PLAN,
    kind="count",
    kind_of="x.latest_category",
    period=Period.DAY,
    source=f"{_DFE}, table D1; Annex A list 7",
    excludes=NOT_CHILDREN,
)

on_plan_rate = _measure(
    code="on_plan_rate",
    title="Children on a protection plan per 10,000",
    sentence="Children on a protection plan at the end of the day for every 10,000 people under 18 in the area.",
    numerator="children on a protection plan",
    denominator="people under 18",
    rows=ON_PLAN,
    kind="rate",
    period=Period.DAY,
    source=f"{_DFE}, table D1",
    excludes=NOT_CHILDREN,
)

category_changed = _measure(
    code="category_changed",
    title="Children whose category of harm has changed",
    sentence="Of the children on a protection plan at the end of the day, how many have another category now than at first.",
    numerator="those whose category now differs from the first",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    counts="NULLIF(x.latest_category, '') <> NULLIF(x.initial_category, '')",
    kind_of="x.latest_category",
    period=Period.DAY,
    source="Annex A list 7; census report on categories of abuse",
    excludes=NOT_CHILDREN,
)

plans_started = _measure(
    code="plans_started",
    title="Protection plans begun",
    sentence="How many protection plans began in the twelve months.",
    numerator="plans begun",
    denominator="",
    rows=Happened("plans"),
    kind="count",
    kind_of="x.initial_category",
    period=Period.YEAR,
    source=f"{_DFE}, table D1; regional benchmarking",
    unit="plans",
)

plans_ended = _measure(
    code="plans_ended",
    title="Protection plans ended",
    sentence="How many protection plans ended in the twelve months.",
    numerator="plans ended",
    denominator="",
    rows=ENDED,
    kind="count",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source=f"{_DFE}, table D1; regional benchmarking",
    unit="plans",
)

plans_repeat_ever = _measure(
    code="plans_repeat_ever",
    title="Second or later protection plans",
    sentence="Of the protection plans begun in the twelve months, how many were for a child who had been on one before, however long ago.",
    numerator="those of a child who had been on a plan of this council before",
    denominator="plans begun",
    rows=Happened("plans"),
    counts="x.ended_before IS NOT NULL OR x.previous_plans >= 1",
    happened="x.ended_before",
    period=Period.YEAR,
    polarity="lower",
    target=20,
    source=f"{_DFE}, table D3; LG Inform 100; old national indicator 65",
    unit="plans",
)

plans_repeat_2_years = _measure(
    code="plans_repeat_2_years",
    title="Second or later protection plans within two years",
    sentence="Of the protection plans begun in the twelve months, how many were for a child whose last plan had ended in the two years before.",
    numerator="those of a child whose last plan ended in the 24 months before",
    denominator="plans begun",
    rows=Happened("plans"),
    counts="x.ended_before IS NOT NULL AND [24 months after x.ended_before] >= x.day",
    happened="x.ended_before",
    period=Period.YEAR,
    clock="24 months from the end of the last plan to the start of this one",
    polarity="lower",
    target=10,
    source="Regional benchmarking; ADCS",
    unit="plans",
    excludes="nothing; plans that ended before this record began are not known to it",
)

plans_ended_2_years = _measure(
    code="plans_ended_2_years",
    title="Protection plans that had lasted two years or more",
    sentence="Of the protection plans that ended in the twelve months, how many had lasted two years or more.",
    numerator="those that had lasted two years or more",
    denominator="plans ended",
    rows=ENDED,
    counts="[24 months after x.day] <= x.until",
    kind_of="CASE WHEN x.until <= [3 months after x.day] THEN '1 Up to 3 months' WHEN x.until <= [6 months after x.day] THEN '2 Up to 6 months' "
    "WHEN x.until <= [12 months after x.day] THEN '3 Up to a year' WHEN x.until < [24 months after x.day] THEN '4 Under two years' "
    "ELSE '5 Two years or more' END",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    clock="24 months from the start to the end of the plan",
    polarity="lower",
    target=5,
    source=f"{_DFE}, table D7; old national indicator 64",
    unit="plans",
)


def _over(months: int, said: str) -> Measure:
    """Children who have been on a plan for so long."""
    return _measure(
        code=f"on_plan_over_{months}_months",
        title=f"Children on a protection plan for {said} or more",
        sentence=f"Of the children on a protection plan at the end of the day, how many have been on it for {said} or more.",
        numerator=f"those whose plan began {said} ago or earlier",
        denominator="children on a protection plan",
        rows=ON_PLAN,
        counts=f"x.day <= [{months} months ago]",
        kind_of="x.latest_category",
        period=Period.DAY,
        clock=f"{months} months from the start of the plan",
        polarity="lower",
        source="Census key indicators: child protection plans of two years or more",
        excludes=NOT_CHILDREN,
    )


stayed_away_2_years = _measure(
    code="stayed_away_2_years",
    title="Children not back within two years of their protection plan",
    sentence="Of the protection plans whose end came two years ago within the twelve months, how many were of a child with no referral and no "
    "protection plan in the two years after.",
    numerator="those of a child with no referral and no protection plan in the 24 months after the end",
    denominator="plans whose end became two years old in the twelve months",
    rows=Happened("plans", on="two_years_on"),
    counts="NOT (coalesce(x.plan_after <= x.two_years_on, FALSE) OR coalesce(x.referral_after <= x.two_years_on, FALSE))",
    began="x.until",
    due="x.two_years_on",
    happened="coalesce(x.plan_after, x.referral_after)",
    period=Period.YEAR,
    clock="24 months from the end of the plan",
    polarity="higher",
    source="National Framework: de-escalated and did not present again in two years",
    unit="plans",
)

MEASURES = (
    on_plan,
    on_plan_rate,
    category_changed,
    plans_started,
    plans_ended,
    plans_repeat_ever,
    plans_repeat_2_years,
    plans_ended_2_years,
    _over(24, "two years"),
    _over(21, "21 months"),
    _over(18, "18 months"),
    _over(15, "15 months"),
    stayed_away_2_years,
)
