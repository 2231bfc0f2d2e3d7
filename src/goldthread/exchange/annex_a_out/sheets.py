"""The lists as the published workbook: a sheet for each, headings on the first row, real dates, and no text that a spreadsheet would run.

Words that are longer than a cell say at their end where all of them are: on one more sheet, which is there only if it is needed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from goldthread.exchange.annex_a_out.about import Cell
from goldthread.exchange.annex_a_out.headings import headings
from goldthread.exchange.annex_a_out.lists import LISTS, Authority, Reader, rows
from goldthread.measures.cells import ROOM, beginning, divided, runs

MOST_ROWS = 1_048_575
EARLIEST = date(1900, 3, 1)  # before it a spreadsheet counts a day that never was
WIDTH, WIDE, DATES = 18, 100, "dd/mm/yyyy"
WHOLE, WHOLE_HEADINGS = "Whole words", ("Stands in", "Part", "Words")
GOES_ON = " … [too long for a cell: all of it is on the sheet “{}”, from row {}]"
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class TooLong(Exception):
    """A list has more rows than a sheet can hold."""


class Counts(NamedTuple):
    """Rows of each list; how many people with restricted records are among them, and how many were kept back."""

    rows: dict[int, int]
    restricted: int
    kept_back: int


def workbook(reader: Reader | Authority, on: date, known: datetime | None, to: BinaryIO, *, layout: int = 2024) -> Counts:
    """Write the workbook for an inspection on a day, as known at a moment (None: the reader's now).

    The same day and moment give the same bytes, whatever was written or corrected since. Whoever may see less gets less.
    """
    known = known or reader.now
    counted: Counter[int] = Counter()
    restricted: set[int] = set()
    kept_back: set[int] = set()
    with TemporaryDirectory(prefix="goldthread-") as folder, _book(to, folder, on, known) as book:
        whole = _Whole(book)
        writers = {number: _Sheet(book, number, layout, whole) for number in LISTS}
        for who, closed, number, cells in rows(reader, on, known):
            if cells:
                writers[number].row(cells)
                counted[number] += 1
                restricted |= {who.person} if closed else set()
            else:
                kept_back.add(who.person)
    return Counts({number: counted[number] for number in LISTS}, len(restricted), len(kept_back))


@contextmanager
def _book(to: BinaryIO, folder: str, on: date, known: datetime) -> Iterator[Any]:
    """A workbook that keeps its rows in files of the folder; they are closed whatever happens."""
    book = xlsxwriter.Workbook(to, {"constant_memory": True, "tmpdir": folder, "default_date_format": DATES})
    book.set_properties({"title": f"Annex A, {on:%d/%m/%Y}", "comments": f"As known at {known.isoformat(timespec='seconds')}", "created": known.replace(tzinfo=None)})
    try:
        yield book
        book.close()
    finally:
        for sheet in book.worksheets():
            sheet.row_data_fh.close()


class _Whole:
    """The sheet of words that are longer than a cell, made with the first of them."""

    def __init__(self, book: Any) -> None:
        self.book, self.at = book, 0
        self.sheet: Worksheet | None = None

    def keep(self, place: str, words: str) -> str:
        """What stands in the place: the beginning of the words, and where all of them are, part below part."""
        sheet = self.sheet = self.sheet or self._made()
        said = GOES_ON.format(WHOLE, self.at + 2)
        for number, part in enumerate(divided(words, ROOM), start=1):
            self.at += 1
            if self.at > MOST_ROWS:
                raise TooLong("There are more words too long for a cell than a sheet can hold. Nothing was written.")
            sheet.write_row(self.at, 0, (place, number))
            sheet.write_string(self.at, 2, part, self.inert if runs(part) else None)
        return beginning(words, ROOM - len(said)) + said

    def _made(self) -> Worksheet:
        self.inert = self.book.add_format({"quote_prefix": True})
        sheet = self.book.add_worksheet(WHOLE)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, WIDTH)
        sheet.set_column(2, 2, WIDE)
        sheet.write_row(0, 0, WHOLE_HEADINGS, self.book.add_format({"bold": True}))
        return sheet


class _Sheet:
    """One sheet, written row by row and never read again."""

    def __init__(self, book: Any, number: int, layout: int, whole: _Whole) -> None:
        self.sheet: Worksheet = book.add_worksheet(f"List {number}")
        self.at, self.number, self.whole = 0, number, whole
        self.dates = book.add_format({"num_format": DATES})
        self.inert = book.add_format({"quote_prefix": True})
        names = headings(number, layout)
        self.sheet.freeze_panes(1, 1)
        self.sheet.set_column(0, len(names) - 1, WIDTH)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for column, name in enumerate(names):
            self.sheet.write_string(0, column, name, bold)

    def row(self, cells: tuple[Cell, ...]) -> None:
        self.at += 1
        if self.at > MOST_ROWS:
            raise TooLong(f"List {self.number} has more rows than a sheet can hold ({MOST_ROWS:,}). Nothing was written.")
        for column, cell in enumerate(cells):
            if cell is not None:
                self._cell(column, cell)

    def _cell(self, column: int, cell: str | int | date) -> None:
        if isinstance(cell, str):
            words = text(cell)
            if beginning(words, ROOM) != words:
                words = self.whole.keep(f"List {self.number}, {xl_rowcol_to_cell(self.at, column)}", words)
            self.sheet.write_string(self.at, column, words, self.inert if runs(words) else None)
        elif isinstance(cell, date):
            self._day(column, cell)
        else:
            self.sheet.write_number(self.at, column, cell)

    def _day(self, column: int, day: date) -> None:
        if day < EARLIEST:
            self.sheet.write_string(self.at, column, f"{day.day:02}/{day.month:02}/{day.year:04}")
        else:
            self.sheet.write_datetime(self.at, column, day, self.dates)


def text(words: str) -> str:
    """Words as a workbook can hold them: no characters that XML cannot carry."""
    return _NOT_TEXT.sub("", words)
