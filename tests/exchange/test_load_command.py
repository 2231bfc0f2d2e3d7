"""`goldthread load` as a person meets it."""

import json

import pytest

from goldthread.exchange.command import main
from goldthread.people.models import Team
from goldthread.record.models import Person, Standing
from tests.exchange.conftest import EPISODES, HEADER, NOW

pytestmark = pytest.mark.django_db

FILES = {
    "2017__header_csv": [HEADER, "101,2,17/12/2009,BCRB,,,", "102,2,17/12/2009,????,,,"],
    "2017__episodes_csv": [EPISODES, "101,09/04/2017,S,C2,N1,U4,PR1,,,,,,"],
}


def test_the_report_says_what_came_in_and_what_became_of_it(folder, tmp_path, capsys):
    report = tmp_path / "out" / "report.json"
    report.parent.mkdir()
    made = folder(**FILES)
    assert main([str(made / "2017-header.csv"), str(made / "2017-episodes.csv"), "--report", str(report)], now=NOW) == 0
    told = json.loads(report.read_text())
    assert (told["rows"], told["children"]) == (3, 2)
    assert told["entries"] == {"legal_status": 1, "looked_after": 1, "person": 2, "placement": 1}
    assert [f["file"] for f in told["files"]] == ["2017-header.csv", "2017-episodes.csv"]
    (fault,) = told["faults"]
    assert (fault["file"], fault["sheet"], fault["row"], fault["column"]) == ("2017-header.csv", "", 3, "ETHNIC")
    printed = capsys.readouterr()
    assert "3 rows of 2 children, 2 of them new to the record." in printed.out
    assert "New entries: 5 (" in printed.out
    assert "2017-header.csv, row 3, ETHNIC: ETHNIC is “????”" in printed.out
    assert "3 rows" in printed.err


def test_a_second_load_reports_no_new_entries(folder, tmp_path, capsys):
    made = folder(**FILES)
    main([str(made)], now=NOW)
    assert main([str(made), "--report", str(tmp_path / "again.json")], now=NOW) == 0
    assert json.loads((tmp_path / "again.json").read_text())["entries"] == {}
    assert "New entries: none." in capsys.readouterr().out


def test_strict_stops_with_a_sentence_and_keeps_nothing(folder, tmp_path, capsys):
    assert main([str(folder(**FILES)), "--strict", "--report", str(tmp_path / "r.json")], now=NOW) == 1
    told = capsys.readouterr()
    assert "so nothing was loaded" in told.err
    assert "Nothing was kept: the record is as it was." in told.out
    assert json.loads((tmp_path / "r.json").read_text())["kept"] is False
    assert Person.objects.count() == 0


def test_nothing_to_read_is_no_success(tmp_path, capsys):
    assert main([str(tmp_path / "gone.csv")], now=NOW) == 1
    assert "There is no such file or folder." in capsys.readouterr().out


def test_open_children_wait_in_the_queue_of_the_team_that_was_named(folder):
    east = Team.objects.create(name="East")
    main([str(folder(**FILES)), "--team", "east", "--quiet"], now=NOW)
    assert Standing.objects.get(reference="101").team == east


def test_a_team_or_worker_that_is_not_there_is_said_so(folder):
    with pytest.raises(SystemExit, match="There is no team called West. The teams are none yet."):
        main([str(folder(**FILES)), "--team", "West"], now=NOW)
    with pytest.raises(SystemExit, match="nobody with the username jo"):
        main([str(folder(**FILES)), "--by", "jo"], now=NOW)
