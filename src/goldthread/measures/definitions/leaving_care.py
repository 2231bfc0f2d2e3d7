"""Young people who are leaving care, or have left it."""

from functools import partial

from goldthread.measures.shape import FellDue, Happened, Measure, Open, Owed, Period

SECTION = "Care leavers"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Children looked after in England: care leavers"
GONE = "coalesce(x.in_touch, '') NOT IN ('DIED', 'RHOM')"
LEFT_OUT = "young people who died, or went home for six months or more"
OLDER, YOUNGER = "19, 20 and 21", "17 and 18"
AGES = {OLDER: "x.age IN (19, 20, 21)", YOUNGER: "x.age IN (17, 18)"}
OWED = Open("leaving_care", where="p.born > [25 years old]")


def _birthday(code: str, title: str, said: str, counts: str, polarity: str = "higher", target: float | None = None, ages: str = OLDER, kind_of: str = "") -> Measure:
    """What is known of young people about their birthday, in the year in which it comes."""
    return _measure(
        code=code,
        title=title,
        sentence=f"Of the young people owed leaving care services whose birthday ({ages}) came in the twelve months, how many were {said} about that day.",
        numerator=f"those who were {said}",
        denominator=f"young people who turned {ages.replace(' and ', ' or ')}",
        rows=Happened("birthdays", where=f"{AGES[ages]} AND {GONE}"),
        counts=counts,
        kind_of=kind_of or "x.accommodation",
        happened="x.told_on",
        period=Period.YEAR,
        clock="as at the birthday: from three months before to one month after",
        polarity=polarity,  # type: ignore[arg-type]
        target=target,
        source=_DFE,
        unit="young people",
        excludes=LEFT_OUT,
    )


_TOUCH = "coalesce(x.in_touch = 'YES', FALSE)"
_HOME = "coalesce(x.accommodation IN ('{}'), FALSE)"
_DOES = "coalesce(x.activity IN ({}), FALSE)"
AT_BIRTHDAYS = (
    _birthday("leavers_in_touch", "Care leavers in touch at 19 to 21", "in touch with us", _TOUCH, target=95, kind_of="x.in_touch"),
    _birthday("leavers_in_touch_17_18", "Care leavers in touch at 17 and 18", "in touch with us", _TOUCH, target=95, ages=YOUNGER, kind_of="x.in_touch"),
    _birthday("leavers_suitable_home", "Care leavers in a suitable home at 19 to 21", "in a suitable home", "coalesce(x.suitable, FALSE)", target=90),
    _birthday("leavers_suitable_home_17_18", "Care leavers in a suitable home at 17 and 18", "in a suitable home", "coalesce(x.suitable, FALSE)", target=90, ages=YOUNGER),
    _birthday("leavers_unsuitable_home", "Care leavers in an unsuitable home", "in a home that is not suitable", "coalesce(NOT x.suitable, FALSE)", "lower"),
    _birthday("leavers_in_bed_and_breakfast", "Care leavers in bed and breakfast", "in bed and breakfast", _HOME.format("W"), "lower"),
    _birthday("leavers_in_emergency_housing", "Care leavers in emergency accommodation", "in emergency accommodation", _HOME.format("V"), "lower"),
    _birthday("leavers_without_home", "Care leavers without a home", "without a home", _HOME.format("S"), "lower"),
    _birthday("leavers_in_custody", "Care leavers in custody", "in custody", _HOME.format("X"), "lower"),
    _birthday("leavers_eet", "Care leavers in education, work or training at 19 to 21", "in education, work or training",
              _DOES.format("'F1', 'F2', 'F3', 'F4', 'F5', 'P1', 'P2', 'P3', 'P4', 'P5'"), target=60, kind_of="x.activity"),
    _birthday("leavers_eet_17_18", "Care leavers in education, work or training at 17 and 18", "in education, work or training",
              _DOES.format("'F1', 'F2', 'F3', 'F4', 'F5', 'P1', 'P2', 'P3', 'P4', 'P5'"), target=65, ages=YOUNGER, kind_of="x.activity"),
    _birthday("leavers_higher_education", "Care leavers in higher education", "in higher education", _DOES.format("'F1', 'P1'"), kind_of="x.activity"),
    _birthday("leavers_apprentices", "Care leavers who are apprentices", "apprentices", _DOES.format("'F4', 'P4'"), kind_of="x.activity"),
    _birthday("leavers_neet", "Care leavers not in education, work or training", "not in education, work or training", _DOES.format("'G4', 'G5', 'G6'"), "lower",
              kind_of="x.activity"),
)  # fmt: skip

staying_put = _measure(
    code="staying_put",
    title="Young people who stayed with their foster carers",
    sentence="Of the young people who left foster care and turned 18, 19 or 20 in the twelve months, how many lived with their former foster carers then.",
    numerator="those with their former foster carers (Z)",
    denominator="young people who turned 18, 19 or 20 and last lived in foster care",
    rows=Happened("birthdays", where=f"x.age IN (18, 19, 20) AND x.last_home LIKE 'U_' AND {GONE}"),
    counts="NULLIF(x.accommodation, '') = 'Z'",
    kind_of="CAST(x.age AS text)",
    happened="x.told_on",
    period=Period.YEAR,
    polarity="higher",
    source=f"{_DFE}; Staying Put",
    unit="young people",
    excludes=LEFT_OUT,
)

pathway_plan_first = _measure(
    code="pathway_plan_first",
    title="First pathway plans in time",
    sentence="Of the first pathway plans whose last day passed in the twelve months, how many had been agreed by then.",
    numerator="those agreed in time",
    denominator="first pathway plans that were due",
    rows=FellDue(("LC02",)),
    period=Period.YEAR,
    clock="3 months after the needs assessment (local)",
    polarity="higher",
    target=90,
    source="Care Planning Regulations 2010, regulation 43",
    duties=("LC02",),
    unit="plans",
)

pathway_reviewed = _measure(
    code="pathway_reviewed",
    title="Pathway plans reviewed within six months",
    sentence="Of the young people owed leaving care services at the end of the day, how many have a pathway plan whose review is not overdue.",
    numerator="those with a pathway plan whose review is not overdue",
    denominator="young people owed leaving care services, to 25",
    rows=OWED,
    beside=(("o", Owed(("LC05",))),),
    counts="CASE WHEN o.person IS NULL THEN FALSE ELSE o.kept END",
    kind_of="x.eligibility",
    period=Period.DAY,
    clock="6 months from the plan or its last review",
    polarity="higher",
    target=90,
    source="Annex A list 9; Care Leavers Regulations 2010, regulation 7",
    duties=("LC05",),
    unit="young people",
)

adviser_in_touch_in_time = _measure(
    code="adviser_in_touch_in_time",
    title="Care leavers whose adviser has been in touch in time",
    sentence="Of the young people owed leaving care services and no longer in care at the end of the day, how many are not waiting too long for their "
    "adviser to be in touch.",
    numerator="those for whom being in touch is not overdue",
    denominator="young people owed leaving care services who have left care",
    rows=Open("leaving_care", where="p.born > [25 years old] AND o.person IS NOT NULL"),
    beside=(("o", Owed(("LC08",))),),
    counts="o.kept",
    period=Period.DAY,
    clock="8 weeks to 21, then 12 weeks (local: keeping in touch)",
    polarity="higher",
    target=90,
    source="Annex A list 9; Children Act 1989, section 23C; the interval is local",
    duties=("LC08",),
    unit="young people",
    excludes="young people still in care, who are visited as children in care",
)

adviser_named = _measure(
    code="adviser_named",
    title="Care leavers with a personal adviser",
    sentence="Of the young people owed leaving care services at the end of the day, how many are not waiting too long for a personal adviser by name.",
    numerator="those with a personal adviser, or waiting no longer than allowed",
    denominator="young people owed leaving care services, to 25",
    rows=OWED,
    beside=(("o", Owed(("LC04",))),),
    counts="CASE WHEN o.person IS NULL THEN TRUE ELSE o.kept END",
    period=Period.DAY,
    clock="3 months (local: personal adviser named)",
    polarity="higher",
    target=98,
    source="Annex A list 9; Children Act 1989, schedule 2",
    duties=("LC04",),
    unit="young people",
)

adviser_by_16_half = _measure(
    code="adviser_by_16_half",
    title="Personal adviser named by 16½",
    sentence="Of the young people in care or owed leaving care services who turned 16½ in the month, how many had a personal adviser by name then.",
    numerator="those with a personal adviser by name on that day",
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
    excludes="children who died before that day; those whose birth date is not known",
)

care_leavers = _measure(
    code="care_leavers",
    title="Young people owed leaving care services",
    sentence="How many young people were owed leaving care services at the end of the day.",
    numerator="young people owed leaving care services, to 25",
    denominator="",
    rows=OWED,
    kind="count",
    kind_of="x.eligibility",
    period=Period.DAY,
    source="Annex A list 9; regional benchmarking",
    unit="young people",
)

MEASURES = (
    *AT_BIRTHDAYS,
    staying_put,
    pathway_plan_first,
    pathway_reviewed,
    adviser_in_touch_in_time,
    adviser_named,
    adviser_by_16_half,
    care_leavers,
)
