"""What can be a fact of a report: its kinds, the keys of forms, areas and grades, and what stands in the table for each."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from goldthread.inspection.models import Fact
from goldthread.inspection.models.reports import (
    AUTHORITY,
    ENDED,
    FRAMEWORK,
    IMPROVEMENT,
    INSPECTOR,
    JUDGEMENT,
    PUBLISHED,
    STARTED,
)
from goldthread.inspection.reading.values import Improvement, Judgement, Reading

HEADINGS = {
    AUTHORITY: "Authority", FRAMEWORK: "Form of inspection", STARTED: "First day of the inspection", ENDED: "Last day of the inspection",
    PUBLISHED: "Published", INSPECTOR: "Lead inspector", JUDGEMENT: "Judgement", IMPROVEMENT: "Thing to improve",
}  # fmt: skip
"""The kinds of fact, each with its name. Of all but the last two a report has one."""

DAYS = (STARTED, ENDED, PUBLISHED)
MANY = (JUDGEMENT, IMPROVEMENT)
NEEDED = (AUTHORITY, FRAMEWORK, ENDED)
"""Without these nobody can say whose report it is or what it is about."""

FRAMEWORKS = {
    "ilacs_2026_no_overall": "Inspection of children’s services (ILACS), without an overall grade, from April 2026",
    "ilacs_2023": "Inspection of children’s services (ILACS), five judgements, from 2023",
    "ilacs_2018": "Inspection of children’s services (ILACS), four judgements, 2018 to 2022",
    "sif_with_lscb": "Single inspection, with the safeguarding board’s review in the same report",
    "sif_without_lscb": "Single inspection, without a review of the safeguarding board",
    "sif_lscb_appended": "Single inspection, with the safeguarding board’s own report appended",
    "sif_reinspection": "Single inspection: re-inspection",
    "lscb_review": "Review of the safeguarding board",
    "lac_2013": "Inspection of services for looked-after children, to 2013",
    "other": "Another form of inspection",
}
AREAS = {
    "overall_effectiveness": "Overall effectiveness", "leaders_impact": "The impact of leaders", "help_and_protection": "Help and protection",
    "in_care": "Children in care", "care_leavers": "Care leavers", "in_care_and_care_leavers": "Children in care and care leavers",
    "adoption": "Adoption", "lscb": "The safeguarding board", "capacity_to_improve": "Capacity to improve", "outcomes": "Outcomes",
    "quality_of_provision": "Quality of provision",
}  # fmt: skip
GRADES = {
    "outstanding": "Outstanding", "good": "Good", "requires_improvement": "Requires improvement to be good", "adequate": "Adequate",
    "inadequate": "Inadequate", "not_judged": "Not judged",
}  # fmt: skip
SECTIONS = {"local_authority": "The local authority", "lscb": "The safeguarding board"}
PRIORITIES = {
    "priority_and_immediate_action": "Priority and immediate action", "area_for_improvement": "Area for improvement",
    "immediately": "Immediately", "within_three_months": "Within three months", "within_six_months": "Within six months",
}  # fmt: skip
LONGEST_LINE = 200


class NotSaid(Exception):
    """What was said cannot be this fact. The message is a sentence that says what to do."""


def read_as_facts(reading: Reading) -> Iterator[Fact]:
    """A reading as rows for the table, in the order of the report. What was not found makes no row."""
    found = [(kind, getattr(reading, kind)) for kind in HEADINGS if kind not in MANY]
    found += [(JUDGEMENT, judged) for judged in reading.judgements] + [(IMPROVEMENT, asked) for asked in reading.improvements]
    for place, (kind, one) in enumerate((kind, one) for kind, one in found if one is not None):
        yield Fact(
            kind=kind, place=place, area=getattr(one, "area", ""), read=_value(one), page=one.page or None, words=one.words,
            sure=one.sure, doubt=one.why, box=list(one.box) if one.box else None,
        )  # fmt: skip


def _value(one: Any) -> object:
    if isinstance(one, Judgement):
        return {"label": one.label, "grade_label": one.grade_label, "grade": one.grade}
    if isinstance(one, Improvement):
        return {"text": one.text, "section": one.section, "priority": one.priority, "heading": one.heading, "number": one.number,
                "sub_items": list(one.sub_items)}  # fmt: skip
    return one.value.isoformat() if isinstance(one.value, date) else one.value


def checked(kind: str, value: object) -> object:
    """The value as it is kept for a fact of this kind. Raises NotSaid."""
    if kind == JUDGEMENT:
        return _judgement(value)
    if kind == IMPROVEMENT:
        return _improvement(value)
    if kind in DAYS:
        return _day(value)
    if kind == FRAMEWORK:
        return _one_of(value, FRAMEWORKS, "Choose the form of inspection.")
    return _line(value, f"Write the {HEADINGS[kind].lower()} as it stands on the page.")


def _line(value: object, otherwise: str) -> str:
    words = " ".join(str(value or "").replace("\0", "").split())
    if not words:
        raise NotSaid(otherwise)
    if len(words) > LONGEST_LINE:
        raise NotSaid(f"That is longer than {LONGEST_LINE} characters: write only what stands on the page.")
    return words


def _day(value: object) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as wrong:
        raise NotSaid("Choose a day, such as 13 February 2026.") from wrong


def _one_of(value: object, known: dict[str, str], otherwise: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise NotSaid(otherwise)
    return value


def _judgement(value: object) -> dict[str, str]:
    said = value if isinstance(value, dict) else {}
    grade = _one_of(said.get("grade"), GRADES, "Choose the grade that the report gives.")
    label = _line(said.get("label"), "Write what was judged, as the report calls it.")
    return {"label": label, "grade_label": " ".join(str(said.get("grade_label") or GRADES[grade]).split()), "grade": grade}


def _improvement(value: object) -> dict[str, object]:
    said = value if isinstance(value, dict) else {}
    text = " ".join(str(said.get("text") or "").replace("\0", "").split())
    if not text:
        raise NotSaid("Write what is to improve, in the report’s own words.")
    section = _one_of(said.get("section") or "local_authority", SECTIONS, "Choose who is asked to improve it.")
    priority = said.get("priority") or None
    if priority is not None:
        priority = _one_of(priority, PRIORITIES, "Choose how soon the report asks for it, or leave that open.")
    return {"text": text, "section": section, "priority": priority, "heading": said.get("heading") or None,
            "number": said.get("number"), "sub_items": list(said.get("sub_items") or [])}  # fmt: skip
