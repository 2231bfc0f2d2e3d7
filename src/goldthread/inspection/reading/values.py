"""What is read from a report: frozen values, each with the page and the words it rests on."""

from dataclasses import dataclass
from datetime import date

Box = tuple[float, float, float, float]
"""Left, top, right, bottom of the words on their page, as fractions of its width and height, the top being 0."""


@dataclass(frozen=True, slots=True)
class Found:
    """One fact. `page` counts from 1, and is 0 where the fact does not stand in the report (`why` then says where it is from)."""

    value: str | date
    page: int
    words: str
    sure: bool = True
    why: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One graded area. `grade` is a key (`requires_improvement`), `grade_label` the words as printed."""

    area: str
    label: str
    grade: str
    grade_label: str
    page: int
    words: str
    sure: bool = True
    why: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Improvement:
    """One thing to improve, in the report's own words with its points run on; `box` is that of its first page.

    `section` is `local_authority` or `lscb`; `priority` None, `priority_and_immediate_action`, `area_for_improvement`,
    `immediately`, `within_three_months` or `within_six_months`; `heading` the topic above it; `number` the printed one.
    """

    text: str
    page: int
    section: str
    priority: str | None = None
    heading: str | None = None
    number: int | None = None
    sub_items: tuple[str, ...] = ()
    words: str = ""
    sure: bool = True
    why: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one file. `problem` is a sentence where it could not be read, or not to its end; otherwise empty.

    `missing` says in sentences what the report does not hold or what could not be found in it.
    """

    file: str
    authority: Found | None = None
    framework: Found | None = None
    inspection_start: Found | None = None
    inspection_end: Found | None = None
    published: Found | None = None
    lead_inspector: Found | None = None
    judgements: tuple[Judgement, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    problem: str = ""
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    pages: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What is missing and what else is to be told, in sentences."""
        return self.missing + self.remarks
