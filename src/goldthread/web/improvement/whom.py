"""For which children it is better, as a page shows it: three numbers that open their children, and those for whom it is worse."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.cache import caches

from goldthread.duties.shape import until
from goldthread.duties.words import visit_seen_alone
from goldthread.inspection import children as comparing
from goldthread.inspection.children import Change, Children, Compared
from goldthread.inspection.progress import Tied
from goldthread.oversight.planned import SEEING
from goldthread.record.fresh import last_written
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.improvement.opening import address
from goldthread.web.measures import asking
from goldthread.web.said import Link

MOST = 4
BARS = {Change.BETTER: "gt-bar", Change.SAME: "gt-bar gt-bar--2", Change.WORSE: "gt-bar gt-bar--3", Change.CANNOT_TELL: "gt-bar gt-bar--4"}
SEEN_WORDS = {Change.BETTER: "seen more often", Change.SAME: "about the same", Change.WORSE: "seen less often", Change.CANNOT_TELL: "we cannot tell"}
ALONE_WORDS = {**SEEN_WORDS, Change.BETTER: "seen alone more often", Change.WORSE: "seen alone less often"}
SOONER_WORDS = {Change.BETTER: "sooner than before", Change.SAME: "about the same", Change.WORSE: "later than before", Change.CANNOT_TELL: "we cannot tell"}
COUNT_WORDS = {Change.BETTER: "better", Change.SAME: "the same", Change.WORSE: "worse", Change.CANNOT_TELL: "we cannot tell"}


@dataclass(frozen=True, slots=True)
class Bar:
    """How many children, and the address that shows them."""

    words: str
    number: int
    share: int
    css: str
    href: str


@dataclass(frozen=True, slots=True)
class ChildLine:
    """One child then and now."""

    child: Link
    age: str
    why: str


@dataclass(frozen=True, slots=True)
class Whom:
    """One measure's children. `lines` are the first for whom it is worse, as far as the reader may see them."""

    title: str
    heading: str
    all_href: str
    number: int
    bars: tuple[Bar, ...]
    gone: str
    why: str
    worse: str
    worse_number: int
    lines: tuple[ChildLine, ...]
    hidden: int


def of_measure(tied: Tied, since: date, on: date) -> Children:
    """The comparison behind a tied measure, kept until somebody writes in the record again."""
    told = f"{tied.measure!r} {since} {tied.now.day} {on}"
    key = f"whom:{last_written()}:{hashlib.sha256(told.encode()).hexdigest()[:32]}"
    found = caches["figures"].get(key)
    if found is None:
        then, now = (asking.behind(tied.measure.code, day) for day in (since, tied.now.day))
        found = comparing.children(tied.measure, then, now, since, on)
        caches["figures"].set(key, found)
    return found


def words_of(tied: Tied) -> dict[Change, str]:
    rule = comparing.repeating(tied.measure)
    if rule is None:
        return COUNT_WORDS
    if visit_seen_alone in until(rule):
        return ALONE_WORDS
    return SEEN_WORDS if SEEING & set(until(rule)) else SOONER_WORDS


def whom(reach: Reach, tied: Tied, since: date) -> Whom:
    """The children of one measure, then and now."""
    found = of_measure(tied, since, tied.now.day)
    words = words_of(tied)
    most = max((len(found.those(change)) for change in Change), default=0) or 1
    worse = worst_first(found.those(Change.WORSE))
    seen = reach.standings_seen([one.person for one in worse])
    shown = [one for one in worse if one.person in seen]
    return Whom(
        tied.measure.title, f"in {since:%B}", _href(tied), len(found.compared),
        tuple(_bar(change, len(found.those(change)), most, words, tied) for change in Change if found.compared and (found.those(change) or change is not Change.CANNOT_TELL)),
        f"{wording.count(found.gone, 'child', 'children')} counted then {'is' if found.gone == 1 else 'are'} counted no longer." if found.gone else "",
        found.why, words[Change.WORSE], len(worse), tuple(line(one, seen[one.person], found.unit, reach.today) for one in shown[:MOST]),
        len(worse) - len(shown),
    )  # fmt: skip


def _bar(change: Change, number: int, most: int, words: dict[Change, str], tied: Tied) -> Bar:
    return Bar(words[change], number, round(100 * number / most), BARS[change], _href(tied, change) if number else "")


def _href(tied: Tied, change: Change | None = None) -> str:
    return address("recommendation_children", tied.tie.pk, more=f"?change={change.name.lower()}" if change else "")


def worst_first(found: Sequence[Compared]) -> list[Compared]:
    """By how much longer it became."""
    return sorted(found, key=lambda one: ((one.then or 0) - (one.now or 0), one.person))


def line(one: Compared, child: Standing, unit: str, today: date) -> ChildLine:
    return ChildLine(naming.link(child), naming.age(child, today), why(one, unit))


def why(one: Compared, unit: str) -> str:
    """'every 12 working days, was 9. The worker changed twice; not seen on one visit.'"""
    if unit and one.now is not None and one.then is not None:
        said = f"every {round(one.now)} {unit}, was {round(one.then)}."
    elif unit and one.now is not None:
        said = f"every {round(one.now)} {unit}; nothing to compare it with."
    else:
        said = "" if one.change is not Change.CANNOT_TELL else "not enough is written down to compare."
    also = "; ".join(one.beside)
    return f"{said} {also[:1].upper()}{also[1:]}.".strip() if also else said
