"""CSV files as they come: encodings, delimiters, quotation marks, broken ends."""

from datetime import date

import pytest

from tests.exchange.conftest import EPISODES, HEADER, REVIEWS, read

ONE = "101,09/04/2017,S,C2,N1,U4,PR1,31/10/2017,E4A,,V28 5OY,H8 7NR,1679094"


def test_each_row_is_read_with_the_number_a_spreadsheet_shows(reading):
    found = reading([EPISODES, ONE, ONE.replace("101", "102")])
    assert [row.number for row in found.rows] == [2, 3]
    assert found.rows[0].values["DECOM"] == date(2017, 4, 9)
    assert found.rows[0].values["REASON_PLACE_CHANGE"] is None
    assert found.rows[0].source.table == "ssda903.episodes"
    assert found.faults == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_english_file_reads_the_same_in_every_encoding(reading, encoding, line_end):
    found = reading((line_end.join([EPISODES, ONE, ONE]) + line_end).encode(encoding))
    assert [row.values["CHILD"] for row in found.rows] == ["101", "101"]
    assert found.faults == []


def test_a_western_code_page_is_read_and_told(reading):
    found = reading(("SW_ID,CHILD,DOB,SW_DECOM,SW_DEC,SW_REASON\nSW1,101,01/01/2010,01/04/2024,,£ ’ é\n").encode("cp1252"))
    assert len(found.rows) == 1
    assert "not valid UTF-8; it was read as Windows-1252" in found.messages[0]
    assert "£ ’ é" in found.messages[1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_will_do(reading, delimiter):
    assert len(reading([EPISODES.replace(",", delimiter), ONE.replace(",", delimiter)]).rows) == 1


def test_a_delimiter_declared_for_excel_is_no_row(reading):
    found = reading(["sep=;", EPISODES.replace(",", ";"), ONE.replace(",", ";")])
    assert [row.number for row in found.rows] == [3]


def test_columns_may_stand_in_any_order_case_and_spacing_with_spare_ones(reading):
    found = reading(["review code, Review ,dob,,CHILD ,", "PN1,11/08/2017,17/12/1999,,101,"])
    assert found.rows[0].values == {"CHILD": "101", "DOB": date(1999, 12, 17), "REVIEW": date(2017, 8, 11), "REVIEW_CODE": "PN1"}
    assert found.faults == []


def test_a_column_of_no_return_is_named_and_not_read(reading):
    found = reading([REVIEWS + ",SHOE", "101,17/12/1999,11/08/2017,PN1,9"])
    assert "SHOE is not a column of this return" in found.messages[0]
    assert len(found.rows) == 1


def test_headings_may_stand_below_a_title(reading):
    found = reading(["Reviews of 2017", "", REVIEWS, "101,17/12/1999,11/08/2017,PN1"])
    assert [row.number for row in found.rows] == [4]


def test_a_table_is_known_by_its_columns_whatever_its_name(folder):
    found = read(folder(wrong__name_csv=[HEADER, "101,2,17/12/1999,BCRB,B097131712320,1.0,21/11/2017"]))
    assert found.rows[0].source.table == "ssda903.header"
    assert found.rows[0].values["SEX"] == "F"
    assert found.rows[0].values["MOTHER"] is True


def test_blank_lines_count_as_rows_but_hold_none(reading):
    found = reading([REVIEWS, "", "101,17/12/1999,11/08/2017,PN1", ",,,", "102,17/12/1999,11/08/2017,PN1"])
    assert [row.number for row in found.rows] == [3, 5]
    assert found.files[0].rows == 2


def test_a_file_that_breaks_off_keeps_its_whole_rows(reading):
    found = reading("\n".join([EPISODES, ONE, ONE[:30]]))
    assert len(found.rows) == 1
    assert found.faults[0].row == 3
    assert "breaks off in this row, after 8 of 13 values" in found.messages[0]


def test_a_last_row_without_a_line_end_is_whole(reading):
    assert len(reading("\n".join([EPISODES, ONE])).rows) == 1


def test_a_row_with_too_many_values_is_left_out_because_nobody_knows_where_they_belong(reading):
    found = reading([REVIEWS, "101,17/12/1999,11/08/2017,PN1,,", "101,17/12/1999,11/08/2017,PN1,extra"])
    assert len(found.rows) == 1
    assert "has 5 values where 4 columns are named" in found.messages[0]
    assert found.faults[0].row == 3


def test_a_row_with_too_few_values_is_kept_with_blanks_and_told(reading):
    found = reading([EPISODES, "101,09/04/2017,S", ONE])
    assert len(found.rows) == 2
    assert found.rows[0].values["DEC"] is None
    assert "the last 10 were taken as blank" in found.messages[0]


def test_a_quoted_cell_may_run_over_lines(reading):
    found = reading("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n101,01/01/2010,P1,\"two\nlines\",zz/03/2012\n102,01/01/2010,Z1,,\n")
    assert [row.number for row in found.rows] == [2, 3]
    assert found.rows[0].values["LA_PERM"] == "two lines"


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest(reading):
    lines = ["CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", '101,01/01/2010,P1,"Kent,'] + [f"{n},01/01/2010,Z1,," for n in range(200, 900)]
    found = reading(lines)
    assert len(found.rows) == 701
    assert "opened in this line and never closed" in found.messages[0]
    assert found.faults[0].row == 2


def test_zero_bytes_are_left_out_and_told(reading):
    found = reading([REVIEWS, "10\x001,17/12/1999,11/08/2017,PN1\x00"])
    assert found.rows[0].values["CHILD"] == "101"
    assert "2 zero bytes" in found.messages[0]


def test_formulas_and_very_long_words_are_kept_as_words(reading):
    found = reading(["CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "101,01/01/2010,P1,=cmd|' /C calc'!A0,", f"102,01/01/2010,P1,{'x' * 300_000},"])
    assert found.rows[0].values["LA_PERM"] == "=cmd|' /C calc'!A0"
    assert len(found.rows[1].values["LA_PERM"]) == 300_000


def test_lines_that_end_the_old_way_are_lines(reading):
    assert len(reading("\r".join([EPISODES, ONE, ONE]) + "\r").rows) == 2


def test_a_cell_too_long_to_be_read_costs_its_row_only(reading):
    found = reading([REVIEWS, f"{'9' * 5_000_000},17/12/1999,11/08/2017,PN1", "101,17/12/1999,11/08/2017,PN1"])
    assert [row.number for row in found.rows] == [3]
    assert found.faults[0].row == 2
    assert "The row cannot be read" in found.messages[0]
