"""Whether a PDF's packed parts are whole: each carries a checksum, which PDF readers pass over."""

import re
import zlib

STREAM = re.compile(rb"(?<!end)stream\r?\n")
DICTIONARY = 600
"""As many bytes before a packed part are searched for what it is."""

PACKED = re.compile(rb"/Filter\s*(/FlateDecode|\[\s*/FlateDecode\s*\])")
NO_TEXT = re.compile(rb"/Subtype\s*/(Image|XML)\b")
"""Pictures and descriptions: broken ones change no word. A broken font does: its letters go missing."""

BLANK = bytes(64)
"""What stands neither between the parts of a PDF nor in a packed part, unless a disk or a download failed."""

MOST = 200 * 1024 * 1024


class TooMuch(ValueError):
    """The parts unpack to more than any report holds."""


def is_damaged(data: bytes) -> bool:
    """Whether bytes are missing or a packed part that can hold words is not what it was. Raises TooMuch for a bomb."""
    if _is_shifted(data):
        return True
    if b"/Encrypt" in data:
        return False
    unpacked = before = 0
    for match in STREAM.finditer(data):
        dictionary = _dictionary(data, match.start())
        end = data.find(b"endstream", match.end())
        if BLANK in data[before : match.start()]:
            return True
        before = max(before, end)
        if PACKED.search(dictionary) and not NO_TEXT.search(dictionary):
            size = _unpacked(data, match.end(), MOST - unpacked)
            if size is None:
                return True
            unpacked += size
        elif b"/Filter" in dictionary and 8 * BLANK in data[match.end() : end]:
            return True
    return BLANK in data[before:]


def _is_shifted(data: bytes) -> bool:
    """Whether its list of parts is not where its end says: bytes were lost or added."""
    said = re.findall(rb"startxref\s+(\d+)", data[-2048:])
    if not said:
        return True
    at = int(said[-1])
    places = (at, at + max(data.find(b"%PDF-"), 0))
    return not any(re.match(rb"\s*(xref|\d+\s+\d+\s+obj)", data[place : place + 40]) for place in places)


def _dictionary(data: bytes, at: int) -> bytes:
    """What a part says of itself, between "obj" and "stream"."""
    before = data[max(0, at - DICTIONARY) : at]
    return before[before.rfind(b" obj") + 4 :]


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
