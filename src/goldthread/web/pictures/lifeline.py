"""Draws a life on one line, once for wide screens and again, not shrunk, for a phone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from goldthread.web import wording
from goldthread.web.pictures import life as values
from goldthread.web.pictures.life import ASSESSED, Bar, Gap, Life, Mark, Quiet
from goldthread.web.pictures.marks import LIFT, mark
from goldthread.web.pictures.scale import Scale, scale
from goldthread.web.pictures.svg import element, line, picture, rect, text, text_width, titled

BAR = 26
HALF = BAR / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one drawing, in its own units."""

    name: str
    width: int
    left: float
    right: float
    first: float  # the middle of the first lane
    pitch: float
    names_above: bool
    radius: float
    years_large: int
    fold_words: tuple[str, str]


WIDE = Layout("wide", 1136, 112, 1126, 87, 46, False, 5.5, 2, ("years drawn small", "the last two years drawn large"))
NARROW = Layout("narrow", 324, 2, 314, 91, 50, True, 4.6, 1, ("years small", "this year large"))


@dataclass
class _Row:
    """One lane while it is drawn: its middle, and what already stands above it."""

    y: float
    above: list[tuple[float, float]] = field(default_factory=list)

    def write(self, words: str, x: float, right: float, cls: str, y: float, left: float = 0) -> str:
        """The words above the lane, moved in from the edges, or nothing where they would meet others."""
        width = text_width(words, bold="b" in cls.split())
        start = max(min(x, right - width), left)
        if any(start < taken_end + 4 and start + width > taken - 4 for taken, taken_end in self.above):
            return ""
        self.above.append((start, start + width))
        return text(words, start, y, cls)


def lifeline(life: Life, layout: Layout, name: str) -> str:
    """The picture. `name` is unique on the page. A life with nothing in it is an empty string."""
    lanes = life.used_lanes()
    if not lanes:
        return ""
    measure = scale(life.begins(), life.today, list(life.days()), layout.left, layout.right, layout.years_large)
    bottom = layout.first + layout.pitch * (len(lanes) - 1) + HALF + 14
    parts = [_hatching(name), *_ground(life, measure, layout, bottom)]
    for position, (key, label) in enumerate(lanes):
        parts += _lane(life, key, label, measure, layout, _Row(layout.first + position * layout.pitch), name)
    parts += _uprights(life, measure, layout, bottom)
    title = f"{wording.possessive(life.name)} life on one line. The same facts are in the table below."
    return picture(title, name, layout.width, bottom + 10, *parts)


def _hatching(name: str) -> str:
    stripes = rect(0, 0, 6, 6, "hatch-ground") + rect(0, 0, 2.4, 6, "hatch-stripe")
    pattern = element(
        "pattern",
        stripes,
        id=f"{name}-hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def _ground(life: Life, measure: Scale, layout: Layout, bottom: float) -> Iterator[str]:
    today = measure.x(life.today)
    yield rect(today, 30, max(layout.right - today, 0), bottom - 30, "mist")
    yield from (line(x, 30, x, bottom, "hair") for x, _ in measure.years())
    yield from _year_names(measure, layout)
    yield from _months(measure, layout, today, bottom)
    if measure.fold:
        yield from _fold(measure, layout, bottom)


def _year_names(measure: Scale, layout: Layout) -> Iterator[str]:
    yield text(str(measure.begins.year), layout.left, 22, "t2 s")
    stop = measure.fold_left - 24 if measure.fold else 0.0
    last = layout.left + 28
    for x, year in measure.years():
        if last + 28 < x < stop:
            yield text(str(year), x, 22, "t2 s", "middle")
            last = x + 28


def _months(measure: Scale, layout: Layout, today: float, bottom: float) -> Iterator[str]:
    months = list(measure.months())
    wide = (layout.right - measure.fold_right) / max(len(months), 1)
    written = measure.fold_right - 6 if measure.fold else layout.left + 34
    for x, month in months:
        if wide >= 8:
            yield line(x, 30, x, bottom, "month")
        named = month.month == 1 or (wide >= 12 and month.month in (4, 7, 10))
        words = _month_name(month, layout, wide)
        half = text_width(words) / 2
        at_fold = measure.fold is not None and x < measure.fold_right + 5
        start = x if at_fold else x - half
        if named and start > written and abs(start + half - today) > half + 24:
            yield text(words, start, 22, "t2 s")
            written = start + half * 2 + 8


def _month_name(month: date, layout: Layout, wide: float) -> str:
    if month.month != 1:
        return f"{month:%b}"
    return str(month.year) if layout.names_above or wide < 12 else f"Jan {month.year}"


def _fold(measure: Scale, layout: Layout, bottom: float) -> Iterator[str]:
    left, right = measure.fold_left, measure.fold_right
    yield rect(left, 30, right - left, bottom - 30, "paper")
    yield line(left, 30, left, bottom, "fold") + line(right, 30, right, bottom, "fold")
    small, large = layout.fold_words
    if left - text_width(small) > layout.left:
        yield text(small, left - 6, 44, "t2 s", "end")
    yield text(large, right + 6, 44, "t2 s")


def _lane(life: Life, key: str, label: str, measure: Scale, layout: Layout, row: _Row, name: str) -> Iterator[str]:
    if layout.names_above:
        yield row.write(label, 0, layout.right, "b s", row.y - 18)
    else:
        yield text(label, 0, row.y + 5, "b")
    yield line(layout.left, row.y, layout.right, row.y, "hair")
    for bar in sorted((bar for bar in life.bars if bar.lane == key), key=lambda bar: bar.starts, reverse=True):
        yield from _bar(bar, label, life.today, measure, layout, row)
    for gap in (gap for gap in life.gaps if gap.lane == key):
        yield _gap(gap, measure, layout, row, name)
    for quiet in (quiet for quiet in life.quiets if quiet.lane == key):
        yield _quiet(quiet, measure, layout, row)
    for one in (one for one in life.marks if one.lane == key):
        yield _mark(one, label, measure, layout, row)


def _bar(bar: Bar, lane: str, today: date, measure: Scale, layout: Layout, row: _Row) -> Iterator[str]:
    start, end = measure.x(bar.starts), measure.x(bar.ends or today)
    width = max(end - start - 1.2, 1.5)
    tone = "e1 outline" if bar.tone == ASSESSED else bar.tone
    until = wording.plain_day(bar.ends) if bar.ends else "now"
    says = f"{lane}: {bar.label}, {wording.plain_day(bar.starts)} to {until}"
    yield titled(says, rect(start, row.y - HALF, width, BAR, tone))
    yield _bar_words(bar, start, start + width, measure, layout, row)


def _bar_words(bar: Bar, start: float, end: float, measure: Scale, layout: Layout, row: _Row) -> str:
    pieces = [(start, end)]
    if measure.fold and start < measure.fold_left and end > measure.fold_right:
        pieces = [(measure.fold_right, end), (start, measure.fold_left)]
    for words in (bar.label, bar.short):
        for left, right in pieces:
            if words and right - left >= text_width(words) + 10:
                return text(words, left + 6, row.y + 5, "s inv" if bar.tone == "e3" else "s")
    if end < measure.fold_right or not (layout.names_above or bar.tone == ASSESSED):
        return ""
    words = bar.short or bar.label
    return row.write(words, end - text_width(words), layout.right, "t2 s", row.y - 18, measure.fold_right)


def _gap(gap: Gap, measure: Scale, layout: Layout, row: _Row, name: str) -> str:
    start, end = measure.x(gap.starts), measure.x(gap.ends)
    words = values.gap_words(gap)
    stripes = rect(start, row.y - HALF, max(end - start, 3.5), BAR, "hatch-edge", fill=f"url(#{name}-hatch)")
    return titled(words, stripes) + row.write(words, start, layout.right, "s b", row.y - 18, layout.left)


def _quiet(quiet: Quiet, measure: Scale, layout: Layout, row: _Row) -> str:
    start, end = measure.x(quiet.starts) + layout.radius + 3, measure.x(quiet.ends) - layout.radius - 3
    words = values.gap_words(quiet)
    if end - start < 6:
        return ""
    at = (start + end) / 2 - text_width(words, bold=True) / 2
    dots = titled(words, line(start, row.y, end, row.y, "quiet"))
    return dots + row.write(words, at, layout.right, "s b", row.y - 14, layout.left)


def _mark(one: Mark, lane: str, measure: Scale, layout: Layout, row: _Row) -> str:
    x = measure.x(one.day)
    small = measure.is_small(one.day)
    lifted = row.y - (LIFT if one.kind == values.NOT_SEEN else 0)
    shape = mark(one.kind, x, lifted, layout.radius * (0.58 if small else 1))
    says = f"{lane}: {one.label}, {values.MARKS[one.kind]}, {wording.full_day(one.day)}"
    booked = one.kind == values.BOOKED and not layout.names_above and x + 12 + text_width(one.label) < layout.width
    return titled(says, shape) + (text(one.label, x + 11, row.y + 5, "s") if booked else "")


def _uprights(life: Life, measure: Scale, layout: Layout, bottom: float) -> Iterator[str]:
    x = measure.x(life.today)
    yield line(x, 28, x, bottom, "thread")
    word = "Then" if life.past else "Today"
    half = text_width(word, bold=True) / 2
    yield text(word, min(x, layout.right - half), 22, "b s", "middle")
    yield line(layout.left, 30, layout.left, bottom, "ink")
