"""The scales on which services for children were judged. None translates into another, so none knows another's grades."""

from dataclasses import dataclass
from datetime import date

OVERALL = "overall_effectiveness"
FOUR = (
    ("inadequate", "inadequate"), ("requires_improvement", "requires improvement"), ("good", "good"), ("outstanding", "outstanding"),
)  # fmt: skip
TO_BE_GOOD = (FOUR[0], ("requires_improvement", "requires improvement to be good"), *FOUR[2:])
WITH_ADEQUATE = (FOUR[0], ("adequate", "adequate"), *FOUR[2:])


@dataclass(frozen=True, slots=True)
class Box:
    """Where a scale is drawn: scales of one framework share a box. `tall`: one high box over the years it was in use."""

    code: str
    name: str
    note: str
    begins: date | None = None
    ends: date | None = None
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades from the lowest, and the areas that the form judges, each with its words."""

    code: str
    box: str
    name: str
    grades: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...] = ()

    def grade(self, code: str) -> str:
        return dict(self.grades).get(code) or code.replace("_", " ")

    def area(self, code: str) -> str:
        return dict(self.areas).get(code) or code.replace("_", " ")


BOXES = {
    box.code: box
    for box in (
        Box("words", "In words", ""),
        Box("serving", "Serving children well?", ""),
        Box("capacity", "Able to improve?", ""),
        Box("stars", "Stars (none to three)", ""),
        Box("lac", "Until 2013", "four grades, one of them adequate", date(2009, 4, 1), date(2013, 10, 31), tall=True),
        Box("sif", "Single framework", "four grades, 2013 to 2017", date(2013, 11, 1), date(2017, 12, 31), tall=True),
        Box("ilacs", "Today’s framework (ILACS)", "four grades, from 2018; no overall grade from April 2026", date(2018, 1, 1), None, tall=True),
        Box("lscb", "Safeguarding board", "reviewed by itself"),
        Box("other", "Another form", "grades in its own words"),
    )
}
_SIF_AREAS = (
    (OVERALL, "overall"), ("help_and_protection", "help and protection"), ("in_care", "care and permanence"), ("adoption", "adoption"),
    ("care_leavers", "care leavers"), ("leaders_impact", "leadership"), ("lscb", "the safeguarding board"),
)  # fmt: skip
_ILACS_AREAS = (
    (OVERALL, "overall"), ("leaders_impact", "leaders"), ("help_and_protection", "help and protection"), ("in_care", "children in care"),
    ("care_leavers", "care leavers"), ("in_care_and_care_leavers", "care and care leavers"),
)  # fmt: skip
_LAC_AREAS = (
    (OVERALL, "overall"), ("capacity_to_improve", "capacity to improve"), ("outcomes", "outcomes"), ("quality_of_provision", "quality of provision"),
    ("leaders_impact", "leadership"),
)  # fmt: skip
SCALES = {
    scale.code: scale
    for scale in (
        Scale("words", "words", "in words", ()),
        Scale("serving", "serving", "serving children well", (("no", "no"), ("some", "some"), ("most", "most"), ("yes", "yes"))),
        Scale("capacity", "capacity", "able to improve",
              (("poor", "poor"), ("uncertain", "uncertain"), ("promising", "promising"), ("excellent", "excellent"))),
        Scale("stars", "stars", "stars", (("0", "none"), ("1", "1"), ("2", "2"), ("3", "3"))),
        Scale("lac_2013", "lac", "inspection before the single framework", WITH_ADEQUATE, _LAC_AREAS),
        Scale("sif", "sif", "single inspection framework", FOUR, _SIF_AREAS),
        Scale("ilacs_2018", "ilacs", "ILACS with four judgements", TO_BE_GOOD, _ILACS_AREAS),
        Scale("ilacs_2023", "ilacs", "ILACS with five judgements", TO_BE_GOOD, _ILACS_AREAS),
        Scale("ilacs_2026", "ilacs", "ILACS without an overall grade", TO_BE_GOOD, _ILACS_AREAS),
        Scale("lscb", "lscb", "review of the safeguarding board", FOUR, (("lscb", "the safeguarding board"), (OVERALL, "the safeguarding board"))),
        Scale("other", "other", "another form", FOUR),
    )
}  # fmt: skip
FORMS = (  # changes inside the box of ILACS: from which day, and what there is to read
    (date(2018, 1, 1), "four judgements"), (date(2023, 1, 1), "five judgements"), (date(2026, 4, 1), "no overall grade"),
)  # fmt: skip


def scale_of(framework: str) -> Scale:
    """The scale of a form named as a reader of reports or a list of outcomes names it."""
    if framework in SCALES:
        return SCALES[framework]
    if framework.startswith("sif"):
        return SCALES["sif"]
    if framework.startswith("lscb"):
        return SCALES["lscb"]
    if framework.startswith("lac"):
        return SCALES["lac_2013"]
    return SCALES["ilacs_2026" if framework.startswith("ilacs") else "other"]


def box_of(scale: str) -> Box:
    return BOXES[scale_of(scale).box]
