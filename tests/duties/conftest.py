"""A life file, read from its text."""

from pathlib import Path

import pytest

from goldthread.duties.lifefile import LifeFile, read_life


@pytest.fixture
def read(tmp_path: Path):
    """Reads a life file from its text."""

    def reader(text: str) -> LifeFile:
        path = tmp_path / "life.yaml"
        path.write_text(text, encoding="utf-8")
        return read_life(path)

    return reader
