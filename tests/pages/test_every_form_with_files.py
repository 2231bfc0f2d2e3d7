"""Whatever files are sent to a form that takes files, and whatever they are called: an answer in words, never an error of ours, and nothing lands outside.

Which forms take files is read from the source: a new one is named by the first test. tests/pages/test_every_form.py sends their words.
"""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import strategies as some

from goldthread.people.models import Worker
from goldthread.web.loading import views
from tests.house.source import PACKAGE
from tests.pages.posting import ANSWERED, anything, fields_of, files_of, sent, tried
from tests.pages.sending_files import BOUNDARY, MULTIPART, NAMES, any_files
from tests.web.improving import improving, plan, said

__all__ = ["improving", "plan", "said"]
pytestmark = pytest.mark.django_db
FILED = {
    "web/templates/goldthread/loading/send.html": "load", "web/templates/goldthread/measures/others.html": "others", "web/templates/goldthread/reports/send.html": "report_add",
    "web/templates/goldthread/reports/evidence_add.html": "evidence_add", "web/improvement/forms.py": "milestone_add",
}  # fmt: skip
"""Each place in the source that asks for a file, and the address that is sent it."""
TAKES_LONG = {"report_add"}  # each file is read by a process of its own
FILE = re.compile(r'type="file"|\bFileField\(|\bFileInput\(')


@pytest.fixture
def address(improving, plan, settings, tmp_path, monkeypatch):
    """Gives the client of somebody who may send files to an address of this name, and the address. Files are kept in a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    Path(settings.MEDIA_ROOT).mkdir()
    monkeypatch.setattr(views, "start", lambda run: None)  # what becomes of a load is told in tests/web/test_load_processes.py

    def of(name):
        client = Client()
        client.force_login(improving.miriam if name != "load" else Worker.objects.create_user("loader", None, name="Loader", role="analyst"))
        return client, f"{reverse(name, args=[improving.facts[0].pk])}?kind=document" if name == "evidence_add" else reverse(name)

    return of


def outside(tmp_path):
    """Whatever was written beside the folder of uploads, or in it under a name that climbs."""
    top = {path.name for path in tmp_path.iterdir()} - {"uploads"}
    return top | {str(path) for path in (tmp_path / "uploads").rglob("*") if not path.resolve().is_relative_to(tmp_path / "uploads")}


def test_every_place_that_asks_for_a_file_is_sent_strange_ones_here():
    asking = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html") and FILE.search(path.read_text())}
    assert asking == set(FILED)


@pytest.mark.parametrize("name", FILED.values())
def test_whatever_files_are_sent_they_are_answered_and_nothing_is_half_written(address, name, tmp_path):
    client, at = address(name)
    names = files_of(client, at, name)
    assert names, "its page takes no files"

    def check(both):
        words, files = both
        sent(client, at, words, files=files)

    fields = {key: values for key, values in fields_of(client, at, name).items() if key not in names}
    tried(some.tuples(anything(fields), any_files(names)), check, examples=4 if name in TAKES_LONG else 15)
    assert outside(tmp_path) == set()


@pytest.mark.parametrize("field", ["files", "folder"])
def test_a_load_takes_files_of_whatever_names_and_keeps_them_in_its_folder(address, field, tmp_path):
    """All of them at once: some are the name of a folder in another, some are far too long."""
    client, at = address("load")
    answer = sent(client, at, {"folder_path": NAMES if field == "folder" else []}, files=[(field, ((name if field == "files" else "a.csv"), "text/csv", b"A,B\n")) for name in NAMES])
    assert answer.status_code == 302
    assert outside(tmp_path) == set() and len([path for path in (tmp_path / "uploads").rglob("*") if path.is_file()]) >= 20


BROKEN = {
    "nothing": b"", "no end": f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\nA".encode(), "no head": f"--{BOUNDARY}\r\n\r\nA\r\n--{BOUNDARY}--\r\n".encode(),
    "another boundary": b"--x\r\n\r\n--x--\r\n", "zeros": bytes(5000), "no name": f"--{BOUNDARY}\r\nContent-Disposition: form-data; filename=\"a.csv\"\r\n\r\nA\r\n--{BOUNDARY}--\r\n".encode(),
    "base64 that is none": f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n--{BOUNDARY}--\r\n".encode(),
    "a long head": f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{'x' * 100_000}\"; filename=\"a\"\r\n\r\nA\r\n--{BOUNDARY}--\r\n".encode(),
}  # fmt: skip
KINDS = [MULTIPART, "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "x" * 500, "multipart/form-data; boundary=\u00e9", f"{MULTIPART}; charset=nonsense"]


@pytest.mark.parametrize("name", ["load", "milestone_add"])
def test_a_body_that_is_not_what_it_says_is_answered(address, name):
    client, at = address(name)
    answered = {(what, kind): client.generic("POST", at, body, content_type=kind).status_code for what, body in BROKEN.items() for kind in KINDS}
    assert {case: status for case, status in answered.items() if status not in ANSWERED} == {}
