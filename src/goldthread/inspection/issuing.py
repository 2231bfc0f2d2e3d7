"""What is given out: the self-evaluation's sections and words, and each document as it was when it was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from goldthread.inspection.models import Issue, Report, Written
from goldthread.inspection.plan import Refused
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may

SELF_EVALUATION, PACK = "self_evaluation", "pack"
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the self-evaluation: what it asks, and the sections of measures whose figures stand in it."""

    key: str
    title: str
    asks: str
    measures: tuple[str, ...] = ()


SECTIONS = (
    Section("practice", "What we know of our work with children and families", "What is its quality, what does it change for children, and how do we know?"),
    Section("help-and-protection", "Help and protection", "From the first call to a plan that keeps a child safe.",
            ("Front door", "Assessment", "Section 47, conference, child protection", "Children in need")),
    Section("in-care", "Children in care", "Where they live, who visits them, what their reviews decide.", ("Looked after children",)),
    Section("care-leavers", "Care leavers", "Who stays in touch, where they live, what they do.", ("Care leavers",)),
    Section("leaders", "Leaders", "What leaders know, decide and check.", ("Workforce",)),
    Section("next", "What we will do in the next twelve months", "What inspectors asked for, how far it has come, and what comes next."),
)  # fmt: skip
BY_KEY = {section.key: section for section in SECTIONS}
ELSEWHERE = "leaders"


def section_of(measures: str) -> str:
    """The key of the section in which the figures of a section of measures stand."""
    return next((s.key for s in SECTIONS if measures in s.measures), ELSEWHERE)


def write(key: str, words: str, *, now: datetime, by: Worker) -> Written:
    """Somebody's words in a section. What stood there before is kept."""
    check_may(by, IMPROVE)
    if key not in BY_KEY:
        raise Refused("There is no such section of the self-evaluation.")
    if not 0 < len(words.strip()) <= LONGEST:
        raise Refused(f"Write at least a word, and at most {LONGEST:,} characters.")
    return Written.objects.create(section=key, words=words.strip().replace("\r\n", "\n"), by=by, at=now)


def newest() -> dict[str, Written]:
    """What stands in each section now."""
    return {written.section: written for written in Written.objects.select_related("by").order_by("at", "pk")}


def earlier(key: str) -> list[Written]:
    """Everything that was written in a section, the newest first."""
    return list(Written.objects.filter(section=key).select_related("by").order_by("-at", "-pk"))


def issue(
    kind: str, title: str, figures_to: date, pages: Sequence[dict[str, Any]], *, now: datetime, by: Worker, suppressed: bool, report: Report | None = None
) -> Issue:
    """Keep a document as it is given out: every word and figure of it, frozen."""
    check_may(by, IMPROVE)
    if kind not in (SELF_EVALUATION, PACK):
        raise Refused("Only a self-evaluation or a pack is given out from here.")
    return Issue.objects.create(kind=kind, title=title, figures_to=figures_to, pages=list(pages), suppressed=suppressed, report=report, by=by, at=now)


def issues(kind: str) -> list[Issue]:
    """What was given out, the newest first."""
    return list(Issue.objects.filter(kind=kind).select_related("by").defer("pages").order_by("-at", "-pk"))
