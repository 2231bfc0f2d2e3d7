"""Assessments."""

from goldthread.measures.shape import FellDue, Happened, Measure, Period

SECTION = "Assessment"

assessments_in_45 = Measure(
    code="assessments_in_45",
    section=SECTION,
    title="Assessments authorised within 45 working days of their start",
    sentence="Of the assessments authorised in the twelve months, how many took no more than 45 working days from their own start.",
    numerator="those authorised within 45 working days of the day they started",
    denominator="assessments authorised",
    rows=Happened("assessment", on="until", where="coalesce(x.kind, '') IN ('single', '')"),
    counts="[working days from x.day to x.until] <= 45",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    clock="45 working days from the start of the assessment; the next working day is the first",
    polarity="higher",
    target=85,
    source="DfE Characteristics of children in need, table C2; Annex A list 4",
    unit="assessments",
)

assessments_in_45_of_referral = Measure(
    code="assessments_in_45_of_referral",
    section=SECTION,
    title="Assessments finished within 45 working days of the referral",
    sentence="Of the assessments whose last day passed in the twelve months, counted from the referral, how many had been authorised by then.",
    numerator="those authorised in time",
    denominator="assessments that were due",
    rows=FellDue(("AS01",)),
    period=Period.YEAR,
    clock="45 working days from the referral",
    polarity="higher",
    target=85,
    source="Working Together to Safeguard Children 2023, chapter 3",
    duties=("AS01",),
    unit="assessments",
)

MEASURES = (assessments_in_45, assessments_in_45_of_referral)
