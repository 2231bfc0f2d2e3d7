"""`goldthread measures`: figures on the screen, in a table, and their facts in files."""

import csv
from datetime import date, datetime

import pytest

from goldthread import documents
from goldthread.clock.times import LONDON
from goldthread.commands import COMMANDS
from goldthread.measures import MEASURES
from goldthread.measures.book import measures_page
from goldthread.measures.command import main
from goldthread.measures.examples import Example, Somebody, _line
from goldthread.running import home
from tests.measures.telling import keep

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 20, 17, 28, tzinfo=LONDON)


@pytest.fixture
def told():
    people = [Somebody({"born": date(2014, 1, n)}, (_line("protection_plan 2026-03-02 latest_category=NEG"),)) for n in range(1, 8)]
    keep(Example("", tuple(people)))


def rows(file):
    with file.open(encoding="utf-8") as table:
        return list(csv.DictReader(table))


def test_the_newest_months_are_printed_under_their_title(told, capsys):
    assert main(["--only", "on_plan", "--months", "2"], now=NOW) == 0
    assert capsys.readouterr().out.split() == ["Children", "on", "a", "protection", "plan", "2026-03-31", "all", "7.0", "2026-04-20", "all", "7.0"]


def test_a_table_has_a_row_for_each_figure(told, tmp_path):
    main(["--only", "on_plan,cp_seen_in_time", "--months", "2", "--by", "age", "--csv", str(tmp_path / "out.csv")], now=NOW)
    found = rows(tmp_path / "out.csv")
    assert [(row["measure"], row["group"], row["numerator"]) for row in found[:2]] == [("on_plan", "10 to 15", "7"), ("on_plan", "10 to 15", "7")]
    assert len(found) == 4


def test_what_is_published_hides_small_numbers(told, tmp_path):
    main(["--only", "on_plan_over_24_months", "--months", "1", "--published", "--csv", str(tmp_path / "out.csv")], now=NOW)
    assert [row["value"] for row in rows(tmp_path / "out.csv")] == ["0.0"]
    main(["--only", "category_changed", "--months", "1", "--to", "2026-03-31", "--csv", str(tmp_path / "all.csv")], now=NOW)
    assert rows(tmp_path / "all.csv")[0]["unknown"] == "7"


def test_exported_facts_give_the_same_table(told, tmp_path, capsys):
    main(["--export", str(tmp_path / "facts")], now=NOW)
    assert "relations" in capsys.readouterr().out
    for source, file in (([], "record.csv"), (["--from", str(tmp_path / "facts")], "files.csv")):
        main([*source, "--months", "2", "--under-18", "1000", "--csv", str(tmp_path / file)], now=NOW)
    assert rows(tmp_path / "record.csv") == rows(tmp_path / "files.csv")
    assert len(rows(tmp_path / "record.csv")) == 2 * len(MEASURES)


@pytest.mark.parametrize(("argument", "sentence"), [(["--only", "nothing"], "There is no measure nothing"), (["--months", "0"], "at least one month"), (["--to", "31/02/2026"], "February 2026 had no day 31")])
def test_what_cannot_be_asked_is_told_in_a_sentence(argument, sentence, capsys):
    with pytest.raises(SystemExit):
        main(argument, now=NOW)
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["--csv", "--export", "--from"])
def test_a_file_or_folder_that_cannot_be_used_is_told_in_a_sentence(told, tmp_path, capsys, argument):
    file = tmp_path / "a file"
    file.touch()
    assert main(["--only", "cp_seen_in_time", argument, str(file / "within")], now=NOW) == 1
    assert str(file / "within") in capsys.readouterr().err


def test_the_command_is_among_the_others():
    assert "measures" in COMMANDS


def test_the_page_of_measures_is_fresh():
    page = home.project_folder() / "docs" / "measures.md"
    assert page.read_text(encoding="utf-8") == measures_page(), "run `goldthread docs`"
    assert "measures.md" in documents.written()


def test_every_measure_stands_in_it_with_its_sentence_source_and_an_example():
    page = measures_page()
    for measure in MEASURES.values():
        assert f"(`{measure.code}`)" in page
        assert measure.sentence in page
        assert measure.source in page
