"""The plan: every plan, order and home that holds on the day of the page, with all that was written in it."""

from dataclasses import dataclass

from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.entries.answers import Answer, answers, called
from goldthread.web.said import Link, Sentence

LASTING = ("protection_plan", "need_plan", "looked_after", "legal_status", "placement", "leaving_care")
NEWEST = ("care_plan", "pathway_plan", "education_plan", "conference", "review", "need_plan_review", "core_group", "adoption_decision")
CLOSED_BEFORE = {"conference": "protection_plan", "core_group": "protection_plan", "need_plan_review": "need_plan", "review": "looked_after"}


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One plan or decision as it is read."""

    heading: Sentence
    fresh: str
    answers: tuple[Answer, ...]


def plans(opened: Opened) -> list[PlanSheet]:
    """What holds, then the newest of each kind of decision that belongs to it."""
    return [_sheet(w, opened) for w in (*opened.current(*LASTING), *_decisions(opened))]


def _decisions(opened: Opened) -> list[Written]:
    newest = [w for kind in NEWEST if (w := opened.latest(kind))]
    return [w for w in newest if w.kind.code not in CLOSED_BEFORE or opened.current(CLOSED_BEFORE[w.kind.code])]


def _sheet(entry: Written, opened: Opened) -> PlanSheet:
    known = f"?known={opened.day}" if opened.past else ""
    return PlanSheet(
        (Link(called(entry.kind), opened.entry_address(entry.number)),),
        f"{'since' if entry.kind.lasts else 'of'} {wording.long_day(entry.day, opened.day)}",
        answers(entry, opened.day, opened.entries, known),
    )
