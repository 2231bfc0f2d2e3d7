"""Events that cannot be right are refused by name, in a sentence that says what to do, before anything is written."""

import os
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from tests.replay.making import KINDS, NOON, one_good, row, write_part

ASKED = ("--on", "2026-11-20", "--rules", "FD01")


def test_a_missing_column_is_named_with_what_may_be_meant(folder, refused):
    kinds = {("superceded" if name == "superseded" else name): kind for name, kind in KINDS.items()}
    write_part(folder, 0, [], kinds)
    said = refused(folder)
    assert "part-0000.parquet has no column `superseded`" in said
    assert "Is `superceded` meant?" in said
    assert said.endswith("Nothing was written.")


@pytest.mark.parametrize(
    ("column", "kind", "found"),
    [("person", pa.string(), "VARCHAR"), ("day", pa.string(), "VARCHAR"), ("entry", pa.int64(), "BIGINT"),
     ("word", pa.int32(), "INTEGER"), ("recorded", pa.timestamp("us"), "TIMESTAMP"), ("at", pa.date32(), "DATE")],
)  # fmt: skip
def test_a_column_of_the_wrong_type_is_named_with_both_types(folder, refused, column, kind, found):
    write_part(folder, 0, [], KINDS | {column: kind})
    said = refused(folder)
    assert f"part-0000.parquet has {found} in its column `{column}`, where" in said


def test_text_that_is_coded_by_a_dictionary_is_text(folder, run, tmp_path):
    coded = pa.dictionary(pa.int32(), pa.string())
    write_part(folder, 0, [row()], KINDS | {"key": coded, "entry": coded, "word": pa.large_string()})
    assert run(folder, *ASKED, "--out", tmp_path / "out")[0] == 0


def test_an_unknown_word_is_named_with_the_child_and_the_word_it_may_be(folder, refused):
    write_part(folder, 0, [row(1), row(9, "refferal.received")])
    said = refused(folder)
    assert "has the word `refferal.received` (child 9, refferal.received on 2026-03-02, entry 7), which no duty knows" in said
    assert "Is `referral.received` meant?" in said


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1899, 12, 31), date(2151, 1, 1), date(1, 1, 1)])
def test_a_day_that_cannot_be_is_named(folder, refused, day):
    write_part(folder, 0, [row(1), row(4, day=day)])
    said = refused(folder)
    assert f"has {day.isoformat()} in `day` (child 4," in said
    assert "Years run from 1900 to 2150" in said


def test_the_first_and_the_last_day_that_can_be_are_taken(folder, run, tmp_path):
    write_part(folder, 0, [row(1, day=date(1900, 1, 1)), row(1, "person.born", day=date(2150, 12, 31))])
    assert run(folder, *ASKED, "--out", tmp_path / "out")[0] == 0


@pytest.mark.parametrize("column", ["at", "recorded", "superseded"])
def test_a_moment_that_cannot_be_is_named(folder, refused, column):
    write_part(folder, 0, [row(3, **{column: datetime(9999, 1, 1, tzinfo=UTC)})])
    assert f"in `{column}` (child 3," in refused(folder)


def test_a_child_in_two_files_is_named_with_both(folder, refused):
    one, other = write_part(folder, 0, [row(1), row(5)]), write_part(folder, 1, [row(3), row(5)])
    said = refused(folder)
    assert f"Child 5 is in {one} and in {other}" in said
    assert "Write all the words of a child into one file." in said


def test_a_child_in_two_files_is_found_among_files_that_overlap_no_other(folder, refused):
    for number in range(6):
        write_part(folder, number, [row(100 * number + n) for n in range(50)])
    write_part(folder, 6, [row(249), row(260), row(217)])
    assert "Child 217 is in" in refused(folder)


def test_the_same_file_under_two_names_is_a_child_in_two_files(folder, refused):
    file = one_good(folder)
    (folder / "part-0001.parquet").write_bytes(file.read_bytes())
    assert "Child 1 is in" in refused(folder)


def test_files_divided_in_another_way_are_taken_where_no_child_is_in_two(folder, run, tmp_path):
    write_part(folder, 0, [row(n) for n in range(0, 40, 2)])
    write_part(folder, 1, [row(n) for n in range(1, 40, 2)])
    status, _, said = run(folder, *ASKED, "--out", tmp_path / "out")
    assert status == 0
    assert "their children are compared" in said


def test_a_file_that_was_cut_short_is_named(folder, refused):
    file = write_part(folder, 0, [row(n) for n in range(500)])
    file.write_bytes(file.read_bytes()[:-20])
    said = refused(folder)
    assert f"{file} is cut short" in said
    assert "Copy it again" in said


def test_what_is_no_parquet_file_is_named(folder, refused):
    folder.mkdir()
    (folder / "part-0000.parquet").write_text("person,word\n1,referral.received\n" * 20)
    assert "part-0000.parquet is not a Parquet file" in refused(folder)


def test_a_file_without_a_byte_is_named(folder, refused):
    one_good(folder)
    (folder / "part-0001.parquet").touch()
    assert "part-0001.parquet is empty, without a single byte" in refused(folder)


def test_a_file_damaged_in_the_middle_is_found_before_anything_is_written(folder, refused):
    """Its end is whole, and lists pages that cannot be read."""
    file = write_part(folder, 0, [row(n, entry=str(n * 7919), key=str(n * 104729)) for n in range(3000)])
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 600] = bytes(600)
    file.write_bytes(whole)
    said = refused(folder)
    assert f"{file}" in said
    assert "damaged" in said or "has" in said


def test_an_end_that_makes_no_sense_is_named(folder, refused):
    file = write_part(folder, 0, [row()])
    whole = file.read_bytes()
    file.write_bytes(whole[:-40] + b"\xff" * 32 + whole[-8:])
    assert f"{file} is damaged" in refused(folder)


def test_an_empty_folder_is_named(folder, refused):
    folder.mkdir()
    assert f"{folder} has no file of events" in refused(folder)


def test_a_folder_that_is_not_there_is_named(folder, refused):
    assert f"{folder} cannot be read: No such file or directory" in refused(folder)


def test_a_file_in_place_of_a_folder_is_named(folder, refused):
    folder.write_text("")
    assert f"{folder} cannot be read: Not a directory" in refused(folder)


def test_a_file_that_cannot_be_read_is_named(folder, refused):
    """A link that leads nowhere cannot be read by anybody, whoever runs the tests."""
    one_good(folder)
    os.symlink(folder / "gone", folder / "part-0001.parquet")
    assert "part-0001.parquet cannot be read: No such file or directory" in refused(folder)


def test_a_folder_named_like_a_file_cannot_be_read(folder, refused):
    one_good(folder)
    (folder / "part-0001.parquet").mkdir()
    assert "part-0001.parquet cannot be read: Is a directory" in refused(folder)


def test_a_version_replaced_before_it_was_recorded_is_named(folder, refused):
    write_part(folder, 0, [row(6, recorded=NOON, superseded=datetime(2026, 3, 1, tzinfo=UTC))])
    assert "before it was recorded (child 6," in refused(folder)


@pytest.mark.parametrize("column", ["person", "word", "day", "key", "entry", "recorded"])
def test_nothing_where_something_must_be_is_named(folder, refused, column):
    write_part(folder, 0, [row(1), row(2) | {column: None}])
    assert f"has no value in `{column}`" in refused(folder)


def test_an_entry_without_a_name_is_named(folder, refused):
    write_part(folder, 0, [row(8, entry="")])
    assert "has nothing in `entry` (child 8," in refused(folder)


def test_a_child_with_a_number_below_nothing_is_named(folder, refused):
    write_part(folder, 0, [row(-5)])
    assert "has a child with the number -5" in refused(folder)


def test_the_rows_cannot_be_written_among_the_events(folder, refused):
    one_good(folder)
    assert "cannot be written there too" in refused(folder, out=folder)
    assert "lies in the folder of the events" in refused(folder, out=folder / "rows")


def test_nor_by_another_name_of_the_same_folder(folder, run, tmp_path):
    one_good(folder)
    os.symlink(folder, tmp_path / "same")
    status, _, said = run(folder, "--on", "2026-11-20", "--out", tmp_path / "same")
    assert status == 1
    assert "cannot be written there too" in said
    assert [file.name for file in folder.iterdir()] == ["part-0000.parquet"]


def test_a_folder_with_somebody_elses_files_is_left_alone(folder, tmp_path, run):
    one_good(folder)
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("Dear all")
    status, _, said = run(folder, "--on", "2026-11-20", "--out", out)
    assert status == 1
    assert "letter.txt was not written by a replay" in said
    assert [file.name for file in out.iterdir()] == ["letter.txt"]


def test_another_folder_of_events_is_never_written_over(folder, tmp_path, run):
    one_good(folder)
    other = write_part(tmp_path / "other", 0, [row(1)])
    before = other.read_bytes()
    assert run(folder, "--on", "2026-11-20", "--out", tmp_path / "other")[0] == 1
    assert other.read_bytes() == before


def test_a_file_in_place_of_the_folder_to_write_to_is_named(folder, tmp_path, run):
    one_good(folder)
    (tmp_path / "out").write_text("")
    assert "out is a file. Name a folder" in run(folder, "--on", "2026-11-20", "--out", tmp_path / "out")[2]


def test_every_file_with_a_fault_is_named_at_once(folder, refused):
    write_part(folder, 0, [row(1, "nothing.known")])
    write_part(folder, 1, [row(2, day=date(9999, 1, 1)), row(2, "nothing.known")])
    said = refused(folder)
    assert said.count("part-0001.parquet has") == 2
    assert said.count("part-0000.parquet has") == 1


def test_very_many_faults_are_told_in_part(folder, refused):
    for number in range(25):
        write_part(folder, number, [row(number, "nothing.known")])
    said = refused(folder)
    assert said.count("nothing.known`") == 20
    assert "There are 5 more." in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["--on", "31/02/2026"], "February 2026 had no day 31"), (["--on", "2026-11-20", "--processes", "0"], "is not a number from 1"),
     (["--on", "2026-11-20", "--rules", "XX99"], "There is no duty XX99"), (["--on", "2026-11-20", "--known", "soon"], "'soon' is not a day")],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_in_a_sentence(folder, tmp_path, run, capsys, arguments, sentence):
    one_good(folder)
    with pytest.raises(SystemExit):
        run(folder, *arguments, "--out", tmp_path / "out")
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_settings_file_that_is_not_there_is_named(folder, refused, tmp_path):
    one_good(folder)
    assert "nowhere.yaml cannot be read: No such file" in refused(folder, "--settings", tmp_path / "nowhere.yaml")
