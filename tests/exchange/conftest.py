"""Small files to read and load."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from goldthread.exchange.reading import Reading

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"


def read(*paths):
    """Rows, faults and files of a reading of these paths."""
    reading = Reading.of(paths)
    rows = list(reading.rows())
    return SimpleNamespace(rows=rows, faults=reading.faults, files=reading.files, messages=[f.message for f in reading.faults])


@pytest.fixture
def folder(tmp_path):
    """Write files by name, given as text, bytes or lines; gives their folder."""

    def write(**files) -> Path:
        for name, content in files.items():
            path = tmp_path / name.replace("__", "-").replace("_csv", ".csv").replace("_xml", ".xml").replace("_xlsx", ".xlsx")
            content = "\n".join(content) + "\n" if isinstance(content, list | tuple) else content
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def reading(folder):
    """Read one small file: its content, and the name to give it."""

    def of(content, name="episodes_csv"):
        made = folder(**{name: content})
        return read(made)

    return of


@pytest.fixture
def service(db):
    """A small service that writes and reads lists: see annexed.Service."""
    from tests.exchange.annexed import Service

    return Service()
