"""Whether a PDF's packed parts are whole: each carries a checksum, which PDF readers pass over."""

import re
import zlib

STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 600
"""As many bytes before a packed part are searched for what it is."""

PACKED = re.compile(rb"/Filter\s*(/FlateDecode|\[\s*/FlateDecode\s*\])")
NO_TEXT = re.compile(rb"/Subtype\s*/(Image|XML)\b")
"""Pictures and descriptions: broken ones change no word. A broken font does: its letters go missing."""

MOST = 200 * 1024 * 1024


class TooMuch(ValueError):
    """The parts unpack to more than any report holds."""


def is_damaged(data: bytes) -> bool:
    """Whether bytes are missing or a packed part that can hold words is not what it was. Raises TooMuch for a bomb."""
    if _is_shifted(data):
        return True
    if b"/Encrypt" in data:
        return False
    unpacked = 0
    for match in STREAM.finditer(data):
        if _holds_words(data, match.start()):
            size = _unpacked(data, match.end(), MOST - unpacked)
            if size is None:
                return True
            unpacked += size
    return False


def _is_shifted(data: bytes) -> bool:
    """Whether its list of parts is not where its end says: bytes were lost or added."""
    said = re.findall(rb"startxref\s+(\d+)", data[-2048:])
    if not said:
        return True
    at = int(said[-1])
    places = (at, at + max(data.find(b"%PDF-"), 0))
    return not any(re.match(rb"\s*(xref|\d+\s+\d+\s+obj)", data[place : place + 40]) for place in places)


def _holds_words(data: bytes, at: int) -> bool:
    """From the dictionary that stands before it, which begins after "obj"."""
    before = data[max(0, at - DICTIONARY) : at]
    if before.endswith(b"end"):
        return False
    dictionary = before[before.rfind(b" obj") + 4 :]
    return PACKED.search(dictionary) is not None and NO_TEXT.search(dictionary) is None


def _unpacked(data: bytes, start: int, most: int) -> int | None:
    """How many bytes a part unpacks to; None where it breaks off or its checksum is wrong."""
    unpacker, size, at = zlib.decompressobj(), 0, start
    try:
        while not unpacker.eof:
            packed = unpacker.unconsumed_tail or data[at : at + 65536]
            if not packed:
                return None
            at += 0 if unpacker.unconsumed_tail else 65536
            size += len(unpacker.decompress(packed, 1 << 20))
            if size > most:
                raise TooMuch(size)
    except zlib.error:
        return None
    return size
