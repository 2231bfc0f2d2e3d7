"""One time that one duty was owed to one person."""

from datetime import date, datetime
from typing import NamedTuple


class Occurrence(NamedTuple):
    """When it opened, was due, was met or ended, and by which entries. It does not depend on today: ask `state`.

    `opened` and `ended` may lie in the future: a duty that opens on a sixteenth birthday, one that ends on the
    eighteenth. So "still owed" is never `ended is None`; it is `owed_on(day)`.

    `since`      the day from which this version of the rule holds
    `counted_from` the day the span is counted from; differs from `opened` where it runs from an earlier event
    `plan_by`    the last working day on or before `due`
    `opened_by`, `met_by`, `unsure_by`, `ended_by`  entries; "" where a date of the person opened or ended it
    `unsure`     the first day on which something may have met it and the record does not say
    `place`      which of the rule's steps this is, from 0
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

    def owed_on(self, day: date) -> bool:
        """Whether it had opened and was neither met nor ended by the end of that day."""
        done = self.met if self.met is not None else self.ended
        return self.opened <= day and (done is None or done > day)
