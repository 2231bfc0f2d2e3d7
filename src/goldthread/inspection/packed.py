"""Packed files (zip), which office documents are: how many parts one has, before its list of them is read into memory."""

from typing import BinaryIO

ENTRY = b"PK\x01\x02"
"""Begins every line of the list of parts at the end of the file."""
MOST_PARTS = 5000
_PIECE = 1 << 20


def parts_at_most(file: BinaryIO) -> int:
    """No more parts than this are listed in it, whatever it says of itself: counted by their mark, in bounded memory."""
    file.seek(0)
    found, tail = 0, b""
    while piece := file.read(_PIECE):
        found += (tail + piece).count(ENTRY)
        tail = piece[1 - len(ENTRY) :]
    file.seek(0)
    return found
