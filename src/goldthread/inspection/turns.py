"""Reading and drawing PDFs in turn: PDFium may be used by one thread at a time, and pages are served by several."""

from threading import Lock

from goldthread.inspection import reading
from goldthread.inspection.reading.values import Reading

_TURN = Lock()


def read(data: bytes, name: str) -> Reading:
    """What a report says: see `reading.read`."""
    with _TURN:
        return reading.read(data, name)


def page_picture(data: bytes, page: int, width: int) -> bytes:
    """A page as a PNG: see `reading.page_picture`."""
    with _TURN:
        return reading.page_picture(data, page, width)
