"""What somebody asked the timeline for: read from the address, so that a filtered timeline can be sent to a colleague."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict

from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.child.opening import CHILDS_WORDS, Opened
from goldthread.web.parts import Chip

PAGE = 20
GROUPS = {
    "visits": "Visits", "contacts": "Calls and contacts", "meetings": "Meetings", "school_health": "School and health",
    "plans": "Plans and reviews", "people": "People and addresses", "other": "Other",
}  # fmt: skip
EVERYTHING, SIGNIFICANT, WORDS, GAPS = "", "significant", "words", "gaps"
SPANS = {"3m": ("Last 3 months", 92), "12m": ("Last 12 months", 365)}
SINCE_REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Asked:
    """`show` is a chip, `words` a text, `by` a worker's name, `period` a key of `periods`; `most` is how many lines are shown."""

    show: str = EVERYTHING
    words: str = ""
    by: str = ""
    period: str = ""
    oldest_first: bool = False
    most: int = PAGE

    @property
    def narrowed(self) -> bool:
        return bool(self.words or self.by or self.period)

    def query(self, **changed: Any) -> dict[str, object]:
        """As the query of an address; what is usual is left out."""
        asked = replace(self, **changed)
        return {"show": asked.show, "q": asked.words, "by": asked.by, "when": asked.period,
                "order": "old" if asked.oldest_first else "", "lines": asked.most if asked.most != PAGE else ""}  # fmt: skip


def read(query: QueryDict) -> Asked:
    """What an address asks for. Anything it does not know is as if it were not there."""
    show, lines = query.get("show", ""), query.get("lines", "")
    most = int(lines) if lines.isascii() and lines.isdigit() and len(lines) < 7 else PAGE
    return Asked(
        show if show in (*GROUPS, SIGNIFICANT, WORDS, GAPS) else EVERYTHING, query.get("q", "").strip(), query.get("by", "").strip(),
        query.get("when", "").strip(), query.get("order") == "old", max(most, 1),
    )  # fmt: skip


def periods(opened: Opened) -> list[tuple[str, str]]:
    """(key, words) of the stretches of time that can be chosen for this child."""
    referral = _referral(opened)
    since = [(SINCE_REFERRAL, f"Since {wording.plain_day(referral.day)} (this referral)")] if referral else []
    years = sorted({w.day.year for w in opened.entries}, reverse=True)
    return [("", "At any time"), *since, *((key, words) for key, (words, _) in SPANS.items()), *((str(y), f"In {y}") for y in years)]


def _referral(opened: Opened) -> Written | None:
    return next((w for w in opened.of("referral") if w.values.decision == "accepted" and w.day <= opened.day), None)


def writers(opened: Opened) -> list[str]:
    """Everybody who wrote in this record, by name."""
    return sorted({str(w.by) for w in opened.entries if w.by and not w.origin})


def narrowed(opened: Opened, asked: Asked) -> list[Written]:
    """The entries with the words, by the person and in the time that were asked for, newest first."""
    begins, ends = _bounds(opened, asked.period)
    needles = asked.words.casefold().split()
    return [
        w for w in opened.entries
        if begins <= w.day <= ends and (not asked.by or str(w.by) == asked.by) and _has(w, needles)
    ]  # fmt: skip


def _has(entry: Written, needles: list[str]) -> bool:
    if not needles:
        return True
    text = entry.words().casefold()
    return all(needle in text for needle in needles)


def _bounds(opened: Opened, period: str) -> tuple[date, date]:
    referral = _referral(opened)
    if period == SINCE_REFERRAL and referral:
        return referral.day, date.max
    if period in SPANS:
        return opened.day - timedelta(days=SPANS[period][1]), date.max
    if period.isascii() and period.isdigit() and len(period) == 4 and int(period) > 0:
        return date(int(period), 1, 1), date(int(period), 12, 31)
    return date.min, date.max


def chosen(entries: list[Written], show: str) -> list[Written]:
    """Those of the entries that belong to a chip."""
    if show == SIGNIFICANT:
        return [w for w in entries if w.significant]
    if show == WORDS:
        return [w for w in entries if w.kind.code in CHILDS_WORDS and w.values.said.strip()]
    return [w for w in entries if w.kind.group == show] if show in GROUPS else [] if show == GAPS else entries


def chips(opened: Opened, asked: Asked, entries: list[Written], gaps: int) -> list[Chip]:
    """The ready-made filters with their counts; those that would open nothing are left out."""
    names = {EVERYTHING: "Everything", SIGNIFICANT: "Significant", WORDS: f"{wording.possessive(opened.first)} words", **GROUPS, GAPS: "Gaps"}
    counted = {show: gaps if show == GAPS else len(chosen(entries, show)) for show in names}
    return [
        Chip(label[:1].upper() + label[1:], counted[show], opened.address("timeline", **asked.query(show=show, most=PAGE)), show == asked.show)
        for show, label in names.items() if counted[show] or show in (EVERYTHING, asked.show)
    ]  # fmt: skip
