"""Whoever runs it finds every setting that the program reads in the list, and none that it does not."""

import re

from tests.house.source import PROJECT

NAME = re.compile(r"\b(?:GOLDTHREAD_[A-Z0-9_]+[A-Z0-9]|DATABASE_OWNER_URL|DATABASE_URL|SECRET_KEY|PORT)\b")
OIDC = {f"GOLDTHREAD_OIDC_{name}" for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET_FILE")}  # put together in one place


def listed():
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \|", (PROJECT / "docs" / "deploy.md").read_text(), re.M)
    assert len(rows) == len(set(rows))
    return set(rows)


def test_every_setting_is_listed_once():
    source = PROJECT / "src" / "goldthread"
    read = {name for file in source.rglob("*.py") for name in NAME.findall(file.read_text())}
    assert read | OIDC == listed()
