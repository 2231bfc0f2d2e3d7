from datetime import date, datetime

import pytest

from goldthread.exchange.codes import FACTORS, NEED
from goldthread.exchange.kinds import (
    DAY,
    FLAG,
    IDENTIFIER,
    MANY,
    POSTCODE,
    TEXT,
    UPN,
    URN,
    Unreadable,
    cell_text,
    coded,
    number,
    several,
)

NEEDS = coded(NEED, "category of need codes")


@pytest.mark.parametrize("cell", ["", "  ", "\u00a0", None, "NULL", "nan", "N/A", "#N/A"])
def test_a_blank_in_any_dress_is_none(cell):
    assert NEEDS.read(cell) is None
    assert DAY.read(cell) is None


@pytest.mark.parametrize(("cell", "says"), [(1.0, "1"), (9212044.0, "9212044"), (6.5, "6.5"), (True, "true"), (date(2015, 1, 25), "2015-01-25"),
                                            (datetime(2015, 1, 25), "2015-01-25"), (" a\u00a0 b ", "a b")])  # fmt: skip
def test_cells_of_a_workbook_say_what_a_person_sees(cell, says):
    assert cell_text(cell) == says


@pytest.mark.parametrize("cell", ["N1", "n1", " N1 ", "N1 - Abuse or neglect", "N1: Abuse", "N1–Abuse"])
def test_a_code_is_found_in_any_case_with_or_without_its_words(cell):
    assert NEEDS.read(cell) == "N1"


def test_a_code_nobody_knows_is_told_with_what_was_expected_and_what_may_be_meant():
    with pytest.raises(Unreadable, match=r"not one of the category of need codes \(N0, N1, .* and 2 more\); N1 may be meant"):
        NEEDS.read("NN1")


def test_several_codes_keep_those_that_can_be_read():
    with pytest.raises(Unreadable) as told:
        several(coded(FACTORS, "assessment factors")).read(f"1C{MANY}RB{MANY}6B")
    assert told.value.instead == ("1C", "6B")
    assert "“RB” is not one of the assessment factors" in told.value.reason


@pytest.mark.parametrize(("cell", "value"), [("1", True), ("1.0", True), (1.0, True), ("TRUE", True), ("yes", True), ("0", False), ("False", False), (False, False)])
def test_yes_and_no_are_read_in_every_spelling_of_the_returns(cell, value):
    assert FLAG.read(cell) is value


def test_neither_yes_nor_no_is_not_taken_for_no():
    with pytest.raises(Unreadable, match="neither yes nor no"):
        FLAG.read("maybe")


def test_a_whole_number_may_carry_a_point_nought_but_no_fraction_and_has_bounds():
    score = number(0, 40)
    assert score.read("12.0") == 12
    for cell, reason in (("12.5", "not a whole number"), ("41", "outside 0 to 40"), ("-1", "outside"), ("twelve", "not a whole")):
        with pytest.raises(Unreadable, match=reason):
            score.read(cell)


@pytest.mark.parametrize("cell", ["398768", "398768.0", 398768.0, " 398768 "])
def test_a_child_has_one_number_however_the_spreadsheet_wrote_it(cell):
    assert IDENTIFIER.read(cell) == "398768"


def test_leading_noughts_of_a_number_are_kept():
    assert IDENTIFIER.read("000123") == "000123"


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "<b>", "x" * 50, "a\tb;c"])
def test_an_identifier_is_letters_and_figures(cell):
    with pytest.raises(Unreadable):
        IDENTIFIER.read(cell)


def test_pupil_numbers_postcodes_and_ofsted_numbers_have_a_form():
    assert UPN.read("b097131712320") == "B097131712320"
    assert UPN.read("UN1") == "UN1"
    assert POSTCODE.read("v28 5oy") == "V28 5OY"
    assert POSTCODE.read("SE1") == "SE1"
    assert URN.read("1679094.0") == "1679094"
    assert URN.read("xxxxxxx") == "XXXXXXX"
    for kind in (UPN, POSTCODE, URN):
        with pytest.raises(Unreadable):
            kind.read("nope!")


def test_words_that_look_like_a_formula_stay_words():
    assert TEXT.read("=1+1") == "=1+1"
    assert len(TEXT.read("long " * 5000)) > 20_000


def test_a_workbooks_bare_number_is_a_day_where_days_stand():
    assert DAY.read(42029.0) == date(2015, 1, 25)
    with pytest.raises(Unreadable):
        DAY.read("42029")
