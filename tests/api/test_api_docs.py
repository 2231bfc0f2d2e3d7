"""docs/api.md is as the code is, and its examples run against a server as they stand."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from django.test import Client

from goldthread.record.models import Version
from goldthread.web.api import hooks
from goldthread.web.api.book import api_page
from goldthread.web.api.site import api
from tests.api.calling import NOW, calls, token
from tests.house.source import PROJECT

PAGE = PROJECT / "docs" / "api.md"


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)\n```", PAGE.read_text(), re.DOTALL)


def test_the_page_is_as_the_code_is():
    assert PAGE.read_text() == api_page(), "stale: run `goldthread docs`"


def test_the_page_names_every_operation():
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in PAGE.read_text()


def test_the_openapi_document_is_served_as_it_is_and_needs_no_token(db):
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200 and set(answer.json()["paths"]) == set(api.get_openapi_schema()["paths"])


@pytest.mark.django_db(transaction=True)
def test_the_examples_run_as_they_stand(live_server, people, kofi, school):
    env = {**os.environ, "GOLDTHREAD": live_server.url, "TOKEN": token(school)[1]}
    if not shutil.which("curl"):
        pytest.skip("There is no curl here.")
    [with_curl], [with_python, _] = blocks("sh"), blocks("python")
    for program in (["bash", "-euo", "pipefail", "-c", with_curl], [sys.executable, "-c", with_python]):
        ran = subprocess.run(program, env=env, capture_output=True, text=True, timeout=120)
        assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
        assert "Kofi" in ran.stdout or "His teacher rang." in ran.stdout
    mine = Version.objects.filter(by=school.worker)
    assert sorted(mine.values_list("type", "number")) == [("note", 1), ("note", 2), ("visit", 1), ("visit", 2)]
    assert calls(school).get("/webhooks").said[0]["address"] == "https://partner.example/goldthread"


def test_a_receiver_written_as_the_page_says_knows_what_is_ours(db, school):
    found = {}
    exec(blocks("python")[1], found)
    hook, secret = hooks.make(school, "https://partner.example/", hooks.EVENTS, NOW)
    header, at = hooks.signature(hook, b"{}", NOW), NOW.timestamp()
    assert found["is_ours"](secret, header, b"{}", at)
    assert not found["is_ours"](secret, header, b"{ }", at) and not found["is_ours"]("other", header, b"{}", at)
    assert not found["is_ours"](secret, header, b"{}", at + 301) and not found["is_ours"](secret, "v1=x", b"{}", at)
    new = hooks.rotate(hook, NOW)
    assert all(found["is_ours"](s, hooks.signature(hook, b"{}", NOW), b"{}", at) for s in (secret, new))
