"""Where children in care live, and for how long they can stay."""

from functools import partial

from goldthread.measures.definitions.care import A_CHILD, IN_CARE, NOT_COUNTED, SECTION
from goldthread.measures.shape import Happened, In, Measure, Open, Period, Within

_measure = partial(Measure, section=SECTION)
_DFE = "DfE Children looked after in England"
_STABLE = "DfE Stability measures for children looked after"
HOME = (("h", In("homes", ("kind", "miles", "outside_area"))),)
KIND = (
    "CASE WHEN h.kind IN ('U1', 'U2', 'U3') THEN 'Foster care with family or friends' WHEN h.kind IN ('U4', 'U5', 'U6') THEN 'Foster care' "
    "WHEN h.kind IN ('K1', 'K2', 'R1', 'R2', 'R3', 'R5', 'S1') THEN 'Residential' WHEN h.kind IN ('K3', 'H5', 'P2', 'P3') THEN 'Supported' "
    "WHEN h.kind = 'P1' THEN 'With parents' WHEN h.kind LIKE 'A_' THEN 'Placed for adoption' WHEN h.kind LIKE 'Z_%' THEN 'Other or unregistered' "
    "ELSE '' END"
)
FAR = Open("in_care", where=f"{A_CHILD} AND NOT coalesce(p.unaccompanied, FALSE) AND h.miles IS NOT NULL")
NOT_FAR = f"{NOT_COUNTED}; children who came to this country alone; children whose distance from home is not known, as in the published figure"


def _home(code: str, title: str, said: str, kinds: tuple[str, ...], polarity: str, source: str = f"{_DFE}; National Framework") -> Measure:
    """A part of the children in care by the kind of home they live in."""
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return _measure(
        code=code,
        title=title,
        sentence=f"Of the children looked after at the end of the day, how many lived {said}.",
        numerator=f"those who lived {said} ({', '.join(kinds)})",
        denominator="children looked after",
        rows=IN_CARE,
        beside=HOME,
        counts=f"NULLIF(h.kind, '') IN ({listed})",
        kind_of=KIND,
        began="h.since",
        period=Period.DAY,
        polarity=polarity,  # type: ignore[arg-type]
        source=source,
        excludes=NOT_COUNTED,
    )


HOMES = (
    _home("in_foster_care", "Children in foster care", "with foster carers", ("U1", "U2", "U3", "U4", "U5", "U6"), "higher"),
    _home("with_family_networks", "Children in care with family or friends", "with foster carers who are family or friends", ("U1", "U2", "U3"), "higher"),
    _home("in_residential", "Children in residential homes", "in a residential home, school or unit", ("K1", "K2", "R1", "R2", "R3", "R5", "S1"), "lower"),
    _home("with_parents", "Children in care with their parents", "with their own parents", ("P1",), "neither"),
    _home("supported_accommodation", "Children in supported accommodation", "in supported accommodation or by themselves", ("K3", "H5", "P2", "P3"), "neither"),
    _home("placed_for_adoption", "Children placed for adoption", "with the people who mean to adopt them", ("A3", "A4", "A5", "A6"), "neither"),
    _home("unregistered", "Children in other or unregistered placements", "in a placement of another kind", ("Z1", "Z11", "Z12", "Z13", "Z14"), "lower",
          f"{_DFE}; Ofsted on unregistered homes"),
)  # fmt: skip

three_placements = _measure(
    code="three_placements",
    title="Children with three or more placements in a year",
    sentence="Of the children looked after at the end of the day, how many had lived in three or more placements in the twelve months.",
    numerator="those with three or more placements in force at some time in the twelve months",
    denominator="children looked after",
    rows=IN_CARE,
    beside=(("n", Within("moves", of="v.home", lasting=True)),),
    counts="coalesce(n.kinds, 0) >= 3",
    period=Period.YEAR,
    polarity="lower",
    target=10,
    source=f"{_STABLE}; LG Inform 850; old national indicator 62",
    excludes=f"{NOT_COUNTED}; temporary moves (T0 to T4), another placement with the same carer, and adoption by that carer (A3, A5)",
)

three_placements_2_years = _measure(
    code="three_placements_2_years",
    title="Children with three or more placements in two years",
    sentence="Of the children looked after at the end of the day for two years or more, how many had lived in three or more placements in the last two years.",
    numerator="those with three or more placements in force at some time in the two years",
    denominator="children looked after for two years or more",
    rows=Open("in_care", where=f"{A_CHILD} AND x.day <= [24 months ago]"),
    beside=(("n", Within("moves", of="v.home", since="[24 months ago]", lasting=True)),),
    counts="coalesce(n.kinds, 0) >= 3",
    period=Period.DAY,
    polarity="lower",
    source=_STABLE,
    excludes=f"{NOT_COUNTED}; temporary moves (T0 to T4), another placement with the same carer, and adoption by that carer (A3, A5)",
)

long_term_stability = _measure(
    code="long_term_stability",
    title="Long-term stability: the same home for two years",
    sentence="Of the children under 16 looked after for two and a half years or more at the end of the day, how many had lived with the same carer for "
    "two years, or with the people who adopt them and the carer before.",
    numerator="those in the same placement, or with the same carer, for two years or more; placed for adoption, together with the carer before",
    denominator="children under 16 looked after for two and a half years or more",
    rows=Open("in_care", where="p.born > [16 years old] AND x.day <= [30 months ago]"),
    beside=(("h", In("settled", ("lived_from",))),),
    counts="h.lived_from <= [24 months ago]",
    began="h.lived_from",
    period=Period.DAY,
    clock="24 months in the home, 30 months in care",
    polarity="higher",
    target=70,
    source=f"{_STABLE}; old national indicator 63",
    excludes=NOT_COUNTED,
)

over_20_miles = _measure(
    code="over_20_miles",
    title="Children who live more than 20 miles from home",
    sentence="Of the children looked after at the end of the day whose distance from home is known, how many lived more than 20 miles from home.",
    numerator="those placed more than 20 miles from home in a straight line",
    denominator="children looked after whose distance from home is known",
    rows=FAR,
    beside=HOME,
    counts="h.miles > 20",
    kind_of=KIND,
    began="h.since",
    period=Period.DAY,
    polarity="lower",
    target=15,
    source=f"{_DFE}; National Framework; ADCS",
    excludes=NOT_FAR,
)

out_of_area = _measure(
    code="out_of_area",
    title="Children who live outside our area",
    sentence="Of the children looked after at the end of the day, how many lived outside our own area.",
    numerator="those placed outside the area",
    denominator="children looked after",
    rows=IN_CARE,
    beside=HOME,
    counts="h.outside_area",
    kind_of=KIND,
    began="h.since",
    period=Period.DAY,
    polarity="lower",
    source=f"{_DFE}; Annex A list 8",
    excludes=f"{NOT_COUNTED}; where it is not said, it cannot be told",
)

far_and_out_of_area = _measure(
    code="far_and_out_of_area",
    title="Children who live outside our area and more than 20 miles from home",
    sentence="Of the children looked after at the end of the day whose distance from home is known, how many lived outside our own area and more than 20 miles from home.",
    numerator="those placed outside the area and more than 20 miles from home",
    denominator="children looked after whose distance from home is known",
    rows=FAR,
    beside=HOME,
    counts="h.outside_area AND h.miles > 20",
    began="h.since",
    period=Period.DAY,
    polarity="lower",
    source=_DFE,
    excludes=NOT_FAR,
)

unplanned_moves = _measure(
    code="unplanned_moves",
    title="Moves that were not planned",
    sentence="Of the moves from one placement to another in the twelve months, how many were not what the care plan said.",
    numerator="those that ended for another reason than the care plan (CARPL)",
    denominator="moves from one placement to another",
    rows=Happened("homes", on="until", where="x.day_after IS NOT NULL AND x.change_reason <> 'PLACE'"),
    counts="NULLIF(x.change_reason, '') <> 'CARPL'",
    kind_of="x.change_reason",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    polarity="lower",
    source="SSDA903 reasons for a change of placement",
    unit="moves",
    excludes="a new status in the same home (PLACE); the end of care",
)

short_breaks_75 = _measure(
    code="short_breaks_75",
    title="Children whose short breaks stay within 75 days a year",
    sentence="Of the children who had short breaks in the twelve months, how many had no more than 75 days of them.",
    numerator="those with 75 days or fewer",
    denominator="children who had short breaks",
    rows=Happened("short_breaks", each="child"),
    beside=(("s", Within("short_breaks", lasting=True)),),
    counts="s.days <= 75",
    period=Period.YEAR,
    clock="75 days in twelve months",
    polarity="higher",
    source="SSDA903 rules 365 and 367",
)

short_breaks_17 = _measure(
    code="short_breaks_17",
    title="Short breaks of no more than 17 days",
    sentence="Of the short breaks that ended in the twelve months, how many were no longer than 17 days.",
    numerator="those of 17 days or fewer",
    denominator="short breaks that ended, recorded one by one (V3)",
    rows=Happened("short_breaks", on="until", where="x.status = 'V3'"),
    counts="x.until - x.day <= 17",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    clock="17 days",
    polarity="higher",
    source="SSDA903 rules 365 and 367",
    unit="short breaks",
)

MEASURES = (
    *HOMES,
    three_placements,
    three_placements_2_years,
    long_term_stability,
    over_20_miles,
    out_of_area,
    far_and_out_of_area,
    unplanned_moves,
    short_breaks_75,
    short_breaks_17,
)
