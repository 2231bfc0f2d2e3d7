"""Child in need plans, and what every plan should say."""

from goldthread.measures.shape import Measure, Open, Period

SECTION = "Section 47, conference, child protection"

plan_actions_named = Measure(
    code="plan_actions_named",
    section=SECTION,
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

MEASURES = (plan_actions_named,)
