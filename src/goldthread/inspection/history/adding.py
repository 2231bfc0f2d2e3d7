"""What a person adds to the history of an authority: a claim with its source. One added by mistake is taken back by another row."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from goldthread.clock.times import day_of
from goldthread.inspection.history.scales import SCALES
from goldthread.inspection.history.values import DAY, JUDGEMENT, SINCE, UNREAD, When
from goldthread.inspection.models import Claim
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may


class NotAdded(Exception):
    """The claim cannot stand like this. The message says what to do; `field` is what it is about."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class NotTaken(Exception):
    """The claim cannot be taken back like this. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim as somebody wants to add it."""

    authority: str
    kind: str
    when: When
    until: When | None
    scale: str
    area: str
    grade: str
    words: str
    source: str
    source_day: When | None


def add_claim(wanted: Wanted, *, now: datetime, by: Worker) -> Claim:
    """Keep a claim. Raises NotAdded, and NotAllowed where the role does not lead improvement."""
    check_may(by, IMPROVE)
    words, source = _plain(wanted.words), _plain(wanted.source)
    _check(wanted, words, source, day_of(now))
    grades = wanted.kind in (JUDGEMENT, SINCE)
    return Claim.objects.create(
        authority=wanted.authority, kind=wanted.kind, scale=wanted.scale if wanted.kind == JUDGEMENT else "",
        area=wanted.area if wanted.kind == JUDGEMENT and wanted.scale in SCALES and SCALES[wanted.scale].areas else "",
        grade=wanted.grade if grades else "", day=wanted.when.day, until=wanted.until.last if wanted.until else None, exact=wanted.when.exact,
        words=words, source=_with_day(source, wanted.source_day), source_day=_exact_day(wanted.source_day), by=by, at=now,
    )  # fmt: skip


def _check(wanted: Wanted, words: str, source: str, today: date) -> None:
    if not source:
        raise NotAdded("source", "Name the source. Without one it cannot stand beside what others say.")
    if wanted.when.first > today:
        raise NotAdded("when", "That day is still to come. A history holds what has happened.")
    if wanted.until and wanted.until.last < wanted.when.first:
        raise NotAdded("until", "The end lies before the beginning. Look at both days again.")
    if wanted.kind == JUDGEMENT and not (wanted.scale or wanted.grade == UNREAD):
        raise NotAdded("grade", "Choose the grade, under the scale it belongs to.")
    if wanted.kind == SINCE and wanted.grade in ("", UNREAD):
        raise NotAdded("grade", "Choose the grade it is said to have had since then.")
    if wanted.kind not in (JUDGEMENT, SINCE) and not words or wanted.scale == "words" and wanted.kind == JUDGEMENT and not words:
        raise NotAdded("words", "Say in a few words what the source says.")


def _with_day(source: str, day: When | None) -> str:
    """A source whose day is known to the month or the year says so in its words."""
    return f"{source}, {day.words}" if day and day.exact != DAY else source


def _exact_day(day: When | None) -> date | None:
    return day.day if day and day.exact == DAY else None


def _plain(words: str) -> str:
    return " ".join(words.replace("\0", "").split())


def take_claim_back(claim: Claim, why: str, *, now: datetime, by: Worker) -> Claim:
    """Say that a claim was added by mistake. It stays, with the reason, and is no longer shown."""
    check_may(by, IMPROVE)
    why = _plain(why)
    if not why:
        raise NotTaken("Say why it is taken back: whoever looks for it later will ask.")
    try:
        with transaction.atomic():
            return Claim.objects.create(
                authority=claim.authority, kind=claim.kind, day=claim.day, exact=claim.exact, words=why, source=claim.source,
                withdraws=claim, by=by, at=now,
            )  # fmt: skip
    except IntegrityError as twice:
        raise NotTaken("Somebody has taken it back already.") from twice
