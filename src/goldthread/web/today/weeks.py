"""The days of a duty as a calendar of weeks, the counted ones numbered."""

from datetime import date, timedelta

from goldthread.clock.counting import CountedDay
from goldthread.duties import Occurrence
from goldthread.duties.explain import Explanation, count_of
from goldthread.web import wording
from goldthread.web.parts import DayCell, Weeks

WEEK = timedelta(days=7)
MOST_WEEKS = 10
NOT_A_CALENDAR = "hour"


def weeks(o: Occurrence, told: Explanation, today: date, first: str) -> Weeks | None:
    """From the day it is counted from (`first` says why in a word) to the due day or, where that has passed, today.

    None where a calendar would not help.
    """
    last = max(o.due, today)
    monday = o.counted_from - timedelta(days=o.counted_from.weekday())
    if NOT_A_CALENDAR in o.span or o.due <= o.counted_from or last - monday > MOST_WEEKS * WEEK:
        return None
    days = Days({c.day: c for c in count_of(o, today)}, {f.day for f in told.partly}, o, today, first)
    firsts = [monday + week * WEEK for week in range((last - monday).days // 7 + 1)]
    rows = tuple((wording.short_day(f).split(" ", 1)[1], tuple(days.cell(f + timedelta(days=n)) for n in range(days.wide))) for f in firsts)
    heads = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[: days.wide]
    counted = "Working days" if days.wide == 5 else "Days"
    return Weeks(f"{counted} since {wording.long_day(o.counted_from, today)}", rows, heads)


class Days:
    """Each day of the calendar in a word or two."""

    def __init__(self, counted: dict[date, CountedDay], tried: set[date], o: Occurrence, today: date, first: str) -> None:
        self.counted, self.tried, self.o, self.today, self.first = counted, tried, o, today, first
        self.wide = 5 if "working day" in o.span or "school day" in o.span else 7

    def cell(self, day: date) -> DayCell:
        found = self.counted.get(day)
        if found is None:
            return DayCell(kind="out")
        words, kind = self._said(day, found)
        return DayCell(day.day, words, kind)

    def _said(self, day: date, found: CountedDay) -> tuple[str, str]:
        if day == self.o.counted_from:
            return self.first, "seen"
        if day == self.today and day > self.o.due:
            return "today", "over"
        if day == self.o.due:
            return ("due today" if day == self.today else "due"), "due"
        if day in self.tried:
            return "tried", "tried"
        if found.ordinal is None:
            return "not counted", ""
        return ("today" if day == self.today else f"day {found.ordinal}"), ""
