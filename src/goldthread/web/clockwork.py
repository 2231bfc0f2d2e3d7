"""The one place in the pages where the time is read.

`GOLDTHREAD_NOW` in the settings fixes it: "2026-11-20T17:28" stands still; "2026-11-20T17:28 onwards" starts there and runs on
from `GOLDTHREAD_BEGAN`, which all processes of one server share. Without it the time is the real one.
"""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

ENGLAND = ZoneInfo("Europe/London")
ONWARDS = " onwards"


def now() -> datetime:
    """The moment this page is about, aware, in English time."""
    setting = str(settings.GOLDTHREAD_NOW or "")
    if not setting:
        return datetime.now(ENGLAND)
    start = _moment(setting.removesuffix(ONWARDS))
    return start + _running() if setting.endswith(ONWARDS) else start


def today() -> date:
    """The day of `now()` in England."""
    return now().date()


def real_seconds() -> float:
    """Seconds since 1970 as they pass outside: a sign-in lasts so long, whatever day a demonstration is told on."""
    return time.time()


def run_from(moment: datetime) -> None:
    """From now on the clock of this process, and of those it parts into, starts at a moment and runs on."""
    settings.GOLDTHREAD_NOW = f"{moment.isoformat()}{ONWARDS}"
    settings.GOLDTHREAD_BEGAN = time.time()


def _running() -> timedelta:
    return timedelta(seconds=time.time() - settings.GOLDTHREAD_BEGAN)


def _moment(text: str) -> datetime:
    """Reads a moment; one that names no zone is taken as English time. Raises ValueError for anything else."""
    moment = datetime.fromisoformat(text.strip())
    return moment.astimezone(ENGLAND) if moment.tzinfo else moment.replace(tzinfo=ENGLAND)
