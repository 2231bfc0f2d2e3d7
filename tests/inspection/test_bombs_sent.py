"""Reports, evidence and published lists made to fill the memory: refused in a sentence that names the file, before they are unpacked."""

import struct
import time
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from benchmarks.memory import forget_most_held, most_held

from goldthread.inspection import drawing, files, published
from goldthread.inspection.reading import apart, read

CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
IMAGE = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"


def pdf(*objects):
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))


def page(more=b"", box=b"0 0 595 842"):
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [%b] %b >>" % (box, more)


def stream(told, content):
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (told, len(content), content)


def blanks(megabytes):
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()


UNPACKS = pdf(CATALOG, PAGES, page(b"/Contents 4 0 R"), stream(b"/Filter /FlateDecode", blanks(400)))
LOOPS = {
    "pages in a loop": pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>"),
    "pages in a ring": pdf(CATALOG, PAGES, b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1 >>"),
    "a million pages said": pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", page()),
    "lists in lists": pdf(b"<< /Type /Catalog /Pages 2 0 R /X %b%b >>" % (b"[" * 200_000, b"]" * 200_000), PAGES, page()),
}  # fmt: skip


def packed(**parts):
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for name, megabytes in parts.items():
            with archive.open(name.replace("__", "/") + ".xml", "w", force_zip64=True) as part:
                for _ in range(megabytes):
                    part.write(bytes(1 << 20))
    return into.getvalue()


def picture(across, down):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", across, down)


def photograph(across, down):
    return b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc2\x00\x11\x08" + struct.pack(">HH", down, across)


def taken_more(work):
    """How many megabytes more this process holds at most after the work than before it, and the seconds it took."""
    forget_most_held()
    before, began = most_held(), time.perf_counter()
    work()
    return most_held() - before, time.perf_counter() - began


def test_a_report_that_unpacks_to_more_than_any_report_holds_is_refused_while_it_is_small():
    told = []
    megabytes, seconds = taken_more(lambda: told.append(read(UNPACKS, "bomb.pdf").problem))
    assert told == ["bomb.pdf unpacks to more than any report holds. Send the report alone."]
    assert megabytes < 50 and seconds < 10


@pytest.mark.parametrize("name", LOOPS)
def test_a_report_whose_parts_lead_back_to_themselves_is_told_by_name(name):
    began = time.perf_counter()
    assert apart.read_apart(LOOPS[name], "loop.pdf").problem.startswith("loop.pdf ")
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("data", [
    pdf(CATALOG, PAGES, page(b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"), stream(b"", b"q 595 0 0 842 0 0 cm /I Do Q"), stream(IMAGE, blanks(20))),
    pdf(CATALOG, PAGES, page(box=b"0 0 60000 60000")),
], ids=["a picture", "the page itself"])  # fmt: skip
def test_sixty_thousand_pixels_square_are_drawn_at_the_width_that_was_asked_for_or_not_at_all(data):
    try:
        drawn = drawing.page_picture(data, 1, 800)
    except ValueError as wrong:
        assert str(wrong) == "Page 1 cannot be drawn."
    else:
        assert struct.unpack(">II", drawn[16:24])[0] == 800 and len(drawn) < 3_000_000


@pytest.mark.parametrize("data, sentence", [
    (UNPACKS, "“bomb” unpacks to far more than a document holds. Print it to a new PDF and send that."),
    (packed(word__document=60), "“bomb” unpacks to 60 MB, far more than a document holds. Save it as PDF and send that."),
    (packed(xl__workbook=1, xl__media__a=30, xl__media__b=30), "“bomb” unpacks to 61 MB, far more than a document holds. Save it as PDF and send that."),
    (picture(60_000, 60_000), "“bomb” is a picture of 60,000 by 60,000 pixels, too large to be opened. Make it smaller and send that."),
    (photograph(60_000, 60_000), "“bomb” is a picture of 60,000 by 60,000 pixels, too large to be opened. Make it smaller and send that."),
], ids=["a PDF", "a document", "a workbook", "a picture", "a photograph"])  # fmt: skip
def test_evidence_that_fills_the_memory_of_whoever_opens_it_is_refused(data, sentence, monkeypatch):
    monkeypatch.setattr(files, "MOST_UNPACKED", 50 * files.MEGABYTE)
    with pytest.raises(files.NotKept) as refused:
        files.kind_of(data, "bomb")
    assert str(refused.value) == sentence


def test_pictures_of_every_camera_are_kept():
    assert files.kind_of(picture(12_000, 9_000), "board.png") == files.PNG
    assert files.kind_of(photograph(16_320, 12_240), "board.jpg") == files.JPEG


@pytest.mark.parametrize("lines", [b"1\n" * 100_000, b"1\r" * 100_000], ids=["lines", "old lines"])
def test_a_published_list_of_many_columns_and_short_lines_is_refused(lines):
    head = b"la_code,stat_neighbours," + b",".join(b"c%d" % n for n in range(390)) + b"\n"
    with pytest.raises(published.CannotBeRead, match=r"bomb\.csv holds more than any published list: 10\d,\d\d\d lines of 392 columns"):
        published.read(head + lines, "bomb.csv")
    with pytest.raises(published.CannotBeRead, match="of 5,002 columns"):
        published.read(b"la_code,stat_neighbours" + b",c" * 5000 + b"\n1,2\n", "bomb.csv")
