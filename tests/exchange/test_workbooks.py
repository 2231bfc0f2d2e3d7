"""Annex A workbooks, and files that only look like workbooks."""

import struct
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from goldthread.exchange import workbooks
from tests.exchange.conftest import EPISODES, read

CONTACTS = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"]
ROW = [9212044, "b) Female", "a) WBRI", date(2015, 1, 25), 6.13, datetime(2020, 9, 16), "q) 6: Police"]


@pytest.fixture
def book(tmp_path):
    """Save sheets, given as lists of rows by name, and read the workbook."""

    def save(name="annex.xlsx", **sheets):
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title, rows in sheets.items():
            sheet = made.create_sheet(title.replace("_", " "))
            for row in rows:
                sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return save


def test_a_list_is_read_with_the_rows_a_spreadsheet_shows(book):
    found = read(book(List_1=[CONTACTS, ROW]))
    (row,) = found.rows
    assert (row.source.sheet, row.source.table, row.number) == ("List 1", "annex_a.1", 2)
    assert row.values == {
        "Child Unique ID": "9212044", "Sex": "F", "Ethnicity": "WBRI", "Date of Birth": date(2015, 1, 25), "Age of Child (Years)": 6,
        "Date of Contact": date(2020, 9, 16), "Contact Source": "6",
    }  # fmt: skip
    assert found.faults == []


def test_headings_may_stand_in_row_two_below_a_title(book):
    found = read(book(Contacts=[["Annex A list 1"], CONTACTS, ROW]))
    assert [row.number for row in found.rows] == [3]


def test_a_list_is_known_by_its_columns_whatever_its_sheet_is_called(book):
    found = read(book(Sheet7=[[None] * 3, [None, *CONTACTS], [None, *ROW]]))
    assert found.rows[0].source.table == "annex_a.1"
    assert found.rows[0].number == 3


def test_the_heading_of_2026_is_the_same_column(book):
    assert read(book(List_1=[[("Sex" if c == "Gender" else c) for c in CONTACTS], ROW])).rows[0].values["Sex"] == "F"


def test_headings_with_slips_of_the_pen_are_understood(book):
    slips = {"Child Unique ID": "Child  unique id ", "Date of Contact": "Date of  Contact:", "Age of Child (Years)": "Age", "Contact Source": "Contact Sorce"}
    found = read(book(List_1=[[slips.get(c, c) for c in CONTACTS], ROW]))
    assert found.rows[0].values["Contact Source"] == "6"
    assert found.faults == []


def test_a_start_is_never_taken_for_an_end(book):
    headings = ["Child Unique ID", "Child Protection Plan Start Date", "Child Protection Plan Start Dates"]
    found = read(book(List_7=[headings, [1, date(2020, 1, 1), date(2020, 2, 2)]]))
    assert "Child Protection Plan End Date" not in found.rows[0].values


def test_a_date_kept_as_text_or_as_a_bare_number_is_a_date(book):
    rows = [[*ROW[:3], "25/01/2015", 6, 44090, "6"], [*ROW[:3], "2015-01-25", 6, "16/09/2020", "6"]]
    found = read(book(List_1=[CONTACTS, *rows]))
    assert [row.values["Date of Contact"] for row in found.rows] == [date(2020, 9, 16)] * 2


def test_dirty_values_are_told_with_their_sheet_row_and_column(book):
    found = read(book(List_1=[CONTACTS, [*ROW[:2], "PSRMEM - Support", *ROW[3:]]]))
    (fault,) = found.faults
    assert (fault.sheet, fault.row, fault.column) == ("List 1", 2, "Ethnicity")
    assert found.rows[0].values["Ethnicity"] is None


def test_a_sheet_of_something_else_is_told_and_the_others_are_read(book):
    found = read(book(Notes=[["Anything"], ["goes"]], List_1=[CONTACTS, ROW]))
    assert len(found.rows) == 1
    assert "Notes" in {f.sheet for f in found.faults}


def test_a_looked_after_table_saved_in_a_workbook_is_read_too(book):
    found = read(book(Episodes=[EPISODES.split(","), ["101", date(2017, 4, 9), "S", "C2", "N1", "U4", "PR1", None, None, None, None, None, None]]))
    assert found.rows[0].source.table == "ssda903.episodes"


def test_swapped_columns_of_a_list_are_seen(book):
    rows = [[*ROW[:3], "q) 6: Police", 6, ROW[5], date(2015, 1, 25)] for _ in range(4)]
    found = read(book(List_1=[CONTACTS, *rows]))
    assert found.rows == []
    assert "look swapped" in found.messages[0]


def test_a_password_is_told(tmp_path):
    path = tmp_path / "secret.xlsx"
    path.write_bytes(ole_with(["EncryptionInfo", "EncryptedPackage"]))
    assert read(path).messages == ["The workbook is protected with a password. Open it, save it without the password and load it again."]


def test_an_old_office_document_that_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "letter.doc"
    path.write_bytes(ole_with(["WordDocument"]))
    assert read(path).messages == ["This is an Office document but not a workbook."]


def test_a_csv_that_calls_itself_a_workbook_is_read_as_what_it_is(tmp_path):
    path = tmp_path / "episodes.xlsx"
    path.write_text(f"{EPISODES}\n101,09/04/2017,S,C2,N1,U4,PR1,,,,,,\n")
    assert len(read(path).rows) == 1


@pytest.mark.parametrize("page", ["<html><table>", "<!DOCTYPE html><html>", "\n <TABLE border=1>"])
def test_a_web_page_that_calls_itself_a_workbook_is_told(tmp_path, page):
    path = tmp_path / "export.xls"
    path.write_text(page)
    assert "This is a web page, whatever its name says" in read(path).messages[0]


def test_a_plain_zip_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "returns.zip", "w") as packed:
        packed.writestr("episodes.csv", EPISODES)
    assert read(tmp_path / "returns.zip").messages == ["This is a zip file. Unpack it and load the folder."]


def test_a_zip_bomb_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "UNPACKED", 1_000_000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "x")
        packed.writestr("xl/worksheets/sheet1.xml", "0" * 5_000_000)
    assert "unpacks to far more than a return ever holds" in read(path).messages[0]


def test_a_cell_at_the_far_corner_does_not_fill_the_memory(book, tmp_path):
    path = book(List_1=[CONTACTS, ROW])
    made = openpyxl.load_workbook(path)
    made["List 1"]["XFD1048576"] = "here"
    made.save(path)
    assert "The sheet sheet1 has a value far away from the others" in read(path).messages[0]


def test_half_a_workbook_is_told(book):
    path = book(List_1=[CONTACTS, ROW])
    path.write_bytes(path.read_bytes()[:2000])
    assert "damaged or cut short" in read(path).messages[0]


def ole_with(streams):
    """The smallest compound document that lists these streams: one directory sector, no content."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    table = struct.pack("<III", 0xFFFFFFFD, end, free) + struct.pack("<I", free) * 125
    return head + table + directory(streams)


def directory(streams):
    """A directory of four entries: the root and up to two streams, each the right sibling of the one before."""
    nothing = 0xFFFFFFFF

    def entry(name, kind, child=nothing, right=nothing):
        text = name.encode("utf-16-le") + b"\0\0" if name else b""
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, nothing, right, child)
                + b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0))  # fmt: skip

    entries = [entry("Root Entry", 5, child=1)]
    entries += [entry(name, 2, right=i + 2 if i + 1 < len(streams) else nothing) for i, name in enumerate(streams)]
    return b"".join([*entries, *[entry("", 0)] * (4 - len(entries))])


OPEN_DOCUMENT = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="List 1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_open_document_is_a_workbook_too(tmp_path):
    def row(cells):
        return "<table:table-row>" + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in cells) + "</table:table-row>"

    path = tmp_path / "annex.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr("content.xml", OPEN_DOCUMENT.format(rows=row(CONTACTS) + row(["A1", "b) Female", "a) WBRI", "25/01/2015", "6", "16/09/2020", "q) 6: Police"])))
    (found,) = read(path).rows
    assert (found.values["Child Unique ID"], found.values["Date of Contact"], found.number) == ("A1", date(2020, 9, 16), 2)


@pytest.mark.parametrize("heading", ["Child ID", "Child's Identifier", "Mosaic ID", "Client Reference", "ID of the child", "Person Number", "ID"])
def test_the_childs_number_is_known_under_the_names_that_systems_give_it(book, heading):
    assert read(book(List_1=[[heading, *CONTACTS[1:]], ROW])).rows[0].values["Child Unique ID"] == "9212044"


def test_an_assessment_is_not_early_help_because_its_heading_is_short(book):
    headings = ["Child Unique ID", "Date of Birth", "Assessment Start Date", "Child Seen During Continuous Assessment", "Date of Authorisation"]
    assert read(book(Assessments=[headings, ["A1", date(2015, 1, 25), date(2026, 1, 5), "Yes", None]])).rows[0].source.table == "annex_a.4"
    headings = ["Child Unique ID", "Date of Birth", "Assessment start date", "Assessment completion date", "Organisation completing assessment"]
    assert read(book(Early_help=[headings, ["A1", date(2015, 1, 25), date(2026, 1, 5), None, "School"]])).rows[0].source.table == "annex_a.2"


def test_every_published_heading_of_2021_and_2024_is_known():
    from goldthread.exchange import annex_a

    for shape in annex_a.SHAPES:
        names = [c.name for c in shape.columns]
        assert list(shape.place(names)) == names, shape.table
        assert list(shape.place([n.upper().replace(" ", "  ") for n in names])) == names
