"""Spark hands out the files, and each task works one out in a process of its own: the same rows as without it."""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from goldthread.duties.replay import cluster
from goldthread.duties.replay.events import Refused
from tests.replay.test_replay import ASKED, FEW, owed, rows

pyspark = pytest.importorskip("pyspark", reason="Spark is not installed: requirements-cluster.txt has it")
java = pytest.mark.skipif(not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="Spark needs Java, and there is none here")


@pytest.fixture(scope="module")
def spark():
    workers = cluster.Spark("local[2]", 300)
    yield workers
    workers.close()


@java
def test_each_task_has_a_process_of_its_own(spark):
    def slowly(number):
        time.sleep(1)
        return os.getpid(), number

    answers = list(spark.each(slowly, range(4)))
    assert sorted(number for _, number in answers) == [0, 1, 2, 3]
    assert len({process for process, _ in answers}) == 2
    assert os.getpid() not in {process for process, _ in answers}


@java
def test_a_worker_loads_the_duties_and_never_django(spark):
    def loaded(_):
        import goldthread.duties.replay.one as one

        rooms = {name.split(".")[1] for name in sys.modules if name.startswith("goldthread.")}
        return sorted(rooms), "django" in sys.modules, one.__file__

    [(rooms, django, file)] = spark.each(loaded, [0])
    assert (rooms, django) == (["clock", "duties", "law"], False)
    assert "goldthread-duties.zip" in file


@java
def test_what_goes_wrong_in_a_task_is_told_in_a_sentence(spark):
    def fails(_):
        raise ValueError("there was no room")

    with pytest.raises(Refused, match="The cluster broke off: .*there was no room.*start again"):
        list(spark.each(fails, [0]))


@java
def test_the_rows_are_the_same_and_nothing_is_worked_out_twice(lives, events, tmp_path):
    """In a process of its own, as it is run; some files were finished before."""
    command = [sys.executable, "-m", "goldthread.commands", "replay", str(events), *ASKED, "--out", "out"]
    environment = os.environ | {"PYTHONPATH": str(Path(cluster.goldthread.__file__).parents[1])}
    for _ in range(2):
        done = subprocess.run([*command, "--cluster", "local[2]"], env=environment, capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert rows(tmp_path / "out") == owed(lives, rules=FEW)
    assert done.stderr.count("which was worked out before") == 3


@java
def test_bad_events_are_refused_as_without_it(events, tmp_path):
    (events / "part-0001.parquet").write_bytes(b"")
    command = [sys.executable, "-m", "goldthread.commands", "replay", str(events), *ASKED, "--out", str(tmp_path / "out")]
    environment = os.environ | {"PYTHONPATH": str(Path(cluster.goldthread.__file__).parents[1])}
    done = subprocess.run([*command, "--cluster", "local[2]"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "part-0001.parquet is empty, without a single byte" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_sent_to_workers_is_three_rooms_and_nothing_else(tmp_path):
    with zipfile.ZipFile(cluster.archive(tmp_path)) as sent:
        names = sent.namelist()
    assert {name.split("/")[1] for name in names} == {"__init__.py", "law", "clock", "duties"}
    assert "goldthread/duties/replay/one.py" in names


def test_without_java_it_says_so(monkeypatch):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match="Spark needs Java"):
        cluster.Spark("local[2]", 300)


def test_without_spark_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(Refused, match=r"install requirements-cluster\.txt"):
        cluster.Spark("local[2]", 300)
