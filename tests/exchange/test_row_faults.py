"""Each fault says what was found, where, what was expected and what became of the row."""

from datetime import date

import pytest

from tests.exchange.conftest import EPISODES, HEADER, REVIEWS

ONE = "101,09/04/2017,S,C2,N1,U4,PR1,31/10/2017,E4A,,V28 5OY,H8 7NR,1679094"


def test_a_bad_value_in_an_optional_column_keeps_the_row_and_says_without_what(reading):
    found = reading([HEADER, "101,2,17/12/1999,WBRR,,,"], "header_csv")
    assert found.rows[0].values["ETHNIC"] is None
    (fault,) = found.faults
    assert (fault.file, fault.sheet, fault.row, fault.column) == ("header.csv", "", 2, "ETHNIC")
    assert fault.message == (
        "ETHNIC is “WBRR”, which is not one of the ethnicity codes (ABAN, AIND, AOTH, APKN, BAFR, BCRB, BOTH, CHNE and 12 more); "
        "WBRI may be meant. The row was kept without the ethnicity."
    )


def test_a_row_whose_child_cannot_be_told_is_left_out(reading):
    found = reading([REVIEWS, ",17/12/1999,11/08/2017,PN1", "102,17/12/1999,11/08/2017,PN1"])
    assert [row.values["CHILD"] for row in found.rows] == ["102"]
    assert found.messages == ["CHILD is blank. The row was left out, because the child cannot be told."]
    assert (found.files[0].rows, found.files[0].kept) == (2, 1)


def test_a_row_without_its_own_day_is_left_out(reading):
    found = reading([REVIEWS, "101,17/12/1999,29/02/2019,PN1"])
    assert found.rows == []
    assert "REVIEW is “29/02/2019”, a day that never was" in found.messages[0]
    assert "The row was left out, because a review without its day cannot be placed in a life." in found.messages[0]


def test_one_row_may_have_several_faults_and_each_is_told(reading):
    found = reading([EPISODES, ONE.replace(",S,", ",?,").replace("C2", "C9").replace("31/10/2017", "31/02/2017")])
    assert [f.column for f in found.faults] == ["RNE", "LS", "DEC"]
    assert len(found.rows) == 1


def test_the_same_bad_value_is_told_for_every_row_that_has_it(reading):
    found = reading([REVIEWS, *["101,17/12/1999,11/08/2017,PN9"] * 5])
    assert [f.row for f in found.faults] == [2, 3, 4, 5, 6]


def test_an_end_before_its_beginning_is_not_believed(reading):
    good = [ONE] * 9
    found = reading([EPISODES, ONE.replace("31/10/2017", "31/10/2016"), *good])
    assert found.rows[0].values["DEC"] is None
    assert found.messages == ["DEC (31/10/2016) lies before DECOM (09/04/2017). The row was kept without the day the episode ended."]


def test_a_code_of_another_time_is_kept_and_told_once(folder):
    from tests.exchange.conftest import read

    rows = [ONE.replace("U4", "H5").replace("2017", "2027").replace("101", str(n)) for n in range(101, 105)]
    found = read(folder(**{"2028__episodes_csv": [EPISODES, *rows]}))
    assert len(found.rows) == 4
    assert found.rows[0].values["PLACE"] == "H5"
    assert found.messages == ["“H5” belongs to returns until 2024, and this one is of 2028. It was kept; this is said once for the file."]


def test_a_file_without_the_childs_number_is_refused_whole(reading):
    found = reading(["DOB,REVIEW,REVIEW_CODE", "17/12/1999,11/08/2017,PN1"])
    assert found.rows == []
    assert "There is no column CHILD. No row was loaded" in found.messages[0]


SWAPS = {
    "DOB": (HEADER, [f"{n},17/12/1999,2,BCRB,,," for n in range(5)]),
    "SEX": (HEADER, [f"2,{n}1234,17/12/1999,BCRB,,," for n in range(5)]),
    "LS": (EPISODES, [ONE.replace("C2,N1", "N1,C2")] * 5),
    "PLACE_PROVIDER": (EPISODES, [ONE.replace("U4,PR1", "PR1,U4")] * 5),
    "DEC": (EPISODES, [ONE.replace("09/04/2017", "31/12/2017")] * 5),
    "REVIEW": (REVIEWS, [f"{n},11/08/2017,17/12/1999,PN1" for n in range(5)]),
    "UPN": (HEADER, [f"B09713171232{n},2,17/12/1999,BCRB,10{n},," for n in range(5)]),
}


@pytest.mark.parametrize("column", SWAPS)
def test_swapped_columns_are_seen_before_a_row_is_loaded_under_a_wrong_meaning(reading, column):
    header, rows = SWAPS[column]
    found = reading([header, *rows])
    assert found.rows == []
    (fault,) = found.faults
    assert column in fault.message
    assert "look swapped. No row of this table was loaded" in fault.message
    assert fault.row == 1


def test_a_few_strange_values_are_not_a_swap(reading):
    found = reading([HEADER, "1,17/12/1999,2,BCRB,,,", *[f"{n},2,17/12/1999,BCRB,,," for n in range(2, 9)]])
    assert len(found.rows) == 8


def test_a_part_known_date_is_kept_as_far_as_it_is_known(reading):
    found = reading(["CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "101,01/01/2010,P1,330,zz/03/2012", "102,01/01/2010,P1,330,04/03/2012"])
    assert tuple(found.rows[0].values["DATE_PERM"]) == (2012, 3)
    assert found.rows[1].values["DATE_PERM"] == date(2012, 3, 4)
