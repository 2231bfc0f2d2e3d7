"""`goldthread read-report`: many files at once, as a summary or as JSON."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goldthread.inspection.read_command import as_json, main, summary
from goldthread.inspection.reading import Reading, apart, read
from tests.inspection import made_reports as made

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
NAME = "80000-wrenford-2022-07-05.pdf"


@pytest.fixture
def files(tmp_path) -> Path:
    (tmp_path / NAME).write_bytes(made.ilacs(items=("The pace of permanence planning.",)).pdf)
    (tmp_path / "board.pdf").write_bytes(made.board_review().pdf)
    (tmp_path / "page.pdf").write_bytes(b"<!DOCTYPE html><html></html>")
    (tmp_path / "notes.txt").write_text("not looked at")
    return tmp_path


def test_every_file_is_written_as_json_in_order(files):
    out = files / "readings.json"
    assert main([str(files / "page.pdf"), str(files / NAME), "--json", str(out)], now=NOW) == 0
    page, report = json.loads(out.read_text())
    assert page["file"] == "page.pdf"
    assert page["problem"].startswith("page.pdf is a web page")
    assert report == {
        "file": NAME,
        "authority": "Wrenford",
        "framework": "ilacs_2023",
        "inspection_start": "2022-05-09",
        "inspection_end": "2022-05-20",
        "published": "2022-07-05",
        "lead_inspector": "Jo Example",
        "judgements": [{"area": made.KEYS[label], "label": label, "grade": "good", "page": 1, "sure": True} for label in made.FORM_2023],
        "improvements": [{"text": "The pace of permanence planning.", "page": report["improvements"][0]["page"], "section": "local_authority", "priority": None}],
        "problem": None,
    }


def test_a_folder_is_its_pdf_files(files, capsys):
    main([str(files)], now=NOW)
    told = capsys.readouterr().out
    assert [line for line in told.splitlines() if line and not line.startswith(" ")] == [NAME, "board.pdf", "page.pdf"]


def test_without_json_a_person_can_read_it(files, capsys):
    assert main([str(files / NAME)], now=NOW) == 0
    told = capsys.readouterr().out
    for words in ("Wrenford", "9 May 2022", "Jo Example", "Overall effectiveness (page 1)", "1. The pace of permanence planning."):
        assert words in told
    assert "doubtful: The report prints no day of publication" in told


def test_where_nothing_could_be_read_the_command_fails(files, capsys):
    assert main([str(files / "page.pdf"), str(files / "gone.pdf")], now=NOW) == 1
    assert "gone.pdf cannot be opened: No such file or directory. Check the name and try again." in capsys.readouterr().out


def test_a_list_that_a_report_does_not_hold_is_said_in_json():
    told = as_json(read(made.ilacs(heading="").pdf, NAME))
    assert (told["improvements"], told["problem"]) == ([], "It has no section that says what needs to improve.")


def test_a_folder_to_write_in_must_be_there(files):
    with pytest.raises(SystemExit, match="There is no folder"):
        main([str(files / NAME), "--json", str(files / "no" / "out.json")], now=NOW)


def test_a_refused_file_is_summed_up_in_its_sentence():
    assert list(summary(Reading("a.pdf", problem="a.pdf is empty. Download the report again."))) == ["a.pdf", "  a.pdf is empty. Download the report again."]


def test_it_needs_no_database_and_no_settings(files):
    command = [sys.executable, "-m", "goldthread.commands", "read-report", str(files / NAME)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "DATABASE"))} | {"GOLDTHREAD_HOME": "/nowhere"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Jo Example" in done.stdout


def crash(path):
    if path.name == "page.pdf":
        os._exit(9)
    return apart.read(path.read_bytes(), path.name)


def test_a_file_that_breaks_its_process_is_told_and_stops_no_other(files, monkeypatch):
    monkeypatch.setattr(apart, "read_file", crash)
    readings = list(apart.read_files([files / "page.pdf", files / NAME, files / "board.pdf"]))
    assert [bool(reading.problem) for reading in readings] == [True, False, False]
    assert "takes more time or memory than any report does, or is damaged" in readings[0].problem


def dawdle(path):
    while True:
        pass


def test_a_file_that_takes_too_long_is_given_up(files, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 1)
    monkeypatch.setattr(apart, "read_file", dawdle)
    (reading,) = apart.read_files([files / NAME])
    assert reading.problem.startswith(f"{NAME} takes more time")


def test_a_reader_apart_that_breaks_is_told(monkeypatch):
    monkeypatch.setattr(apart, "READER", "goldthread.no_such_reader")
    assert apart.read_apart(b"%PDF-", "sent.pdf").problem.startswith("sent.pdf takes more time or memory")


def test_a_file_from_a_stranger_is_read_apart_with_the_same_answer():
    report = made.ilacs()
    assert apart.read_apart(report.pdf, NAME) == read(report.pdf, NAME)


def answers(monkeypatch, tmp_path, python: str):
    """The reader of strangers' files is this program instead."""
    (tmp_path / "broken_reader.py").write_text(python)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(apart, "READER", "broken_reader")


def test_a_reader_that_a_file_took_over_runs_nothing_here(monkeypatch, tmp_path):
    mark = tmp_path / "mark"
    answers(monkeypatch, tmp_path, f"""
import os, pickle, sys
class Bomb:
    def __reduce__(self):
        return os.mkdir, ({str(mark)!r},)
sys.stdout.buffer.write(pickle.dumps(Bomb()))
""")
    assert apart.read_apart(b"%PDF-", "sent.pdf").problem.startswith("sent.pdf takes more time or memory")
    assert not mark.exists()


def test_a_reader_apart_is_told_no_secret_of_the_server(monkeypatch, tmp_path):
    monkeypatch.setenv("GOLDTHREAD_SECRET", "a key")
    answers(monkeypatch, tmp_path, """
import os, sys
from goldthread.inspection.reading import Reading
from goldthread.inspection.reading.written import written
sys.stdout.buffer.write(written(Reading("sent.pdf", problem=" ".join(os.environ))))
""")
    told = apart.read_apart(b"%PDF-", "sent.pdf").problem.split()
    assert "PYTHONPATH" in told and not any(name.startswith("GOLDTHREAD") for name in told)


def test_a_folder_without_reports_is_said(tmp_path):
    with pytest.raises(SystemExit, match="There is no PDF in"):
        main([str(tmp_path)], now=NOW)
