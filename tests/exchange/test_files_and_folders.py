"""Which files are read, in which order, and what is said of those that are not."""

import os
from datetime import date
from pathlib import Path

import pytest

from goldthread.exchange.mapping_ssda903 import told_on
from goldthread.exchange.reading import Reading
from goldthread.exchange.years import year_of_name
from tests.exchange.conftest import EPISODES, REVIEWS, read

REVIEW = "101,17/12/1999,11/08/2017,PN1"


@pytest.mark.parametrize(("name", "year"), {
    "2017-episodes.csv": 2017, "episodes_2017-18.csv": 2018, "episodes 2017_2018.csv": 2018, "903 201718 reviews.csv": 2018, "2019/reviews.csv": 2019,
    "returns 2017-18/episodes.csv": 2018, "SSDA903_20190401.csv": 2019, "episodes.csv": None, "ssda903_2017_2021/episodes.csv": None,
    "CIN census 2021-2022.xml": 2022, "2018/2019-episodes.csv": 2019, "export 2021-05-03.csv": 2021,
}.items())  # fmt: skip
def test_the_year_is_read_from_the_name_or_the_nearest_folder(name, year):
    assert year_of_name(Path("/returns") / name, Path("/returns")) == year


def test_without_a_name_the_days_inside_tell_the_year(folder):
    rows = [f"{n},{d},S,C2,N1,U4,PR1,,,,,," for n, d in enumerate(["09/04/2017", "31/03/2018", "01/05/2017"] * 10)]
    assert {row.source.year for row in read(folder(episodes_csv=[EPISODES, *rows])).rows} == {2018}


def test_a_return_named_by_the_year_it_begins_in_closes_in_the_next():
    assert told_on(2017, date(2018, 3, 28)) == date(2018, 3, 31)
    assert told_on(2018, date(2018, 3, 28)) == date(2018, 3, 31)
    assert told_on(2018, None) == date(2018, 3, 31)
    assert told_on(None, date(2017, 5, 1)) == date(2018, 3, 31)
    assert told_on(None, None) is None


def test_older_returns_are_read_first_so_that_the_newest_has_the_last_word(folder):
    made = folder(**{"2019__reviews_csv": [REVIEWS, REVIEW], "2017__reviews_csv": [REVIEWS, REVIEW], "2018__reviews_csv": [REVIEWS, REVIEW]})
    assert [f.year for f in read(made).files] == [2017, 2018, 2019]


def test_a_file_given_twice_is_read_once(folder):
    made = folder(reviews_csv=[REVIEWS, REVIEW])
    assert len(read(made, made / "reviews.csv", made / "reviews.csv").rows) == 1


def test_a_folder_that_links_to_itself_ends(folder):
    made = folder(reviews_csv=[REVIEWS, REVIEW])
    os.symlink(made, made / "again")
    os.symlink(made / "nowhere", made / "gone.csv")
    found = read(made)
    assert len(found.rows) == 1
    assert "cannot be read" in found.messages[0] or "leads nowhere" in found.messages[0]


def test_what_systems_leave_lying_about_is_passed_over(folder):
    made = folder(reviews_csv=[REVIEWS, REVIEW])
    (made / ".DS_Store").write_bytes(b"\0\1")
    (made / "~$annex.xlsx").write_bytes(b"lock")
    assert read(made).messages == []


@pytest.mark.parametrize(("content", "sentence"), {
    b"": "The file is empty.", b"\xef\xbb\xbf \r\n\r\n": "The file is empty.", b"\0" * 500: "The file is empty.",
    b"%PDF-1.7 ...": "This is a PDF.", b"\x1f\x8b\x08....": "This is a packed file.", bytes(range(256)) * 20: "it is not text, and not a workbook",
    b"Dear colleague,\nthe returns are in the post.": "none of the tables that can be loaded", b'{"children": []}': "none of the tables",
}.items())  # fmt: skip
def test_what_is_no_return_gets_a_sentence(reading, content, sentence):
    found = reading(content, "file_csv")
    assert found.rows == []
    assert any(sentence in message for message in found.messages)


def test_a_path_that_is_not_there_gets_a_sentence(tmp_path):
    assert read(tmp_path / "nothing").messages == ["There is no such file or folder."]
    assert read(tmp_path).messages == ["The folder holds no file that could be a return."]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert read(tmp_path).messages == ["This is not a file that can be read."]


def test_a_file_that_may_not_be_read_gets_a_sentence(folder, monkeypatch):
    made = folder(reviews_csv=[REVIEWS, REVIEW])

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "this account has no permission" in read(made).messages[0]


def test_counts_say_how_many_rows_were_found_and_how_many_kept(folder):
    (file,) = read(folder(reviews_csv=[REVIEWS, REVIEW, REVIEW.replace("101", ""), REVIEW])).files
    assert (file.rows, file.kept, file.kind) == (3, 2, "ssda903.reviews")


def test_a_second_look_at_the_files_keeps_its_counts_to_itself(folder):
    reading = Reading.of([folder(reviews_csv=[REVIEWS, REVIEW])])
    assert len(list(reading.rows())) == len(list(reading.once_more().rows())) == 1
    assert reading.files[0].rows == 1


def test_a_name_that_no_alphabet_knows_is_shown_as_well_as_it_can_be(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9-reviews.csv")).write_text("\n".join([REVIEWS, REVIEW]))
    found = read(tmp_path)
    assert found.files[0].shown == "caf -reviews.csv"
    assert len(found.rows) == 1
