"""A few children on protection plans, some seen in time at the end of October and some not: for the tests of measures."""

from datetime import date

from tests.oversight.conftest import Office

END = date(2026, 10, 31)
BEGAN = date(2026, 9, 1)
PLAN = ("protection_plan", date(2026, 9, 2), {"latest_category": "NEG"})
IN_TIME, LATE = date(2026, 10, 28), date(2026, 9, 14)


def visit(day: date, seen: bool | None = True, alone: bool | None = True):
    return ("visit", day, {"made": True, "child_seen": seen, "seen_alone": alone})


def on_plan(office: Office, forename: str, *days: date, **more):
    """A child on a plan since 2 September, seen alone on these days."""
    return office.child(forename, more.pop("worker", office.priya), since=BEGAN, entries=[PLAN, *(visit(day) for day in days)], **more)


def some_children(office: Office) -> dict[str, int]:
    """Three seen in time, two not, and one of whom the last visit does not say."""
    seen = {name: on_plan(office, name, IN_TIME) for name in ("Ama", "Bo", "Esi")}
    late = {name: on_plan(office, name, LATE) for name in ("Kofi", "Rosa")}
    unsaid = office.child("Leo", office.huw, since=BEGAN, entries=[PLAN, visit(LATE), visit(IN_TIME, None, None)])
    return {**seen, **late, "Leo": unsaid}
