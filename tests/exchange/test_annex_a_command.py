"""`goldthread annex-a` as a person meets it."""

import stat

import openpyxl
import pytest

from goldthread.exchange.annex_a_out import MISSING, sheets
from goldthread.exchange.annex_a_out.command import main
from goldthread.record.models import Look, Restriction
from tests.exchange.annexed import NOW, ON

POLICE = {"source": "6"}


def test_it_writes_the_workbook_and_says_how_many_rows_each_list_has(service, tmp_path, capsys):
    service.child(("contact", ON, POLICE))
    out = tmp_path / "annex.xlsx"
    assert main(["--on", "20/11/2026", "--out", str(out)], now=NOW) == 0
    told = capsys.readouterr().out
    assert f"Annex A for 20/11/2026, as known at {NOW.isoformat()}" in told
    assert "List  1         1" in told and "List 11         0" in told
    assert all(sentence in told for sentence in MISSING)
    assert openpyxl.load_workbook(out)["List 1"].max_row == 2
    assert [path.name for path in tmp_path.iterdir()] == ["annex.xlsx"]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_that_the_lists_were_drawn_is_written_down(service, tmp_path):
    main(["--on", "2026-11-20", "--out", str(tmp_path / "annex.xlsx")], now=NOW)
    look = Look.objects.get()
    assert (look.page, look.person, look.worker, look.at) == ("annex_a_workbook", None, None, NOW)
    assert look.reason == f"For 20/11/2026, as known at {NOW.isoformat()}"


@pytest.mark.parametrize("known, rows", [("2026-11-20", 2), ("2026-11-19", 1), ("2026-11-20T17:28", 2), ("2026-11-20T17:27", 2), ("2026-11-20T09:00", 1)])
def test_a_moment_is_a_day_with_its_end_or_a_time(service, tmp_path, known, rows):
    service.child(("contact", ON, POLICE), now=NOW.replace(hour=10))
    main(["--on", "2026-11-20", "--known", known, "--out", str(tmp_path / "annex.xlsx")], now=NOW)
    assert openpyxl.load_workbook(tmp_path / "annex.xlsx")["List 1"].max_row == rows


@pytest.mark.parametrize(
    "given, said",
    [
        (["--on", "the thirtieth of Never"], "is not a day"),
        (["--on", "2026-11-20", "--known", "2026-11-21"], "Nobody knows what will be known at 21/11/2026"),
    ],
)
def test_a_day_or_moment_that_cannot_be_is_refused_in_a_sentence(db, tmp_path, capsys, given, said):
    with pytest.raises(SystemExit):
        main([*given, "--out", str(tmp_path / "annex.xlsx")], now=NOW)
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_so(db, tmp_path):
    with pytest.raises(SystemExit, match="There is no folder"):
        main(["--on", "2026-11-20", "--out", str(tmp_path / "gone" / "annex.xlsx")], now=NOW)


def test_a_folder_where_the_workbook_should_be_named_is_said_so(db, tmp_path):
    with pytest.raises(SystemExit, match="is a folder"):
        main(["--on", "2026-11-20", "--out", str(tmp_path)], now=NOW)


def test_a_workbook_that_fails_half_way_leaves_the_old_one_as_it_was(service, tmp_path, monkeypatch):
    service.child(("contact", ON, POLICE), ("contact", ON, {"source": "2A"}))
    out = tmp_path / "annex.xlsx"
    out.write_bytes(b"the old one")
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(sheets.TooLong):
        main(["--on", "2026-11-20", "--out", str(out)], now=NOW)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_the_layout_of_2026_is_asked_for(service, tmp_path):
    main(["--on", "2026-11-20", "--out", str(tmp_path / "annex.xlsx"), "--layout", "2026"], now=NOW)
    assert openpyxl.load_workbook(tmp_path / "annex.xlsx")["List 1"].cell(1, 2).value == "Sex"


def test_restricted_children_are_told_as_a_count(service, tmp_path, capsys):
    person = service.child(("contact", ON, POLICE))
    Restriction.objects.create(person_id=person, worker=service.priya, why="Her aunt works here")
    main(["--on", "2026-11-20", "--out", str(tmp_path / "annex.xlsx")], now=NOW)
    assert "open to named people only: 1. Send it to nobody" in capsys.readouterr().out
    main(["--on", "2026-11-20", "--out", str(tmp_path / "annex.xlsx"), "--without-restricted"], now=NOW)
    assert "People left out because their records are open to named people only: 1." in capsys.readouterr().out
    assert openpyxl.load_workbook(tmp_path / "annex.xlsx")["List 1"].max_row == 1
