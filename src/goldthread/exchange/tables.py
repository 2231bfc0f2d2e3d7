"""A table as it comes out of a file or a sheet: find its headings, say what it is, read its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from goldthread.exchange.rows import Fault, Note, Row, Source
from goldthread.exchange.shapes import Shape, recognise
from goldthread.exchange.swaps import swapped
from goldthread.exchange.table_rows import RowReader

LOOKED_FOR_HEADINGS = 15
SAMPLED = 200

Record = Sequence[object]
Numbered = tuple[int, Record]


class Table(NamedTuple):
    """A recognised table, ready to be read: records are those after the headings, the first ones as `sample`."""

    shape: Shape
    places: dict[str, int]
    headings: list[str]
    heading_row: int
    sample: list[Numbered]
    rest: Iterator[Numbered]


def find_table(records: Iterable[Numbered], shapes: Iterable[Shape]) -> Table | None:
    """The table in `records`, whose headings are looked for in the first rows; None where no shape fits."""
    stream = iter(records)
    first = list(islice(stream, LOOKED_FOR_HEADINGS))
    best: tuple[int, int, Shape] | None = None
    for i, (_, record) in enumerate(first):
        shape, count = recognise([_heading(cell) for cell in record], shapes)
        if shape and (best is None or count > best[0]):
            best = (count, i, shape)
            if count >= 2 * len(record) / 3:
                break
    if best is None:
        return None
    _, at, shape = best
    headings = [_heading(cell) for cell in first[at][1]]
    sample = list(islice(chain(first[at + 1 :], stream), SAMPLED))
    return Table(shape, shape.place(headings), headings, first[at][0], sample, stream)


def read_table(table: Table, source: Source, note: Note, count: Callable[[], None]) -> Iterator[Row]:
    """The rows of a table. `count` is called for every row that holds something, kept or not."""
    reader = RowReader(table.shape, source, table.places, note)
    if not _can_be_read(table, reader):
        return
    width = len(table.headings)
    for number, record in chain(table.sample, table.rest):
        if len(record) != width:
            if not any(cell not in ("", None) for cell in record):
                continue
            count()
            fitted = _fit(reader, number, record, width)
            if fitted is None:
                continue
            record = fitted
        elif not record[0] and not any(cell not in ("", None) for cell in record):
            continue
        else:
            count()
        row = reader.row(number, record)
        if row is not None:
            yield row


def _heading(cell: object) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


def _can_be_read(table: Table, reader: RowReader) -> bool:
    absent = [c for c in table.shape.columns if c.without and c.name not in table.places]
    if absent:
        named = ", ".join(c.name for c in absent)
        reader.tell(table.heading_row, absent[0].name, f"There is no column {named}. No row was loaded, because {absent[0].without}.")
        return False
    if found := swapped(table.shape, table.places, [record for _, record in table.sample]):
        reader.tell(table.heading_row, found.column, found.sentence)
        return False
    _tell_headings(table, reader)
    return True


def _tell_headings(table: Table, reader: RowReader) -> None:
    used = set(table.places.values())
    spare = [h.strip() for i, h in enumerate(table.headings) if i not in used and h.strip()]
    for heading in spare:
        known = table.shape.named(heading)
        why = f"stands twice; only the first {known} was read" if known else "is not a column of this return and was not read"
        reader.tell(table.heading_row, heading[:60], f"The column {heading[:60]} {why}.")


def _fit(reader: RowReader, number: int, record: Record, width: int) -> Record | None:
    if len(record) > width:
        if any(cell not in ("", None) for cell in record[width:]):
            reader.tell(
                number, "",
                f"The row has {len(record)} values where {width} columns are named, so it is not sure which value "
                "belongs where. The row was left out.",
            )  # fmt: skip
            return None
        return record[:width]
    if len(record) < reader.width:
        missing = width - len(record)
        reader.tell(number, "", f"The row has {len(record)} values where {width} columns are named; the last {missing} were taken as blank.")
    return [*record, *[""] * (width - len(record))]


def untold(source_file: str, sheet: str, headings: Sequence[str]) -> Fault:
    """The fault of a table that no shape fits."""
    shown = ", ".join(h for h in headings[:6] if h) or "nothing"
    return Fault(
        source_file, sheet, 0, "",
        f"This is none of the tables that can be loaded. Its first row reads: {shown[:200]}. Expected are the columns "
        "of a looked-after children (SSDA903) file or of an Annex A list.",
    )  # fmt: skip
