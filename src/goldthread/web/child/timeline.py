"""The timeline: entries as lines, and stretches without any as lines of their own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import TextField

from goldthread.clock.calendars import working_days_in_england
from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.addresses import address_of
from goldthread.web.child import filters, lives
from goldthread.web.child.facts import relative_name, unquoted
from goldthread.web.child.filters import Asked
from goldthread.web.child.opening import CHILDS_WORDS, Opened
from goldthread.web.child.people import relation
from goldthread.web.child.titles import title
from goldthread.web.parts import Action, Chip, GapItem, LineItem, ThreeFact
from goldthread.web.said import Link, Part, Sentence, Strong

ON_ITS_PAGE = {"present", "invited", "told"}  # answers that say little away from their question
QUIET_ON_PLAN, QUIET = 10, 28  # days with nothing written about a child that make a line of their own
ONE_DAY = timedelta(days=1)
MANY = 20  # working days: more are easier read as weeks or months


@dataclass(frozen=True, slots=True)
class GapBetween:
    """Days with nothing written about the child, the first and the last of them; or days not open to us."""

    begins: date
    ends: date
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page prints. `total` is how many lines the chosen filter has, `items` those shown, gaps included."""

    items: list[LineItem | GapItem]
    shown: int
    total: int
    chips: list[Chip]
    asked: Asked
    periods: list[tuple[str, str]]
    writers: list[str]
    significant: int
    more: str = ""
    turned: str = ""
    cleared: str = ""


def timeline(opened: Opened, asked: Asked) -> Timeline:
    """The lines that were asked for, the newest first unless they are wanted the other way round."""
    entries = filters.narrowed(opened, asked)
    gaps = [] if asked.narrowed else gaps_of(opened)
    chosen = filters.chosen(entries, asked.show)
    total = len(gaps) if asked.show == filters.GAPS else len(chosen)
    items = _gap_items(gaps, asked) if asked.show == filters.GAPS else _items(opened, chosen, gaps if asked.show == "" else [], asked)
    more = opened.address("timeline", **asked.query(most=asked.most + filters.PAGE)) if total > asked.most else ""
    return Timeline(
        items=items, shown=min(total, asked.most), total=total, chips=filters.chips(opened, asked, entries, len(gaps)), asked=asked,
        periods=filters.periods(opened), writers=filters.writers(opened), significant=sum(w.significant for w in opened.entries), more=more,
        turned=opened.address("timeline", **asked.query(oldest_first=not asked.oldest_first)),
        cleared=opened.address("timeline") if asked.narrowed or asked.show else "",
    )  # fmt: skip


def _items(opened: Opened, entries: list[Written], gaps: list[GapBetween], asked: Asked) -> list[LineItem | GapItem]:
    dated: list[tuple[date, int, Written | GapBetween]] = [(w.day, 0, w) for w in entries]
    ordered = list(reversed(dated)) if asked.oldest_first else dated
    shown = ordered[: asked.most]
    if not shown:
        return []
    first, last = min(d for d, _, _ in shown), max(d for d, _, _ in shown)
    within = [(g.ends, 1, g) for g in gaps if first <= g.begins and g.ends <= last]
    lines = sorted([*shown, *within], key=lambda line: line[0], reverse=not asked.oldest_first) if within else shown
    return [_gap(things[0]) if isinstance(things[0], GapBetween) else _one(opened, things) for things in _joined([t for _, _, t in lines])]


def _joined(things: list[Written | GapBetween]) -> list[list[Any]]:
    """People confirmed on one day are one line; everything else stands alone."""
    lines: list[list[Any]] = []
    for thing in things:
        if lines and _person_of_day(thing) is not None and _person_of_day(lines[-1][0]) == _person_of_day(thing):
            lines[-1].append(thing)
        else:
            lines.append([thing])
    return lines


def _person_of_day(thing: Written | GapBetween) -> tuple[date, bool] | None:
    is_person = isinstance(thing, Written) and thing.kind.code == "relationship"
    return (thing.day, thing.significant) if is_person else None


def _one(opened: Opened, entries: list[Written]) -> LineItem:
    line = item(opened, entries[0])
    if len(entries) == 1:
        return line
    names: list[Part] = ["Confirmed: "]
    for place, entry in enumerate(entries):
        names += [", " if place else "", Link(f"{relative_name(entry)} ({relation(entry).split(',')[0].split(';')[0]})", opened.entry_address(entry.number))]
    return replace(line, title=tuple(names), star=None)


# One line


def item(opened: Opened, entry: Written) -> LineItem:
    """An entry as a line: what, the child's words, the rest, who wrote it down and when."""
    said = entry.kind.code in CHILDS_WORDS and entry.values.said.strip()
    return LineItem(
        day=wording.short_day(entry.day, opened.day),
        icon=entry.kind.icon,
        title=(Link(title(entry), opened.entry_address(entry.number)),),
        time=wording.clock_time(entry.at) if entry.at else "",
        facts=(*three_facts(entry, opened.first), *_lasted(entry, opened)),
        quote=unquoted(said) if said else "",
        words=main_words(entry),
        recorded=recorded(entry, opened),
        tag="as it was written then" if opened.past and entry.superseded_at else "",
        star=_star(entry, opened),
        starred=entry.significant,
    )


def three_facts(entry: Written, first: str) -> tuple[ThreeFact, ...]:
    """Made, seen and alone are three marks; an answer that is missing is said to be missing."""
    if entry.kind.code != "visit":
        return ()
    said = entry.values
    made = _mark(said.made, "visit made", "did not get in", "made: does not say")
    seen = _mark(said.child_seen, f"{first} seen", f"{first} not seen", f"{first} seen: does not say")
    alone = _mark(said.seen_alone, "alone", "not alone", "alone: does not say") if said.child_seen else None
    return tuple(fact for fact in (made, seen, alone, ThreeFact("met", "bedroom seen") if said.bedroom else None) if fact)


def _mark(answer: bool | None, yes: str, no: str, unsaid: str) -> ThreeFact:
    return {True: ThreeFact("met", yes), False: ThreeFact("ended", no)}.get(answer, ThreeFact("unsure", unsaid))


def _lasted(entry: Written, opened: Opened) -> tuple[ThreeFact, ...]:
    if not entry.kind.lasts or entry.kind.code == "relationship":
        return ()
    if entry.until is None or entry.until > opened.day:
        return (ThreeFact("", "goes on"),) if entry.day <= opened.day else ()
    return (ThreeFact("", f"until {wording.short_day(entry.until, opened.day)}"),)


def main_words(entry: Written) -> str:
    """The longer answers, except what the child said, which stands apart."""
    apart = {"said", *ON_ITS_PAGE} if entry.kind.code in CHILDS_WORDS else ON_ITS_PAGE
    texts = (getattr(entry.values, f.name) for f in entry.kind.questions() if isinstance(f, TextField) and f.name not in apart)
    return "\n".join(text.strip() for text in texts if text and text.strip())


def recorded(entry: Written, opened: Opened) -> Sentence:
    """'Priya Fenwater, recorded Mon 16 Nov, 2 working days later. Corrected once.'"""
    who = "From a file" if entry.origin else str(entry.by or "Goldthread")
    parts: list[Part] = [f"{who}, {_when_recorded(entry, opened)}"]
    if late := later_words(entry):
        parts += [", ", Strong(late)]
    if entry.version > 1:
        times = {2: "once", 3: "twice"}.get(entry.version, f"{entry.version - 1} times")
        parts += [". ", Link(f"Corrected {times}", f"{opened.entry_address(entry.number)}#versions")]
    return tuple(parts)


def _when_recorded(entry: Written, opened: Opened) -> str:
    written = wording.as_day(entry.entered_at)
    return "recorded the same day" if written == entry.day else f"recorded {wording.short_day(written, opened.day)}"


def later_words(entry: Written) -> str:
    """'2 working days later', '5 months later'; "" where it was written down by the next working day, came in a file, or lasts."""
    if entry.origin or entry.kind.lasts:
        return ""
    written = wording.as_day(entry.entered_at)
    late = working_days_in_england().between(entry.day, written)
    if late > MANY:
        return f"{wording.length((written - entry.day).days)} later"
    return f"{wording.count(late, 'working day')} later" if late > 1 else ""


def _star(entry: Written, opened: Opened) -> Action | None:
    if not opened.may_write:
        return None
    return Action("Significant" if entry.significant else "Mark", address_of("entry_mark", entry.number))


# Stretches without a line


def gaps_of(opened: Opened) -> list[GapBetween]:
    """Stretches with nothing recorded while the child was open to us, and those in which they were not, newest first."""
    days = sorted({w.day for w in opened.entries if w.day <= opened.day})
    stretches = lives.open_stretches(opened)
    plans = [(w.day, w.until or date.max) for w in opened.of("protection_plan")]
    found = [gap for pair in pairwise(days) for gap in _gap_in(*pair, stretches, plans)]
    closed = [GapBetween(ends + ONE_DAY, begins - ONE_DAY, True) for (_, ends), (begins, _) in pairwise(stretches) if (begins - ends).days > QUIET]
    return sorted([*found, *closed], key=lambda g: g.ends, reverse=True)


def _gap_in(before: date, after: date, stretches: Sequence[tuple[date, date]], plans: Iterable[tuple[date, date]]) -> Iterator[GapBetween]:
    if not any(begins <= before and after <= ends for begins, ends in stretches):
        return
    longest = QUIET_ON_PLAN if any(begins <= before and after <= ends for begins, ends in plans) else QUIET
    if (after - before).days - 1 >= longest:
        yield GapBetween(before + ONE_DAY, after - ONE_DAY)


def _gap(gap: GapBetween) -> GapItem:
    what = "Not open to children’s social care" if gap.closed else "Nothing recorded"
    return GapItem(
        wording.length((gap.ends - gap.begins).days + 1),
        f"{what} from {wording.short_day_with_year(gap.begins)} to {wording.short_day_with_year(gap.ends)}.",
    )


def _gap_items(gaps: list[GapBetween], asked: Asked) -> list[LineItem | GapItem]:
    ordered = reversed(gaps) if asked.oldest_first else gaps
    return [_gap(g) for g in ordered][: asked.most]
