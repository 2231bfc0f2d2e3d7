"""A page as a picture, to be shown beside what was read from it."""

import struct
import zlib

import pypdfium2 as pdfium

WIDEST = 2400
TALLEST = 6000


def page_picture(data: bytes, page: int, width: int) -> bytes:
    """A page (from 1) as a PNG of a width in pixels. Raises ValueError, with a sentence, where there is no such page."""
    if not 1 <= width <= WIDEST:
        raise ValueError(f"A page’s picture is 1 to {WIDEST} pixels wide.")
    try:
        return _drawn(data, page, width)
    except pdfium.PdfiumError as error:
        raise ValueError(f"Page {page} cannot be drawn: the PDF is damaged or locked.") from error


def _drawn(data: bytes, page: int, width: int) -> bytes:
    document = pdfium.PdfDocument(data)
    try:
        if not 1 <= page <= len(document):
            raise ValueError(f"There is no page {page}: the report has {len(document)}.")
        sheet = document[page - 1]
        across, down = sheet.get_size()
        if across <= 0 or down * width / across > TALLEST:
            raise ValueError(f"Page {page} is too long to be drawn.")
        bitmap = sheet.render(scale=(width - 0.5) / across, rev_byteorder=True, prefer_bgrx=False, no_smoothtext=False)
        return _png(bitmap)
    finally:
        document.close()


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """A bitmap of 3 bytes a pixel (red, green, blue) as a PNG."""
    used, rows = bitmap.width * bitmap.n_channels, bytes(bitmap.buffer)
    lines = b"".join(b"\x00" + rows[y * bitmap.stride : y * bitmap.stride + used] for y in range(bitmap.height))
    colours = {1: 0, 3: 2, 4: 6}[bitmap.n_channels]
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
