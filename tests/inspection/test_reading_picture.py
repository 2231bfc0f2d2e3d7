"""A page's picture, beside which its facts are shown."""

import struct
import zlib

import pytest

from goldthread.inspection.reading import page_picture, read
from tests.inspection import made_reports as made

REPORT = made.ilacs(items=("The pace of permanence planning.",))


def rows(png: bytes) -> tuple[int, list[bytes]]:
    """A picture's width and its rows, each of three bytes a pixel."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 2)
    packed, at = b"", 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        content, crc = png[at + 8 : at + 8 + size], png[at + 8 + size : at + 12 + size]
        assert struct.unpack(">I", crc)[0] == zlib.crc32(name + content)
        packed += content if name == b"IDAT" else b""
        at += 12 + size
    lines = zlib.decompress(packed)
    step = 1 + 3 * width
    assert len(lines) == step * height
    return width, [lines[y * step + 1 : (y + 1) * step] for y in range(height)]


def test_a_page_is_drawn_as_wide_as_asked():
    width, lines = rows(page_picture(REPORT.pdf, 1, 400))
    assert (width, len(lines)) == (400, pytest.approx(400 * 842 / 595, abs=1))


def test_there_is_ink_where_a_fact_says_its_words_are_and_none_beside_it():
    (item,) = read(REPORT.pdf, "report.pdf").improvements
    width, lines = rows(page_picture(REPORT.pdf, item.page, 600))
    left, top, right, bottom = item.box
    band = lines[int(top * len(lines)) : int(bottom * len(lines)) + 1]
    inked = [x for line in band for x in range(width) if line[3 * x] < 128]
    assert inked
    assert min(inked) >= left * width - 2
    assert max(inked) <= right * width + 2


@pytest.mark.parametrize("page", [0, -1, 99])
def test_a_page_that_is_not_there_is_said(page):
    with pytest.raises(ValueError, match=f"There is no page {page}"):
        page_picture(REPORT.pdf, page, 400)


@pytest.mark.parametrize("width", [0, -5, 100_000])
def test_a_width_without_reason_is_refused(width):
    with pytest.raises(ValueError, match="pixels wide"):
        page_picture(REPORT.pdf, 1, width)


def test_what_is_no_pdf_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="cannot be drawn"):
        page_picture(b"not a pdf", 1, 400)
