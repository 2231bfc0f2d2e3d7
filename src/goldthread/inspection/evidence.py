"""What shows, beside the numbers, that a recommendation changed anything: audits, documents, and what people say.

Evidence is only added. A piece that was wrong is withdrawn by a later row with its reason, and stays readable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from goldthread.clock.times import day_of
from goldthread.inspection.files import keep_file
from goldthread.inspection.models import Evidence, Fact
from goldthread.inspection.models.reports import IMPROVEMENT
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may

AUDIT, DOCUMENT, STAFF, FAMILIES, YOUNG_PEOPLE, WITHDRAWAL = "audit", "document", "staff", "families", "young_people", "withdrawal"
KINDS = {
    AUDIT: "An audit", DOCUMENT: "A document", STAFF: "What staff say", FAMILIES: "What families say", YOUNG_PEOPLE: "What young people say",
}  # fmt: skip
VOICES = (STAFF, FAMILIES, YOUNG_PEOPLE)
AGREES = {"yes": "It agrees with the measure", "partly": "It partly agrees", "no": "It does not agree", "": "Not said"}
LONGEST_TITLE = 160
TEN_YEARS = timedelta(days=3653)  # older is a slip of the pen, and says nothing of what a report changed
MOST = 100_000


class NotEvidence(Exception):
    """The piece cannot be kept as it is. The message is a sentence that says what to do; `field` is where."""

    def __init__(self, message: str, field: str = ""):
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Told:
    """A piece as somebody tells it. `number` of `of_number` records agreed; of voices, `number` people spoke."""

    kind: str
    day: date | None
    title: str
    words: str = ""
    agrees: str = ""
    number: int | None = None
    of_number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence; `withdrawn` is the row that withdrew it. Of its file only name and number are at hand."""

    row: Evidence
    withdrawn: Evidence | None = None

    @property
    def stands(self) -> bool:
        return self.withdrawn is None


def for_recommendation(fact: int, *, withdrawn: bool = False) -> list[Piece]:
    """The evidence for one recommendation, newest first; also what was withdrawn where that is asked for."""
    return for_recommendations([fact], withdrawn=withdrawn)[fact]


def for_recommendations(facts: Iterable[int], *, withdrawn: bool = False) -> dict[int, list[Piece]]:
    """The same for many recommendations, in one question to the database."""
    found: dict[int, list[Piece]] = {fact: [] for fact in facts}
    rows = Evidence.objects.filter(recommendation__in=found, withdraws=None)
    rows = rows.select_related("by", "file", "withdrawn_by__by").defer("file__content").order_by("-day", "-at", "-pk")
    for row in rows:
        ended = getattr(row, "withdrawn_by", None)
        if withdrawn or ended is None:
            found[row.recommendation_id].append(Piece(row, ended))
    return found


def give(
    recommendation: Fact, told: Told, *, file: tuple[bytes, str] | None = None, now: datetime, by: Worker
) -> Evidence:
    """Keep a piece of evidence, with its file as (content, name). Raises NotEvidence, files.NotKept, NotAllowed."""
    check_may(by, IMPROVE)
    if recommendation.kind != IMPROVEMENT:
        raise NotEvidence("Evidence belongs to something that a report asks to improve.")
    check(told, file is not None, day_of(now))
    with transaction.atomic():
        kept = keep_file(*file, now=now, by=by) if file else None
        return Evidence.objects.create(
            recommendation=recommendation, kind=told.kind, day=told.day, title=_clean(told.title), words=_clean(told.words, lines=True),
            agrees=told.agrees, number=told.number, of_number=told.of_number if told.kind == AUDIT else None, file=kept, by=by, at=now,
        )  # fmt: skip


def withdraw(row: Evidence, why: str, *, now: datetime, by: Worker) -> Evidence:
    """Say that a piece does not stand any more, and why. Withdrawn before, it is the withdrawal that stands."""
    check_may(by, IMPROVE)
    reason = _clean(why, lines=True)
    if row.withdraws_id is not None:
        raise NotEvidence("This is a withdrawal already.")
    if not reason:
        raise NotEvidence("Say why it does not stand: whoever relied on it will ask.", "why")
    said = {"kind": WITHDRAWAL, "day": day_of(now), "title": row.title, "words": reason, "by": by, "at": now}
    return Evidence.objects.get_or_create(withdraws=row, defaults={"recommendation_id": row.recommendation_id, **said})[0]


def in_words(row: Evidence) -> str:
    """'18 of 20 records agreed with the measure', '11 people'; empty where no number was given."""
    if row.number is None:
        return ""
    if row.kind == AUDIT:
        return f"{row.number:,} of {row.of_number:,} records agreed with the measure"
    return f"{row.number:,} {'person' if row.number == 1 else 'people'}"


def check(told: Told, has_file: bool, today: date) -> None:
    """Raise NotEvidence where something is missing or cannot be."""
    if told.kind not in KINDS:
        raise NotEvidence("Choose what kind of evidence it is.", "kind")
    if told.day is None or told.day > today:
        raise NotEvidence("Choose the day it is from, today or before.", "day")
    if told.day < today - TEN_YEARS:
        raise NotEvidence("That day is more than ten years ago. Enter the day it is from.", "day")
    title = _clean(told.title)
    if not title or len(title) > LONGEST_TITLE:
        raise NotEvidence(f"Give it a short name, of at most {LONGEST_TITLE} characters.", "title")
    if told.agrees not in AGREES:
        raise NotEvidence("Say whether it agrees with the measure, or leave that open.", "agrees")
    _check_numbers(told)
    if told.kind == DOCUMENT and not has_file and not told.words.strip():
        raise NotEvidence("Attach the document, or write where it is and what it shows.", "words")
    if told.kind in VOICES and not told.words.strip():
        raise NotEvidence("Write what they said, in their own words where you can.", "words")


def _check_numbers(told: Told) -> None:
    if told.kind == AUDIT:
        if told.of_number is None or not 1 <= told.of_number <= MOST:
            raise NotEvidence("Write how many records were looked at.", "of_number")
        if told.number is None or not 0 <= told.number <= told.of_number:
            raise NotEvidence(f"Write how many of the {told.of_number:,} agreed with the measure.", "number")
    elif told.number is not None and not 1 <= told.number <= MOST:
        raise NotEvidence("Write how many people spoke, or leave that open.", "number")


def _clean(words: str, lines: bool = False) -> str:
    """Without the character nought, which the database cannot hold, and where it is one line, without the ends of lines."""
    kept = words.replace("\0", "").strip()
    return kept.replace("\r\n", "\n") if lines else " ".join(kept.split())
