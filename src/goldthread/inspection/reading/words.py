"""A page's words and lines, with their places, from PDFium."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from goldthread.inspection.reading.lines import Line, Page, Word, line_of

BULLETS = "\u2022\u2023\u2043\u25a0\u25aa\u25ab\u25b6\u25cb\u25cf\u25e6\u25fc\u25fe\u2b1b\u27a2\u00b7\uf06e\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf0be\uf02d\uf0a8"
TOKEN = re.compile(f"[{BULLETS}]|[^\\s\\x00-\\x1f\ufffe\uffff{BULLETS}]+")
BROKEN = "\x02\ufffe\uffff"
"""What PDFium puts for a hyphen at a line's end."""

LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u200b": "", "\ufeff": ""})  # fmt: skip
MARK = re.compile(r"(?<=[^\d\s])\d{1,2}(?=[^\w\s]*$)")
LONE = re.compile(r"\s[B-HJ-Z] [a-z]")
"""A capital that a gap keeps from its word: "J uly"."""

BOLD = 600
SMALL = 0.8


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """The page at an index (from 0). Raises PdfiumError where it cannot be opened."""
    page = document[index]
    textpage = page.get_textpage()
    try:
        left, bottom, right, top = page.get_cropbox()
        if page.get_rotation() % 180:
            left, bottom, right, top = 0, 0, 0, 0
        lines = _lines(index + 1, list(_words(textpage, left, bottom)))
        return Page(index + 1, right - left, top - bottom, lines)
    finally:
        textpage.close()
        page.close()


def _text(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters, as many as PDFium counts, so that a character's place is its index."""
    count = textpage.count_chars()
    text = textpage.get_text_range(errors="replace") if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)


def _words(textpage: pdfium.PdfTextPage, left: float, bottom: float) -> Iterator[Word]:
    """Words in the order of the file. Footnote marks (digits set small at a word's end) are left out.

    Size and weight are asked for the first two words of a line (the first may be a bullet) and hold for the rest.
    """
    text, ruler = _text(textpage), _Ruler(textpage)
    end, level, asked = -1, float("inf"), 0
    size, bold = 1.0, False
    for match in TOKEN.finditer(text):
        start, after = match.span()
        token, (x, y) = match.group(), ruler.origin(start)
        asked = asked + 1 if -1 < y - level < 1 else 1
        if asked < 3:
            level, (size, bold) = y, ruler.letter(start)
        own = ruler.letter(start)[0] if token[-1].isdigit() else size
        glued = start == end or start == end + 1 and _divided(text, end, ruler)
        yield Word(_cleaned(token, text, start, ruler), x - left, y - bottom, ruler.right(after - 1) - left, own, glued, bold)
        end = after


def _divided(text: str, at: int, ruler: "_Ruler") -> bool:
    """Whether what stands between two words is no space of the file's."""
    return text[at] in BROKEN or text[at - 2 : at - 1].isspace() and LONE.match(text, at - 2) is not None and ruler.invented(at)


def _cleaned(token: str, text: str, start: int, ruler: "_Ruler") -> str:
    """A word without a footnote's mark, with its ligatures undone and the hyphen that broke it at the line's end."""
    after = text[start + len(token) : start + len(token) + 1]
    if not token.isalpha() and MARK.search(token):
        token = _without_mark(token, start, ruler)
    if not token.isascii():
        token = token.translate(LIGATURES)
    return token + "-" if after and after in BROKEN else token


def _without_mark(token: str, start: int, ruler: "_Ruler") -> str:
    mark = MARK.search(token)
    if mark and ruler.letter(start + mark.start())[0] < SMALL * ruler.letter(start)[0]:
        return token[: mark.start()] + token[mark.end() :]
    return token


class _Ruler:
    """Asks PDFium for places and sizes, in one set of numbers used again and again."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._page = textpage.raw
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(96)

    def letter(self, index: int) -> tuple[float, bool]:
        """Size as set on the page, in points, and whether it is bold."""
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5
        size = raw.FPDFText_GetFontSize(self._page, index) * scale
        return size or 1.0, raw.FPDFText_GetFontWeight(self._page, index) >= BOLD or self._is_named_bold(index)

    def _is_named_bold(self, index: int) -> bool:
        size = raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), None)
        return 0 < size <= len(self._name) and b"bold" in self._name.value.lower()

    def invented(self, index: int) -> bool:
        """Whether a space is PDFium's own, where letters stand apart, and none of the file's."""
        return raw.FPDFText_IsGenerated(self._page, index) == 1

    def origin(self, index: int) -> tuple[float, float]:
        x, y = self._numbers[:2]
        raw.FPDFText_GetCharOrigin(self._page, index, x, y)
        return x.value, y.value

    def right(self, index: int) -> float:
        raw.FPDFText_GetCharBox(self._page, index, *self._numbers)
        return self._numbers[1].value


def _lines(page: int, words: list[Word]) -> tuple[Line, ...]:
    """Words by baseline, top to bottom; words raised or lowered by less than half their line's size belong to it."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: -w.y):
        row = rows[-1] if rows else None
        if row and _level(row[0], word):
            row.append(word)
        else:
            rows.append([word])
    return tuple(line_of(page, _unglued(_unmarked(sorted(row, key=lambda w: w.x)))) for row in rows)


def _unmarked(row: list[Word]) -> list[Word]:
    """Without the marks of footnotes that stand alone in it."""
    largest = max(word.size for word in row)
    return [w for i, w in enumerate(row) if i == 0 or not (w.text.isdigit() and len(w.text) < 3 and w.size < SMALL * largest)]


def _level(first: Word, word: Word) -> bool:
    return first.y - word.y < 0.45 * (first.size if first.size > word.size else word.size)


def _unglued(row: list[Word]) -> list[Word]:
    """After sorting, a word is glued only to the one it follows on the same line."""
    return [w if not w.glued or _touches(row, i) else w._replace(glued=False) for i, w in enumerate(row)]


def _touches(row: list[Word], i: int) -> bool:
    return i > 0 and row[i].x - row[i - 1].right < 0.5 * row[i].size
