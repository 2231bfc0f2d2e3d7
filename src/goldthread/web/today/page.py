"""Today as values: the rows in their groups, the first lines, and the coming days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.clock.spans import working_days
from goldthread.oversight.asked import ANSWER
from goldthread.oversight.worklist import Owed, Worklist, ahead
from goldthread.web import naming, wording
from goldthread.web.parts import DayAhead, DutyGroup, DutyRow
from goldthread.web.said import Link, Part, Sentence
from goldthread.web.today import ways
from goldthread.web.today.rows import one_first, row, rows
from goldthread.web.today.telling import Telling

MOST = 20  # rows of a group on the page; the rest are at their own address
OPEN_BOTH = 2  # so few overdue rows are all open; of more only the first
FULL = 3  # a day with so many, and more than any other, is marked


def without(found: Worklist, code: str) -> Worklist:
    """The list without one duty, such as warnings, which stand above it."""
    return Worklist(*([r for r in group if r.code != code] for group in (found.overdue, found.today, found.unknown, found.soon, found.later)))


def list_of(found: Worklist) -> Worklist:
    return without(found, ANSWER)


def shown(found: Worklist) -> list[Owed]:
    """The rows on the page, in order."""
    return [r for name in ("overdue", "today", "unknown", "soon") for r in getattr(found, name)[:MOST]]


def groups(found: Worklist, telling: Telling) -> tuple[DutyGroup, ...]:
    """The groups of the day that are not empty."""
    made = ((name, getattr(found, name)) for name in ("overdue", "today", "unknown", "soon"))
    return tuple(_group(name, rows_, telling) for name, rows_ in made if rows_)


def _group(name: str, found: Sequence[Owed], telling: Telling) -> DutyGroup:
    some = found[:MOST]
    made = _overdue(some, telling) if name == "overdue" else rows(some, telling)
    href = ways.listed(group=name) if len(found) > MOST else f"#{ways.ANCHORS[name]}"
    return DutyGroup(ways.GROUPS[name], made, ways.ANCHORS[name], href, len(found))


def _overdue(found: Sequence[Owed], telling: Telling) -> tuple[DutyRow, ...]:
    return one_first(row(owed, telling, opened=place == 0 or len(found) <= OPEN_BOTH) for place, owed in enumerate(found))


def by_child(found: Iterable[Owed], telling: Telling) -> tuple[DutyGroup, ...]:
    """The same rows under the children they are owed to, brothers and sisters together, what is most late first."""
    families: dict[object, list[Owed]] = {}
    for owed in found:
        child = owed.children[0]
        families.setdefault(child.person.family or ("one", child.person_id), []).append(owed)
    return tuple(_family(f"child-{n}", some, telling) for n, some in enumerate(families.values(), 1))


def _family(anchor: str, found: Sequence[Owed], telling: Telling) -> DutyGroup:
    children = {child.person_id: child for owed in found for child in owed.children}
    eldest = sorted(children.values(), key=lambda c: (c.born or date.max, c.person_id))
    return DutyGroup(naming.listed(eldest), rows(found, telling), anchor, f"#{anchor}")


def lede(found: Worklist, today: date, by_child: bool = False) -> Sentence:
    """'Friday 20 November 2026. 1 overdue, 2 due today, …', each count opening its group, or by child its list."""
    counts = (("overdue", "overdue"), ("today", "due today"), ("unknown", "we cannot tell"), ("soon", "in the next five working days"))
    links = [
        Link(f"{len(getattr(found, name))} {words}", ways.listed(group=name) if by_child else f"#{ways.ANCHORS[name]}")
        for name, words in counts if getattr(found, name)
    ]  # fmt: skip
    parts: list[Part] = [f"{wording.full_day(today)}"]
    for place, link in enumerate(links):
        parts += [". " if place == 0 else ", ", link]
    return (*parts, ".") if links else tuple(parts)


def more(found: Worklist, today: date) -> Sentence:
    """'Showing 9 of 20. Show the 11 after Friday 27 November'"""
    count, everything = len(shown(found)), len(found.everything)
    if count == everything:
        return f"Showing all {everything}." if everything > 1 else ""
    horizon = wording.long_day(working_days(5).due(today))
    parts: list[Part] = [f"Showing {count} of {everything}. "]
    if found.later:
        parts.append(Link(f"Show the {len(found.later)} after {horizon}", ways.listed(group="later")))
    else:
        parts.append(Link(f"Show all {everything}", ways.listed()))
    return tuple(parts)


# The coming days


@dataclass(frozen=True, slots=True)
class Coming:
    """The next ten working days as counts, and a sentence under them."""

    days: tuple[DayAhead, ...]
    words: Sentence


def coming(found: Worklist, today: date) -> Coming:
    """How many duties fall due on each of the next ten working days; the fullest is marked."""
    counted = ahead(found.everything, today)
    most = max(number for _, number in counted)
    full = next((day for day, number in counted if number == most), today) if most >= FULL else None
    days = tuple(DayAhead(_short(day), number, ways.listed(day=day), day == full) for day, number in counted)
    said = f" {wording.long_day(full)} has {most}: do one sooner?" if full else ""
    return Coming(days, f"Duties by the day they are due.{said}")


def _short(day: date) -> str:
    return f"{day:%a} {day.day}"


def due_on(found: Worklist, day: date) -> list[Owed]:
    """What falls due on a working day, with what falls on the days off after it."""
    following = working_days(1).due(day)
    return [owed for owed in found.everything if day <= owed.due < following]


def goodbye(today: date, hour: int) -> str:
    """'Have a good weekend.', 'Have a good evening.', or nothing while the day is long."""
    if hour < 15:
        return ""
    return "Have a good weekend." if working_days(1).due(today) - today > timedelta(days=1) else "Have a good evening."
