"""Files that are kept: what may be sent, told by its content and never by its name, and what is said where it may not."""

import hashlib
import re
import struct
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath

from django.db import connection

from goldthread.inspection.models import File, Report
from goldthread.inspection.packed import MOST_PARTS, parts_at_most
from goldthread.inspection.reading.integrity import TooMuch, is_damaged
from goldthread.people.models import Worker
from goldthread.people.roles import SERVICE

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 40
LONGEST_NAME = 120
PDF, TEXT, SHEET = "application/pdf", "text/plain", "text/csv"
JPEG, PNG = "image/jpeg", "image/png"
OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png", TEXT: ".txt", SHEET: ".csv", **dict(zip(OFFICE.values(), (".docx", ".xlsx", ".pptx"), strict=True))}
"""Every kind of file that is kept, and how its name ends when it is given back."""

JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The marks after which a JPEG says its size."""
PICTURES = {b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
PACKED, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 500 * MEGABYTE
MOST_PIXELS = 400_000_000
"""The largest camera makes half as many. A picture of more fills the memory of whoever opens it."""
PROGRAMS = re.compile(r"vbaProject|macrosheets|activeX|\.(exe|dll|js|vbs|bat|cmd|ps1|scr)$", re.IGNORECASE)
MARKUP = re.compile(rb"<\s*(!doctype|html|head|body|script|svg|\?xml|iframe|object|embed)\b|<\?xml", re.IGNORECASE)
UNSAFE = re.compile(r"[^\w .,()&+'’-]+")
TAKEN = "PDF, Word, Excel, PowerPoint, JPEG, PNG, CSV or plain text"


class NotKept(Exception):
    """The file is refused. The message is a sentence that says why and what to do; nothing of the file is kept."""


def keep_file(data: bytes, name: str, *, now: datetime, by: Worker | None) -> File:
    """Keep a file as it was sent. Raises NotKept."""
    media = kind_of(data, name)
    return File.objects.create(
        name=safe_name(name, media), media=media, sha256=fingerprint(data), content=data, added_at=now, added_by=by
    )


def kind_of(data: bytes, name: str) -> str:
    """The media type of what was sent, one of ENDINGS. Raises NotKept."""
    check_size(len(data), name)
    found = _pdf(data, name) or _picture(data, name) or _office(data, name) or _words(data, name)
    if found is None:
        raise NotKept(f"{_called(name)} is {_looks_like(data)}, which is not kept here. Send it as {TAKEN}.")
    return found


def check_size(size: int, name: str) -> None:
    """Raise NotKept where there is nothing in the file, or too much."""
    if size == 0:
        raise NotKept(f"There is nothing in {_called(name)}: it has 0 bytes. Fetch it again where it came from.")
    if size > MOST_MEGABYTES * MEGABYTE:
        megabytes = -(-size // MEGABYTE)
        raise NotKept(f"{_called(name)} is {megabytes:,} MB. At most {MOST_MEGABYTES} MB are kept: make it smaller, or send it in parts.")


def fingerprint(data: bytes) -> str:
    """By which the same content is known again, whatever it is called."""
    return hashlib.sha256(data).hexdigest()


def one_at_a_time(print_of: str) -> None:
    """Until the end of the transaction nobody else works on content of this fingerprint."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(print_of[:15], 16)])


def safe_name(name: str, media: str = "") -> str:
    """A name from which nothing can climb out, hide or run; it ends as its content is, whatever it ended with."""
    last = PurePosixPath(re.split(r"[/\\]", name.replace("\0", ""))[-1] or "file")
    stem, ending = (last.stem, ENDINGS[media]) if media else (last.stem, last.suffix)
    kept = UNSAFE.sub("_", stem).strip(" ._") or "file"
    return f"{kept[:LONGEST_NAME]}{UNSAFE.sub('_', ending)}"


def may_open(file: File, worker: Worker, sees: str) -> bool:
    """Whether somebody may open a kept file. Reports are public. Any other can hold what people said: it opens for those
    who answer for the service, and for its sender. `sees` is the worker's scope on that day (people.invitations.scope)."""
    return sees == SERVICE or file.added_by_id == worker.pk or Report.objects.filter(file=file).exists()


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and not MARKUP.search(data[: data.index(b"%PDF-")])


def _pdf(data: bytes, name: str) -> str | None:
    if not is_pdf(data):
        return None
    try:
        is_damaged(data)  # a damaged one may be all there is; one that fills the memory of whoever opens it is none
    except TooMuch as bomb:
        raise NotKept(f"{_called(name)} unpacks to far more than a document holds. Print it to a new PDF and send that.") from bomb
    return PDF


def _picture(data: bytes, name: str) -> str | None:
    media = next((media for begins, media in PICTURES.items() if data.startswith(begins)), None)
    if media and (across := _pixels(data, media)) and across[0] * across[1] > MOST_PIXELS:
        raise NotKept(f"{_called(name)} is a picture of {across[0]:,} by {across[1]:,} pixels, too large to be opened. Make it smaller and send that.")
    return media


def _pixels(data: bytes, media: str) -> tuple[int, int] | None:
    """How wide and high a picture says it is; None where it does not say it."""
    if media == PNG:
        return struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" and len(data) >= 24 else None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark, [length] = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])
        if mark in JPEG_SIZES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 1 if mark == 0xFF else 2 + length
    return None


def _office(data: bytes, name: str) -> str | None:
    """An office file by the names of its parts. Nothing packed in it is unpacked."""
    if not data.startswith(PACKED):
        return None
    if parts_at_most(BytesIO(data)) > MOST_PARTS:
        raise NotKept(f"{_called(name)} has more than {MOST_PARTS:,} parts in it, which no document has. Save it as PDF and send that.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts, unpacked = packed.namelist(), sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as broken:
        raise NotKept(f"{_called(name)} is damaged: its contents cannot be listed. Save it again and send that.") from broken
    if unpacked > MOST_UNPACKED:
        raise NotKept(f"{_called(name)} unpacks to {unpacked // MEGABYTE:,} MB, far more than a document holds. Save it as PDF and send that.")
    if any(PROGRAMS.search(part) for part in parts):
        raise NotKept(f"{_called(name)} has programs (macros) in it. Save it without them, or as PDF, and send that.")
    return next((media for part, media in OFFICE.items() if part in parts), None)


def _words(data: bytes, name: str) -> str | None:
    """Plain text: readable throughout, and nothing that a browser could take for a page."""
    if data.startswith((PACKED, OLD_OFFICE)) or b"\0" in data or MARKUP.search(data):
        return None
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return SHEET if name.lower().endswith(".csv") else TEXT


def _looks_like(data: bytes) -> str:
    if MARKUP.search(data[:4096]):
        return "a web page or other markup, whatever its name says"
    if data.startswith(PACKED):
        return "a packed folder (zip)"
    if data.startswith(OLD_OFFICE):
        return "an older office file"
    return "of a kind that is not known"


def _called(name: str) -> str:
    return f"“{safe_name(name)}”"
