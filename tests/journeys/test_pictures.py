"""The pictures in the documents are there, and small enough to be kept."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
NAMED = re.findall(r"\]\((screens/[^)]+)\)", (DOCS / "pages.md").read_text())


@pytest.mark.parametrize("picture", NAMED)
def test_a_picture_is_there_and_small(picture):
    assert (DOCS / picture).stat().st_size < 260_000


def test_each_page_stands_beside_what_it_was_made_after_wide_and_narrow():
    ours = {name.removeprefix("screens/") for name in NAMED if "mocks/" not in name}
    drawn = {name.removeprefix("screens/mocks/") for name in NAMED if "mocks/" in name}
    assert len(drawn) >= 16 and drawn <= ours
