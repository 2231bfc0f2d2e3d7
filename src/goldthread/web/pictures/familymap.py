"""Draws a family map: squares and circles, lines from parents to children, dashes round those who live together."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldthread.web.pictures.family import FEMALE, MALE, Couple, Family, Placed, Relative, place
from goldthread.web.pictures.svg import circle, line, number, path, picture, rect, text, text_width

TOP, ROW, DROP, APART = 74, 132, 28, 12


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one drawing. `short` writes first names only."""

    step: float
    radius: float
    margin: float
    short: bool


WIDE = Layout(132, 19, 66, False)
NARROW = Layout(78, 15, 38, True)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A family with its places turned into coordinates."""

    family: Family
    placed: Placed
    layout: Layout

    def x(self, key: str) -> float:
        return self.layout.margin + self.placed.at[key] * self.layout.step

    def y(self, key: str) -> float:
        return TOP + self.placed.rank[key] * ROW

    def knows(self, key: str) -> bool:
        return key in self.placed.at


def family_map(family: Family, layout: Layout, name: str) -> str:
    """The picture, or nothing where there is nobody but the child. `name` is unique on the page."""
    if len(family.people) < 2:
        return ""
    sheet = _Sheet(family, place(family), layout)
    child = next(person for person in family.people if person.key == family.child)
    width = max(layout.margin * 2 + max(sheet.placed.at.values()) * layout.step, 240)
    rows = max(sheet.placed.rank.values()) + 1
    parts = [*_home(sheet), *_couples(sheet)]
    parts += [part for person in family.people for part in _person(person, sheet)]
    words = (
        f"{child.short or child.name}’s family. Squares are male, circles female, diamonds not known; the dashed line goes "
        "round those who live together. The same people are in the table below."
    )
    return picture(words, name, width, TOP + (rows - 1) * ROW + 92, *parts, own_size=True)


def _couples(sheet: _Sheet) -> Iterator[str]:
    levels: dict[str, int] = {}
    for couple in sheet.family.couples:
        parents = sorted((key for key in couple.parents if sheet.knows(key)), key=sheet.x)
        if parents:
            level = max((levels.get(key, 0) for key in parents), default=0)
            levels |= dict.fromkeys(parents, level + 1)
            yield from _couple(couple, parents, level, sheet)


def _couple(couple: Couple, parents: list[str], level: int, sheet: _Sheet) -> Iterator[str]:
    style = "ink" if couple.together or couple.ended else "ink apart"
    foot = sheet.y(parents[0]) + sheet.layout.radius
    bar = foot + DROP + level * APART
    first, last = sheet.x(parents[0]), sheet.x(parents[-1])
    yield path(f"M{number(first)} {number(foot)}V{number(bar)}H{number(last)}V{number(foot)}", style)
    if couple.ended:
        yield _separated(first + min(30, (last - first) / 4), bar)
    yield from _children(couple, bar, first, last, sheet)


def _separated(x: float, y: float) -> str:
    return path(f"M{number(x)} {number(y + 8)}l8 -16M{number(x + 8)} {number(y + 8)}l8 -16", "ink")


def _children(couple: Couple, bar: float, first: float, last: float, sheet: _Sheet) -> Iterator[str]:
    children = [key for key in couple.children if sheet.knows(key)]
    for key in children:
        head = sheet.y(key) - sheet.layout.radius
        yield line(sheet.x(key), bar, sheet.x(key), head, "ink")
    places = [sheet.x(key) for key in children]
    if places and min(places) < first:
        yield line(min(places), bar, first, bar, "ink")
    if places and max(places) > last:
        yield line(last, bar, max(places), bar, "ink")


def _person(person: Relative, sheet: _Sheet) -> Iterator[str]:
    x, y, r = sheet.x(person.key), sheet.y(person.key), sheet.layout.radius
    yield _shape(person.sex, x, y, r, "mo")
    if person.died:
        yield path(f"M{number(x - r)} {number(y - r)}l{number(2 * r)} {number(2 * r)}m0 -{number(2 * r)}l-{number(2 * r)} {number(2 * r)}", "ink")  # fmt: skip
    if person.key == sheet.family.child:
        yield _shape(person.sex, x, y, r - 5, "ink")
    yield from _words(person, x, y, sheet)


def _words(person: Relative, x: float, y: float, sheet: _Sheet) -> Iterator[str]:
    """The name and note: under children, over parents, and beside somebody who is both where there is room."""
    name = (person.short or person.name) if sheet.layout.short else person.name
    r, couples = sheet.layout.radius, sheet.family.couples
    is_parent = any(person.key in couple.parents for couple in couples)
    is_child = any(person.key in couple.children for couple in couples)
    if is_parent and is_child and not sheet.layout.short:
        left, room = x + r + 6, sheet.layout.step - 2 * r - 8
        yield text(_fit(name, room, bold=True), left, y - 2, "b s halo")
        yield text(_fit(person.note, room), left, y + 14, "t2 s halo")
        return
    top = y - r - (24 if person.note else 8) if is_parent else y + r + 18
    yield text(_fit(name, sheet.layout.step, bold=True), x, top, "b s halo", "middle")
    if person.note:
        yield text(_fit(person.note, sheet.layout.step), x, top + 16, "t2 s halo", "middle")


def _shape(sex: str, x: float, y: float, r: float, cls: str) -> str:
    if sex == MALE:
        return rect(x - r, y - r, 2 * r, 2 * r, cls)
    if sex == FEMALE:
        return circle(x, y, r, cls)
    size = number(r * 1.15)
    return path(f"M{number(x)} {number(y - r * 1.15)}l{size} {size}-{size} {size}-{size} -{size}z", cls)


def _fit(words: str, room: float, bold: bool = False) -> str:
    """As many whole words as there is room for; the table holds the rest."""
    kept = words.split()
    while len(kept) > 1 and text_width(" ".join(kept), bold=bold) > room - 4:
        kept.pop()
    return " ".join(kept).rstrip(",").removesuffix(" of")


def _home(sheet: _Sheet) -> Iterator[str]:
    runs = [run for row in sheet.placed.rows() for run in _runs(row, sheet.family.home)]
    if sum(len(run) for run in runs) < 2:
        return
    boxes = [_box(run, sheet) for run in runs]
    ranks = [sheet.placed.rank[run[0]] for run in runs]
    one_each = len(set(ranks)) == len(ranks) and ranks == list(range(ranks[0], ranks[0] + len(ranks)))
    overlapping = all(a[0] < b[1] and b[0] < a[1] for a, b in zip(boxes, boxes[1:], strict=False))
    if one_each and overlapping:
        yield path(_outline(boxes), "home")
    else:
        yield from (rect(left, top, right - left, bottom - top, "home", rx=6) for left, right, top, bottom in boxes)
    yield text(sheet.family.home_words, boxes[-1][0] + 4, boxes[-1][3] + 16, "s b")


def _runs(row: list[str], home: frozenset[str]) -> list[list[str]]:
    """Neighbours in a row who live together."""
    runs: list[list[str]] = [[]]
    for key in row:
        if key in home:
            runs[-1].append(key)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _box(run: list[str], sheet: _Sheet) -> tuple[float, float, float, float]:
    half = sheet.layout.step * 0.46
    y = sheet.y(run[0])
    return sheet.x(run[0]) - half, sheet.x(run[-1]) + half, y - 62, y + 58


def _outline(boxes: list[tuple[float, float, float, float]]) -> str:
    """One line round boxes that stand on each other, stepping in and out between them."""
    edges = [boxes[0][2], *((a[3] + b[2]) / 2 for a, b in zip(boxes, boxes[1:], strict=False)), boxes[-1][3]]
    right = [point for i, box in enumerate(boxes) for point in ((box[1], edges[i]), (box[1], edges[i + 1]))]
    left = [point for i, box in enumerate(boxes) for point in ((box[0], edges[i]), (box[0], edges[i + 1]))]
    points = right + left[::-1]
    return "M" + "L".join(f"{number(float(x))} {number(float(y))}" for x, y in points) + "Z"
