"""The words of a grade, and the areas that are graded."""

import re
from typing import NamedTuple

GRADE = re.compile(
    r"\b(?:(?P<ri>requires?\s+improvement(?:\s+to\s+be\s+good)?)|(?P<none>not\s+judged)"
    r"|(?P<one>outstanding|inadequate|adequate|good))\b",
    re.IGNORECASE,
)
"""Longest first: "requires improvement to be good" holds "good"."""


class Grade(NamedTuple):
    """A grade's key and its words as printed."""

    key: str
    label: str


def grades_in(text: str) -> list[Grade]:
    """The grades that a text names, in order."""
    return [Grade(_key(match), " ".join(match.group().split())) for match in GRADE.finditer(text)]


def only_grade(text: str) -> Grade | None:
    """The grade where a text is a grade and nothing more."""
    match = GRADE.fullmatch(text.strip().rstrip("."))
    return Grade(_key(match), " ".join(match.group().split())) if match else None


def _key(match: re.Match[str]) -> str:
    return "requires_improvement" if match["ri"] else "not_judged" if match["none"] else match["one"].lower()


AREAS = (
    ("overall_effectiveness", r"overall effectiveness|overall judgement|^children.s services (in|are|is|requires?) "),
    ("lscb", r"safeguarding children board|\blscb\b"),
    ("in_care_and_care_leavers", r"in care and (care leavers|care-experienced)|looked after and care leavers"),
    ("help_and_protection", r"(need of|in need of|need) help( and| or|,)"),
    ("adoption", r"\badoption\b"),
    ("in_care", r"children in care$|children in care\b(?! and)|children looked after and achieving permanence"),
    ("care_leavers", r"care leavers|care-experienced|leaving care"),
    ("capacity_to_improve", r"capacity to improve|capacity for improvement"),
    ("outcomes", r"^outcomes for"),
    ("quality_of_provision", r"quality of provision"),
    ("leaders_impact", r"impact of leaders|leadership|\bleaders\b"),
)  # fmt: skip


def area_of(label: str) -> str | None:
    """The key of the area that a label names, or None."""
    plain = label.lower().replace("’", "'")
    return next((key for key, pattern in AREAS if re.search(pattern, plain)), None)
