"""Promises of Wrenford's own inspection report: the same for everybody, and read as it was written."""

import subprocess
import sys
from datetime import date

import pytest

from goldthread.demo import report
from goldthread.inspection.reading import read
from goldthread.inspection.ties import suggest


@pytest.fixture(scope="module")
def reading():
    return read(report.pdf(), report.FILE_NAME)


def test_it_is_the_same_file_every_time():
    assert report.pdf() == report.pdf()


def test_its_front_page_is_read_without_a_doubt(reading):
    said = {name: getattr(reading, name) for name in ("authority", "framework", "inspection_start", "inspection_end", "lead_inspector")}
    assert {name: found.value for name, found in said.items()} == {
        "authority": "Wrenford", "framework": "ilacs_2023", "inspection_start": date(2026, 2, 2), "inspection_end": date(2026, 2, 13),
        "lead_inspector": "Ottilie Brackenshaw",
    }  # fmt: skip
    assert all(found.sure for found in said.values()) and not reading.problem


def test_its_day_of_publication_is_not_printed_so_the_one_in_its_name_is_a_doubt(reading):
    assert reading.published.value == date(2026, 3, 24) and not reading.published.sure


def test_each_of_its_five_grades_is_read_on_the_first_page(reading):
    assert [(j.label, j.grade_label) for j in reading.judgements] == [tuple(grade) for grade in report.words()["grades"]]
    assert all(j.page == 1 and j.sure for j in reading.judgements)


def test_each_of_the_five_things_to_improve_is_read_word_for_word_on_its_page(reading):
    assert [i.text for i in reading.improvements] == report.words()["improve"]
    assert [i.page for i in reading.improvements] == [2, 2, 2, 2, 3]


@pytest.mark.parametrize("number, measures", [
    (0, {"cp_seen_in_time", "cp_seen_alone"}), (1, {"prebirth_by_20_weeks"}), (2, {"adviser_by_16_half"}), (3, {"plan_actions_named"}), (4, {"abuse_two_agencies"}),
])  # fmt: skip
def test_its_words_suggest_the_measures_that_should_move(number, measures):
    suggested = {one.measure.code for one in suggest(report.words()["improve"][number])}
    assert measures <= suggested


def test_nothing_in_it_is_the_inspectorates_own():
    said = str(report.words())
    assert "Ofsted" not in said and "Crown" not in said
    assert "made up" in report.words()["closing"][0]


def test_a_server_that_forks_after_the_report_was_made_can_still_print():
    served = """
import os
from goldthread.demo import report
report.pdf()
child = os.fork()
if child == 0:
    import typst
    typst.compile(b"= A page", format="pdf")
    os._exit(0)
os._exit(os.waitpid(child, 0)[1])
"""
    assert subprocess.run([sys.executable, "-c", served], timeout=60, check=False).returncode == 0


def test_the_command_writes_it(tmp_path, capsys):
    file = tmp_path / "report.pdf"
    assert report.main([str(file)], now=None) == 0
    assert file.read_bytes() == report.pdf() and str(file) in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said(tmp_path, capsys):
    assert report.main([str(tmp_path / "no" / "report.pdf")], now=None) == 1
    assert "Name a file in a folder of your own" in capsys.readouterr().err
