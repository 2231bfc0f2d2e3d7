"""The `goldthread` command: what it does with what it is given, and that it stops whole."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from datetime import date
from http.client import HTTPException
from pathlib import Path

import duckdb
import psutil
import pytest

from goldthread import commands
from goldthread.running import postgres
from tests.running.test_database import soon

COMMAND = [sys.executable, "-m", "goldthread.commands"]


def environment(home, **more):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"GOLDTHREAD_HOME": str(home)} | more


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def why(monkeypatch):
    """The room of the duties, remembering what it was asked and answering 3."""
    asked = []
    monkeypatch.setattr("goldthread.duties.why.main", lambda argv, *, today: asked.append((argv, today)) or 3)
    return asked


def test_an_unknown_command_is_told_the_known_ones(capsys):
    assert commands.main(["weigh"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("There is no command `weigh`. The commands are demo, serve, load,")
    assert said.count("\n") == 1


def test_help_lists_every_command_with_what_it_does(capsys):
    with pytest.raises(SystemExit):
        commands.main(["--help"])
    said = capsys.readouterr().out
    assert [name for name, command in commands.COMMANDS.items() if f"{name:16}{command.help}" not in said] == []


def test_a_room_is_handed_its_words_and_the_day_and_the_status_is_its_own(why):
    assert commands.main(["why", "life.yaml", "--json"]) == 3
    [(argv, today)] = why
    assert argv == ["life.yaml", "--json"]
    assert type(today) is date


def test_why_needs_neither_django_nor_a_database():
    script = (
        "import sys; from goldthread import commands; assert not {'django', 'psycopg', 'gunicorn'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0


def test_a_busy_port_is_named_in_one_sentence_and_nothing_is_started(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            [*COMMAND, "serve"], env=environment(tmp_path, PORT=str(port)), capture_output=True, text=True
        )
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is in use or not allowed: stop what uses it, or choose another with PORT={port + 1}.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "8000.5"])
def test_a_port_that_is_none_is_told_in_one_sentence(port, monkeypatch, capsys):
    monkeypatch.setenv("PORT", port)
    assert commands.main(["serve"]) == 1
    assert capsys.readouterr().err.startswith(f"PORT={port} is not a port: ")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home whose database is made by the first that is served from it."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_the_pages_and_the_database_and_leaves_no_process(home, free_port, wish):
    with serving(home, free_port) as process:
        assert answers(free_port)
        os.killpg(process.pid, wish)
        assert process.wait(120) == 0
    assert not postgres.anybody_at_work(home / "database")
    assert soon(lambda: not at_work_in(process.pid)), at_work_in(process.pid)


def test_a_killed_server_can_be_started_again_at_once(home, free_port):
    for _ in range(2):
        with serving(home, free_port) as process:
            assert answers(free_port)
            os.killpg(process.pid, signal.SIGKILL)
    assert soon(lambda: not postgres.anybody_at_work(home / "database"))


def at_work_in(group: int) -> list[str]:
    """The processes of a group that have not ended: one that has, and that nobody has asked after yet, does nothing."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.cmdline()))
    return found


@pytest.mark.parametrize(("wish", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_question_that_the_database_works_on_is_stopped_like_everything_else(monkeypatch, wish, status):
    """DuckDB swallows what its question was stopped by, and says only that it was."""

    def asked(_):
        threading.Timer(0.3, os.kill, (os.getpid(), wish)).start()
        with duckdb.connect() as database:
            database.execute("CREATE TABLE many AS SELECT a FROM range(30000000) t(a) ORDER BY hash(a)")

    monkeypatch.setitem(commands.COMMANDS, "weigh", commands.Command("", asked))
    assert commands.main(["weigh"]) == status


def test_a_fault_is_not_taken_for_a_wish_to_stop(monkeypatch):
    def faulty(_):
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setitem(commands.COMMANDS, "weigh", commands.Command("", faulty))
    with pytest.raises(RuntimeError, match="changed size"):
        commands.main(["weigh"])


def serving(home: Path, port: int):
    return subprocess.Popen(
        [*COMMAND, "serve"],
        env=environment(home, PORT=str(port)),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def answers(port):
    def once():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/goldthread/goldthread.css", timeout=5) as page:
                return page.status == 200
        except (urllib.error.URLError, HTTPException, ConnectionError):
            return False

    return soon(once, seconds=300)
