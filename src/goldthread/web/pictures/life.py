"""A life on one line, as values: what is drawn, and the same facts as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from goldthread.web import wording

CALL, CALL_NOTHING, SEEN_ALONE, SEEN, NOT_SEEN, MEETING, BOOKED, EVENT = (
    "call", "call_nothing", "seen_alone", "seen", "not_seen", "meeting", "booked", "event",
)  # fmt: skip

MARKS = {
    CALL: "call that led to work",
    CALL_NOTHING: "call, no further action",
    SEEN_ALONE: "seen alone",
    SEEN: "seen",
    NOT_SEEN: "visited, not seen",
    MEETING: "meeting",
    BOOKED: "booked",
    EVENT: "something that happened",
}

TONES = ("e1", "e2", "e3", "e4", "e5")
ASSESSED = "assessed"


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasted. `ends` is None while it lasts; `tone` is one of TONES, or ASSESSED for a dashed frame."""

    lane: str
    label: str
    starts: date
    ends: date | None = None
    tone: str = "e1"
    short: str = ""
    source: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on one day. `kind` is a key of MARKS."""

    lane: str
    label: str
    day: date
    kind: str
    source: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch where something was owed and nothing is recorded: striped, named with its length."""

    lane: str
    label: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Quiet:
    """A stretch between two marks that is longer than it should be: dotted, named with its length."""

    lane: str
    label: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Life:
    """Everything on one child's line. `lanes` is (key, label) from top to bottom; `past` where the page shows an earlier day."""

    name: str
    today: date
    lanes: tuple[tuple[str, str], ...]
    born: date | None = None
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    gaps: tuple[Gap, ...] = ()
    quiets: tuple[Quiet, ...] = ()
    past: bool = False

    def days(self) -> Iterable[date]:
        """Every day on which something on the line began or happened."""
        yield from (bar.starts for bar in self.bars)
        yield from (mark.day for mark in self.marks)

    def begins(self) -> date:
        """The day the line starts: birth, or the first thing known."""
        known = [day for day in (self.born, *self.days()) if day is not None and day <= self.today]
        return min(known, default=self.today)

    def used_lanes(self) -> tuple[tuple[str, str], ...]:
        """The lanes with anything in them."""
        used = {part.lane for part in (*self.bars, *self.marks, *self.gaps, *self.quiets)}
        return tuple(lane for lane in self.lanes if lane[0] in used)


class Row(NamedTuple):
    """One fact of the picture as a table row, days in words."""

    what: str
    starts: str
    ends: str
    source: str
    href: str


def gap_words(gap: Gap | Quiet) -> str:
    """'No address known, 21 days' and '9 weeks, no visit'."""
    lasted = wording.length((gap.ends - gap.starts).days)
    return f"{gap.label}, {lasted}" if isinstance(gap, Gap) else f"{lasted}, {gap.label}"


def rows(life: Life) -> list[Row]:
    """The facts of the line in the order of their days, with the name of their lane."""
    named = dict(life.lanes)
    dated = [(bar.starts, _bar_row(bar, named)) for bar in life.bars]
    dated += [(mark.day, _mark_row(mark, named)) for mark in life.marks]
    dated += [(gap.starts, _gap_row(gap)) for gap in (*life.gaps, *life.quiets)]
    return [row for _, row in sorted(dated, key=lambda pair: pair[0])]


def _bar_row(bar: Bar, named: dict[str, str]) -> Row:
    ends = wording.short_day_with_year(bar.ends) if bar.ends else "now"
    return Row(f"{named[bar.lane]}: {bar.label}", wording.short_day_with_year(bar.starts), ends, bar.source, bar.href)


def _mark_row(mark: Mark, named: dict[str, str]) -> Row:
    day = wording.short_day_with_year(mark.day)
    return Row(f"{named[mark.lane]}: {mark.label} ({MARKS[mark.kind]})", day, "", mark.source, mark.href)


def _gap_row(gap: Gap | Quiet) -> Row:
    starts, ends = wording.short_day_with_year(gap.starts), wording.short_day_with_year(gap.ends)
    return Row(f"{gap_words(gap)} (gap)", starts, ends, "nothing recorded", "")
