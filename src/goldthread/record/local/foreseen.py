"""What a number would do to what is owed now, worked out by the same engine from the same words, and counted only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from goldthread.duties import Occurrence, Settings, occurrences
from goldthread.duties.settings import Chosen
from goldthread.duties.shape import Duty
from goldthread.record.acting import settling
from goldthread.record.lives import read_lives
from goldthread.record.local import touched
from goldthread.record.local.checks import Choice, number_of
from goldthread.record.local.inforce import in_force
from goldthread.record.local.models import NUMBER
from goldthread.record.models import Occurrence as Stored

MOST = 1500  # children worked out for one preview: about a second


@dataclass(frozen=True, slots=True)
class Moved:
    """Of `children` who are owed one of these duties today, how many would have an earlier or a later day, and how many
    would be overdue who are not. `supposed`: as if the number had always held, because by its own day nothing of today moves.
    """

    children: int
    earlier: int = 0
    later: int = 0
    overdue: int = 0
    supposed: bool = False
    too_many: bool = False


@settling()
def foreseen(choice: Choice, now: datetime) -> Moved:
    """What this number would do, were it settled now. Raises Nonsense as settling does."""
    span, since = number_of(choice), choice.since or date.min
    duties, today = touched.duties(NUMBER, choice.name), now.date()
    people = owed_today(duties, today)
    if len(people) > MOST:
        return Moved(len(people), too_many=True)
    supposed = since > today
    settings = in_force()
    kept = tuple(c for c in settings.chosen if c.name != choice.name or (not supposed and c.since != since))
    would = replace(settings, chosen=(*kept, Chosen(choice.name, span, date.min if supposed else since)))
    moves = [move for life in read_lives(people).values() if (move := _move(life.spoken, duties, (settings, would), today))]
    return Moved(
        len(people), sum(m < 0 for m, _ in moves), sum(m > 0 for m, _ in moves), sum(late for _, late in moves), supposed,
    )  # fmt: skip


def owed_today(duties: Iterable[Duty], today: date) -> list[int]:
    """Those who are owed one of these duties on a day."""
    codes = {code for duty in duties for code in duty.codes}
    found = Stored.objects.filter(code__in=codes, met=None, ended=None, opened__lte=today)
    return sorted(set(found.exclude(lapses__lte=today).values_list("person", flat=True)))


def _move(spoken: Sequence, duties: tuple[Duty, ...], both: tuple[Settings, Settings], today: date) -> tuple[int, bool] | None:
    """By how many days the first of one child's duties would move, and whether one would be overdue that is not."""
    before, after = (_open(occurrences(spoken, duties, settings), today) for settings in both)
    days = [(after[key].due - o.due).days for key, o in before.items() if key in after and after[key].due != o.due]
    late = any(o.due < today for o in after.values()) and not any(o.due < today for o in before.values())
    return (min(days, key=abs), late) if days else None


def _open(found: Iterable[Occurrence], today: date) -> dict[tuple, Occurrence]:
    return {(o.code, o.opened, o.opened_by, o.place): o for o in found if o.opened <= today and o.owed_on(today)}
