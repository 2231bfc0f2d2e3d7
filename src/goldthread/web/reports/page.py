"""A report beside its pages, as values: what is doubtful first, then page by page, each fact with what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from goldthread.inspection import facts, reports
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.models import Plan, Report
from goldthread.inspection.reports import Held, Said
from goldthread.web.parts import Action, Tally
from goldthread.web.reports import telling

NOWHERE = 0  # the page of what does not stand in the report


@dataclass(frozen=True, slots=True)
class Box:
    """Where a fact stands on its page, in hundredths of the page's width and height."""

    fact: int
    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody said before: it was kept, and does not count any more."""

    what: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact. `changed` is how what stands differs from what was read, in stretches of words."""

    fact: int
    called: str
    says: str
    small: str
    quote: str
    mark: tuple[str, str] | None
    doubt: str
    who: str
    why: str
    changed: tuple[tuple[str, str], ...]
    earlier: tuple[Earlier, ...]
    waits: bool
    struck: bool
    read: int
    again: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The facts that rest on one page of the report. `sure` are those that may be confirmed together."""

    number: int
    rows: tuple[Row, ...]
    boxes: tuple[Box, ...]
    sure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A report laid out: `doubtful` pages first, then all the rest; `missing` are kinds of fact that were not found."""

    doubtful: tuple[Page, ...]
    rest: tuple[Page, ...]
    missing: tuple[tuple[str, str], ...]
    order: tuple[int, ...]


def lay_out(known: Sequence[Held]) -> Laid:
    first = [one for one in known if doubtful(one)]
    rest = [one for one in known if not doubtful(one)]
    doubtful_pages, other_pages = tuple(_pages(first)), tuple(_pages(rest))
    waiting = [row.fact for page in (*doubtful_pages, *other_pages) for row in page.rows if row.waits]
    there = {one.fact.kind for one in known if one.state != reports.STRUCK}
    missing = tuple((kind, name) for kind, name in facts.HEADINGS.items() if kind not in facts.MANY and kind not in there)
    return Laid(doubtful_pages, other_pages, missing, tuple(waiting))


def doubtful(one: Held) -> bool:
    return one.state == reports.WAITING and not one.fact.sure


def _pages(known: Iterable[Held]) -> Iterable[Page]:
    by_page: dict[int, list[Held]] = {}
    for one in known:
        by_page.setdefault(one.fact.page or NOWHERE, []).append(one)
    for number in sorted(by_page, key=lambda n: (n == NOWHERE, n)):
        some = by_page[number]
        sure = tuple(one.fact.pk for one in some if one.state == reports.WAITING and one.fact.sure)
        yield Page(number, tuple(map(row, some)), tuple(filter(None, map(box, some))), sure)


def row(one: Held) -> Row:
    fact, shown = one.fact, shows(one)
    again = any(telling.says_the_same(fact, value) for value in (shown, fact.read) if value is not None)
    return Row(
        fact.pk, telling.called(fact, shown), telling.says(fact.kind, shown), telling.details(fact, shown),
        "" if again else telling.quoted(fact), telling.DOUBTFUL if doubtful(one) else telling.MARKS.get(one.state), fact.doubt,
        f"{telling.DID[one.state]} by {telling.who(one.said)}" if one.said else "", one.said.why if one.said else "",
        _changed(one), tuple(_earlier(one)), one.state == reports.WAITING, one.state == reports.STRUCK,
        one.said.pk if one.said else 0, one.state in (reports.CORRECTED, reports.STRUCK) and fact.read is not None,
    )  # fmt: skip


def shows(one: Held) -> object:
    """The value that stands; of what was struck out the one that was read, or that somebody had said."""
    if one.value is not None or one.fact.read is not None:
        return one.fact.read if one.value is None else one.value
    return next((said.value for said in one.earlier if said.value is not None), None)


def _changed(one: Held) -> tuple[tuple[str, str], ...]:
    if one.state != reports.CORRECTED:
        return ()
    return tuple(telling.differences(telling.whole(one.fact, one.fact.read), telling.whole(one.fact, one.value)))


def _earlier(one: Held) -> Iterable[Earlier]:
    for said in one.earlier:
        what = "Struck out" if said.value is None else "Confirmed as read" if said.value == one.fact.read else f"“{telling.whole(one.fact, said.value)}”"
        yield Earlier(what, telling.who(said), said.why)


def box(one: Held) -> Box | None:
    """The rectangle round the words, a little wider than they are."""
    if not one.fact.box:
        return None
    left, top, right, bottom = (100 * part for part in one.fact.box)
    kind = "doubt" if doubtful(one) else "waits" if one.state == reports.WAITING else "out" if one.state == reports.STRUCK else "said"
    return Box(one.fact.pk, round(left - 0.7, 2), round(top - 0.4, 2), round(right - left + 1.4, 2), round(bottom - top + 0.8, 2), kind)


def tallies(known: Sequence[Held]) -> tuple[Tally, ...]:
    """The report in four numbers."""
    waiting = sum(one.state == reports.WAITING for one in known)
    unsure = sum(map(doubtful, known))
    said = sum(one.stands for one in known)
    other = sum(one.state in (reports.CORRECTED, reports.STRUCK, reports.ADDED) for one in known)
    return (
        Tally(waiting, "waiting for a person", "#pages" if waiting > unsure else "#doubtful", f"of {len(known)} facts"),
        Tally(unsure, "read with doubt", "#doubtful", "look at these first" if unsure else ""),
        Tally(said, "confirmed", "#pages", f"{other} corrected, added or struck out" if other else ""),
    )


def ways_on(report: Report, said: Said, counts: bool, leads: bool) -> tuple[Action, ...]:
    """What a confirmed report leads to. A plan answers a report about this service."""
    found = []
    if counts and report.ours and leads and said.recommendations:
        begun = Plan.objects.filter(report=report).exists()
        found.append(_action("The plan that answers it" if begun else "Make the plan", "plan", report.pk, primary=True))
    if said.authority and counts:
        found.append(_action("Where this stands in the history", "history", slug_of(said.authority)))
    return tuple(filter(None, found))


def _action(label: str, name: str, what: object, primary: bool = False) -> Action | None:
    try:
        return Action(label, reverse(name, args=[what]), primary)
    except NoReverseMatch:
        return None
