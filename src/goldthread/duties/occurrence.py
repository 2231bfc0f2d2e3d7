"""One time that one duty was owed to one person."""

from datetime import date, datetime
from typing import NamedTuple


class Occurrence(NamedTuple):
    """When it opened, was due, was met or ended, and by which entries. It does not depend on today: ask `state`.

    `opened` may lie in the future, as for a duty that opens on a sixteenth birthday. A duty may also stop by itself, on
    the birthday in `lapses`. So whether it is still owed is never `ended is None`: it is `owed_on(day)`.

    `since`      the day from which this version of the rule holds
    `plan_by`    the last working day on or before `due`
    `opened_by`, `met_by`, `unsure_by`, `ended_by`  entries; `opened_by` is "" where a birthday opened it
    `unsure`     the first day on which something may have met it and the record does not say
    `counted_from` the day the span is counted from; differs from `opened` where it runs from an earlier event
    `place`      which of the duty's occurrences this is in its stretch, from 0
    `span`       the length of time, in words
    """

    code: str
    since: date
    opened: date
    opened_at: datetime | None
    due: date
    due_at: datetime | None
    plan_by: date
    met: date | None
    met_at: datetime | None
    ended: date | None
    ended_by: int | str | None
    unsure: date | None
    opened_by: int | str
    met_by: int | str | None
    owner: str
    counted_from: date
    unsure_by: int | str | None
    place: int
    span: str
    lapses: date | None = None

    def over_by(self, day: date) -> date | None:
        """The day it ended undone, by an entry or by a birthday, if that had come by the end of a day."""
        over = self.ended if self.lapses is None else self.lapses
        return over if over is not None and over <= day else None

    def owed_on(self, day: date) -> bool:
        """Whether it had opened and was neither met nor over by the end of that day."""
        if self.met is not None and self.met <= day:
            return False
        return self.opened <= day and self.over_by(day) is None
