"""Children in care."""

from goldthread.measures.shape import Kept, Measure, Open, Period

SECTION = "Looked after children"
IN_CARE = Open("in_care", where="(p.born IS NULL OR p.born > [18 years old])")

in_care = Measure(
    code="in_care",
    section=SECTION,
    title="Children in care",
    sentence="How many children were looked after at the end of the day.",
    numerator="children looked after",
    denominator="",
    rows=IN_CARE,
    kind="count",
    period=Period.DAY,
    source="DfE Children looked after in England; Annex A list 8",
    excludes="short breaks (V3, V4)",
)

care_reviews_in_time = Measure(
    code="care_reviews_in_time",
    section=SECTION,
    title="Children in care whose every review was in time",
    sentence="Of the children looked after at the end of the day, how many had no late review in the twelve months.",
    numerator="those with no review late in the twelve months, and none overdue",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("o", Kept(("LR01", "LR02", "LR03"))),),
    counts="o.kept",
    period=Period.YEAR,
    clock="20 working days, then 3 months, then 6 months",
    polarity="higher",
    target=95,
    source="Old national indicator 66; Annex A list 8",
    duties=("LR01", "LR02", "LR03"),
    excludes="short breaks (V3, V4)",
)

MEASURES = (in_care, care_reviews_in_time)
