"""What children in care are owed: reviews, visits, health, learning, and a talk after being missing."""

from functools import partial

from goldthread.measures.definitions.care import A_CHILD, IN_CARE, NOT_COUNTED, SECTION
from goldthread.measures.shape import FellDue, Happened, Kept, Measure, Open, Owed, Period, Within

_measure = partial(Measure, section=SECTION)
_DFE = "DfE Children looked after in England"
REVIEWS = ("LR01", "LR02", "LR03")
VISITS = ("LV01", "LV02", "LV03", "LV04", "LV06", "LV07", "LV08")

care_reviews_in_time = _measure(
    code="care_reviews_in_time",
    title="Children in care whose every review was in time",
    sentence="Of the children looked after at the end of the day for 28 days or more, how many had no late review in the twelve months.",
    numerator="those with no review late in the twelve months, and none overdue",
    denominator="children looked after for 28 days or more",
    rows=Open("in_care", where=f"{A_CHILD} AND x.day <= [28 days ago]"),
    beside=(("o", Kept(REVIEWS)),),
    counts="o.kept",
    period=Period.YEAR,
    clock="20 working days, then 3 months, then 6 months",
    polarity="higher",
    target=95,
    source="Old national indicator 66; Annex A list 8",
    duties=REVIEWS,
    excludes=NOT_COUNTED,
)

took_part_in_review = _measure(
    code="took_part_in_review",
    title="Children who took part in their review",
    sentence="Of the reviews held in the twelve months for children of four and over, in how many the child took part in some way.",
    numerator="those in which the child took part (PN1 to PN6)",
    denominator="reviews of children of four and over",
    rows=Happened("review", where="p.born IS NULL OR [4 years of p.born] <= x.day"),
    counts="CASE WHEN x.participation IN ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') THEN TRUE WHEN x.participation = 'PN7' THEN FALSE END",
    kind_of="x.participation",
    period=Period.YEAR,
    polarity="higher",
    target=95,
    source="SSDA903 review participation",
    unit="reviews",
)

care_visits_in_time = _measure(
    code="care_visits_in_time",
    title="Children in care seen in time",
    sentence="Of the children looked after at the end of the day, how many are not waiting for a visit that is overdue.",
    numerator="those for whom the visit at which the child is seen is not overdue",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("o", Owed(VISITS)),),
    counts="o.kept",
    period=Period.DAY,
    clock="1 week after each move, then 6 weeks, or 3 months after a year where the child stays until 18; other intervals with parents or temporary carers",
    polarity="higher",
    target=95,
    source="Care Planning Regulations 2010, regulation 28; Annex A list 8",
    duties=VISITS,
    excludes=NOT_COUNTED,
)

health_first_in_20 = _measure(
    code="health_first_in_20",
    title="Initial health assessments within 20 working days",
    sentence="Of the periods of care begun in the twelve months that lasted more than 20 working days, after how many was the child's health assessed "
    "within 20 working days.",
    numerator="those with a health assessment within 20 working days of the start",
    denominator="periods of care begun that lasted more than 20 working days",
    rows=Happened(
        "care_periods",
        where="x.day <= [21 working days ago] AND coalesce([working days from x.day to x.until] > 20, TRUE)",
    ),
    counts="coalesce([working days from x.day to x.health_first] <= 20, FALSE)",
    happened="x.health_first",
    period=Period.YEAR,
    clock="20 working days from the start of care",
    polarity="higher",
    target=90,
    source="Annex A list 8; statutory guidance on the health of looked-after children",
    unit="periods of care",
    excludes="an assessment before care began: the duty below counts it",
)

health_first_duty = _measure(
    code="health_first_duty",
    title="Initial health assessments before the first review",
    sentence="Of the initial health assessments whose last day passed in the twelve months, how many had been done by then.",
    numerator="those done in time, or in the three months before care began",
    denominator="initial health assessments that were due",
    rows=FellDue(("LH01",)),
    period=Period.YEAR,
    clock="20 working days, or by the first review if that is sooner",
    polarity="higher",
    target=90,
    source="Care Planning Regulations 2010, regulation 7",
    duties=("LH01",),
    unit="assessments",
)

health_up_to_date = _measure(
    code="health_up_to_date",
    title="Children in care whose health assessment is up to date",
    sentence="Of the children looked after at the end of the day for twelve months or more, how many are not waiting for a health assessment that is overdue.",
    numerator="those for whom the health assessment is not overdue",
    denominator="children looked after for twelve months or more",
    rows=Open("in_care", where=f"{A_CHILD} AND x.day <= [12 months ago]"),
    beside=(("o", Owed(("LH01", "LH03", "LH04"))),),
    counts="o.kept",
    period=Period.DAY,
    clock="6 months under five, then 12 months",
    polarity="higher",
    target=90,
    source=f"{_DFE}; Care Planning Regulations 2010, regulation 7",
    duties=("LH01", "LH03", "LH04"),
    excludes=NOT_COUNTED,
)

teeth_up_to_date = _measure(
    code="teeth_up_to_date",
    title="Children in care whose teeth were checked in time",
    sentence="Of the children looked after at the end of the day for twelve months or more, how many are not waiting for a dental check that is overdue.",
    numerator="those for whom the dental check is not overdue",
    denominator="children looked after for twelve months or more",
    rows=Open("in_care", where=f"{A_CHILD} AND x.day <= [12 months ago]"),
    beside=(("o", Owed(("LH05",))),),
    counts="o.kept",
    period=Period.DAY,
    clock="6 months for the first, then 12 months (local)",
    polarity="higher",
    target=85,
    source=f"{_DFE}; the interval is local",
    duties=("LH05",),
    excludes=NOT_COUNTED,
)


def _yearly(code: str, title: str, said: str, column: str, polarity: str, age: str = "", of: str = "children looked after for twelve months or more") -> Measure:
    """A question of the yearly health return, of the children it is asked about."""
    where = f"{A_CHILD} AND x.day <= [12 months ago]{age}"
    return _measure(
        code=code,
        title=title,
        sentence=f"Of the {of} at the end of the day, how many {said}, by the yearly return of the last twelve months.",
        numerator=f"those who {said}",
        denominator=of,
        rows=Open("in_care", where=where),
        beside=(("y", Within("year_in_care", yes=f"v.{column}", unsure=f"v.{column} IS NULL")),),
        counts="y.yes",
        happened="y.last",
        period=Period.YEAR,
        polarity=polarity,  # type: ignore[arg-type]
        source=f"{_DFE}: health outcomes (OC2)",
        excludes=f"{NOT_COUNTED}; without a return it cannot be told",
    )


_TEN = " AND p.born <= [10 years old]"
YEARLY = (
    _yearly("health_in_return", "Health assessed in the year", "had their health assessed in the year", "health_assessed", "higher"),
    _yearly("development_checked", "Development checks up to date", "were up to date with development checks", "developmental_check", "higher",
            " AND p.born > [5 years old]", "children under five looked after for twelve months or more"),
    _yearly("teeth_in_return", "Teeth checked in the year", "had their teeth checked in the year", "teeth_checked", "higher"),
    _yearly("immunised", "Immunisations up to date", "were up to date with immunisations", "immunised", "higher"),
    _yearly("substance_misuse", "Children with a problem with drink or drugs", "were found to have a problem with drink or drugs", "substance_misuse", "lower"),
    _yearly("convicted", "Children convicted or cautioned", "were convicted or cautioned in the year", "convicted", "lower", _TEN,
            "children of ten and over looked after for twelve months or more"),
)  # fmt: skip

substance_help = _measure(
    code="substance_help",
    title="Children with a problem with drink or drugs who were offered help",
    sentence="Of the yearly returns of the twelve months that say a child has a problem with drink or drugs, how many say that help was offered or received.",
    numerator="those whose child was offered or received help",
    denominator="returns that say there is a problem",
    rows=Happened("year_in_care", where="x.substance_misuse"),
    counts="x.help_received OR x.help_offered",
    kind_of="CASE WHEN x.help_received THEN 'Received' WHEN x.help_offered THEN 'Offered' ELSE '' END",
    period=Period.YEAR,
    polarity="higher",
    source=f"{_DFE}: health outcomes (OC2)",
    unit="returns",
)

sdq_returned = _measure(
    code="sdq_returned",
    title="Strengths and difficulties questionnaires returned",
    sentence="Of the children aged 4 to 16 looked after at the end of the day for twelve months or more, for how many there was a score in the twelve months.",
    numerator="those with a score in the twelve months",
    denominator="children aged 4 to 16 looked after for twelve months or more",
    rows=Open("in_care", where="p.born <= [5 years old] AND p.born > [17 years old] AND x.day <= [12 months ago]"),
    beside=(("q", Within("sdq_scores")),),
    counts="q.times IS NOT NULL",
    happened="q.last",
    period=Period.YEAR,
    clock="once a year",
    polarity="higher",
    target=80,
    source=f"{_DFE}: health outcomes (OC2); National Framework",
    excludes=f"{NOT_COUNTED}; children under four when the year began",
)

sdq_average = _measure(
    code="sdq_average",
    title="Average strengths and difficulties score",
    sentence="The average of the scores of the twelve months of children in care: 0 to 13 is normal, 14 to 16 borderline, 17 to 40 a cause for concern.",
    numerator="scores added together",
    denominator="scores",
    rows=Happened("sdq_scores"),
    value="x.score",
    kind="mean",
    kind_of="CASE WHEN x.score <= 13 THEN 'Normal' WHEN x.score <= 16 THEN 'Borderline' ELSE 'Cause for concern' END",
    period=Period.YEAR,
    polarity="lower",
    source=f"{_DFE}: health outcomes (OC2)",
    unit="scores",
)

education_plan_first = _measure(
    code="education_plan_first",
    title="First personal education plans within 10 working days",
    sentence="Of the first personal education plans whose last day passed in the twelve months, how many had been completed by then.",
    numerator="those completed in time",
    denominator="first plans that were due",
    rows=FellDue(("LE01",)),
    period=Period.YEAR,
    clock="10 working days from the start of care, or from the third birthday in care",
    polarity="higher",
    target=90,
    source="Statutory guidance on the education of looked-after children",
    duties=("LE01",),
    unit="plans",
)

education_plan_current = _measure(
    code="education_plan_current",
    title="Children of school age with a current education plan",
    sentence="Of the children aged 5 to 15 looked after at the end of the day, how many had a personal education plan completed in the last six months.",
    numerator="those with a plan completed in the last six months",
    denominator="children aged 5 to 15 looked after",
    rows=Open("in_care", where="p.born <= [5 years old] AND p.born > [16 years old] AND x.day <= [28 days ago]"),
    beside=(("e", Within("education_plan", since="[6 months ago]")),),
    counts="e.times IS NOT NULL",
    happened="e.last",
    period=Period.DAY,
    clock="6 months",
    polarity="higher",
    target=95,
    source="Virtual school; not in the national returns",
    excludes=f"{NOT_COUNTED}; the first 28 days",
)

MEASURES = (
    care_reviews_in_time,
    took_part_in_review,
    care_visits_in_time,
    health_first_in_20,
    health_first_duty,
    health_up_to_date,
    teeth_up_to_date,
    *YEARLY,
    substance_help,
    sdq_returned,
    sdq_average,
    education_plan_first,
    education_plan_current,
)
