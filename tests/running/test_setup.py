"""The setup's steps, each in a folder of its own: what was interrupted or moved is made again, the rest is left alone."""

import os
import shutil
import subprocess

import pytest

from tests.house.source import PROJECT

STEPS = PROJECT / "scripts" / "steps.sh"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project folder, with a space in its name, in which .venv was made once."""
    folder = tmp_path_factory.mktemp("setup") / "new comer"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(STEPS, folder / "scripts")
    done = step(folder, "make_venv")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(made, tmp_path):
    """A copy of that folder, which calls itself the original."""
    folder = tmp_path / "copy of it"
    shutil.copytree(made, folder, symlinks=True)
    (folder / ".venv" / "folder").write_text(f"{folder}\n")
    return folder


def step(folder, script, **environment):
    return subprocess.run(
        ["sh", "-euc", f". scripts/steps.sh; {script}"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)} | environment,
        capture_output=True,
        text=True,
    )


def is_whole(folder):
    return step(folder, "venv_is_whole").returncode == 0


def programs(folder, **scripts):
    """A folder of commands that do what these lines say, to stand before the real ones in PATH."""
    commands = folder / "commands"
    commands.mkdir()
    for name, script in scripts.items():
        (commands / name).write_text(f"#!/bin/sh\n{script}\n")
        (commands / name).chmod(0o755)
    return f"{commands}:{os.environ['PATH']}"


def test_a_venv_that_was_made_is_whole_and_stays(project):
    assert is_whole(project)


def test_a_venv_whose_packages_were_half_installed_is_made_again(project):
    (project / ".venv" / "half-made").touch()
    assert not is_whole(project)


def test_a_venv_without_pip_is_made_again(project):
    for package in project.glob(".venv/lib/python*/site-packages/pip"):
        shutil.rmtree(package)
    assert not is_whole(project)


def test_a_venv_whose_python_is_gone_is_made_again(project):
    for python in (project / ".venv" / "bin").glob("python*"):
        python.unlink()
    assert not is_whole(project)


def test_a_venv_that_was_moved_is_made_again(project):
    (project / ".venv" / "folder").write_text("/somewhere/else\n")
    assert not is_whole(project)


def test_a_missing_venv_is_made(tmp_path):
    (tmp_path / "scripts").mkdir()
    shutil.copy(STEPS, tmp_path / "scripts")
    assert not is_whole(tmp_path)


def test_a_python_that_is_too_old_is_told_in_one_sentence(project, tmp_path):
    old = programs(tmp_path, **dict.fromkeys(["python3", "python3.11", "python3.12", "python3.13"], "exit 1"))
    done = step(project, "make_venv", PATH=old)
    assert done.returncode == 1
    assert done.stderr.startswith("goldthread: Python 3.11 or newer is needed: install it")
    assert done.stderr.count("\n") == 1


def test_a_python_without_its_venv_module_is_told_in_one_sentence(project, tmp_path):
    python = 'case "$*" in *venv*) exit 1;; --version) echo Python 3.11;; esac'
    done = step(project, "may_apt() { false; }; make_venv", PATH=programs(tmp_path, **{"python3.11": python}))
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [
        "goldthread: Python's venv module is missing: install it (Debian: apt-get install python3-venv) and try again."
    ]


def test_two_setups_in_one_folder_wait_for_each_other(project):
    slow = "one_at_a_time; echo begins; sleep 0.5; echo ends"
    together = [
        subprocess.Popen(
            ["sh", "-euc", f". scripts/steps.sh; {{ {slow}; }} >>said"], cwd=project, stderr=subprocess.DEVNULL
        )
        for _ in range(2)
    ]
    assert [process.wait() for process in together] == [0, 0]
    assert (project / "said").read_text().split() == ["begins", "ends"] * 2


def test_packages_are_installed_once_for_one_lock_and_again_for_another(project):
    (project / "requirements.txt").write_text("")
    assert "installing Python packages" in step(project, "install requirements.txt").stderr
    assert step(project, "install requirements.txt").stderr == ""
    (project / "requirements.txt").write_text("# another\n")
    assert "installing Python packages" in step(project, "install requirements.txt").stderr


def test_an_install_that_fails_is_told_and_makes_the_venv_anew_next_time(project):
    (project / "requirements.txt").write_text("no-such-package-file @ file:///nowhere/at/all.whl\n")
    done = step(project, "install requirements.txt")
    assert done.returncode == 1
    assert "the packages in requirements.txt could not be installed" in done.stderr.splitlines()[-1]
    assert not is_whole(project)


def test_node_that_is_there_is_used(project, tmp_path):
    path = programs(tmp_path, node="exit 0", npm='mkdir -p node_modules; echo "$@" >>npm.said')
    (project / "package-lock.json").write_text("{}")
    done = step(project, "install_npm_packages; install_npm_packages", PATH=path)
    assert done.returncode == 0, done.stderr
    assert (project / "npm.said").read_text().splitlines() == ["ci --silent --no-audit --no-fund --no-update-notifier"]


def test_node_comes_from_its_wheel_where_none_is_there_or_it_is_too_old(project, tmp_path):
    path = programs(tmp_path, node="exit 1", npm="mkdir -p node_modules")
    (project / "package-lock.json").write_text("{}")
    (project / "requirements-node.txt").write_text("")
    assert "requirements-node.txt" in step(project, "install_npm_packages", PATH=path).stderr


def test_somebody_who_may_not_install_chromium_is_told_that_browser_tests_are_skipped(project, tmp_path):
    done = step(project, "may_apt() { false; }; command() { false; }; install_chromium")
    assert done.returncode == 0
    assert (
        done.stderr
        == "goldthread: Chromium is missing and this user may not install it, so the tests in a browser are skipped.\n"
    )
