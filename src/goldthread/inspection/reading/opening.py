"""From bytes to pages, or a sentence that says why not and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2 as pdfium

from goldthread.inspection.reading.integrity import TooMuch, is_damaged
from goldthread.inspection.reading.lines import Page
from goldthread.inspection.reading.words import read_page

MOST_PAGES = 400
"""Reports have 6 to 70 pages."""

AGAIN = "Download the report again; what is shown is only what could still be read."
MOST_BYTES = 100 * 1024 * 1024
KINDS = (
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
)


class Opened(NamedTuple):
    """The pages that could be read, how many there are, and what is wrong, in a sentence, or nothing."""

    pages: tuple[Page, ...] = ()
    count: int = 0
    problem: str = ""
    broken: bool = False


def open_pages(data: bytes, name: str) -> Opened:
    """The pages of a PDF with their words. Never raises for what is in the bytes."""
    if problem := _not_a_pdf(data, name):
        return Opened(problem=problem)
    try:
        damaged = is_damaged(data)  # before the library unpacks anything: a bomb is refused while it is still small
        with _document(data) as document:
            return _pages(document, data, name, damaged)
    except pdfium.PdfiumError as error:
        return Opened(problem=_refused(str(error), name, data))
    except TooMuch:
        return Opened(problem=f"{name} unpacks to more than any report holds. Send the report alone.")


@contextmanager
def _document(data: bytes) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def _not_a_pdf(data: bytes, name: str) -> str:
    if not data.strip(b"\x00\t\r\n\x0c "):
        return f"{name} is empty. Download the report again."
    if len(data) > MOST_BYTES:
        return f"{name} is larger than {MOST_BYTES // 1024**2} MB, which no report is. Send the report alone."
    if b"%PDF-" in data[:1024]:
        return ""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
        return f"{name} is a web page, not a PDF, whatever its name says. Download the report itself from the inspectorate’s website."
    kind = next((words for magic, words in KINDS if data.startswith(magic)), "some other kind of file")
    return f"{name} is not a PDF but {kind}. Send the report as a PDF."


def _refused(error: str, name: str, data: bytes) -> str:
    lower = error.lower()
    if "password" in lower or "security" in lower:
        return f"{name} is locked with a password. Save a copy without the password and send that."
    if _is_cut_short(data):
        return f"{name} is cut short: its end is missing. Download the report again."
    return f"{name} is a PDF that is damaged and cannot be opened. Download the report again."


def _is_cut_short(data: bytes) -> bool:
    return b"%%EOF" not in data[-2048:]


def _pages(document: pdfium.PdfDocument, data: bytes, name: str, damaged: bool) -> Opened:
    count = len(document)
    if count == 0:
        return Opened(problem=f"{name} has no pages. Download the report again.")
    if count > MOST_PAGES:
        return Opened(count=count, problem=f"{name} has {count:,} pages, which no report has. Send the report alone.")
    pages, lost = [], []
    for index in range(count):
        try:
            pages.append(read_page(document, index))
        except (pdfium.PdfiumError, ValueError, OverflowError):
            lost.append(index + 1)
            pages.append(Page(index + 1, 0, 0, ()))
    problem = _whole(pages, lost, data, name) or (f"{name} is damaged: a part of it is not as it was made. {AGAIN}" if damaged else "")
    return Opened(tuple(pages), count, problem, damaged or bool(lost) or _is_cut_short(data))


def _whole(pages: list[Page], lost: list[int], data: bytes, name: str) -> str:
    empty = [page.number for page in pages if not page.lines]
    if len(empty) == len(pages) and not lost:
        return f"{name} holds pictures of pages and no text. Find a copy with text, or have its text recognised first."
    if len(empty) == len(pages):
        return f"{name} is damaged: none of its pages can be read. Download the report again."
    if _is_cut_short(data):
        return f"{name} is cut short: its end is missing. {AGAIN}"
    if lost:
        return f"{name} is damaged: {_those(lost)} cannot be read. {AGAIN}"
    return ""


def _those(pages: list[int]) -> str:
    listed = ", ".join(str(page) for page in pages[:8]) + (" and more" if len(pages) > 8 else "")
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"
