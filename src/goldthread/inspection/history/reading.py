"""A day as a person writes it, with how exactly they say it."""

from datetime import date, datetime

from goldthread.inspection.history.values import DAY, MONTH, YEAR, When

WRITTEN = (
    (DAY, ("%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")),
    (MONTH, ("%B %Y", "%b %Y", "%Y-%m", "%m/%Y")),
    (YEAR, ("%Y",)),
)
FIRST_YEAR, LAST_YEAR = 1900, 2200


def when_of(words: str) -> When | None:
    """'23 May 2014', 'May 2014', '2014' as a When; None where it is none of these."""
    plain = " ".join(words.split())
    for exact, forms in WRITTEN:
        for form in forms:
            day = _read(plain, form)
            if day is not None:
                return When(day, exact=exact)
    return None


def _read(words: str, form: str) -> date | None:
    try:
        day = datetime.strptime(words, form).date()
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
