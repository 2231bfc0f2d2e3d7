"""Children in need, their plans, and what every plan should say."""

from functools import partial

from goldthread.measures.shape import Happened, In, Kept, Measure, Open, Owed, Period

SECTION = "Section 47, conference, child protection"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Characteristics of children in need"
A_CHILD = "(p.born IS NULL OR p.born > [18 years old])"
NOT_CHILDREN = "children who died or turned 18"
RESTS = "children also on a protection plan or in care, whose visits and reviews are counted there"
ON_NEED_PLAN = Open("need_plan", where=f"{A_CHILD} AND cp.person IS NULL AND la.person IS NULL")
ELSEWHERE = (("cp", In("protection_plan")), ("la", In("looked_after")))

plan_actions_named = _measure(
    code="plan_actions_named",
    title="Plans whose every action has a name and a day",
    sentence="Of the protection plans and child in need plans in force at the end of the day, how many say of every action who does it and by what day.",
    numerator="those with at least one action, and every action with a name and a day",
    denominator="protection plans and child in need plans in force",
    rows=Open("help_plans", each="entry"),
    counts="CASE WHEN x.actions_in_all = 0 THEN FALSE ELSE x.actions_named >= x.actions_in_all END",
    kind_of="x.plan",
    period=Period.DAY,
    polarity="higher",
    target=90,
    source="Inspection: plans that say who does what by when",
    unit="plans",
    excludes="plans of children who died",
)

in_need = _measure(
    code="in_need",
    title="Children in need",
    sentence="How many children and young people the service was working with at the end of the day.",
    numerator="children whose referral was accepted and whose work had not ended",
    denominator="",
    rows=Open("need"),
    kind="count",
    kind_of="x.primary_need",
    period=Period.DAY,
    source=f"{_DFE}, table B1; Annex A list 6",
    excludes="children who died",
)

in_need_rate = _measure(
    code="in_need_rate",
    title="Children in need per 10,000",
    sentence="Children the service was working with at the end of the day for every 10,000 people under 18 in the area.",
    numerator="children in need",
    denominator="people under 18",
    rows=Open("need"),
    kind="rate",
    period=Period.DAY,
    source=f"{_DFE}, table B1",
    excludes="children who died",
)

need_plans = _measure(
    code="need_plans",
    title="Children with a child in need plan",
    sentence="How many children had a child in need plan, and neither a protection plan nor a place in care, at the end of the day.",
    numerator="children with a child in need plan",
    denominator="",
    rows=ON_NEED_PLAN,
    beside=ELSEWHERE,
    kind="count",
    period=Period.DAY,
    source="Regional benchmarking; Annex A list 6",
    excludes=RESTS,
)

need_plan_visits_in_time = _measure(
    code="need_plan_visits_in_time",
    title="Children with a child in need plan seen in time",
    sentence="Of the children with a child in need plan at the end of the day, how many are not waiting for a visit that is overdue.",
    numerator="those for whom the visit at which the child is seen is not overdue",
    denominator="children with a child in need plan",
    rows=ON_NEED_PLAN,
    beside=(*ELSEWHERE, ("o", Owed(("CN03",)))),
    counts="o.kept",
    period=Period.DAY,
    clock="20 working days (local: child in need visit)",
    polarity="higher",
    target=90,
    source="Annex A list 6; the interval is local",
    duties=("CN03",),
    excludes=RESTS,
)

need_plan_reviews_in_time = _measure(
    code="need_plan_reviews_in_time",
    title="Children whose child in need plan was reviewed in time",
    sentence="Of the children with a child in need plan at the end of the day, how many had no late review in the twelve months.",
    numerator="those with no review late in the twelve months, and none overdue",
    denominator="children with a child in need plan",
    rows=ON_NEED_PLAN,
    beside=(*ELSEWHERE, ("o", Kept(("CN02",)))),
    counts="o.kept",
    period=Period.YEAR,
    clock="6 weeks for the first (local), then 3 months (local)",
    polarity="higher",
    target=90,
    source="Annex A list 6; the interval is local",
    duties=("CN02",),
    excludes=RESTS,
)

need_over_2_years = _measure(
    code="need_over_2_years",
    title="Children in need for two years or more",
    sentence="Of the children the service was working with at the end of the day, how many had been for two years or more.",
    numerator="those referred two years ago or earlier",
    denominator="children in need",
    rows=Open("need"),
    counts="x.day <= [24 months ago]",
    period=Period.DAY,
    clock="24 months from the referral",
    polarity="neither",
    source=f"{_DFE}; LG Inform 9007 and 9008",
    excludes="children who died",
)

need_ended = _measure(
    code="need_ended",
    title="Periods of work that ended",
    sentence="How many periods of work with a child ended in the twelve months, and why.",
    numerator="periods of work that ended",
    denominator="",
    rows=Happened("need", on="until"),
    kind="count",
    kind_of="x.reason",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source=f"{_DFE}, table B1",
    unit="periods of work",
)

MEASURES = (
    plan_actions_named,
    in_need,
    in_need_rate,
    need_plans,
    need_plan_visits_in_time,
    need_plan_reviews_in_time,
    need_over_2_years,
    need_ended,
)
