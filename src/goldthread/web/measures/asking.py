"""The one door of these pages to the measures and their figures."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.http import Http404

from goldthread.clock.ages import add_months
from goldthread.clock.times import end_of
from goldthread.inspection.models import Report
from goldthread.inspection.models.reports import ENDED
from goldthread.inspection.reports import day_or_none, held_of
from goldthread.measures import figures as counting
from goldthread.measures.cohort import Cohort
from goldthread.measures.definitions import CANNOT, MEASURES
from goldthread.measures.figures import Behind, Figure, month_ends
from goldthread.measures.shape import Cannot, Measure
from goldthread.measures.sources import Postgres
from goldthread.web.measures.counting import exactly

YEAR, FIVE_YEARS = 13, 61  # months, with the same month of the year before


def every() -> list[Measure]:
    """All measures in the order of the book."""
    return list(MEASURES.values())


def cannot() -> Sequence[Cannot]:
    """What people ask for and the record cannot answer."""
    return CANNOT


def one(code: str) -> Measure:
    """The measure with this code; a page that is not there otherwise."""
    if code not in MEASURES:
        raise Http404(f"There is no measure {code}.")
    return MEASURES[code]


def last_month(today: date) -> date:
    """The last day of the newest month that is over."""
    return today if (today + timedelta(days=1)).day == 1 else today.replace(day=1) - timedelta(days=1)


def months(last: date, number: int) -> list[date]:
    """The last days of so many months up to one, oldest first."""
    return month_ends(last, number)


def asked_month(text: str, today: date) -> date:
    """The last day of the month in an address ("2026-10"); of the newest whole month where it names none that is over."""
    newest = last_month(today)
    try:
        first = date.fromisoformat(f"{text}-01")
        asked = add_months(first, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return newest
    return asked if asked.year > 1990 and asked <= newest else newest


def figures(codes: Iterable[str], days: Sequence[date], by: str = "", cohort: Cohort | None = None) -> dict[str, list[Figure]]:
    """The figures of each measure on these days, by its code, as the record is now."""
    return exactly(codes, days, by, cohort)


def known_then(code: str, days: Iterable[date]) -> list[Figure] | None:
    """The figure of each day as it was known at its end; None for a measure of duties, which are worked out from what is known now."""
    source = Postgres()
    try:
        return [counting.figures(source, [code], [day], known=end_of(day))[0] for day in days]
    except counting.CannotReplay:
        return None


def inspected() -> date | None:
    """The last day of our own newest inspection that somebody has confirmed."""
    held = held_of(Report.objects.filter(ours=True), (ENDED,)).values()
    days = [day_or_none(fact.value) for facts in held for fact in facts if fact.stands]
    return max((day for day in days if day), default=None)


def behind(code: str, day: date, by: str = "", group: str = "", cohort: Cohort | None = None) -> list[Behind]:
    """The rows behind one figure."""
    return counting.children(Postgres(), code, day, by, group, cohort)
