"""For which children it is better since an inspection, the same, or worse: the same children, then and now.

Where a measure counts something done again and again for a child, such as visits, its own occurrences are compared: how
many days went by from one to the next, in the six months before and in the time since. Other measures that look at
children on a day compare whether the child was counted then and is counted now. Where every month brings other children
there is nobody to compare.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldthread.clock.ages import add_months
from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import DEFAULTS, RULES, Duty, Occurrence, Settings, Spoken, as_known, occurrences
from goldthread.duties import words as w
from goldthread.duties.telling import span_of
from goldthread.measures.figures import Behind
from goldthread.measures.shape import Measure, Open
from goldthread.record.acting import counting
from goldthread.record.lives import Life, read_lives
from goldthread.record.local.inforce import in_force

BEFORE = 6  # months looked at before the inspection
SINCE_SAID = {
    w.social_worker.begins.name: ("the worker changed", "the worker changed {}"),
    w.placement.begins.name: ("moved once", "moved {}"),
    w.missing.begins.name: ("went missing once", "went missing {}"),
    w.visit_seen_unsaid.name: ("one visit does not say whether they were seen", "{} visits do not say whether they were seen"),
    w.visit_alone_unsaid.name: ("one visit does not say whether they were alone", "{} visits do not say whether they were alone"),
}
TIMES = {2: "twice", 3: "three times", 4: "four times"}


class Change(StrEnum):
    """What became of it for one child."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Compared:
    """One child then and now: mean days from one time to the next, or None where it is not that; and what else happened."""

    person: int
    change: Change
    then: float | None = None
    now: float | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Children:
    """The children there were then and still are, and how many of then are no longer there.

    `unit` is "working days" or "days" where times between are compared, "" where only being counted is. Without anybody
    to compare, `why` says so.
    """

    compared: tuple[Compared, ...] = ()
    gone: int = 0
    unit: str = ""
    why: str = ""

    def those(self, change: Change) -> list[Compared]:
        return [one for one in self.compared if one.change is change]


OTHERS = "Each month this counts other children, so nobody can be compared with themselves. The figures above are the answer."


def children(measure: Measure, then: Sequence[Behind], now: Sequence[Behind], since: date, on: date) -> Children:
    """The children behind a measure on the inspection's last day and now, each compared with themselves."""
    if not isinstance(measure.rows, Open):
        return Children(why=OTHERS)
    counted_then, counted_now = _well(measure, then), _well(measure, now)
    still = sorted(counted_then.keys() & counted_now.keys())
    if not still:
        return Children(gone=len(counted_then), why="None of the children there were then is there now.")
    with counting():  # of those whom the reader may not see only how many they are is shown
        lives = read_lives(still)
    rule, settings = repeating(measure), in_force()
    found = [compare(lives[person], rule, counted_then[person], counted_now[person], since, on, settings) for person in still]
    unit = ("working days" if span_of(str(_usual(rule))).by_calendar else "days") if rule else ""
    return Children(tuple(found), len(counted_then) - len(still), unit)


def _well(measure: Measure, rows: Iterable[Behind]) -> dict[int, bool | None]:
    """Whether it is well with each child: counted, or where less is better not counted. All of several rows must say so."""
    found: dict[int, bool | None] = {}
    for row in rows:
        before = found.get(row.person, True)
        here = not row.counted if measure.polarity == "lower" and row.counted is not None else row.counted
        found[row.person] = False if False in (before, here) else None if None in (before, here) else True
    return found


def repeating(measure: Measure) -> Duty | None:
    """The duty of a measure that is owed again and again, where there is one in force now."""
    return next((d for d in RULES if d.every is not None and d.up_to is None and set(d.codes) & set(measure.duties)), None)


def _usual(rule: Duty) -> object:
    number = rule.steps[0].within
    return getattr(number, "usual", number)


def compare(
    life: Life, rule: Duty | None, then: bool | None, now: bool | None, since: date, on: date, settings: Settings = DEFAULTS
) -> Compared:
    """One child, by the authority's settings. With a repeating duty by the time between, else by whether they were counted."""
    beside = _beside(life.spoken, since, on)
    if rule is None:
        return Compared(life.person, by_count(then, now), beside=beside)
    owed = occurrences(life.spoken, (rule,), settings)
    earlier = mean_gap(owed, rule, add_months(since, -BEFORE), since)
    later = mean_gap(owed, rule, since, on)
    return Compared(life.person, by_gap(earlier, later), earlier, later, beside)


def by_count(then: bool | None, now: bool | None) -> Change:
    """Whether it was well with the child then, and is now."""
    if then is None or now is None:
        return Change.CANNOT_TELL
    if then == now:
        return Change.SAME
    return Change.BETTER if now else Change.WORSE


def by_gap(then: float | None, now: float | None) -> Change:
    """Shorter is better; what rounds to the same number of days is the same."""
    if then is None or now is None:
        return Change.CANNOT_TELL
    before, after = round(then), round(now)
    return Change.SAME if before == after else Change.BETTER if after < before else Change.WORSE


def mean_gap(owed: Iterable[Occurrence], rule: Duty, after: date, until: date) -> float | None:
    """The mean time from one to the next of those that ended in a stretch; one that is overdue at its end counts as far as it got."""
    gaps = []
    for o in owed:
        if o.met is not None and after < o.met <= until:
            gaps.append(_days(rule, o.counted_from, o.met))
        elif o.owed_on(until) and after < o.due < until:
            gaps.append(_days(rule, o.counted_from, until))
    return sum(gaps) / len(gaps) if gaps else None


def _days(rule: Duty, start: date, end: date) -> int:
    by_calendar = span_of(str(_usual(rule))).by_calendar
    return working_days_in_england().between(start, end) if by_calendar else (end - start).days


def _beside(spoken: Iterable[Spoken], since: date, on: date) -> tuple[str, ...]:
    """What else happened to the child since: facts that may matter, not causes."""
    words = [s.word for s in as_known(spoken) if since < s.day <= on]
    said = [_times(words.count(word), *ways) for word, ways in SINCE_SAID.items()]
    tried = words.count(w.visit_made.name) - words.count(w.visit_child_seen.name) - words.count(w.visit_seen_unsaid.name)
    said.insert(0, _times(tried, "not seen on one visit", "not seen on {} visits", numbers=True))
    return tuple(filter(None, said))


def _times(number: int, once: str, often: str, numbers: bool = False) -> str:
    if number < 1:
        return ""
    if number == 1:
        return once
    return often.format(number if numbers or often.startswith("{}") else TIMES.get(number, f"{number} times"))
