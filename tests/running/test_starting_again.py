"""An embedded database that ended is started again while anybody uses it; one whose keeper was told to stop is not."""

import os
import shutil
import signal
import subprocess
import time

import psutil
import psycopg
import pytest

from goldthread.running import postgres
from goldthread.running.database import User
from goldthread.running.keeper import Files

SECONDS = 60  # a loaded machine starts it in a few


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def user(home):
    """Somebody who uses the database of this home the whole time, as the pages do, and never asks for it anew."""
    user = User(home)
    yield user
    user.leave()
    assert not at_work(home)


def at_work(home):
    return postgres.anybody_at_work(Files(home).data)


def postmaster(home):
    return psutil.Process(postgres.running(Files(home).data).process)


def killed(home):
    """Every process of the server, killed at once."""
    server = postmaster(home)
    for process in [server, *server.children(recursive=True)]:
        process.kill()
    return server


def soon(question, seconds=SECONDS):
    end = time.monotonic() + seconds
    while not (answer := question()) and time.monotonic() < end:
        time.sleep(0.1)
    return answer


def write(url, word):
    with psycopg.connect(url) as db:
        db.execute("CREATE TABLE IF NOT EXISTS word (word text)")
        db.execute("INSERT INTO word VALUES (%s)", [word])


def words(url):
    """The words that are there; None where the database does not answer."""
    try:
        with psycopg.connect(url) as db:
            return [word for (word,) in db.execute("SELECT word FROM word")]
    except psycopg.OperationalError:
        return None


def told(home):
    return [line.split("[keeper] ")[1] for line in Files(home).log.read_text().splitlines() if "[keeper] " in line]


def test_a_server_that_was_killed_is_there_again_within_seconds_with_every_acknowledged_word(home, user):
    write(user.url, "said")
    keeper = postmaster(home).parent()
    before = killed(home)
    assert soon(lambda: words(user.url)) == ["said"]
    assert postmaster(home).pid != before.pid and postmaster(home).parent() == keeper
    assert soon(lambda: told(home)[1:2] == ["PostgreSQL was started again."]), told(home)
    assert told(home)[0] == "PostgreSQL ended (killed by signal 9) while it was in use. It is started again now."


def test_a_keeper_that_was_killed_has_another_in_its_place_with_every_acknowledged_word(home, user):
    write(user.url, "said")
    for turn in range(2):
        keeper = postmaster(home).parent()
        keeper.kill()
        assert soon(lambda: len(told(home)) == 2 * (turn + 1)), told(home)  # noqa: B023  (asked before the next turn)
        assert soon(lambda: words(user.url)) == ["said"]
        assert postmaster(home).parent() != keeper
    assert told(home) == ["The keeper was killed, and PostgreSQL with it, while it was in use. It is started again now.", "PostgreSQL was started again."] * 2


def test_a_keeper_that_was_killed_after_its_last_user_left_has_no_other(home):
    user = User(home)
    keeper = postmaster(home).parent()
    keeper.suspend()  # it does not see that its last user leaves
    user._users.release()
    keeper.kill()
    assert soon(lambda: not at_work(home))
    time.sleep(1)
    assert not at_work(home) and told(home) == []
    user.leave()


def test_a_server_that_cannot_be_started_is_tried_again_until_it_can(home, user):
    """What it needs is away for a while, as room on a full disk is; whoever uses it does nothing, and has it again."""
    write(user.url, "said")
    away = Files(home).data / "pg_wal"
    away.rename(away.with_name("pg_wal.away"))
    killed(home)
    assert soon(lambda: any("in 1 s" in line for line in told(home)))
    assert words(user.url) is None
    assert "PostgreSQL did not start" in next(line for line in told(home) if "in 1 s" in line)
    if away.exists():  # it makes one that is not there, and an empty one is of no use to it
        shutil.rmtree(away)
    away.with_name("pg_wal.away").rename(away)
    assert soon(lambda: words(user.url)) == ["said"]
    assert soon(lambda: told(home)[-1] == "PostgreSQL was started again."), told(home)[-1]


def test_while_it_cannot_be_started_its_last_user_may_leave_and_nothing_is_left_running(home):
    user = User(home, throwaway=True)
    away = Files(home).data / "global" / "pg_control"
    away.rename(away.with_name("pg_control.away"))
    killed(home)
    assert soon(lambda: any("in 1 s" in line for line in told(home)))
    user.leave()
    assert not at_work(home)
    away.with_name("pg_control.away").rename(away)
    again = User(home, throwaway=True)
    again.leave()
    time.sleep(0.5)
    assert not at_work(home), "its last user left it, and it was started again"


def test_a_keeper_that_is_told_to_stop_stops_it_and_nothing_is_started_before_somebody_asks_for_it_again(home, user):
    write(user.url, "said")
    keeper = postmaster(home).parent()
    keeper.send_signal(signal.SIGTERM)
    assert soon(lambda: not keeper.is_running() and not at_work(home))
    time.sleep(0.5)
    assert words(user.url) is None and not at_work(home) and told(home) == []
    another = User(home)
    assert words(another.url) == ["said"]
    another.leave()


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root may make a small disk")
def test_a_full_disk_stops_it_and_once_there_is_room_it_goes_on_with_nothing_acknowledged_lost(home, tmp_path):
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m", "none", home], capture_output=True).returncode:
        pytest.skip("no small disk may be made here")
    (tmp_path / "logs").mkdir()
    (home / "logs").symlink_to(tmp_path / "logs")  # so that what the keeper says can be read
    try:
        user = User(home)
        try:
            _fills_and_is_emptied(home, user)
        finally:
            user.leave()
    finally:
        subprocess.run(["umount", home], check=True)


def _fills_and_is_emptied(home, user):
    write(user.url, "0")
    acknowledged = 0
    ballast = home / "ballast"
    with ballast.open("wb") as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(1024 * 1024))
            file.flush()
    with pytest.raises(psycopg.Error):
        for number in range(1, 5000):
            with psycopg.connect(user.url) as db:
                db.execute("INSERT INTO word SELECT repeat('x', 1000) || %s FROM generate_series(1, 500)", [number])
            acknowledged = number
    killed(home)  # without room it may not start again
    assert soon(lambda: any("did not start" in line for line in told(home)))
    assert words(user.url) is None
    ballast.unlink()
    found = soon(lambda: words(user.url))
    assert found and {int(word.lstrip("x")) for word in found} >= set(range(acknowledged + 1))
    write(user.url, "after")
