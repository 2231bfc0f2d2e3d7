"""Babies who are not born yet."""

from goldthread.measures.shape import Happened, Measure, Period

SECTION = "Assessment"

prebirth_by_20_weeks = Measure(
    code="prebirth_by_20_weeks",
    section=SECTION,
    title="Assessments before birth begun by 20 weeks",
    sentence="Of the assessments of babies not yet born that began in the month, how many began by the 20th week of pregnancy.",
    numerator="those begun no later than the day the pregnancy reached 20 weeks",
    denominator="assessments begun before the birth",
    rows=Happened("assessment", where="(p.born IS NOT NULL OR p.expected IS NOT NULL) AND (p.born IS NULL OR p.born > x.day)"),
    counts="x.day <= [20 weeks of p.expected]",
    due="[20 weeks of p.expected]",
    happened="x.day",
    period=Period.MONTH,
    clock="20 weeks of pregnancy, by the expected date of delivery",
    polarity="higher",
    target=80,
    source="Local practice for babies not yet born",
    duties=("PB02",),
    unit="assessments",
    excludes="nothing; without an expected date of delivery it cannot be told",
)

MEASURES = (prebirth_by_20_weeks,)
