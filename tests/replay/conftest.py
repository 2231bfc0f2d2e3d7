"""A folder of a few lives in three files, and the command as it is run."""

import pytest

from goldthread.duties.replay.command import main
from tests.replay.making import some_lives, write_lives


@pytest.fixture(scope="session")
def lives():
    return some_lives(12)


@pytest.fixture
def events(lives, tmp_path):
    return write_lives(tmp_path / "events", lives, 3)


@pytest.fixture
def folder(tmp_path):
    """Where a test puts events of its own."""
    return tmp_path / "events"


@pytest.fixture
def run(capsys):
    """Run the command; gives its status, what it printed, and what it said while it ran."""

    def of(*arguments):
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return of


@pytest.fixture
def refused(run, tmp_path):
    """Run the command on a folder that must be refused; gives the sentences. Nothing may have been written."""

    def of(folder, *more, out=None):
        out = out or tmp_path / "out"
        status, printed, said = run(folder, "--on", "2026-11-20", "--out", out, *more)
        assert status == 1
        assert printed == ""
        assert "Traceback" not in said
        assert out == folder or not out.exists()
        return "\n".join(line for line in said.splitlines() if not line.startswith("Looked through"))

    return of
