"""Young people who are leaving care."""

from goldthread.measures.shape import Happened, Measure, Period

SECTION = "Care leavers"

adviser_by_16_half = Measure(
    code="adviser_by_16_half",
    section=SECTION,
    title="Personal adviser named by 16½",
    sentence="Of the young people in care or owed leaving care services who turned 16½ in the month, how many had a personal adviser by name by then.",
    numerator="those with a personal adviser named on or before that day",
    denominator="young people who turned 16½ in care or owed leaving care services",
    rows=Happened("turned_16_half"),
    counts="x.adviser_from IS NOT NULL",
    due="x.day",
    happened="x.adviser_from",
    period=Period.MONTH,
    clock="half a year after the 16th birthday",
    polarity="higher",
    target=95,
    source="Children Act 1989, schedule 2; Annex A list 9",
    duties=("LC04",),
    unit="young people",
)

MEASURES = (adviser_by_16_half,)
