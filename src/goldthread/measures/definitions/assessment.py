"""Assessments."""

from functools import partial

from goldthread.measures.shape import FellDue, Happened, Measure, Open, Period

SECTION = "Assessment"
_measure = partial(Measure, section=SECTION, unit="assessments")
_DFE = "DfE Characteristics of children in need"
SINGLE = "coalesce(x.kind, '') IN ('single', '')"
TOOK = "[working days from x.day to x.until]"
BANDS = (
    f"CASE WHEN {TOOK} <= 0 THEN 'Same day' WHEN {TOOK} <= 10 THEN '01 to 10 days' WHEN {TOOK} <= 20 THEN '11 to 20 days' "
    f"WHEN {TOOK} <= 30 THEN '21 to 30 days' WHEN {TOOK} <= 40 THEN '31 to 40 days' WHEN {TOOK} <= 45 THEN '41 to 45 days' "
    f"WHEN {TOOK} <= 50 THEN '46 to 50 days' WHEN {TOOK} <= 60 THEN '51 to 60 days' ELSE '61 days or more' END"
)

assessments_in_45 = _measure(
    code="assessments_in_45",
    title="Assessments authorised within 45 working days of their start",
    sentence="Of the assessments authorised in the twelve months, how many took no more than 45 working days from their own start.",
    numerator="those authorised within 45 working days of the day they started",
    denominator="assessments authorised",
    rows=Happened("assessment", on="until", where=SINGLE),
    counts=f"{TOOK} <= 45",
    kind_of=BANDS,
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    clock="45 working days from the start of the assessment; the next working day is the first",
    polarity="higher",
    target=85,
    source=f"{_DFE}, table C2; Annex A list 4",
)

assessments_in_45_of_referral = _measure(
    code="assessments_in_45_of_referral",
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
)

assessment_days = _measure(
    code="assessment_days",
    title="Working days an assessment takes",
    sentence="Half of the assessments authorised in the twelve months took no longer than so many working days from their start.",
    numerator="working days from the start to the authorisation",
    denominator="assessments authorised",
    rows=Happened("assessment", on="until", where=SINGLE),
    value=TOOK,
    kind="median",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    polarity="lower",
    source=f"{_DFE}, table C2",
)

assessments_open_late = _measure(
    code="assessments_open_late",
    title="Open assessments over 45 working days",
    sentence="Of the assessments going on at the end of the day, how many have been going on for more than 45 working days.",
    numerator="those going on for more than 45 working days",
    denominator="assessments going on",
    rows=Open("assessment", where=SINGLE, each="entry"),
    counts="x.day <= [46 working days ago]",
    period=Period.DAY,
    clock="45 working days from the start of the assessment",
    polarity="lower",
    target=5,
    source="Annex A list 4; census query 8670",
)

assessments_completed = _measure(
    code="assessments_completed",
    title="Assessments authorised",
    sentence="How many assessments were authorised in the twelve months.",
    numerator="assessments authorised",
    denominator="",
    rows=Happened("assessment", on="until", where=SINGLE),
    kind="count",
    kind_of="x.outcome",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source=f"{_DFE}, tables C1 and C2",
)

assessment_rate = _measure(
    code="assessment_rate",
    title="Assessments per 10,000 children",
    sentence="Assessments authorised in the twelve months for every 10,000 people under 18 in the area.",
    numerator="assessments authorised",
    denominator="people under 18",
    rows=Happened("assessment", on="until", where=SINGLE),
    kind="rate",
    period=Period.YEAR,
    source=f"{_DFE}, table C1; National Framework",
)

seen_in_assessment = _measure(
    code="seen_in_assessment",
    title="Children seen during the assessment",
    sentence="Of the assessments authorised in the six months, in how many the child was seen.",
    numerator="those in which the child was seen",
    denominator="assessments authorised",
    rows=Happened("assessment", on="until", where=SINGLE),
    counts="x.child_seen",
    began="x.day",
    happened="x.seen_on",
    period=Period.SIX_MONTHS,
    polarity="higher",
    target=98,
    source="Annex A list 4",
)

assessments_no_further = _measure(
    code="assessments_no_further",
    title="Assessments after which nothing more was done",
    sentence="Of the assessments authorised in the twelve months, how many ended with nothing more from us.",
    numerator="those whose outcome was nothing more",
    denominator="assessments authorised",
    rows=Happened("assessment", on="until", where=SINGLE),
    counts="CASE WHEN x.outcome = 'none' THEN TRUE WHEN x.outcome <> '' THEN FALSE END",
    kind_of="x.outcome",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source="Regional benchmarking",
)

FACTORS = (
    ("alcohol", "alcohol", ("1A", "1B", "1C")),
    ("drugs", "drugs", ("2A", "2B", "2C")),
    ("domestic_abuse", "domestic abuse", ("3A", "3B", "3C")),
    ("mental_health", "mental health", ("4A", "4B", "4C")),
    ("disability", "a learning disability, physical disability or illness", ("5A", "5B", "5C", "6A", "6B", "6C")),
    ("exploitation", "exploitation, trafficking or gangs", ("11A", "12A", "13A", "24A")),
    ("missing", "being missing", ("10A",)),
    ("self_harm", "self-harm", ("15A",)),
    ("neglect", "neglect", ("16A",)),
    ("emotional_abuse", "emotional abuse", ("17A",)),
    ("physical_abuse", "physical abuse", ("18A", "18B", "18C")),
    ("sexual_abuse", "sexual abuse", ("19A", "19B", "19C")),
)


def _factor(name: str, said: str, codes: tuple[str, ...]) -> Measure:
    """One family of factors; an assessment may have several."""
    return _measure(
        code=f"factor_{name}",
        title=f"Assessments that found {said}",
        sentence=f"Of the assessments of the twelve months that say what was found to matter, how many found {said}.",
        numerator=f"those that found {said} ({', '.join(codes)})",
        denominator="assessments with at least one factor",
        rows=Happened("assessment", on="until", where=f"{SINGLE} AND trim(x.factors) <> '' AND x.factors NOT LIKE '% 21 %'"),
        counts=" OR ".join(f"x.factors LIKE '% {code} %'" for code in codes),
        began="x.day",
        happened="x.until",
        period=Period.YEAR,
        source=f"{_DFE}: factors at the end of assessment",
        excludes="assessments without factors, or that found none (21)",
    )


MEASURES = (
    assessments_in_45,
    assessments_in_45_of_referral,
    assessment_days,
    assessments_open_late,
    assessments_completed,
    assessment_rate,
    seen_in_assessment,
    assessments_no_further,
    *(_factor(*family) for family in FACTORS),
)
