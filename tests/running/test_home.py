import stat
import subprocess
import sys

import pytest

from goldthread.running import Trouble, home


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SECRET_KEY", raising=False)
    return tmp_path / "home"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_home_is_the_folder_named_and_is_made_when_missing(folder):
    assert home.home() == folder
    assert mode(folder) == 0o711


def test_a_home_that_cannot_be_made_is_told_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "a file").touch()
    monkeypatch.setenv("GOLDTHREAD_HOME", str(tmp_path / "a file" / "home"))
    with pytest.raises(Trouble, match="cannot be made .*: choose another with GOLDTHREAD_HOME="):
        home.home()


def test_without_a_name_the_home_is_in_the_projects_folder(monkeypatch):
    monkeypatch.delenv("GOLDTHREAD_HOME")
    monkeypatch.setattr(home.Path, "exists", lambda path: True)
    assert home.home() == home.project_folder() / ".goldthread"


def test_another_spelling_of_the_same_folder_is_the_same_home(folder, monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_HOME", f"{folder.parent}/other/../home")
    assert home.home() == folder


def test_uploads_and_logs_are_nobody_elses_to_open(folder):
    assert mode(home.private_folder("uploads")) == 0o700


def test_the_secret_key_is_drawn_once_and_kept_private(folder):
    key = home.secret_key()
    assert home.secret_key() == key
    assert len(key) > 50
    assert mode(folder / "secret_key") == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret_key"]


def test_two_homes_have_two_keys(folder, tmp_path, monkeypatch):
    first = home.secret_key()
    monkeypatch.setenv("GOLDTHREAD_HOME", str(tmp_path / "another"))
    assert home.secret_key() != first


def test_a_key_that_was_given_is_used_and_not_written_down(folder, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "given")
    assert home.secret_key() == "given"
    assert not folder.exists()


def test_processes_that_start_together_agree_on_the_key(folder):
    folder.mkdir()
    script = "from goldthread.running import Trouble, home; print(home.secret_key())"
    together = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert len({process.communicate()[0] for process in together}) == 1
