"""Workbooks: what can be opened safely, and the rows of their sheets."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import olefile
from python_calamine import CalamineWorkbook

from goldthread.exchange.markup import Refused
from goldthread.exchange.tables import Numbered
from goldthread.exchange.weighing import fits
from goldthread.inspection.packed import MOST_PARTS, parts_at_most

LARGEST = 60_000_000
UNPACKED = 700_000_000
CELLS = 40_000_000
"""Cells that a sheet may span from its first to its farthest."""

_CELL = re.compile(rb"""<c\s[^<>]{0,200}?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_PIECE = 1 << 20


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Numbered]]]:
    """Each sheet's name and its rows, numbered as the spreadsheet shows them. Raises `Refused` with the reason."""
    _check(path)
    with _refusing(_unopened):
        book = CalamineWorkbook.from_path(path)
        names = book.sheet_names
    for name in names:
        yield name, _rows(book, name)


@contextmanager
def _refusing(sentence: Callable[[str], str]) -> Iterator[None]:
    """Whatever the reader of workbooks trips over becomes a sentence, its panics included."""
    try:
        yield
    except Exception as fault:
        raise Refused(sentence(str(fault))) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise Refused(sentence("")) from None


def _rows(book: CalamineWorkbook, name: str) -> Iterator[Numbered]:
    with _refusing(lambda why: f"The sheet {name} cannot be read ({why[:120]}). Open the workbook in a spreadsheet and save it again."):
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return ((number, row) for number, row in enumerate(rows, 1))


def _check(path: Path) -> None:
    if path.stat().st_size > LARGEST:
        raise Refused(f"The workbook is larger than {LARGEST // 1_000_000} MB. Save its sheets as CSV files and load those.")
    if olefile.isOleFile(path):
        _check_ole(path)
    else:
        _check_zip(path)
    if not fits(path):
        raise Refused(
            "Reading the workbook takes more memory or time than any return does, so it was not opened. Save its sheets as CSV files and load those."
        )


def _check_ole(path: Path) -> None:
    with olefile.OleFileIO(path) as ole:
        if ole.exists("EncryptedPackage") or ole.exists("EncryptionInfo"):
            raise Refused("The workbook is protected with a password. Open it, save it without the password and load it again.")
        if not (ole.exists("Workbook") or ole.exists("Book")):
            raise Refused("This is an Office document but not a workbook.")


def _check_zip(path: Path) -> None:
    with path.open("rb") as file:
        if parts_at_most(file) > MOST_PARTS:
            raise Refused(f"The workbook has more than {MOST_PARTS:,} parts, which none has, so it was not opened. Export it again.")
    try:
        with zipfile.ZipFile(path) as packed:
            names = set(packed.namelist())
            if not names & {"[Content_Types].xml", "mimetype", "content.xml"}:
                raise Refused("This is a zip file. Unpack it and load the folder.")
            unpacked = 0
            for part in packed.infolist():
                unpacked += _measure(packed, part, UNPACKED - unpacked)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error) as fault:
        raise Refused(_unopened(str(fault))) from None


def _measure(packed: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> int:
    """How large a part really unpacks, refusing what would fill the memory: too much of it, or a cell too far away."""
    size, tail = 0, b""
    columns = rows = 1
    is_sheet = part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")
    with packed.open(part) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > room:
                raise Refused("The workbook unpacks to far more than a return ever holds, so it was not opened.")
            if is_sheet:
                for column, row in _CELL.findall(tail + piece):
                    columns, rows = max(columns, _column_number(column)), max(rows, int(row))
                if columns * rows > CELLS:
                    raise Refused(_far(part.filename, rows, columns))
                tail = piece[-240:]
    return size


def _column_number(letters: bytes) -> int:
    total = 0
    for letter in letters:
        total = total * 26 + letter - 64
    return total


def _far(name: str, rows: int, columns: int) -> str:
    sheet = name.rpartition("/")[2].removesuffix(".xml")
    return (
        f"The sheet {sheet} has a value far away from the others (it spans {rows:,} rows and {columns:,} columns). "
        "Delete the empty rows and columns in between and save the workbook again."
    )


def _unopened(reason: str) -> str:
    if "password" in reason.lower() or "encrypt" in reason.lower():
        return "The workbook is protected with a password. Open it, save it without the password and load it again."
    return f"The workbook cannot be opened: it is damaged or cut short ({reason[:120]}). Export it again."
