"""Section 47 enquiries, conferences and protection plans."""

from goldthread.measures.shape import Measure, Open, Owed, Period

SECTION = "Section 47, conference, child protection"
ON_PLAN = Open("protection_plan", where="p.born IS NULL OR p.born > [18 years old]")
VISITS = ("CP05",)

cp_seen_in_time = Measure(
    code="cp_seen_in_time",
    section=SECTION,
    title="Children on a protection plan seen in time",
    sentence="Of the children on a protection plan at the end of the day, how many are not waiting for a visit that is overdue.",
    numerator="those for whom the visit at which the child is seen is not overdue",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    beside=(("o", Owed(VISITS)),),
    counts="o.kept",
    period=Period.DAY,
    clock="10 working days (local: protection visit) from the last visit at which the child was seen",
    polarity="higher",
    target=95,
    source="Annex A list 7; local standard",
    duties=VISITS,
    excludes="children who died or turned 18",
)

cp_seen_alone = Measure(
    code="cp_seen_alone",
    section=SECTION,
    title="Children on a protection plan seen alone",
    sentence="Of the children on a protection plan at the end of the day, how many were seen alone within the last four weeks, or are not yet four weeks on the plan.",
    numerator="those for whom being seen alone is not overdue",
    denominator="children on a protection plan",
    rows=ON_PLAN,
    beside=(("o", Owed(("CP06",))),),
    counts="o.kept",
    period=Period.DAY,
    clock="4 weeks (local: seen alone) from the last time the child was seen alone",
    polarity="higher",
    target=90,
    source="Annex A list 7; local standard",
    duties=("CP06",),
    excludes="children who died or turned 18",
)

MEASURES = (cp_seen_in_time, cp_seen_alone)
