"""Children on a protection plan: visits, reviews and core groups."""

from functools import partial

from goldthread.measures.shape import FellDue, Happened, Kept, Measure, Open, Owed, Period

SECTION = "Section 47, conference, child protection"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Characteristics of children in need"
A_CHILD = "(p.born IS NULL OR p.born > [18 years old])"
ON_PLAN = Open("protection_plan", where=A_CHILD)
NOT_CHILDREN = "children who died or turned 18"

cp_seen_in_time = _measure(
    code="cp_seen_in_time",
    title="Children on a protection plan seen in time",
    sentence="Of the children on a protection plan at the end of the day, how many are not waiting for a visit that is overdue.",
    numerator="those for whom the visit at which the child is seen is not overdue",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    beside=(("o", Owed(("CP05",))),),
    counts="o.kept",
    kind_of="x.latest_category",
    period=Period.DAY,
    clock="10 working days (local: protection visit) from the last visit at which the child was seen",
    polarity="higher",
    target=95,
    source="Annex A list 7; the interval is local",
    duties=("CP05",),
    excludes=NOT_CHILDREN,
)

cp_seen_alone = _measure(
    code="cp_seen_alone",
    title="Children on a protection plan seen alone",
    sentence="Of the children on a protection plan at the end of the day, how many were seen alone within the last four weeks, or have not yet been "
    "four weeks on the plan.",
    numerator="those for whom being seen alone is not overdue",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    beside=(("o", Owed(("CP06",))),),
    counts="o.kept",
    kind_of="x.latest_category",
    period=Period.DAY,
    clock="4 weeks (local: seen alone) from the last time the child was seen alone",
    polarity="higher",
    target=90,
    source="Annex A list 7; the interval is local",
    duties=("CP06",),
    excludes=NOT_CHILDREN,
)

visits_seen_alone = _measure(
    code="visits_seen_alone",
    title="Visits on a protection plan at which the child was seen alone",
    sentence="Of the visits in the month at which a child of four or over on a protection plan was seen, at how many they were seen alone.",
    numerator="visits at which the child was seen alone",
    denominator="visits at which a child of four or over was seen",
    rows=Happened("plan_visits", where="x.child_seen AND [4 years of p.born] <= x.day"),
    counts="x.seen_alone",
    kind_of="x.place",
    happened="x.day",
    period=Period.MONTH,
    polarity="higher",
    target=80,
    source="Annex A list 7",
    unit="visits",
    excludes="children under four, and those whose birth date is not known",
)

cp_reviews_in_time = _measure(
    code="cp_reviews_in_time",
    title="Children on a protection plan whose every review was in time",
    sentence="Of the children who have been on a protection plan for three months or more at the end of the day, how many had no late review "
    "conference in the twelve months.",
    numerator="those with no review conference late in the twelve months, and none overdue",
    denominator="children on a protection plan for three months or more",
    rows=Open("protection_plan", where=f"{A_CHILD} AND x.day <= [3 months ago]"),
    beside=(("o", Kept(("CP03", "CP04"))),),
    counts="o.kept",
    period=Period.YEAR,
    clock="3 months after the initial conference, then 6 months after each review",
    polarity="higher",
    target=98,
    source="Old national indicator 67; census key indicators",
    duties=("CP03", "CP04"),
    excludes=NOT_CHILDREN,
)

cp_reviews_overdue = _measure(
    code="cp_reviews_overdue",
    title="Children whose review conference is overdue",
    sentence="How many children on a protection plan are waiting at the end of the day for a review conference that is overdue.",
    numerator="children whose review conference is overdue",
    denominator="",
    rows=Open("protection_plan", where=f"{A_CHILD} AND o.kept IS NOT TRUE AND o.due IS NOT NULL"),
    beside=(("o", Owed(("CP03", "CP04"))),),
    counts="NOT o.kept",
    kind="count",
    period=Period.DAY,
    clock="3 months after the initial conference, then 6 months after each review",
    polarity="lower",
    target=0,
    source="Needed every week by whoever books conferences",
    duties=("CP03", "CP04"),
    excludes=NOT_CHILDREN,
)

core_group_first_in_time = _measure(
    code="core_group_first_in_time",
    title="First core groups within 10 working days",
    sentence="Of the first core groups whose last day passed in the twelve months, how many had met by then.",
    numerator="those that met in time",
    denominator="first core groups that were due",
    rows=FellDue(("CP01",)),
    period=Period.YEAR,
    clock="10 working days from the initial conference",
    polarity="higher",
    target=90,
    source="Working Together to Safeguard Children 2023, chapter 3",
    duties=("CP01",),
    unit="core groups",
)

core_groups_in_time = _measure(
    code="core_groups_in_time",
    title="Children whose core group is not overdue",
    sentence="Of the children on a protection plan at the end of the day, how many are not waiting for a core group that is overdue.",
    numerator="those for whom the core group is not overdue",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    beside=(("o", Owed(("CP01", "CP02"))),),
    counts="o.kept",
    period=Period.DAY,
    clock="10 working days for the first, then 20 working days (local: core group)",
    polarity="higher",
    target=90,
    source="Working Together to Safeguard Children 2023, chapter 3; the later interval is local",
    duties=("CP01", "CP02"),
    excludes=NOT_CHILDREN,
)

MEASURES = (
    cp_seen_in_time,
    cp_seen_alone,
    visits_seen_alone,
    cp_reviews_in_time,
    cp_reviews_overdue,
    core_group_first_in_time,
    core_groups_in_time,
)
