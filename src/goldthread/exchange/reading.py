"""Files and folders in, rows and faults out, whatever the files are called."""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from goldthread.exchange import annex_a, ssda903
from goldthread.exchange.decoding import Encoding, chunks, encoding_of, head_of
from goldthread.exchange.delimited import records
from goldthread.exchange.documents import ROOTS, DocumentReader, year_in
from goldthread.exchange.markup import Broken, Refused, Scan, declared_encoding, root_of
from goldthread.exchange.rows import Fault, Note, Row, Source
from goldthread.exchange.tables import Numbered, find_table, read_table, untold
from goldthread.exchange.workbooks import sheets
from goldthread.exchange.years import year_of_name, year_of_sample

SHAPES = (*ssda903.SHAPES, *annex_a.SHAPES)
UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ue000\ud800-\udfff]+")
MOST_TOLD = 10_000
"""Faults of one column of one file that are listed."""
SKIPPED = re.compile(r"\.|~\$|thumbs\.db$|desktop\.ini$", re.IGNORECASE)


@dataclass
class File:
    """A file to read. `shown` is the name a person knows it by; `rows` counts what was found in it, `kept` what was read."""

    path: Path
    shown: str
    year: int | None = None
    kind: str = "not recognised"
    rows: int = 0
    kept: int = 0

    def found(self) -> None:
        """Count a row that holds something."""
        self.rows += 1


@dataclass
class Reading:
    """One pass over files. Iterate `rows()` once; `faults` and the counts in `files` fill as it goes."""

    files: list[File] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _told: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def note(self, fault: Fault) -> None:
        """Keep a fault; of very many in one column, the first ones."""
        where = (fault.file, fault.sheet, fault.column)
        self._told[where] += 1
        if self._told[where] <= MOST_TOLD:
            self.faults.append(fault._replace(message=printable(fault.message), column=printable(fault.column)))

    @classmethod
    def of(cls, paths: Iterable[Path | str]) -> "Reading":
        """All files at and below `paths`, oldest return first, so that a newer one has the last word."""
        reading = cls()
        seen: set[Path] = set()
        for path in map(Path, paths):
            for file in _files(path, reading.note):
                if (real := file.path.resolve()) not in seen:
                    seen.add(real)
                    reading.files.append(file)
        reading.files.sort(key=lambda f: (f.year or 0))
        return reading

    def once_more(self) -> "Reading":
        """A reading of the same files that keeps its counts and faults to itself."""
        return Reading([File(f.path, f.shown, f.year) for f in self.files])

    def rows(self) -> Iterator[Row]:
        """Every row that has a meaning, file by file."""
        for file in self.files:
            yield from self.rows_of(file)

    def rows_of(self, file: File) -> Iterator[Row]:
        """The rows of one file."""
        try:
            for row in _read(file, self.note):
                file.kept += 1
                yield row
        except Refused as reason:
            self._refuse(file, str(reason))
        except PermissionError:
            self._refuse(file, "The file may not be read: this account has no permission. Change its permissions and load it again.")
        except OSError as fault:
            self._refuse(file, f"The file cannot be read ({fault.strerror or fault}).")

    def close(self) -> None:
        """Say how many faults there are beyond those kept."""
        for (file, sheet, column), times in self._told.items():
            if times > MOST_TOLD:
                what = f" in {column}" if column else ""
                self.faults.append(Fault(file, sheet, 0, column, f"There are {times - MOST_TOLD:,} more faults{what}. Only the first {MOST_TOLD:,} are listed."))
        self._told.clear()

    def _refuse(self, file: File, message: str) -> None:
        self.note(Fault(file.shown, "", 0, "", message))


def printable(text: str) -> str:
    """Text that can be shown and kept anywhere."""
    return UNPRINTABLE.sub(" ", text)


def _files(path: Path, note: Note) -> Iterator[File]:
    if not os.path.exists(path):
        note(Fault(printable(str(path)), "", 0, "", "There is no such file or folder." if not path.is_symlink() else "The link leads nowhere."))
    elif path.is_dir():
        before = 0
        for file in _below(path, note):
            before += 1
            yield file
        if not before:
            note(Fault(printable(str(path)), "", 0, "", "The folder holds no file that could be a return."))
    else:
        yield File(path, printable(path.name), year_of_name(path))


def _below(folder: Path, note: Note) -> Iterator[File]:
    def unread(fault: OSError) -> None:
        note(Fault(printable(str(fault.filename)), "", 0, "", f"The folder cannot be opened ({fault.strerror})."))

    for at, folders, names in os.walk(folder, onerror=unread, followlinks=False):
        folders.sort()
        for name in sorted(names):
            if not SKIPPED.match(name):
                path = Path(at) / name
                yield File(path, printable(str(path.relative_to(folder))), year_of_name(path, folder))


def _read(file: File, note: Note) -> Iterator[Row]:
    kind = stat.S_IFMT(file.path.stat().st_mode)
    if kind != stat.S_IFREG:
        raise Refused("This is not a file that can be read.")
    with file.path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(file, note)
    if refusal := _not_text(head):
        raise Refused(refusal)
    encoding = encoding_of(file.path, declared_encoding(head))
    if encoding.remark:
        note(Fault(file.shown, "", 0, "", encoding.remark))
    text = head_of(file.path, encoding, 200_000).lstrip("\ufeff\0 \t\r\n")
    if not text:
        raise Refused("The file is empty.")
    if text.startswith("<"):
        return _document(file, encoding, text, note)
    return _delimited(file, encoding, note)


def _not_text(head: bytes) -> str:
    if not head.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        return "The file is empty."
    if head.startswith(b"%PDF"):
        return "This is a PDF. Load the return itself: the CSV, XML or workbook it was made from."
    if head.startswith((b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ")):
        return "This is a packed file. Unpack it and load what is inside."
    if head.startswith(b"PK"):
        return "This is an empty or damaged zip file or workbook."
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head.replace(b"\0", b""))
    return "This is not a return: it is not text, and not a workbook." if odd > len(head) / 10 else ""


def _delimited(file: File, encoding: Encoding, note: Note) -> Iterator[Row]:
    stream = records(file.path, file.shown, encoding, note)
    return _table(file, "", stream, note)


def _table(file: File, sheet: str, stream: Iterator[Numbered], note: Note) -> Iterator[Row]:
    table = find_table(stream, SHAPES)
    if table is None:
        first = [line.strip() for line in head_of(file.path, encoding_of(file.path), 400).splitlines()[:1]]
        note(untold(file.shown, sheet, first))
        return
    file.kind = table.shape.table
    year = file.year or year_of_sample(table)
    yield from read_table(table, Source(file.shown, sheet, table.shape.table, year), note, file.found)


def _document(file: File, encoding: Encoding, head: str, note: Note) -> Iterator[Row]:
    if re.match(r"<(?:!doctype\s+html|html|table|meta|head)\b", head, re.IGNORECASE):
        raise Refused("This is a web page, whatever its name says. Open it in a spreadsheet, save it as a workbook (.xlsx) and load that.")
    root = root_of(head)
    if root not in ROOTS:
        raise Refused(
            f"This is XML, but its root element is {root[:60]}. Expected is EXPSSDA903 (looked-after children) or Message (children in need census)."
        )
    file.kind = "ssda903.xml" if root == ssda903.ROOT else "cin.xml"
    scan = Scan(root, ROOTS[root])
    reader: DocumentReader | None = None
    for child in scan.children(chunks(file.path, encoding)):
        if isinstance(child, Broken):
            note(Fault(file.shown, "", child.line, "", child.message))
            continue
        if reader is None:
            file.year = year_in(scan.before) or file.year
            reader = DocumentReader(root, file.shown, file.year, note, file.found)
        yield from reader.rows(child)
    if scan.dropped:
        note(Fault(file.shown, "", 0, "", f"{scan.dropped} characters that XML does not allow were left out."))


def _workbook(file: File, note: Note) -> Iterator[Row]:
    tables = 0
    for name, rows in sheets(file.path):
        table = find_table(rows, SHAPES)
        if table is None:
            note(Fault(file.shown, name, 0, "", "The headings of this sheet are not those of any list that can be loaded, so it was not read."))
            continue
        tables += 1
        file.kind = "annex_a" if table.shape.table.startswith("annex_a") else table.shape.table
        year = file.year or year_of_sample(table)
        yield from read_table(table, Source(file.shown, name, table.shape.table, year), note, file.found)
    if not tables:
        raise Refused("No sheet of this workbook is a list that can be loaded.")
