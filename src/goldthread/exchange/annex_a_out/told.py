"""What an earlier Annex A told of a child without days, and how long it is believed."""

from datetime import timedelta
from typing import Any

from goldthread.exchange.annex_a_out.known import Known

BELIEVED = timedelta(days=31)


def told(child: Known) -> Any:
    """The newest answers without days, if they are no older than a month at the inspection; else None.

    They stand in only for what no dated entry says: their six and twelve months end where they were told.
    """
    return child.latest("list_answers", lambda answers: child.on - answers.day <= BELIEVED)


def at_least(child: Known, kind: str, counted: int, since: int | None) -> int:
    """A number counted from dated entries, or the one told without days if that is larger. `since` is what came after it was told."""
    answers = told(child)
    said = getattr(answers, kind) if answers else None
    return counted if said is None else max(counted, said + (since or 0))
