"""The days of a duty as a calendar of weeks, the counted ones numbered: the same on Today and on a child's page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.clock.counting import CountedDay
from goldthread.duties import DEFAULTS, Occurrence, Settings
from goldthread.duties.explain import count_of
from goldthread.web import wording
from goldthread.web.parts import DayCell, Weeks

WEEK = timedelta(days=7)
MOST_WEEKS = 13
AFTER_DUE = 2 * WEEK  # of a duty that is long overdue the first weeks after its day are enough
NOT_A_CALENDAR = ("hour", "counted back", "set", "term", "until")
HEADS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a calendar is drawn from: an occurrence on a day, a word for the day its count begins, days on which it was tried.

    `past`: the day lies behind the reader, so that no day is today.
    """

    occurrence: Occurrence
    on: date
    first: str
    tried: Collection[date] = ()
    past: bool = False
    settings: Settings = DEFAULTS


def weeks(asked: Counted) -> Weeks | None:
    """The weeks from the first counted day to the due day, or to the day asked where that is later; None where they would not help."""
    o = asked.occurrence
    days = {c.day: c for c in count_of(o, asked.on, settings=asked.settings) if c.day <= o.due + AFTER_DUE}
    monday = o.counted_from - timedelta(days=o.counted_from.weekday())
    if any(word in o.span for word in NOT_A_CALENDAR) or o.due <= o.counted_from or not days or max(days) - monday > MOST_WEEKS * WEEK:
        return None
    wide = 5 if "working day" in o.span or "school day" in o.span else 7
    rows = [monday + week * WEEK for week in range((max(days) - monday).days // 7 + 1)]
    cells = [tuple(_cell(row + timedelta(days=n), days, asked) for n in range(wide)) for row in rows]
    named = [f"{row.day} {row:%b}" for row in rows]
    caption = f"The {'working days' if wide == 5 else 'days'}, counted from {wording.long_day(o.counted_from, asked.on)}"
    return Weeks(caption, tuple(zip(named, cells, strict=True)), HEADS[:wide])


def _cell(day: date, days: dict[date, CountedDay], asked: Counted) -> DayCell:
    found = days.get(day)
    return DayCell(kind="out") if found is None else DayCell(day.day, *_said(found, asked))


def _said(found: CountedDay, asked: Counted) -> tuple[str, str]:
    """The word and the kind of one day of the calendar."""
    o, day = asked.occurrence, found.day
    today, late = day == asked.on and not asked.past, day > o.due
    if day == o.counted_from:
        return asked.first, "seen"
    if day == o.met:
        return "done", "over" if late else "seen"
    if day == o.due:
        return "due today" if today else "due", "due"
    if day in asked.tried and not (today and late):
        return "tried", "tried"
    if found.ordinal is None and not today:
        return "not counted", "" if late else "out"
    return "today" if today else f"day {found.ordinal}", "over" if late else ""
