"""A folder of events worked out: the rows of the reference engine, file by file, begun again where it stopped."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from goldthread.duties import DEFAULTS, RULES, Occurrence, occurrences, state
from goldthread.duties.lifesettings import settings as read_settings
from goldthread.duties.lifeyaml import compose
from goldthread.duties.replay import running
from tests.replay.making import row, some_lives, write_lives, write_part

ON = date(2026, 11, 20)
CODES = {"FD01", "CP05", "LR01", "ST01"}  # one of each form: most tests need no more
FEW = [duty for duty in RULES if set(duty.codes) & CODES]
ASKED = ("--on", "2026-11-20", "--rules", ",".join(sorted(CODES)))
FIELDS = Occurrence._fields
SETTINGS = "protection visit: 5 working days\nday of receipt: next working day\nleap day: 28 February\n"


def rows(out) -> Counter:
    """Every row that was written, as text, however often it stands there."""
    columns = ", ".join(f'"{name}"::varchar' for name in ("person", *FIELDS, "state"))
    with duckdb.connect() as database:
        database.execute("SET TimeZone = 'UTC'")
        return Counter(database.execute(f"SELECT {columns} FROM read_parquet('{out}/part-*.parquet')").fetchall())


def owed(lives, settings=DEFAULTS, known=None, rules=RULES) -> Counter:
    """The same from the reference engine."""
    found = ((person, o) for person, spoken in lives.items() for o in occurrences(spoken, rules, settings, known))
    return Counter((str(person), *map(_text, o), state(o, ON).state.value) for person, o in found)


def _text(value) -> str | None:
    if isinstance(value, datetime):
        written = value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f").rstrip("0").rstrip(".")
        return written + "+00"
    return None if value is None else str(value)


def files(out):
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in out.glob("part-*")}


def test_every_row_is_that_of_the_reference_with_its_state(lives, events, run, tmp_path):
    assert run(events, "--on", "2026-11-20", "--out", tmp_path / "out")[0] == 0
    expected = owed(lives)
    assert len(expected) > 500
    assert rows(tmp_path / "out") == expected


def test_as_it_was_known_then(lives, events, run, tmp_path):
    run(events, *ASKED, "--known", "2024-06-30", "--out", tmp_path / "out")
    then = owed(lives, known=date(2024, 6, 30), rules=FEW)
    assert rows(tmp_path / "out") == then != owed(lives, rules=FEW)


def test_under_the_settings_of_a_file(lives, events, run, tmp_path):
    (tmp_path / "settings.yaml").write_text(SETTINGS)
    run(events, *ASKED, "--out", tmp_path / "out", "--settings", tmp_path / "settings.yaml")
    ours = owed(lives, read_settings(compose(SETTINGS, "settings")), rules=FEW)
    assert rows(tmp_path / "out") == ours != owed(lives, rules=FEW)


def test_under_the_settings_of_the_manifest_and_a_file_goes_before_it(lives, run, tmp_path):
    told = {"protection visit": "5 working days", "day of receipt": "next working day", "leap day": "28 February"}
    events = write_lives(tmp_path / "events", lives, 2, told)
    run(events, *ASKED, "--out", tmp_path / "out")
    assert rows(tmp_path / "out") == owed(lives, read_settings(compose(SETTINGS, "settings")), rules=FEW)
    (tmp_path / "usual.yaml").write_text("leap day: 1 March\n")
    run(events, *ASKED, "--out", tmp_path / "out", "--settings", tmp_path / "usual.yaml")
    assert rows(tmp_path / "out") == owed(lives, rules=FEW)


def test_some_duties_alone(lives, events, run, tmp_path):
    run(events, "--on", "2026-11-20", "--out", tmp_path / "out", "--rules", "cp05,FD01")
    assert rows(tmp_path / "out") == owed(lives, rules=[duty for duty in RULES if set(duty.codes) & {"CP05", "FD01"}])


def test_two_processes_write_the_same_rows(lives, events, run, tmp_path):
    run(events, "--on", "2026-11-20", "--out", tmp_path / "out", "--processes", "2")
    assert rows(tmp_path / "out") == owed(lives)


def test_each_file_of_events_has_its_file_of_rows(events, run, tmp_path):
    run(events, *ASKED, "--out", tmp_path / "out")
    made = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert made == ["part-0000.parquet", "part-0001.parquet", "part-0002.parquet", "summary.csv", "summary.json"]


def test_a_file_without_children_has_a_file_without_rows(run, tmp_path):
    write_part(tmp_path / "events", 0, [])
    write_part(tmp_path / "events", 1, [row()])
    assert run(tmp_path / "events", *ASKED, "--out", tmp_path / "out")[0] == 0
    with duckdb.connect() as database:
        assert database.execute(f"SELECT count(*) FROM '{tmp_path}/out/part-0000.parquet'").fetchone() == (0,)


def test_the_summary_counts_every_duty_in_every_state(lives, events, run, tmp_path):
    _, printed, said = run(events, *ASKED, "--out", tmp_path / "out")
    counted = Counter()
    for written, many in owed(lives, rules=FEW).items():
        counted[written[1], written[-1]] += many
    with (tmp_path / "out" / "summary.csv").open() as file:
        assert {(r["code"], r["state"]): int(r["occurrences"]) for r in csv.DictReader(file)} == dict(counted)
    told = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert (told["on"], told["known"], told["files"], told["occurrences"]) == ("2026-11-20", None, 3, counted.total())
    assert f"Wrote {counted.total():,} occurrences" in said
    [visits] = [line.split() for line in printed.splitlines() if line.startswith("CP05")]
    assert sum(int(number.replace(",", "")) for number in visits[1:]) == sum(n for (code, _), n in counted.items() if code == "CP05")


def test_it_says_line_by_line_what_it_did(events, run, tmp_path):
    said = run(events, *ASKED, "--out", tmp_path / "out")[2].splitlines()
    assert [line.split()[0] for line in said] == ["Looked"] * 3 + ["Worked"] * 3 + ["Wrote"]
    assert said[2].endswith("(3 of 3).")


def test_the_same_again_works_nothing_out_again(events, run, tmp_path):
    run(events, *ASKED, "--out", tmp_path / "out")
    before = files(tmp_path / "out")
    said = run(events, *ASKED, "--out", tmp_path / "out")[2]
    assert said.count("which was worked out before") == 3
    assert files(tmp_path / "out") == before


def test_a_file_that_changed_is_worked_out_again_and_no_other(lives, events, run, tmp_path):
    run(events, *ASKED, "--out", tmp_path / "out")
    before = files(tmp_path / "out")
    (events / "manifest.json").unlink()
    more = some_lives(1, first=900)
    write_lives(tmp_path / "more", more, 1)
    (tmp_path / "more" / "part-0000.parquet").rename(events / "part-0003.parquet")
    said = run(events, *ASKED, "--out", tmp_path / "out")[2]
    assert said.count("Kept") == 3
    assert "Worked out part-0003.parquet" in said
    after = files(tmp_path / "out")
    assert {name: after[name] for name in before} == before
    assert rows(tmp_path / "out") == owed(lives | more, rules=FEW)


@pytest.mark.parametrize("question", [["--on", "2026-11-19", *ASKED[2:]], [*ASKED, "--known", "2026-11-20"], [*ASKED[:2], "--rules", "CP05"]])
def test_another_question_is_worked_out_from_the_beginning(events, run, tmp_path, question):
    run(events, *ASKED, "--out", tmp_path / "out")
    said = run(events, *question, "--out", tmp_path / "out")[2]
    assert "Kept" not in said


def test_another_version_of_the_program_is_asked_anew(events, run, tmp_path, monkeypatch):
    run(events, *ASKED, "--out", tmp_path / "out")
    monkeypatch.setattr(running, "program", lambda: "with a rule more")
    assert "Kept" not in run(events, *ASKED, "--out", tmp_path / "out")[2]


def test_the_program_is_named_by_every_line_of_its_rooms(tmp_path, monkeypatch):
    for room in running.ROOMS:
        (tmp_path / room).mkdir()
    (tmp_path / "duties" / "rules.py").write_text("within = 15")
    monkeypatch.setattr(running.goldthread, "__file__", str(tmp_path / "__init__.py"))
    before = running.program()
    (tmp_path / "duties" / "rules.py").write_text("within = 16")
    assert running.program() != before


def test_what_an_earlier_replay_left_goes(events, lives, run, tmp_path):
    """Fewer files than before: rows of the old ones would be counted twice."""
    run(events, *ASKED, "--out", tmp_path / "out")
    fewer = write_lives(tmp_path / "fewer", lives, 1)
    said = run(fewer, *ASKED, "--out", tmp_path / "out")[2]
    assert "Took away part-0002.parquet, of an earlier replay." in said
    assert rows(tmp_path / "out") == owed(lives, rules=FEW)


def test_a_result_that_was_damaged_is_nobodys_and_left_alone(events, run, tmp_path):
    run(events, *ASKED, "--out", tmp_path / "out")
    (tmp_path / "out" / "part-0001.parquet").write_bytes(b"")
    status, _, said = run(events, *ASKED, "--out", tmp_path / "out")
    assert status == 1
    assert "part-0001.parquet was not written by a replay" in said


def test_half_a_file_left_by_a_run_that_was_stopped_goes(events, lives, run, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "part-0000.partial").write_bytes(b"PAR1 and no more")
    assert run(events, *ASKED, "--out", tmp_path / "out")[0] == 0
    assert not list((tmp_path / "out").glob("*.partial"))
    assert rows(tmp_path / "out") == owed(lives, rules=FEW)


@pytest.mark.parametrize("processes", ["1", "2"])
def test_stopped_half_way_and_started_again_it_goes_on(run, tmp_path, processes):
    lives = some_lives(40)
    events = write_lives(tmp_path / "events", lives, 20)
    command = [sys.executable, "-m", "goldthread.commands", "replay", str(events), *ASKED, "--out", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONPATH": str(Path(running.goldthread.__file__).parents[1])}
    with subprocess.Popen([*command, "--processes", processes], env=environment, stderr=subprocess.PIPE, text=True) as stopped:
        for line in stopped.stderr:
            if line.startswith("Worked out"):
                stopped.send_signal(signal.SIGINT)
                break
        rest = stopped.stderr.read()
    assert stopped.returncode == 130
    assert "Traceback" not in rest
    finished = len(list((tmp_path / "out").glob("part-*.parquet")))
    assert 0 < finished < 20
    assert not (tmp_path / "out" / "summary.csv").exists()
    said = run(events, *ASKED, "--out", tmp_path / "out")[2]
    assert said.count("Kept") == finished
    assert rows(tmp_path / "out") == owed(lives, rules=FEW)


def test_too_little_memory_is_told_in_a_sentence(tmp_path, run):
    write_lives(tmp_path / "events", some_lives(2), 1)
    status, _, said = run(tmp_path / "events", *ASKED, "--out", tmp_path / "out", "--memory", "1")
    assert status == 1
    assert "Traceback" not in said
    assert "1 MB" in said
    assert "--memory" in said


def test_nothing_of_the_replay_loads_django():
    script = "import sys, goldthread.duties.replay.command, goldthread.duties.replay.cluster; assert 'django' not in sys.modules"
    environment = os.environ | {"PYTHONPATH": str(Path(running.goldthread.__file__).parents[1])}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)


def test_a_process_that_is_ended_from_outside_is_told_in_a_sentence(tmp_path):
    from goldthread.duties.replay.events import Refused
    from goldthread.duties.replay.workers import Processes

    with closing(Processes(2, 100)) as workers, pytest.raises(Refused, match="A process was ended from outside.*what is finished is kept"):
        list(workers.each(os._exit, [1, 1]))


def test_no_process_is_left_behind():
    import psutil

    from goldthread.duties.replay.workers import Processes

    with closing(Processes(2, 100)) as workers:
        answers = workers.each(time.sleep, [0, 30])
        next(answers)
        answers.close()
    assert [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())] == []
