"""`goldthread export-events`: every version of every word of the record, in one moment, divided by child, whole or not at all."""

import json
from collections import Counter
from datetime import UTC, date, datetime

import duckdb
import pyarrow.parquet as parquet
import pytest
from django.db import connection

from goldthread.commands import COMMANDS
from goldthread.duties import Spoken, occurrences
from goldthread.duties.replay.command import main as replay
from goldthread.duties.replay.events import COLUMNS, part_of, part_sql
from goldthread.duties.replay.manifest import read_manifest
from goldthread.duties.replay.settingsfile import settings_of
from goldthread.duties.settings import LeapDay, Settings
from goldthread.exchange.events_out import writing
from goldthread.exchange.events_out.command import main
from goldthread.record.copying import copy_rows
from goldthread.record.lives import read_lives

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
pytestmark = pytest.mark.django_db
SPOKEN = ("person_id", "version", "entry", "word", "day", "at", "key", "recorded_at", "superseded_at")


def say(person, word, day, entry, *, at=None, key=None, superseded=None, recorded=NOW):
    return person, entry, entry, word, day, at, key or str(entry), recorded, superseded


@pytest.fixture
def record():
    """Sixty children with a referral and a decision, one of which was corrected, a second warning with its moment, and an odd key."""
    rows = []
    for person in range(1, 61):
        rows.append(say(person, "referral.received", date(2026, 11, 2), person * 10))
        rows.append(say(person, "referral.decided", date(2026, 11, 4), person * 10 + 1, key=str(person * 10)))
    rows.append(say(7, "referral.decided", date(2026, 11, 9), 71, key="70", superseded=datetime(2026, 11, 20, 18, 0, 0, 123456, tzinfo=UTC)))
    rows.append(say(9, "warning.raised", date(2026, 3, 29), 95, at=datetime(2026, 3, 29, 0, 30, tzinfo=UTC), key='a "quoted", key'))
    copy_rows("record_spoken", SPOKEN, rows)
    return rows


def read(folder):
    """Every row as (person, word, day, at, key, entry, recorded, superseded)."""
    return [tuple(row.values()) for file in sorted(folder.glob("*.parquet")) for row in parquet.read_table(file).to_pylist()]


def spoken(rows):
    return Counter((p, word, day, at, key, str(entry), recorded, superseded) for p, _, entry, word, day, at, key, recorded, superseded in rows)


def test_every_version_of_every_word_is_there_and_nothing_else(record, tmp_path):
    assert main([str(tmp_path / "events")], now=NOW) == 0
    assert Counter(read(tmp_path / "events")) == spoken(record)


def test_each_child_is_wholly_in_the_file_where_it_belongs_and_rows_are_by_child(record, tmp_path):
    main([str(tmp_path / "events"), "--parts", "5"], now=NOW)
    for number in range(5):
        people = [row["person"] for row in parquet.read_table(tmp_path / "events" / f"part-000{number}.parquet").to_pylist()]
        assert people == sorted(people)
        assert {part_of(person, 5) for person in people} <= {number}
    assert Counter(read(tmp_path / "events")) == spoken(record)


def test_rows_that_come_in_many_pieces_land_in_their_files(record, tmp_path, monkeypatch):
    monkeypatch.setattr("goldthread.measures.export.BLOCK", 600)
    main([str(tmp_path / "events"), "--parts", "7"], now=NOW)
    assert Counter(read(tmp_path / "events")) == spoken(record)
    manifest = read_manifest(tmp_path / "events")
    assert sum(part.children for part in manifest.parts) == 60
    assert [part.rows for part in manifest.parts] == [parquet.read_metadata(tmp_path / "events" / part.name).num_rows for part in manifest.parts]


def test_its_columns_are_those_that_a_replay_reads(record, tmp_path):
    main([str(tmp_path / "events")], now=NOW)
    with duckdb.connect() as database:
        found = database.execute(f"DESCRIBE SELECT * FROM '{tmp_path}/events/*.parquet'").fetchall()
    assert {name: kind for name, kind, *_ in found} == COLUMNS


def test_the_manifest_says_when_and_what_and_under_which_settings(record, tmp_path):
    (tmp_path / "events").mkdir()
    ours = Settings(leap_day=LeapDay.FEBRUARY)
    writing.write_events(tmp_path / "events", NOW, settings=ours)
    said = json.loads((tmp_path / "events" / "manifest.json").read_text())
    assert (said["format"], said["exported"]) == (1, NOW.isoformat())
    assert settings_of(said["settings"], "it") == ours
    assert said["parts"] == [{"file": "part-0000.parquet", "rows": 122, "children": 60}]


def test_an_export_can_be_replayed_and_gives_what_the_record_gives(record, tmp_path, capsys):
    main([str(tmp_path / "events"), "--parts", "3"], now=NOW)
    assert replay([str(tmp_path / "events"), "--on", "2026-11-20", "--out", str(tmp_path / "out"), "--rules", "FD01,WA01"]) == 0
    lives = read_lives(list(range(1, 61)))
    expected = Counter((p, o.code, o.opened, o.due, o.met) for p, life in lives.items() for o in occurrences(life.spoken) if o.code in ("FD01", "WA01"))
    with duckdb.connect() as database:
        found = database.execute(f"SELECT person, code, opened, due, met FROM '{tmp_path}/out/part-*.parquet'").fetchall()
    assert Counter(found) == expected
    assert expected.total() == 61


def test_an_empty_record_is_one_file_without_rows(tmp_path):
    assert main([str(tmp_path / "events")], now=NOW) == 0
    assert read(tmp_path / "events") == []
    assert read_manifest(tmp_path / "events").parts[0].rows == 0


@pytest.mark.parametrize(("rows", "parts"), [(0, 1), (10, 1), (800_000, 1), (1_100_000, 2), (10_000_000, 18), (100_000_000, 182)])
def test_a_file_holds_from_half_a_million_to_a_million_rows(rows, parts):
    assert writing.parts_for(rows) == parts


@pytest.mark.parametrize("parts", [1, 2, 13, 133, 20_000])
def test_postgresql_duckdb_and_python_put_a_child_in_the_same_file(parts):
    people = [0, 1, 2, 60_000_000, 2**31 - 1, 2**31, 2**31 + 1, 2**53, 2**63 - 1]
    expected = [part_of(person, parts) for person in people]
    rows = ", ".join(f"({n}, {person}::bigint)" for n, person in enumerate(people))
    asked = f"SELECT {part_sql('p', parts)} FROM (VALUES {rows}) AS u(n, p) ORDER BY n"
    with connection.cursor() as cursor, duckdb.connect() as database:
        cursor.execute(asked)
        assert [row[0] for row in cursor.fetchall()] == expected
        assert [row[0] for row in database.execute(asked).fetchall()] == expected


def test_neighbouring_numbers_are_spread_evenly():
    many = Counter(part_of(person, 13) for person in range(1, 13_001))
    assert set(many) == set(range(13))
    assert max(many.values()) < 1.05 * min(many.values())


def test_a_folder_with_something_in_it_is_left_alone(record, tmp_path, capsys):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "letter.txt").write_text("Dear all")
    assert main([str(tmp_path / "events")], now=NOW) == 1
    assert "is not empty. Name a new folder" in capsys.readouterr().err
    assert [file.name for file in tmp_path.rglob("*.*")] == ["letter.txt"]


def test_a_file_in_its_place_is_told_in_a_sentence(record, tmp_path, capsys):
    (tmp_path / "events").write_text("")
    assert main([str(tmp_path / "events")], now=NOW) == 1
    assert "events is a file. Name a folder." in capsys.readouterr().err
    assert main([str(tmp_path / "events" / "within")], now=NOW) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_an_export_that_is_broken_off_leaves_nothing_behind(record, tmp_path, monkeypatch):
    def broken(*_):
        raise RuntimeError("the power went")

    monkeypatch.setattr(writing.Files, "_add", broken)
    with pytest.raises(RuntimeError):
        main([str(tmp_path / "events")], now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_what_a_broken_export_left_is_no_hindrance(record, tmp_path):
    (tmp_path / "events.partial").mkdir()
    (tmp_path / "events.partial" / "part-0000.parquet").write_text("half")
    assert main([str(tmp_path / "events")], now=NOW) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["events"]


def test_no_parts_at_all_cannot_be_asked(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(tmp_path / "events"), "--parts", "0"], now=NOW)
    assert "is not a number from 1 upwards" in capsys.readouterr().err


def test_both_commands_are_among_the_others():
    assert {"export-events", "replay"} <= COMMANDS.keys()


def test_a_word_is_the_reference_engines_word():
    assert Spoken._fields == tuple(COLUMNS)[1:]
