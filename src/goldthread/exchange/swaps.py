"""Columns whose headings stand over each other's data: found before a row is loaded under a wrong meaning."""

from collections.abc import Sequence
from typing import NamedTuple

from goldthread.exchange.kinds import (
    DAY,
    FLAG,
    IDENTIFIER,
    PART_DAY,
    POSTCODE,
    TEXT,
    UPN,
    URN,
    Kind,
    Unreadable,
    cell_text,
)
from goldthread.exchange.shapes import Column, Shape

ENOUGH = 3
"""Values a column must have before anything is said of them."""
WRONG, RIGHT = 0.5, 0.8


class Swap(NamedTuple):
    """The column that gave it away and what to tell."""

    column: str
    sentence: str


def swapped(shape: Shape, places: dict[str, int], records: Sequence[Sequence[object]]) -> Swap | None:
    """Whether two columns hold each other's values, as far as a sample of records can tell."""
    cells = {name: _column(records, at) for name, at in places.items()}
    for name, values in cells.items():
        kind = shape.by_name[name].kind
        if len(values) >= ENOUGH and _share(kind, values) < WRONG:
            other = _other_home(shape, cells, name)
            if other:
                return Swap(name, _said(shape.by_name[name], values, shape.by_name[other], cells[other]))
    return _ends_before_starts(shape, places, records)


def _column(records: Sequence[Sequence[object]], at: int) -> list[object]:
    return [cell for record in records if at < len(record) and (cell := record[at]) not in ("", None)]


def _share(kind: Kind, values: Sequence[object]) -> float:
    fits = {value: _fits(kind, value) for value in set(values)}
    return sum(map(fits.__getitem__, values)) / len(values)


def _fits(kind: Kind, value: object) -> bool:
    try:
        kind.read(value)
    except Unreadable:
        return False
    return True


def _other_home(shape: Shape, cells: dict[str, list[object]], name: str) -> str:
    """The column whose values belong in `name` and which would take the values of `name`."""
    kind = shape.by_name[name].kind
    for other, values in cells.items():
        theirs = shape.by_name[other].kind
        if other == name or theirs is kind or kind is TEXT or len(values) < ENOUGH:
            continue
        if _share(kind, values) >= RIGHT and _share(theirs, cells[name]) >= RIGHT:
            return other
    return ""


def _ends_before_starts(shape: Shape, places: dict[str, int], records: Sequence[Sequence[object]]) -> Swap | None:
    born = (("DOB", shape.day),) if "DOB" in places and shape.day else ()
    for first, last in (*shape.spans, *born):
        if first not in places or last not in places:
            continue
        pairs = [_pair(record, places[first], places[last]) for record in records]
        known = [p for p in pairs if p]
        if len(known) >= ENOUGH and sum(b < a for a, b in known) > len(known) * 0.8:
            return Swap(last, f"In nearly every row {last} lies before {first}: the two columns look swapped. {_REFUSED}")
    return None


def _pair(record: Sequence[object], a: int, b: int) -> tuple[object, object] | None:
    try:
        pair = (DAY.read(record[a]), DAY.read(record[b]))
    except (Unreadable, IndexError):
        return None
    return pair if None not in pair else None


_REFUSED = (
    "No row of this table was loaded, so that nothing is recorded under a wrong meaning. "
    "Put each heading over its own data and load the file again."
)

_NATURE = {DAY: "dates", PART_DAY: "dates", FLAG: "yes or no", IDENTIFIER: "identifiers", UPN: "pupil numbers",
           POSTCODE: "postcodes", URN: "Ofsted numbers", TEXT: "words"}  # fmt: skip


def _nature(column: Column) -> str:
    for kind, nature in _NATURE.items():
        if column.kind is kind:
            return nature
    return f"codes for {column.plain}" if column.kind.codes else "numbers"


def _said(column: Column, values: Sequence[object], other: Column, others: Sequence[object]) -> str:
    return (
        f"The column {column.name} should hold {_nature(column)} but holds values such as “{cell_text(values[0])[:40]}”, while "
        f"{other.name} should hold {_nature(other)} and holds “{cell_text(others[0])[:40]}”: the two look swapped. {_REFUSED}"
    )
