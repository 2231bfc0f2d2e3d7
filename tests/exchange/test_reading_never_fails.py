"""Whatever a file holds, reading it ends in rows and sentences, never in an error."""

import io

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.conftest import EPISODES, HEADER, REVIEWS, read
from tests.exchange.test_census_rows import LOOKED_AFTER, census
from tests.exchange.test_workbooks import CONTACTS, ROW

hostile = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
TABLE = "\n".join([EPISODES, *["101,09/04/2017,S,C2,N1,U4,PR1,31/10/2017,E4A,,V28 5OY,H8 7NR,1679094"] * 6]).encode()


def workbook():
    book = openpyxl.Workbook()
    book.active.append(CONTACTS)
    book.active.append(ROW)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


WHOLE = [TABLE, TABLE.decode().encode("utf-16"), census().encode(), LOOKED_AFTER.encode(), workbook()]


@st.composite
def spoilt(draw):
    """A good file with bytes cut out, put in, or changed."""
    content = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        cut = draw(st.integers(0, min(200, len(content))))
        put = draw(st.binary(max_size=12) | st.sampled_from([b'"', b"\0", b"<", b"<!DOCTYPE x", b"&", b"</Child>", b"\n\n", b",,,,", b"<!--", b"\xff\xfe", b"]]>"]))
        content = content[:at] + put + content[at + cut :]
    return content


def told_plainly(found):
    assert all(fault.message and fault.message[-1] in ".?)" and "\0" not in fault.message for fault in found.faults), found.messages
    assert all(isinstance(row.values, dict) and row.number > 0 for row in found.rows)


@hostile
@given(spoilt())
def test_a_spoilt_file_ends_in_sentences(tmp_path, content):
    path = tmp_path / "spoilt.csv"
    path.write_bytes(content)
    told_plainly(read(path))


@hostile
@given(st.binary(max_size=400))
def test_any_bytes_end_in_sentences(tmp_path, content):
    path = tmp_path / "any.bin"
    path.write_bytes(content)
    told_plainly(read(path))


cells = st.text(max_size=12) | st.sampled_from(["29/02/2019", "N1", "101", "", '"', "=1+1", "1.0", "zz/zz/2001", "\u0661", "🦊"])


@hostile
@given(st.sampled_from([EPISODES, HEADER, REVIEWS]), st.lists(st.lists(cells, max_size=15), max_size=8))
def test_any_cells_under_known_headings_end_in_sentences(tmp_path, headings, rows):
    path = tmp_path / "cells.csv"
    path.write_text("\n".join([headings, *[",".join(c.replace(",", ";").replace("\n", " ") for c in row) for row in rows]]), encoding="utf-8", errors="replace")
    told_plainly(read(path))
