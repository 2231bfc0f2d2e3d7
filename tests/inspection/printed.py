"""Small PDFs made by hand: words set at places on pages, so that a test holds the whole layout in its hands."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
PLAIN, BOLD = "F1", "F2"
AVERAGE = 0.52
"""A letter's usual width, in sizes of the font."""


@dataclass
class Printer:
    """Sets lines of text on pages, and gives the PDF. Places are points from the left and from the bottom."""

    pages: list[list[bytes]] = field(default_factory=lambda: [[]])
    codes: dict[str, int] = field(default_factory=dict)
    scaled: bool = False
    crop: tuple[int, int] = (0, 0)

    def page(self) -> None:
        self.pages.append([])

    def text(self, x: float, y: float, text: str, size: float = 12, bold: bool = False) -> float:
        """A run of text on one baseline; returns about where it ends."""
        hexed = "".join(f"{self._code(char):02x}" for char in text)
        font, left, bottom = BOLD if bold else PLAIN, x + self.crop[0], y + self.crop[1]
        place = f"/{font} 1 Tf {size} 0 0 {size} {left} {bottom} Tm" if self.scaled else f"/{font} {size} Tf {left} {bottom} Td"
        self.pages[-1].append(f"BT {place} <{hexed}> Tj ET".encode())
        return x + len(text) * size * AVERAGE

    def _code(self, char: str) -> int:
        if 32 <= ord(char) < 127:
            return ord(char)
        return self.codes.setdefault(char, 128 + len(self.codes))

    def pdf(self, *, packed: bool = True) -> bytes:
        """The whole file."""
        return _file(self._objects(packed))

    def _objects(self, packed: bool) -> list[bytes]:
        first, (left, bottom) = 8, self.crop
        kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(self.pages)))
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode()]
        objects += [_font("Helvetica", 6), _font("Helvetica-Bold", 7), _stream(self._unicode(), packed)]
        objects += [_weight("Helvetica", 80), _weight("Helvetica-Bold", 140)]
        for i, page in enumerate(self.pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH + 2 * left} {HEIGHT + 2 * bottom}] /CropBox [{left} {bottom} {WIDTH + left} {HEIGHT + bottom}] /Contents {first + 2 * i + 1} 0 R"
                f" /Resources << /Font << /{PLAIN} 3 0 R /{BOLD} 4 0 R >> >> >>".encode()
            )
            objects.append(_stream(b"\n".join(page), packed))
        return objects

    def _unicode(self) -> bytes:
        pairs = [(code, chr(code)) for code in range(32, 127)] + [(code, char) for char, code in self.codes.items()]
        lines = "\n".join(f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for code, char in pairs)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(pairs)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"
        ).encode()


def _font(name: str, weight: int) -> bytes:
    widths = " ".join([str(round(AVERAGE * 1000))] * 224)
    return (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /ToUnicode 5 0 R /Encoding /WinAnsiEncoding"
        f" /FirstChar 32 /LastChar 255 /Widths [{widths}] /FontDescriptor {weight} 0 R >>"
    ).encode()


def _weight(name: str, stem: int) -> bytes:
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -210 1000 730] /ItalicAngle 0"
        f" /Ascent 730 /Descent -210 /CapHeight 700 /StemV {stem} >>"
    ).encode()


def _stream(content: bytes, packed: bool) -> bytes:
    body = zlib.compress(content) if packed else content
    kind = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), kind, body)


def _file(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """A text in lines that are at most so wide; a word with a hyphen may be broken after it."""
    lines, line = [], ""
    for word in text.replace("-", "-\0").split():
        for i, part in enumerate(word.split("\0")):
            space = " " if line and i == 0 else ""
            if line and len(line + space + part) * size * AVERAGE > width:
                lines.append(line)
                line, space = "", ""
            line += space + part
    return [*lines, line]
