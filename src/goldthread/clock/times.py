"""Moments, days and how they are written for people in England."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def start_of(day: date) -> datetime:
    """The first moment of a day, in England's time."""
    return datetime.combine(day, time.min, LONDON)


def end_of(day: date) -> datetime:
    """The last moment of a day, in England's time."""
    return datetime.combine(day, time.max, LONDON)


def day_of(moment: date | datetime) -> date:
    """The day in England on which a moment falls."""
    if isinstance(moment, datetime):
        return moment.astimezone(LONDON).date()
    return moment


def after_hours(moment: datetime, number: int) -> datetime:
    """The moment so many elapsed hours later, in England's time: clock changes are real time passing."""
    return (moment.astimezone(UTC) + timedelta(hours=number)).astimezone(LONDON)


def plain_day(day: date) -> str:
    """'20 November 2026'."""
    return f"{day.day} {day:%B %Y}"


def spoken_day(day: date, near: date | None = None) -> str:
    """'Thursday 5 November', with the year where the day is not in the year of `near`."""
    said = f"{day:%A} {day.day} {day:%B}"
    return said if near and near.year == day.year else f"{said} {day.year}"


def spoken_time(moment: datetime) -> str:
    """'5:28pm', in England's time."""
    local = moment.astimezone(LONDON)
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{hour}:{local.minute:02}{half}" if local.minute else f"{hour}{half}"


def spoken_moment(moment: datetime, near: date | None = None) -> str:
    """'7pm on Monday 26 October'."""
    return f"{spoken_time(moment)} on {spoken_day(day_of(moment), near)}"
