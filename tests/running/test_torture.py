"""A server and its database in a process of its own: killed in the middle of writing, stopped, out of room, and failed over.

The tables are copied from those of the tests. `make torture` makes its own, and kills for longer.
"""

import json
import os
import re
import subprocess
import sys

import psutil
import pytest
from django.db import connection
from psycopg import conninfo
from torture import breaking

from goldthread.running import home, postgres

pytestmark = pytest.mark.django_db  # whose tables are copied
KILLS = 5
CALM = {"503 Goldthread cannot reach its records just now", "503 There is no room left to write anything down"}


@pytest.fixture(scope="module")
def tables(django_db_setup, tmp_path_factory):
    """The tests' tables, as nothing is in them yet, by pg_dump."""
    file, told = tmp_path_factory.mktemp("tables") / "tables.dump", connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    address = conninfo.make_conninfo(**{name: told[ours] for name, ours in names.items() if told[ours]})
    subprocess.run([postgres.programs() / "pg_dump", "--format=custom", "--no-owner", "--file", file, address], check=True)
    return file


def run(module, tables, *more):
    """What a process of its own printed, and that nothing of it is left."""
    project = home.project_folder()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "GOLDTHREAD_", "DJANGO_SETTINGS"))}
    done = subprocess.run(
        [sys.executable, "-m", module, "--tables", tables, *more], cwd=project, capture_output=True, text=True, timeout=900,
        env=environment | {"PYTHONPATH": os.pathsep.join([str(project / "src"), str(project)])},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert [p.pid for p in psutil.process_iter(["cmdline"]) if "goldthread-torture-" in " ".join(p.info["cmdline"] or [])] == []
    return done.stdout


def test_nothing_acknowledged_is_lost_when_the_server_and_its_database_are_killed_in_the_middle_of_writing(tables):
    said = run("torture", tables, "--kills", str(KILLS), "--seed", "7")
    assert f"killed {KILLS} times" in said and "promises broken: 0" in said
    assert int(re.search(r"(\d+) acknowledged", said)[1]) >= KILLS


@pytest.fixture(scope="module")
def found(tables):
    """Everything that a machine goes through, once, while four people write: see torture.faults."""
    return json.loads(run("torture.faults", tables, "--seed", "7"))


def test_through_all_of_it_every_acknowledged_entry_is_there_once_and_nothing_by_halves(found):
    assert found["broken"] == [] and found["acknowledged"] > 40


def test_a_database_that_is_stopped_and_started_under_load_is_waited_for(found):
    part = found["restarts"]
    assert part["stops"] == 3 and set(part["failures"]) <= CALM
    assert part["same_server"] and part["longest_away"] < 60


def test_on_a_full_disk_people_are_told_pages_about_nobody_are_shown_and_all_goes_on_with_room(found):
    part = found["full disk"]
    if "skipped" in part:
        pytest.skip(part["skipped"])
    assert set(part["failures"]) <= CALM and part["failures"]["503 There is no room left to write anything down"] > 5
    assert part["told"]["/about/marks/"] == "200" and part["told"]["/today/"] in ("200", "503 no room")
    assert part["seconds_to_go_on"] < 60


def test_a_standby_takes_over_and_the_server_goes_on_by_itself(found):
    part = found["failover"]
    assert set(part["failures"]) <= CALM
    assert part["same_server"] and part["longest_away"] < 60


def test_the_standby_was_made_and_took_over_as_the_papers_say():
    said = (home.project_folder() / "docs" / "deploy.md").read_text()
    assert [words for words in (*breaking.COPIES, *breaking.WAITED_FOR, breaking.FOLLOWS, breaking.TAKES_OVER) if words not in said] == []
