"""Bytes into text: which alphabet a file is really written in, whatever it says of itself."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

CHUNK = 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


class Encoding(NamedTuple):
    """The codec to read with, and a sentence to tell where the file is not plain UTF-8 or UTF-16 ("" otherwise)."""

    codec: str
    remark: str


def encoding_of(path: Path, declared: str = "") -> Encoding:
    """The encoding in which all of the file can be read: its byte order mark, else UTF-8, else a Western code page.

    `declared` is what an XML declaration claims; it decides only between one-byte code pages, because a file that
    is valid UTF-8 throughout is UTF-8 whatever it claims. The whole file is looked at, in bounded memory.
    """
    with path.open("rb") as stream:
        head = stream.read(4096)
    for bom, codec in _BOMS:
        if head.startswith(bom):
            return Encoding(codec, "")
    if wide := _utf16_without_mark(head):
        return Encoding(wide, "")
    if _is_utf8(path):
        return Encoding("utf-8", "")
    page = _code_page(declared)
    claim = f"The file says it is {declared} but" if _claims_utf8(declared) else "The file"
    return Encoding(page, f"{claim} is not valid UTF-8; it was read as {_shown(page)}. Check letters such as é, ’ and £.")


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """The file as text, its lines ended alike; a byte without meaning becomes the replacement character."""
    return path.open(encoding=encoding.codec, errors="replace")


def chunks(path: Path, encoding: Encoding) -> Iterator[str]:
    """The file's text piece by piece."""
    with open_text(path, encoding) as stream:
        while piece := stream.read(CHUNK):
            yield piece


def head_of(path: Path, encoding: Encoding, characters: int = 65536) -> str:
    """The first characters of the file."""
    with open_text(path, encoding) as stream:
        return stream.read(characters)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(CHUNK):
                decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True  # a letter cut in two by the end of a broken-off file does not make it another encoding


def _utf16_without_mark(head: bytes) -> str:
    """Latin text in UTF-16 has a zero in every second byte."""
    if len(head) < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _claims_utf8(declared: str) -> bool:
    return declared.lower().replace("-", "").replace("_", "") in ("utf8", "usascii", "ascii")


def _code_page(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name if declared else "cp1252"
    except LookupError:
        return "cp1252"
    one_byte = name.startswith(("iso8859", "cp12", "koi8", "mac")) and name != "iso8859-1"
    return name if one_byte else "cp1252"


def _shown(codec: str) -> str:
    return "Windows-1252 (Western European)" if codec == "cp1252" else codec
