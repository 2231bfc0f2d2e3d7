"""What conditions may say about time, in square brackets, and the columns it turns into.

    [day] [start]                       the day asked about; the first day of the period
    [24 months ago] [28 days ago] [46 working days ago]
                                        the latest day on which something that has lasted so long can have begun
    [16 years old]                      the latest birthday of somebody who is 16 on the day asked about
    [12 months after x.day]             the end of a span that begins with a day of the row
    [16 years of p.born]                the birthday of the person; [16.5 years of p.born] half a year later
    [20 weeks of p.expected]            so many weeks of pregnancy
    [working days from x.a to x.b]      working days after one day and no later than another

No engine counts months, birthdays or working days: the first three are worked out in Python for the days asked about,
the others are read from the calendar table.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from goldthread.clock.ages import add_months, reaches
from goldthread.clock.calendars import working_days_in_england
from goldthread.measures.shape import Period

ONE_DAY = timedelta(days=1)
BRACKET = re.compile(r"\[([^\]]+)\]")
COLUMN = r"([a-z]\w*\.\w+)"
AGO = re.compile(r"(\d+) (months|days|working days) ago")
OLD = re.compile(r"(\d+) years old")
AFTER = re.compile(rf"(\d+) (months|days) after {COLUMN}")
BIRTHDAY = re.compile(rf"([\d.]+) years of {COLUMN}")
PREGNANT = re.compile(rf"(\d+) weeks of {COLUMN}")
WORKING = re.compile(rf"working days from {COLUMN} to {COLUMN}")

MONTHS = (3, 4, 6, 12, 24)
BIRTHDAYS = ("4", "5", "16", "16.5", "17", "18", "19", "20", "21", "22", "23", "24", "25")
BACK = (1, 5, 10, 16, 18)  # years, for age bands


def long_ago(day: date, months: int) -> date:
    """The latest day whose span of so many months has run out by `day`."""
    found = add_months(day, -months)
    while add_months(found + ONE_DAY, months) <= day:
        found += ONE_DAY
    return found


def worked(day: date, number: int) -> date:
    """The latest day after which there have been so many working days by `day`."""
    counted = working_days_in_england()
    last = counted.on_or_before(day)
    return (counted.add(last, 1 - number) if number > 1 else last) - ONE_DAY


def aged(day: date, years: int) -> date:
    """The latest birth date of somebody who has reached an age by `day`."""
    found = add_months(day, -12 * years)
    while reaches(found + ONE_DAY, years) <= day:
        found += ONE_DAY
    return found


def start_of(period: Period, day: date) -> date:
    """The first day of the period that ends with `day`."""
    match period:
        case Period.DAY:
            return day
        case Period.FROM_APRIL:
            return date(day.year - (day < date(day.year, 4, 1)), 4, 1)
    months = {Period.MONTH: 1, Period.SIX_MONTHS: 6, Period.YEAR: 12, Period.THREE_YEARS: 36}[period]
    return add_months(day + ONE_DAY, -months)


@dataclass(slots=True)
class Lines:
    """Turns the brackets of one measure into columns, and gathers what they need."""

    columns: dict[str, tuple[str, int]] = field(default_factory=dict)
    calendars: dict[str, str] = field(default_factory=dict)

    def read(self, text: str) -> str:
        """The condition with every bracket replaced; ValueError names one that is not understood."""
        return BRACKET.sub(lambda found: self._column(found[1]), text)

    def joins(self) -> str:
        """The calendar, joined once for each column of the row that it is asked about."""
        return "".join(f"\n  LEFT JOIN measures_calendar {name} ON {name}.day = {of}" for of, name in self.calendars.items())

    def of_day(self, day: date) -> list[date]:
        """The values, for one day asked about, of the columns that were gathered."""
        return [self._ago(day, *what) for what in self.columns.values()]

    def _column(self, said: str) -> str:
        if said in ("day", "start"):
            return f"d.{said}"
        if found := AGO.fullmatch(said):
            return self._of_day(found[2].split()[0], int(found[1]))
        if found := OLD.fullmatch(said):
            return self._of_day("aged", int(found[1]))
        return self._of_row(said)

    def _of_row(self, said: str) -> str:
        if found := AFTER.fullmatch(said):
            return f"({found[3]} + {found[1]})" if found[2] == "days" else self._calendar(found[3], f"months_{found[1]}")
        if found := BIRTHDAY.fullmatch(said):
            return self._calendar(found[2], "aged_" + found[1].replace(".", "_"))
        if found := PREGNANT.fullmatch(said):
            return f"({found[2]} - {280 - 7 * int(found[1])})"
        if found := WORKING.fullmatch(said):
            return f"({self._calendar(found[2], 'working')} - {self._calendar(found[1], 'working')})"
        raise ValueError(f"[{said}] is not understood. goldthread.measures.lines lists what can be said.")

    def _of_day(self, unit: str, number: int) -> str:
        self.columns[f"{unit}_{number}"] = (unit, number)
        return f"d.{unit}_{number}"

    def _calendar(self, of: str, column: str) -> str:
        name = self.calendars.setdefault(of, f"c{len(self.calendars)}")
        return f"{name}.{column}"

    @staticmethod
    def _ago(day: date, unit: str, number: int) -> date:
        match unit:
            case "days":
                return day - timedelta(days=number)
            case "working":
                return worked(day, number)
            case "months":
                return long_ago(day, number)
            case _:
                return aged(day, number)
