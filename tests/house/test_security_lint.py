"""Every finding of the security linter is mended or explained."""

import json
import subprocess
import sys

import pytest

from tests.house.explained import EVERYWHERE, FILES, ROOMS_OF_SQL
from tests.house.source import PROJECT

SOURCE = PROJECT / "src" / "goldthread"


@pytest.fixture(scope="module")
def found():
    """(file, check, line) of every finding."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", str(SOURCE), "--exclude", "*/migrations/*", "--format", "json"]
    said = subprocess.run(command, capture_output=True, text=True)
    answer = json.loads(said.stdout)
    assert answer["errors"] == []
    return [(one["filename"].partition("src/goldthread/")[2], one["test_id"], one["line_number"]) for one in answer["results"]]


def explanation(file, check):
    rooms = {(room, "B608"): why for room, why in ROOMS_OF_SQL.items()}
    return next((place for place in (FILES | rooms) if file.startswith(place[0]) and check == place[1]), None)


def test_every_finding_is_explained(found):
    assert [one for one in found if one[1] not in EVERYWHERE and explanation(*one[:2]) is None] == []


def test_no_explanation_outlives_what_it_explains(found):
    used = {check for _, check, _ in found} | {explanation(file, check) for file, check, _ in found}
    everything = {*EVERYWHERE, *FILES, *((room, "B608") for room in ROOMS_OF_SQL)}
    assert everything - used == set()
