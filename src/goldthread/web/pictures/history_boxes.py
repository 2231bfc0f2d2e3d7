"""The boxes of the picture of a history: each scale by itself. No grade has a colour and no line leaves a box."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from goldthread.inspection.history.gathering import Inspection
from goldthread.inspection.history.scales import BOXES, OVERALL, SCALES, Box, scale_of
from goldthread.inspection.history.values import YEAR, Claim, When
from goldthread.web import wording
from goldthread.web.pictures.history_values import GAP, LEFT, LINE, PAD, RIGHT, Frame, Years, cut, spread, wrapped
from goldthread.web.pictures.svg import circle, element, line, rect, text, text_width

LEAST = 250.0
STAR = "m10 1.8 2.5 5.3 5.7.8-4.1 4.1 1 5.8L10 15l-5.1 2.8 1-5.8L1.8 7.9l5.7-.8Z"
BIG, SMALL = 7.0, 4.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A box that knows its size and, once it has a top, what is in it."""

    frame: Frame
    inside: Callable[[Frame], list[str]]
    high: bool = False


def sheet(frame: Frame) -> str:
    return rect(frame.left, frame.top, frame.right - frame.left, frame.height, "sheet gt-hist__box", rx=4)


def heading(frame: Frame, name: str, notes: Sequence[str] = ()) -> list[str]:
    lines = [text(note, frame.left + PAD, frame.top + 35 + LINE * n, "t2 s") for n, note in enumerate(notes)]
    return [text(name, frame.left + PAD, frame.top + 19, "s b"), *lines]


def when_words(when: When) -> str:
    """'May 2014', or the year where no more is known."""
    return f"{when.place:%b %Y}" if when.exact != YEAR else when.words


# Scales that were used before there was one framework


def in_words(claims: Sequence[Claim], left: float, right: float) -> Drawing:
    """What was said where nothing was graded."""
    lines = [row for claim in claims for row in wrapped(f"{claim.when.words}: {claim.short or claim.words}", right - left - 2 * PAD, most=4)]
    frame = Frame(left, right, 30 + LINE * len(lines) + 8)
    return Drawing(frame, lambda at: heading(at, BOXES["words"].name, lines))


def stars(claims: Sequence[Claim], left: float, right: float) -> Drawing:
    """A row of three stars for each rating."""

    def inside(at: Frame) -> list[str]:
        return heading(at, BOXES["stars"].name) + [part for n, claim in enumerate(claims) for part in _stars(claim, at, at.top + 34 + 26 * n)]

    return Drawing(Frame(left, right, 38 + 26 * len(claims)), inside)


def _stars(claim: Claim, at: Frame, top: float) -> list[str]:
    won = int(claim.grade) if claim.grade.isdigit() else 0
    row = [element("path", cls="m" if n < won else "mo", d=STAR, transform=f"translate({at.right - 82 + 25 * n:.1f} {top - 5:.1f}) scale(1.1)") for n in range(3)]
    said = SCALES["stars"].grade(claim.grade)
    return [text(f"{claim.when.words}: {said}", at.left + PAD, top + 12, "s"), *row]


def ladder(box: Box, found: Sequence[Inspection], years: Years, left: float, right: float) -> Drawing:
    """A scale of few inspections with a mark each, its year beside it."""
    scale = scale_of(found[0].graded[0].scale)
    grades = list(dict.fromkeys([*(code for code, _ in scale.grades), *(claim.grade for one in found for claim in one.graded)]))[::-1]
    marks = sorted({(one.when, claim.grade) for one in found for claim in one.graded}, key=lambda mark: mark[0].place)
    room = text_width("2000") + 6

    def inside(at: Frame) -> list[str]:
        rows = {grade: at.top + 56 + 30 * n for n, grade in enumerate(grades)}
        wanted = [(years.x(when.place), BIG, BIG + room) for when, _ in marks]
        dated = spread(wanted, at.left + 4, at.right - 4, 4)
        places = dated or spread([(x, 5.0, 5.0) for x, _, _ in wanted], at.left + 4, at.right - 4, 1) or [x for x, _, _ in wanted]
        lines = [part for grade, y in rows.items() for part in _rung(at, y, scale.grade(grade))]
        dots = [part for (when, grade), x in zip(marks, places, strict=True) for part in _dated(x, rows[grade], when if dated else None)]
        return heading(at, box.name) + lines + dots

    return Drawing(Frame(left, right, 56 + 30 * (len(grades) - 1) + 16), inside)


def _rung(at: Frame, y: float, words: str) -> list[str]:
    return [line(at.left + PAD, y, at.right - PAD, y, "hair"), text(words, at.left + PAD, y - 10, "t2 s")]


def _dated(x: float, y: float, when: When | None) -> list[str]:
    if when is None:
        return [circle(x, y, 5, "m")]
    words = str(when.place.year)
    ground = rect(x + BIG, y - 7, text_width(words) + 6, 14, "sheet")
    return [circle(x, y, BIG, "m"), ground, text(words, x + BIG + 4, y + 5, "s")]


# Claims about a grade that no report here gives


def since(claims: Sequence[Claim], years: Years, left: float, right: float) -> Drawing:
    """Who says since when: dashed, side by side."""
    grades = dict.fromkeys(claim.grade or claim.words for claim in claims)
    name = f"“{next(iter(grades)).replace('_', ' ').capitalize()} since…”" if len(grades) == 1 else "“… since”"
    sources = {source for claim in claims for source in claim.sources}
    stretch = {claim.when.words for claim in claims}
    note = f"{wording.few(len(sources), 'source')}, {wording.few(len(stretch), 'year')}"

    def inside(at: Frame) -> list[str]:
        return heading(at, name, [note]) + [part for n, claim in enumerate(claims) for part in _since(claim, years, at, at.top + 54 + 36 * n)]

    return Drawing(Frame(left, right, 58 + 36 * len(claims)), inside)


def _since(claim: Claim, years: Years, at: Frame, top: float) -> list[str]:
    starts = min(max(years.x(claim.when.first), at.left + PAD), at.right - 40)
    words = cut(f"{claim.when.words}: {briefly(claim)}", at.right - at.left - 2 * PAD - 8)
    inside = starts + PAD + text_width(words) <= at.right - PAD
    said = text(words, starts + PAD, top + 18, "s") if inside else text(words, at.right - PAD - 6, top + 18, "s halo", "end")
    return [rect(starts, top, at.right - PAD - starts, 26, "gt-hist__since"), said]


def briefly(claim: Claim) -> str:
    """'BBC 2017, 2019; ITV 2023'."""
    by_name: dict[str, list[str]] = {}
    for source in claim.sources:
        by_name.setdefault(source.words, []).extend([str(source.when.day.year)] if source.when else [])
    return "; ".join(" ".join(filter(None, (name, ", ".join(dict.fromkeys(said))))) for name, said in by_name.items())


def unread(found: Sequence[Claim], years: Years, left: float, right: float) -> Drawing:
    """Inspections that are listed and whose reports cannot be read: a dashed circle each, at its day."""

    def inside(at: Frame) -> list[str]:
        marks = [part for n, claim in enumerate(found) for part in _unread(claim, years, at, at.top + 42 + 26 * n)]
        return heading(at, "Listed, not read") + marks

    return Drawing(Frame(left, right, 38 + 26 * len(found)), inside)


def _unread(claim: Claim, years: Years, at: Frame, y: float) -> list[str]:
    """The words stand on the side of the circle where there is more room."""
    x = min(max(years.x(claim.when.place), at.left + PAD + BIG), at.right - PAD - BIG)
    room = max(x - at.left, at.right - x) - PAD - 13
    words = cut(f"{claim.when.words}: {claim.short or 'report cannot be read'}", room)
    after = at.right - x > x - at.left
    return [circle(x, y, BIG, "mo gt-hist__dashed"), text(words, x + 13 if after else x - 13, y + 5, "s", None if after else "end")]


# Frameworks: one high box over the years of each


@dataclass(frozen=True, slots=True)
class Cluster:
    """One inspection in a high box: the rows it has marks on, how many small ones on each, and where the large ones are."""

    inspection: Inspection
    large: tuple[str, ...]
    small: dict[str, int]
    compact: bool = False

    @property
    def after(self) -> float:
        """The room it needs to the right of its place."""
        if self.compact:
            return 8
        rows = [(15 if grade in self.large else 0) + 11 * ((n - 1) // 2) + 5 for grade, n in self.small.items() if n]
        return max([8, *rows])

    @property
    def labelled(self) -> str:
        """The row under which its month stands."""
        return self.large[0] if self.large else next(iter(self.small))


def cluster(inspection: Inspection) -> Cluster:
    areas = {(claim.area, claim.grade) for claim in inspection.graded}
    large = tuple(sorted(grade for area, grade in areas if area == OVERALL))
    small = Counter(grade for area, grade in sorted(areas) if area != OVERALL)
    return Cluster(inspection, large, dict(small))


def placed(clusters: Sequence[Cluster], years: Years, at: Frame) -> tuple[list[Cluster], list[float], float]:
    """Each cluster with its place and the radius of large marks, in as much detail as there is room for."""
    low, high = at.left + 4, at.right - 4
    bare = [Cluster(one.inspection, one.large or (one.labelled,), {}, compact=True) for one in clusters]
    for tried, radius, gap in ((clusters, 8.0, 7.0), (bare, 8.0, 3.0), (bare, 6.0, 1.0)):
        wanted = [(years.x(one.inspection.when.place), radius, max(one.after, radius) if not one.compact else radius) for one in tried]
        if places := spread(wanted, low, high, gap):
            return list(tried), places, radius
    return bare, [min(max(x, low + 6), high - 6) for x, _, _ in wanted], 6.0



def levels(clusters: Sequence[Cluster], places: Sequence[float], at: Frame) -> list[tuple[float, int]]:
    """Where the month of each cluster stands: its middle, and how many lines under its row so that none meets another."""
    taken: list[tuple[str, int, float, float]] = []
    found = []
    for one, x in zip(clusters, places, strict=True):
        half = text_width(when_words(one.inspection.when)) / 2
        middle = min(max(x, at.left + 4 + half), at.right - 4 - half)
        level = 0
        while any(row == one.labelled and n == level and middle - half < end + 6 and begin < middle + half + 6 for row, n, begin, end in taken):
            level += 1
        taken.append((one.labelled, level, middle - half, middle + half))
        found.append((middle, level))
    return found


def tall(box: Box, found: Sequence[Inspection], years: Years) -> Drawing:
    """The framework's box with its grades as rows and each inspection as a cluster of marks."""
    left = years.x(box.begins) if box.begins else LEFT
    right = years.x(box.ends + timedelta(days=1)) - GAP if box.ends else RIGHT
    frame = Frame(left, right, 0)
    shown, places, radius = placed([cluster(one) for one in found], years, frame)
    said = levels(shown, places, frame)
    lowest = max((level for _, level in said), default=0)
    grades = _grades(found)
    pitch, under = max(100.0, 26 + 15 * lowest + 36), 44 + 15 * lowest
    height = 92 + pitch * (len(grades) - 1) + under

    def inside(at: Frame) -> list[str]:
        step = (at.height - 92 - under) / max(len(grades) - 1, 1)
        rows = {grade: at.top + 92 + step * n for n, (grade, _) in enumerate(grades)}
        notes = wrapped(box.note, right - left - 2 * PAD, most=2)
        lines = [part for grade, label in grades for part in (line(at.left + PAD, rows[grade], at.right - PAD, rows[grade], "hair"),
                 text(label, at.left + PAD, rows[grade] - 14, "t2 s"))]  # fmt: skip
        marks = [part for one, x in zip(shown, places, strict=True) for part in _cluster(one, x, radius, rows)]
        days = [text(when_words(one.inspection.when), middle, rows[one.labelled] + 26 + 15 * level, "s", "middle")
                for one, (middle, level) in zip(shown, said, strict=True)]  # fmt: skip
        return heading(at, cut(box.name, right - left - 2 * PAD), notes) + lines + marks + days

    return Drawing(Frame(left, right, height), inside, high=True)


def _grades(found: Sequence[Inspection]) -> list[tuple[str, str]]:
    """The rows from the highest: the form's grades, and any other that a report gives."""
    scale = scale_of(found[-1].graded[0].scale)
    codes = [code for code, _ in scale.grades]
    more = dict.fromkeys(claim.grade for one in found for claim in one.graded if claim.grade not in codes)
    return [(code, scale.grade(code)) for code in [*more, *codes][::-1]]


def _cluster(one: Cluster, x: float, radius: float, rows: dict[str, float]) -> list[str]:
    doubted = " gt-hist__dashed" if len(one.large) > 1 else ""
    marks = [circle(x, rows[grade], radius, f"mo{doubted}" if doubted else "m" if not one.compact or _is_overall(one, grade) else "mo") for grade in one.large]
    for grade, number in one.small.items():
        begin = x + (15 if grade in one.large else 0)
        marks += [circle(begin + 11 * (n // 2), rows[grade] + (5.5 if n % 2 else -5.5), SMALL, "mo") for n in range(number)]
    return marks


def _is_overall(one: Cluster, grade: str) -> bool:
    return any(claim.area == OVERALL and claim.grade == grade for claim in one.inspection.graded)
