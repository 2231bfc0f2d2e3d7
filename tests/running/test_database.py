"""What the embedded database promises, shown on a real PostgreSQL in a folder of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest
from django.db import connection

from goldthread.running import Trouble, postgres
from goldthread.running.database import User, ensure, in_use, one_at_a_time
from goldthread.running.keeper import Files

HOLD = "from goldthread.running.database import ensure; import time; print(ensure(), flush=True); time.sleep(60)"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home nobody uses, in a folder whose name has a space and is too long for a socket."""
    folder = tmp_path / "a home" / ("long" * 40)
    folder.mkdir(parents=True)
    monkeypatch.setenv("GOLDTHREAD_HOME", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def another_process(home):
    """A process that uses the database of this home until it is killed."""
    process = subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True)
    with process:
        process.url = process.stdout.readline().strip()
        yield process
        process.kill()
    assert soon(lambda: not at_work(home))


def soon(question, seconds=10):
    end = time.monotonic() + seconds
    while not question():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def at_work(home):
    return postgres.anybody_at_work(Files(home).data)


def server(home) -> psutil.Process:
    return psutil.Process(postgres.running(Files(home).data).process)


def write(url, word):
    with psycopg.connect(url) as db:
        db.execute("CREATE TABLE IF NOT EXISTS word (word text)")
        db.execute("INSERT INTO word VALUES (%s)", [word])


def words(url):
    with psycopg.connect(url) as db:
        return [word for (word,) in db.execute("SELECT word FROM word")]


@pytest.mark.django_db
def test_the_tests_have_a_throwaway_database_of_their_own():
    assert connection.settings_dict["NAME"].startswith("test_")
    with connection.cursor() as cursor:
        assert cursor.execute("SHOW fsync").fetchone() == ("off",)


def test_what_was_written_is_there_after_a_stop_in_a_folder_with_a_space_and_a_long_name(home):
    with in_use() as url:
        write(url, "said")
    assert not at_work(home)
    with in_use() as url:
        assert words(url) == ["said"]


def test_every_acknowledged_write_waits_for_the_disk(home):
    with in_use() as url, psycopg.connect(url) as db:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert db.execute(f"SHOW {setting}").fetchone() == ("on",)


def test_a_named_database_is_used_and_nothing_is_started(home, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/else")
    with in_use() as url:
        assert url == ensure() == "postgresql://somewhere/else"
    assert list(home.iterdir()) == []


def test_the_address_is_in_the_environment_only_while_the_database_is_in_use(home):
    with in_use() as url:
        assert os.environ["DATABASE_URL"] == url
    assert "DATABASE_URL" not in os.environ


def test_two_users_share_one_server_and_the_last_to_leave_stops_it(home):
    first, second = User(home, throwaway=True), User(home, throwaway=True)
    assert first.url == second.url
    first.leave()
    assert words_can_be_asked(second.url)
    second.leave()
    assert not at_work(home)


def test_what_two_must_not_do_at_once_is_done_one_after_the_other(home):
    with in_use() as url, one_at_a_time(), psycopg.connect(url) as other:
        other.execute("SET lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("SELECT pg_advisory_lock(hashtext('goldthread: one at a time'))")


def words_can_be_asked(url):
    with psycopg.connect(url) as db:
        return db.execute("SELECT 1").fetchone() == (1,)


def test_two_homes_never_meet(home, tmp_path):
    other_home = tmp_path / "other"
    other_home.mkdir()
    first, second = User(home, throwaway=True), User(other_home, throwaway=True)
    write(first.url, "ours")
    with pytest.raises(psycopg.errors.UndefinedTable):
        words(second.url)
    first.leave()
    assert at_work(other_home)
    second.leave()


def test_the_socket_is_private_and_gone_after_a_stop(home):
    user = User(home, throwaway=True)
    folder = Path(postgres.running(Files(home).data).socket_folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    user.leave()
    assert not folder.exists()


def test_the_database_stops_when_its_only_user_is_killed(home, another_process):
    another_process.kill()
    assert soon(lambda: not at_work(home))


def test_the_database_ends_with_its_keeper_and_the_next_user_starts_it_again(home, another_process):
    server(home).parent().kill()
    assert soon(lambda: not at_work(home))
    user = User(home)
    assert words_can_be_asked(user.url)
    user.leave()


def test_a_killed_server_is_started_again_at_the_same_address_while_somebody_uses_it(home, another_process):
    before = server(home)
    before.kill()
    user = User(home)
    assert words_can_be_asked(user.url)
    assert server(home).pid != before.pid
    assert user.url == another_process.url
    user.leave()


def test_nothing_committed_is_lost_when_everything_is_killed_at_once(home, another_process):
    user = User(home)
    write(user.url, "said")
    keeper, postmaster = server(home).parent(), server(home)
    left_behind = Path(postgres.running(Files(home).data).socket_folder)
    for process in (another_process, keeper, postmaster):
        process.kill()
    user.leave()
    with in_use() as url:
        assert words(url) == ["said"]
    assert not left_behind.exists()


def test_a_stale_lock_with_the_number_of_another_process_is_no_obstacle(home):
    user = User(home)
    write(user.url, "said")
    lock = Files(home).data / "postmaster.pid"
    _, *rest = lock.read_text().splitlines()
    user.leave()
    lock.write_text("\n".join([str(os.getppid()), *rest]))
    with in_use() as url:
        assert words(url) == ["said"]


@pytest.mark.parametrize("left", ["", "not a number\n", "1\n"])
def test_a_half_written_lock_counts_as_none(home, left):
    data = Files(home).data
    data.mkdir()
    (data / "postmaster.pid").write_text(left)
    assert postgres.running(data) is None


def test_a_half_made_folder_is_made_again(home):
    half_made = home / "database.new" / "base"
    half_made.mkdir(parents=True)
    user = User(home, throwaway=True)
    assert words_can_be_asked(user.url)
    assert not half_made.exists()
    user.leave()


def test_a_damaged_folder_is_never_made_anew_over_what_is_in_it(home):
    rows = Files(home).data / "base" / "1"
    rows.parent.mkdir(parents=True)
    rows.write_text("somebody's words")
    with pytest.raises(Trouble, match="is no whole database, and nothing in it was touched"):
        User(home)
    assert rows.read_text() == "somebody's words"


def test_a_folder_of_another_version_is_left_alone_and_told_in_one_sentence(home):
    data = Files(home).data
    data.mkdir()
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(Trouble, match="PostgreSQL did not start.*"):
        User(home)
    assert (data / "PG_VERSION").read_text() == "12\n"


def test_ctrl_c_during_a_command_stops_the_database_before_the_command_ends(home):
    script = (
        "import signal, time; from goldthread.running.database import in_use\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with in_use(): print(1, flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    with process:
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
    assert not at_work(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to run PostgreSQL as")
def test_as_root_the_server_is_another_user_who_may_pass_through_but_not_list(home, capfd):
    home.parent.chmod(0o700)
    user = User(home, throwaway=True)
    assert server(home).username() == postgres.SYSTEM_USER
    assert home.parent.stat().st_mode & 0o777 == 0o701
    said = capfd.readouterr().err
    assert "may now pass through (not list)" in said
    assert str(home.parent) in said
    user.leave()
