"""Text tables: comma, semicolon or tab, quoted or not, whole or broken off."""

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from goldthread.exchange.decoding import Encoding, head_of, open_text
from goldthread.exchange.markup import Refused
from goldthread.exchange.rows import Fault, Note
from goldthread.exchange.tables import Numbered

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 4_000_000
LONGEST_LINE = 8_000_000
LONGEST_QUOTE = 200
"""Lines a quoted cell may run over before its opening quotation mark is taken for a slip."""


def delimiter_of(head: str) -> str:
    """The delimiter that divides the first lines most."""
    lines = head.splitlines()[:5]
    return max(DELIMITERS, key=lambda d: sum(line.count(d) for line in lines))


def records(path: Path, shown: str, encoding: Encoding, note: Note) -> Iterator[Numbered]:
    """Every record of a text table with its number as a spreadsheet shows it, the headings being record 1."""
    head = head_of(path, encoding)
    delimiter, skipped = delimiter_of(head), 0
    if head[:4].lower() == "sep=":
        delimiter, skipped = head[4:5], 1
    csv.field_size_limit(LONGEST_CELL)
    with open_text(path, encoding) as stream:
        lines = _Lines(_bounded(stream), shown, note)
        yield from _numbered(csv.reader(lines, delimiter=delimiter), skipped, lines)


def _bounded(stream: TextIO) -> Iterator[str]:
    """The lines of a file. Raises `Refused` at one that would fill the memory."""
    for number, line in enumerate(iter(partial(stream.readline, LONGEST_LINE), ""), 1):
        if len(line) >= LONGEST_LINE:
            raise Refused(f"Line {number} goes on for over {LONGEST_LINE:,} characters, which no table’s does. Nothing after it was read; export the table again.")
        yield line


def _numbered(reader: Iterator[list[str]], skipped: int, lines: "_Lines") -> Iterator[Numbered]:
    width = 0
    held: Numbered | None = None
    for number, record in enumerate(_readable(reader, lines), 1):
        if number <= skipped or record is None:
            continue
        if held:
            yield held
        width = width or len(record)
        held = (number, record)
    if held and lines.broken_off and 0 < len(held[1]) < width:
        lines.tell(held[0], f"The file breaks off in this row, after {len(held[1])} of {width} values. The row was left out.")
    elif held:
        yield held


def _readable(reader: Iterator[list[str]], lines: "_Lines") -> Iterator[list[str] | None]:
    """The records, or None in place of one that cannot be parsed."""
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            lines.tell(number, f"The row cannot be read ({fault}) and was left out.")
            yield None


class _Lines:
    """The lines of a text table, made safe to parse: no zero bytes, no quotation mark that is never closed."""

    def __init__(self, stream: Iterable[str], shown: str, note: Note) -> None:
        self._stream = self._without_zeros(stream)
        self._shown = shown
        self._note = note
        self._zeros = 0
        self.broken_off = False

    def tell(self, number: int, message: str) -> None:
        self._note(Fault(self._shown, "", number, "", message))

    def __iter__(self) -> Iterator[str]:
        line = ""
        count = 0
        for line in self._stream:
            count += 1
            if '"' in line and line.count('"') % 2:
                for part in self._quoted(line, count):
                    count += 1
                    yield part
                count -= 1
            else:
                yield line
        self.broken_off = bool(line) and line[-1] not in "\r\n"
        if self._zeros:
            self.tell(0, f"{self._zeros} zero bytes were found in the text and left out.")

    def _without_zeros(self, stream: Iterable[str]) -> Iterator[str]:
        for line in stream:
            if "\0" in line:
                self._zeros += line.count("\0")
                line = line.replace("\0", "")
            yield line

    def _quoted(self, line: str, number: int) -> Iterator[str]:
        """A line that opens a quotation mark, with the lines until it is closed; or, if it never is, without the mark."""
        held, size = [line], len(line)
        for following in self._stream:
            held.append(following)
            size += len(following)
            if following.count('"') % 2:
                yield from held
                return
            if len(held) > LONGEST_QUOTE or size > LONGEST_CELL:
                break
        self.tell(number, "A quotation mark is opened in this line and never closed; it was left out.")
        yield held[0].replace('"', "")
        yield from held[1:]
