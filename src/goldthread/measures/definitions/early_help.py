"""Early help assessments: those written down here, and those that another organisation told."""

from functools import partial

from goldthread.measures.definitions.front_door import SECTION
from goldthread.measures.shape import Happened, Measure, Open, Period

NOT_TOLD = "early help that other organisations give and nobody told us of: most of it is theirs, so this is no number of all"
_measure = partial(Measure, section=SECTION, excludes=NOT_TOLD)

early_help_completed = _measure(
    code="early_help_completed",
    title="Early help assessments completed",
    sentence="How many of the early help assessments that are in the record were completed in the twelve months.",
    numerator="early help assessments completed",
    denominator="",
    rows=Happened("early_help", on="until"),
    kind="count",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source="Annex A list 2; ADCS Safeguarding Pressures",
    unit="assessments",
)

early_help_open = _measure(
    code="early_help_open",
    title="Children with an early help assessment going on",
    sentence="How many children had, at the end of the day, an early help assessment in the record that was begun and not completed.",
    numerator="children with an early help assessment going on",
    denominator="",
    rows=Open("early_help"),
    kind="count",
    period=Period.DAY,
    source="Annex A list 2",
)

early_help_stepped_up = _measure(
    code="early_help_stepped_up",
    title="Early help stepped up to social care",
    sentence="Of the early help assessments in the record that were completed in the twelve months, how many were of a child who has been referred to "
    "social care since the assessment began.",
    numerator="those of a child with a referral on a later day than the assessment began",
    denominator="early help assessments completed",
    rows=Happened("early_helps", on="until"),
    counts="coalesce(x.referred_after <= [day], FALSE)",
    began="x.day",
    happened="CASE WHEN x.referred_after <= [day] THEN x.referred_after END",
    period=Period.YEAR,
    source="Annex A lists 2 and 3; ADCS Safeguarding Pressures",
    unit="assessments",
)

MEASURES = (early_help_completed, early_help_open, early_help_stepped_up)
