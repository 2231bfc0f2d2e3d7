"""What reading a file gives: rows whose values have a meaning, and faults that a person can act on."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Source(NamedTuple):
    """Where rows come from.

    `file` is the name a person would know it by, `sheet` the sheet of a workbook ("" elsewhere), `table` the
    kind of row ("ssda903.episodes", "cin.assessment", "annex_a.8"), `year` the return's year where one is known.
    """

    file: str
    sheet: str
    table: str
    year: int | None


class Row(NamedTuple):
    """One row. `number` is the row a spreadsheet shows (headings count), or in XML the line in an editor.

    `values` holds dates, codes as text, whole numbers, booleans, tuples of codes, or None where the cell is blank.
    A column the file does not have is not in `values`.
    """

    source: Source
    number: int
    values: dict[str, Any]


class Fault(NamedTuple):
    """Something that could not be taken as it stood. `row` 0 and `column` "" mean the whole file or sheet."""

    file: str
    sheet: str
    row: int
    column: str
    message: str


class PartDate(NamedTuple):
    """A date of which only the year, or the year and month, is known."""

    year: int
    month: int | None


Note = Callable[[Fault], None]
