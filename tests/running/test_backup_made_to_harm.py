"""A file that somebody made to harm whoever restores it is refused in a sentence before anything is written, and nothing of it fills the memory.

`goldthread restore` looks through the file (restore.Archive) before it touches anything: tests/running/test_backup_refused.py.
"""

import json
import subprocess
import sys
import zipfile
from hashlib import sha256

import pytest

from goldthread.running import Trouble
from goldthread.running.restore import Archive

KNOWN = {"record.0001_initial"}
WHOLE = {"format": 1, "made_at": "2026-11-20T17:28", "counts": {}, "migrations": [], "roles": [], "parts": {}}


@pytest.fixture
def made(tmp_path):
    """Makes a file that is a backup in every way but one: its parts, all of them told in its manifest, or another manifest."""

    def of(parts=(), manifest=None, packing=zipfile.ZIP_STORED):
        contents = {"database": b"PGDMP", **dict(parts)}
        told = {name: {"sha256": sha256(content).hexdigest(), "bytes": len(content)} for name, content in contents.items()}
        file = tmp_path / "b.backup"
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in contents.items():
                archive.writestr(name, content, zipfile.ZIP_STORED if name == "database" else packing)
            archive.writestr("manifest.json", manifest or json.dumps({**WHOLE, "parts": told}))
        return file

    return of


def refused(file):
    """What is said where the file is refused."""
    with pytest.raises(Trouble) as trouble:
        Archive(file, KNOWN)
    return str(trouble.value)


@pytest.mark.parametrize("name", ["uploads/a.csv", "uploads/loads/1/Kofi’s file.csv", "uploads/..hidden", "uploads/a..b/c"])
def test_a_backup_with_a_file_inside_of_the_uploads_is_taken(made, name, tmp_path):
    Archive(made({name: b"x"}), KNOWN).uploads_into(tmp_path / "uploads")
    assert (tmp_path / name).read_bytes() == b"x"


OUTSIDE = ["uploads/../../planted", "uploads//tmp/planted", "uploads/..", "uploads/.", "uploads/", "/tmp/planted", "uploads/a//b", "uploads/./a", "../planted", "uploadsx", "database/x"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_manifest_that_tells_of_a_file_outside_of_the_uploads_is_refused(made, name):
    """The file is right in every other way: the part is there, as long as told and with the digest that was told."""
    assert f"is not as it was written ({name} differs): nothing was changed." in refused(made({name: b"x"}))


SHAPES = [
    b"[]", b"null", b"1", b"{}", b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b"NaN", b"9" * 10_000,
    *(json.dumps(WHOLE | wrong).encode() for wrong in (
        {"parts": []}, {"parts": None}, {"counts": []}, {"migrations": {}}, {"migrations": [[]]}, {"roles": 5}, {"roles": [None]}, {"format": "1"}, {"made_at": 7},
        {"parts": {"database": []}}, {"parts": {"database": {"bytes": "1", "sha256": ""}}}, {"parts": {"database": {"bytes": -1}}})),
]  # fmt: skip


@pytest.mark.parametrize("manifest", SHAPES, ids=range(len(SHAPES)))
def test_a_manifest_of_another_shape_is_refused_in_a_sentence(made, manifest):
    assert refused(made(manifest=manifest)).endswith("nothing was changed. Take another copy of it.")


def test_a_part_that_is_locked_is_refused_in_a_sentence(made):
    file = made({"uploads/a": b"x"})
    content = bytearray(file.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the first part of the list says that a password is needed
    file.write_bytes(content)
    assert "nothing was changed" in refused(file)


def test_what_is_packed_is_refused_before_it_is_unpacked(made):
    assert "is not as it was written (uploads/bomb differs)" in refused(made({"uploads/bomb": bytes(5_000_000)}, packing=zipfile.ZIP_DEFLATED))


def test_a_name_that_would_write_to_the_terminal_is_said_without_it(made):
    file = made({"uploads/\x1b[2J\u202e/../txt": b"x"})
    assert "(uploads/?[2J?/../txt differs)" in refused(file)


GREEDY = {
    "lists in it": b"[" + b"[]," * 20_000_000 + b"[]]", "words in it": b"[" + b'"ab",' * 12_000_000 + b'"ab"]', "names in it": b"{" + b'"ab":1,' * 9_000_000 + b'"c":1}',
    "blanks": b" " * 65_000_000, "packed": b"[" + b" " * 200_000_000 + b"]",
}  # fmt: skip
IN_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from goldthread.running import Trouble, restore
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
try:
    restore.Archive(Path(sys.argv[1]), set())
except Trouble as trouble:
    print(trouble)
"""


@pytest.mark.parametrize("what", GREEDY)
def test_a_manifest_made_to_fill_the_memory_is_refused_in_a_sentence_without_being_read_into_it(tmp_path, what):
    file = tmp_path / "greedy.backup"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if what == "packed" else zipfile.ZIP_STORED) as archive:
        archive.writestr("manifest.json", GREEDY[what])
    done = subprocess.run([sys.executable, "-c", IN_LITTLE_MEMORY, file], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip().endswith("nothing was changed. Take another copy of it.")
